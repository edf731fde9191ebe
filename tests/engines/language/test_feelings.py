"""Words for feelings: whose they are, how strong, and what is denied."""

import pytest

from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.feelings import FeelingWords, Felt
from aftershift.engines.language.phrases import words_in
from aftershift.library.understanding import load_taxonomy

FEELINGS = FeelingWords(load_taxonomy().emotions)


def felt(text: str) -> Felt:
    return FEELINGS.felt(words_in(clean(text).text))


@pytest.mark.parametrize(
    ("text", "emotion", "strength"),
    [
        ("I'm angry", "anger", 2),
        ("I'm a bit angry", "anger", 1),
        ("I'm so angry", "anger", 3),
        ("furious", "anger", 3),
        ("I'm annoyed", "irritation", 1),
        ("really annoyed", "irritation", 2),
        ("tired", "exhaustion", 2),
        ("bit tired. absolutely exhausted", "exhaustion", 3),
        ("he made me angry", "anger", 2),
        ("he knows I'm furious", "anger", 3),
        ("my wife and I are lonely", "loneliness", 2),
        ("I can't stop crying", "sadness", 2),
        ("I've never been so angry", "anger", 3),
        ("not only tired", "exhaustion", 2),
        ("not sad but worried", "worry", 2),
        ("no, I'm scared", "fear", 2),
        ("I miss my wife", "longing", 2),
    ],
)
def test_a_feeling_of_ones_own_has_a_strength(text: str, emotion: str, strength: int) -> None:
    assert felt(text).own.get(emotion) == strength


@pytest.mark.parametrize(
    ("text", "emotion"),
    [
        ("I'm not angry", "anger"),
        ("I am not really angry", "anger"),
        ("never felt lonely", "loneliness"),
        ("we aren't worried", "worry"),
        ("she was furious", "anger"),
        ("my husband is exhausted", "exhaustion"),
        ("the angry relatives came", "anger"),
        ("I told him that my colleague is scared", "fear"),
        ("the patient was terrified", "fear"),
    ],
)
def test_what_is_denied_or_somebody_elses_is_not_ones_own(text: str, emotion: str) -> None:
    heard = felt(text)
    assert emotion not in heard.own
    assert emotion in heard.denied


def test_what_both_feel_is_not_denied() -> None:
    heard = felt("she was furious and I am furious too")
    assert heard.own["anger"] == 3
    assert "anger" not in heard.denied


@pytest.mark.parametrize("text", ["", "the bus is late", "milk, eggs, bread"])
def test_plain_talk_names_no_feeling(text: str) -> None:
    assert felt(text) == Felt(own={}, denied=frozenset())
