"""Hours as people type them: `0730-2000`, `19.30-07.30`, `06-10+16-21`, `7a-7p`, `0700-1100+1`."""

import re
from itertools import pairwise

from aftershift.engines.rosters.shifts import ClockHours

HoursOfDay = tuple[ClockHours, ...]

CODE_LENGTH = 12  # no code that is kept is longer

_DAY = 1440
_HALF_DAY = 720
_CLOCK = r"(?:\d{1,2}[:.h]\d{2}|\d{1,4})h?\s?(?:[ap]\.?m?\.?)?"
_RANGE = rf"{_CLOCK}\s*-\s*{_CLOCK}(?:\+[1-2](?![\d:.h-]))?"
_PARTS = re.compile(rf"({_CLOCK})\s*-\s*({_CLOCK})(?:\+([1-2])(?![\d:.h-]))?", re.IGNORECASE)
_WHOLE = re.compile(rf"{_RANGE}(?:\s*[+&]\s*{_RANGE})*", re.IGNORECASE)
_WITHIN = re.compile(rf"(?<![\w:.+-]){_RANGE}(?:\s*[+&]\s*{_RANGE})*(?![\w:-])", re.IGNORECASE)
_MOMENT = re.compile(r"(\d+?)(?:[:.h]?(\d{2}))?h?\s?(?:([ap])\.?m?\.?)?", re.IGNORECASE)


def hours_in(text: str) -> tuple[HoursOfDay, ...]:
    """Read a text that is nothing but hours: every way it can be meant, the likeliest first.

    Empty when it is no hours at all. Two ways only for bare twelve-hour figures such as `7-7`
    or `3-11`, where nothing says which half of the day is meant.
    """
    if not _WHOLE.fullmatch(text):
        return ()
    parts = _PARTS.findall(text)
    if len(parts) == 1 and _is_twelve_hour(*parts[0]):
        return _both_halves(parts[0][0], parts[0][1])
    ranges = [_range(*part) for part in parts]
    known = [one for one in ranges if one is not None]
    if len(known) < len(ranges) or not _ascend(known):
        return ()
    return (tuple(known),)


def find_hours(text: str) -> HoursOfDay:
    """Find hours inside a longer title; empty when there are none or they are open to doubt."""
    found = _WITHIN.search(text)
    ways = hours_in(found.group()) if found else ()
    return ways[0] if len(ways) == 1 else ()


def hours_code(hours: HoursOfDay) -> str:
    """Write hours as the short code that stands for them: `0730-2000`, `06-10+16-21`."""
    minutes = [minute for one in hours for minute in (one.starts, one.ends)]
    form = "{:02}{:02}" if any(minute % 60 for minute in minutes) else "{:02}"
    code = "+".join(f"{_clock(one.starts, form)}-{_clock(one.ends, form)}" for one in hours)
    later = "+1" if len(hours) == 1 and hours[0].ends - hours[0].starts > _DAY else ""
    return code + later if len(code + later) <= CODE_LENGTH else "SPLIT"


def _clock(minute: int, form: str) -> str:
    return form.format(*divmod(minute % _DAY, 60))


def _minute(text: str) -> int | None:
    found = _MOMENT.fullmatch(text.strip())
    if not found:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    return hour * 60 + minute


def _range(starts: str, ends: str, days_later: str) -> ClockHours | None:
    first, last = _minute(starts), _minute(ends)
    if first is None or last is None or first >= _DAY:
        return None
    last += _DAY * int(days_later or 0)
    if last <= first:
        last += _DAY
    return ClockHours(starts=first, ends=last)


def _is_twelve_hour(starts: str, ends: str, days_later: str) -> bool:
    """Say whether two bare figures leave the half of the day open: `7-7`, `8-4`, `3-11`."""
    figures = (starts.strip(), ends.strip())
    if days_later or not all(one.isdigit() and not one.startswith("0") for one in figures):
        return False
    first, last = int(figures[0]), int(figures[1])
    return first <= 12 and last <= 12 and (last <= first or first < 6)


def _both_halves(starts: str, ends: str) -> tuple[HoursOfDay, ...]:
    first, last = int(starts) % 12 * 60, int(ends) % 12 * 60
    length = (last - first) % _HALF_DAY or _HALF_DAY
    morning = ClockHours(starts=first, ends=first + length)
    later = ClockHours(starts=first + _HALF_DAY, ends=first + _HALF_DAY + length)
    return ((morning,), (later,)) if first >= 6 * 60 else ((later,), (morning,))


def _ascend(hours: list[ClockHours]) -> bool:
    return all(one.ends <= next_.starts for one, next_ in pairwise(hours))
