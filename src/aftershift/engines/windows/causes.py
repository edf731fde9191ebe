"""Which shift is behind a move: said only of somebody whose times are shared."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar
from zoneinfo import ZoneInfo

from aftershift.engines.basics.spans import MINUTES_PER_DAY, Span, day_of, is_inside, minute_of
from aftershift.engines.rosters.shifts import Kind, Shift
from aftershift.engines.windows.availability import KnownHours
from aftershift.engines.windows.following import RitualMove
from aftershift.engines.windows.overlap import Availability
from aftershift.engines.windows.plan import Because, Move

Moved = TypeVar("Moved", Move, RitualMove)

REACHES = MINUTES_PER_DAY  # a shift takes sleep and strength from a day on either side


def explained(
    moves: Iterable[Moved],
    everyone: Sequence[KnownHours],
    *,
    zone: ZoneInfo,
    people: Sequence[Availability] = (),
) -> tuple[Moved, ...]:
    """Name, for each move, the shift nearest to where it was.

    Where `people` are given, it is a shift of somebody who cannot be there any more: an unchanged
    shift of the other, though nearer, is not to blame.
    """
    return tuple(
        replace(
            move,
            because=because_of(
                move.before.span, _to_blame(move.before.span, everyone, people), zone=zone
            ),
        )
        for move in moves
    )


def _to_blame(
    span: Span, everyone: Sequence[KnownHours], people: Sequence[Availability]
) -> Sequence[KnownHours]:
    """Take those who are not awake at home through a stretch; everybody, where all are."""
    names = {one.name for one in people if not is_inside(span, one.home_awake)}
    return [one for one in everyone if one.name in names] or everyone


def because_of(span: Span, everyone: Sequence[KnownHours], *, zone: ZoneInfo) -> Because | None:
    """Find the shift that lies nearest to a stretch: over it, else before it, else after it.

    None where no shift lies within a day, or where nobody near it shares times.
    """
    near = [
        (*_distance(span, shift), hours.name, shift)
        for hours in everyone
        if hours.shares_times
        for shift in hours.shifts
        if shift.kind is Kind.WORK
    ]
    near = [one for one in near if one[0] <= REACHES]
    if not near:
        return None
    _apart, _is_after, name, shift = min(near, key=lambda one: (*one[:3], one[3].starts))
    day = day_of(minute_of(shift.starts), zone)
    return Because(name=name, code=shift.code, day=day, starts=shift.starts)


def _distance(span: Span, shift: Shift) -> tuple[int, bool]:
    """Give the minutes between, and whether the shift comes after."""
    starts, ends = minute_of(shift.starts), minute_of(shift.ends)
    return max(0, starts - span[1], span[0] - ends), starts >= span[1]
