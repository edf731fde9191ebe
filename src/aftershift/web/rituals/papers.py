"""The shape of what this wing keeps sealed."""

from dataclasses import dataclass
from datetime import date

from aftershift.engines.windows.rituals import Tie

LONGEST_HABIT = 120  # characters


@dataclass(frozen=True, kw_only=True, slots=True)
class TakenUp:
    """One ritual by its id, and the day on which it was taken up."""

    ritual: str
    since: date


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnHabit:
    """A habit in somebody's own words: after this event of a shift, I do that."""

    words: str
    tie: Tie
    since: date


@dataclass(frozen=True, kw_only=True, slots=True)
class TakenPaper:
    """The rituals that were taken up, the oldest first. Where they lie is never stored.

    `own` is the habit in the person's own words; it and a ritual that is tied to a shift share one
    place: there is one habit at a time.
    """

    taken: tuple[TakenUp, ...] = ()
    own: OwnHabit | None = None
