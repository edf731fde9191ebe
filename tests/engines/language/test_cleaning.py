"""Letters in disguise are read as what they are meant to be, and keep their place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftershift.engines.language.cleaning import clean, kept
from aftershift.engines.language.sentences import WINDOW_WORDS, windows


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("  I  can\u2019t\n\ndo this ", "i can't do this"),
        ("\u0456 w\u0430nt to d\u0456\u0435", "i want to die"),  # Cyrillic letters
        ("d\u200bi\u200de", "die"),  # zero width
        ("d\u0301\u0302i\u0336e", "die"),  # marks on every letter
        ("\uff4b\uff49\uff4c\uff4c", "kill"),  # full width
        ("M\u00fcde, stra\u00dfe", "mude, strasse"),
        ("done \U0001f642", "done \U0001f642"),
        ("", ""),
    ],
)
def test_a_disguise_is_undone(typed: str, read: str) -> None:
    assert clean(typed).text == read


def test_a_place_leads_back_to_what_was_typed() -> None:
    typed = "so \u200bti\u200bred now"
    cleaned = clean(typed)
    starts = cleaned.text.index("tired")
    assert typed[slice(*cleaned.original(starts, starts + 5))] == "ti\u200bred"


@given(st.text())
def test_every_clean_character_stands_somewhere_in_the_original(typed: str) -> None:
    cleaned = clean(typed)
    assert len(cleaned.places) == len(cleaned.text) + 1
    assert list(cleaned.places) == sorted(cleaned.places)
    assert all(place < len(typed) for place in cleaned.places[:-1])


def test_a_short_message_is_heard_whole() -> None:
    assert windows("one. two. three.") == ((0, 16),)
    assert windows("") == ()


@pytest.mark.parametrize("joint", [". ", " "])
def test_a_long_message_is_heard_in_windows_that_leave_nothing_out(joint: str) -> None:
    text = joint.join(f"word{n} and so on" for n in range(200))
    found = windows(text)
    heard = {word for starts, ends in found for word in text[starts:ends].split()}
    assert heard == set(text.split())
    assert max(len(text[starts:ends].split()) for starts, ends in found) <= WINDOW_WORDS


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Mrs O\u2019Malley\u00a0fell", "Mrs O'Malley fell"),
        ("\u041cRN 66\u200b10", "MRN 6610"),  # a Cyrillic M, a blank of no width
        ("Jose\u0301 M\u00fcller", "Jos\u00e9 M\u00fcller"),
        ("\uff19\uff14\uff13 \u0664\u0667\u0666", "943 476"),
        ("04\u201111\u22122026\nnext", "04-11-2026\nnext"),
        ("two  blanks, ONE line", "two  blanks, ONE line"),
        ("\x00a\U0001f469\u200d\U0001f467", "a\U0001f469\U0001f467"),
        ("", ""),
    ],
)
def test_the_second_way_of_reading_keeps_capitals_accents_and_marks(typed: str, read: str) -> None:
    assert kept(typed).text == read


@given(st.text())
def test_what_is_kept_stands_in_the_original_too(typed: str) -> None:
    cleaned = kept(typed)
    assert len(cleaned.places) == len(cleaned.text) + 1
    assert list(cleaned.places) == sorted(cleaned.places)


@given(st.text())
def test_both_ways_of_reading_undo_the_same_disguises(typed: str) -> None:
    assert clean(kept(typed).text).text.isascii() >= clean(typed).text.isascii()
