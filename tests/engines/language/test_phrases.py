"""Phrases stand where their words stand."""

import pytest

from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.phrases import PhraseBook, PhraseError, words_in

BOOK = PhraseBook({
    "parking": ("park*", "a space"),
    "handover": ("gave .. report", "can't hand over"),
    "in-laws": ("in-law*",),
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the car park is full", {"parking"}),
        ("I pay for Parking", {"parking"}),
        ("there is never a space", {"parking"}),
        ("a free space", set()),
        ("spark plugs", set()),
        ("she gave report", {"handover"}),
        ("she gave me a bad report", {"handover"}),
        ("she gave me a very very bad report", set()),
        ("I cant hand over", {"handover"}),
        ("I can’t hand over", {"handover"}),
        ("my in-laws came", {"in-laws"}),
        ("I was in. laws are laws", set()),
        ("short - staffed in-laws", {"in-laws"}),
        ("", set()),
    ],
)
def test_a_phrase_is_found_where_its_words_are(text: str, names: set[str]) -> None:
    assert {one.name for one in BOOK.find(words_in(clean(text).text))} == names


def test_a_phrase_says_from_which_word_to_which() -> None:
    words = words_in("i pay for a space")
    assert [(one.starts, one.ends) for one in BOOK.find(words)] == [(3, 5)]


def test_phrases_of_one_first_word_are_found_in_their_order() -> None:
    book = PhraseBook({"any": ("park* here",), "one": ("parking here",), "other": ("parked",)})
    for text, names in (("parking here", ["any", "one"]), ("parks here", ["any"]), ("park", [])):
        assert [one.name for one in book.find(words_in(text))] == names


@pytest.mark.parametrize("phrase", ["", ".. report", "gave ..", "*", "a * b"])
def test_what_cannot_be_heard_is_refused(phrase: str) -> None:
    with pytest.raises(PhraseError, match="no phrase"):
        PhraseBook({"x": (phrase,)})
