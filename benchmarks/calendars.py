"""Rosters from .ics bytes to exact instants, against icalendar and recurring-ical-events.

Run: python -m benchmarks.calendars. The peers must find the same starts; the ratios are of the
best of several runs in this one process. Nothing here passes or fails by the clock.
"""

import gc
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from time import perf_counter
from typing import TypeVar
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

from aftershift.adapters import calendars
from aftershift.adapters.calendar_limits import Limits

ZONE = ZoneInfo("Europe/London")
WINDOW = (date(2026, 1, 1), date(2026, 12, 31))
LINE_OF_A_YEAR = "LL--NNN---LLL--NN---" * 18
HOURS = {"L": (7, 12.5), "N": (19.5, 12.5)}
WEEKDAYS = (("MO", 7), ("WE", 13), ("FR", 21))
NO_LIMITS = Limits(size=100_000_000, events=100_000)
LOOPS = 5

Starts = list[datetime]
Result = TypeVar("Result")


def main() -> None:
    """Print one table."""
    plain, series = roster(LINE_OF_A_YEAR), weekly_roster()
    year = [plain, series]
    feed = roster((LINE_OF_A_YEAR * 60)[:20_000])
    compare("two rosters of a year", year, best_of(lambda: by_peers(year)))
    parsed, _ = best_of(lambda: icalendar.Calendar.from_ical(feed))
    compare(f"a feed of {feed.count(b'BEGIN:VEVENT')} plain events", [feed], (parsed, None))


def compare(name: str, files: Sequence[bytes], peers: tuple[float, Starts | None]) -> None:
    """Print how long both took; a peer that only parses finds no starts to compare."""
    ours, found = best_of(lambda: by_us(files))
    theirs, expected = peers
    peer = "icalendar, parsing alone" if expected is None else "icalendar + recurring-ical-events"
    same = "" if expected is None else ", the same starts" if found == expected else ", OTHERS"
    say(f"{name}: {len(found)} instances in {1000 * ours:.1f} ms")
    say(f"  {peer}: {1000 * theirs:.1f} ms, {theirs / ours:.1f} times ours{same}")


def by_us(files: Sequence[bytes]) -> Starts:
    """Read files with our own adapter."""
    readings = (
        calendars.read(data, zone=ZONE.key, window=WINDOW, limits=NO_LIMITS) for data in files
    )
    return sorted(event.starts for reading in readings for event in reading.events)


def by_peers(files: Sequence[bytes]) -> Starts:
    """Read files with the two libraries, as their manuals show."""
    first = datetime(2026, 1, 1, tzinfo=ZONE)
    return sorted(
        event["DTSTART"].dt.astimezone(UTC)
        for data in files
        for event in recurring_ical_events.of(icalendar.Calendar.from_ical(data)).between(
            first, first.replace(year=2027)
        )
    )


def roster(line: str) -> bytes:
    """Write one event for each shift of a line of codes, a day for each code."""
    events = []
    for day, code in enumerate(line):
        if code in HOURS:
            hour, hours = HOURS[code]
            midnight = datetime(2026, 1, 1) + timedelta(days=day % 365)  # noqa: DTZ001 (a wall's)
            starts = midnight + timedelta(hours=hour)
            events.append(event(f"{day}@example.org", starts, starts + timedelta(hours=hours)))
    return calendar(events)


def weekly_roster() -> bytes:
    """Write a fixed week as three series, each with a swap and a day off."""
    events = []
    for number, (weekday, hour) in enumerate(WEEKDAYS):
        uid = f"series{number}@example.org"
        starts = datetime(2026, 1, 5 + 2 * number, hour)  # noqa: DTZ001 (a wall's)
        swap, off = starts + timedelta(weeks=20), starts + timedelta(weeks=30)
        rule = (f"RRULE:FREQ=WEEKLY;BYDAY={weekday}", f"EXDATE;TZID={ZONE.key}:{written(off)}")
        moved = (f"RECURRENCE-ID;TZID={ZONE.key}:{written(swap)}",)
        later = swap + timedelta(hours=2)
        events.append(event(uid, starts, starts + timedelta(hours=8), *rule))
        events.append(event(uid, later, later + timedelta(hours=8), *moved))
    return calendar(events)


def event(uid: str, starts: datetime, ends: datetime, *lines: str) -> str:
    """Write one VEVENT with what feeds usually say besides."""
    return "\r\n".join(
        [
            "BEGIN:VEVENT",
            f"UID:{uid}",
            "DTSTAMP:20260101T000000Z",
            "SUMMARY:Long day",
            "LOCATION:Ward 7",
            "DESCRIPTION:Published by the roster office",
            f"DTSTART;TZID={ZONE.key}:{written(starts)}",
            f"DTEND;TZID={ZONE.key}:{written(ends)}",
            *lines,
            "STATUS:CONFIRMED",
            "END:VEVENT",
        ]
    )


def calendar(events: Sequence[str]) -> bytes:
    """Put events into a calendar."""
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Aftershift//Benchmark//EN")
    return "\r\n".join([*head, *events, "END:VCALENDAR", ""]).encode()


def written(wall: datetime) -> str:
    """Write a time of the wall."""
    return f"{wall:%Y%m%dT%H%M%S}"


def best_of(work: Callable[[], Result]) -> tuple[float, Result]:
    """Time some work several times, in seconds, and keep the best and what it found."""
    times = []
    for _ in range(LOOPS):
        gc.collect()
        begun = perf_counter()
        result = work()
        times.append(perf_counter() - begun)
    return min(times), result


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
