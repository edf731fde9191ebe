"""A roster named on the command line -> what it says: a calendar, a table, or a line of codes."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from aftershift.cli.batch.calendar_days import days_of
from aftershift.cli.batch.days import LONGEST_DAYS, DayRange, bounds_of
from aftershift.cli.batch.files import bytes_of, name_of, text_in
from aftershift.cli.batch.roster_arguments import HowToRead
from aftershift.cli.refusals import Refusal
from aftershift.engines.rosters.codes import Ward
from aftershift.engines.rosters.events import shifts_from
from aftershift.engines.rosters.forms import Form, form_of
from aftershift.engines.rosters.grids import RowNeeded, read_sheets
from aftershift.engines.rosters.lines import read_line
from aftershift.engines.rosters.shifts import Omission, Reading, RosterError
from aftershift.wiring import read_calendar, read_cells

MARGIN = timedelta(days=4)  # sleep and alertness on a day come from the days before it


def read_roster(path: Path, how: HowToRead) -> Reading:
    """Read one roster, with the days around the range; refuse it by its name and the reason."""
    data = bytes_of(path)
    try:
        return _read(path, data, how)
    except RosterError as error:
        reason = f"{name_of(path)}: {error}"
        raise Refusal(reason) from error


def _read(path: Path, data: bytes, how: HowToRead) -> Reading:
    form, ward = form_of(data, path.name), how.ward
    if form is Form.CALENDAR:
        return _from_calendar(data, how.days, ward)
    if form is Form.TABLE:
        return _from_table(data, path, how, ward)
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


def _from_table(data: bytes, path: Path, how: HowToRead, ward: Ward) -> Reading:
    cells = [sheet.rows for sheet in read_cells(data, path.name)]
    try:
        return read_sheets(cells, row=how.row, ward=ward, anchor=how.anchor)
    except RowNeeded as needed:
        reason = f"{needed} with --row NAME"
        raise RosterError(reason) from needed


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
