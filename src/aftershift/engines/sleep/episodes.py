"""Shifts -> likely sleep, by rules whose numbers are published."""

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum


class SleepKind(StrEnum):
    """Which rule an episode comes from."""

    NIGHT = "night"  # between day or evening shifts
    AFTER_NIGHT = "after_night"  # by day, between nights
    AFTER_LAST_NIGHT = "after_last_night"  # the short one before turning round
    FREE = "free"  # a free day, by chronotype
    TOLD = "told"  # the person said so; taken as truth


@dataclass(frozen=True, kw_only=True, slots=True)
class Habits:
    """A person's own lengths, in minutes, and two times on her own clock.

    Defaults: the recommended engine's (commute, preparing and winding down 45 min each, 90 min of
    unwinding after an evening shift). `mid_sleep_free` is mid-sleep on free days (MSFsc), the
    chronotype; `sleep_need` the time in bed on a free night.
    """

    commute: int = 45
    prepare: int = 45
    wind_down: int = 45
    unwind_evening: int = 90
    mid_sleep_free: time = time(4, 30)
    sleep_need: int = 510
    children_wake: time | None = None
    children_bed: time | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Episode:
    """One likely sleep: time in bed from `starts` to `ends` (UTC, aware).

    `asleep_minutes` is what an actigraph would count (0.87 of the time in bed); `band_minutes` the
    one-sided uncertainty that is shown beside it.
    """

    starts: datetime
    ends: datetime
    kind: SleepKind
    asleep_minutes: int
    band_minutes: int
