"""Which part of a message weighs most: the one that may least be passed over when it is answered.

Readers marked it in ten thousand messages of talks: the hurt, the wish, what changed, and mostly
not the arrangement around it or the joke on top. What was tuned to gists and wants was tuned by
that as well: each part by the mean of what its tokens became within the whole message.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from aftershift.engines.basics.recall import Rows
from aftershift.engines.language.choosing import Numbers
from aftershift.engines.language.heads import DENSE_SCALE
from aftershift.engines.language.sentences import Stretch

MOST_PARTS = 16  # that are weighed


@dataclass(frozen=True, kw_only=True, slots=True)
class Weighed:
    """A message of which a reader marked what weighs most; `heavy` are places among its parts.

    The heaviest is first; none is heavy where nothing of it has to come back.
    """

    text: str
    parts: tuple[Stretch, ...]
    heavy: tuple[int, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Weights:
    """How likely each part of a message weighs most, as shares of one; the rest is "nothing"."""

    parts: tuple[Stretch, ...] = ()
    shares: tuple[float, ...] = ()


NOT_WEIGHED = Weights()


@dataclass(frozen=True, kw_only=True, slots=True)
class Scale:
    """The head that was tuned to weights, (width + 1, 1); or none."""

    head: Numbers | None

    def weights(self, parts: Sequence[Stretch], rows: Rows) -> Weights:
        """Weigh parts; `rows` (parts, width) are of unit length, what each means in its message."""
        if self.head is None or not len(rows):
            return NOT_WEIGHED
        odds = DENSE_SCALE * rows @ self.head[:-1, 0] + self.head[-1, 0]
        steep = np.exp(np.append(odds, 0.0) - max(odds.max(), 0.0))
        *shares, _nothing = (steep / steep.sum()).tolist()
        return Weights(parts=tuple(parts[:MOST_PARTS]), shares=tuple(shares[:MOST_PARTS]))
