"""Hostile text costs no more than its length: twice the text is about twice the work.

Two sizes are compared with each other in one process, never with a limit in seconds; what grows
with the square would be four times the work.
"""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aftershift.engines.safety.phi import find_phi
from aftershift.library.phi import load_phi_words

WORDS = load_phi_words()
SMALL, LARGE = 10_000, 20_000
TOO_MUCH = 3.2  # a square gives 4
PIECES = ("a", "1", "1 ", "A ", "A.", "Mr A ", "@", "1-", "bed 1 ", "-", "'s ", "12 Aa ", ". ",
          "+", "the ", "a.b@", "http://", "\u0301", "ß", "1/", "Flat 1, ", "x_",
          "one two ", "oh-", "the man who ", "the only patient in A ", "my neighbour ",
          "Mr A. ", "GB82 WEST ", "my number is ", "lives at Aa ", "the old house on ",
          "ninety ",
          "turns 90 on the 2nd ", "she died on the 9th, ", "the boy in 14 ", "Aa Lane ", "a dot ",
          "a-b.", "oh hundred ")  # fmt: skip


def ratio(piece: str) -> float:
    """Compare the work on a long text with the work on half of it."""
    works = [min(_work((piece * size)[:size]) for _ in range(2)) + 0.002 for size in (SMALL, LARGE)]
    return works[1] / works[0]


def _work(text: str) -> float:
    began = process_time()
    find_phi(text, WORDS)
    return process_time() - began


@pytest.mark.parametrize("piece", PIECES)
def test_one_piece_again_and_again_grows_with_its_length(piece: str) -> None:
    assert any(ratio(piece) < TOO_MUCH for _ in range(4))


@given(st.lists(st.sampled_from(PIECES), min_size=2, max_size=6).map("".join))
@settings(max_examples=2, deadline=None)
def test_hostile_mixtures_grow_with_their_length(piece: str) -> None:
    assert any(ratio(piece) < TOO_MUCH for _ in range(4))
