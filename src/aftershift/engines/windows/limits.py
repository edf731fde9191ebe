"""The lines a household draws for its time together."""

from dataclasses import dataclass
from datetime import time

from aftershift.engines.basics.spans import MINUTES_PER_DAY, minute_of_day
from aftershift.engines.windows.overlap import WindowsError


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """When quiet begins and ends on the wall clock, and how short is too short, in minutes.

    A curfew that begins when it ends is none.
    """

    curfew: time = time(22, 30)
    quiet_until: time = time(6)
    talk_minutes: int = 20
    time_minutes: int = 60
    moment_minutes: int = 10

    def __post_init__(self) -> None:
        for name in ("talk_minutes", "time_minutes", "moment_minutes"):
            if not 5 <= getattr(self, name) <= 480:
                raise WindowsError(f"{name}: not between 5 and 480 minutes")

    @property
    def quiet(self) -> tuple[int, int]:
        """The quiet hours in minutes after midnight; the end may lie on the next day."""
        starts, ends = minute_of_day(self.curfew), minute_of_day(self.quiet_until)
        return starts, ends if ends >= starts else ends + MINUTES_PER_DAY
