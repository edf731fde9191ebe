"""When two or more are free, awake at home, and rested together: a sweep over end points."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from aftershift.engines.basics.spans import Span, Spans, day_span, intersect, intersect_all


class WindowsError(Exception):
    """A range, a row or a person that no window can be found from; never says whose."""


class UnfitRule(StrEnum):
    """Why somebody who is awake at home is not fit for a real talk."""

    AFTER_NIGHTS = "after_nights"  # between a night duty and the next long sleep
    SHORT_SLEEP = "short_sleep"  # under 5 h asleep in the last 24 h
    TIRED = "tired"  # KSS above 6.4
    JUST_WOKEN = "just_woken"  # within an hour of waking
    ON_CALL = "on_call"  # may be called away in the middle of it
    CURFEW = "curfew"  # after the hour when hard things wait


@dataclass(frozen=True, kw_only=True, slots=True)
class Unfit:
    """The stretches, awake at home, that one rule takes away."""

    rule: UnfitRule
    spans: Spans


class Role(StrEnum):
    """What somebody is to the household; who takes part in what is said by roles."""

    PARTNER = "partner"
    CHILD = "child"
    RELATIVE = "relative"


@dataclass(frozen=True, kw_only=True, slots=True)
class Availability:
    """All that the time together is computed from: what may cross from one person to another.

    `free` is time without work on the calendar; `home_awake` is awake, home and not bound;
    `rested` is the part of it that is fit for a real talk. Always rested <= home_awake <= free.
    All lie inside `covers`. `work` and `sleep` are empty unless the person shares times: then
    they are for words and pictures, and nothing is computed from their absence. `unfit` says why
    `rested` is less than `home_awake`: it is for the person's own page and never crosses. A
    child's `work` is school, and its `rested` is all of `home_awake`.
    """

    name: str
    covers: Span
    free: Spans
    home_awake: Spans
    rested: Spans
    work: Spans = field(default=())
    sleep: Spans = field(default=())
    unfit: tuple[Unfit, ...] = field(default=())
    role: Role = Role.PARTNER


@dataclass(frozen=True, kw_only=True, slots=True)
class DayTogether:
    """Minutes of one local day that all of them share."""

    day: date
    free_together: int
    awake_together: int
    rested_together: int


@dataclass(frozen=True, kw_only=True, slots=True)
class TotalTogether:
    """Minutes that all of them share over some days."""

    free_together: int
    awake_together: int
    rested_together: int


def free_together(people: Sequence[Availability], within: Span) -> Spans:
    """Find when nobody works: what the calendars would say."""
    return intersect_all((person.free for person in people), within)


def awake_together(people: Sequence[Availability], within: Span) -> Spans:
    """Find when all are awake, at home and not bound. Sleep side by side is not counted."""
    return intersect_all((person.home_awake for person in people), within)


def rested_together(people: Sequence[Availability], within: Span) -> Spans:
    """Find when all are fit for a real talk."""
    return intersect_all((person.rested for person in people), within)


def days_together(
    people: Sequence[Availability], *, zone: ZoneInfo, first: date, last: date
) -> tuple[DayTogether, ...]:
    """Count the shared minutes of each local day from `first` to `last`, both included.

    Exact to the minute, for any number of people; a day has 23, 24 or 25 hours as the clocks say.
    """
    if not people:
        reason = "nobody to count for"
        raise WindowsError(reason)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    bounds = [day_span(day, zone) for day in days]
    if not bounds:
        return ()
    within = (bounds[0][0], bounds[-1][1])
    free = _minutes_by_day(free_together(people, within), bounds)
    awake = _minutes_by_day(awake_together(people, within), bounds)
    rested = _minutes_by_day(rested_together(people, within), bounds)
    return tuple(
        DayTogether(day=day, free_together=f, awake_together=a, rested_together=r)
        for day, f, a, r in zip(days, free, awake, rested, strict=True)
    )


def total_together(days: Iterable[DayTogether]) -> TotalTogether:
    """Add up some days."""
    counted = list(days)
    return TotalTogether(
        free_together=sum(day.free_together for day in counted),
        awake_together=sum(day.awake_together for day in counted),
        rested_together=sum(day.rested_together for day in counted),
    )


def _minutes_by_day(spans: Spans, bounds: Sequence[Span]) -> list[int]:
    minutes = [0] * len(bounds)
    midnights = [starts for starts, _ends in bounds]
    for starts, ends in intersect(spans, bounds):
        minutes[bisect_right(midnights, starts) - 1] += ends - starts
    return minutes
