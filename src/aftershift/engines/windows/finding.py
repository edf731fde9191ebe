"""The engine's front door: hours of everybody in, the time they really have together out."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from aftershift.engines.basics.spans import Span, Spans, day_of, day_span, subtract, union
from aftershift.engines.windows.availability import Body, KnownHours, availability_of, body_of, near
from aftershift.engines.windows.family import Child, availability_of_child
from aftershift.engines.windows.limits import Limits
from aftershift.engines.windows.overlap import (
    Availability,
    DayTogether,
    TotalTogether,
    days_together,
    total_together,
)
from aftershift.engines.windows.plan import ItemState, PlanItem
from aftershift.engines.windows.ranking import Proposals, WindowKind, propose


@dataclass(frozen=True, kw_only=True, slots=True)
class Search:
    """Where to look: the reader's zone, local days (both included), from when, within limits.

    `held` are items already in the plan: nothing is proposed on the days of those with the same
    people, nor at the time of the others, or of a ritual that takes but a moment. `company` are
    the people as items name them, empty for the partners.
    """

    zone: ZoneInfo
    first: date
    last: date
    now: datetime
    limits: Limits = field(default_factory=Limits)
    held: tuple[PlanItem, ...] = ()
    company: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """What there is: the days and their total, what to propose, what to warn of."""

    people: tuple[Availability, ...]
    days: tuple[DayTogether, ...]
    totals: TotalTogether
    proposals: Proposals


@dataclass(frozen=True, kw_only=True, slots=True)
class Predicted:
    """One person over the days looked at: her availability, and the body it comes from.

    A child has no `body`: its sleep is its bedtime, and nothing is predicted.
    """

    availability: Availability
    body: Body | None


def find(everyone: Sequence[KnownHours | Child], search: Search) -> Found:
    """Find the time together of people whose hours are known; the first is the reader."""
    return find_among([person_over(hours, search).availability for hours in everyone], search)


def find_among(people: Sequence[Availability], search: Search) -> Found:
    """Find the time together of people whose availability is known; the first is the reader."""
    days = days_together(people, zone=search.zone, first=search.first, last=search.last)
    taken = _taken(search)
    proposals = propose(
        [_without(person, taken) for person in people],
        zone=search.zone,
        span=_span_of(search),
        now=search.now,
        limits=search.limits,
    )
    return Found(people=tuple(people), days=days, totals=total_together(days), proposals=proposals)


def person_over(hours: KnownHours | Child, search: Search) -> Predicted:
    """Predict one person over the days looked at."""
    if isinstance(hours, Child):
        known = availability_of_child(hours, covers=_span_of(search))
        return Predicted(availability=known, body=None)
    covers = _known(hours, _span_of(search))
    hours = near(hours, covers)
    body = body_of(hours, covers=covers)
    return Predicted(
        availability=availability_of(hours, body, covers=covers, limits=search.limits), body=body
    )


def _known(hours: KnownHours, span: Span) -> Span:
    """Cut a span to what a roster speaks about."""
    if hours.known is None:
        return span
    starts = min(max(span[0], hours.known[0]), span[1])
    return starts, max(starts, min(span[1], hours.known[1]))


def _span_of(search: Search) -> tuple[int, int]:
    return day_span(search.first, search.zone)[0], day_span(search.last, search.zone)[1]


def _taken(search: Search) -> Spans:
    """Find the days on which the same people hold something: one thing a day is enough.

    A hug is not it, nor what others of the household hold: those take their own time alone.
    """
    company = frozenset(search.company)
    held = (item for item in search.held if item.state is ItemState.HELD)
    return union(
        item.span
        if _is_small(item) or frozenset(item.people) != company
        else day_span(day_of(item.span[0], search.zone), search.zone)
        for item in held
    )


def _is_small(item: PlanItem) -> bool:
    return bool(item.ritual) and item.kind is WindowKind.MOMENT


def _without(person: Availability, taken: Spans) -> Availability:
    return replace(
        person,
        free=subtract(person.free, taken),
        home_awake=subtract(person.home_awake, taken),
        rested=subtract(person.rested, taken),
    )
