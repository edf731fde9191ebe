"""Shifts, and the questions that are asked where a roster does not settle something."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class RosterError(Exception):
    """A roster that cannot be read; the message names a place and a reason, never the content."""


class Kind(StrEnum):
    """What a stretch of a roster asks of a person."""

    WORK = "work"
    ON_CALL = "on_call"  # at home or near it, may be called in
    OFF = "off"


class Flag(StrEnum):
    """What a page must say about a shift."""

    CLOCKS_GO_BACK = "clocks_go_back"
    CLOCKS_GO_FORWARD = "clocks_go_forward"
    LONG = "long"  # over 16 hours
    NO_END = "no_end"  # the source gives no end; asked
    ALL_DAY = "all_day"


@dataclass(frozen=True, kw_only=True, slots=True)
class Shift:
    """One stretch of work or call, as the ward's wall clock reads it and as RFC 5545 does.

    All moments are aware and in UTC. `starts`/`ends` are the ward's reading: the shift ends when
    the clock on the wall shows the planned end. `exact_starts`/`exact_ends` are RFC 5545's. They
    differ only over a clock change. `identity` stays the same when a source moves the shift.
    `code` is the short code of a legend, never free text from a calendar.
    """

    identity: str
    starts: datetime
    ends: datetime
    exact_starts: datetime
    exact_ends: datetime
    zone: str
    code: str
    kind: Kind
    certainty: float
    flags: tuple[Flag, ...] = ()

    def __post_init__(self) -> None:
        if self.ends < self.starts or self.exact_ends < self.exact_starts:
            raise RosterError(f"shift {self.identity}: it ends before it starts")


@dataclass(frozen=True, kw_only=True, slots=True)
class ClockHours:
    """Planned hours on the wall, in minutes after the day's midnight; `ends` may pass 1440."""

    starts: int
    ends: int

    def __post_init__(self) -> None:
        if not (0 <= self.starts < 1440 and self.starts < self.ends <= self.starts + 4320):
            raise RosterError(f"hours {self.starts}-{self.ends}: out of range")


@dataclass(frozen=True, kw_only=True, slots=True)
class ShiftCode:
    """What one code of a ward means: its kind and its hours (several for a split shift)."""

    code: str
    meaning: str
    kind: Kind
    hours: tuple[ClockHours, ...] = ()
    certainty: float = 1.0


Legend = Mapping[str, ShiftCode]  # by code, as typed on the roster


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """Something the roster leaves open: what does this code mean?

    `code` is at most 12 characters. `days` are the days on which it stands. `suggestions` are
    readings from known dialects, the likeliest first; it may be empty. Shifts of the likeliest
    suggestion are in the reading with their low certainty (amber on the page) until answered.
    `waiting` are events of a title that nobody knows: their times, kept here and counted nowhere
    until the answer says that they are work.
    """

    code: str
    days: tuple[date, ...]
    suggestions: tuple[ShiftCode, ...]
    waiting: tuple[Shift, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Omission:
    """Something that was left out, where it stood and why; never what it said."""

    place: str  # "line 14", "row 3", "day 9"
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """What a roster says: its shifts in order, open questions, and what was left out.

    `covers` are the first day and the last day the source speaks about, or None when empty:
    inside it a shift that is missing is cancelled, outside it nothing is known. `labels` give the
    titles behind questions about calendar events, by the question's code, for the preview only:
    they are a person's own words and are never stored, compared or printed.
    """

    shifts: tuple[Shift, ...]
    questions: tuple[Question, ...] = ()
    warnings: tuple[Omission, ...] = ()
    covers: tuple[date, date] | None = None
    labels: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class CalendarEvent:
    """One instance of a calendar event, expanded, as the calendar adapter hands it over.

    `summary` is the only free text; the engine matches it against a legend and drops it.
    `starts`/`ends` are RFC 5545's instants in UTC; `wall_starts`/`wall_ends` the ward's reading,
    also in UTC. `line` is where its VEVENT begins in the file.
    """

    uid: str
    recurrence: str  # the RECURRENCE-ID instant in UTC of a series' instance, else ""
    summary: str = field(repr=False)
    starts: datetime
    ends: datetime
    wall_starts: datetime
    wall_ends: datetime
    zone: str
    all_day: bool
    has_end: bool
    sequence: int
    line: int
