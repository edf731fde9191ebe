"""To disagree well, in six steps: once for two who may speak alike, once for a gap in rank.

The version for a gap in rank rises in its third step as the practice `colleague.cus` does:
concerned, uncomfortable, safety issue. The six steps together are ours and were never tested.
"""

from dataclasses import dataclass
from enum import StrEnum

from aftershift.engines.wording.cues import WordingError
from aftershift.engines.wording.scripts import Strengths

STEPS = ("share", "ask", "wish", "change", "try", "look")


class Gap(StrEnum):
    """Whether both may speak alike, or the other decides about the work."""

    LEVEL = "level"
    UP = "up"


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One step: what it is for, and its sentence in three strengths for each gap.

    `up_about` is said beside `about` where the other has more rank.
    """

    id: str
    name: str
    about: str
    level: Strengths
    up: Strengths
    up_about: str = ""

    def of(self, gap: Gap) -> Strengths:
        """Give the sentences for a gap."""
        return self.up if gap is Gap.UP else self.level


@dataclass(frozen=True, kw_only=True, slots=True)
class Steps:
    """The file of the six steps."""

    step: tuple[Step, ...]

    def __post_init__(self) -> None:
        if tuple(one.id for one in self.step) != STEPS:
            reason = f"six steps in their order: {', '.join(STEPS)}"
            raise WordingError(reason)
