"""Days as rosters name them: dates in several orders, weekdays and months in two languages."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from aftershift.engines.rosters.shifts import RosterError

YEARS = range(1990, 2101)

_WEEKDAYS = (
    ("monday", "montag"),
    ("tuesday", "dienstag"),
    ("wednesday", "mittwoch"),
    ("thursday", "donnerstag"),
    ("friday", "freitag"),
    ("saturday", "samstag", "sonnabend"),
    ("sunday", "sonntag"),
)
_MONTHS = (
    ("january", "januar", "jänner"),
    ("february", "februar", "feber"),
    ("march", "märz", "maerz"),
    ("april",),
    ("may", "mai"),
    ("june", "juni"),
    ("july", "juli"),
    ("august",),
    ("september",),
    ("october", "oktober"),
    ("november",),
    ("december", "dezember"),
)


def _shortened(names: tuple[tuple[str, ...], ...]) -> dict[str, int]:
    """Give each way to shorten a name, to three letters or more, the name's place."""
    return {
        one[:length]: place
        for place, several in reversed(list(enumerate(names)))  # the first to own it has it
        for one in several
        for length in range(3, len(one) + 1)
    }


_WEEKDAY_PLACES, _MONTH_PLACES = _shortened(_WEEKDAYS), _shortened(_MONTHS)
_TWO_LETTERS = {"mo": 0, "di": 1, "mi": 2, "do": 3, "fr": 4, "sa": 5, "so": 6}
_DAY, _YEAR, _NAME = r"(?P<day>\d{1,2})", r"(?P<year>\d{4}|\d{2})", r"(?P<name>[^\W\d_]{3,9})"
_FORMS = (
    rf"{_DAY}\.?",
    r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?:[T ]00:00(?::00)?)?",
    rf"{_DAY}\.(?P<month>\d{{1,2}})(?:\.{_YEAR}?)?",
    rf"{_DAY}(?:\.|st|nd|rd|th)?[ -]?{_NAME}\.?(?:[ -]{_YEAR})?",
    rf"{_NAME}\.?[ -]?{_DAY}(?:st|nd|rd|th)?(?: {_YEAR})?",
)


class DayOrder(StrEnum):
    """Which of two numbers is the day."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


_SLASHED = {
    DayOrder.DAY_FIRST: rf"{_DAY}/(?P<month>\d{{1,2}})(?:/{_YEAR})?",
    DayOrder.MONTH_FIRST: rf"(?P<month>\d{{1,2}})/{_DAY}(?:/{_YEAR})?",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class WrittenDay:
    """A day as far as it is written down; what is None has to come from elsewhere."""

    weekday: int | None = None  # Monday is 0
    day: int | None = None
    month: int | None = None
    year: int | None = None


def weekday_named(word: str) -> int | None:
    """Read a weekday's name, long or of three letters, or a German one of two."""
    name = word.casefold().rstrip(".:")
    return _TWO_LETTERS.get(name, _WEEKDAY_PLACES.get(name))


def month_named(word: str) -> int | None:
    """Read a month's name, whole or shortened to three letters or more."""
    place = _MONTH_PLACES.get(word.casefold().rstrip("."))
    return None if place is None else place + 1


def is_two_letter_weekday(word: str) -> bool:
    """Say whether a word may be a German weekday, but may as well be a code (DO, SA)."""
    return word.casefold().rstrip(".:") in _TWO_LETTERS


def written_day(text: str, order: DayOrder) -> WrittenDay | None:
    """Read a day out of a text that is nothing else; None if it is none."""
    words = text.replace(",", " ").split()
    if not words:
        return None
    weekday = weekday_named(words[0])
    if weekday is None:
        return _date_part(" ".join(words), order, None)
    if len(words) == 1:
        return WrittenDay(weekday=weekday)
    return _date_part(" ".join(words[1:]), order, weekday)


def _date_part(text: str, order: DayOrder, weekday: int | None) -> WrittenDay | None:
    if not any(map(str.isdigit, text)):  # most cells of a table are codes and names
        return None
    for form in (*_FORMS, _SLASHED[order]):
        if found := re.fullmatch(form, text):
            return _checked(weekday, found.groupdict())
    return None


def _checked(weekday: int | None, parts: dict[str, str | None]) -> WrittenDay | None:
    """Keep what was written where it may be a day: `may 40` and `12/13` are none."""
    day, year = int(parts["day"] or 0), parts.get("year")
    month = int(parts["month"] or 0) if "month" in parts else None
    if name := parts.get("name"):
        month = month_named(name) or 0
    if not 1 <= day <= 31 or (month is not None and not 1 <= month <= 12):
        return None
    full = None if year is None else int(year) + (2000 if len(year) == 2 else 0)
    return WrittenDay(weekday=weekday, day=day, month=month, year=full)


def day_order(texts: Iterable[str]) -> DayOrder:
    """Settle which number is the day, from all dates of one source together.

    The order that makes every slashed date possible wins; where both do, the one under which the
    dates lie closer together; else the day is first. Dates with points are always day first.
    """
    slashed = [text for text in texts if "/" in text]
    return min(DayOrder, key=lambda order: _spread(slashed, order))


def _spread(texts: Iterable[str], order: DayOrder) -> tuple[int, int]:
    """Count the dates that an order makes impossible, then how far apart the others lie."""
    days = [written_day(text, order) for text in texts]
    known = [one for one in days if one is not None]
    places = [(one.year or 0) * 372 + (one.month or 0) * 31 + (one.day or 0) for one in known]
    return len(days) - len(known), max(places, default=0) - min(places, default=0)


def nearest_year(day: int, month: int, near: date) -> date | None:
    """Give a date without a year the year that brings it closest to a day that is known."""
    years = (near.year - 1, near.year, near.year + 1)
    known = [found for year in years if (found := real_date(year, month, day))]
    return min(known, key=lambda found: abs(found - near), default=None)


def real_date(year: int, month: int, day: int) -> date | None:
    """Make a date, or None where the calendar has no such day or nobody had this roster."""
    try:
        return date(year, month, day) if year in YEARS else None
    except ValueError:
        return None


def refuse_far_anchor(anchor: date | None) -> None:
    """Raise RosterError for an anchor in a year of which nobody has a roster."""
    if anchor is not None and anchor.year not in YEARS:
        message = f"the day of the first code lies outside {YEARS.start} to {YEARS.stop - 1}"
        raise RosterError(message)


def on_or_after(day: date, weekday: int) -> date:
    """Find the first day from `day` on that falls on a weekday."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)
