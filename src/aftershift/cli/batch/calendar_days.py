"""Which days a calendar file speaks of, for a reader who did not name any."""

import re
from datetime import date, datetime

_START = re.compile(rb"DTSTART[^:]{0,200}:(\d{8})", re.IGNORECASE)


def days_of(data: bytes) -> tuple[date, date] | None:
    """Find the first and the last day on which an event of a calendar begins; None without any.

    The clock changes that a file describes begin in 1970 or so and are no events.
    """
    found = []
    is_event = False
    for line in data.splitlines():
        word = line[:12].strip().upper()
        if word == b"BEGIN:VEVENT":
            is_event = True
        elif word == b"END:VEVENT":
            is_event = False
        elif is_event and (start := _START.match(line)) and (day := _day(start[1])):
            found.append(day)
    return (min(found), max(found)) if found else None


def _day(digits: bytes) -> date | None:
    try:
        return datetime.strptime(digits.decode(), "%Y%m%d").date()  # noqa: DTZ007 - a day only
    except ValueError:
        return None
