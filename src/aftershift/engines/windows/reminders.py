"""Who is reminded of what, and when, out of one budget that everything shares.

Nobody is notified between her predicted sleep onset and waking: a reminder is given only at a
minute at which she is awake, and where that is not known, only at one at which she is awake at
home. What the budget does not reach stays in the plan and is silent. A reminder has no clock time
of its own: it follows its ritual, and that follows the shift. `alarms` does the same for what one
person holds.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from aftershift.engines.basics.spans import (
    Span,
    Spans,
    clip,
    day_of,
    is_inside,
    minute_of,
    moment_of,
    subtract,
)
from aftershift.engines.windows.family import Member
from aftershift.engines.windows.overlap import Role, WindowsError
from aftershift.engines.windows.plan import PlanItem
from aftershift.engines.windows.ranking import WindowKind
from aftershift.engines.windows.ritual_plan import Placed
from aftershift.engines.windows.rituals import Ritual
from aftershift.engines.windows.slots import WHOLE

Spent = Mapping[tuple[str, date], int]

# What a held window is worth where the budget does not reach all: beside a ritual's weight, 1-100.
WEIGHTS = {WindowKind.TALK: 100, WindowKind.TIME: 60, WindowKind.MOMENT: 30}


@dataclass(frozen=True, kw_only=True, slots=True)
class Budget:
    """Notifications that one person may get in a day and in seven days, from everything."""

    a_day: int = 2
    a_week: int = 8
    lead_minutes: int = 30

    def __post_init__(self) -> None:
        if not (0 <= self.a_day <= 20 and 0 <= self.a_week <= 70):
            reason = "budget: a day is up to 20, a week up to 70"
            raise WindowsError(reason)
        if not 0 <= self.lead_minutes <= 240:
            reason = "budget: lead is 0 to 240 minutes"
            raise WindowsError(reason)


@dataclass(frozen=True, kw_only=True, slots=True)
class Reminder:
    """One notification: to whom, when, and of which ritual that starts when."""

    name: str
    at: datetime
    ritual: str
    starts: datetime


def reminders(
    placed: Sequence[Placed],
    members: Sequence[Member],
    *,
    zone: ZoneInfo,
    budget: Budget,
    spent: Spent,
) -> tuple[Reminder, ...]:
    """Give reminders to what is worth most first, in order of time; children get none.

    `spent` counts what other things have sent or will send to a person on a local day. A week is
    any seven days in a row.
    """
    by_name = {one.name: one for one in members if one.role is not Role.CHILD}
    awake = {name: waking_minutes(one) for name, one in by_name.items()}
    used = Counter(dict(spent))
    given: list[Reminder] = []
    for one in sorted(placed, key=lambda one: (-one.value, one.starts, one.ritual)):
        for name in one.people:
            at = _when(one.span, awake.get(name, ()), budget)
            if at is None or not _has_room(used, name, day_of(at, zone), budget):
                continue
            used[name, day_of(at, zone)] += 1
            given.append(
                Reminder(name=name, at=moment_of(at), ritual=one.ritual, starts=one.starts)
            )
    return tuple(sorted(given, key=lambda one: (one.at, one.name, one.ritual)))


@dataclass(frozen=True, kw_only=True, slots=True)
class Alarm:
    """When one held item rings in the calendar of the person who holds it."""

    uid: str
    at: datetime


class Silence(StrEnum):
    """Why a held item does not ring."""

    ASLEEP = "asleep"  # she will likely be asleep before it
    UNKNOWN = "unknown"  # her roster says nothing of that time
    SPENT = "spent"  # the budget of those days goes to what is worth more


def worths_of(items: Sequence[PlanItem], rituals: Sequence[Ritual]) -> Mapping[PlanItem, int]:
    """Weigh held items beside each other: a ritual by its weight, a window by what it is for."""
    weights = {one.id: one.weight for one in rituals}
    return {one: WHOLE * weights.get(one.ritual, WEIGHTS[one.kind]) for one in items}


def alarms(
    worths: Mapping[PlanItem, int],
    own: Member,
    *,
    zone: ZoneInfo,
    budget: Budget,
    rung: Sequence[Alarm],
) -> tuple[Alarm, ...]:
    """Say which held items ring for one person, out of her budget, in order of time.

    What is worth most comes first. `rung` are the alarms of the last days, which count as spent.
    `own` knows no minute up to now (see `from_now`): nothing rings in the past, nor for what lies
    where her roster says nothing.
    """
    things = [
        Placed(
            ritual=item.uid,  # the name by which the reminder is told apart
            starts=item.starts,
            ends=item.ends,
            people=(own.name,),
            value=worth,
        )
        for item, worth in worths.items()
        if is_inside(item.span, [own.availability.covers])
    ]
    spent = Counter((own.name, day_of(minute_of(one.at), zone)) for one in rung)
    found = reminders(things, [own], zone=zone, budget=budget, spent=spent)
    return tuple(Alarm(uid=one.ritual, at=one.at) for one in found)


def silence_of(item: PlanItem, own: Member, budget: Budget) -> Silence:
    """Say why an item without an alarm has none."""
    if not is_inside(item.span, [own.availability.covers]):
        return Silence.UNKNOWN
    if _when(item.span, waking_minutes(own), budget) is None:
        return Silence.ASLEEP
    return Silence.SPENT


def from_now(own: Member, now: datetime) -> Member:
    """Forget every minute up to now."""
    person = own.availability
    begins, ends = person.covers
    left = (min(max(begins, minute_of(now) + 1), ends), ends)
    awake = clip(person.home_awake, left)
    return replace(own, availability=replace(person, covers=left, home_awake=awake))


def waking_minutes(member: Member) -> Spans:
    """Find when somebody may be notified: not asleep, or where sleep is not known, up at home."""
    person = member.availability
    return subtract([person.covers], person.sleep) if person.sleep else person.home_awake


def _when(span: Span, awake: Spans, budget: Budget) -> int | None:
    for at in (span[0] - budget.lead_minutes, span[0]):
        if is_inside((at, at + 1), awake):
            return at
    return None


def _has_room(used: Counter[tuple[str, date]], name: str, day: date, budget: Budget) -> bool:
    if used[name, day] >= budget.a_day:
        return False
    number = day.toordinal()
    for first in range(number - 6, number + 1):
        week = (date.fromordinal(n) for n in range(first, first + 7))
        if sum(used[name, one] for one in week) >= budget.a_week:
            return False
    return True
