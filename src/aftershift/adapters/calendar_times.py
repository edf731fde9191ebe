"""The dates, times, zones and durations of a calendar file.

A `Moment` keeps both readings of a time: what the clock on the wall shows, and the instant in
UTC. RFC 5545 counts some things on the wall (repetitions, days) and others in real hours.
"""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Timezone
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from aftershift.adapters.calendar_limits import Limits, Refused, Why, check_time_zone
from aftershift.adapters.calendar_lines import Component

_STAMP = re.compile(r"[0-9]{8}(T[0-9]{6})?(Z?)", re.IGNORECASE)
_DURATION = re.compile(
    r"(?P<sign>[+-]?)P(?:(?P<weeks>[0-9]{1,4})W)?(?:(?P<days>[0-9]{1,4})D)?"
    r"(?:T(?:(?P<hours>[0-9]{1,5})H)?(?:(?P<minutes>[0-9]{1,6})M)?(?:(?P<seconds>[0-9]{1,7})S)?)?"
)
_YEARS = range(1900, 2200)  # far enough from the ends of the calendar for any sum
_WIDEST_GAP = timedelta(hours=3)
_QUOTED_PARAMETER = re.compile(r'(?:[^:"]|"[^"]*")*')


class Clock(NamedTuple):
    """A wall clock, and the IANA name under which the rest of the house knows its zone."""

    zone: tzinfo
    name: str

    def instant(self, wall: datetime) -> datetime:
        """Read a time on this wall as an instant in UTC.

        An hour that comes twice is its first coming; an hour that is skipped is read at the
        offset before the gap (RFC 5545, 3.3.5).
        """
        instant = wall.replace(tzinfo=self.zone).astimezone(UTC)
        if not isinstance(self.zone, ZoneInfo) and self.wall(instant) != wall:
            offset = (wall - _WIDEST_GAP).replace(tzinfo=self.zone).utcoffset()
            return (wall - (offset or timedelta())).replace(tzinfo=UTC)
        return instant

    def wall(self, instant: datetime) -> datetime:
        """Say what this wall shows at an instant."""
        return instant.astimezone(self.zone).replace(tzinfo=None, fold=0)


class Moment(NamedTuple):
    """A date or a time of an event: on the wall, and in UTC."""

    wall: datetime
    instant: datetime
    clock: Clock
    is_day: bool


class Length(NamedTuple):
    """A DURATION: days are counted on the wall, the rest in real time (RFC 5545, 3.3.6)."""

    days: timedelta
    rest: timedelta


def split_line(line: str) -> tuple[str, str, str]:
    """Take a content line apart: name, parameters as written, value."""
    head, _, value = line.partition(":")
    if '"' in head and (quoted := _QUOTED_PARAMETER.match(line)):
        head, value = quoted.group(), line[quoted.end() + 1 :]
    name, _, parameters = head.partition(";")
    return name, parameters, value


def parameter(parameters: str, name: str) -> str:
    """Look one parameter up, without its quotes; "" when it is not there."""
    for entry in parameters.split(";"):
        key, _, value = entry.partition("=")
        if key.strip().upper() == name:
            return value.strip().strip('"')
    return ""


def length(value: str) -> Length:
    """Read a DURATION.

    Raises: Refused, also for a negative one.
    """
    found = _DURATION.fullmatch(value.strip().upper())
    if not found or not any(found.groups()[1:]):
        raise Refused(Why.DURATION)
    if found["sign"] == "-":
        raise Refused(Why.INVERTED)
    counts = {name: int(count or 0) for name, count in found.groupdict().items() if name != "sign"}
    days = timedelta(weeks=counts.pop("weeks"), days=counts.pop("days"))
    return Length(days, timedelta(**counts))


class Times:
    """Reads the times of one calendar, whose zones it looks up once each."""

    def __init__(self, person: Clock, zones: Sequence[Component], limits: Limits) -> None:
        self._person = person
        self._limits = limits
        self._described = {_zone_name(zone): zone.lines for zone in zones}
        self._clocks: dict[str, Clock] = {}
        self._utc = Clock(UTC, person.name)
        self._moments: dict[tuple[str, str], Moment] = {}

    def moment(self, parameters: str, value: str) -> Moment:
        """Read a DATE or DATE-TIME value; floating times and days are the person's own.

        Raises: Refused.
        """
        known = self._moments.get((parameters, value))
        if known is None:
            known = self._moments[parameters, value] = self._read(parameters, value.strip())
        return known

    def _read(self, parameters: str, value: str) -> Moment:
        found = _STAMP.fullmatch(value)
        if not found:
            raise Refused(Why.TIME)
        name = parameter(parameters, "TZID")
        is_utc = bool(found[2]) and bool(found[1])
        try:
            wall = datetime.fromisoformat(value[:15].upper())
            if wall.year not in _YEARS:
                raise Refused(Why.FAR_AWAY)
            if not is_utc:
                clock = self._clock(name) if name else self._person
                return Moment(wall, clock.instant(wall), clock, found[1] is None)
            instant = wall.replace(tzinfo=UTC)
            clock = self._clock(name) if name else self._utc
            return Moment(clock.wall(instant), instant, clock, is_day=False)
        except (ValueError, OverflowError):
            raise Refused(Why.TIME) from None

    def _clock(self, name: str) -> Clock:
        clock = self._clocks.get(name)
        if clock is None:
            clock = self._clocks[name] = self._find(name)
        return clock

    def _find(self, name: str) -> Clock:
        described = self._described.get(name)
        hint = value_of(described or [], "X-LIC-LOCATION")
        for candidate in _names_of_zone(name, hint):
            if zone := known_zone(candidate):
                return Clock(zone, zone.key)
        if described is None:
            raise Refused(Why.UNKNOWN_ZONE)
        return Clock(self._described_zone(described), self._person.name)

    def _described_zone(self, lines: list[str]) -> tzinfo:
        if len(self._clocks) >= self._limits.time_zones:
            raise Refused(Why.TOO_MANY_ZONES)
        check_time_zone(lines, self._limits)
        text = "\r\n".join(["BEGIN:VTIMEZONE", *lines, "END:VTIMEZONE", ""])
        try:
            parsed = Timezone.from_ical(text)
            if not isinstance(parsed, Timezone):
                raise Refused(Why.ZONE)
            zone: tzinfo = parsed.to_tz(lookup_tzid=False)
            zone.utcoffset(datetime.fromisoformat("2000-01-01"))
        except (ValueError, LookupError, TypeError, AttributeError, OverflowError):
            raise Refused(Why.ZONE) from None
        return zone


def known_zone(name: str) -> ZoneInfo | None:
    """Look a zone up by its IANA name."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def calendar_clock(properties: Sequence[str], person: ZoneInfo) -> Clock:
    """Say on whose wall floating times stand: X-WR-TIMEZONE's, or else the person's."""
    for name in _names_of_zone(value_of(properties, "X-WR-TIMEZONE"), ""):
        if zone := known_zone(name):
            return Clock(zone, zone.key)
    return Clock(person, person.key)


def _names_of_zone(name: str, hint: str) -> list[str]:
    """List the names to try: as written, Windows', the tail of a path, the file's own hint."""
    path = name.strip("/").split("/")
    names = [name, WINDOWS_TO_OLSON.get(name, ""), "/".join(path[-2:]), "/".join(path[-3:]), hint]
    return [candidate for candidate in names if candidate]


def _zone_name(zone: Component) -> str:
    return value_of(zone.lines, "TZID")


def value_of(lines: Sequence[str], wanted: str) -> str:
    """Find the value of a property among content lines; "" when it is not there."""
    for line in lines:
        name, _, value = split_line(line)
        if name.upper() == wanted:
            return value.strip()
    return ""


def stamp(instant: datetime) -> str:
    """Write an instant in UTC as RFC 5545 does; it names an instance of a series."""
    return f"{instant:%Y%m%dT%H%M%SZ}"
