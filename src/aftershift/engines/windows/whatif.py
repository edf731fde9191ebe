"""What a change of one roster would give and take, before anybody agrees to it.

Only the person whose roster changes is computed anew; everybody else's availability is kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain

from aftershift.engines.basics.spans import Span, Spans, at_least, clip, moment_of
from aftershift.engines.windows.availability import KnownHours
from aftershift.engines.windows.finding import Found, Search, find_among, person_over
from aftershift.engines.windows.overlap import (
    Availability,
    WindowsError,
    awake_together,
    rested_together,
)

TALK_MINUTES = 20
TIME_MINUTES = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Stretch:
    """A stretch of time together that comes or goes."""

    starts: datetime
    ends: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class DayChange:
    """Minutes by which one day's time together grows; less than nothing when it shrinks."""

    day: date
    awake: int
    rested: int


@dataclass(frozen=True, kw_only=True, slots=True)
class WhatIf:
    """What a change costs (below nothing) or gives, in minutes of the days looked at.

    `talks_*` are stretches fit for a real talk that no longer hold one, or newly do; `hours_*`
    likewise of an hour or more awake at home. `days` are those that change, in order.
    """

    free: int
    awake: int
    rested: int
    days: tuple[DayChange, ...]
    talks_lost: tuple[Stretch, ...]
    talks_gained: tuple[Stretch, ...]
    hours_lost: tuple[Stretch, ...]
    hours_gained: tuple[Stretch, ...]


def what_if(before: Found, changed: KnownHours, search: Search) -> WhatIf:
    """Say what changes when one person's hours become `changed`, over the same days.

    Raises WindowsError where nobody in `before` bears that name.
    """
    if not any(person.name == changed.name for person in before.people):
        reason = "a name that nobody here bears"
        raise WindowsError(reason)
    anew = person_over(changed, search).availability
    people = [anew if person.name == changed.name else person for person in before.people]
    return compare(before, find_among(people, search))


def compare(before: Found, after: Found) -> WhatIf:
    """Set two findings of the same days side by side. Raises WindowsError for other days."""
    if [one.day for one in before.days] != [one.day for one in after.days]:
        reason = "two findings of other days"
        raise WindowsError(reason)
    days = (
        DayChange(
            day=old.day,
            awake=new.awake_together - old.awake_together,
            rested=new.rested_together - old.rested_together,
        )
        for old, new in zip(before.days, after.days, strict=True)
    )
    talks = [rested_together(found.people, _within(found.people)) for found in (before, after)]
    hours = [awake_together(found.people, _within(found.people)) for found in (before, after)]
    return WhatIf(
        free=after.totals.free_together - before.totals.free_together,
        awake=after.totals.awake_together - before.totals.awake_together,
        rested=after.totals.rested_together - before.totals.rested_together,
        days=tuple(one for one in days if one.awake or one.rested),
        talks_lost=_missing(talks[0], talks[1], TALK_MINUTES),
        talks_gained=_missing(talks[1], talks[0], TALK_MINUTES),
        hours_lost=_missing(hours[0], hours[1], TIME_MINUTES),
        hours_gained=_missing(hours[1], hours[0], TIME_MINUTES),
    )


def _missing(these: Spans, others: Spans, least: int) -> tuple[Stretch, ...]:
    """List the stretches long enough here in which the others leave no stretch long enough."""
    return tuple(
        Stretch(starts=moment_of(span[0]), ends=moment_of(span[1]))
        for span in at_least(these, least)
        if not at_least(clip(others, span), least)
    )


def _within(people: Sequence[Availability]) -> Span:
    edges = list(chain.from_iterable(person.covers for person in people))
    return min(edges), max(edges)
