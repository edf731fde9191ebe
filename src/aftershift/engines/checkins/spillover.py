"""Whether a day's strain at work shows in tomorrow's closeness, for one person.

The estimate is a rank correlation of strain today with closeness tomorrow, with closeness today
taken out of both. Its p compares it with every circular shift of the strain, which keeps how alike
neighbouring days are. That two things go together does not say that one makes the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import atanh, sqrt, tanh
from typing import Any

import numpy as np
from numpy.typing import NDArray

Days = Sequence[tuple[date, float]]
Floats = NDArray[np.floating[Any]]

FEWEST = 40  # pairs
ALPHA = 0.05
Z95 = 1.96
NEXT = timedelta(days=1)
CLOSE = 1e-9


class Spills(StrEnum):
    """What may be said."""

    NOT_ENOUGH = "not_enough"
    NONE = "none"
    FOUND = "found"


@dataclass(frozen=True, kw_only=True, slots=True)
class Spillover:
    """The estimate with its band; below zero, after a harder day there is less closeness."""

    verdict: Spills
    pairs: int
    estimate: float | None = None
    low: float | None = None
    high: float | None = None
    p: float | None = None


def spillover(strain: Days, closeness: Days) -> Spillover:
    """Compare strain today with closeness tomorrow; a day that is missing makes no pair."""
    close = dict(closeness)
    rows = [
        (hard, close[day], close[day + NEXT])
        for day, hard in sorted(dict(strain).items())
        if day in close and day + NEXT in close
    ]
    if len(rows) < FEWEST:
        return Spillover(verdict=Spills.NOT_ENOUGH, pairs=len(rows))
    hard, today, tomorrow = (ranks(column) for column in np.array(rows, float).T)
    if not (np.any(hard) and np.any(tomorrow)):  # one answer throughout: nothing to compare
        return Spillover(verdict=Spills.NOT_ENOUGH, pairs=len(rows))
    return _judged(_without(hard, today), _without(tomorrow, today))


def ranks(values: Floats) -> Floats:
    """Give ranks around zero; equal values share their middle rank."""
    _, places, counts = np.unique(values, return_inverse=True, return_counts=True)
    middles = np.cumsum(counts) - (counts - 1) / 2
    shared: Floats = middles[places]
    return shared - float(np.mean(shared))


def _without(values: Floats, other: Floats) -> Floats:
    """Take out of values what goes with the other."""
    size = float(other @ other)
    return values - other * (float(values @ other) / size) if size else values


def _judged(strain: Floats, close: Floats) -> Spillover:
    """Correlate, and compare with every circular shift."""
    count = len(strain)
    size = sqrt(float(strain @ strain) * float(close @ close))
    if size < CLOSE:
        return Spillover(verdict=Spills.NOT_ENOUGH, pairs=count)
    every = _by_fourier(strain, close) / size
    estimate = float(every[0])
    p = float(np.mean(np.abs(every) >= abs(estimate) - CLOSE))
    low, high = _band(estimate, count, _alike(strain) * _alike(close))
    return Spillover(
        verdict=Spills.FOUND if p <= ALPHA else Spills.NONE,
        pairs=count,
        estimate=estimate,
        low=low,
        high=high,
        p=p,
    )


def _by_fourier(strain: Floats, close: Floats) -> Floats:
    """Give the products of all circular shifts at once, as going through each would to 1e-12."""
    product = np.fft.rfft(strain) * np.conj(np.fft.rfft(close))
    return np.fft.irfft(product, n=len(strain))


def _alike(values: Floats) -> float:
    """Say how alike neighbouring pairs are."""
    size = float(values @ values)
    return float(values[1:] @ values[:-1]) / size if size else 0.0


def _band(estimate: float, count: int, alike: float) -> tuple[float, float]:
    """Give the 95 % band by Fisher's z, for as many pairs as count for when days are alike."""
    counts_for = count * (1 - alike) / (1 + alike)
    half = Z95 / sqrt(max(min(counts_for, count) - 4, 1))
    middle = atanh(max(min(estimate, 1 - CLOSE), CLOSE - 1))
    return tanh(middle - half), tanh(middle + half)
