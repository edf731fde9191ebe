"""A kind is proposed by what the words say; without any, by the question they stand under."""

from dataclasses import replace
from typing import Any

import pytest

from aftershift.engines.wording.conflict import By, ConflictShelf, Kind, KindWords, propose
from aftershift.engines.wording.cues import WordBook, WordCue, WordingError
from aftershift.engines.wording.disagreeing import STEPS, Gap, Step, Steps
from aftershift.engines.wording.scripts import Strengths

CUES = (
    WordCue(sign="task", says=("want",), finds=("I want it",), spares=("whose turn",)),
    WordCue(sign="process", says=("whose turn",), finds=("whose turn",), spares=("I want it",)),
    WordCue(sign="relation", says=("respect", "hurt"), finds=("it hurt",), spares=("I want it",)),
)
BOOK = WordBook(CUES)
SAYS = Strengths(soft="One.", firm="Two [thing].", firmer="Three.")
WORDS = KindWords(kind=Kind.TASK, name="A", about="B", asks="C?", rule="d", says=SAYS)
SHELF = ConflictShelf(
    book=BOOK,
    kinds={kind: replace(WORDS, kind=kind) for kind in Kind},
    why=("It may help.",),
    sources=("Somebody2012",),
)
STEP = Step(id="share", name="A", about="B", level=SAYS, up=replace(SAYS, soft="Up."))


@pytest.mark.parametrize(
    ("text", "asked", "kind", "by"),
    [
        ("The dog", Kind.PROCESS, Kind.PROCESS, By.QUESTION),
        ("I want a dog", Kind.PROCESS, Kind.TASK, By.CUES),
        ("I want respect and it hurt", Kind.TASK, Kind.RELATION, By.CUES),
        ("I want respect", Kind.TASK, Kind.TASK, By.CUES),  # as many: what was asked for
        ("I want respect", Kind.PROCESS, Kind.RELATION, By.CUES),  # as many, none asked for
        ("I want to know whose turn it is", Kind.RELATION, Kind.PROCESS, By.CUES),
    ],
)
def test_the_kind_that_most_words_say_is_proposed(
    text: str, asked: Kind, kind: Kind, by: By
) -> None:
    put = propose(text, asked, BOOK)
    assert (put.kind, put.by) == (kind, by)


def test_only_the_words_that_said_so_are_marked() -> None:
    put = propose("I want respect and it hurt", Kind.TASK, BOOK)
    assert [(hit.starts, hit.ends) for hit in put.hits] == [(7, 14), (22, 26)]


@pytest.mark.parametrize(
    "wrong",
    [
        {"book": WordBook(CUES[:2])},
        {"kinds": {Kind.TASK: WORDS}},
        {"why": ()},
        {"sources": ()},
    ],
)
def test_a_shelf_with_something_missing_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(WordingError):
        replace(SHELF, **wrong)


@pytest.mark.parametrize(
    "wrong", [{"firm": "Two [thing."}, {"firm": "One."}, {"names": ("Soft", "Firm")}]
)
def test_three_strengths_are_three_whole_texts(wrong: dict[str, Any]) -> None:
    with pytest.raises(WordingError):
        replace(SAYS, **wrong)


def test_the_steps_are_six_in_their_order() -> None:
    six = tuple(replace(STEP, id=one) for one in STEPS)
    assert [one.id for one in Steps(step=six).step] == list(STEPS)
    for wrong in (six[:5], six[::-1]):
        with pytest.raises(WordingError):
            Steps(step=wrong)


def test_a_step_has_other_words_for_a_gap_in_rank() -> None:
    assert STEP.of(Gap.LEVEL).soft == "One."
    assert STEP.of(Gap.UP).soft == "Up."
