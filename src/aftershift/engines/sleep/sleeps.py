"""The records of sleep: a person's habits, and each sleep with how unsure it is."""

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from aftershift.engines.basics.spans import Span, minute_of, moment_of

ASLEEP_SHARE = 0.87  # reconciles Ingre's diaries with Ganesan's actigraphs (judgement)


class SleepError(Exception):
    """Habits, hours or sleeps that cannot be; the message names the field and the reason."""


class SleepKind(StrEnum):
    """Which rule an episode comes from."""

    NIGHT = "night"  # by night, before a day with work
    AFTER_NIGHT = "after_night"  # by day, between nights
    AFTER_LAST_NIGHT = "after_last_night"  # the short one before turning round
    FREE = "free"  # a free day, by chronotype
    TOLD = "told"  # the person said so; taken as truth


BAND_MINUTES = {
    SleepKind.NIGHT: 55,  # +-0.92 h day to day (Ganesan 2019)
    SleepKind.AFTER_NIGHT: 78,  # +-1.30 h night to night (Ganesan 2019)
    SleepKind.AFTER_LAST_NIGHT: 90,  # judgement: no worse figure is published
    SleepKind.FREE: 60,  # displaced by less than an hour (Juda 2013)
    SleepKind.TOLD: 0,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Habits:
    """A person's own lengths, in minutes, and three times on her own clock.

    Defaults: the recommended engine's (commute, preparing and winding down 45 min each, 90 min of
    unwinding after an evening shift). `mid_sleep_free` is mid-sleep on free days (MSFsc), the
    chronotype; `sleep_need` the time in bed on a free night. Nobody who looks after children goes
    to bed before `children_bed` or sleeps by night past `children_wake`. `called_share` (0-1) is
    the share of her nights on call at home in which she is called.
    """

    commute: int = 45
    prepare: int = 45
    wind_down: int = 45
    unwind_evening: int = 90
    mid_sleep_free: time = time(4, 30)
    sleep_need: int = 510
    children_wake: time | None = None
    children_bed: time | None = None
    called_share: float = 0.0

    def __post_init__(self) -> None:
        for name in ("commute", "prepare", "wind_down", "unwind_evening"):
            if not 0 <= getattr(self, name) <= 300:
                raise SleepError(f"{name}: not between 0 and 300 minutes")
        if not 180 <= self.sleep_need <= 840:
            reason = "sleep_need: not between 180 and 840 minutes"
            raise SleepError(reason)
        if not 0 <= self.called_share <= 1:
            reason = "called_share: not between 0 and 1"
            raise SleepError(reason)


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

    def __post_init__(self) -> None:
        if self.ends <= self.starts:
            reason = "episode: it ends before it starts"
            raise SleepError(reason)

    @property
    def span(self) -> Span:
        """Its time in bed, in minutes since the epoch."""
        return minute_of(self.starts), minute_of(self.ends)


def episode_of(span: Span, kind: SleepKind, band_minutes: int) -> Episode:
    """Take a stretch in bed as a sleep of the usual efficiency."""
    return Episode(
        starts=moment_of(span[0]),
        ends=moment_of(span[1]),
        kind=kind,
        asleep_minutes=round(ASLEEP_SHARE * (span[1] - span[0])),
        band_minutes=band_minutes,
    )


def told_sleep(starts: datetime, ends: datetime) -> Episode:
    """Take "I slept from then to then" as truth: time in bed, as in a sleep diary."""
    return episode_of((minute_of(starts), minute_of(ends)), SleepKind.TOLD, 0)
