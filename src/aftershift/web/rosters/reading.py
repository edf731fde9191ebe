"""A roster as somebody hands it in -> what it says. No transaction is open here: it takes time."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from aftershift.engines.rosters.codes import Ward
from aftershift.engines.rosters.events import shifts_from
from aftershift.engines.rosters.grids import people_in, read_grid
from aftershift.engines.rosters.lines import read_line
from aftershift.engines.rosters.shifts import Reading, RosterError
from aftershift.web.rosters.papers import Form
from aftershift.web.services import services

PAST_DAYS, AHEAD_DAYS = 84, 310  # twelve weeks back and ten months ahead of a calendar are read
_CALENDAR_MARK = b"BEGIN:VCALENDAR"
_MARK_WITHIN = 4096


class RowNeeded(RosterError):
    """The table has a row for each person, and nobody said which one to read."""

    def __init__(self, people: tuple[str, ...]) -> None:
        super().__init__("the table has a row for each person")
        self.people = people


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


def read(brought: Brought, ward: Ward, *, now: datetime) -> Reading:
    """Read a calendar, a table or a line of codes. Raises RosterError, RowNeeded among them."""
    if brought.form is Form.TEXT:
        return _line(brought.data.decode(), brought, ward)
    if _CALENDAR_MARK in brought.data[:_MARK_WITHIN].upper():
        return read_calendar(brought.data, ward, now=now)
    if brought.form is Form.FEED:
        reason = "the address gives no calendar; copy the one that ends in .ics"
        raise RosterError(reason)
    if brought.name.lower().endswith(".txt"):
        return _line(brought.data.decode(errors="replace"), brought, ward)
    return _table(brought, ward)


def read_calendar(data: bytes, ward: Ward, *, now: datetime) -> Reading:
    """Read a calendar file in a process of its own, around today."""
    window = (now.date() - timedelta(days=PAST_DAYS), now.date() + timedelta(days=AHEAD_DAYS))
    found = services().read_calendar(data, zone=ward.zone.key, window=window)
    reading = shifts_from(found.events, ward=ward)
    return replace(
        reading,
        warnings=(*found.omissions, *reading.warnings),
        # What the whole calendar speaks about: a shift missing at its end is cancelled too.
        covers=found.covers,
    )


def _line(text: str, brought: Brought, ward: Ward) -> Reading:
    if brought.anchor is None:
        reason = "a line of codes needs the day of its first code"
        raise RosterError(reason)
    return read_line(text, anchor=brought.anchor, ward=ward)


def _table(brought: Brought, ward: Ward) -> Reading:
    """Read the first sheet that has days in it."""
    refused: list[RosterError] = []
    for sheet in services().read_sheets(brought.data, brought.name):
        try:
            people = people_in(sheet.rows, ward=ward)
        except RosterError as error:
            refused.append(error)
            continue
        if len(people) > 1 and not brought.row:
            raise RowNeeded(people)
        return read_grid(sheet.rows, row=brought.row or None, ward=ward, anchor=brought.anchor)
    reason = "there is nothing in this file"
    raise refused[0] if refused else RosterError(reason)
