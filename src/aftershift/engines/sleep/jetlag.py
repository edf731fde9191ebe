"""Social jetlag: how far work moves the middle of sleep from where it lies on free days.

Reference: Roenneberg et al. 2012, 10.1016/j.cub.2012.03.038 (SJL = MSF - MSW); signed, and by the
shorter way round the clock, as in the questionnaire for shift workers (Juda 2013,
10.1177/0748730412475041), which counts it for each kind of shift apart.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import atan2, cos, hypot, pi, sin
from zoneinfo import ZoneInfo

from aftershift.engines.basics.spans import day_of, minute_of, minute_of_day, moment_of, wall_minute
from aftershift.engines.rosters.shifts import Kind, Shift
from aftershift.engines.sleep.gaps import STILL_NIGHT
from aftershift.engines.sleep.sleeps import Episode

DAY = 1440
NOWHERE = 0.1  # a resultant shorter than this has no direction: the sleeps lie all round the clock


@dataclass(frozen=True, kw_only=True, slots=True)
class SocialJetlag:
    """Hours by which free days lie later than days of work (negative: earlier); None is unknown.

    `before_work` compares nights before work, `after_nights` the sleep by day after them. The
    middles are minutes after midnight on the wall.
    """

    free: int | None
    work: int | None
    night: int | None

    @property
    def before_work(self) -> float | None:
        """Compare free days with days of work."""
        return hours_between(self.work, self.free)

    @property
    def after_nights(self) -> float | None:
        """Compare free days with the sleep by day after nights."""
        return hours_between(self.night, self.free)


def social_jetlag(
    episodes: Sequence[Episode], shifts: Iterable[Shift], *, zone: ZoneInfo
) -> SocialJetlag:
    """Sort sleeps by the work around them, and find the middle of each sort.

    A sleep is after a night if work ended before it on the day of its waking, at 04:00 or later;
    before work if work starts later on that day; else free. What was told counts like what was
    predicted.
    """
    work = [(minute_of(s.starts), minute_of(s.ends)) for s in shifts if s.kind is Kind.WORK]
    starting = {(day_of(starts, zone), starts) for starts, _ends in work}
    ending = {
        (day, ends)
        for _starts, ends in work
        if ends >= wall_minute(day := day_of(ends, zone), STILL_NIGHT, zone)
    }
    sorts: dict[str, list[int]] = {"free": [], "work": [], "night": []}
    for one in episodes:
        day = day_of(one.span[1], zone)
        if any(on == day and at <= one.span[0] for on, at in ending):
            sort = "night"
        elif any(on == day and at >= one.span[1] for on, at in starting):
            sort = "work"
        else:
            sort = "free"
        sorts[sort].append(_middle_of(one, zone))
    return SocialJetlag(
        free=middle(sorts["free"]), work=middle(sorts["work"]), night=middle(sorts["night"])
    )


def hours_between(work: int | None, free: int | None) -> float | None:
    """Count the signed hours from one mid-sleep to another, by the shorter way round the clock.

    Both in minutes after midnight; from -12 h (excluded) to 12 h.
    """
    if work is None or free is None:
        return None
    around = (free - work) % DAY
    return (around - DAY if around > DAY // 2 else around) / 60


def middle(minutes: Sequence[int]) -> int | None:
    """Find the mean of some times of day, on the circle; None where they point nowhere."""
    if not minutes:
        return None
    turns = [2 * pi * one / DAY for one in minutes]
    x, y = sum(map(cos, turns)) / len(turns), sum(map(sin, turns)) / len(turns)
    if hypot(x, y) < NOWHERE:
        return None
    return round(atan2(y, x) / (2 * pi) * DAY) % DAY


def _middle_of(one: Episode, zone: ZoneInfo) -> int:
    starts, ends = one.span
    return minute_of_day(moment_of((starts + ends) // 2).astimezone(zone).time())
