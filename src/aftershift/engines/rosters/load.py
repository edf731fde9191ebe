"""When the roster itself is the load: what in it goes past a limit, this week and the week before.

Facts of one's own roster, never of another's, and no score. Limits that somebody published are
those of `strain.DEFINITIONS`. Two lines are judgements: four nights in a row, for which the law
names no number, and sixty hours in one week, for its 48 are a mean of many.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from aftershift.engines.rosters.shifts import Shift
from aftershift.engines.rosters.strain import WEEK_LIMIT_MINUTES, Strain, Week, strain_of

NIGHTS_IN_A_ROW = 4  # judgement
LONG_WEEK_MINUTES = 60 * 60  # judgement: the law's 48 hours are a mean, here of two whole weeks
SHORT_TURNS = 2  # judgement: in two weeks; one alone counts while its two days last
WEEKS = 2
AROUND = timedelta(days=14)  # a rest may reach so far beyond the weeks that are looked at


class Past(StrEnum):
    """Which limit is passed; the names are those of the definitions."""

    QUICK_RETURNS = "quick_returns"
    NIGHT_RUNS = "night_runs"
    WEEKLY_HOURS = "weekly_hours"
    WEEKLY_REST = "weekly_rest"


@dataclass(frozen=True, kw_only=True, slots=True)
class Heavy:
    """One limit that the roster passes.

    `count` are short turns; the nights of the longest run; the whole hours of the longest week;
    weeks without a long rest.
    """

    past: Past
    count: int


def load_of(
    shifts: Sequence[Shift], *, zone: ZoneInfo, now: datetime, known: tuple[date, date]
) -> tuple[Heavy, ...]:
    """Say which limits a person's own roster passes from last Monday to the end of this week.

    `known` are the first and the last day that the roster speaks about; nothing is said of days
    outside it, nor of weeks that it does not cover whole.
    """
    today = now.astimezone(zone).date()
    monday = today - timedelta(days=today.weekday())
    first = max(monday - timedelta(days=7 * (WEEKS - 1)), known[0])
    last = min(monday + timedelta(days=6), known[1])
    if first > last:
        return ()
    covers = max(first - AROUND, known[0]), min(last + AROUND, known[1])
    strain = strain_of(shifts, zone=zone, covers=covers)
    view = _View(strain=strain, zone=zone, first=first, last=last, today=today)
    counted = ((past, count(view)) for past, count in COUNTS)
    return tuple(Heavy(past=past, count=n) for past, n in counted if n)


@dataclass(frozen=True, kw_only=True, slots=True)
class _View:
    """The strain of some days more than are looked at, and which those are."""

    strain: Strain
    zone: ZoneInfo
    first: date
    last: date
    today: date

    @property
    def weeks(self) -> list[Week]:
        """Give the whole weeks that begin in the days looked at."""
        return [one for one in self.strain.weeks if self.first <= one.monday <= self.last]


def _short_turns(view: _View) -> int:
    lasts = any(view.today <= one.day <= view.last for one in view.strain.recovery)
    starts = (one.starts.astimezone(view.zone).date() for one in view.strain.quick_returns)
    found = sum(view.first <= day <= view.last for day in starts)
    return found if found >= SHORT_TURNS or (found and lasts) else 0


def _nights(view: _View) -> int:
    runs = view.strain.night_runs
    near = (run.days for run in runs if run.last >= view.first and run.first <= view.last)
    longest = max(near, default=0)
    return longest if longest >= NIGHTS_IN_A_ROW else 0


def _hours(view: _View) -> int:
    minutes = [week.minutes for week in view.weeks]
    longest = max(minutes, default=0)
    is_over = len(minutes) >= WEEKS and sum(minutes) > WEEK_LIMIT_MINUTES * len(minutes)
    return longest // 60 if is_over or longest > LONG_WEEK_MINUTES else 0


def _weeks_without_rest(view: _View) -> int:
    return sum(week.is_short_of_rest for week in view.weeks)


COUNTS: tuple[tuple[Past, Callable[[_View], int]], ...] = (
    (Past.NIGHT_RUNS, _nights),
    (Past.QUICK_RETURNS, _short_turns),
    (Past.WEEKLY_HOURS, _hours),
    (Past.WEEKLY_REST, _weeks_without_rest),
)
