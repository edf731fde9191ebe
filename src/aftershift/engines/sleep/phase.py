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
from aftershift.engines.sleep.alertness import clock_hours
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

LEAD_IN = timedelta(days=14)  # of sleep and shifts, before the first day that is asked for
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


def body_clock(  # noqa: PLR0913 - the contract between rooms; all but three are keywords
    shifts: Sequence[Shift],
    episodes: Sequence[Episode],
    habits: Habits,
    *,
    zone: ZoneInfo,
    first: date,
    last: date,
) -> tuple[Phase, ...]:
    """Follow a person's body clock through a roster and the sleep that goes with it.

    Give shifts and sleep of the two weeks before `first` too, where they are known: the run begins
    with the first sleep of all, and supposes four weeks of usual free days before.
    """
    starts, ends = day_span(first, zone)[0], day_span(last, zone)[1]
    starts = min([starts, *(episode.span[0] for episode in episodes)])
    light = light_of(episodes, shifts, zone=zone, covers=(starts, ends), commute=habits.commute)
    return phases(light, habits, zone=zone, first=first, last=last)


def phases(
    light: Light, habits: Habits, *, zone: ZoneInfo, first: date, last: date
) -> tuple[Phase, ...]:
    """List the lows of a body clock that fall into the local days `first` to `last`, in order.

    There is one on nearly every day. A clock that drifts past midnight leaves a day without one,
    and a day may hold two. The light decides how far this can see: outside it there are none.
    """
    begins = moment_of(light.minutes[0]).astimezone(zone)
    clock = minute_of_day(begins.time())
    lows = forger99(light, settled(forger99, habits, clock)).lows
    others = hannay19(light, settled(hannay19, habits, clock)).lows
    found = (_phase(low, others, light, zone) for low in lows)
    return tuple(phase for phase in found if first <= phase.day <= last)


def acrophase_of(phase: Phase, zone: ZoneInfo) -> float:
    """Say at what o'clock (hours, 0 to 24) on the wall alertness's day rhythm C peaks."""
    low = phase.cbtmin.astimezone(zone)
    shown = low.hour + low.minute / 60 + low.second / 3600
    return (shown + PEAK_AFTER_LOW_HOURS) % 24


def acrophase_through(phases: Sequence[Phase], zone: ZoneInfo) -> Callable[[Numbers], Numbers]:
    """Say at what o'clock on the wall C peaks at any minutes, as a body clock moves.

    The phase goes straight from one low to the next and stands still before the first and after
    the last. At a clock change only what the wall shows of it jumps, so C itself does not.
    """
    lows = np.array([phase.cbtmin.timestamp() / 60 for phase in phases])
    moved = np.unwrap(lows % MINUTES_PER_DAY, period=MINUTES_PER_DAY)

    def acrophase(minutes: Numbers) -> Numbers:
        since_low = (minutes - np.interp(minutes, lows, moved)) / 60
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
