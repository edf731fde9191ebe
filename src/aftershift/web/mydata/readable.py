"""What the wings hold, in words: headings, lists and tables, on the person's own clock.

A wing exports values that JSON can carry; this page needs no line for a new one. Names that
only a machine reads stay in the JSON file.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words: TypeAlias = str | Promise

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CLOCK = re.compile(r"\d\d:\d\d(:\d\d)?")
_FOR_MACHINES = frozenset(
    {"identity", "uid", "sequence", "tag", "source", "members", "exact_starts", "exact_ends"}
    | {"sound", "id"}
)
_OUR_WORDS = frozenset({"kind", "state", "form", "flags"})  # values that are names of ours
_DEEPEST = 6  # headings end at h6

NAMES: Mapping[str, Words] = {
    "since": _("Since"),
    "you": _("That is you"),
    "account": _("Account"),
    "signed_in": _("Where I am signed in"),
    "seen": _("Last used"),
    "brought": _("Brought on"),
    "covers": _("Speaks about the days"),
    "form": _("Brought as"),
    "place": _("Workplace"),
    "certainty": _("How sure"),
    "questions": _("Open questions"),
    "waiting": _("Waiting for the answer"),
    "ways": _("Sleep and the way to work"),
    "dialects": _("Kinds of codes"),
    "legend": _("What codes mean"),
    "commute": _("Way to work, one way (minutes)"),
    "prepare": _("From waking to leaving (minutes)"),
    "wind_down": _("From coming home to bed after a night (minutes)"),
    "unwind_evening": _("From coming home to bed after a late shift (minutes)"),
    "mid_sleep_free": _("Middle of sleep on free days"),
    "sleep_need": _("Time in bed on a free night (minutes)"),
    "told": _("Corrected nights"),
    "role": _("What they are to you"),
    "at_home": _("Usually at home"),
    "child": _("A child’s days"),
    "wakes": _("Wakes at"),
    "bedtime": _("In bed at"),
    "school": _("School, from and to"),
    "school_days": _("School days"),
    "holidays": _("Days without school, first and last"),
    "people": _("Who takes part"),
    "asleep_minutes": _("Asleep (minutes)"),
    "band_minutes": _("Give or take (minutes)"),
    "draft": _("Read and not kept yet"),
    "items": _("Held times"),
    "changed": _("Last changed"),
    "moves": _("Moves not looked at yet"),
    "limits": _("Curfew and lengths"),
    "curfew": _("Hard things wait after"),
    "quiet_until": _("and until"),
    "feed_open": _("A calendar address is open"),
    "mine": _("Only mine"),
    "trusted": _("Somebody I trust"),
    "just_me": _("What is for two is put away"),
    "plan": _("Plan"),
    "tried": _("Last tried"),
    "refreshed": _("Last refreshed"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Reader:
    """On whose clock the page reads, and what this person calls the members of the household."""

    zone: ZoneInfo
    members: Mapping[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """Many records of one shape."""

    columns: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """A name with words, a table, or further entries below it; `level` is its heading's."""

    name: Words
    level: int
    words: Words = ""
    table: Table | None = None
    below: tuple["Entry", ...] = ()


def entries(held: Mapping[str, Any], reader: Reader, *, level: int = 2) -> tuple[Entry, ...]:
    """Put everything that is held in words; what is empty is left out."""
    return tuple(
        _entry(name, value, reader, level)
        for name, value in held.items()
        if name not in _FOR_MACHINES and not _is_empty(value)
    )


def _entry(name: str, value: Any, reader: Reader, level: int) -> Entry:
    title, deeper = _name(name, reader), min(level + 1, _DEEPEST)
    if isinstance(value, Mapping) and not _is_hours(value):
        return Entry(name=title, level=level, below=entries(value, reader, level=deeper))
    if not isinstance(value, list) or not any(map(_is_deep, value)):
        return Entry(name=title, level=level, words=_words(name, value, reader))
    if all(_is_flat(one) for one in value):
        return Entry(name=title, level=level, table=_table(value, reader))
    parts = (_entry(str(number), one, reader, deeper) for number, one in enumerate(value, start=1))
    return Entry(name=title, level=level, below=tuple(parts))


def _table(records: Iterable[Mapping[str, Any]], reader: Reader) -> Table:
    rows = list(records)
    every = dict.fromkeys(key for row in rows for key in row)
    shown = [
        key
        for key in every
        if key not in _FOR_MACHINES and not all(_is_empty(row.get(key)) for row in rows)
    ]
    return Table(
        columns=tuple(_name(key, reader) for key in shown),
        rows=tuple(tuple(_words(key, row.get(key), reader) for key in shown) for row in rows),
    )


def _name(name: str, reader: Reader) -> Words:
    known = reader.members.get(name) or NAMES.get(name)
    return known or name.replace("_", " ").capitalize()


def _words(name: str, value: Any, reader: Reader) -> Words:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return ", ".join(str(_words(name, one, reader)) for one in value)
    if _is_hours(value):
        return "\u2013".join(f"{at // 60 % 24:02}:{at % 60:02}" for at in value.values())
    if isinstance(value, float) and name == "certainty":
        return f"{value:.0%}"
    said = "" if value is None else str(value)
    said = said.replace("_", " ") if name in _OUR_WORDS else said
    return reader.members.get(said) or _on_the_wall(said, reader.zone)


def _on_the_wall(said: str, zone: ZoneInfo) -> str:
    """Write a moment, a day or a time as a person reads it; leave all other words alone."""
    try:
        if _MOMENT.fullmatch(said):
            return date_format(datetime.fromisoformat(said).astimezone(zone), "D j M Y, H:i")
        if _DAY.fullmatch(said):
            return date_format(date.fromisoformat(said), "D j M Y")
        if _CLOCK.fullmatch(said):
            return f"{time.fromisoformat(said):%H:%M}"
    except ValueError:  # somebody's own words that look like a date and are none
        return said
    return said


def _is_empty(value: Any) -> bool:
    return value is None or value in ("", [], {})


def _is_hours(value: Any) -> bool:
    """Say whether this is a stretch of a day, in minutes after midnight."""
    return (
        isinstance(value, Mapping)
        and tuple(value) == ("starts", "ends")
        and all(isinstance(at, int) for at in value.values())
    )


def _is_deep(value: Any) -> bool:
    return isinstance(value, Mapping | list) and not _is_hours(value)


def _is_flat(value: Any) -> bool:
    """Say whether a record fits in one row of a table."""
    return isinstance(value, Mapping) and not any(
        _is_deep(one) and not _is_plain_list(one) for one in value.values()
    )


def _is_plain_list(value: Any) -> bool:
    return isinstance(value, list) and not any(map(_is_deep, value))
