"""The shapes of what this wing keeps sealed."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from enum import StrEnum
from uuid import UUID

from aftershift.engines.rosters.shifts import Omission, Question, Shift, ShiftCode
from aftershift.engines.sleep.episodes import Episode, Habits
from aftershift.engines.windows.overlap import Role


class Form(StrEnum):
    """How a roster comes in."""

    FILE = "file"
    TEXT = "text"
    FEED = "feed"


@dataclass(frozen=True, kw_only=True, slots=True)
class Feed:
    """Where a roster is fetched, and what is known of the last time. The address is a secret."""

    address: str = field(repr=False)
    tag: str = ""  # the ETag of the last answer
    tried: datetime | None = None
    refreshed: datetime | None = None  # the last time that it answered
    trouble: str = ""  # why the last try failed, in words without the address


@dataclass(frozen=True, kw_only=True, slots=True)
class SourcePaper:
    """One roster of one member: its shifts and what is still open in it."""

    member: UUID
    form: Form
    place: str  # "" or what tells two workplaces apart
    shifts: tuple[Shift, ...] = ()
    questions: tuple[Question, ...] = ()
    brought: datetime
    covers: tuple[date, date] | None = None  # the days it speaks about; of others nothing is known
    feed: Feed | None = None


class Weekday(StrEnum):
    """The days of a week, in their order."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


SCHOOL_WEEK = tuple(Weekday)[:5]


@dataclass(frozen=True, kw_only=True, slots=True)
class ChildPaper:
    """A child's usual days. `school` is from the door and back; `holidays` first and last days."""

    wakes: time
    bedtime: time
    school: tuple[time, time] | None = None
    school_days: tuple[Weekday, ...] = SCHOOL_WEEK
    holidays: tuple[tuple[date, date], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class MemberPaper:
    """What one member is to the household, how their rosters are read, and how that body sleeps.

    `at_home` is somebody without a roster who is usually at home. `child` are a child's hours,
    None until they are said.
    """

    zone: str
    dialects: tuple[str, ...] = ()
    legend: dict[str, ShiftCode] = field(default_factory=dict)
    habits: Habits = field(default_factory=Habits)
    told: tuple[Episode, ...] = ()
    role: Role = Role.PARTNER
    at_home: bool = False
    child: ChildPaper | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class DraftPaper:
    """A roster that was read and not yet kept: a preview that survives a locked screen."""

    source: UUID  # the one it would change, or a new id
    zone: str  # how it was read; of the member's ways only once it is kept
    dialects: tuple[str, ...]
    paper: SourcePaper  # as it would be
    added: tuple[Shift, ...]
    moved: tuple[tuple[Shift, Shift], ...]
    cancelled: tuple[Shift, ...]
    unchanged: int
    omissions: tuple[Omission, ...]
    covers: tuple[date, date] | None

    def read_with(self, ways: MemberPaper) -> MemberPaper:
        """Give a member's ways as this roster was read with them."""
        return replace(ways, zone=self.zone, dialects=self.dialects)


@dataclass(frozen=True, kw_only=True, slots=True)
class WaysPaper:
    """The members' ways, by member."""

    members: dict[UUID, MemberPaper] = field(default_factory=dict)
