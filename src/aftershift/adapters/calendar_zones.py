"""Describes a time zone as RFC 5545 wants it beside the events that use it.

icalendar can do this, but dates the change to summer time an hour late (its onset is on the new
wall; RFC 5545, 3.6.5, counts it on the old one).
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)


class _Observance(NamedTuple):
    """From which offset to which the clocks change, and how the zone is called afterwards."""

    before: timedelta
    after: timedelta
    name: str
    is_summer: bool


def time_zone(place: ZoneInfo, years: range) -> Timezone:
    """Describe a zone over some calendar years, each kind of clock change once with its dates."""
    zone = Timezone()
    zone.add("TZID", place.key)
    for observance, onsets in _observances(place, years).items():
        part = TimezoneDaylight() if observance.is_summer else TimezoneStandard()
        part.add("DTSTART", onsets[0])
        if onsets[1:]:
            part.add("RDATE", onsets[1:])
        part.add("TZOFFSETFROM", observance.before)
        part.add("TZOFFSETTO", observance.after)
        part.add("TZNAME", observance.name)
        zone.add_component(part)
    return zone


def _observances(place: ZoneInfo, years: range) -> Mapping[_Observance, list[datetime]]:
    """Group the changes by kind; the first stands for what held before all of them."""
    first = datetime(years.start, 1, 1, tzinfo=UTC) - _DAY
    offset = _offset(first, place)
    found = {_observance(first, offset, place): [(first + offset).replace(tzinfo=None)]}
    for change in _changes(place, first, datetime(years.stop, 1, 1, tzinfo=UTC)):
        before = _offset(change - _SECOND, place)
        onset = (change + before).replace(tzinfo=None)
        found.setdefault(_observance(change, before, place), []).append(onset)
    return found


def _observance(at: datetime, before: timedelta, place: ZoneInfo) -> _Observance:
    local, after = at.astimezone(place), _offset(at, place)
    is_summer = after > before or (local.dst() or timedelta()) > timedelta()
    return _Observance(before, after, local.tzname() or "", is_summer)


def _changes(place: ZoneInfo, first: datetime, last: datetime) -> Iterator[datetime]:
    """Find the instants at which the offset from UTC changes, at most one a day."""
    while first < last:
        after = first + _DAY
        if _offset(first, place) != _offset(after, place):
            yield _first_second(place, first, after)
        first = after


def _first_second(place: ZoneInfo, before: datetime, after: datetime) -> datetime:
    old = _offset(before, place)
    while after - before > _SECOND:
        middle = before + (after - before) // _SECOND // 2 * _SECOND
        before, after = (middle, after) if _offset(middle, place) == old else (before, middle)
    return after


def _offset(instant: datetime, place: ZoneInfo) -> timedelta:
    return instant.astimezone(place).utcoffset() or timedelta()
