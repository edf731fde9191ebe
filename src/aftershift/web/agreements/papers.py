"""The shape of what one keeps sealed for oneself; `engines/together` has the shared one."""

from dataclasses import dataclass
from datetime import date

LONGEST_NOTE = 400  # characters


@dataclass(frozen=True, kw_only=True, slots=True)
class RepairPaper:
    """A repair under way: what it is about in one's own words, and when to look at it again.

    Both are empty until its last step.
    """

    about: str = ""
    follow_up: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptPaper:
    """What one keeps for oneself.

    `aside` are proposals of the other that one does not want to see: that never leaves this row.
    `back` is the plan's item in which one comes back from a time-out.
    """

    aside: tuple[str, ...] = ()
    back: str = ""
    repair: RepairPaper | None = None
