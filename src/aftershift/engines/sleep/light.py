"""Shifts and sleep -> the light that likely falls into somebody's eyes.

Light is what sets the body clock, and nobody measures it for us: it is guessed from where a person
is and whether the sun is up. The levels are few and round, because any of them can be wrong by a
window, a screen or a cloud. They are judgements: the evening's is set so that a usual sleeper's
melatonin begins about two hours before bed, which takes more light than loggers see at home.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias
from zoneinfo import ZoneInfo

from aftershift.engines.basics.spans import (
    MINUTES_PER_DAY,
    Span,
    Spans,
    clip,
    daily,
    minute_of,
    minute_of_day,
    subtract,
    union,
)
from aftershift.engines.rosters.shifts import Kind, Shift
from aftershift.engines.sleep.sleeps import Episode, Habits, SleepError

_Layer: TypeAlias = tuple[Spans, float]

SUN_UP, SUN_DOWN = 7 * 60, 19 * 60  # on the wall, all year: no latitude is asked of anybody
ASLEEP_LUX = 0.0
DAY_LUX = 500.0  # awake by day, at home or at work: a bright room
EVENING_LUX = 200.0  # awake without the sun: lamps at home, the way in the dark
NIGHT_WORK_LUX = 250.0  # wards by night: 110 dimmed, 410 fully lit (PMC8768907)
DAYLIGHT_WAY_LUX = 1000.0  # to and from work by day: partly outdoors, mostly behind glass
SETTLING_DAYS = 28


@dataclass(frozen=True, kw_only=True, slots=True)
class Light:
    """Light at the eye in steps: `lux[i]` from `minutes[i]` until `minutes[i + 1]`.

    `minutes` are counted from the epoch, ascending, one more than `lux`. Raises SleepError where
    they are not, or where a light is below 0.
    """

    minutes: tuple[int, ...]
    lux: tuple[float, ...]

    def __post_init__(self) -> None:
        if len(self.minutes) != len(self.lux) + 1 or not self.lux:
            reason = "light: one more minute than light levels is needed"
            raise SleepError(reason)
        if any(until <= since for since, until in pairwise(self.minutes)):
            reason = "light: its minutes do not ascend"
            raise SleepError(reason)
        if min(self.lux) < 0:
            reason = "light: below 0 lux"
            raise SleepError(reason)

    def at(self, minute: int) -> float | None:
        """Give the lux at one minute, or None where nothing is known of it."""
        if not self.minutes[0] <= minute < self.minutes[-1]:
            return None
        return self.lux[bisect_right(self.minutes, minute) - 1]


def light_of(
    episodes: Sequence[Episode],
    shifts: Sequence[Shift],
    *,
    zone: ZoneInfo,
    covers: Span,
    commute: int = Habits().commute,
) -> Light:
    """Guess the light of a stretch of time, given when somebody sleeps and works in it.

    Asleep is dark, whatever the hour; `commute` is in minutes. Sleep that is not among the
    episodes is not guessed: give all of them.
    """
    work = union(
        (minute_of(shift.starts), minute_of(shift.ends))
        for shift in shifts
        if shift.kind is Kind.WORK
    )
    way = union(
        stretch
        for starts, ends in work
        for stretch in ((starts - commute, starts), (ends, ends + commute))
    )
    sun = daily(covers, zone, starts=SUN_UP, ends=SUN_DOWN)
    dark = subtract([covers], sun)
    return _painted(covers, (
        (union(episode.span for episode in episodes), ASLEEP_LUX),
        (subtract(work, sun), NIGHT_WORK_LUX),
        (subtract(subtract(way, work), dark), DAYLIGHT_WAY_LUX),
        (sun, DAY_LUX),
        (dark, EVENING_LUX),
    ))  # fmt: skip


def usual_light(habits: Habits, until: int) -> Light:
    """Repeat somebody's usual free day for four weeks, up to `until` minutes after midnight.

    Minutes count from the midnight of the last day, so most are negative.
    """
    covers = (until - SETTLING_DAYS * MINUTES_PER_DAY, until)
    middle = minute_of_day(habits.mid_sleep_free)
    bed, up = middle - habits.sleep_need // 2, middle + habits.sleep_need // 2
    midnights = range(-MINUTES_PER_DAY * SETTLING_DAYS, 2 * MINUTES_PER_DAY, MINUTES_PER_DAY)
    return _painted(covers, (
        (union((midnight + bed, midnight + up) for midnight in midnights), ASLEEP_LUX),
        (union((midnight + SUN_UP, midnight + SUN_DOWN) for midnight in midnights), DAY_LUX),
        ([covers], EVENING_LUX),
    ))  # fmt: skip


def _painted(covers: Span, layers: Sequence[_Layer]) -> Light:
    """Lay lights over one another, the uppermost first; together they fill all that is covered."""
    free: Spans = [covers]
    pieces: list[tuple[int, float]] = []
    for spans, lux in layers:
        inside = clip(spans, covers)
        seen = subtract(inside, subtract([covers], free))
        pieces += ((starts, lux) for starts, _ends in seen)
        free = subtract(free, inside)
    pieces.sort()
    before = [None, *(lux for _minute, lux in pieces)]
    changes = [piece for piece, last in zip(pieces, before, strict=False) if piece[1] != last]
    return Light(
        minutes=(*(minute for minute, _lux in changes), covers[1]),
        lux=tuple(lux for _minute, lux in changes),
    )
