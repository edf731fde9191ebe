"""A reply shows the strongest of each sign; what cannot change a level is not encoded."""

from dataclasses import replace

import numpy as np
import pytest

from aftershift.engines.language.empathy import (
    Foresight,
    Judge,
    Numbers,
    Own,
    Reader,
    draft_of,
    levels_by,
    levels_of,
    mean_of,
    shape_of,
)
from aftershift.engines.language.empathy_rules import Rule, RuleBook
from aftershift.engines.language.features import Vocabulary
from aftershift.engines.language.heads import Heads
from aftershift.engines.language.signs import HEADS, Levels, Sign

WIDTH = 6
SHAPE = 13  # numbers that a reply's shape is written as
LIKELY = -2.0  # what words foretell of the meaning, whatever they are


def six(value: float) -> Numbers:
    return np.full(len(HEADS), value, dtype=np.float32)


def judge(band: float, thresholds: Numbers | None = None) -> Judge:
    """Heads that know no word, and to which each place of a meaning is one of the six."""
    meaning = np.zeros((WIDTH + 1, len(HEADS)), dtype=np.float32)
    meaning[:WIDTH] = 2 * np.eye(WIDTH)
    return Judge(
        heads=Heads(
            names=HEADS,
            vocabulary=Vocabulary(places={}, weights=np.zeros(0, dtype=np.float32)),
            words=np.zeros((1, len(HEADS)), dtype=np.float32),
            meaning=meaning,
        ),
        thresholds=six(0.0) if thresholds is None else thresholds,
        foresight=Foresight(slope=six(0), offset=six(LIKELY), least=six(-band), most=six(band)),
    )


def rule(sign: Sign, level: int, says: str) -> Rule:
    return Rule(sign=sign, level=level, says=(says,), hears=(says,), spares=("zz",))


RULES = RuleBook(
    (
        rule(Sign.EMOTIONAL_REACTION, 1, "sorry"),
        rule(Sign.INTERPRETATION, 2, "that must hurt"),
        rule(Sign.EXPLORATION, 0, "have you tried"),
    ),
    empty=frozenset(),
)
SURE = Reader(rules=RULES, judge=judge(band=0.5))
UNSURE = Reader(rules=RULES, judge=judge(band=3.0))


def read(reply: str, reader: Reader, *meanings: Numbers) -> Levels:
    draft = draft_of("my inquest", reply, reader)
    rows = np.stack(meanings) if meanings else np.empty((0, WIDTH), dtype=np.float32)
    return levels_of(draft, rows, reader)


@pytest.mark.parametrize(
    ("reply", "levels"),
    [
        ("", (0, 0, 0)),
        ("the bus is late.", (0, 0, 0)),
        ("sorry.", (1, 0, 0)),
        ("the bus is late. that must hurt. sorry.", (1, 2, 0)),
        ("is it the inquest?", (0, 0, 2)),
        ("do you sleep?", (0, 0, 1)),
        ("have you tried the inquest office?", (0, 0, 0)),
        ("have you tried tea? do you sleep?", (0, 0, 1)),
    ],
)
def test_rules_decide_alone_where_the_encoder_cannot_change_a_level(
    reply: str, levels: Levels
) -> None:
    assert draft_of("my inquest", reply, SURE).asks == ()
    assert read(reply, SURE) == levels


def test_only_sentences_that_may_matter_are_encoded() -> None:
    reader = replace(SURE, judge=judge(band=1.0, thresholds=six(0.5)))
    assert draft_of("x", "sorry. the bus.", reader).asks == ()
    assert draft_of("x", "sorry. the bus.", UNSURE).asks == (0, 1)


def test_what_is_asked_about_in_a_settled_sign_is_not_encoded_again() -> None:
    low = np.array([9, 9, 0, 0, 9, 9], dtype=np.float32)  # only understanding can be there
    reader = replace(UNSURE, judge=judge(band=1.9, thresholds=low))
    draft = draft_of("x", "that must hurt. the bus.", reader)
    assert draft.asks == ()
    assert levels_of(draft, np.empty((0, WIDTH), np.float32), reader) == (0, 2, 0)


def test_meaning_adds_to_its_own_sentence() -> None:
    warm = np.array([1, 0.2, 0, 0, 0, 0], dtype=np.float32)
    nothing = -np.ones(WIDTH, dtype=np.float32)
    assert read("the bus. so there.", UNSURE, nothing, warm) == (2, 0, 0)
    assert read("the bus. so there.", UNSURE, nothing, nothing) == (0, 0, 0)


def test_strong_needs_the_sign_to_be_there() -> None:
    odds = np.array([-1, 5, 1, -1, 1, 1], dtype=np.float32)
    assert levels_by(odds, six(0)) == (0, 1, 2)


def own(band: float, by_shape: Numbers) -> Own:
    return Own(judge=judge(band), by_shape=by_shape)


def test_heads_of_a_host_hear_the_whole_reply_and_decide() -> None:
    weightless = np.zeros((SHAPE, 6), dtype=np.float32)
    reader = replace(UNSURE, own=own(3.0, weightless))
    assert draft_of("x", "the bus. so there.", reader).odds.shape == (1, 6)
    asked = np.array([[0, 0, 0, 0, 1, 0], [0, 0, 0, 0, 1, 0]], dtype=np.float32)
    assert read("the bus. so there.", reader, *asked)[2] == 1
    assert read("that must hurt.", replace(SURE, own=own(0.5, weightless))) == (0, 0, 0)


def test_what_the_rules_found_counts_as_the_host_has_taught() -> None:
    weights = np.zeros((SHAPE, 6), dtype=np.float32)
    weights[3:5, 2:4] = 3  # a rule of understanding
    assert read("that must hurt.", replace(SURE, own=own(0.5, weights))) == (0, 2, 0)


def test_the_shape_of_a_reply_is_what_rules_say_and_how_long_it_is() -> None:
    shape = shape_of(("so sorry?", "ok"), [(1, 0, 2), (0, 0, -1)])
    assert shape[:10].tolist() == [1, 1, 0, 0, 0, 1, 1, 0, 0, 1]
    assert shape[10:] == pytest.approx(np.log1p([1, 1, 2]))


def test_the_meaning_of_a_whole_lies_between_its_sentences() -> None:
    mean = mean_of(np.eye(2, 4, dtype=np.float32))
    assert mean == pytest.approx([0.5**0.5, 0.5**0.5, 0, 0])
