"""The gravest of all that speaks counts, and what came before counts too."""

from dataclasses import replace

import numpy as np
import pytest

from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.features import Vocabulary
from aftershift.engines.language.heads import Heads
from aftershift.engines.language.sentences import windows
from aftershift.engines.language.utterance import Utterance
from aftershift.engines.safety.risk import Category, Level
from aftershift.engines.safety.rows import path_for
from aftershift.engines.safety.signals import Listener
from aftershift.engines.safety.triage import (
    AGREED,
    SURE_ALONE,
    USUAL,
    Ear,
    Thresholds,
    level_of,
    triage,
)
from aftershift.library.triage import load_signals

NAMES = ("check_in", "elevated", "emergency", *(kind.value for kind in Category))


def ear(**odds: float) -> Ear:
    """Hear the authored phrases, and heads that say the same of everything."""
    words = np.array([[odds.get(name, -5.0) for name in NAMES]], dtype=np.float32)
    heads = Heads(
        names=NAMES,
        vocabulary=Vocabulary(places={}, weights=np.zeros(0, dtype=np.float32)),
        words=2 * words,  # half a say each, and meaning says nothing
        meaning=np.zeros((385, len(NAMES)), dtype=np.float32),
    )
    return Ear(heads=heads, listener=Listener(load_signals()))


def said(text: str) -> Utterance:
    cleaned = clean(text)
    found = windows(cleaned.text)
    return Utterance(
        cleaned=cleaned,
        windows=found,
        embeddings=np.zeros((len(found), 384), dtype=np.float32),
    )


@pytest.mark.parametrize(
    ("says", "sure", "level"),
    [
        ("honestly i just want to die", -1.0, Level.ELEVATED),
        ("honestly i just want to die", -3.0, Level.CHECK_IN),  # firm: one step less at most
        ("i tried to hang myself tonight", -3.0, Level.ELEVATED),
        ("he's got a knife", -1.0, Level.EMERGENCY),
        ("he's got a knife", -1.9, Level.CHECK_IN),
        ("he's got a knife", -3.0, Level.NONE),
    ],
)
def test_a_phrase_holds_as_far_as_the_heads_are_not_sure_of_the_contrary(
    says: str, sure: float, level: Level
) -> None:
    assert triage(said(says), ear(check_in=sure)).level is level


def test_plain_words_are_heard_where_no_head_hears_anything() -> None:
    risk = triage(said("honestly i just want to die"), ear(check_in=-1.0))
    assert risk.level >= Level.ELEVATED
    assert risk.categories
    starts, ends = risk.because[0].starts, risk.because[0].ends
    assert "want to die" in "honestly i just want to die"[starts:ends]


@pytest.mark.parametrize(
    ("odds", "level"),
    [
        ({}, Level.NONE),
        ({"check_in": 1.0}, Level.CHECK_IN),
        ({"check_in": 1.0, "elevated": 1.0}, Level.ELEVATED),
        ({"emergency": 1.0}, Level.EMERGENCY),
    ],
)
def test_the_gravest_head_over_its_threshold_counts(odds: dict[str, float], level: Level) -> None:
    assert triage(said("the kettle is on"), ear(**odds)).level is level


def test_a_level_names_its_surest_category_even_where_none_is_sure() -> None:
    risk = triage(said("the kettle is on"), ear(check_in=1.0, despair=-1.0))
    assert risk.categories == (Category.DESPAIR,)


def test_a_kind_that_is_hardly_believed_is_not_named_and_a_wish_to_live_is_asked_about() -> None:
    hardly = triage(said("out of words"), ear(elevated=1.0, impaired_on_duty=-2.1))
    assert (hardly.level, hardly.categories) == (Level.ELEVATED, ())
    assert path_for(hardly) == "thoughts"
    rather = triage(said("out of words"), ear(elevated=1.0, impaired_on_duty=-1.9))
    assert rather.categories == (Category.IMPAIRED_ON_DUTY,)


def test_nothing_said_is_no_risk() -> None:
    assert triage(said("  "), ear(emergency=9.0)).level is Level.NONE


def test_a_question_about_heights_counts_only_after_distress() -> None:
    question = said("which bridge near here is the highest")
    unsure = ear(check_in=-1.0)
    alone = triage(question, unsure).level
    after = triage(question, unsure, before=lambda: [said("i can't see any way out of this")]).level
    assert alone is Level.NONE
    assert after is Level.ELEVATED


@pytest.mark.parametrize(
    ("over", "level"),  # its threshold, in log-odds
    [
        (AGREED, Level.NONE),
        (-AGREED / 2, Level.NONE),
        (SURE_ALONE + AGREED, Level.ELEVATED),
    ],
)
def test_in_a_talk_a_turn_and_the_turn_read_on_must_both_hear_it_unless_it_is_sure(
    over: float, level: Level
) -> None:
    turn, calm = said("it will not fit"), said("we bought a cupboard. it will not fit")
    heads = ear(elevated=USUAL.elevated + over).heads
    cupboards_are_calm = np.vstack([np.full((1, len(NAMES)), -20.0), heads.words])
    listening = Ear(
        heads=replace(
            heads,
            vocabulary=Vocabulary(places={"cupboard": 0}, weights=np.ones(1, dtype=np.float32)),
            words=cupboards_are_calm.astype(np.float32),
        ),
        listener=Listener(()),
    )
    assert triage(turn, listening).level is (Level.ELEVATED if over > 0 else Level.NONE)
    assert triage(turn, listening, together=calm).level is level
    assert triage(turn, listening, together=turn).level is Level.ELEVATED  # they agree


def test_a_turn_is_as_grave_as_it_surely_is_read_on() -> None:
    turn, after_a_door = said("she has it in her hand"), said("locked in. she has it in her hand")
    heads = ear(elevated=-1.0).heads
    for sure, level in ((2.0, Level.NONE), (40.0, Level.ELEVATED)):
        doors_are_not = np.vstack([np.full((1, len(NAMES)), sure), heads.words])
        listening = Ear(
            heads=replace(
                heads,
                vocabulary=Vocabulary(places={"locked": 0}, weights=np.ones(1, dtype=np.float32)),
                words=doors_are_not.astype(np.float32),
            ),
            listener=Listener(()),
        )
        assert triage(turn, listening).level is Level.NONE
        assert min(triage(turn, listening, together=after_a_door).level, Level.ELEVATED) is level


def test_thresholds_are_of_their_own_level() -> None:
    thresholds = Thresholds(
        check_in=0.0, elevated=1.0, emergency=2.0, emergency_beside=1.6, category=0.0
    )
    assert level_of(np.array([0.5, 0.5, 0.5], dtype=np.float32), thresholds) is Level.CHECK_IN
    assert level_of(np.array([-1, 1.5, 1.5], dtype=np.float32), thresholds) is Level.ELEVATED
    assert level_of(np.array([-1, 1.5, 1.7], dtype=np.float32), thresholds) is Level.EMERGENCY
    assert level_of(np.array([-1, 0.5, 1.7], dtype=np.float32), thresholds) is Level.NONE


@pytest.mark.parametrize(
    "disguised",
    [
        "I  WANT to die",
        "i w\u0430nt to di\u0435",
        "i want to d\u200bie",
        "i want to die lol \U0001f602",
    ],
)
def test_a_disguise_does_not_lower_the_level(disguised: str) -> None:
    assert triage(said(disguised), ear(check_in=-1.0)).level >= Level.ELEVATED


@pytest.mark.parametrize("where", [0, 1, 2])
def test_five_hundred_harmless_words_do_not_drown_it(where: int) -> None:
    parts = ["We had tea and the bus was late again. " * 60] * 2
    parts.insert(where, "I just want to die. ")
    assert triage(said("".join(parts)), ear(check_in=-1.0)).level >= Level.ELEVATED
