"""Two rosters of a year, from .ics bytes to windows, stage by stage; and the reading beside peers.

The peers are icalendar alone (it parses and resolves zones, and expands nothing) and icalendar
with recurring-ical-events, which is what a user of Python needs for the instants of a window of
days. The instants are asserted to be the same.
"""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events
from benchmarks._household import FIRST, LAST, NOW, NURSE, RESIDENT, ZONE, calendar
from benchmarks._timing import Work, race, same, say, table

from aftershift.adapters import calendars
from aftershift.adapters.calendar_limits import Limits
from aftershift.engines.rosters.codes import Ward, ward_at
from aftershift.engines.rosters.events import shifts_from
from aftershift.engines.rosters.shifts import CalendarEvent, Reading
from aftershift.engines.sleep.episodes import Habits
from aftershift.engines.windows.availability import KnownHours
from aftershift.engines.windows.finding import Found, Search, find, person_over
from aftershift.library.dialects import load_dialects

WINDOW = (FIRST, LAST)
LONG_FEED = 20  # copies of a year of shifts: some four thousand events
WIDE = Limits(size=10**8, events=20_000)
FORTNIGHT = timedelta(days=13)

Instants = list[tuple[datetime, datetime]]


def main() -> None:
    """Print the reading beside its peers, then the whole chain."""
    feeds = (calendar("alex", NURSE), calendar("sam", RESIDENT))
    compete("Reading two plain feeds of a year", feeds)
    compete("Reading one long feed", (calendar("alex", NURSE, copies=LONG_FEED),))
    stages(feeds)


# --- the reading ----------------------------------------------------------------------


def compete(title: str, feeds: tuple[bytes, ...]) -> None:
    """See that both find the same instants, then time them and the parser alone."""
    readers = {
        "aftershift": read_by_us,
        "icalendar, then each start and end": parsed_by_icalendar,
        "icalendar and recurring-ical-events": read_by_peers,
    }
    found = {name: [reader(feed) for feed in feeds] for name, reader in readers.items()}
    same("instants", found)
    events = sum(len(instants) for instants in found["aftershift"])
    contenders: dict[str, Work] = {
        name: lambda reader=reader: [reader(feed) for feed in feeds]  # type: ignore[misc]
        for name, reader in readers.items()
    }
    rounds = 11 if events < 1000 else 3
    size = sum(map(len, feeds)) // 1000
    table(f"{title}: {events} events, {size} kB", race(contenders, rounds), "ours")


def read_by_us(feed: bytes) -> Instants:
    """Read the instants of the year."""
    found = calendars.read(feed, zone=ZONE.key, window=WINDOW, limits=WIDE)
    return sorted((event.starts, event.ends) for event in found.events)


def parsed_by_icalendar(feed: bytes) -> Instants:
    """Parse, and ask each event for its times; right for feeds without series only."""
    events = icalendar.Calendar.from_ical(feed).walk("VEVENT")
    return sorted((event.start.astimezone(UTC), event.end.astimezone(UTC)) for event in events)


def read_by_peers(feed: bytes) -> Instants:
    """Parse, and expand the year."""
    query = recurring_ical_events.of(icalendar.Calendar.from_ical(feed))
    found = query.between(_midnight(0), _midnight((LAST - FIRST).days + 1))
    return sorted((event.start.astimezone(UTC), event.end.astimezone(UTC)) for event in found)


def _midnight(days: int) -> datetime:
    return datetime.combine(FIRST + timedelta(days=days), time(), ZoneInfo(ZONE.key))


# --- the whole chain --------------------------------------------------------------------


def stages(feeds: tuple[bytes, ...]) -> None:
    """Time each stage on what the one before it gave, then all of them in one go."""
    ward = ward_at(ZONE, {}, load_dialects())
    events = [calendars.read(feed, zone=ZONE.key, window=WINDOW).events for feed in feeds]
    readings = [shifts_from(one, ward=ward) for one in events]
    people = [known(reading) for reading in readings]
    found = find(people, YEAR_LONG)
    work: dict[str, Work] = {
        "bytes to windows, in this process": lambda: chain(feeds, ward),
        "bytes to windows, read in the confined child": lambda: chain(feeds, ward, confined=True),
        "  bytes to events": lambda: [
            calendars.read(feed, zone=ZONE.key, window=WINDOW) for feed in feeds
        ],
        "  bytes to events in the confined child": lambda: [
            calendars.read_confined(feed, zone=ZONE.key, window=WINDOW) for feed in feeds
        ],
        "  events to shifts": lambda: [shifts_from(one, ward=ward) for one in events],
        "  shifts to sleep, alertness, availability": lambda: [
            person_over(person, YEAR_LONG) for person in people
        ],
        "  all of shifts to windows": lambda: find(people, YEAR_LONG),
        "  the same for a fortnight": lambda: find(people, TWO_WEEKS),
    }
    shifts = sum(len(reading.shifts) for reading in readings)
    say(
        f"\nTwo rosters of a year, from bytes to windows: {shifts} shifts, "
        f"{found.totals.awake_together // 60} h awake together"
    )
    for name, times in race(work, rounds=5).items():
        say(f"  {name:<50}{times.ms:>10.2f} ms")


YEAR_LONG = Search(zone=ZONE, first=FIRST, last=LAST, now=NOW)
TWO_WEEKS = Search(zone=ZONE, first=FIRST, last=FIRST + FORTNIGHT, now=NOW)


def chain(feeds: tuple[bytes, ...], ward: Ward, *, confined: bool = False) -> Found:
    """Do what the product does with two feeds."""
    read = calendars.read_confined if confined else calendars.read
    events: list[tuple[CalendarEvent, ...]] = [
        read(feed, zone=ZONE.key, window=WINDOW).events for feed in feeds
    ]
    return find([known(shifts_from(one, ward=ward)) for one in events], YEAR_LONG)


def known(reading: Reading) -> KnownHours:
    """Give the shifts of a reading to somebody with usual habits."""
    return KnownHours(name="", zone=ZONE, shifts=reading.shifts, habits=Habits())


if __name__ == "__main__":
    main()
