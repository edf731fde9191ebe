"""What a changed roster would give and take, before anybody keeps it or agrees to it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from aftershift.engines.rosters.merge import union_of
from aftershift.engines.rosters.shifts import Shift
from aftershift.engines.rosters.swapping import day_of, on_day, overlapping
from aftershift.engines.windows.availability import KnownHours
from aftershift.engines.windows.plan import Move
from aftershift.engines.windows.whatif import WhatIf, what_if
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.rosters import queries as rosters
from aftershift.web.rosters.papers import DraftPaper
from aftershift.web.windows import queries
from aftershift.web.windows.moving import moves_of
from aftershift.web.windows.queries import FORTNIGHT, Fortnight
from aftershift.web.windows.swaps import Swap, SwapDesk, days_of, hours_after


@dataclass(frozen=True, kw_only=True, slots=True)
class Swapped:
    """What was worked on a day, and what would be."""

    day: date
    before: tuple[Shift, ...]
    after: tuple[Shift, ...]

    @property
    def is_changed(self) -> bool:
        """Say whether another code or other hours are worked."""
        return _worked(self.before) != _worked(self.after)


@dataclass(frozen=True, kw_only=True, slots=True)
class Weighed:
    """A change of one person's shifts, its price over a fortnight, and what held it would move.

    `swapped` are the days that were touched, in order; None where a whole roster was weighed.
    `overlaps` are days on which a shift would begin before the one before it ends.
    """

    view: Fortnight
    name: str
    swapped: tuple[Swapped, ...] | None = None
    overlaps: tuple[date, ...] = ()
    difference: WhatIf
    moves: tuple[Move, ...]


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


def weigh_swap(swap: Swap, desk: SwapDesk, *, by: SignedIn, now: datetime) -> Weighed | None:
    """Weigh other shifts on some of the next days; None where two rosters do not meet yet.

    Raises NotReadable and NotReached as `hours_after` does.
    """
    view = queries.fortnight(by=by, first=desk.today, now=now)
    hours = _hours_of(view, desk.members[swap.member].name)
    if hours is None or view.found is None:
        return None
    changed = hours_after(swap, desk)
    return Weighed(
        view=view,
        name=hours.name,
        swapped=tuple(
            Swapped(day=day, before=on_day(hours.shifts, day), after=on_day(changed.shifts, day))
            for day in days_of(swap)
        ),
        overlaps=_new_overlaps(hours.shifts, changed.shifts),
        difference=what_if(view.found, changed, view.search),
        moves=_moves(view, changed, now),
    )


def _worked(shifts: Sequence[Shift]) -> list[tuple[datetime, datetime, str, str]]:
    return sorted((one.starts, one.ends, one.code, one.kind) for one in shifts)


def _new_overlaps(old: Sequence[Shift], new: Sequence[Shift]) -> tuple[date, ...]:
    known = {(one.starts, other.starts) for one, other in overlapping(old)}
    pairs = overlapping(new)
    return tuple(day_of(other) for one, other in pairs if (one.starts, other.starts) not in known)


def _moves(view: Fortnight, changed: KnownHours, now: datetime) -> tuple[Move, ...]:
    everybody = (one.hours for one in view.company.everybody)
    known = [changed if one.name == changed.name else one for one in everybody]
    return moves_of(view.plan, known, zone=view.search.zone, now=now)


def _hours_of(view: Fortnight, name: str) -> KnownHours | None:
    return next((one for one in view.known if one.name == name), None)


def _first_changed(draft: DraftPaper, today: date, now: datetime) -> date:
    """Begin with today, or with the first change where that lies further ahead."""
    moved = [shift for pair in draft.moved for shift in pair]
    ahead = [one for one in (*draft.added, *moved, *draft.cancelled) if one.ends > now]
    first = min((day_of(one) for one in ahead), default=today)
    return first if (first - today).days >= FORTNIGHT else today
