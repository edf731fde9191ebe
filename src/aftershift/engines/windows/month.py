"""A household over the days of a plan: who does what, and where each ritual may lie at all.

All hard limits are kept here, by construction: a ritual at home lies where all who take part are
awake, at home and not bound, outside the quiet hours, and a talk where all are rested; so nobody's
sleep is ever cut, and no hug lies in anybody's shift. What one does alone, or sends, lies off duty.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from aftershift.engines.basics.spans import (
    MINUTES_PER_DAY,
    Span,
    Spans,
    clip,
    daily,
    day_span,
    intersect,
    minute_of,
    minute_of_day,
    subtract,
    total,
)
from aftershift.engines.windows.family import Member, days_apart, free_days, off_duty
from aftershift.engines.windows.limits import Limits
from aftershift.engines.windows.overlap import Role, WindowsError, awake_together, rested_together
from aftershift.engines.windows.rituals import Energy, Place, Ritual, Tie, Who

PLAN_DAYS = 28


@dataclass(frozen=True, kw_only=True, slots=True)
class Horizon:
    """The days of a plan: from a local day on, nothing before `now`, within a household's lines."""

    zone: ZoneInfo
    first: date
    now: datetime
    limits: Limits = field(default_factory=Limits)
    days: int = PLAN_DAYS

    def __post_init__(self) -> None:
        if not 1 <= self.days <= 2 * PLAN_DAYS:
            reason = f"a plan has 1 to {2 * PLAN_DAYS} days"
            raise WindowsError(reason)


def week_begins(day: date) -> date:
    """Give the Monday of a day: a plan that begins there has the weeks that people speak of."""
    return day - timedelta(days=day.weekday())


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """A ritual and who does it: all together, or one person for herself."""

    ritual: Ritual
    members: tuple[Member, ...]
    bits: int


_TAKES_PART = {
    Who.PARTNERS: frozenset({Role.PARTNER}),
    Who.FAMILY: frozenset({Role.PARTNER, Role.CHILD}),
    Who.EVERYONE: frozenset(Role),
    Who.EACH: frozenset({Role.PARTNER}),
}


def groups_of(rituals: Sequence[Ritual], members: Sequence[Member]) -> tuple[Group, ...]:
    """Say who does what; a ritual for each partner alone makes one group for each.

    What this household has not the people for is left out: family time without a child, a message
    that nobody would hear.
    """
    return tuple(group for ritual in rituals for group in _groups_of(ritual, members))


def _groups_of(ritual: Ritual, members: Sequence[Member]) -> list[Group]:
    wanted = _TAKES_PART[ritual.who]
    taking = [n for n, one in enumerate(members) if one.role in wanted]
    has_child = any(one.role is Role.CHILD for one in members)
    is_lonely = len(taking) < 2 and ritual.place is not Place.APART
    if is_lonely or (ritual.who is Who.FAMILY and not has_child):
        return []
    sides = [[n] for n in taking] if ritual.who is Who.EACH else [taking]
    return [
        Group(
            ritual=ritual,
            members=tuple(members[n] for n in side),
            bits=sum(1 << n for n in side),
        )
        for side in sides
    ]


class Home:
    """A household over the days of a plan, with what several rituals ask for worked out once."""

    def __init__(self, members: Sequence[Member], horizon: Horizon) -> None:
        self.members = tuple(members)
        self.partners = tuple(one for one in members if one.role is Role.PARTNER)
        self.horizon = horizon
        self.zone = horizon.zone
        days = [horizon.first + timedelta(days=n) for n in range(horizon.days)]
        self.days = [day_span(day, horizon.zone) for day in days]
        self.midnights = [starts for starts, _ends in self.days]
        self.within: Span = (self.days[0][0], self.days[-1][1])
        self._bases: dict[tuple[object, ...], Spans] = {}

    @cached_property
    def quiet(self) -> Spans:
        """The hours in which nothing lies."""
        starts, ends = self.horizon.limits.quiet
        return daily(self.within, self.zone, starts=starts, ends=ends)

    @cached_property
    def shared_by_week(self) -> list[int]:
        """Minutes that the partners share awake at home, week by week."""
        awake = awake_together([one.availability for one in self.partners], self.within)
        weeks = [
            (self.days[n][0], self.days[min(n + 6, len(self.days) - 1)][1])
            for n in range(0, len(self.days), 7)
        ]
        return [total(clip(awake, week)) for week in weeks]

    def day_of(self, minute: int) -> int:
        """Number the plan's day of a minute; whatever comes before the plan is -1."""
        return bisect_right(self.midnights, minute) - 1

    def rested(self, group: Group) -> Spans:
        """When all of a group are fit for a talk."""
        people = [one.availability for one in group.members]
        return self._once(("rested", group.bits), lambda: rested_together(people, self.within))

    def base(self, group: Group) -> Spans:
        """Where a ritual may lie at all, apart from the event that it is tied to."""
        ritual = group.ritual
        where = self._where(group)
        if ritual.needs_free_day:
            where = intersect(where, free_days(group.members, self.within, zone=self.zone))
        if ritual.when_apart:
            least = self.horizon.limits.moment_minutes
            where = intersect(
                where, days_apart(self.partners, self.within, zone=self.zone, least=least)
            )
        earliest, latest = minute_of_day(ritual.earliest), minute_of_day(ritual.latest)
        if latest - earliest < MINUTES_PER_DAY - 1:
            hours = daily(self.within, self.zone, starts=earliest, ends=latest)
            where = intersect(where, hours)
        return clip(where, (max(self.within[0], minute_of(self.horizon.now) + 1), self.within[1]))

    def _where(self, group: Group) -> Spans:
        ritual = group.ritual
        if ritual.place is Place.HOME:
            people = [one.availability for one in group.members]
            if ritual.energy is Energy.TALK:
                return subtract(self.rested(group), self.quiet)
            return self._once(
                ("awake", group.bits),
                lambda: subtract(awake_together(people, self.within), self.quiet),
            )
        (member,) = group.members
        if ritual.tie is Tie.AFTER_HANDOVER:  # still on the ward, the way home before her
            person = member.availability
            return clip(subtract(person.free, person.sleep), self.within)
        return self._once(("alone", group.bits), lambda: off_duty(member, self.within))

    def _once(self, key: tuple[object, ...], work: Callable[[], Spans]) -> Spans:
        if key not in self._bases:
            self._bases[key] = work()
        return self._bases[key]
