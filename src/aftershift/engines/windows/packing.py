"""Availability as one row of bytes of one size: all that crosses to another person.

A row is a day number and three bitmaps (free, awake at home, rested) of 28 days in quarter hours,
from midnight UTC of the day it was made. It holds the future only, and a quarter of an hour only
if all of it counts. It has no name, no reason, no length of anything shorter. Paused, unlinked and
without any free time are the same row of zeros; a row past its 28 days reads like one.
"""

from datetime import datetime

from aftershift.engines.basics.spans import (
    MINUTES_PER_DAY,
    QUARTER,
    Span,
    Spans,
    intersect,
    minute_of,
    union,
)
from aftershift.engines.windows.overlap import Availability, WindowsError

DAYS = 28
SLOTS = DAYS * MINUTES_PER_DAY // QUARTER
_DAY_BYTES = 4
_MAP_BYTES = SLOTS // 8
ROW_BYTES = _DAY_BYTES + 3 * _MAP_BYTES
EMPTY_ROW = bytes(ROW_BYTES)


def packed(availability: Availability, *, now: datetime) -> bytes:
    """Write the next 28 days of availability as one row; EMPTY_ROW where nothing is free."""
    minute = minute_of(now)
    day = minute // MINUTES_PER_DAY
    first = day * MINUTES_PER_DAY
    future = [(minute, first + SLOTS * QUARTER)]
    maps = [
        _map_of(intersect(spans, future), first)
        for spans in (availability.free, availability.home_awake, availability.rested)
    ]
    if not any(maps):
        return EMPTY_ROW
    body = b"".join(bits.to_bytes(_MAP_BYTES, "little") for bits in maps)
    return day.to_bytes(_DAY_BYTES, "little") + body


def unpacked(row: bytes, *, name: str, now: datetime) -> Availability:
    """Read a row that somebody else wrote, from now on.

    Paused, empty and expired rows cover nothing. Raises WindowsError for another size.
    """
    if len(row) != ROW_BYTES:
        reason = "row: not of the one size"
        raise WindowsError(reason)
    first = int.from_bytes(row[:_DAY_BYTES], "little") * MINUTES_PER_DAY
    starts = max(first, minute_of(now))
    covers = (starts, max(starts, first + SLOTS * QUARTER))
    free, home_awake, rested = (
        intersect(_spans_of(row[at : at + _MAP_BYTES], first), [covers])
        for at in range(_DAY_BYTES, ROW_BYTES, _MAP_BYTES)
    )
    return Availability(name=name, covers=covers, free=free, home_awake=home_awake, rested=rested)


def _map_of(spans: Spans, first: int) -> int:
    """Set one bit for each slot that lies wholly inside a span."""
    bits = 0
    for starts, ends in spans:
        begin, stop = -((first - starts) // QUARTER), (ends - first) // QUARTER
        if begin < stop:
            bits |= ((1 << (stop - begin)) - 1) << begin
    return bits


def _spans_of(bitmap: bytes, first: int) -> Spans:
    bits = int.from_bytes(bitmap, "little")
    slots: list[Span] = [
        (first + QUARTER * slot, first + QUARTER * (slot + 1))
        for slot in range(SLOTS)
        if bits >> slot & 1
    ]
    return union(slots)
