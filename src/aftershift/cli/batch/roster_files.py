"""A roster named on the command line -> what it says: a calendar, a table, or a line of codes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from enum import StrEnum
from pathlib import Path
from zoneinfo import ZoneInfo

from aftershift.cli.batch.calendar_days import days_of
from aftershift.cli.batch.days import LONGEST_DAYS, DayRange, bounds_of
from aftershift.cli.batch.files import bytes_of, name_of, text_in
from aftershift.cli.batch.roster_arguments import HowToRead
from aftershift.cli.refusals import Refusal
from aftershift.engines.rosters.codes import Ward
from aftershift.engines.rosters.events import shifts_from
from aftershift.engines.rosters.grid_days import Cell, Cells
from aftershift.engines.rosters.grids import people_in, read_grid
from aftershift.engines.rosters.lines import read_line
from aftershift.engines.rosters.shifts import Omission, Reading, RosterError
from aftershift.wiring import Sheet, read_calendar, read_cells

MARGIN = timedelta(days=4)  # sleep and alertness on a day come from the days before it
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
SEPARATORS = (b",", b";", b"\t", b"|")
DOCUMENTS = (b"%PDF", b"{\\rtf")
TABLE_SUFFIXES = (".csv", ".xlsx", ".xlsm", ".xls", ".ods")


class Form(StrEnum):
    """What kind of file a roster is."""

    CALENDAR = "calendar"
    TABLE = "table"
    LINE = "line"


def read_roster(path: Path, how: HowToRead) -> Reading:
    """Read one roster, with the days around the range; refuse it by its name and the reason."""
    data = bytes_of(path)
    try:
        return _read(path, data, how)
    except RosterError as error:
        reason = f"{name_of(path)}: {error}"
        raise Refusal(reason) from error


def _read(path: Path, data: bytes, how: HowToRead) -> Reading:
    form, ward = form_of(path, data), how.ward
    if form is Form.CALENDAR:
        return _from_calendar(data, how.days, ward)
    if form is Form.TABLE:
        return _from_table(read_cells(data, path.name), how, ward)
    if how.anchor is None:
        reason = "a text of shift codes needs the day of its first code: --anchor 2026-10-19"
        raise RosterError(reason)
    return read_line(text_in(path, data), anchor=how.anchor, ward=ward)


def _from_calendar(data: bytes, days: DayRange | None, ward: Ward) -> Reading:
    window, unread = _window(data, days)
    found = read_calendar(data, zone=ward.zone.key, window=window)
    reading = shifts_from(found.events, ward=ward)
    return replace(reading, warnings=(*unread, *found.omissions, *reading.warnings))


def _window(data: bytes, days: DayRange | None) -> tuple[tuple[date, date], tuple[Omission, ...]]:
    """Choose the days to read: those asked for, else all from the first event on."""
    if days:
        return (days.first - MARGIN, days.last + MARGIN), ()
    first, last = days_of(data) or (date(2000, 1, 1), date(2000, 1, 1))
    end = first + timedelta(days=LONGEST_DAYS - 1)
    if last <= end:
        return (first, end), ()
    reason = f"only {LONGEST_DAYS} days from {first} are read; choose others with --from, --days"
    return (first, end), (Omission(place=f"after {end}", reason=reason),)


def _from_table(sheets: Sequence[Sheet], how: HowToRead, ward: Ward) -> Reading:
    """Read the first sheet that has the wanted row; where none has, say what the first lacks."""
    lacking: list[RosterError] = []
    for sheet in sheets:
        try:
            return _from_sheet(_cells_of(sheet), how, ward)
        except RosterError as error:
            lacking.append(error)
    reason = str(lacking[0]) if lacking else "there is no sheet in it"
    raise RosterError(reason)


def _from_sheet(cells: Cells, how: HowToRead, ward: Ward) -> Reading:
    people = people_in(cells, ward=ward)
    if how.row is None and len(people) > 1:
        reason = f"this table has {len(people)} people; say whose row it is with --row NAME"
        raise RosterError(reason)
    return read_grid(cells, row=how.row, ward=ward, anchor=how.anchor)


def _cells_of(sheet: Sheet) -> list[list[Cell]]:
    return [
        [f"{cell:%H:%M}" if isinstance(cell, time) else cell for cell in row] for row in sheet.rows
    ]


def form_of(path: Path, data: bytes) -> Form:
    """Tell a roster's form by its first bytes, then by its name, then by its lines.

    What is neither a calendar nor text is left to the reader of tables: it knows how to refuse.
    """
    head = data[:200].removeprefix(BYTE_ORDER_MARK).lstrip().upper()
    suffix = path.suffix.lower()
    if head.startswith(b"BEGIN:VCALENDAR") or suffix == ".ics":
        return Form.CALENDAR
    if suffix in TABLE_SUFFIXES or not _is_text(data) or _is_table(data):
        return Form.TABLE
    return Form.LINE


def _is_text(data: bytes) -> bool:
    if data.startswith(DOCUMENTS) or b"\0" in data:
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_table(data: bytes) -> bool:
    """Say whether text without a telling name has a line of days and somebody beside it."""
    lines = [line for line in data.splitlines() if line.strip()]
    if not any(all(line.count(mark) > 1 for line in lines[:2]) for mark in SEPARATORS):
        return False
    try:
        return any(people_in(_cells_of(sheet)) for sheet in read_cells(data, ""))
    except RosterError:
        return False


def within(reading: Reading, days: DayRange | None, zone: ZoneInfo) -> Reading:
    """Keep what touches the days that were asked for."""
    if days is None:
        return reading
    first, last = bounds_of(days, zone)
    questions = (
        replace(one, days=tuple(day for day in one.days if days.first <= day <= days.last))
        for one in reading.questions
    )
    return replace(
        reading,
        shifts=tuple(one for one in reading.shifts if one.starts < last and first < one.ends),
        questions=tuple(one for one in questions if one.days),
    )
