"""The shapes of what this wing keeps sealed."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from aftershift.engines.windows.limits import Limits
from aftershift.engines.windows.plan import Move, PlanItem
from aftershift.engines.windows.reminders import Alarm, Budget


class Change(StrEnum):
    """What somebody changed, so that something had to move."""

    ROSTER = "roster"
    WAYS = "ways"  # how somebody sleeps or travels, or a night that was told
    LINES = "lines"  # the curfew and the lengths


@dataclass(frozen=True, kw_only=True, slots=True)
class News:
    """A move that nobody has looked at yet: from where it was seen last, and after what change."""

    move: Move
    after: Change


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanPaper:
    """What was accepted, the news of moves, and the lines drawn around it.

    `budget` is how often the person's calendar may ring; None until she chooses it. `alarms` are
    those to come, and those of the last week, which count as spent. `small` are reminders of small
    things: they stand in the calendar feed alone, under a title that says nothing.
    """

    items: tuple[PlanItem, ...] = ()
    news: tuple[News, ...] = ()
    limits: Limits = field(default_factory=Limits)
    budget: Budget | None = None
    alarms: tuple[Alarm, ...] = ()
    small: tuple[PlanItem, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class FeedPaper:
    """The token of a feed's address, so that a later change can write the next version."""

    token: str = field(repr=False)
    opened: datetime
