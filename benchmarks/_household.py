"""The household that the benchmarks share: two people's shifts of one year, made from patterns.

An intensive-care nurse on twelve-hour days and nights, and a resident on five kinds of days.
The year has both clock changes of its zone.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from aftershift.engines.basics.spans import Span, day_span, moment_of, wall_minute
from aftershift.engines.rosters.shifts import Kind, Shift
from aftershift.engines.sleep.episodes import Habits
from aftershift.engines.windows.availability import KnownHours

ZONE = ZoneInfo("Europe/London")
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
YEAR: Span = (day_span(FIRST, ZONE)[0], day_span(LAST, ZONE)[1])
NOW = datetime(FIRST.year, FIRST.month, FIRST.day, tzinfo=ZONE)

NURSE = "LL--MMM---LLL--MM---"
RESIDENT = "DDDDE--DDNNN--EEDD---"
# What a code is called in a calendar, and its hours in minutes after midnight.
CODES = {
    "D": ("Day shift", (420, 930)),
    "E": ("Late shift", (780, 1290)),
    "N": ("Night shift", (1290, 1890)),
    "L": ("Long Day", (450, 1200)),
    "M": ("Night", (1170, 1890)),
}


DAYS = (LAST - FIRST).days + 1


def year_of(pattern: str, days: int = DAYS) -> Iterator[tuple[date, str]]:
    """Repeat a pattern of codes over the year, or its first days; free days are left out."""
    for n in range(days):
        code = pattern[n % len(pattern)]
        if code in CODES:
            yield FIRST + timedelta(days=n), code


def hours(name: str, pattern: str) -> KnownHours:
    """Give somebody the shifts of a pattern."""
    return KnownHours(
        name=name,
        zone=ZONE,
        shifts=tuple(_shift(name, day, code) for day, code in year_of(pattern)),
        habits=Habits(),
    )


def _shift(name: str, day: date, code: str) -> Shift:
    starts, ends = (moment_of(wall_minute(day, at, ZONE)) for at in CODES[code][1])
    return Shift(
        identity=f"{name} {day}",
        starts=starts,
        ends=ends,
        exact_starts=starts,
        exact_ends=ends,
        zone=ZONE.key,
        code=code,
        kind=Kind.WORK,
        certainty=1.0,
    )


def calendar(name: str, pattern: str, *, copies: int = 1, days: int = DAYS) -> bytes:
    """Write the pattern as the plain feed of a roster system; `copies` make a long one of it."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Aftershift//Benchmark//EN"]
    for copy in range(copies):
        for day, code in year_of(pattern, days):
            lines += _event(f"{name}-{day}-{copy}", day, code)
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def _event(uid: str, day: date, code: str) -> list[str]:
    title, (begins, ends) = CODES[code]
    return [
        "BEGIN:VEVENT",
        f"UID:{uid}@roster.example",
        "DTSTAMP:20251201T080000Z",
        f"SUMMARY:{title}",
        "LOCATION:Ward 7",
        "DESCRIPTION:Published by the ward",
        f"DTSTART;TZID={ZONE.key}:{_clock(day, begins)}",
        f"DTEND;TZID={ZONE.key}:{_clock(day, ends)}",
        "STATUS:CONFIRMED",
        "END:VEVENT",
    ]


def _clock(day: date, minutes: int) -> str:
    shown = datetime(day.year, day.month, day.day) + timedelta(minutes=minutes)  # noqa: DTZ001
    return f"{shown:%Y%m%dT%H%M%S}"
