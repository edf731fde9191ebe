"""The shapes of what this wing keeps sealed."""

from dataclasses import dataclass, field
from datetime import datetime

from aftershift.engines.windows.limits import Limits
from aftershift.engines.windows.plan import Move, PlanItem


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanPaper:
    """What was accepted, the moves nobody has looked at yet, and the lines drawn around it."""

    items: tuple[PlanItem, ...] = ()
    moves: tuple[Move, ...] = ()
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, kw_only=True, slots=True)
class FeedPaper:
    """The token of a feed's address, so that a later change can write the next version."""

    token: str = field(repr=False)
    opened: datetime
