"""A softer start for a message: an authored one that is truly near, else a frame to fill in.

The four parts of a soft start are the situation, the feeling, the need and the request. What only
the writer can know stays open in square brackets. Words of their own are kept only where they
carry no pattern at all. Threat and control have no frame: softer words for coercion are coercion.

References: Gottman & Silver 1999 (softened start-up); Rosenberg 2003 (four parts).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aftershift.engines.language.kinds import Kind, Pair, PatternError

# Cosine to what an authored pair was said to. Two pairs that ask for different things come as near
# as 0.75, and a message that asks for the opposite as 0.81; so only nearly the same words count.
NEAR = 0.9
NEVER_FRAMED = frozenset({Kind.THREAT, Kind.CONTROL})
LEAST_OWN_WORDS, MOST_OWN_WORDS = 4, 40


@dataclass(frozen=True, kw_only=True, slots=True)
class Frame:
    """The shape of a softer start for one kind; `after` follows the writer's own words."""

    kind: Kind
    alone: str
    after: str = ""

    def __post_init__(self) -> None:
        if self.kind in NEVER_FRAMED:
            reason = f"{self.kind} is never softened by a frame"
            raise PatternError(reason)


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Softener:
    """Authored pairs, what the encoder makes of each as it was said, and the frames."""

    pairs: tuple[Pair, ...]
    said: NDArray[np.float32]  # (pairs, width), rows of unit length
    frames: tuple[Frame, ...]

    def softer(
        self, kinds: Sequence[Kind], meaning: NDArray[np.float32], own_words: str
    ) -> str | None:
        """Offer a softer start; `kinds` are what was found, the surest first.

        `meaning` is the whole message as the encoder gives it, `own_words` the parts of it that
        carry no pattern.
        """
        if not kinds:
            return None
        near = self._nearest(kinds, meaning)
        if near is not None:
            return near.softer
        if NEVER_FRAMED.intersection(kinds):
            return None
        frame = next((one for one in self.frames if one.kind == kinds[0]), None)
        return None if frame is None else _filled(frame, own_words)

    def _nearest(self, kinds: Sequence[Kind], meaning: NDArray[np.float32]) -> Pair | None:
        """Find the nearest pair that speaks to all that was found, if it is truly near."""
        likeness = self.said @ meaning
        near = [
            (float(like), at)
            for at, (like, pair) in enumerate(zip(likeness, self.pairs, strict=True))
            if like >= NEAR and set(kinds) <= set(pair.kinds)
        ]
        return self.pairs[max(near)[1]] if near else None


def _filled(frame: Frame, own_words: str) -> str:
    kept = own_words.strip(" \t\n,;:-")
    if not frame.after or not LEAST_OWN_WORDS <= len(kept.split()) <= MOST_OWN_WORDS:
        return frame.alone
    end = "" if kept[-1] in ".!?" else "."
    return f"{kept[0].upper()}{kept[1:]}{end} {frame.after}"
