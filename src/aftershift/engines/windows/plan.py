"""What was accepted, and what has to move when a roster changes."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from aftershift.engines.windows.ranking import WindowKind


class ItemState(StrEnum):
    """A plan item is held, or was called off and is still told to the calendars for a while."""

    HELD = "held"
    CANCELLED = "cancelled"


class MoveCause(StrEnum):
    """Why an item had to move."""

    WORK = "work"  # a shift lies there now
    SLEEP = "sleep"  # it would cut somebody's sleep
    AWAY = "away"  # somebody is on the way or not at home
    TIRED = "tired"  # somebody is not fit for it any more


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanItem:
    """One accepted window. `uid` never changes; `sequence` grows with every move (RFC 5545)."""

    uid: str
    kind: WindowKind
    starts: datetime
    ends: datetime
    sequence: int
    state: ItemState
    changed: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Move:
    """What became of one item: `after` is None when no window is left (then a voice note is
    offered at `voice_note_at`, the other's next waking, if it is known)."""

    before: PlanItem
    after: PlanItem | None
    cause: MoveCause
    voice_note_at: datetime | None = None
