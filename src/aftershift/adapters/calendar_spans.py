"""When one instance of an event begins and ends: RFC 5545's instants, and the ward's reading."""

from datetime import datetime, timedelta
from typing import NamedTuple

from aftershift.adapters.calendar_entries import Entry
from aftershift.adapters.calendar_times import Clock, Length, Moment

_DAY = timedelta(days=1)


class Span(NamedTuple):
    """The instants of RFC 5545 in UTC, and the end when the wall shows the planned end."""

    starts: datetime
    ends: datetime
    wall_ends: datetime


def own_span(entry: Entry) -> Span:
    """Read the times of an event as it is written."""
    start, end = entry.start, entry.end
    if isinstance(end, Moment):
        return Span(start.instant, end.instant, end.instant)
    if isinstance(end, Length):
        return _lasting(start.wall, end, start.clock)
    ends = start.clock.instant(start.wall + _DAY) if start.is_day else start.instant
    return Span(start.instant, ends, ends)


def repeated_span(entry: Entry, wall: datetime, clock: Clock) -> Span:
    """Give an event's length to an instance that begins at another time of the same wall.

    Given with an end, all instances last exactly as long as the first (RFC 5545, 3.8.5.3); the
    ward's reading keeps the planned end on the wall. Whole days are days on the wall in both.
    """
    if isinstance(entry.end, Length):
        return _lasting(wall, entry.end, clock)
    starts = clock.instant(wall)
    own = own_span(entry)
    if entry.start.is_day:
        first = entry.start.wall
        last = entry.end.wall if entry.end else first + _DAY
        ends = clock.instant(wall + (last - first))
        return Span(starts, ends, ends)
    planned = clock.wall(own.ends) - clock.wall(own.starts)
    ends = starts + (own.ends - own.starts)
    return Span(starts, ends, max(starts, clock.instant(wall + planned)))


def _lasting(wall: datetime, length: Length, clock: Clock) -> Span:
    starts = clock.instant(wall)
    ends = clock.instant(wall + length.days) + length.rest
    return Span(starts, ends, clock.instant(wall + length.days + length.rest))
