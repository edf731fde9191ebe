"""Which words may be given back: none that are for us, or lead to a patient."""

import pytest

from aftershift.engines.coach.own_words.quotable import is_safe


@pytest.mark.parametrize(
    ("words", "is_it"),
    [
        ("I couldn't tell you one song he plays", True),
        ("I will tell you one song", False),
        ("Perhaps I explained badly. The problem is the key", False),
        ("A good man will not feel it", False),
        ("A good man lives next door", True),
        ("Baby is 7 weeks, and she has been here for 6", True),
        ("Baby Smith is 7 weeks, and has been here for 6", False),
    ],
)
def test_what_may_be_given_back_whole(words: str, *, is_it: bool) -> None:
    assert is_safe(words, words, (), is_whole=True) is is_it
