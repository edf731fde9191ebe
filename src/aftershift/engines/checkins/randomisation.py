"""Randomisation tests for one case or a few, as published, and how far two stretches overlap.

These are the tests of the R packages SCRT and scan, whose printed examples this module is held to.
A plan of our own is analysed in experiments.py. All arrangements are enumerated: no dice.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import comb, erfc, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]

CLOSE = 1e-9  # two sums of the same numbers may differ by as much


@dataclass(frozen=True, kw_only=True, slots=True)
class Tested:
    """What a randomisation test found: how extreme the real arrangement is among all."""

    observed: float
    arrangements: int
    p: float  # arrangements with a statistic at least as large, as a share
    centre: float  # the mean of the statistic over all arrangements
    z: float

    @property
    def p_normal(self) -> float:
        """Give the one-sided p of z under a normal curve."""
        return erfc(self.z / sqrt(2)) / 2


def tested(observed: float, every: Floats) -> Tested:
    """Compare the observed statistic with that of every arrangement (the real one included)."""
    spread = float(np.std(every, ddof=1)) if every.size > 1 else 0.0
    centre = float(np.mean(every))
    return Tested(
        observed=observed,
        arrangements=int(every.size),
        p=float(np.mean(every >= observed - CLOSE)),
        centre=centre,
        z=(observed - centre) / spread if spread else 0.0,
    )


# --- designs ----------------------------------------------------------------------


def phase_lengths(times: int, phases: int, least: int) -> Iterator[tuple[int, ...]]:
    """Give every way to cut a number of times into phases of a least length."""
    spare = times - phases * least
    if spare < 0:
        return
    for bars in combinations(range(spare + phases - 1), phases - 1):
        edges = (-1, *bars, spare + phases - 1)
        gaps = pairwise(edges)
        yield tuple(after - before - 1 + least for before, after in gaps)


def count_phase(times: int, phases: int, least: int) -> int:
    """Count the arrangements of a phase design (AB: two phases, ABAB: four)."""
    spare = times - phases * least
    return comb(spare + phases - 1, phases - 1) if spare >= 0 else 0


def count_alternating(times: int, most: int) -> int:
    """Count orders of as many A as B in which none comes more than `most` times in a row."""
    half = times // 2
    counts = {(0, 0, 0, 0): 1}  # how many A, how many B, the last one, its run
    for _ in range(times):
        following: dict[tuple[int, int, int, int], int] = {}
        for (a, b, last, run), ways in counts.items():
            for kind in (1, 2):
                now = a + (kind == 1), b + (kind == 2), kind, run + 1 if kind == last else 1
                if now[3] <= most and max(now[0], now[1]) <= half:
                    following[now] = following.get(now, 0) + ways
        counts = following
    return sum(counts.values())


def count_blocks(times: int) -> int:
    """Count the orders of randomised blocks of two."""
    return int(2 ** (times // 2))


def count_free(times: int) -> int:
    """Count the orders of a completely randomised design with as many A as B."""
    return comb(times, times // 2)


# --- tests ------------------------------------------------------------------------


def _alternation(scores: Sequence[float], lengths: Sequence[int]) -> float:
    """Give the mean of the A phases' means less that of the B phases' means."""
    starts = np.cumsum((0, *lengths))
    pairs = pairwise(starts)
    means = [float(np.mean(scores[start:end])) for start, end in pairs]
    return float(np.mean(means[::2]) - np.mean(means[1::2]))


def phases_test(
    scores: Sequence[float],
    lengths: Sequence[int],
    *,
    least: int,
    statistic: Callable[[float], float] = float,
) -> Tested:
    """Test A against B in phases whose borders were drawn; `statistic` may flip or take abs."""
    arrangements = phase_lengths(len(scores), len(lengths), least)
    every = np.array([statistic(_alternation(scores, each)) for each in arrangements])
    return tested(statistic(_alternation(scores, lengths)), every)


def _rises(scores: Sequence[float], starts: Sequence[int]) -> Floats:
    """Give B's mean less A's mean for each start of B."""
    return np.array([np.mean(scores[at:]) - np.mean(scores[:at]) for at in starts])


def starts_test(cases: Sequence[Sequence[float]], *, length: int, least: int) -> Tested:
    """Test a rise from A to B over cases whose starts of B were drawn, each on its own."""
    every = np.zeros(1)
    for scores in cases:
        rises = _rises(scores, range(least, len(scores) - least + 1))
        every = np.add.outer(every, rises).ravel()
    observed = float(np.mean([_rises(scores, [length])[0] for scores in cases]))
    return tested(observed, every / len(cases))


# --- overlap ----------------------------------------------------------------------


def nap(before: Sequence[float], after: Sequence[float]) -> float:
    """Give the share of pairs in which the later value is higher; ties count half."""
    apart = np.subtract.outer(np.asarray(after, float), np.asarray(before, float))
    return float((np.sum(apart > 0) + np.sum(apart == 0) / 2) / apart.size)


def pnd(before: Sequence[float], after: Sequence[float]) -> float:
    """Give the per cent of later values above the highest earlier one."""
    return 100 * float(np.mean(np.asarray(after, float) > max(before)))


def smd(before: Sequence[float], after: Sequence[float]) -> float | None:
    """Give the rise in standard deviations of the earlier values; None where they do not vary."""
    spread = float(np.std(before, ddof=1))
    return float(np.mean(after) - np.mean(before)) / spread if spread else None
