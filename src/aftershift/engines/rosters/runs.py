"""A run of long shifts that is to come: when it begins, so that a note can be hidden before it.

Both lines are judgements of ours: three in a row, and ten hours or a night as long. Nothing was
measured for a note of one line; there is nothing to be exact about.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from aftershift.engines.rosters.shifts import Kind, Shift

LEAST = 3  # shifts on days in a row
LONG = timedelta(hours=10)
_SMALL_HOURS = time(3)  # whoever works then works a night
_EVENING = time(17)
_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """A run: its first and last day, its shifts, and from when on the evening before it counts."""

    first: date
    last: date
    shifts: int
    starts: datetime
    evening: datetime  # 17:00 of the day before


def runs_ahead(shifts: Sequence[Shift], *, zone: ZoneInfo, now: datetime) -> tuple[Run, ...]:
    """Find the runs that have not begun, in order of time. `now` is aware."""
    long = sorted((one for one in shifts if _is_long(one, zone)), key=lambda one: one.starts)
    runs: list[list[Shift]] = []
    for one in long:
        apart = _day(one, zone) - _day(runs[-1][-1], zone) if runs else None
        if apart == timedelta():
            continue
        if apart == _DAY:
            runs[-1].append(one)
        else:
            runs.append([one])
    found = (_run(one, zone) for one in runs if len(one) >= LEAST)
    return tuple(one for one in found if one.starts > now)


def run_tonight(shifts: Sequence[Shift], *, zone: ZoneInfo, now: datetime) -> Run | None:
    """Give the run that begins next, from the evening before it on; else None."""
    return next((one for one in runs_ahead(shifts, zone=zone, now=now) if one.evening <= now), None)


def _run(shifts: Sequence[Shift], zone: ZoneInfo) -> Run:
    first, starts = _day(shifts[0], zone), shifts[0].starts
    before = datetime.combine(first - _DAY, _EVENING, zone)
    return Run(
        first=first,
        last=_day(shifts[-1], zone),
        shifts=len(shifts),
        starts=starts,
        evening=before,
    )


def _is_long(shift: Shift, zone: ZoneInfo) -> bool:
    if shift.kind is not Kind.WORK:
        return False
    starts, ends = shift.starts.astimezone(zone), shift.ends.astimezone(zone)
    days = (starts.date(), ends.date())
    is_night = any(starts <= datetime.combine(day, _SMALL_HOURS, zone) < ends for day in days)
    return is_night or shift.ends - shift.starts >= LONG


def _day(shift: Shift, zone: ZoneInfo) -> date:
    return shift.starts.astimezone(zone).date()
