"""Calendar files written for a test, and what was read from them in short."""

from datetime import UTC, date, datetime

from aftershift.adapters import calendars
from aftershift.engines.rosters.shifts import CalendarEvent

YEAR = (date(2026, 2, 1), date(2026, 12, 31))


def calendar(*events: str, head: str = "") -> bytes:
    """Write a calendar; each event is its lines, a UID is added to those that name none."""
    blocks = [head] if head else []
    for number, event in enumerate(events):
        uid = "" if "UID:" in event else f"UID:{number}\n"
        blocks.append(f"BEGIN:VEVENT\n{uid}{event}\nEND:VEVENT")
    lines = "\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *blocks, "END:VCALENDAR", ""])
    return lines.replace("\n", "\r\n").encode()


def read(
    data: bytes, zone: str = "Europe/London", window: tuple[date, date] = YEAR
) -> calendars.CalendarReading:
    """Read a calendar as somebody in London does."""
    return calendars.read(data, zone=zone, window=window)


def z(moment: datetime) -> str:
    """Write an instant as the samples do."""
    assert moment.tzinfo is UTC
    return f"{moment:%Y%m%dT%H%MZ}"


def times(event: CalendarEvent) -> tuple[str, str, str]:
    """Give start, exact end, and end by the wall."""
    return z(event.starts), z(event.ends), z(event.wall_ends)
