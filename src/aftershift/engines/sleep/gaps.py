"""Where sleep can lie: the natural nights of one person, her duties, and the gaps between them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from aftershift.engines.basics.spans import (
    Span,
    Spans,
    day_of,
    minute_of,
    minute_of_day,
    moment_of,
    union,
    wall_minute,
)
from aftershift.engines.rosters.shifts import Kind, Shift
from aftershift.engines.sleep.sleeps import Habits

SHORTEST_MINUTES = 60  # less is a nap, and naps are not assumed
ONLY_SLEEP_WITHIN = 20 * 60  # a duty this soon after a night leaves one sleep between
LATEST_BED = 90  # 01:30: who must rise early goes to bed by then, however late by nature
STILL_NIGHT = 4 * 60  # a night duty is still at work at 04:00
NOON = 12 * 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Night:
    """A night as the body would have it: to bed by the clock, up after the length it needs."""

    day: date  # of the waking
    bed: int
    wake: int

    @property
    def need(self) -> int:
        """Its length, in minutes."""
        return self.wake - self.bed


@dataclass(frozen=True, kw_only=True, slots=True)
class Nights:
    """One person's natural nights over a range of days, with a day to spare at each end."""

    habits: Habits
    zone: ZoneInfo
    first: date
    last: date

    def of(self, day: date) -> Night:
        """Lay the night whose waking belongs to one local day."""
        middle = minute_of_day(self.habits.mid_sleep_free)
        if middle >= 18 * 60:  # an extreme lark's middle lies on the evening before
            middle -= 1440
        bed = wall_minute(day, middle - self.habits.sleep_need // 2, self.zone)
        return Night(day=day, bed=bed, wake=bed + self.habits.sleep_need)

    def between(self, starts: int | None, ends: int | None) -> Iterator[Night]:
        """Walk the nights that touch a gap, those of the range only."""
        day = self.first - timedelta(days=1)
        last = self.last + timedelta(days=2)
        if starts is not None:
            day = max(day, day_of(starts, self.zone))
        if ends is not None:
            last = min(last, day_of(ends, self.zone) + timedelta(days=1))
        while day <= last:
            yield self.of(day)
            day += timedelta(days=1)

    def are_worked_by(self, duty: Span) -> bool:
        """Say whether a duty takes the whole night before its end."""
        night = self.of(day_of(duty[1], self.zone))
        rises = duty[0] - self.habits.commute - self.habits.prepare
        works_late = duty[1] >= wall_minute(night.day, STILL_NIGHT, self.zone)
        return not self.may_be_slept(night, rises) and works_late

    def may_be_slept(self, night: Night, rises: float) -> bool:
        """Say whether somebody who must rise then has a night first, be it a short one."""
        if rises >= night.bed + SHORTEST_MINUTES:
            return True
        return rises >= wall_minute(night.day, LATEST_BED, self.zone) + SHORTEST_MINUTES

    def children_sleep_by(self, night: Night) -> float:
        """Find when the children of this household are in bed on the evening of a night."""
        if self.habits.children_bed is None:
            return float("-inf")
        minutes = minute_of_day(self.habits.children_bed)
        return wall_minute(night.day, minutes - 1440 if minutes >= NOON else minutes, self.zone)

    def children_rise_at(self, night: Night) -> float:
        """Find when the children of this household end a night."""
        if self.habits.children_wake is None:
            return float("inf")
        return wall_minute(night.day, minute_of_day(self.habits.children_wake), self.zone)


@dataclass(frozen=True, kw_only=True, slots=True)
class Gap:
    """The time between two duties; None where the roster has none."""

    ended: int | None  # the duty before
    begins: int | None  # the duty after
    after_night: bool
    home: float  # back from the duty before
    opens: float  # home and wound down
    alarm: float  # must rise for the duty after
    begins_at: int  # on the wall, minutes after midnight

    @property
    def is_short(self) -> bool:
        """Say whether it holds one sleep only."""
        if self.begins is None or self.ended is None:
            return False
        return self.begins - self.ended <= ONLY_SLEEP_WITHIN


def duties_of(shifts: Iterable[Shift], habits: Habits) -> Spans:
    """Join work that leaves no hour of sleep between: two jobs in a row, a break, a handover."""
    too_short = 2 * habits.commute + habits.wind_down + habits.prepare + SHORTEST_MINUTES
    work = ((minute_of(s.starts), minute_of(s.ends)) for s in shifts if s.kind is Kind.WORK)
    stretched = union((starts, ends + too_short) for starts, ends in work if starts < ends)
    return [(starts, ends - too_short) for starts, ends in stretched]


def gaps_between(shifts: Iterable[Shift], nights: Nights) -> Iterator[Gap]:
    """Walk the gaps before, between and after the duties, in order."""
    duties = duties_of(shifts, nights.habits)
    befores: list[Span | None] = [None, *duties]
    afters: list[Span | None] = [*duties, None]
    for before, after in zip(befores, afters, strict=True):
        yield _gap(before, after, nights)


def _gap(before: Span | None, after: Span | None, nights: Nights) -> Gap:
    habits = nights.habits
    after_night = before is not None and nights.are_worked_by(before)
    home, alarm, begins_at = float("-inf"), float("inf"), 0
    if before:
        home = before[1] + habits.commute
    if after:
        alarm = after[0] - habits.commute - habits.prepare
        begins_at = minute_of_day(moment_of(after[0]).astimezone(nights.zone).time())
    return Gap(
        ended=before[1] if before else None,
        begins=after[0] if after else None,
        after_night=after_night,
        home=home,
        opens=home + (habits.wind_down if after_night else habits.unwind_evening),
        alarm=alarm,
        begins_at=begins_at,
    )
