"""Candour of a draft: is care for the other in its words, and is the point said?

Heads that were taught by our own sentences hear each sentence by itself; a draft cares where one
sentence of it does, and says its point where one does. It reads words, and judges nobody. The two
questions are the axes of Scott's "Radical Candor" (2017); the names and the words are ours.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.heads import Heads

NAMES = ("cares", "points")  # of the heads, in this order
CLOSE = 0.7  # log-odds: nearer to even than this is said to be close


class LessonError(Exception):
    """Authored sentences that may not teach; says why."""


class Quadrant(StrEnum):
    """Where a draft lies: which of care and point are in its words."""

    BOTH = "both"
    CARE_ALONE = "care_alone"
    POINT_ALONE = "point_alone"
    NEITHER = "neither"


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """Sentences or drafts that teach: whether they care, and whether they say their point."""

    cares: bool
    points: bool
    why: str
    says: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.says:
            reason = "a group without sentences"
            raise LessonError(reason)


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """A sentence as it was typed, with the log-odds that it cares and that it says a point."""

    text: str
    care: float
    point: float

    @property
    def cares(self) -> bool:
        """Say whether it more likely cares than not."""
        return self.care > 0

    @property
    def points(self) -> bool:
        """Say whether it more likely says a point than not."""
        return self.point > 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Candour:
    """A draft, read sentence by sentence."""

    sentences: tuple[Sentence, ...]

    @property
    def quadrant(self) -> Quadrant:
        """Say where the draft lies."""
        cares = any(one.cares for one in self.sentences)
        points = any(one.points for one in self.sentences)
        if cares:
            return Quadrant.BOTH if points else Quadrant.CARE_ALONE
        return Quadrant.POINT_ALONE if points else Quadrant.NEITHER

    @property
    def is_close(self) -> bool:
        """Say whether either answer could as well be the other."""
        best = (max(one.care for one in self.sentences), max(one.point for one in self.sentences))
        return any(abs(one) < CLOSE for one in best)


def read_candour(sentences: Sequence[str], meanings: NDArray[np.float32], heads: Heads) -> Candour:
    """Read a draft's sentences; `meanings` has a row for each, as the encoder hears it clean."""
    found = []
    for text, meaning in zip(sentences, meanings, strict=True):
        care, point = heads.log_odds(clean(text).text, meaning)
        found.append(Sentence(text=text, care=float(care), point=float(point)))
    return Candour(sentences=tuple(found))


def lessons_of(groups: Sequence[Group]) -> Iterator[tuple[str, tuple[bool, bool]]]:
    """Give each text that teaches, clean, and which of `NAMES` are true of it."""
    for group in groups:
        for said in group.says:
            yield clean(said).text, (group.cares, group.points)
