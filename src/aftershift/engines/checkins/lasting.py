"""Whether weekly counts lie apart from those before, for two of the last three weeks.

For counts that are known and not answered, as minutes that rosters leave free: they have no error
of measurement, so the only question is whether the last weeks lie outside how weeks swing anyway.
The limits are those in which the next week lies about 95 times in 100 where weeks are independent
(mean and two standard errors of a new value); two of three must lie beyond the same one. Our own
rule: tests hold how often it speaks where nothing but a pattern of shifts goes on. Two patterns
that take longer than the weeks before to come round do swing so slowly that it speaks of them.
"""

from collections.abc import Sequence
from math import sqrt
from statistics import mean, stdev

from aftershift.engines.checkins.trend import LIMIT, RECENT_WEEKS, Limits, Verdict

BEFORE = 8  # weeks before the last three, below which nothing is said


def limits_of(before: Sequence[float], *, least: float) -> Limits | None:
    """Say between what a week lies while nothing changes; closer than `least` is never apart.

    None with fewer than eight weeks.
    """
    if len(before) < BEFORE:
        return None
    centre = mean(before)
    half = max(LIMIT * stdev(before) * sqrt(1 + 1 / len(before)), least)
    return Limits(centre=centre, low=centre - half, high=centre + half)


def lasting(weeks: Sequence[float], *, least: float) -> Verdict:
    """Judge the last three of some weeks, the oldest first, against those before them."""
    recent = weeks[-RECENT_WEEKS:]
    limits = limits_of(weeks[:-RECENT_WEEKS], least=least)
    if limits is None:
        return Verdict.NOT_YET
    if sum(each > limits.high for each in recent) > 1:
        return Verdict.UP
    if sum(each < limits.low for each in recent) > 1:
        return Verdict.DOWN
    return Verdict.NO_CHANGE
