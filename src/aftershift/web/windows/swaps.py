"""Other shifts on some days of one member, tried one after another and kept nowhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import TypeAlias
from uuid import UUID
from zoneinfo import ZoneInfo

from aftershift.engines.basics.spans import day_span
from aftershift.engines.rosters.codes import Ward, understand
from aftershift.engines.rosters.placing import DayCode, is_usable, reading_of
from aftershift.engines.rosters.shifts import Shift
from aftershift.engines.rosters.swapping import exchanged, replaced
from aftershift.engines.windows.availability import KnownHours
from aftershift.engines.windows.overlap import Role
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.rosters import queries as rosters
from aftershift.web.windows import queries
from aftershift.web.windows.queries import FORTNIGHT

MOST_STEPS = 28  # each day touched twice


class NotReadable(Exception):
    """A code that this member's ward does not know for certain."""


class NotReached(Exception):
    """A day about which this member's roster says nothing."""

    def __init__(self, name: str, day: date) -> None:
        super().__init__("a day that no roster reaches")
        self.name, self.day = name, day


@dataclass(frozen=True, kw_only=True, slots=True)
class Exchange:
    """What is worked on two days, each on the other."""

    day: date
    other: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Instead:
    """Another code, hours, or a day off, in place of what is worked on a day."""

    day: date
    said: str = field(repr=False)


Step: TypeAlias = Exchange | Instead


@dataclass(frozen=True, kw_only=True, slots=True)
class Swap:
    """Steps on the days of one member, in the order in which they are tried."""

    member: UUID
    steps: tuple[Step, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SwapDesk:
    """What can be tried: the next days, and the hours of each partner whose roster is known.

    `wards` are what each member's codes are read with, and `own` is the member who looks.
    """

    own: UUID
    today: date
    days: tuple[date, ...]
    members: Mapping[UUID, KnownHours]
    wards: Mapping[UUID, Ward]


def swap_desk(*, by: SignedIn, now: datetime) -> SwapDesk:
    """Gather the next fortnight's days and whose shifts on them are known, the reader's first."""
    papers, own = rosters.ways(by=by).members, queries.own_member(by=by)
    today = now.astimezone(ZoneInfo(papers[own].zone)).date()
    return SwapDesk(
        own=own,
        today=today,
        days=tuple(today + timedelta(days=n) for n in range(FORTNIGHT)),
        members={
            member: hours
            for member, hours in rosters.hours_by_member(by=by).items()
            if hours.known != rosters.NO_TIME and hours.role is Role.PARTNER
        },
        wards={member: rosters.ward_of(paper) for member, paper in papers.items()},
    )


def hours_after(swap: Swap, desk: SwapDesk) -> KnownHours:
    """Give a member's hours as they would be after all steps.

    Raises NotReadable for a code that is not certain on this member's ward, and NotReached for a
    day of which the roster does not speak.
    """
    hours = desk.members[swap.member]
    for day in days_of(swap):
        if not is_reached(hours, day):
            raise NotReached(hours.name, day)
    shifts = hours.shifts
    for step in swap.steps:
        shifts = _after(step, shifts, desk.wards[swap.member])
    return replace(hours, shifts=shifts)


def is_reached(hours: KnownHours, day: date) -> bool:
    """Say whether a member's roster speaks about all of a day."""
    starts, ends = day_span(day, hours.zone)
    return hours.known is None or (hours.known[0] <= starts and ends <= hours.known[1])


def days_of(swap: Swap) -> Sequence[date]:
    """List the days that are touched, in order."""
    days = {step.day for step in swap.steps}
    days |= {step.other for step in swap.steps if isinstance(step, Exchange)}
    return sorted(days)


def _after(step: Step, shifts: tuple[Shift, ...], ward: Ward) -> tuple[Shift, ...]:
    if isinstance(step, Exchange):
        return exchanged(shifts, step.day, step.other)
    if not is_usable(understand(step.said, ward)):
        raise NotReadable
    return replaced(
        shifts, step.day, reading_of([DayCode(day=step.day, text=step.said)], ward, ()).shifts
    )


# --- as a form carries the steps from one try to the next -------------------------


def written(member: UUID, step: Step) -> str:
    """Write a step for a hidden field: whose day, and what is done with it."""
    if isinstance(step, Exchange):
        return f"{member}/{step.day}/with/{step.other}"
    return f"{member}/{step.day}/as/{step.said}"


def read_step(text: str) -> tuple[UUID, Step]:
    """Read what `written` wrote. Raises ValueError for anything else."""
    member, day, way, what = text.split("/", 3)
    step: Step
    if way == "with":
        step = Exchange(day=date.fromisoformat(day), other=date.fromisoformat(what))
    elif way == "as":
        step = Instead(day=date.fromisoformat(day), said=what)
    else:
        reason = "no such step"
        raise ValueError(reason)
    return UUID(member), step
