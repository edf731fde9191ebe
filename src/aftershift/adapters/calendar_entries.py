"""One event of a calendar file, read but not yet repeated."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from aftershift.adapters.calendar_limits import Limits, Refused, Why, permitted_rule
from aftershift.adapters.calendar_lines import Component
from aftershift.adapters.calendar_times import (
    Length,
    Moment,
    Times,
    length,
    parameter,
    split_line,
)

_ONCE = {
    "DTSTART", "DTEND", "DURATION", "UID", "SUMMARY", "STATUS", "SEQUENCE", "RECURRENCE-ID",
}  # fmt: skip
_WANTED = _ONCE | {"RRULE", "RDATE", "EXDATE"}
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_LONGEST_SUMMARY = 255
_NOTHING = ("", "")

Lines = dict[str, tuple[str, str]]  # property name -> parameters, value


class Period(NamedTuple):
    """An RDATE that brings its own end."""

    starts: Moment
    ends: Moment | Length


class Rule(NamedTuple):
    """An RRULE; its UNTIL apart, because files write it in more ways than RFC 5545 allows."""

    parts: Mapping[str, str]
    until: Moment | None


class Repetition(NamedTuple):
    """What makes an event more than one: its rules, and the dates that it adds and takes away."""

    rules: tuple[Rule, ...]
    added: tuple[Moment | Period, ...]
    removed: tuple[Moment, ...]


class Entry(NamedTuple):
    """An event as it is written; `end` is a moment, a duration or nothing.

    `replaces` is its RECURRENCE-ID: which instance of the series it stands for, and
    `is_onward` that it stands for all later ones as well.
    """

    line: int
    uid: str
    summary: str
    sequence: int
    is_cancelled: bool
    start: Moment
    end: Moment | Length | None
    replaces: Moment | None = None
    is_onward: bool = False
    repetition: Repetition | None = None


def entry(component: Component, times: Times, limits: Limits) -> Entry:
    """Read the lines of one VEVENT.

    Raises: Refused.
    """
    once, repeated = _sorted_lines(component.lines)
    if "DTSTART" not in once:
        raise Refused(Why.NO_START)
    start = times.moment(*once["DTSTART"])
    replaces = once.get("RECURRENCE-ID")
    return Entry(
        component.line,
        once.get("UID", _NOTHING)[1].strip(),
        _text(once.get("SUMMARY", _NOTHING)[1]),
        _sequence(once.get("SEQUENCE", _NOTHING)[1]),
        once.get("STATUS", _NOTHING)[1].strip().upper() == "CANCELLED",
        start,
        _end(start, once, times),
        times.moment(*replaces) if replaces else None,
        replaces is not None and parameter(replaces[0], "RANGE").upper() == "THISANDFUTURE",
        _repetition(repeated, times, limits) if repeated else None,
    )


def _sorted_lines(lines: list[str]) -> tuple[Lines, list[tuple[str, str, str]]]:
    once: Lines = {}
    repeated: list[tuple[str, str, str]] = []
    for line in lines:
        head, _, value = line.partition(":")
        name, _, parameters = head.partition(";")
        if name not in _WANTED and (name := name.strip().upper()) not in _WANTED:
            continue
        if '"' in parameters:
            _, parameters, value = split_line(line)
        if name in _ONCE:
            once.setdefault(name, (parameters, value))
        elif value.strip():
            repeated.append((name, parameters, value))
    return once, repeated


def _end(start: Moment, once: Lines, times: Times) -> Moment | Length | None:
    if "DTEND" in once:
        end = times.moment(*once["DTEND"])
        if end.is_day != start.is_day:
            raise Refused(Why.MIXED_ENDS)
        if end.instant < start.instant:
            raise Refused(Why.INVERTED)
        is_same_day = start.is_day and end.instant == start.instant
        return None if is_same_day else end  # a last day meant as included
    return length(once["DURATION"][1]) if "DURATION" in once else None


def _repetition(repeated: list[tuple[str, str, str]], times: Times, limits: Limits) -> Repetition:
    rules = [value for name, _, value in repeated if name == "RRULE"]
    dates = [
        (name, parameters, value)
        for name, parameters, values in repeated
        if name != "RRULE"
        for value in values.split(",")
        if value.strip()
    ]
    if len(dates) > limits.listed_dates or len(rules) > limits.rules:
        raise Refused(Why.TOO_MANY_DATES)
    return Repetition(
        tuple(_rule(text, times) for text in dict.fromkeys(rules)),
        tuple(_added(written, value, times) for name, written, value in dates if name == "RDATE"),
        tuple(times.moment(written, value) for name, written, value in dates if name == "EXDATE"),
    )


def _rule(text: str, times: Times) -> Rule:
    parts = dict(permitted_rule(text))
    until = parts.pop("UNTIL", "")
    return Rule(parts, times.moment("", until) if until else None)


def _added(parameters: str, value: str, times: Times) -> Moment | Period:
    starts, slash, ends = value.partition("/")
    moment = times.moment(parameters, starts)
    if not slash:
        return moment
    if ends.strip().upper().startswith(("P", "+P")):
        return Period(moment, length(ends))
    end = times.moment(parameters, ends)
    if end.instant < moment.instant:
        raise Refused(Why.INVERTED)
    return Period(moment, end)


def _sequence(value: str) -> int:
    return int(value) if value.strip().isdecimal() and len(value) < 10 else 0


def _text(value: str) -> str:
    if "\\" in value:
        value = _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)
    return value[:_LONGEST_SUMMARY]
