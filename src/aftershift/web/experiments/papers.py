"""The shape of what this wing keeps sealed."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from aftershift.engines.checkins.experiments import Block

LONGEST_WORDS = 80
MOST = 12  # experiments of one person


class Outcome(StrEnum):
    """What is compared: an item of the daily minute by its id, or the hours slept."""

    CLOSENESS = "closeness"
    PATIENCE = "patience"
    MOOD = "mood"
    STRESS = "stress"
    ENERGY = "energy"
    SLEPT = "slept"


class Both(StrEnum):
    """Whether one said yes to counting both partners; what was taken back is never said again."""

    NO = "no"
    YES = "yes"
    BACK = "back"


@dataclass(frozen=True, kw_only=True, slots=True)
class Wish:
    """What somebody wants to find out, for whom, how long.

    `ritual` is the id of one, or of a practice from the shelf of evidence; empty for own words.
    """

    ritual: str
    words: str
    two: bool
    outcome: Outcome
    blocks: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Experiment:
    """One experiment as it was drawn.

    `blocks` are those that stand, `dropped` those that a changed roster took away while nothing of
    them was known. `done` is what was ticked, by evening; `held` the plan's item of an evening.
    """

    id: str
    wish: Wish
    begun: date
    blocks: tuple[Block, ...]
    dropped: tuple[Block, ...] = ()
    done: dict[date, bool] = field(default_factory=dict)
    held: dict[date, str] = field(default_factory=dict)
    stopped: date | None = None
    both: Both = Both.NO
    joined: bool = False  # the other drew it; it follows the other's rosters and not one's own

    @property
    def days(self) -> dict[date, bool]:
        """Say of every evening that stands whether the ritual is drawn for it."""
        drawn = {one.with_ritual: True for one in self.blocks}
        return drawn | {one.without: False for one in self.blocks}

    @property
    def last(self) -> date | None:
        """Give the last evening; None where no block stands."""
        return max(self.days, default=None)


@dataclass(frozen=True, kw_only=True, slots=True)
class ExperimentsPaper:
    """Every experiment, the oldest first; `aside` are those of the other's that one put away."""

    experiments: tuple[Experiment, ...] = ()
    aside: tuple[str, ...] = ()
