"""What a changed roster would give and take, before anybody keeps it or agrees to it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from aftershift.engines.rosters.codes import understand
from aftershift.engines.rosters.merge import union_of
from aftershift.engines.rosters.placing import DayCode, is_usable, reading_of
from aftershift.engines.rosters.shifts import Shift
from aftershift.engines.windows.availability import KnownHours
from aftershift.engines.windows.plan import Move
from aftershift.engines.windows.whatif import WhatIf, what_if
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.rosters import queries as rosters
from aftershift.web.rosters import words as roster_words
from aftershift.web.rosters.papers import DraftPaper
from aftershift.web.windows import queries
from aftershift.web.windows.moving import moves_of
from aftershift.web.windows.queries import FORTNIGHT, Fortnight


class NotReadable(Exception):
    """A code that this member's ward does not know for certain."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Swap:
    """Another code, hours, or a day off, in place of what a member works on one day."""

    member: UUID
    day: date
    instead: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Swapped:
    """What was worked on a day, and what would be."""

    day: date
    before: tuple[Shift, ...]
    after: tuple[Shift, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Weighed:
    """A change of one person's shifts, its price over a fortnight, and what held it would move.

    `swapped` is None where a whole roster was weighed.
    """

    view: Fortnight
    name: str
    swapped: Swapped | None = None
    difference: WhatIf
    moves: tuple[Move, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class MemberDays:
    """The next days of one member, each with what is worked on it in words."""

    name: str
    days: tuple[tuple[str, str], ...]


def weigh_draft(*, by: SignedIn, now: datetime) -> Weighed | None:
    """Weigh the roster that waits to be kept, over the fortnight of its first change.

    None where there is no draft, or nothing kept that it could be compared with. Days of which
    only the draft speaks are left out: nothing was known of them.
    """
    draft = rosters.draft(by=by)
    if draft is None:
        return None
    first = _first_changed(draft, queries.today(by=by, now=now), now)
    view = queries.fortnight(by=by, first=first, now=now)
    hours = _hours_of(view, rosters.member_names(by=by)[draft.paper.member])
    if hours is None or view.found is None:
        return None
    beside = [
        kept.paper.shifts
        for kept in rosters.rosters(by=by)
        if kept.paper.member == draft.paper.member and kept.id != draft.source
    ]
    shifts = union_of([*beside, draft.paper.shifts])
    changed = replace(hours, zone=ZoneInfo(draft.zone), shifts=shifts)
    return Weighed(
        view=view,
        name=hours.name,
        difference=what_if(view.found, changed, view.search),
        moves=_moves(view, changed, now),
    )


def weigh_swap(swap: Swap, *, by: SignedIn, now: datetime) -> Weighed | None:
    """Weigh another shift on one of the next days; None where two rosters do not meet yet.

    Raises NotReadable for a code that is not certain on this member's ward.
    """
    first = queries.today(by=by, now=now)
    view = queries.fortnight(by=by, first=first, now=now)
    hours = _hours_of(view, rosters.member_names(by=by)[swap.member])
    if hours is None or view.found is None:
        return None
    ward = rosters.ward_of(rosters.ways(by=by).members[swap.member])
    if not is_usable(understand(swap.instead, ward)):
        raise NotReadable
    new = reading_of([DayCode(day=swap.day, text=swap.instead)], ward, ()).shifts
    old = _on(hours.shifts, swap.day)
    shifts = union_of([[one for one in hours.shifts if one not in old], new])
    changed = replace(hours, shifts=shifts)
    return Weighed(
        view=view,
        name=hours.name,
        swapped=Swapped(day=swap.day, before=old, after=new),
        difference=what_if(view.found, changed, view.search),
        moves=_moves(view, changed, now),
    )


def next_days(*, by: SignedIn, now: datetime) -> tuple[MemberDays, ...]:
    """List the days of the next fortnight that may be swapped, of everybody whose roster is known.

    Each has the value by which a form names it: the member and the day.
    """
    first = queries.today(by=by, now=now)
    days = [first + timedelta(days=n) for n in range(FORTNIGHT)]
    names = {name: member for member, name in rosters.member_names(by=by).items()}
    return tuple(
        MemberDays(
            name=hours.name,
            days=tuple(
                (f"{names[hours.name]}/{day.isoformat()}", _day_words(hours, day)) for day in days
            ),
        )
        for hours in queries.known_hours(by=by)
    )


def _moves(view: Fortnight, changed: KnownHours, now: datetime) -> tuple[Move, ...]:
    known = [changed if one.name == changed.name else one for one in view.known]
    return moves_of(view.plan, known, zone=view.search.zone, now=now)


def _hours_of(view: Fortnight, name: str) -> KnownHours | None:
    return next((one for one in view.known if one.name == name), None)


def _first_changed(draft: DraftPaper, today: date, now: datetime) -> date:
    """Begin with today, or with the first change where that lies further ahead."""
    moved = [shift for pair in draft.moved for shift in pair]
    ahead = [one for one in (*draft.added, *moved, *draft.cancelled) if one.ends > now]
    first = min((_day_of(one) for one in ahead), default=today)
    return first if (first - today).days >= FORTNIGHT else today


def _on(shifts: Sequence[Shift], day: date) -> tuple[Shift, ...]:
    return tuple(one for one in shifts if _day_of(one) == day)


def _day_of(shift: Shift) -> date:
    """Say on which day of its ward's calendar a shift begins."""
    return shift.starts.astimezone(ZoneInfo(shift.zone)).date()


def _day_words(hours: KnownHours, day: date) -> str:
    worked = shifts_words(_on(hours.shifts, day))
    return f"{hours.name}, {roster_words.day_words(day)}: {worked}"


def shifts_words(shifts: Sequence[Shift]) -> str:
    """Write what is worked on a day: its codes and hours, or that it is free."""
    written = (
        f"{roster_words.code_words(one.code)} {roster_words.hours_words(one)}".strip()
        for one in shifts
    )
    return " + ".join(written) or _("free")
