"""A broken word is heard as the word that was meant; a whole one is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.mending import Lexicon, mend

TAUGHT = (
    "want to die wanna kill myself suicide suicidal overdose tomorrow night handover with and need"
)
KNOWN = "i what with peed a my self over dose hand the is in bed again"
LEXICON = Lexicon(
    frozenset(KNOWN.split()),
    dict.fromkeys(TAUGHT.split(), 20),
)


def read(typed: str) -> str:
    return mend(clean(typed), LEXICON).text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("i want to d13", "i want to die"),
        ("5u1c1de", "suicide"),
        ("n33d 7o d13", "need to die"),
        ("$uicidal again", "suicidal again"),
        ("k i l l  m y s e l f", "kill myself"),
        ("k.i.l.l", "kill"),
        ("s-u-i-c-i-d-e", "suicide"),
        ("sui cide", "suicide"),
        ("kill my self", "kill myself"),
        ("over dose", "overdose"),
        ("i wanna dieeee", "i wanna die"),
        ("s*icide", "suicide"),
        ("killmyself", "kill myself"),
        ("wanttodie", "want to die"),
        ("i wnat to die tomorow nihgt", "i want to die tomorrow night"),
        ("suicde", "suicide"),
    ],
)
def test_a_broken_word_is_mended(typed: str, meant: str) -> None:
    assert read(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "he peed in the bed again",  # one letter from "need", and a word of its own
        "hand in the bed",
        "20mg at 4am, b12 and o2",
        "okafor in bed 3",
        "diep",  # a Dutch word: p does not lie beside d
        "f*** this",
        "i a m",
        "",
    ],
)
def test_what_is_whole_or_strange_is_left_alone(typed: str) -> None:
    assert read(typed) == typed


def test_a_mended_word_stands_where_the_broken_one_did() -> None:
    typed = "so s u i c i d e, now"
    mended = mend(clean(typed), LEXICON)
    starts = mended.text.index("suicide")
    assert typed[slice(*mended.original(starts, starts + 7))] == "s u i c i d e"


@given(st.lists(st.sampled_from([*TAUGHT, *TAUGHT.split(), "k i l l", "d1e", "*", ".", "x"])))
def test_every_letter_keeps_a_place_in_the_original(parts: list[str]) -> None:
    typed = "".join(parts)
    mended = mend(clean(typed), LEXICON)
    assert len(mended.places) == len(mended.text) + 1
    assert list(mended.places) == sorted(mended.places)
    assert mended.places[-1] == len(typed)
