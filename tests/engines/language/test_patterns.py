"""What is shown carries its kind, its exact place and one reason; what is under it is not shown."""

from dataclasses import replace

import numpy as np
import pytest

from aftershift.engines.language.clauses import clauses
from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.cues import Cue, CueBook
from aftershift.engines.language.features import Vocabulary
from aftershift.engines.language.heads import Heads
from aftershift.engines.language.kinds import KINDS, Kind, Reason
from aftershift.engines.language.patterns import Message, Part, Reader, Reading, may_carry, read
from aftershift.engines.language.sentences import windows
from aftershift.engines.language.softening import Softener

WIDTH = 2
BIAS = -4.0  # of every head: without a cue, nothing is shown


def deaf_heads() -> Heads:
    """Heads that have learnt nothing but that patterns are rare."""
    meaning = np.zeros((WIDTH + 1, len(KINDS)), dtype=np.float32)
    meaning[-1] = 2 * BIAS
    return Heads(
        names=KINDS,
        vocabulary=Vocabulary(places={}, weights=np.zeros(0, dtype=np.float32)),
        words=np.zeros((1, len(KINDS)), dtype=np.float32),
        meaning=meaning,
    )


READER = Reader(
    heads=deaf_heads(),
    cues=CueBook((
        Cue(kind=Kind.ABSOLUTES, says=("you never",), hears=("x",), spares=("y",)),
        Cue(kind=Kind.BLAME, says=("because of you",), hears=("x",), spares=("y",)),
    )),
    reasons={
        kind: Reason(id=kind, name="x", why=("one", "two"), instead=("x",), ok_when="x")
        for kind in KINDS
    },
    softener=Softener(pairs=(), said=np.zeros((0, WIDTH), dtype=np.float32), frames=()),
    thresholds=dict.fromkeys(KINDS, -1.5),
)  # fmt: skip


def heard(text: str) -> Message:
    cleaned = clean(text)
    cut = [(window, clauses(cleaned.text, window)) for window in windows(cleaned.text)]
    return Message(
        typed=text,
        cleaned=cleaned,
        parts=tuple(
            Part(
                window=window,
                meaning=np.zeros(WIDTH, dtype=np.float32),
                clauses=parts,
                meanings=np.zeros((len(parts), WIDTH), dtype=np.float32),
            )
            for window, parts in cut
        ),
        about=lambda: np.zeros(WIDTH, dtype=np.float32),
    )


def shown(text: str) -> list[tuple[Kind, str]]:
    return [(one.kind, text[one.starts : one.ends]) for one in read(heard(text), READER).patterns]


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("The bins are full.  You NEVER help. Night x x", [(Kind.ABSOLUTES, "You NEVER help.")]),
        ("👋 hi there love, you\u200b never help", [(Kind.ABSOLUTES, "you\u200b never help")]),
        (
            "you never cook, you never clean, and all of it because of you",
            [
                (Kind.ABSOLUTES, "you never cook, you never clean,"),
                (Kind.BLAME, "because of you"),
            ],
        ),
        ("see you at six, love", []),
        ("", []),
    ],
)
def test_the_words_that_carry_it_are_given_as_they_were_typed(
    text: str, given: list[tuple[Kind, str]]
) -> None:
    assert shown(text) == given


def test_the_same_words_have_the_same_reason() -> None:
    first, again = (read(heard("you never help"), READER) for _ in range(2))
    assert first == again
    assert first.patterns[0].why in ("one", "two")


def test_under_its_threshold_nothing_is_shown_and_nothing_softened() -> None:
    strict = replace(READER, thresholds=dict.fromkeys(KINDS, 0.0))
    assert read(heard("you never help"), strict) == Reading()


def test_a_window_is_heard_clause_by_clause_where_it_may_matter() -> None:
    nothing = np.zeros(WIDTH, dtype=np.float32)
    assert may_carry("you never help", nothing, READER)
    assert not may_carry("see you at six", nothing, READER)
    assert may_carry(
        "see you at six", nothing, replace(READER, thresholds=dict.fromkeys(KINDS, -3))
    )


def test_one_word_among_many_sentences_is_still_found() -> None:
    text = "The bus was late and the rain came in. " * 30 + "You never ask. " + "Milk is out. " * 30
    assert shown(text) == [(Kind.ABSOLUTES, "You never ask.")]
