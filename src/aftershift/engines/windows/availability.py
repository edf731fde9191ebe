"""What is known of somebody's hours -> when they are free, awake at home, and rested.

The same function serves a person with an account and "what I know of Sam's hours".

Free: nothing on the calendar says work; call at home and leave are free. Awake at home: not at
work, not bound by it (preparing, on the way; after a night duty also winding down, for that time
belongs to sleep) and not in likely sleep. Rested: awake at home less what the unfit rules take.
Call at home counts as awake at home, and not as rested: nobody should be called out of the middle
of a hard talk.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from aftershift.engines.basics.spans import (
    MINUTES_PER_DAY,
    QUARTER,
    Span,
    Spans,
    at_least,
    daily,
    day_of,
    intersect,
    minute_of,
    moment_of,
    subtract,
    union,
)
from aftershift.engines.rosters.shifts import Kind, Shift
from aftershift.engines.sleep.alertness import Alertness, alertness_through
from aftershift.engines.sleep.episodes import (
    ASLEEP_SHARE,
    Episode,
    Habits,
    PersonalSleep,
    learnt_sleep,
    likely_sleep,
    night_duties,
)
from aftershift.engines.sleep.phase import LEAD_IN as CLOCK_LEAD_IN
from aftershift.engines.sleep.phase import BodyClock, acrophase_through, run_clock
from aftershift.engines.windows.limits import Limits
from aftershift.engines.windows.overlap import Availability, Role, Unfit, UnfitRule

FAR = timedelta(days=7)  # no shift reaches into sleep or rest a week away
LEAD_IN = timedelta(days=3)  # two sleeps, after which nothing remembers how the run began
FIT_ALERTNESS = 7.0  # S+C+U+W; KSS 6.4, where severe sleepiness begins
JUST_WOKEN_MINUTES = 60
LONG_SLEEP_MINUTES = 360
SHORT_SLEEP_MINUTES = 300  # asleep, in the last 24 h


@dataclass(frozen=True, kw_only=True, slots=True)
class KnownHours:
    """What is known of one person's hours, by herself or by somebody who lives with her.

    `told` are sleeps that she said were so, and `personal` is what they taught, as by
    `personal_sleep_of`; where it is None, every prediction learns it again. `known` is the stretch
    that her roster speaks about, None where it has no end: outside it nothing is free, because
    nothing is known. `shares_times` lets work and likely sleep be named and drawn; without it only
    availability is.
    """

    name: str
    zone: ZoneInfo
    shifts: tuple[Shift, ...]
    habits: Habits
    told: tuple[Episode, ...] = ()
    personal: PersonalSleep | None = None
    known: Span | None = None
    shares_times: bool = False
    role: Role = Role.PARTNER


@dataclass(frozen=True, kw_only=True, slots=True)
class Body:
    """What is predicted of one person's body: her sleeps, and the clock that their light sets."""

    zone: ZoneInfo
    episodes: tuple[Episode, ...]
    clock: BodyClock

    @property
    def sleep(self) -> Spans:
        """Her time in bed, in minutes since the epoch."""
        return union(one.span for one in self.episodes)

    def alertness(self, *, within: Span, step: int) -> Alertness:
        """Follow her alertness, C phased by her own clock: what is drawn and what decides."""
        acrophase = acrophase_through(self.clock.lows, self.zone)
        return alertness_through(
            self.sleep, zone=self.zone, within=within, step=step, acrophase=acrophase
        )


def personal_sleep_of(hours: KnownHours) -> PersonalSleep:
    """Learn from what somebody told how her sleep differs from the rules'.

    A sleep out of which she woke where her roster says nothing teaches nothing: what the rules
    would predict there is not known.
    """
    told = hours.told
    if hours.known is not None:
        first, last = hours.known
        told = tuple(one for one in told if first < one.span[1] <= last)
    return learnt_sleep(hours.shifts, hours.habits, zone=hours.zone, told=told)


def sleep_of(
    hours: KnownHours, *, covers: Span, lead_in: timedelta = LEAD_IN
) -> tuple[Episode, ...]:
    """Predict the sleeps of a span, and of the days before that its alertness grows from.

    What somebody told of other nights moves the predicted ones too.
    """
    return likely_sleep(
        hours.shifts,
        hours.habits,
        zone=hours.zone,
        first=day_of(covers[0], hours.zone) - lead_in,
        last=day_of(covers[1], hours.zone) + timedelta(days=1),
        told=hours.told,
        personal=personal_sleep_of(hours) if hours.personal is None else hours.personal,
    )


def near(hours: KnownHours, covers: Span) -> KnownHours:
    """Leave out the shifts too far from a span to matter to its sleep, clock or availability.

    So a roster of a year costs no more than the days that are looked at. What was learnt from all
    of it stays.
    """
    since = moment_of(covers[0]) - CLOCK_LEAD_IN - FAR
    until = moment_of(covers[1]) + FAR
    return replace(
        hours,
        shifts=tuple(one for one in hours.shifts if one.ends > since and one.starts < until),
        personal=personal_sleep_of(hours) if hours.personal is None else hours.personal,
    )


def body_of(hours: KnownHours, *, covers: Span) -> Body:
    """Predict somebody's sleep and body clock over a span and the four weeks before it.

    Where a roster does not reach so far back, free days are supposed: a body clock is settled by
    them before its run, so the run begins with the roster.
    """
    episodes = sleep_of(hours, covers=covers, lead_in=_lead_in(hours, covers))
    first, last = day_of(covers[0], hours.zone), day_of(covers[1], hours.zone)
    clock = run_clock(hours.shifts, episodes, hours.habits, zone=hours.zone, first=first, last=last)
    return Body(zone=hours.zone, episodes=episodes, clock=clock)


def _lead_in(hours: KnownHours, covers: Span) -> timedelta:
    if hours.known is None:
        return CLOCK_LEAD_IN
    known_for = day_of(covers[0], hours.zone) - day_of(hours.known[0], hours.zone)
    return min(CLOCK_LEAD_IN, max(timedelta(), known_for) + LEAD_IN)


def availability_of(hours: KnownHours, body: Body, *, covers: Span, limits: Limits) -> Availability:
    """Work out when one person is free, awake at home and rested; `body` is of the same span."""
    work = _spans_of(hours.shifts, Kind.WORK)
    sleep = body.sleep
    free = subtract([covers], work)
    home_awake = _home_awake(hours, free, sleep)
    view = _View(hours=hours, body=body, sleep=sleep, covers=covers, limits=limits)
    unfit = tuple(
        Unfit(rule=rule, spans=intersect(home_awake, union(spans_of(view))))
        for rule, spans_of in UNFIT_RULES
    )
    taken = union(span for one in unfit for span in one.spans)
    return Availability(
        name=hours.name,
        covers=covers,
        free=free,
        home_awake=home_awake,
        rested=subtract(home_awake, taken),
        work=intersect(work, [covers]) if hours.shares_times else (),
        sleep=intersect(sleep, [covers]) if hours.shares_times else (),
        unfit=unfit,
        role=hours.role,
    )


def home_awake_of(hours: KnownHours, *, covers: Span) -> Spans:
    """Work out when somebody is awake at home by her sleeps alone: nothing else is predicted.

    The same as `availability_of` says, for a look at many weeks that needs no body clock.
    """
    hours = near(hours, covers)
    sleep = union(one.span for one in sleep_of(hours, covers=covers))
    free = subtract([covers], _spans_of(hours.shifts, Kind.WORK))
    return _home_awake(hours, free, sleep)


def _home_awake(hours: KnownHours, free: Spans, sleep: Spans) -> Spans:
    return subtract(free, union([*_bound(hours), *sleep]))


def _spans_of(shifts: Sequence[Shift], kind: Kind) -> Spans:
    return union((minute_of(s.starts), minute_of(s.ends)) for s in shifts if s.kind is kind)


def _bound(hours: KnownHours) -> list[Span]:
    """Work with the way there and back, preparing, and winding down after a night."""
    habits = hours.habits
    before = habits.prepare + habits.commute
    shifts = _spans_of(hours.shifts, Kind.WORK)
    nights = night_duties(hours.shifts, habits, hours.zone)
    home = [(starts - before, ends + habits.commute) for starts, ends in shifts]
    to_bed = [(ends, ends + habits.commute + habits.wind_down) for _starts, ends in nights]
    return home + to_bed


# --- the rules that take rest away, each with the name that its reason will bear --


@dataclass(frozen=True, kw_only=True, slots=True)
class _View:
    """One person's hours and sleeps over a span, as the rules look at them."""

    hours: KnownHours
    body: Body
    sleep: Spans
    covers: Span
    limits: Limits


def _after_nights(view: _View) -> Spans:
    """From the end of a night duty to the next long sleep, for a day at most."""
    hours = view.hours
    long_sleeps = [onset for onset, _waking in at_least(view.sleep, LONG_SLEEP_MINUTES)]
    found = []
    for _starts, ends in night_duties(hours.shifts, hours.habits, hours.zone):
        following = long_sleeps[bisect_left(long_sleeps, ends) :][:1]
        found.append((ends, min([ends + MINUTES_PER_DAY, *following])))
    return found


def _short_sleep(view: _View) -> Spans:
    """Where the last 24 h hold under 5 h asleep."""
    edges = [minute for span in view.sleep for minute in span]
    asleep = [0.0]
    for onset, waking in view.sleep:
        asleep += [asleep[-1], asleep[-1] + ASLEEP_SHARE * (waking - onset)]
    at = _grid(view.covers)
    if not edges:
        return [view.covers]
    until_now = np.interp(at, edges, asleep[1:])
    until_yesterday = np.interp(at - MINUTES_PER_DAY, edges, asleep[1:])
    return _spans_where(until_now - until_yesterday < SHORT_SLEEP_MINUTES, at)


def _tired(view: _View) -> Spans:
    """Where alertness is too low at either end of a quarter of an hour."""
    at = _grid(view.covers)
    run = view.body.alertness(within=(int(at[0]), int(at[-1])), step=QUARTER)
    low = run.total < FIT_ALERTNESS
    return _spans_where(low | np.append(low[1:], low[-1:]), at)


def _just_woken(view: _View) -> Spans:
    return [(waking, waking + JUST_WOKEN_MINUTES) for _onset, waking in view.sleep]


def _on_call(view: _View) -> Spans:
    return _spans_of(view.hours.shifts, Kind.ON_CALL)


def _after_curfew(view: _View) -> Spans:
    starts, ends = view.limits.quiet
    return daily(view.covers, view.hours.zone, starts=starts, ends=ends)


UNFIT_RULES: tuple[tuple[UnfitRule, Callable[[_View], Spans]], ...] = (
    (UnfitRule.AFTER_NIGHTS, _after_nights),
    (UnfitRule.SHORT_SLEEP, _short_sleep),
    (UnfitRule.TIRED, _tired),
    (UnfitRule.JUST_WOKEN, _just_woken),
    (UnfitRule.ON_CALL, _on_call),
    (UnfitRule.CURFEW, _after_curfew),
)


def _grid(covers: Span) -> NDArray[np.float64]:
    """Quarter hours over a span, both ends inside."""
    first = covers[0] // QUARTER * QUARTER
    return np.arange(first, covers[1] + QUARTER, QUARTER, dtype=np.float64)


def _spans_where(mask: NDArray[np.bool_], at: NDArray[np.float64]) -> Spans:
    """Turn marked quarter hours into spans."""
    padded = np.concatenate(([False], mask, [False])).astype(np.int8)
    change = np.diff(padded)
    edges = int(at[0]) + QUARTER * np.flatnonzero(change)
    return [(int(starts), int(ends)) for starts, ends in edges.reshape(-1, 2)]
