"""What is understood, and when the answer is "not sure"."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from aftershift.engines.language.choosing import Chooser
from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.features import vocabulary_of
from aftershift.engines.language.feelings import FeelingWords
from aftershift.engines.language.phrases import PhraseBook, words_in
from aftershift.engines.language.taxonomy import (
    LEAST_SENTENCES,
    Emotion,
    Need,
    Says,
    Scope,
    Situation,
    Subject,
    Taxonomy,
    TaxonomyError,
)
from aftershift.engines.language.understanding import (
    CONFIDENCE,
    LEAST,
    Listener,
    Understanding,
    understand,
)
from aftershift.engines.language.utterance import Utterance


def situation(id_: str, *needs: str) -> Situation:
    return Situation(
        id=id_, scope=Scope.ME, title=id_, about=id_, needs=needs, plain=(), cues=(id_,)
    )


TAXONOMY = Taxonomy(
    situations=(situation("nights", "rest", "plan"), situation("quarrel", "peace")),
    emotions=(
        Emotion(id="anger", title="", about="", mild=("cross",), plain=("angry",), strong=()),
        Emotion(id="worry", title="", about="", mild=(), plain=("worried",), strong=()),
    ),
    needs=(
        Need(id="rest", title="", about="", cues=("sleep",)),
        Need(id="plan", title="", about="", cues=()),
        Need(id="peace", title="", about="", cues=()),
    ),
    says=(
        Says(messages=("x",) * LEAST_SENTENCES, situations=("nights",)),
        Says(messages=("x",) * LEAST_SENTENCES, situations=("quarrel",)),
        Says(messages=("x",), emotions=("anger", "worry"), needs=("rest", "plan", "peace")),
    ),
)
WIDTH = 4  # nights, quarrel, anger, nothing at all


def chooser(*rows: tuple[float, ...]) -> Chooser:
    """Make a chooser of leanings for each direction, with nothing to begin with, deaf to words."""
    vocabulary = vocabulary_of(())
    return Chooser(
        vocabulary=vocabulary,
        words=np.zeros((0, len(rows[0])), dtype=np.float32),
        meaning=np.array([*rows, [0.0] * len(rows[0])], dtype=np.float32),
    )


LISTENER = Listener(
    taxonomy=TAXONOMY,
    choosers={
        Subject.SITUATIONS: chooser((1, 0, 0), (0, 1, 0), (0, 0, 1), (0, 0, 1)),
        Subject.EMOTIONS: chooser((0, 0, 1), (0, 0, 1), (1, 0, 0), (0, 0, 1)),
        Subject.NEEDS: chooser((0, 0, 0, 1), (0, 0, 0, 1), (0, 0, 0, 1), (0, 0, 0, 1)),
    },
    cues={
        Subject.SITUATIONS: PhraseBook({0: ("nights",), 1: ("quarrel",)}),
        Subject.NEEDS: PhraseBook({0: ("sleep",)}),
    },
    feelings=FeelingWords(TAXONOMY.emotions),
    known=frozenset(
        words_in("i am a bit so angry not she is worried about nights my quarrel sleep ok it")
    ),
)
NIGHTS, QUARREL, ANGER, NOTHING = np.eye(WIDTH, dtype=np.float32)


def said(text: str, *meanings: np.ndarray) -> Utterance:
    """Hear a text in as many equal windows as it is given meanings."""
    cleaned = clean(text)
    edges = np.linspace(0, len(cleaned.text), len(meanings) + 1).astype(int).tolist()
    return Utterance(
        cleaned=cleaned,
        windows=tuple(pairwise(edges)),
        embeddings=np.array(meanings, dtype=np.float32),
    )


def test_a_situation_is_told_with_the_needs_that_usually_go_with_it() -> None:
    heard = understand(said("it is so so so", NIGHTS), LISTENER)
    assert [one.name for one in heard.situations] == ["nights"]
    assert heard.situations[0].confidence >= 0.7
    assert [one.name for one in heard.needs] == ["rest", "plan"]
    assert heard.needs[0].confidence > heard.needs[1].confidence


def test_a_need_that_is_said_is_surer_than_one_that_is_usual() -> None:
    usual = understand(said("it is so", NIGHTS), LISTENER)
    both = understand(said("sleep sleep", NIGHTS), LISTENER)
    assert both.needs[0].name == usual.needs[0].name == "rest"
    assert both.needs[0].confidence >= usual.needs[0].confidence


def test_two_situations_in_two_windows_are_both_told() -> None:
    heard = understand(said("i am so so it is quarrel", NIGHTS, QUARREL), LISTENER)
    assert {one.name for one in heard.situations} == {"nights", "quarrel"}
    ordered = [one.confidence for one in heard.situations]
    assert ordered == sorted(ordered, reverse=True)


@pytest.mark.parametrize(
    ("text", "emotions"),
    [
        ("i am so angry", [("anger", 3)]),
        ("i am a bit angry", [("anger", 1)]),
        ("i am so", [("anger", 2)]),  # by its meaning alone
        ("i am not angry", []),
        ("she is angry", []),
    ],
)
def test_a_feeling_is_told_with_its_strength(text: str, emotions: list[tuple[str, int]]) -> None:
    heard = understand(said(text, ANGER), LISTENER)
    assert [(one.name, one.strength) for one in heard.emotions] == emotions


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("ok", NOTHING),
        ("", NOTHING),
        ("12 34 !!", NIGHTS),
        ("ich bin so wutend", ANGER),  # another language, whatever it seems to mean
        ("sdkfj qwer zuio", NIGHTS),
    ],
)
def test_too_little_or_another_language_is_not_sure(text: str, meaning: np.ndarray) -> None:
    heard = understand(said(text, meaning), LISTENER)
    assert heard == Understanding()
    assert heard.is_not_sure


def test_what_is_not_sure_enough_is_not_told() -> None:
    between = (NIGHTS + QUARREL + 2 * NOTHING) / np.sqrt(6)
    assert understand(said("it is so", between), LISTENER).situations == ()


def test_a_cue_helps_a_meaning_that_is_not_sure() -> None:
    between = (NIGHTS + QUARREL) / np.sqrt(2)
    heard = understand(said("it is nights", between), LISTENER)
    assert heard.situations[0].name == "nights"


def test_a_confidence_rises_with_the_share_and_ends_below_certainty() -> None:
    for subject in Subject:
        edges, sure = CONFIDENCE[subject]
        assert list(edges) == sorted(edges)
        assert list(sure) == sorted(sure)
        assert sure[-1] < 1
        assert LEAST[subject] < sure[-1]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"situations": (situation("nights", "luck"), situation("quarrel"))}, "unknown need: luck"),
        ({"situations": (situation("nights"), situation("nights"))}, "an id is there twice"),
        ({"says": (Says(messages=("x",), situations=("moon",)),)}, "nobody knows moon"),
        ({"says": TAXONOMY.says[1:]}, "too few sentences teach nights"),
    ],
)
def test_a_taxonomy_that_does_not_fit_is_refused(change: dict[str, object], reason: str) -> None:
    with pytest.raises(TaxonomyError, match=reason):
        replace(TAXONOMY, **change)  # type: ignore[arg-type]
