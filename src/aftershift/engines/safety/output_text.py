"""A text about to leave, cut into sentences that are short enough to be looked at whole.

Nothing is looked at in stretches longer than `LONGEST_LOOK`, so that the work grows with the text
and not with its square, whatever the text is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from aftershift.engines.language.cleaning import Cleaned, clean
from aftershift.engines.safety.authored import places_of

LONGEST_LOOK, OVERLAP = 400, 120  # letters
NEAR_WORDS = 8  # how far back in its clause a "not" is looked for
_END = re.compile(r"[.!?]+[\"')\]]{0,3}\s+")
_CLAUSE = re.compile(r"[,;:]|\s-\s|\b(?:but|because|so)\b")
_QUOTED = re.compile(r"\"[^\"]*\"|(?<![a-z0-9])'(?=[a-z])[^\"]{2,300}?[a-z.!?]'(?![a-z0-9])")
_STRUCK = "~"  # what has been struck out is no word


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """One sentence, where it begins in the clean text, and the beginnings of its words."""

    text: str
    starts: int
    begun: frozenset[str]


def spelt_out(text: str) -> Cleaned:
    """Clean a text and write each percent sign as a word, with its place."""
    cleaned = clean(text)
    letters: list[str] = []
    places: list[int] = []
    for letter, place in zip(cleaned.text, cleaned.places, strict=False):
        said = " percent" if letter == "%" else letter
        letters.append(said)
        places += [place] * len(said)
    return Cleaned(text="".join(letters), places=(*places, cleaned.places[-1]))


def sentences(text: str) -> Iterator[Sentence]:
    """Cut a clean text into sentences, and a long one into stretches that overlap."""
    edges = (0, *(one.end() for one in _END.finditer(text)), len(text))
    for begins, ends in pairwise(edges):
        for at in range(begins, max(begins + 1, ends - OVERLAP), LONGEST_LOOK - OVERLAP):
            part = text[at : min(ends, at + LONGEST_LOOK)]
            if part.strip():
                yield Sentence(text=part, starts=at, begun=frozenset(places_of(part)))


def quoted(text: str) -> bytearray:
    """Mark every letter of a clean text that stands in quotes, so that it is somebody's words."""
    marks = bytearray(len(text))
    for one in _QUOTED.finditer(text):
        marks[one.start() : one.end()] = b"\x01" * (one.end() - one.start())
    return marks


def clause_before(sentence: str, place: int, seeming: re.Pattern[str]) -> str:
    """Give the last words before a place, of its own clause, without what only seems a "not"."""
    clause = _CLAUSE.split(seeming.sub(_STRUCK, sentence[:place]))[-1]
    return " ".join(clause.split()[-NEAR_WORDS:])
