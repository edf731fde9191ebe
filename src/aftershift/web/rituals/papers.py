"""The shape of what this wing keeps sealed."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True, slots=True)
class TakenUp:
    """One ritual by its id, and the day on which it was taken up."""

    ritual: str
    since: date


@dataclass(frozen=True, kw_only=True, slots=True)
class TakenPaper:
    """The rituals that were taken up, the oldest first. Where they lie is never stored."""

    taken: tuple[TakenUp, ...] = ()
