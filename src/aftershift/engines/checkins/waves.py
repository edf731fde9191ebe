"""Several results of one scale: where its level lies, and whether it really changed.

How far a single result wiggles is known from the scale's reliability: its standard error of
measurement. Two questions are put to it, each at half of five per cent, so that results among
which nothing changed are called a change at most five times in a hundred:

* Does a straight line through them rise or fall by more than the wiggle? (z of a weighted slope)
* Are they further apart than the wiggle makes them? (Cochran 1954, homogeneity by chi-square)

The level is that of a random walk seen through that wiggle (Durbin & Koopman 2012, 2.2 and 2.4),
its pace the likeliest of a grid.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from math import log, sqrt

from aftershift.engines.checkins.change import Z95, sem
from aftershift.engines.checkins.instruments import Better, Scale
from aftershift.engines.checkins.trend import Point

FEWEST = 3  # results, below which nothing is said
Z_HALF = 2.2414  # two-sided, .025
PACES = (0.0, *(10 ** (power / 4) for power in range(-20, 5)))  # of the wiggle's variance, a day

Results = Sequence[tuple[date, float]]


class Course(StrEnum):
    """What may be said of several results."""

    NOT_YET = "not_yet"
    NO_RULE = "no_rule"
    NO_CHANGE = "no_change"
    BETTER = "better"
    WORSE = "worse"
    UNEVEN = "uneven"  # further apart than the wiggle, and no line through them


@dataclass(frozen=True, kw_only=True, slots=True)
class Waves:
    """The level at each result with its band, in points of the scale, and what may be said."""

    course: Course
    points: tuple[Point, ...] = ()


def waves(scale: Scale, results: Results) -> Waves:
    """Judge the results of a scale, the oldest first; no two of one day.

    A scale without a reliability has no band and no verdict.
    """
    if len(results) < FEWEST:
        return Waves(course=Course.NOT_YET)
    if scale.reliability is None:
        return Waves(course=Course.NO_RULE)
    wiggle = sem(scale.reliability.sd, scale.reliability.r)
    days = [(day - results[0][0]).days for day, _ in results]
    values = [value for _, value in results]
    return Waves(
        course=_course(scale.better, days, values, wiggle),
        points=_points(results, days, wiggle),
    )


def _course(better: Better, days: Sequence[int], values: Sequence[float], wiggle: float) -> Course:
    if better is Better.NEITHER:
        return Course.NO_RULE
    z = _slope_z(days, values, wiggle)
    if abs(z) > Z_HALF:
        return Course.BETTER if (z > 0) == (better is Better.HIGHER) else Course.WORSE
    middle = sum(values) / len(values)
    apart = sum((value - middle) ** 2 for value in values) / wiggle**2
    return Course.UNEVEN if apart > _chi_square(len(values) - 1) else Course.NO_CHANGE


def _slope_z(days: Sequence[int], values: Sequence[float], wiggle: float) -> float:
    """Give the slope through results of known wiggle, in its standard errors."""
    middle = sum(days) / len(days)
    spread = sum((day - middle) ** 2 for day in days)
    slope = sum((day - middle) * value for day, value in zip(days, values, strict=True)) / spread
    return slope * sqrt(spread) / wiggle


def _chi_square(freedom: int) -> float:
    """Give what chi-square passes .025 of the time (Wilson & Hilferty 1931; 1 % off at most)."""
    share = 2 / (9 * freedom)
    return freedom * (1 - share + Z95 * sqrt(share)) ** 3


# --- the level ---------------------------------------------------------------------


def _points(results: Results, days: Sequence[int], wiggle: float) -> tuple[Point, ...]:
    values = [value for _, value in results]
    gaps = [later - earlier for earlier, later in pairwise(days)]
    noise = wiggle**2
    pace = max(PACES, key=lambda one: _fit(values, gaps, noise, one * noise))
    levels, variances = _smoothed(values, gaps, noise, pace * noise)
    return tuple(
        (day, level, level - Z95 * sqrt(var), level + Z95 * sqrt(var))
        for (day, _), level, var in zip(results, levels, variances, strict=True)
    )


def _fit(values: Sequence[float], gaps: Sequence[int], noise: float, pace: float) -> float:
    """Give the log likelihood of the surprises, up to a constant."""
    level, variance, fit = values[0], noise, 0.0
    for value, gap in zip(values[1:], gaps, strict=True):
        ahead = variance + pace * gap
        whole, surprise = ahead + noise, value - level
        fit -= (log(whole) + surprise**2 / whole) / 2
        level += ahead / whole * surprise
        variance = ahead * noise / whole
    return fit


def _smoothed(
    values: Sequence[float], gaps: Sequence[int], noise: float, pace: float
) -> tuple[list[float], list[float]]:
    """Give level and variance at each result, seen from all of them."""
    levels, variances = [values[0]], [noise]
    for value, gap in zip(values[1:], gaps, strict=True):
        ahead = variances[-1] + pace * gap
        levels.append(levels[-1] + ahead / (ahead + noise) * (value - levels[-1]))
        variances.append(ahead * noise / (ahead + noise))
    for at in range(len(values) - 2, -1, -1):
        ahead = variances[at] + pace * gaps[at]
        back = variances[at] / ahead
        levels[at] += back * (levels[at + 1] - levels[at])
        variances[at] += back**2 * (variances[at + 1] - ahead)
    return levels, variances
