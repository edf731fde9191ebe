"""A draft on two axes: whether it shows that one cares, and whether it says the point.

The axes are those of Scott's *Radical Candor* (2017), a practitioner's frame without a trial. Its
names for the other three corners speak about people; here each is said about the words.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from aftershift.engines.wording.cues import Hit, WordBook, WordingError

CARE, CHALLENGE, HEDGE = "care", "challenge", "hedge"
SIGNS = frozenset({CARE, CHALLENGE, HEDGE})


class Corner(StrEnum):
    """Where a draft lands."""

    BOTH = "both"
    CARE = "care"
    CHALLENGE = "challenge"
    NEITHER = "neither"


@dataclass(frozen=True, kw_only=True, slots=True)
class CornerWords:
    """What a page says of a corner: its name, what it may do, and one thing to add."""

    corner: Corner
    name: str
    says: str
    add: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CandourShelf:
    """All that is authored about candour."""

    book: WordBook
    corners: Mapping[Corner, CornerWords]

    def __post_init__(self) -> None:
        if self.book.signs != SIGNS or set(self.corners) != set(Corner):
            reason = "care, challenge and hedges have cues, and each corner its words"
            raise WordingError(reason)


@dataclass(frozen=True, kw_only=True, slots=True)
class CandourReading:
    """Where a draft lands, and by which words."""

    corner: Corner
    care: tuple[Hit, ...]
    challenge: tuple[Hit, ...]


def read_candour(text: str, book: WordBook) -> CandourReading:
    """Read a draft. A hedge takes a challenge back unless two others stand."""
    hits = book.find(text)
    care = tuple(one for one in hits if one.sign == CARE)
    challenge = tuple(one for one in hits if one.sign == CHALLENGE)
    hedges = sum(one.sign == HEDGE for one in hits)
    is_clear = len(challenge) > hedges
    corners = {
        (True, True): Corner.BOTH,
        (True, False): Corner.CARE,
        (False, True): Corner.CHALLENGE,
        (False, False): Corner.NEITHER,
    }
    return CandourReading(corner=corners[bool(care), is_clear], care=care, challenge=challenge)
