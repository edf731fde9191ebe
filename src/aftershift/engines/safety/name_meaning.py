"""What each word of a message means: a patient's name, a bed, a day, whom a whole town would know.

Rules and signs see how a name is dressed and which words stand near it, and how a number is
written. An encoder reads the whole sentence: that "winifred" is who was held by the hand, and "the
window one by the sluice" a bed. It knows no capitals and guesses where rules know, so neither is
asked alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from aftershift.engines.language.sentences import Stretch
from aftershift.engines.safety.phi_kinds import Found, Kind, Masked, is_blotted
from aftershift.engines.safety.phi_text import WORD

MEANT = (  # what a word is heard for, in the order of the head
    Kind.NAME,
    Kind.RARE,
    Kind.ADDRESS,
    Kind.ROOM,
    Kind.DATE,
    Kind.BIRTH,
    Kind.AGE,
    Kind.RECORD,
    Kind.DEVICE,
    Kind.PHONE,
)
BRIDGED = 2  # words of one stretch are so near each other: one between them belongs to it
Places: TypeAlias = NDArray[np.intp]  # (words, 2), from and to in the clean text, in their order
Odds: TypeAlias = NDArray[np.float32]  # (words, kinds), log-odds


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Meaning:
    """The words of a clean text, and in log-odds of what kind each is."""

    words: Places
    odds: Odds

    def of(self, start: int, end: int, kind: Kind) -> float | None:
        """Give the highest log-odds of a kind in a stretch, and nothing where no word was heard."""
        first = np.searchsorted(self.words[:, 1], start, "right")
        behind = np.searchsorted(self.words[:, 0], end, "left")
        inside = self.odds[first:behind, MEANT.index(kind)]
        return float(inside.max()) if inside.size else None

    def stretches(self, kind: Kind, least: float) -> Iterator[Stretch]:
        """Give the stretches of words that are likelier than `least` of a kind."""
        likely = np.flatnonzero(self.odds[:, MEANT.index(kind)] > least)
        breaks = np.flatnonzero(np.diff(likely) > BRIDGED) + 1
        for run in np.split(likely, breaks) if likely.size else ():
            yield int(self.words[run[0], 0]), int(self.words[run[-1], 1])

    def found(self, text: Masked, kind: Kind, least: float) -> Iterator[Found]:
        """Find what is meant as a kind and was not found already as something else."""
        for start, end in self.stretches(kind, least):
            if not is_blotted(text[start:end]):
                yield Found(start=start, end=end, kind=kind)


def words_of(clean: str) -> list[Stretch]:
    """Cut a clean text into the words that are heard."""
    return [one.span() for one in WORD.finditer(clean)]


def kinds_of(
    words: Sequence[Stretch], spans: Sequence[tuple[int, int, str]]
) -> tuple[tuple[float, ...], ...]:
    """Say of each word whether it stands in a marked span of each kind: what teaches the head."""
    return tuple(
        tuple(
            float(any(kind == name and first < end and start < last for start, end, name in spans))
            for kind in MEANT
        )
        for first, last in words
    )
