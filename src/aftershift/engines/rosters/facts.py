"""What a roster asks of a body, counted: rest between shifts, and runs of days and nights.

Only work counts here. Call from home is no rest-breaking work until one is called in, which a
roster does not know.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from aftershift.engines.basics.spans import minute_of, total, union
from aftershift.engines.rosters.placing import in_order, wall_moment
from aftershift.engines.rosters.shifts import Kind, Shift

DAILY_REST_MINUTES = 660  # Directive 2003/88/EC, Article 3: eleven consecutive hours
NIGHT_MINUTES = 180  # Article 2(4)(a): at least three hours of the work fall into night time


@dataclass(frozen=True, kw_only=True, slots=True)
class QuickReturn:
    """Less than eleven hours from the end of one shift to the start of the next."""

    ends: datetime
    starts: datetime
    minutes: int  # of rest that really pass


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """Consecutive local days on each of which a shift starts."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """Count its days."""
        return (self.last - self.first).days + 1


def minutes_of_work(shifts: Iterable[Shift]) -> int:
    """Add up the minutes at work; two shifts that overlap count once."""
    return total(union((minute_of(one.starts), minute_of(one.ends)) for one in _work(shifts)))


def quick_returns(shifts: Iterable[Shift]) -> tuple[QuickReturn, ...]:
    """Find every rest below eleven hours, in minutes that really pass, clock changes included.

    The break inside a split shift (one code, one day) is no daily rest and is not counted; shifts
    that overlap or touch are one stretch of work.
    Reference: Directive 2003/88/EC, Article 3.
    """
    found = []
    stretch: Shift | None = None
    for shift in in_order(_work(shifts)):
        if stretch is not None and shift.starts > stretch.ends:
            minutes = minute_of(shift.starts) - minute_of(stretch.ends)
            if minutes < DAILY_REST_MINUTES and not _is_split(stretch, shift):
                found.append(QuickReturn(ends=stretch.ends, starts=shift.starts, minutes=minutes))
        if stretch is None or shift.ends > stretch.ends:
            stretch = shift
    return tuple(found)


def is_night(shift: Shift) -> bool:
    """Say whether three hours or more of a shift fall between 23:00 and 06:00 on its wall.

    Reference: Directive 2003/88/EC, Article 2(3) and 2(4)(a): night time is at least seven hours
    that include midnight to five; member states choose which, and 23:00-06:00 is one choice.
    """
    zone = ZoneInfo(shift.zone)
    first = shift.starts.astimezone(zone).date() - timedelta(days=1)
    days = (shift.ends - shift.starts).days + 3
    for day in (first + timedelta(days=number) for number in range(days)):
        starts = max(shift.starts, wall_moment(day, 23 * 60, zone))
        ends = min(shift.ends, wall_moment(day, 30 * 60, zone))
        if ends - starts >= timedelta(minutes=NIGHT_MINUTES):
            return True
    return False


def runs_of_days(shifts: Iterable[Shift]) -> tuple[Run, ...]:
    """Find the runs of consecutive days on which work starts, day and night shifts alike."""
    return _runs(_work(shifts))


def runs_of_nights(shifts: Iterable[Shift]) -> tuple[Run, ...]:
    """Find the runs of consecutive night shifts, by the day on which each starts."""
    return _runs([shift for shift in _work(shifts) if is_night(shift)])


def _runs(shifts: Sequence[Shift]) -> tuple[Run, ...]:
    days = sorted({_day_of(shift) for shift in shifts})
    runs: list[Run] = []
    for day in days:
        if runs and day == runs[-1].last + timedelta(days=1):
            runs[-1] = Run(first=runs[-1].first, last=day)
        else:
            runs.append(Run(first=day, last=day))
    return tuple(runs)


def _work(shifts: Iterable[Shift]) -> list[Shift]:
    return [one for one in shifts if one.kind is Kind.WORK and one.starts < one.ends]


def _is_split(one: Shift, next_: Shift) -> bool:
    return one.code == next_.code and _day_of(one) == _day_of(next_)


def _day_of(shift: Shift) -> date:
    return shift.starts.astimezone(ZoneInfo(shift.zone)).date()
