"""Sentences come whole out of whatever pieces they came in, and a flood is cut off."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftershift.engines.voice.streaming import (
    LONGEST_SENTENCE,
    MOST_LETTERS,
    Cutter,
    TooMuch,
    tidied,
)

SAID = "You got in late. It was 7.30, and nobody asked.  The bins were full"
SENTENCES = ["You got in late.", "It was 7.30, and nobody asked.", "The bins were full"]


def cut(pieces: list[str]) -> list[str]:
    cutter = Cutter()
    found = [one for piece in pieces for one in cutter.feed(piece)]
    return [*found, *([left] if (left := cutter.rest()) else [])]


@given(st.lists(st.integers(0, len(SAID)), max_size=8))
def test_it_does_not_matter_where_a_stream_is_cut(places: list[int]) -> None:
    edges = sorted({0, *places, len(SAID)})
    pieces = [SAID[a:b] for a, b in pairwise(edges)]
    assert cut(pieces) == SENTENCES


def test_a_sentence_comes_as_soon_as_it_is_whole() -> None:
    cutter = Cutter()
    assert cutter.feed("You got in late") == []
    assert cutter.feed(". It") == ["You got in late."]


def test_a_flood_is_cut_off() -> None:
    with pytest.raises(TooMuch):
        cut(["Short. " * 2] * MOST_LETTERS)


def test_a_sentence_without_an_end_is_cut_off() -> None:
    with pytest.raises(TooMuch):
        cut(["word "] * (LONGEST_SENTENCE // 4))


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("It was late \N{EM DASH} too late!", "It was late, too late."),
        ("You\N{RIGHT SINGLE QUOTATION MARK}re in", "You're in"),
        ("Two\n\nlines", "Two lines"),
        ("\uff57\uff49\uff44\uff45", "wide"),
    ],
)
def test_ways_of_writing_are_made_ours(said: str, written: str) -> None:
    assert tidied(said) == written
