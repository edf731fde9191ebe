"""A roster as somebody hands it in -> what it says. No transaction is open here: it takes time."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from aftershift.engines.rosters.codes import Ward
from aftershift.engines.rosters.events import shifts_from
from aftershift.engines.rosters.forms import Form as Kind
from aftershift.engines.rosters.forms import form_of
from aftershift.engines.rosters.grids import read_sheets
from aftershift.engines.rosters.lines import read_line
from aftershift.engines.rosters.shifts import Reading, RosterError
from aftershift.web.rosters.papers import Form
from aftershift.web.services import services

PAST_DAYS, AHEAD_DAYS = 84, 310  # twelve weeks back and ten months ahead of a calendar are read


@dataclass(frozen=True, kw_only=True, slots=True)
class Brought:
    """A roster as a person hands it in: bytes, and how to read them."""

    member: UUID
    form: Form
    data: bytes
    name: str
    zone: str
    anchor: date | None = None
    dialect: str = ""
    row: str = ""
    place: str = ""

    def __repr__(self) -> str:
        return "<brought>"


@dataclass(frozen=True, kw_only=True, slots=True)
class Heard:
    """What a roster says, and over which days it is the whole truth about work.

    Of a line or a table these are the days it covers. A calendar reaches further than its shifts:
    a birthday in June does not say that nobody works in May.
    """

    reading: Reading
    known: tuple[date, date] | None


def read(brought: Brought, ward: Ward, *, now: datetime) -> Heard:
    """Read a calendar, a table or a line of codes. Raises RosterError, RowNeeded among them."""
    kind = Kind.LINE if brought.form is Form.TEXT else form_of(brought.data, brought.name)
    if kind is Kind.CALENDAR:
        return read_calendar(brought.data, ward, now=now)
    if brought.form is Form.FEED:
        reason = "the address gives no calendar; copy the one that ends in .ics"
        raise RosterError(reason)
    if kind is Kind.TABLE:
        sheets = services().read_sheets(brought.data, brought.name)
        rows, row = (sheet.rows for sheet in sheets), brought.row or None
        table = read_sheets(rows, row=row, ward=ward, anchor=brought.anchor)
        return Heard(reading=table, known=table.covers)
    if brought.anchor is None:
        reason = "a line of codes needs the day of its first code"
        raise RosterError(reason)
    text = brought.data.decode("utf-8-sig")  # some editors mark a text with three bytes
    line = read_line(text, anchor=brought.anchor, ward=ward)
    return Heard(reading=line, known=line.covers)


def read_calendar(data: bytes, ward: Ward, *, now: datetime) -> Heard:
    """Read a calendar file in a process of its own, around today."""
    window = (now.date() - timedelta(days=PAST_DAYS), now.date() + timedelta(days=AHEAD_DAYS))
    found = services().read_calendar(data, zone=ward.zone.key, window=window)
    shifts = shifts_from(found.events, ward=ward)
    reading = replace(
        shifts,
        warnings=(*found.omissions, *shifts.warnings),
        # All that the calendar speaks about: a shift missing at its end is cancelled too. But where
        # an event cannot be read, what is missing may be that event: then nothing is cancelled.
        covers=None if found.omissions else found.covers,
    )
    return Heard(reading=reading, known=shifts.covers)
