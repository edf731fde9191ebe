"""People of a household who have no roster: children with school hours, and who belongs to whom.

Presence is one thing for all: awake, at home and not bound. A child is away at school, asleep from
bedtime to waking, and fit for time together whenever at home and awake; so a family's window ends
before the first bedtime without a rule of its own. A grandparent is somebody with a roster without
shifts (`KnownHours` with none).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, time
from zoneinfo import ZoneInfo

from aftershift.engines.basics.spans import (
    Span,
    Spans,
    daily,
    day_of,
    day_span,
    intersect,
    intersect_all,
    is_inside,
    minute_of_day,
    subtract,
    union,
)
from aftershift.engines.windows.overlap import (
    Availability,
    Role,
    WindowsError,
    awake_together,
)

SCHOOL_DAYS = (0, 1, 2, 3, 4)  # Monday to Friday
MOST_PEOPLE = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class Member:
    """One person of a household, as plans see them.

    `commute` is minutes, one way: while travelling nobody is asked for anything.
    """

    availability: Availability
    commute: int = 0

    @property
    def role(self) -> Role:
        """What they are to the household."""
        return self.availability.role

    @property
    def name(self) -> str:
        """The name that the household calls them by."""
        return self.availability.name


@dataclass(frozen=True, kw_only=True, slots=True)
class Child:
    """A child's days on the wall clock: waking, school with its way, and bedtime.

    `school` is away from the door and back; None for a child that stays at home. `holidays` are
    school days without school.
    """

    name: str
    zone: ZoneInfo
    wakes: time
    bedtime: time
    school: tuple[time, time] | None = None
    school_days: tuple[int, ...] = SCHOOL_DAYS
    holidays: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        if not self.wakes < self.bedtime:
            reason = "a child wakes before its bedtime of the same day"
            raise WindowsError(reason)
        if self.school and not self.school[0] < self.school[1]:
            reason = "school ends before it begins"
            raise WindowsError(reason)


def availability_of_child(child: Child, *, covers: Span) -> Availability:
    """Say when a child is home and awake; all of it is fit for time together."""
    wakes, bedtime = minute_of_day(child.wakes), minute_of_day(child.bedtime)
    awake = daily(covers, child.zone, starts=wakes, ends=bedtime)
    school = _school(child, covers)
    free = subtract([covers], school)
    home = subtract(awake, school)
    return Availability(
        name=child.name,
        covers=covers,
        free=free,
        home_awake=home,
        rested=home,
        work=school,
        sleep=subtract([covers], awake),
        role=Role.CHILD,
    )


def subset(people: Sequence[Availability], names: Collection[str]) -> tuple[Availability, ...]:
    """Take some people of a household, in its own order: windows of a subset are theirs alone.

    Raises WindowsError for a name that nobody bears, and for fewer than two or more than six.
    """
    chosen = tuple(person for person in people if person.name in names)
    if len(chosen) != len(set(names)):
        reason = "a name that nobody here bears"
        raise WindowsError(reason)
    if not 2 <= len(chosen) <= MOST_PEOPLE:
        reason = f"windows are for two to {MOST_PEOPLE} people"
        raise WindowsError(reason)
    return chosen


def off_duty(member: Member, within: Span) -> Spans:
    """Find when somebody is awake, not at work and not on the way, at home or elsewhere.

    Where sleep is not known (it never crosses from one account to another), only the time awake
    at home counts: nobody is disturbed on a guess.
    """
    person = member.availability
    if not person.sleep:
        return intersect(person.home_awake, [within])
    travels = union(
        (starts - member.commute, ends + member.commute)
        for starts, ends in subtract([person.covers], person.free)
    )
    return intersect(subtract(subtract(person.free, travels), person.sleep), [within])


def days_apart(members: Sequence[Member], within: Span, *, zone: ZoneInfo, least: int) -> Spans:
    """Find the local days on which all of them share less than `least` minutes awake at home."""
    awake = awake_together([member.availability for member in members], within)
    met: set[date] = set()
    for starts, ends in awake:
        if ends - starts >= least:
            met |= {day_of(starts, zone), day_of(ends - 1, zone)}
    days = _days(within, zone)
    known = intersect_all(([member.availability.covers] for member in members), within)
    return intersect([day_span(day, zone) for day in days if day not in met], known)


def free_days(members: Sequence[Member], within: Span, *, zone: ZoneInfo) -> Spans:
    """Find the local days on which nobody of them works a minute."""
    free = intersect_all((member.availability.free for member in members), within)
    days = (day_span(day, zone) for day in _days(within, zone))
    return [bounds for bounds in days if is_inside(bounds, free)]


def _days(within: Span, zone: ZoneInfo) -> list[date]:
    first = day_of(within[0], zone)
    last = day_of(max(within[0], within[1] - 1), zone)
    return [date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1)]


def _school(child: Child, covers: Span) -> Spans:
    if child.school is None or covers[0] >= covers[1]:
        return []
    starts, ends = (minute_of_day(clock) for clock in child.school)
    return [
        span
        for span in daily(covers, child.zone, starts=starts, ends=ends)
        if (day := day_of(span[0], child.zone)).weekday() in child.school_days
        and day not in child.holidays
    ]
