"""A level with an honest band, and whether it really changed.

The level of a day is estimated by a local-level model (a random walk seen through noise); days
without an answer widen the band. A change is called real only where two of the last three weekly
points lie on the same side beyond the limits of the time before: never by one day.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from math import isnan, pi, sqrt
from statistics import median
from typing import Any

import numpy as np
from numpy.typing import NDArray

Days = Sequence[tuple[date, float]]
# A day's level, with the low and the high end of the band in which it lies 95 times in 100. There
# are many, and a plain tuple is made in no time.
Point = tuple[date, float, float, float]
Floats = NDArray[np.floating[Any]]

FEWEST = 3  # answers, below which nothing is said
BASELINE = 14  # answered days before the recent weeks, below which no change is looked for
RECENT_WEEKS = 3
OF_WEEK = 4  # days of seven, below which a week has no point
OF_KIND = 5  # days of a kind of shift before its mean is taken off
LIMIT = 2.0  # standard errors
Z95 = 1.96
RATIOS: Floats = np.concatenate(([0.0], np.geomspace(1e-4, 4, 24)))
MEDIAN_COSTS = pi / 2  # variance of a median against that of a mean
TOGETHER = 32  # pivots below 1e9 each, whose product is a number
CORRELATED = 0.8  # the most that neighbouring days are taken to be alike


class Verdict(StrEnum):
    """What may be said of a change."""

    NOT_YET = "not_yet"
    NO_CHANGE = "no_change"
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, kw_only=True, slots=True)
class Week:
    """The seven days that end on a day: their median, None with fewer than four answers."""

    ends: date
    median: float | None
    answers: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """Between what a weekly point lies while nothing changes."""

    centre: float
    low: float
    high: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Trend:
    """The level of each day and what is said of the recent weeks; limits None where not yet."""

    points: tuple[Point, ...]
    weeks: tuple[Week, ...]
    verdict: Verdict
    limits: Limits | None
    adjusted: bool  # whether kinds of shift were taken off


def level(
    days: Days,
    *,
    until: date,
    since: date | None = None,
    kinds: Mapping[date, str] | None = None,
    grain: float = 1.0,
) -> Trend:
    """Estimate each day's level; `kinds` says what shift a day had, `grain` the smallest step.

    All days are learnt from; points are given from `since` on, of all of them where it is None.
    """
    (found,) = levels({"": days}, until=until, since=since, kinds=kinds, grain=grain).values()
    return found


def levels(
    several: Mapping[str, Days],
    *,
    until: date,
    since: date | None = None,
    kinds: Mapping[date, str] | None = None,
    grain: float = 1.0,
) -> Mapping[str, Trend]:
    """Do the same for several items, each by itself, in one sweep."""
    known = {
        name: sorted((day, value) for day, value in dict(days).items() if day <= until)
        for name, days in several.items()
    }
    border = until - timedelta(days=7 * RECENT_WEEKS)
    told = {name: days for name, days in known.items() if len(days) >= FEWEST}
    fair = {name: without_kinds(days, kinds or {}, border=border) for name, days in told.items()}
    points = _points({name: days for name, (days, _) in fair.items()}, until, grain, since)
    return {
        name: _trend(*fair[name], points.get(name, ()), until=until, grain=grain)
        if name in told
        else Trend(
            points=(), weeks=weekly(days, until=until), verdict=Verdict.NOT_YET, limits=None,
            adjusted=False,
        )
        for name, days in known.items()
    }  # fmt: skip


def _trend(
    fair: Days, smallest: int | None, points: tuple[Point, ...], *, until: date, grain: float
) -> Trend:
    border = until - timedelta(days=7 * RECENT_WEEKS)
    limits = _limits([one for one in fair if one[0] <= border], smallest, grain)
    weeks = weekly(fair, until=until)
    return Trend(
        points=points,
        weeks=weeks,
        verdict=_verdict(weeks[-RECENT_WEEKS:], limits),
        limits=limits,
        adjusted=smallest is not None,
    )


def weekly(days: Days, *, until: date) -> tuple[Week, ...]:
    """Give the medians of the weeks that end with `until`, the oldest first."""
    if not days:
        return ()
    weeks: dict[int, list[float]] = {}
    for day, value in days:
        weeks.setdefault((until - day).days // 7, []).append(value)
    return tuple(
        Week(
            ends=until - timedelta(days=7 * back),
            median=median(found) if len(found := weeks.get(back, [])) >= OF_WEEK else None,
            answers=len(found),
        )
        for back in range(max(weeks), -1, -1)
    )


# --- kinds of shift ---------------------------------------------------------------


def without_kinds(
    days: Days, kinds: Mapping[date, str], *, border: date
) -> tuple[list[tuple[date, float]], int | None]:
    """Take off what each kind of shift adds, as learnt up to the border.

    A day of a kind that is not known well enough is left out, for a change in it could be the
    roster's. Also gives the days of the rarest kind in use; None where nothing was taken off.
    """
    before = [(kinds[day], value) for day, value in days if day <= border and day in kinds]
    values: dict[str, list[float]] = {}
    for kind, value in before:
        values.setdefault(kind, []).append(value)
    means = {kind: float(np.mean(of)) for kind, of in values.items() if len(of) >= OF_KIND}
    if not means:
        return list(days), None
    whole = float(np.mean([value for kind, value in before if kind in means]))
    fair = [
        (day, value - means[kinds[day]] + whole) for day, value in days if kinds.get(day) in means
    ]
    return fair, min(len(values[kind]) for kind in means)


# --- the level --------------------------------------------------------------------


def _points(
    several: Mapping[str, Days], until: date, grain: float, since: date | None
) -> Mapping[str, tuple[Point, ...]]:
    """Give the smoothed level for every day from the first answer, or `since`, to `until`."""
    seen = {name: _seen(days, until) for name, days in several.items() if len(days) >= FEWEST}
    found = {}
    smoothed = zip(seen.items(), smooth_all(list(seen.values()), grain=grain), strict=True)
    for (name, said), (middles, spreads) in smoothed:
        first, halves = several[name][0][0], Z95 * np.sqrt(spreads)
        drawn = max((since - first).days, 0) if since else 0
        days = (first + timedelta(days=at) for at in range(drawn, len(said)))
        low, high = (middles - halves)[drawn:].tolist(), (middles + halves)[drawn:].tolist()
        found[name] = tuple(zip(days, middles[drawn:].tolist(), low, high, strict=True))
    return found


def _seen(days: Days, until: date) -> Floats:
    """Lay answers out, a place for each day from the first to `until`; nan where none was given."""
    first = days[0][0]
    seen = np.full((until - first).days + 1, np.nan)
    for day, value in days:
        seen[(day - first).days] = value
    return seen


def smooth(seen: Floats, *, grain: float = 1.0) -> tuple[Floats, Floats]:
    """Smooth by a local level: level and variance of each day; nan where nothing was said.

    The first day must be answered. The ratio of the variances is that of the highest likelihood
    on a grid; the noise is never less than what rounding to the grain alone makes.
    """
    return smooth_all([seen], grain=grain)[0]


def smooth_all(several: Sequence[Floats], *, grain: float = 1.0) -> list[tuple[Floats, Floats]]:
    """Smooth several series, each by itself."""
    found = _likeliest(several, grain) if several else []
    return [_smoothed(seen, *of) for seen, of in zip(several, found, strict=True)]


def _smoothed(seen: Floats, ratio: float, noise: float) -> tuple[Floats, Floats]:
    """Filter forward and smooth backward, in plain numbers: one by one, an array is slow."""
    middles, variances = [float(seen[0])], [1.0]
    for said in seen[1:].tolist():
        before, ahead = middles[-1], variances[-1] + ratio
        gain = 0.0 if isnan(said) else ahead / (ahead + 1)
        middles.append(before + gain * (said - before) if gain else before)
        variances.append(ahead * (1 - gain))
    for at in range(len(middles) - 2, -1, -1):
        ahead = variances[at] + ratio
        back = variances[at] / ahead
        middles[at] += back * (middles[at + 1] - middles[at])
        variances[at] += back**2 * (variances[at + 1] - ahead)
    return np.array(middles), np.array(variances) * noise


def _likeliest(several: Sequence[Floats], grain: float) -> list[tuple[float, float]]:
    """Choose each series' ratio of level to noise variance by likelihood; give the noise with it.

    From one answer to the next the differences have a covariance of three diagonals, 2 + ratio x
    days between them and -1 beside it, whose pivots and forward sweep are the filter's variances
    and surprises. So every ratio and every series is swept at once, over answers alone.
    """
    answered = [np.flatnonzero(~np.isnan(seen)) for seen in several]
    counts = np.array([len(of) - 1 for of in answered])
    shape = (int(counts.max()), len(several), len(RATIOS))
    pivots, surprises = np.full(shape, 2.0), np.zeros(shape)
    for at, (seen, of) in enumerate(zip(several, answered, strict=True)):
        pivots[: counts[at], at] += np.diff(of)[:, None] * RATIOS
        surprises[: counts[at], at] = np.diff(seen[of])[:, None]
    _sweep(pivots, surprises)
    is_over = np.arange(shape[0])[:, None] >= counts  # a shorter series ends before the longest
    pivots[is_over], surprises[is_over] = 1.0, 0.0
    squares = np.sum(surprises**2 / pivots, axis=0)
    noise = np.maximum(squares / np.maximum(counts, 1)[:, None], grain**2 / 12)
    fits = -counts[:, None] * np.log(noise) - _logs(pivots) - squares / noise
    best = np.argmax(fits, axis=1)
    return [(float(RATIOS[top]), float(noise[at, top])) for at, top in enumerate(best)]


def _sweep(pivots: Floats, surprises: Floats) -> None:
    """Go forward through three diagonals, in place."""
    last = carried = np.zeros(pivots.shape[1:])
    inverse = np.zeros(pivots.shape[1:])
    for pivot, surprise in zip(pivots, surprises, strict=True):
        np.subtract(pivot, inverse, out=pivot)
        np.multiply(last, inverse, out=carried)
        np.add(surprise, carried, out=surprise)
        np.reciprocal(pivot, out=inverse)
        last = surprise


def _logs(pivots: Floats) -> Floats:
    """Add up logarithms, of products of as many as cannot overflow."""
    starts = np.arange(0, len(pivots), TOGETHER)
    if not len(starts):
        return np.zeros(pivots.shape[1:])
    logs: Floats = np.sum(np.log(np.multiply.reduceat(pivots, starts, axis=0)), axis=0)
    return logs


# --- whether it changed -----------------------------------------------------------


def _limits(before: Days, rarest: int | None, grain: float) -> Limits | None:
    """Say between what a weekly point lies while nothing changes."""
    if len(before) < BASELINE:
        return None
    values = np.array([value for _, value in before])
    centre = float(np.mean(values))
    noise = max(float(np.var(values, ddof=1)), grain**2 / 12)
    alike = _alike(before, centre)
    stretch = (1 + alike) / (1 - alike)
    known = min(len(before), rarest or len(before))
    variance = noise * stretch * (MEDIAN_COSTS / 7 + 1 / known)
    half = LIMIT * sqrt(variance)
    return Limits(centre=centre, low=centre - half, high=centre + half)


def _alike(days: Days, centre: float) -> float:
    """Estimate how alike neighbouring days are, with what a short series hides added back."""
    pairs = [
        (one - centre, other - centre)
        for (day, one), (following, other) in pairwise(days)
        if (following - day).days == 1
    ]
    total = sum(one**2 + other**2 for one, other in pairs) / 2
    if len(pairs) < FEWEST or not total:
        return 0.0
    found = sum(one * other for one, other in pairs) / total
    return min(max(found + (1 + 3 * found) / len(pairs), 0.0), CORRELATED)


def _verdict(weeks: Sequence[Week], limits: Limits | None) -> Verdict:
    """Call a change real where two of three weekly points lie beyond the same limit."""
    medians = [week.median for week in weeks if week.median is not None]
    if limits is None or len(medians) < RECENT_WEEKS - 1:
        return Verdict.NOT_YET
    if sum(each > limits.high for each in medians) > 1:
        return Verdict.UP
    if sum(each < limits.low for each in medians) > 1:
        return Verdict.DOWN
    return Verdict.NO_CHANGE


# --- EWMA -------------------------------------------------------------------------


def ewma(values: Sequence[float], *, centre: float, weight: float = 0.3) -> tuple[float, ...]:
    """Give the exponentially weighted moving average, from the centre on."""
    averages, now = [], centre
    for value in values:
        now = weight * value + (1 - weight) * now
        averages.append(now)
    return tuple(averages)


def ewma_limits(*, centre: float, spread: float, weight: float = 0.3, width: float = 3) -> Limits:
    """Give the limits that such an average keeps to while nothing changes."""
    half = width * spread * sqrt(weight / (2 - weight))
    return Limits(centre=centre, low=centre - half, high=centre + half)


def moving_range_spread(values: Sequence[float]) -> float:
    """Estimate the spread from day to day, which a slow drift does not inflate."""
    return float(np.mean(np.abs(np.diff(np.asarray(values, float))))) / 1.128
