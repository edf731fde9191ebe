"""Clarity of a request: who does it, what it is, and by when; which of the three is not said.

Rules over authored phrases (`content/clarity`). Something is asked for where somebody is asked,
where a sentence begins with an order, or where a thing "needs doing". Who is said by "you" or an
order, and not by "somebody" or "we". What is missing where nobody could tell when it is done
("help more"). When is missing without a time, and at "soon" or "at some point".

Reference: goals that are specific are met more often than "do your best" (Locke & Latham 2002).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.cues import any_of
from aftershift.engines.language.kinds import PatternError
from aftershift.engines.language.sentences import sentences

OPENING = (
    r"(?:^|(?<=[.!?;:\n,] ))(?:(?:and|then|also|hi|hey|ok|so|oh|pls|plz|please|just|babe|love|hun"
    r"|darling|honey|mum|dad|x+)[ ,]+)*"
)

_CLOCK = re.compile(
    r"(?<![a-z0-9£$€.])(?:\d{1,2}[:.]\d\d|\d{1,2} ?(?:am|pm|ish|st|nd|rd|th)|\d{1,2}/\d{1,2}"
    r"|(?:at|by|before|after|from|till?|until|around|past|to) (?:the )?\d{1,2})(?![a-z0-9])"
    r"|(?<![a-z])(?:before|after|while) [a-z]{2,}ing(?![a-z])"
)


class Piece(StrEnum):
    """What a request may leave open."""

    WHO = "who"
    WHAT = "what"
    WHEN = "when"


class Sign(StrEnum):
    """What a phrase shows."""

    ASKS_YOU = "asks_you"  # somebody is asked: who is said
    ORDERS = "orders"  # only where a sentence begins: who is said
    PLEASE = "please"  # who is said, but where nobody in particular is asked
    ASKS_NOBODY = "asks_nobody"  # something is asked for, and of nobody in particular
    NO_REQUEST = "no_request"  # looks like a request and is none
    OPEN_WHAT = "open_what"  # nobody could tell when it is done
    A_TIME = "a_time"
    NO_TIME = "no_time"  # sounds like a time and is none


@dataclass(frozen=True, kw_only=True, slots=True)
class Phrases:
    """Phrases of one sign, written as in `cues`, with sentences to find and to spare."""

    sign: Sign
    says: tuple[str, ...]
    finds: tuple[str, ...]
    spares: tuple[str, ...]

    def __post_init__(self) -> None:
        if not (self.says and self.finds and self.spares):
            reason = f"{self.sign}: phrases, a sentence to find and one to spare are needed"
            raise PatternError(reason)
        fault = next(_faults(self), "")
        if fault:
            raise PatternError(fault)


@dataclass(frozen=True, kw_only=True, slots=True)
class Request:
    """Something that a message asks for, and which pieces of it are not said."""

    missing: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ClarityBook:
    """All phrases, made ready once."""

    phrases: tuple[Phrases, ...]
    _patterns: dict[Sign, re.Pattern[str]] = field(init=False)

    def __post_init__(self) -> None:
        made = {one.sign: _pattern(one) for one in self.phrases}
        if set(made) != set(Sign) or len(made) != len(self.phrases):
            reason = "every sign is there once"
            raise PatternError(reason)
        object.__setattr__(self, "_patterns", made)

    def shows(self, sign: Sign, text: str) -> bool:
        """Say whether a clean text shows a sign."""
        return self._patterns[sign].search(text) is not None

    def without(self, sign: Sign, text: str) -> str:
        """Give a clean text without what shows a sign."""
        return self._patterns[sign].sub(" ", text)


def request_in(text: str, book: ClarityBook, *, is_vague: bool = False) -> Request | None:
    """Read what a message asks for, and what of it is not said; None where it asks for nothing.

    `is_vague`: the reader of patterns found an unclear request in it.
    """
    cleaned = clean(text).text
    parts = [cleaned[slice(*one)] for one in sentences(cleaned)]
    asking = [one for one in parts if _asks(one, book)]
    if not asking and not is_vague:
        return None
    asked = asking or parts
    missing = (
        (Piece.WHO, not any(_names_who(one, book) for one in asked)),
        (Piece.WHAT, all(book.shows(Sign.OPEN_WHAT, one) for one in asked)),
        (Piece.WHEN, not any(_has_time(one, book) for one in parts)),
    )
    found = tuple(piece for piece, is_missing in missing if is_missing)
    return Request(missing=found or ((Piece.WHAT,) if is_vague else ()))


def _asks(text: str, book: ClarityBook) -> bool:
    if book.shows(Sign.NO_REQUEST, text):
        return False
    return _names_who(text, book) or book.shows(Sign.ASKS_NOBODY, text)


def _names_who(text: str, book: ClarityBook) -> bool:
    if any(book.shows(one, text) for one in (Sign.ASKS_YOU, Sign.ORDERS)):
        return True
    return book.shows(Sign.PLEASE, text) and not book.shows(Sign.ASKS_NOBODY, text)


def _has_time(text: str, book: ClarityBook) -> bool:
    without = book.without(Sign.NO_TIME, text)
    return book.shows(Sign.A_TIME, without) or _CLOCK.search(without) is not None


def _pattern(phrases: Phrases) -> re.Pattern[str]:
    if phrases.sign is Sign.ORDERS:
        return re.compile(OPENING + any_of(phrases.says, start="").pattern)
    return any_of(phrases.says)


def _faults(phrases: Phrases) -> Iterator[str]:
    pattern = _pattern(phrases)
    yield from _wrong(pattern, phrases.finds, f"{phrases.sign}: is deaf to", is_found=False)
    yield from _wrong(pattern, phrases.spares, f"{phrases.sign}: finds", is_found=True)


def _wrong(
    pattern: re.Pattern[str], texts: Sequence[str], what: str, *, is_found: bool
) -> Iterator[str]:
    for one in texts:
        if bool(pattern.search(clean(one).text)) is is_found:
            yield f"{what} {one!r}"
