"""What a calendar from outside may ask of this machine, and what it may not.

A few lines of a calendar can ask for millions of instances. Everything here is checked before
any rule is expanded, so that a hostile file costs no more than reading it once.
"""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from aftershift.engines.rosters.shifts import RosterError

_PERMITTED_PARTS = {
    "DAILY": {"BYMONTH", "BYMONTHDAY", "BYDAY"},
    "WEEKLY": {"BYMONTH", "BYDAY"},
    "MONTHLY": {"BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS"},
    "YEARLY": {"BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS", "BYWEEKNO", "BYYEARDAY"},
}
_ALWAYS_PERMITTED = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"}
_NUMBERS = re.compile(r"[+-]?[0-9]{1,3}(,[+-]?[0-9]{1,3})*")
_WEEKDAY = re.compile("MO|TU|WE|TH|FR|SA|SU")
_DAY = f"([+-]?[0-9]{{1,2}})?({_WEEKDAY.pattern})"
_DAYS = re.compile(f"{_DAY}(,{_DAY})*")
_COUNT = re.compile(r"0*[1-9][0-9]{0,9}")
_LARGEST = {"BYMONTH": 12, "BYMONTHDAY": 31, "BYSETPOS": 366, "BYWEEKNO": 53, "BYYEARDAY": 366}
_LONGEST_INTERVAL = 1000
_LEAP_YEAR = 2024


class Why(StrEnum):
    """Why an event is left out: a clause for a person."""

    NO_START = "it has no start"
    MIXED_ENDS = "it begins with a time and ends with a day, or the reverse"
    INVERTED = "it ends before it starts"
    TOO_MANY_DATES = "it lists too many dates"
    REPEATED_PART = "its repetition says the same thing twice"
    FREQUENCY = "it does not repeat by day, week, month or year"
    UNSUPPORTED_PART = "its repetition uses a rule that is not supported"
    TWO_ENDS = "its repetition names both a number and a last day"
    SELDOM = "it repeats too seldom to be a roster"
    REPETITION = "its repetition cannot be read"
    NEVER = "it repeats on a day that never comes"
    RESTLESS_ZONE = "its time zone changes the clocks more than once a year"
    LONG_ZONE = "its time zone lists too many clock changes"
    TOO_OLD = "it began too long ago, or too many events repeat; export fewer months"
    TOO_OFTEN = "the calendar repeats more often than can be read; export fewer months"
    LONG = "it repeats, and each time lasts longer than two months"
    MOVED_FAR = "it moves a whole series by more than two months"
    DURATION = "its duration cannot be read"
    FAR_AWAY = "it lies in another century"
    TIME = "it has a time that cannot be read"
    UNKNOWN_ZONE = "its time zone is not known and the file does not describe it"
    TOO_MANY_ZONES = "the file describes too many time zones"
    ZONE = "its time zone cannot be read"
    UNFINISHED = "it has no end: the file is cut off or two events run into each other"


class Refused(Exception):
    """One event cannot be read; the reason never quotes it."""

    def __init__(self, reason: Why) -> None:
        super().__init__(reason.value)
        self.reason = reason.value


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """How much one calendar may hold. `candidates` bounds the days that all series walk over."""

    size: int = 1_000_000  # bytes
    events: int = 5_000
    depth: int = 8  # components inside components
    time_zones: int = 60  # described by the file itself
    observances: int = 400  # STANDARD and DAYLIGHT parts of one time zone
    instances: int = 2_000  # of all repeating events together
    listed_dates: int = 2_000  # RDATE and EXDATE of one event
    rules: int = 8  # of one event
    candidates: int = 400_000
    days: int = 400  # the longest window


UPLOAD = Limits()


def clipped(window: tuple[date, date], limits: Limits) -> tuple[date, date]:
    """Shorten a window, first and last day included, to the days that may be asked for."""
    first, last = window
    if last < first:
        message = "the last day of the window lies before the first"
        raise RosterError(message)
    return first, min(last, first + timedelta(days=limits.days - 1))


def permitted_rule(text: str) -> Mapping[str, str]:
    """Take an RRULE apart (RFC 5545, 3.3.10) and keep only a rule that is cheap to expand.

    Raises: Refused, for rules finer than a day, for parts that do not belong to the frequency
    (the table of 3.3.10) and for rules that can never come true.
    """
    parts: dict[str, str] = {}
    for part in "".join(text.split()).rstrip(";").upper().split(";"):
        name, _, value = part.partition("=")
        if name in parts:
            raise Refused(Why.REPEATED_PART)
        parts[name] = value
    if parts.get("COUNT") == "-1":  # how some programs say: no number
        del parts["COUNT"]
    frequency = parts.get("FREQ", "")
    if frequency not in _PERMITTED_PARTS:
        raise Refused(Why.FREQUENCY)
    if not parts.keys() <= _ALWAYS_PERMITTED | _PERMITTED_PARTS[frequency]:
        raise Refused(Why.UNSUPPORTED_PART)
    if "COUNT" in parts and int(_read(_COUNT, parts["COUNT"])) and "UNTIL" in parts:
        raise Refused(Why.TWO_ENDS)
    _check_interval(parts)
    _check_lists(parts)
    return parts


def _check_interval(parts: Mapping[str, str]) -> None:
    interval = int(_read(_COUNT, parts.get("INTERVAL", "1")))
    if interval > _LONGEST_INTERVAL:
        raise Refused(Why.SELDOM)
    if parts["FREQ"] == "DAILY" and "BYDAY" in parts and interval % 7 == 0:
        raise Refused(Why.NEVER)  # or always on the same weekday: then it is written WEEKLY


def _check_lists(parts: Mapping[str, str]) -> None:
    for name in parts.keys() & _LARGEST.keys():
        numbers = [abs(int(number)) for number in _read(_NUMBERS, parts[name]).split(",")]
        if not all(1 <= number <= _LARGEST[name] for number in numbers):
            raise Refused(Why.REPETITION)
    _read(_DAYS, parts.get("BYDAY", "MO"))
    _read(_WEEKDAY, parts.get("WKST", "MO"))
    if "BYMONTH" in parts and "BYMONTHDAY" in parts:
        months = [int(month) for month in parts["BYMONTH"].split(",")]
        longest = max(monthrange(_LEAP_YEAR, abs(month))[1] for month in months)
        if min(abs(int(day)) for day in parts["BYMONTHDAY"].split(",")) > longest:
            raise Refused(Why.NEVER)


def _read(pattern: re.Pattern[str], value: str) -> str:
    if not pattern.fullmatch(value):
        raise Refused(Why.REPETITION)
    return value


def check_time_zone(lines: list[str], limits: Limits) -> None:
    """Let a described time zone through if its clock changes by the year, and not too often.

    Raises: Refused.
    """
    observances = 0
    for line in lines:
        upper = line.upper()
        if upper.startswith("BEGIN:"):
            observances += 1
        elif upper.startswith("RRULE"):
            rule = permitted_rule(upper.partition(":")[2])
            if rule["FREQ"] != "YEARLY":
                raise Refused(Why.RESTLESS_ZONE)
        elif upper.startswith("RDATE") and upper.count(",") >= limits.observances:
            raise Refused(Why.LONG_ZONE)
    if observances > limits.observances:
        raise Refused(Why.LONG_ZONE)
