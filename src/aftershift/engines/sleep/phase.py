"""Light -> when the body's night is: its low (CBTmin), melatonin's onset (DLMO), and how unsure.

The body does not know of clock changes, so a phase is a moment; only who reads it off a wall sees
it move. What is drawn is Forger 1999; Hannay 2019 is asked as well, and how far it lies away widens
the band.

Reference: errors against melatonin in urine, 25 nurses and doctors, 0.69 h on days and 0.95 h
after 3 to 5 nights (PMC6667480, abstract); DLMO 7 h before CBTmin (the convention of both models'
authors).
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from math import hypot
from zoneinfo import ZoneInfo

import numpy as np

from aftershift.engines.basics.spans import (
    MINUTES_PER_DAY,
    day_of,
    day_span,
    minute_of_day,
    moment_of,
    wall_minute,
)
from aftershift.engines.rosters.shifts import Shift
from aftershift.engines.sleep.alertness import ACROPHASE, clock_hours
from aftershift.engines.sleep.circadian import (
    HANNAY_START,
    START,
    Numbers,
    Oscillator,
    State,
    forger99,
    hannay19,
)
from aftershift.engines.sleep.light import Light, light_of, usual_light
from aftershift.engines.sleep.sleeps import Episode, Habits

# Of sleep and shifts, before the first day that is asked for. Begun a day later, two weeks before,
# a run of nights can put the same low 11 minutes elsewhere; begun four weeks before, under one.
LEAD_IN = timedelta(days=28)
DLMO_BEFORE_LOW = timedelta(hours=7)
PEAK_AFTER_LOW_HOURS = 12.3  # C of the three-process model peaks at 16.8, the low is at about 4.5
ERROR_HOURS = 0.69
ERROR_AFTER_NIGHTS_HOURS = 0.95
NIGHTS_REMEMBERED = 3  # judgement: so long the larger error holds after a night awake
SMALL_HOURS = 4 * 60  # who has light at 04:00 is up at night
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True, slots=True)
class Phase:
    """The body clock on one day: its low `cbtmin` and melatonin's onset `dlmo` before it, in UTC.

    `day` is the local day of the low. `band_hours` is one-sided: a typical error, not a limit.
    """

    day: date
    cbtmin: datetime
    dlmo: datetime
    band_hours: float


@dataclass(frozen=True, kw_only=True, slots=True)
class BodyClock:
    """A body clock's run through some light: its `lows` (CBTmin) in minutes since the epoch.

    They ascend, from the run's first day on: more than one asks for. Forger 1999 alone, so that
    what needs no band does not pay for a second opinion.
    """

    light: Light
    lows: tuple[float, ...]


def body_clock(  # noqa: PLR0913 - the contract between rooms; all but three are keywords
    shifts: Sequence[Shift],
    episodes: Sequence[Episode],
    habits: Habits,
    *,
    zone: ZoneInfo,
    first: date,
    last: date,
) -> tuple[Phase, ...]:
    """List the lows of `run_clock` between two days, each with the band of two models."""
    run = run_clock(shifts, episodes, habits, zone=zone, first=first, last=last)
    return phases(run, habits, zone=zone, first=first, last=last)


def run_clock(  # noqa: PLR0913 - the contract between rooms; all but three are keywords
    shifts: Sequence[Shift],
    episodes: Sequence[Episode],
    habits: Habits,
    *,
    zone: ZoneInfo,
    first: date,
    last: date,
) -> BodyClock:
    """Run a person's body clock through a roster and the sleep that goes with it.

    Give shifts and sleep of the four weeks before `first` too, where they are known: the run begins
    with the first sleep of all, and supposes four weeks of usual free days before.
    """
    starts, ends = day_span(first, zone)[0], day_span(last, zone)[1]
    starts = min([starts, *(episode.span[0] for episode in episodes)])
    light = light_of(episodes, shifts, zone=zone, covers=(starts, ends), commute=habits.commute)
    return clock_in(light, habits, zone)


def clock_in(light: Light, habits: Habits, zone: ZoneInfo) -> BodyClock:
    """Run a body clock through some light, after four weeks of usual free days."""
    return BodyClock(light=light, lows=_lows(forger99, light, habits, zone))


def phases(
    run: BodyClock, habits: Habits, *, zone: ZoneInfo, first: date, last: date
) -> tuple[Phase, ...]:
    """List the lows of a body clock that fall into the local days `first` to `last`, in order.

    There is one on nearly every day. A clock that drifts past midnight leaves a day without one,
    and a day may hold two. The light decides how far this can see: outside it there are none.
    """
    others = _lows(hannay19, run.light, habits, zone)
    wanted = (low for low in run.lows if first <= day_of(int(low), zone) <= last)
    return tuple(_phase(low, others, run.light, zone) for low in wanted)


def _lows(model: Oscillator, light: Light, habits: Habits, zone: ZoneInfo) -> tuple[float, ...]:
    clock = minute_of_day(moment_of(light.minutes[0]).astimezone(zone).time())
    return model(light, settled(model, habits, clock)).lows


def acrophase_of(phase: Phase, zone: ZoneInfo) -> float:
    """Say at what o'clock (hours, 0 to 24) on the wall alertness's day rhythm C peaks."""
    low = phase.cbtmin.astimezone(zone)
    shown = low.hour + low.minute / 60 + low.second / 3600
    return (shown + PEAK_AFTER_LOW_HOURS) % 24


def acrophase_through(lows: Sequence[float], zone: ZoneInfo) -> Callable[[Numbers], Numbers]:
    """Say at what o'clock on the wall C peaks at any minutes, as a body clock moves.

    `lows` are in minutes since the epoch. The phase goes straight from one low to the next and
    stands still before the first and after the last; without any it is 16.8. At a clock change only
    what the wall shows of it jumps, so C itself does not.
    """
    if not lows:
        return lambda minutes: np.full(minutes.shape, ACROPHASE)
    at_low = np.array(lows)
    moved = np.unwrap(at_low % MINUTES_PER_DAY, period=MINUTES_PER_DAY)

    def acrophase(minutes: Numbers) -> Numbers:
        since_low = (minutes - np.interp(minutes, at_low, moved)) / 60
        peak: Numbers = (clock_hours(minutes, zone) - since_low + PEAK_AFTER_LOW_HOURS) % 24
        return peak

    return acrophase


@lru_cache(maxsize=256)
def settled(model: Oscillator, habits: Habits, clock: int) -> State:
    """Give a body clock after four weeks of usual free days, `clock` minutes after midnight."""
    start = START if model is forger99 else HANNAY_START
    return model(usual_light(habits, clock), start).state


def _phase(low: float, others: Sequence[float], light: Light, zone: ZoneInfo) -> Phase:
    cbtmin = EPOCH + timedelta(minutes=low)
    return Phase(
        day=day_of(int(low), zone),
        cbtmin=cbtmin,
        dlmo=cbtmin - DLMO_BEFORE_LOW,
        band_hours=_band_hours(low, others, light, zone),
    )


def _band_hours(low: float, others: Sequence[float], light: Light, zone: ZoneInfo) -> float:
    """Join two independent doubts by the root of their squares.

    Half of the models' distance is how far each lies from what both say together; the other is the
    published error of such a model.
    """
    at = bisect_left(others, low)
    apart = min((abs(low - other) for other in others[max(0, at - 1) : at + 1]), default=0.0)
    error = ERROR_AFTER_NIGHTS_HOURS if _was_up_at_night(low, light, zone) else ERROR_HOURS
    return hypot(apart / 60 / 2, error)


def _was_up_at_night(low: float, light: Light, zone: ZoneInfo) -> bool:
    today = day_of(int(low), zone)
    nights = (today - timedelta(days=n) for n in range(NIGHTS_REMEMBERED))
    return any(light.at(wall_minute(night, SMALL_HOURS, zone)) for night in nights)
