"""Reads a calendar file into the events of a roster.

One bad event never costs the good ones: it is left out with its line and the reason. A plain
event is read by a few lines of our own; a series goes through recurring-ical-events. Nothing
that a file points to (ATTACH, URL, alarms) is ever followed.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from datetime import UTC, date, datetime, time, timedelta
from operator import attrgetter
from typing import Any
from zoneinfo import ZoneInfo

from aftershift.adapters import confined
from aftershift.adapters.calendar_entries import Entry, entry
from aftershift.adapters.calendar_limits import UPLOAD, Limits, Refused, clipped
from aftershift.adapters.calendar_lines import Outline, outline
from aftershift.adapters.calendar_series import Budget, Series
from aftershift.adapters.calendar_spans import Span, own_span
from aftershift.adapters.calendar_times import (
    Moment,
    Times,
    calendar_clock,
    known_zone,
    stamp,
    value_of,
)
from aftershift.engines.rosters.shifts import CalendarEvent, Omission, RosterError

_DAY = timedelta(days=1)
_FIELDS = tuple(field.name for field in fields(CalendarEvent))
_MOMENTS = ("starts", "ends", "wall_starts", "wall_ends")


@dataclass(frozen=True, kw_only=True, slots=True)
class CalendarReading:
    """What a calendar says inside a window.

    `covers` are the first and the last day it speaks about, cancelled events included, or None
    when it says nothing there.
    """

    events: tuple[CalendarEvent, ...]
    omissions: tuple[Omission, ...]
    covers: tuple[date, date] | None


def read_confined(data: bytes, *, zone: str, window: tuple[date, date]) -> CalendarReading:
    """Do what `read` does in a limited process of its own: for what comes from outside.

    Raises: RosterError, also when the file takes too long or too much memory to read.
    """
    days = [day.isoformat() for day in window]
    reply = confined.read("calendar", data, {"zone": zone, "window": days})
    return CalendarReading(
        events=tuple(_event(row) for row in reply["events"]),
        omissions=tuple(Omission(**row) for row in reply["omissions"]),
        covers=_days(*reply["covers"]) if reply["covers"] else None,
    )


def read_as_json(data: bytes, request: dict[str, Any]) -> dict[str, Any]:
    """Do what `read` does, for the limited process: plain values in, plain values out."""
    found = read(data, zone=request["zone"], window=_days(*request["window"]))
    return {
        "events": [_row(event) for event in found.events],
        "omissions": [asdict(omission) for omission in found.omissions],
        "covers": [day.isoformat() for day in found.covers or ()],
    }


def read(
    data: bytes, *, zone: str, window: tuple[date, date], limits: Limits = UPLOAD
) -> CalendarReading:
    """Read the events that touch a window of days, series expanded, in order.

    `zone` is the person's: floating times are read there and the window's days are its days.
    Raises: RosterError when the file as a whole is no calendar or goes beyond the limits.
    """
    person = known_zone(zone)
    if person is None:
        message = "this time zone is not known"
        raise RosterError(message)
    first, last = clipped(window, limits)
    starts = datetime.combine(first, time(), person).astimezone(UTC)
    ends = datetime.combine(last + _DAY, time(), person).astimezone(UTC)
    reader = _Reader(outline(data, limits), person, (starts, ends), limits)
    return reader.reading()


class _Reader:
    """Reads one file: entry by entry, then series by series."""

    def __init__(
        self, found: Outline, person: ZoneInfo, window: tuple[datetime, datetime], limits: Limits
    ) -> None:
        self._found = found
        self._person = person
        self._starts, self._ends = window
        self._limits = limits
        self._times = Times(calendar_clock(found.properties, person), found.zones, limits)
        self._budget = Budget(limits)
        self._is_called_off = value_of(found.properties, "METHOD").upper() == "CANCEL"
        self._events: list[CalendarEvent] = []
        self._omissions = list(found.omissions)
        self._spoken_of: list[datetime] = []  # starts inside the window, cancelled ones included

    def reading(self) -> CalendarReading:
        for entries in self._grouped():
            self._read_group(entries)
        self._events.sort(key=attrgetter("starts", "line", "ends"))
        self._omissions.sort(key=lambda omission: int(omission.place.split()[-1]))
        return CalendarReading(
            events=tuple(self._events), omissions=tuple(self._omissions), covers=self._covers()
        )

    def _grouped(self) -> Iterable[list[Entry]]:
        """Bring together what has the same UID; what has none stands alone."""
        groups: dict[str | int, list[Entry]] = {}
        for component in self._found.events:
            try:
                one = entry(component, self._times, self._limits)
            except Refused as refused:
                self._omit(component.line, refused)
            else:
                if self._is_called_off:
                    one = one._replace(is_cancelled=True)
                groups.setdefault(one.uid or one.line, []).append(one)
        return groups.values()

    def _omit(self, line: int, refused: Refused) -> None:
        self._omissions.append(Omission(place=f"line {line}", reason=refused.reason))

    def _read_group(self, entries: list[Entry]) -> None:
        if len(entries) == 1 and not (entries[0].replaces or entries[0].repetition):
            self._read_single(entries[0], "")
            return
        leaders = _current([one for one in entries if not one.replaces])
        changed = [one for one in entries if one.replaces]
        if not leaders:
            self._read_changed(changed)
        for leader in leaders:
            if leader.repetition or changed:
                self._read_series(leader, changed)
                changed = []
            else:
                self._read_single(leader, _stamp(leader.start) if len(leaders) > 1 else "")

    def _read_single(self, one: Entry, recurrence: str) -> None:
        try:
            self._keep(one, own_span(one), recurrence if one.uid else _stamp(one.start))
        except Refused as refused:
            self._omit(one.line, refused)

    def _read_changed(self, changed: list[Entry]) -> None:
        """Read changed instances whose series is not in the file, or cannot be read."""
        newest: dict[str, Entry] = {}
        for one in sorted(changed, key=attrgetter("sequence")):
            newest[_stamp(one.replaces or one.start)] = one
        for recurrence, one in newest.items():
            self._read_single(one, recurrence)

    def _read_series(self, leader: Entry, changed: list[Entry]) -> None:
        if leader.is_cancelled:  # and with it all its instances
            changed = [one._replace(is_cancelled=True) for one in changed]
        series = Series([leader, *changed], (self._starts, self._ends))
        if series.is_over():
            self._read_changed(changed)
            return
        try:
            instances = series.instances(self._budget)
        except Refused as refused:
            self._omit(leader.line, refused)
            self._read_changed(changed)
            return
        for instance in instances:
            self._keep(instance.entry, instance.span, instance.recurrence)

    def _keep(self, one: Entry, span: Span, recurrence: str) -> None:
        if not self._touches_window(span):
            return
        self._spoken_of.append(span.starts)
        if one.is_cancelled:
            return
        self._events.append(
            CalendarEvent(
                uid=one.uid,
                recurrence=recurrence,
                summary=one.summary,
                starts=span.starts,
                ends=span.ends,
                wall_starts=span.starts,
                wall_ends=span.wall_ends,
                zone=one.start.clock.name,
                all_day=one.start.is_day,
                has_end=one.end is not None or one.start.is_day,
                sequence=one.sequence,
                line=one.line,
            )
        )

    def _touches_window(self, span: Span) -> bool:
        if span.starts >= self._starts:
            return span.starts < self._ends
        return span.ends > self._starts or span.wall_ends > self._starts

    def _covers(self) -> tuple[date, date] | None:
        if not self._spoken_of:
            return None
        first = max(min(self._spoken_of), self._starts).astimezone(self._person).date()
        return first, max(self._spoken_of).astimezone(self._person).date()


def _current(leaders: list[Entry]) -> list[Entry]:
    """Keep the newest version (RFC 5545, 3.8.7.4), and one of each that are the same.

    Some systems give all shifts one UID; those are told apart by their start.
    """
    newest = max((leader.sequence for leader in leaders), default=0)
    current = {
        (leader.start.instant, leader.end): leader
        for leader in leaders
        if leader.sequence == newest
    }
    return list(current.values())


def _stamp(moment: Moment) -> str:
    return stamp(moment.instant)


def _days(first: str, last: str) -> tuple[date, date]:
    return date.fromisoformat(first), date.fromisoformat(last)


def _row(event: CalendarEvent) -> dict[str, Any]:
    row = {name: getattr(event, name) for name in _FIELDS}
    return {**row, **{name: row[name].isoformat() for name in _MOMENTS}}


def _event(row: dict[str, Any]) -> CalendarEvent:
    moments = {name: datetime.fromisoformat(row[name]) for name in _MOMENTS}
    return CalendarEvent(**{**row, **moments})
