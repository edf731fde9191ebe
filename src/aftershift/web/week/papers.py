"""The shape of what this wing keeps sealed."""

from dataclasses import dataclass
from datetime import date, datetime

from aftershift.engines.windows.moments import Gap

CAP = 3  # small things a week, until somebody says otherwise
LONGEST_TEXT, LONGEST_NAME, LONGEST_LINE = 500, 40, 300  # characters
MOST_TEXTS = 10


@dataclass(frozen=True, kw_only=True, slots=True)
class Refused:
    """Something proposed that was put away; nobody asks why."""

    name: str
    on: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """Something of this wing that is held in the plan: its name, and which time it needs."""

    uid: str
    name: str
    gap: Gap


@dataclass(frozen=True, kw_only=True, slots=True)
class Talk:
    """The words that a conversation begins with, and whom it is with."""

    uid: str
    to: str
    line: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Text:
    """A text to somebody, written by the person, for a break in the shift that begins on a day."""

    id: str
    to: str
    text: str
    day: date
    after_minutes: int
    written: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class WeekPaper:
    """What was chosen for weeks. What is held itself lies in the plan; its times lie nowhere else.

    `in_feed`: small reminders stand in the person's own calendar feed. `no_notes`: no word of a
    note before a long run, ever again.
    """

    cap: int = CAP
    refused: tuple[Refused, ...] = ()
    kept: tuple[Kept, ...] = ()
    talks: tuple[Talk, ...] = ()
    texts: tuple[Text, ...] = ()
    in_feed: bool = False
    no_notes: bool = False
