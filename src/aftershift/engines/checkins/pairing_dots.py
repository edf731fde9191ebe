"""Where the two evenings of each block lie on a drawing; plain geometry, no words."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 320, 120


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    """One block across the drawing: how far down each of its evenings lies."""

    across: int
    with_down: int
    without_down: int


def pairs(values: Sequence[tuple[float, float]], *, highest: float) -> tuple[Pair, ...]:
    """Lay blocks out from left to right, each (with, without), from 0 at the bottom up."""
    step = WIDTH / max(len(values), 1)
    return tuple(
        Pair(
            across=round(step * (at + 0.5)),
            with_down=_down(one, highest),
            without_down=_down(other, highest),
        )
        for at, (one, other) in enumerate(values)
    )


def _down(value: float, highest: float) -> int:
    within = min(max(value, 0.0), highest)
    return round(HEIGHT - HEIGHT * within / highest)
