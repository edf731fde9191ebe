"""Sleep -> alertness, by the three-process model.

S is the pressure to sleep, C the day's rhythm, U its half-day rhythm, W the grogginess after
waking; S + C + U + W runs from about 1 to 16, and below 7 people fight sleep. KSS is the Karolinska
Sleepiness Scale, 1 (very alert) to 9 (fighting sleep). Published accuracy: within one KSS step in
about half of all shifts, so show bands, never a fine line.

Reference: Ingre et al. 2014, PLoS ONE 9:e108679 (S, C, U, KSS); Akerstedt & Folkard 1997 (W). A
common implementation lets S jump down when sleep starts with S above the brake level 12.2; here it
goes on to its ceiling along the same exponential (docs: "the corrected sleep branch").
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import exp, log
from typing import TypeAlias
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import ArrayLike, NDArray

from aftershift.engines.basics.spans import Span, Spans, moment_of
from aftershift.engines.sleep.episodes import SleepError

Numbers: TypeAlias = NDArray[np.float64]

LOWER = 2.4  # S never falls below
CEILING = 14.3  # S never recovers above
BRAKE = 12.2  # below it S recovers by the clock, above it ever more slowly
FALL = -0.0353  # per hour awake
RECOVERY = log((14.3 - 14.0) / (14.3 - 7.96)) / 8  # per hour asleep: 7.96 -> 14 in 8 h
STEADY = RECOVERY * (BRAKE - CEILING)  # per hour asleep, below the brake
ACROPHASE = 16.8  # o'clock, the day's peak
HALF_DAY_PEAK = 3.0  # hours after it
RESTED_S = 14.0  # at waking after a full night
LEAD_IN_HOURS = 16.0
KSS_AT_ZERO, KSS_A_POINT = 10.6, 0.6  # KSS = 10.6 - 0.6 (S + C + U + W)


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Alertness:
    """The four processes and their KSS at each of `hours`, arrays of one length."""

    hours: Numbers
    s: Numbers
    c: Numbers
    u: Numbers
    w: Numbers
    kss: Numbers

    @property
    def total(self) -> Numbers:
        """S + C + U + W."""
        total: Numbers = self.s + self.c + self.u + self.w
        return total


def alertness(
    sleep: Sequence[tuple[float, float]],
    hours: ArrayLike,
    *,
    clock: ArrayLike,
    initial_s: float = RESTED_S,
    acrophase: ArrayLike = ACROPHASE,
) -> Alertness:
    """Follow alertness through some sleeps.

    `sleep` are (onset, waking) and `hours` the moments asked for, both in real hours from any one
    origin; `clock` is the time of day in hours that the person's own wall clock shows at each of
    `hours` (or one number for all), so C and U follow the clocks over a change at once. `acrophase`
    is the o'clock at which C peaks, one for all or one for each of `hours`. The person has just
    woken, with `initial_s`, at the first of all these moments. Asleep, W is 0. At an onset
    she is asleep, at a waking awake.

    Raises SleepError where sleeps are not in order or `initial_s` lies outside 2.4 to 14.3.
    """
    at = np.atleast_1d(np.asarray(hours, dtype=np.float64))
    if not LOWER <= initial_s <= CEILING:
        reason = "initial_s: not between 2.4 and 14.3"
        raise SleepError(reason)
    begins = float(at.min(initial=sleep[0][0] if sleep else np.inf))
    nodes, levels = _nodes(sleep, begins, initial_s)
    at_node = np.searchsorted(nodes, at, side="right") - 1
    since = at - nodes[at_node]
    asleep = at_node % 2 == 1
    s = np.where(asleep, _recovered(levels[at_node], since), _fallen(levels[at_node], since))
    w = np.where(asleep, 0.0, -5.72 * np.exp(-1.51 * since))
    shown = np.broadcast_to(np.asarray(clock, dtype=np.float64), at.shape)
    since_peak = shown - np.asarray(acrophase, dtype=np.float64)
    c = 2.5 * np.cos(2 * np.pi / 24 * since_peak)
    u = -0.5 + 0.5 * np.cos(2 * np.pi / 12 * (since_peak - HALF_DAY_PEAK))
    kss = np.clip(KSS_AT_ZERO - KSS_A_POINT * (s + c + u + w), 1.0, 9.0)
    return Alertness(hours=at, s=s, c=c, u=u, w=w, kss=kss)


def alertness_through(
    sleep: Spans,
    *,
    zone: ZoneInfo,
    within: Span,
    step: int = 15,
    acrophase: Callable[[Numbers], Numbers] | None = None,
) -> Alertness:
    """Follow a person's alertness each `step` minutes of a span, its end included.

    `sleep` is in minutes since the epoch and should begin some days before the span: the run
    starts 16 h awake before the first, and what it starts from is forgotten after two sleeps.
    `hours` are minutes / 60. `acrophase` gives, for minutes since the epoch, the o'clock on the
    wall at which C peaks: a person's own body clock; without it 16.8 throughout.
    """
    minutes = np.arange(within[0], within[1] + 1, step, dtype=np.float64)
    in_hours = [(onset / 60, waking / 60) for onset, waking in sleep]
    woken = min([within[0] / 60, *(onset - LEAD_IN_HOURS for onset, _waking in in_hours[:1])])
    clock = np.concatenate(([0.0], clock_hours(minutes, zone)))
    peaks = acrophase(minutes) if acrophase else np.full(minutes.shape, ACROPHASE)
    run = alertness(
        in_hours,
        np.concatenate(([woken], minutes / 60)),
        clock=clock,
        acrophase=np.concatenate(([ACROPHASE], peaks)),
    )
    return Alertness(
        hours=run.hours[1:], s=run.s[1:], c=run.c[1:], u=run.u[1:], w=run.w[1:], kss=run.kss[1:]
    )


def clock_hours(minutes: Numbers, zone: ZoneInfo) -> Numbers:
    """Read the time of day, 0 to 24 hours, that a zone's clocks show at minutes since the epoch."""
    if not minutes.size:
        return minutes
    edges, offsets = _offsets(int(minutes.min()), int(minutes.max()), zone)
    shift = offsets[np.searchsorted(edges, minutes, side="right") - 1]
    shown: Numbers = ((minutes + shift) % 1440) / 60
    return shown


def _nodes(
    sleep: Sequence[tuple[float, float]], begins: float, initial_s: float
) -> tuple[Numbers, Numbers]:
    """List each waking (even) and onset (odd) with S there."""
    nodes, levels = [begins], [initial_s]
    for onset, waking in sleep:
        if not nodes[-1] <= onset < waking:
            reason = "sleep: not in order, or one overlaps another"
            raise SleepError(reason)
        nodes.append(onset)
        levels.append(_fallen_to(levels[-1], onset - nodes[-2]))
        nodes.append(waking)
        levels.append(_recovered_to(levels[-1], waking - onset))
    return np.array(nodes), np.array(levels)


def _fallen_to(s: float, hours: float) -> float:
    return LOWER + (s - LOWER) * exp(FALL * hours)


def _recovered_to(s: float, hours: float) -> float:
    to_brake = max(0.0, (BRAKE - s) / STEADY)
    if hours < to_brake:
        return s + STEADY * hours
    return CEILING - (CEILING - max(s, BRAKE)) * exp(RECOVERY * (hours - to_brake))


def _fallen(s: Numbers, hours: Numbers) -> Numbers:
    fallen: Numbers = LOWER + (s - LOWER) * np.exp(FALL * hours)
    return fallen


def _recovered(s: Numbers, hours: Numbers) -> Numbers:
    to_brake = np.maximum(0.0, (BRAKE - s) / STEADY)
    beyond = CEILING - (CEILING - np.maximum(s, BRAKE)) * np.exp(RECOVERY * (hours - to_brake))
    recovered: Numbers = np.where(hours < to_brake, s + STEADY * hours, beyond)
    return recovered


def _offsets(starts: int, ends: int, zone: ZoneInfo) -> tuple[NDArray[np.int64], Numbers]:
    """List a zone's offsets in minutes, and the minutes from which each holds."""
    edges, offsets = [starts], [_offset(starts, zone)]
    for day_end in range(starts + 1440, ends + 1440, 1440):
        after = _offset(day_end, zone)
        if after != offsets[-1]:
            edges.append(_change(day_end - 1440, day_end, zone))
            offsets.append(after)
    return np.array(edges, dtype=np.int64), np.array(offsets, dtype=np.float64)


def _offset(minute: int, zone: ZoneInfo) -> float:
    ahead = moment_of(minute).astimezone(zone).utcoffset() or timedelta()
    return ahead / timedelta(minutes=1)


def _change(before: int, after: int, zone: ZoneInfo) -> int:
    """Halve the way to the first minute of the new offset."""
    old = _offset(before, zone)
    while after - before > 1:
        middle = (before + after) // 2
        before, after = (middle, after) if _offset(middle, zone) == old else (before, middle)
    return after
