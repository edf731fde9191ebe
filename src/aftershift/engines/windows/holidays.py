"""Days without school, as somebody types them: days and stretches of days, in any usual writing."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from aftershift.engines.rosters.dates import DayOrder, nearest_year, real_date, written_day

LONGEST = timedelta(days=100)  # a summer, and not a slip of the year
MOST = 60
_BETWEEN = re.compile(r"\s+(?:to|until|till|bis|-)\s+|\s*[\u2013\u2014]\s*")
_APART = re.compile(r"[,;\n\r]+")

Stretch = tuple[date, date]


class NotDays(Exception):
    """A part of the list that is no day and no stretch of days; `place` counts from one."""

    def __init__(self, place: int) -> None:
        super().__init__(place)
        self.place = place


def holidays_in(text: str, *, near: date) -> tuple[Stretch, ...]:
    """Read first and last days, one after the other; a day without a year is the one nearest.

    Parts stand on lines of their own or between commas. Raises NotDays.
    """
    parts = [part.strip() for part in _APART.split(text) if part.strip()]
    if len(parts) > MOST:
        raise NotDays(MOST + 1)
    return tuple(sorted(_stretch(part, place, near) for place, part in enumerate(parts, start=1)))


def written(stretches: Iterable[Stretch]) -> str:
    """Write them so that they are read as the same, each on a line."""
    return "\n".join(
        f"{first}" if first == last else f"{first} to {last}" for first, last in stretches
    )


def days_of(stretches: Iterable[Stretch]) -> frozenset[date]:
    """Name every day of some stretches."""
    return frozenset(
        first + timedelta(days=n)
        for first, last in stretches
        for n in range((last - first).days + 1)
    )


def _stretch(part: str, place: int, near: date) -> Stretch:
    ends = [_day(one, near) for one in _BETWEEN.split(part)]
    first, last = ends[0], ends[-1]
    if first is None or last is None or len(ends) > 2 or not first <= last <= first + LONGEST:
        raise NotDays(place)
    return first, last


def _day(text: str, near: date) -> date | None:
    found = written_day(text.strip(), DayOrder.DAY_FIRST)
    if found is None or found.day is None or found.month is None:
        return None
    if found.year is None:
        return nearest_year(found.day, found.month, near)
    return real_date(found.year, found.month, found.day)
