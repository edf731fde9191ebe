"""A message made comparable without losing the places: every letter knows where it was given."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from aftershift.engines.language.cleaning import Cleaned, kept
from aftershift.engines.safety.phi_words import PhiWords, Role, listed

WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|\d+")
END = re.compile(r"[.!?;…][\"')\]]*\s|\n")
GERMAN = listed(
    "ich und der die das nicht ist mit auf hab habe wir kein keine mein meine unser sie"
)
SHOUTING = 0.7  # share of capitals from which capitals say nothing


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """A text as given, and its letters without disguise, each with its place there."""

    given_text: str
    cleaned: Cleaned

    @property
    def clean(self) -> str:
        """Give the letters without disguise."""
        return self.cleaned.text

    def given(self, start: int, end: int) -> tuple[int, int]:
        """Carry a span of the clean text back to the text as given, with accents typed apart."""
        first, last = self.cleaned.original(start, end)
        while last < len(self.given_text) and unicodedata.combining(self.given_text[last]):
            last += 1
        return first, last


def read(text: str) -> Reading:
    """Undo the disguises of a text, and keep its capitals and marks."""
    return Reading(given_text=text, cleaned=kept(text))


@dataclass(frozen=True, kw_only=True, slots=True)
class Token:
    """One word or number: its place, its small letters, what it can be."""

    start: int
    end: int
    low: str
    roles: frozenset[Role]
    capital: bool
    all_capitals: bool
    is_first: bool  # of a sentence
    has_genitive: bool  # 's after it
    sentence: int
    gap: str  # what stands between the word before and this one

    def has(self, *roles: Role) -> bool:
        """Say whether the word can be one of these."""
        return not self.roles.isdisjoint(roles)


def split(phrase: str) -> list[str]:
    """Split a phrase into words in small letters, genitives cut off."""
    return [_bare(match.group().casefold()) for match in WORD.finditer(phrase)]


def _bare(low: str) -> str:
    return low[:-2] if low.endswith("'s") else low.rstrip("'")


class Talk:
    """A clean text with its words; answers what stands around a place."""

    def __init__(self, clean: str, words: PhiWords) -> None:
        self.clean = clean
        self.words = words
        self.tokens = _tokens(clean, words)
        german = {token.low for token in self.tokens} & GERMAN
        self.is_german = len(german) >= 2  # there every noun has a capital
        self._starts = [token.start for token in self.tokens]
        self._ends = [token.end for token in self.tokens]

    def before(self, place: int, count: int) -> list[Token]:
        """List the last words before a place, of its own sentence, the nearest last."""
        at = bisect_right(self._ends, place)
        near = self.tokens[max(0, at - count) : at]
        home = self._sentence(place)
        return [token for token in near if token.sentence == home]

    def after(self, place: int, count: int) -> list[Token]:
        """List the first words after a place, of its own sentence."""
        at = bisect_left(self._starts, place)
        home = self._sentence(max(0, place - 1))
        return [token for token in self.tokens[at : at + count] if token.sentence == home]

    def around(self, start: int, end: int, count: int) -> list[Token]:
        """List the words on both sides of a span, sentences aside."""
        left = bisect_right(self._ends, start)
        right = bisect_left(self._starts, end)
        return self.tokens[max(0, left - count) : left] + self.tokens[right : right + count]

    def index(self, place: int) -> int:
        """Give the number of the first word that starts at a place or after it."""
        return bisect_left(self._starts, place)

    def _sentence(self, place: int) -> int:
        at = bisect_right(self._starts, place) - 1
        if at < 0:
            return self.tokens[0].sentence if self.tokens else 0
        if place >= self._ends[at] and at + 1 < len(self.tokens):
            gap = self.clean[self._ends[at] : place + 1]
            return self.tokens[at].sentence + bool(END.search(gap))
        return self.tokens[at].sentence


def _tokens(clean: str, words: PhiWords) -> list[Token]:
    matches = list(WORD.finditer(clean))
    lows = [_bare(match.group().casefold()) for match in matches]
    roles = words.roles(lows)
    shouted = _is_shouted(clean)
    found: list[Token] = []
    sentence, ended = 0, 0
    for match, low, own in zip(matches, lows, roles, strict=True):
        gap = clean[ended : match.start()]
        is_first = not found or (bool(END.search(gap)) and not _is_title(found[-1], gap))
        sentence += bool(is_first and found)
        found.append(
            Token(
                start=match.start(),
                end=match.start() + _length(match.group()),
                low=low,
                roles=frozenset(own),
                capital=match.group()[0].isupper() and not shouted,
                all_capitals=match.group().isupper() and len(low) > 1 and not shouted,
                is_first=is_first,
                has_genitive=match.group()[-2:].casefold() == "'s",
                sentence=sentence,
                gap=gap,
            )
        )
        ended = match.end()
    return found


def _length(word: str) -> int:
    return len(word) - 2 if word[-2:].casefold() == "'s" else len(word.rstrip("'"))


def _is_title(token: Token, gap: str) -> bool:
    return gap.startswith(". ") and (
        token.has(Role.PATIENT_TITLE, Role.STAFF_TITLE) or (len(token.low) == 1 and token.capital)
    )


def _is_shouted(clean: str) -> bool:
    letters = [letter for letter in clean if letter.isalpha()]
    return len(letters) > 12 and sum(map(str.isupper, letters)) > SHOUTING * len(letters)
