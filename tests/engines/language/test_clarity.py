"""Which of who, what and when a request does not say."""

import pytest

from aftershift.engines.language.clarity import ClarityBook, Piece, Request, request_in
from aftershift.engines.language.kinds import PatternError
from aftershift.library.clarity import load_clarity

WHO, WHAT, WHEN = Piece.WHO, Piece.WHAT, Piece.WHEN


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ("Can you take the bins out tonight?", ()),
        ("pls get milk on your way home", ()),
        ("Take the chicken out when you get in", ()),
        ("Can you take the bins out?", (WHEN,)),
        ("Could you ring them at some point", (WHEN,)),
        ("Would you book the dentist when you get a chance", (WHEN,)),
        ("The bins need to go out tonight", (WHO,)),
        ("Somebody has to ring the school by three", (WHO,)),
        ("We should book a holiday", (WHO, WHEN)),
        ("Can you sort it by tonight", (WHAT,)),
        ("Please help more", (WHAT, WHEN)),
        ("This place has to change", (WHO, WHAT, WHEN)),
        ("Somebody must ring. Sam, can you do that call before six?", ()),
    ],
)
def test_what_is_not_said_is_named(said: str, missing: tuple[Piece, ...]) -> None:
    assert request_in(said, load_clarity()) == Request(missing=missing)


@pytest.mark.parametrize(
    "said",
    [
        "",
        "Home at six, traffic was fine",
        "How was your day?",
        "You could have told me",
        "I'll book the dentist on Monday",
        "Have a good shift",
        "thanks for getting the shopping",
    ],
)
def test_what_asks_for_nothing_is_no_request(said: str) -> None:
    assert request_in(said, load_clarity()) is None


def test_an_unclear_request_by_the_reader_of_patterns_is_one() -> None:
    book = load_clarity()
    assert request_in("The usual, then", book) is None
    found = request_in("Sam at six: the usual, then", book, is_vague=True)
    assert found is not None
    assert WHAT in found.missing or WHO in found.missing
    assert request_in("Can you ring Mum at six", book, is_vague=True) == Request(missing=(WHAT,))


def test_a_book_that_lacks_a_sign_is_refused() -> None:
    with pytest.raises(PatternError, match="every sign"):
        ClarityBook(load_clarity().phrases[:-1])
