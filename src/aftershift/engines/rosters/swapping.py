"""One person's shifts on other days: two days exchanged, or something else worked on one."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from itertools import pairwise
from zoneinfo import ZoneInfo

from aftershift.engines.rosters.merge import union_of
from aftershift.engines.rosters.placing import flags_of, wall_moment
from aftershift.engines.rosters.shifts import Flag, Kind, Shift

_OF_THE_SPAN = frozenset({Flag.CLOCKS_GO_BACK, Flag.CLOCKS_GO_FORWARD, Flag.LONG})


def day_of(shift: Shift) -> date:
    """Say on which day of its ward's calendar a shift begins."""
    return shift.starts.astimezone(ZoneInfo(shift.zone)).date()


def on_day(shifts: Sequence[Shift], day: date) -> tuple[Shift, ...]:
    """List what begins on a day, each shift by its own ward's calendar."""
    return tuple(one for one in shifts if day_of(one) == day)


def exchanged(shifts: Sequence[Shift], one: date, other: date) -> tuple[Shift, ...]:
    """Work on each of two days what was worked on the other; where both are one, nothing changes.

    A shift keeps the hours that its ward's wall shows, so it may last an hour more or less over
    the night on which the clocks change.
    """
    there = {one: other, other: one}
    return union_of([[put_on(shift, there.get(day_of(shift))) for shift in shifts]])


def replaced(shifts: Sequence[Shift], day: date, by: Sequence[Shift]) -> tuple[Shift, ...]:
    """Work something else on a day, in place of all that begins on it."""
    return union_of([[one for one in shifts if day_of(one) != day], by])


def put_on(shift: Shift, day: date | None) -> Shift:
    """Put a shift on another day, at the same hours on its ward's wall; on None it stays."""
    if day is None or day == day_of(shift):
        return shift
    zone = ZoneInfo(shift.zone)
    first, last = (_minutes_after(day_of(shift), at, zone) for at in (shift.starts, shift.ends))
    starts, ends = wall_moment(day, first, zone), wall_moment(day, last, zone)
    if ends <= starts:  # an end that was skipped, or repeated, by the clock change
        ends = starts + (shift.ends - shift.starts)
    given = tuple(flag for flag in shift.flags if flag not in _OF_THE_SPAN)
    return replace(
        shift,
        starts=starts,
        ends=ends,
        exact_starts=starts,
        exact_ends=ends,
        flags=flags_of((starts, ends), zone, given),
    )


def overlapping(shifts: Sequence[Shift]) -> tuple[tuple[Shift, Shift], ...]:
    """List the pairs of neighbours in time of which the second begins before the first ends.

    Call is left out: one may work within it.
    """
    work = sorted((one for one in shifts if one.kind is Kind.WORK), key=lambda one: one.starts)
    return tuple((one, other) for one, other in pairwise(work) if other.starts < one.ends)


def _minutes_after(day: date, at: datetime, zone: ZoneInfo) -> int:
    """Count what the wall shows at a moment, in minutes after a day's midnight."""
    wall = at.astimezone(zone).replace(tzinfo=None)
    return int((wall - datetime.combine(day, time())).total_seconds()) // 60
