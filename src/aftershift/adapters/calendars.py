"""Reads a calendar file into the events of a roster.

One bad event never costs the good ones: it is left out with its line and the reason. A plain
event is read by a few lines of our own; a series goes through recurring-ical-events. Nothing
that a file points to (ATTACH, URL, alarms) is ever followed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from aftershift.adapters.calendar_entries import Entry, entry
from aftershift.adapters.calendar_limits import UPLOAD, Limits, Refused, clipped
from aftershift.adapters.calendar_lines import Outline, outline
from aftershift.adapters.calendar_series import Budget, Series
from aftershift.adapters.calendar_spans import Span, own_span
from aftershift.adapters.calendar_times import Times, calendar_clock, known_zone
from aftershift.engines.rosters.shifts import CalendarEvent, Omission, RosterError

_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class CalendarReading:
    """What a calendar says inside a window.

    `covers` are the first and the last day it speaks about, cancelled events included, or None
    when it says nothing there.
    """

    events: tuple[CalendarEvent, ...]
    omissions: tuple[Omission, ...]
    covers: tuple[date, date] | None


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
        self._events: list[CalendarEvent] = []
        self._omissions = list(found.omissions)
        self._covered: tuple[datetime, datetime] | None = None

    def reading(self) -> CalendarReading:
        for entries in self._grouped():
            self._read_group(entries)
        self._events.sort(key=lambda event: (event.starts, event.line, event.ends))
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
                groups.setdefault(one.uid or one.line, []).append(one)
        return groups.values()

    def _omit(self, line: int, refused: Refused) -> None:
        self._omissions.append(Omission(place=f"line {line}", reason=refused.reason))

    def _read_group(self, entries: list[Entry]) -> None:
        leaders = _current([one for one in entries if not one.replaces])
        changed = [one for one in entries if one.replaces]
        if not leaders:
            self._read_series(changed)
        for position, leader in enumerate(leaders):
            if not (leader.repetition or changed):
                self._read_single(leader, is_alone=len(leaders) == 1 and bool(leader.uid))
            else:
                self._read_series([leader, *changed] if position == 0 else [leader])

    def _read_single(self, one: Entry, *, is_alone: bool) -> None:
        try:
            span = own_span(one)
        except Refused as refused:
            self._omit(one.line, refused)
        else:
            self._keep(one, span, "" if is_alone else _stamp(span.starts))

    def _read_series(self, entries: list[Entry]) -> None:
        """Expand a series; when it cannot be, its changed instances still stand."""
        try:
            series = Series(entries, (self._starts, self._ends))
            instances = [] if entries[0].is_cancelled else series.instances(self._budget)
        except Refused as refused:
            self._omit(entries[0].line, refused)
            if len(entries) > 1:
                self._read_series(entries[1:])
            return
        for instance in instances:
            self._keep(instance.entry, instance.span, _stamp(instance.slot))

    def _keep(self, one: Entry, span: Span, recurrence: str) -> None:
        if not self._touches_window(span):
            return
        self._cover(span)
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
        ends = max(span.ends, span.wall_ends)
        return span.starts < self._ends and (ends > self._starts or span.starts >= self._starts)

    def _cover(self, span: Span) -> None:
        first, last = self._covered or (span.starts, span.starts)
        self._covered = min(first, span.starts), max(last, span.starts)

    def _covers(self) -> tuple[date, date] | None:
        if self._covered is None:
            return None
        first = max(self._covered[0], self._starts).astimezone(self._person).date()
        return first, self._covered[1].astimezone(self._person).date()


def _current(leaders: list[Entry]) -> list[Entry]:
    """Keep the newest version (RFC 5545, 3.8.7.4), and one of each that are the same.

    Some systems give all shifts one UID; those are told apart by their start.
    """
    if len(leaders) < 2:
        return leaders
    newest = max(leader.sequence for leader in leaders)
    current = {
        (leader.start.instant, leader.end): leader
        for leader in leaders
        if leader.sequence == newest
    }
    return list(current.values())


def _stamp(instant: datetime) -> str:
    return f"{instant:%Y%m%dT%H%M%SZ}"
