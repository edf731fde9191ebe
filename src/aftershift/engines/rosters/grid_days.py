"""The days of a table: which row or column names them, and which dates they are."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from itertools import pairwise
from typing import TypeAlias

from aftershift.engines.basics.text import tidy
from aftershift.engines.rosters.dates import (
    YEARS,
    DayOrder,
    WrittenDay,
    day_order,
    month_named,
    nearest_year,
    on_or_after,
    real_date,
    written_day,
)
from aftershift.engines.rosters.shifts import RosterError

Cell: TypeAlias = str | int | float | datetime | date | time | None
Row: TypeAlias = Sequence[Cell]
Cells: TypeAlias = Sequence[Row]

_MONTH_AND_YEAR = re.compile(r"([^\W\d_]{3,9})\.?[ ,-]*(\d{4})")
_NUMBERED = re.compile(r"(\d{1,2})[/.](\d{4})|(\d{4})-(\d{2})")
_LEAST = {"date": 2, "weekday and number": 3, "run": 5}


@dataclass(frozen=True, kw_only=True, slots=True)
class DayHeader:
    """A line of a table that names days: where it stands and what each of its cells says."""

    at: int
    days: Mapping[int, WrittenDay]


def cell_at(row: Row, place: int) -> Cell:
    """Take a cell of a row that may be shorter than others."""
    return row[place] if place < len(row) else None


def text_of(cell: Cell) -> str:
    """Write a cell as a person reads it; a whole number without a point."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    return tidy(str(cell))


def order_in(cells: Cells) -> DayOrder:
    """Settle for a whole table which number of its dates is the day."""
    return day_order(text_of(cell) for row in cells for cell in row if isinstance(cell, str))


def header_in(line: Iterable[Cell], at: int, order: DayOrder) -> DayHeader | None:
    """Read a row (or a column) as days; None if it names none."""
    days = {
        place: day for place, cell in enumerate(line) if (day := _written(cell, order)) is not None
    }
    return DayHeader(at=at, days=days) if _is_header(list(days.values())) else None


def joined_headers(headers: Sequence[DayHeader]) -> list[DayHeader]:
    """Join neighbouring rows of which one gives the weekday and the other the date."""
    joined: list[DayHeader] = []
    for header in headers:
        last = joined[-1] if joined else None
        if last is not None and header.at == last.at + 1:
            both = {at: _both(last.days.get(at), day) for at, day in header.days.items()}
            shared = {**last.days, **both}
            joined[-1] = DayHeader(at=header.at, days=shared)
        else:
            joined.append(header)
    return joined


def dated(header: DayHeader, month: tuple[int, int] | None, anchor: date | None) -> dict[int, date]:
    """Turn written days into dates, with the month a cell gives or the anchor.

    `month` is (year, month). Raises RosterError where neither settles it, and where weekdays
    stand beside dates that they do not belong to.
    """
    near = date(*month, 1) if month else anchor
    dates: dict[int, date] = {}
    for place, written in header.days.items():
        day = _dated(written, near)
        if written.weekday is not None and written.day and day.weekday() != written.weekday:
            raise RosterError(f"line {header.at + 1}: the weekdays do not belong to these dates")
        dates[place] = near = day
    return dates


def month_in(rows: Iterable[Row]) -> tuple[int, int] | None:
    """Find the year and month that a table's head gives, in words or as a date cell."""
    dates: list[date] = []
    for row in rows:
        found = _month_of(row)
        if found:
            return found
        dates += [cell for cell in row if isinstance(cell, date)]
    return (dates[0].year, dates[0].month) if dates else None


def _written(cell: Cell, order: DayOrder) -> WrittenDay | None:
    if isinstance(cell, date):
        return WrittenDay(day=cell.day, month=cell.month, year=cell.year)
    return written_day(text_of(cell), order)


def _is_header(days: list[WrittenDay]) -> bool:
    full = sum(1 for one in days if one.month)
    paired = sum(1 for one in days if one.day and one.weekday is not None)
    if full >= _LEAST["date"] or paired >= _LEAST["weekday and number"]:
        return full + paired >= len(days) / 2
    return len(days) >= _LEAST["run"] and all(_follows(one, next_) for one, next_ in pairwise(days))


def _follows(one: WrittenDay, next_: WrittenDay) -> bool:
    if one.day and next_.day:
        return next_.day == one.day + 1 or (one.day >= 28 and next_.day == 1)
    if one.weekday is not None and next_.weekday is not None:
        return next_.weekday == (one.weekday + 1) % 7
    return False


def _both(one: WrittenDay | None, other: WrittenDay) -> WrittenDay:
    if one is None:
        return other
    return replace(
        other,
        weekday=one.weekday if other.weekday is None else other.weekday,
        day=other.day or one.day,
        month=other.month or one.month,
        year=other.year or one.year,
    )


def _dated(written: WrittenDay, near: date | None) -> date:
    day: date | None = None
    if written.year and written.month and written.day:
        day = real_date(written.year, written.month, written.day)
    elif near is None:
        message = "the table gives no month: tell the day of its first column"
        raise RosterError(message)
    elif written.month and written.day:
        day = nearest_year(written.day, written.month, near)
    elif written.day:
        day = _next_numbered(near, written.day)
    elif written.weekday is not None:
        day = on_or_after(near, written.weekday)
    if day is None:
        message = "the table names a day that the calendar does not have"
        raise RosterError(message)
    return day


def _next_numbered(near: date, number: int) -> date | None:
    months = ((near.year, near.month), (near.year + near.month // 12, near.month % 12 + 1))
    known = (real_date(year, month, number) for year, month in months)
    return next((day for day in known if day is not None and day >= near), None)


def _month_of(row: Row) -> tuple[int, int] | None:
    texts = [text_of(cell) for cell in row if not isinstance(cell, date)]
    for text in texts:
        if (named := _MONTH_AND_YEAR.fullmatch(text)) and (month := month_named(named[1])):
            return int(named[2]), month
        if numbered := _NUMBERED.fullmatch(text):
            year, number = int(numbered[2] or numbered[3]), int(numbered[1] or numbered[4])
            if 1 <= number <= 12:
                return year, number
    months = [month for text in texts if (month := month_named(text))]
    years = [int(text) for text in texts if text.isdigit() and int(text) in YEARS]
    return (years[0], months[0]) if months and years else None
