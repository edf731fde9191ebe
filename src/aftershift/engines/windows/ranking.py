"""Which of the shared stretches to propose, and why; and which to warn of."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class WindowKind(StrEnum):
    """What a window is good for."""

    TALK = "talk"  # both rested, long enough for something that matters
    TIME = "time"  # an hour or more together, fit for a walk or a meal
    MOMENT = "moment"  # short: tea, a hug, ten minutes without a phone


@dataclass(frozen=True, kw_only=True, slots=True)
class Reason:
    """One fact behind a window or a "not now": a constant kind with its numbers and names.

    The words are made by the page and the terminal, in the reader's language.
    """

    kind: str  # "both_slept", "home_from", "before_curfew", "short_sleep", "not_good_for_them"
    name: str = ""
    minutes: int = 0
    at: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Window:
    """A stretch that is proposed; `score` 0-100, `reasons` the strongest first."""

    starts: datetime
    ends: datetime
    kind: WindowKind
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class NotNow:
    """A stretch that looks free but is not good, why, and when is better (None: not in range)."""

    starts: datetime
    ends: datetime
    reason: Reason
    better: datetime | None
