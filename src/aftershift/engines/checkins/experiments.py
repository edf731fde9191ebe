"""Experiments of one: does our ritual help us?

Evenings on which the ritual is possible are paired into blocks; a coin that the caller throws says
which of the two has it. The result compares the two evenings of each block. It is given at the end
only, for the evenings as drawn; what was really done is counted beside it. Every one of the sign
flips is enumerated, so that the same answers always give the same figures.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from aftershift.engines.checkins.randomisation import nap

Floats = NDArray[np.floating[Any]]

OFFERED = (5, 7, 10, 14, 21)
TEST = 7  # blocks, below which it is a taster
WHOLE = 0.8  # of the planned blocks need both answers
APART = 2  # days, the most between the two evenings of a block
ALPHA = 0.05
CLOSE = 1e-9


class Said(StrEnum):
    """The key of the sentence; the words are the page's."""

    RUNNING = "running"
    STOPPED = "stopped"
    TASTER = "taster"
    HELPED = "helped"
    NO_DIFFERENCE = "no_difference"
    OPPOSITE = "opposite"


class TooFewEveningsError(ValueError):
    """There are not as many blocks in these evenings as were asked for."""

    def __init__(self, found: int) -> None:
        super().__init__(found)
        self.found = found


@dataclass(frozen=True, kw_only=True, slots=True)
class Evening:
    """An evening, and whether the ritual is possible in it."""

    day: date
    possible: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """Two evenings, one with the ritual and one without."""

    with_ritual: date
    without: date

    @property
    def last(self) -> date:
        """Give the later of the two."""
        return max(self.with_ritual, self.without)


@dataclass(frozen=True, kw_only=True, slots=True)
class Result:
    """What came of it; no figure while it runs or after an early stop, no test of a taster.

    `difference` is how much better evenings with the ritual were (below zero: worse); `p` has two
    sides and agrees with the 95 % interval. `kept` counts blocks in which both evenings went as
    drawn, None where nobody noted it; `as_done` is the difference over those alone.
    """

    said: Said
    planned: int
    used: int
    difference: float | None = None
    low: float | None = None
    high: float | None = None
    p: float | None = None
    nap: float | None = None
    kept: int | None = None
    as_done: float | None = None

    @property
    def left_out(self) -> int:
        """Count the blocks without both answers."""
        return self.planned - self.used


def possible_pairs(evenings: Sequence[Evening]) -> tuple[tuple[date, date], ...]:
    """Pair evenings on which the ritual is possible, those at most two days apart."""
    days = sorted({evening.day for evening in evenings if evening.possible})
    pairs, at = [], 0
    while at + 1 < len(days):
        near = (days[at + 1] - days[at]).days <= APART
        if near:
            pairs.append((days[at], days[at + 1]))
        at += 2 if near else 1
    return tuple(pairs)


def plan(
    evenings: Sequence[Evening], *, blocks: int, draw: Callable[[], bool]
) -> tuple[Block, ...]:
    """Plan as many blocks; `draw` is a fair coin that says whether the first has the ritual."""
    if blocks not in OFFERED:
        raise ValueError(blocks)
    pairs = possible_pairs(evenings)
    if len(pairs) < blocks:
        raise TooFewEveningsError(len(pairs))
    return tuple(
        Block(with_ritual=first, without=second)
        if draw()
        else Block(with_ritual=second, without=first)
        for first, second in pairs[:blocks]
    )


def is_running(blocks: Sequence[Block], *, today: date, stopped: bool = False) -> bool:
    """Say whether the last evening of an experiment is still to pass."""
    return not stopped and bool(blocks) and today <= max(block.last for block in blocks)


def result(
    blocks: Sequence[Block],
    outcomes: Mapping[date, float],
    *,
    today: date,
    stopped: bool = False,
    done: Mapping[date, bool] | None = None,
) -> Result:
    """Say what came of it, once its last evening has passed; a higher outcome is better."""
    used = [each for each in blocks if each.with_ritual in outcomes and each.without in outcomes]
    begun = Result(said=Said.STOPPED, planned=len(blocks), used=len(used))
    if is_running(blocks, today=today, stopped=stopped):
        return Result(said=Said.RUNNING, planned=len(blocks), used=len(used))
    if stopped or not blocks or len(used) < WHOLE * len(blocks):
        return begun
    better = np.array([outcomes[block.with_ritual] - outcomes[block.without] for block in used])
    kept, as_done = _kept(used, better, done)
    tests = len(used) >= TEST
    low, high = interval(better) if tests else (None, None)
    p = sign_flip(better) if tests else None
    return Result(
        said=_said(float(np.mean(better)), p),
        planned=len(blocks),
        used=len(used),
        difference=float(np.mean(better)),
        low=low,
        high=high,
        p=p,
        nap=nap(
            [outcomes[block.without] for block in used],
            [outcomes[block.with_ritual] for block in used],
        ),
        kept=kept,
        as_done=as_done,
    )


def _kept(
    used: Sequence[Block], better: Floats, done: Mapping[date, bool] | None
) -> tuple[int | None, float | None]:
    """Count the blocks that went as drawn, and give the difference over them."""
    if done is None:
        return None, None
    as_drawn = [done.get(each.with_ritual) is True and done.get(each.without) is False
                for each in used]  # fmt: skip
    kept = better[np.array(as_drawn, bool)]
    return len(kept), float(np.mean(kept)) if len(kept) else None


def _said(difference: float, p: float | None) -> Said:
    """Choose the sentence."""
    if p is None:
        return Said.TASTER
    if p > ALPHA:
        return Said.NO_DIFFERENCE
    return Said.HELPED if difference > 0 else Said.OPPOSITE


# --- the test ---------------------------------------------------------------------


def _subset_sums(values: Floats) -> Floats:
    """Give the sum of every subset, the empty one first."""
    sums = np.zeros(1)
    for value in values:
        sums = np.concatenate((sums, sums + value))
    return sums


def sign_flip(differences: Floats, *, sides: int = 2) -> float:
    """Give the exact p of the mean difference among all flips of signs (one side: above zero).

    A flip that turns the signs of some has the sum of all less twice the sum of those.
    """
    whole = float(np.sum(differences))
    half = len(differences) // 2
    one, other = _subset_sums(differences[:half]), np.sort(_subset_sums(differences[half:]))
    size = whole if sides == 1 else abs(whole)
    high = np.searchsorted(other, (whole - size + CLOSE) / 2 - one, side="right")
    share = float(np.sum(high)) / (len(one) * len(other))
    if sides == 1:
        return share
    low = len(other) - np.searchsorted(other, (whole + size - CLOSE) / 2 - one, side="left")
    return min(share + float(np.sum(low)) / (len(one) * len(other)), 1.0)


def interval(differences: Floats) -> tuple[float | None, float | None]:
    """Give the 95 % interval that inverting the test gives; None where there are too few blocks.

    A shift is refused on one side by as many flips as there are subsets with a mean below it
    (Hartigan 1969), so the ends are means of subsets and need no search.
    """
    sums = _subset_sums(differences)
    sizes = _subset_sums(np.ones(len(differences)))
    means = sums[1:] / sizes[1:]
    out = int(len(sums) * ALPHA / 2)  # of the flips on either side
    if not out:
        return None, None
    ordered = np.partition(means, (out - 1, len(means) - out))
    return float(ordered[out - 1]), float(ordered[len(means) - out])
