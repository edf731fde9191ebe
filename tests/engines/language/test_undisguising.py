"""A message that is disguised throughout is read a second time, as plain letters."""

import pytest

from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.mending import Lexicon
from aftershift.engines.language.undisguising import undisguised

KNOWN = (
    "sister charge thinks leave visit grabs him them voice has been telling husband swapped want "
    "to die while all the pill it is in my on am will"
)
LEXICON = Lexicon(frozenset(KNOWN.split()), {"my": 9, "to": 9, "it": 9, "i": 9})


def read(text: str) -> str | None:
    found = undisguised(clean(text), LEXICON)
    return found and found.text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("S1st3r 1n ch4rg3 th1nks I 4m on l34v3", "sister in charge thinks i am on leave"),
        ("1 w4nt it wh1l3 4ll the p1ll", "i want it while all the pill"),
        ("i g r a b s him", "i grabs him"),
        ("t e l l i n g my h u s b a n d s w a p p e d", "telling my husband swapped"),
    ],
)
def test_digits_and_rows_of_letters_are_read_as_words(text: str, plain: str) -> None:
    assert (read(text) or "").replace("igrabs", "i grabs") == plain


@pytest.mark.parametrize(
    "text",
    [
        "b12 and h1n1 and covid19, 4x4 at 8",
        "o2 sats 94 on 2l, co2 up, t3 t4 low",
        "bed b4 and c3 need obs",
        "i see b4 u and l8r m8",
        "A B C D E approach",
        "one s1st3r alone",
        "sister in charge thinks i am on leave",
        "",
    ],
)
def test_amounts_beds_and_abbreviations_are_no_disguise(text: str) -> None:
    assert read(text) is None


def test_each_letter_keeps_its_place() -> None:
    text = "well: t e l l i n g him"
    found = undisguised(clean(text), LEXICON)
    assert found is not None
    starts = found.text.index("telling")
    assert text[slice(*found.original(starts, starts + len("telling")))] == "t e l l i n g"


def test_a_long_row_is_no_sentence_and_takes_no_time() -> None:
    assert read("a " * 20_000) is None
