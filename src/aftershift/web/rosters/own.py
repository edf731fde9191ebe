"""What the reader's own roster says of now: where the moment lies, and which limits it passes."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from aftershift.engines.rosters.around import Around, around
from aftershift.engines.rosters.load import Heavy, load_of
from aftershift.engines.rosters.merge import union_of
from aftershift.engines.rosters.shifts import Shift
from aftershift.engines.sleep.episodes import Habits, likely_sleep
from aftershift.web.people import queries as people
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.rosters import queries
from aftershift.web.rosters.queries import Days


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnShifts:
    """One's own shifts, on whose clock, and the first and last day that the roster speaks about."""

    shifts: tuple[Shift, ...]
    zone: ZoneInfo
    habits: Habits
    known: Days | None


def own_shifts(*, by: SignedIn) -> OwnShifts:
    """Merge the reader's own rosters."""
    own = people.household(by=by)[0].id
    papers = [one.paper for one in queries.rosters(by=by) if one.paper.member == own]
    days = [one.covers for one in papers if one.covers is not None]
    ways = queries.ways(by=by).members[own]
    return OwnShifts(
        shifts=union_of([one.shifts for one in papers]),
        zone=ZoneInfo(ways.zone),
        habits=ways.habits,
        known=(min(one[0] for one in days), max(one[1] for one in days)) if days else None,
    )


def own_load(own: OwnShifts, now: datetime) -> tuple[Heavy, ...]:
    """Say which limits the roster passes; nothing where none is known."""
    if own.known is None:
        return ()
    return load_of(own.shifts, zone=own.zone, now=now, known=own.known)


def own_around(own: OwnShifts, now: datetime) -> Around:
    """Say where now lies in the roster."""
    return around(own.shifts, now)


def is_at_rest(own: OwnShifts, now: datetime) -> bool:
    """Say whether now lies in the reader's likely sleep; never where no roster is known."""
    if own.known is None:
        return False
    today = now.astimezone(own.zone).date()
    yesterday = today - timedelta(days=1)
    sleeps = likely_sleep(own.shifts, own.habits, zone=own.zone, first=yesterday, last=today)
    return any(one.starts <= now < one.ends for one in sleeps)
