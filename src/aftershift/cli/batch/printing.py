"""How batch commands print: moments for machines and for people, tables, one JSON object."""

import json
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo

WIDTH = 80
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def iso(moment: datetime) -> str:
    """Write a moment for machines: UTC, `2026-10-19T06:00:00Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def day_name(day: date) -> str:
    """Write a day for people: `Mon 19 Oct`; the same words whatever the machine's language."""
    return f"{WEEKDAYS[day.weekday()]} {day.day:>2} {MONTHS[day.month - 1]}"


def clock(moment: datetime, zone: tzinfo) -> str:
    """Write the time that a zone's clocks show: `07:30`."""
    return moment.astimezone(zone).strftime("%H:%M")


def spread_words(starts: datetime, ends: datetime, zone: tzinfo) -> str:
    """Write from when to when on one zone's clocks: `19:30 - 07:30`, a day later yet as `+1`."""
    days = (ends.astimezone(zone).date() - starts.astimezone(zone).date()).days
    later = f" +{days}" if days > 1 or (days == 1 and ends - starts >= timedelta(days=1)) else ""
    return f"{clock(starts, zone)} - {clock(ends, zone)}{later}"


def minutes_between(starts: datetime, ends: datetime) -> float:
    """Measure a stretch in real minutes."""
    return (ends - starts) / timedelta(minutes=1)


def hours_words(minutes: float) -> str:
    """Write a length: `13 h`, `7 h 30`, `45 min`."""
    hours, rest = divmod(round(minutes), 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest:02}" if rest else f"{hours} h"


def printable(text: str) -> str:
    """Take the sting out of what a file says: no control character reaches a terminal."""
    return "".join(letter if letter.isprintable() else "?" for letter in text)


def table(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Set rows in columns, two blanks apart; headers that end in `>` stand to the right."""
    columns = range(len(headers))
    names = [header.removesuffix(">") for header in headers]
    shown = [[printable(cell) for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in (names, *shown)) for column in columns]
    lines = []
    for row in (names, *shown):
        cells = [
            row[column].rjust(widths[column])
            if headers[column].endswith(">")
            else row[column].ljust(widths[column])
            for column in columns
        ]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines) + "\n"


def write_json(found: Mapping[str, object]) -> None:
    """Print one JSON object on one line."""
    json.dump(found, sys.stdout, separators=(",", ":"))
    sys.stdout.write("\n")
