"""Where a moment lies in one's own roster: before a shift, after one, amid a run of nights."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from aftershift.engines.basics.spans import minute_of
from aftershift.engines.rosters.facts import is_night, runs_of_nights
from aftershift.engines.rosters.shifts import Kind, Shift


@dataclass(frozen=True, kw_only=True, slots=True)
class Around:
    """What lies around a moment.

    `nights_to_go`: nights of a run that has begun which are still to begin. `to_shift` and
    `from_shift` are minutes to the next start and from the last end; None at work, or where the
    roster holds none.
    """

    nights_to_go: int = 0
    to_shift: int | None = None
    from_shift: int | None = None


def around(shifts: Sequence[Shift], now: datetime) -> Around:
    """Look around a moment of one's own roster. Call from home is no shift here."""
    work = [one for one in shifts if one.kind is Kind.WORK and one.starts < one.ends]
    nights = _nights_to_go(work, now)
    if any(one.starts <= now < one.ends for one in work):
        return Around(nights_to_go=nights)
    minute = minute_of(now)
    ahead = [minute_of(one.starts) - minute for one in work if one.starts > now]
    behind = [minute - minute_of(one.ends) for one in work if one.ends <= now]
    return Around(
        nights_to_go=nights,
        to_shift=min(ahead, default=None),
        from_shift=min(behind, default=None),
    )


def _nights_to_go(work: Sequence[Shift], now: datetime) -> int:
    nights = [one for one in work if is_night(one)]
    for run in runs_of_nights(nights):
        starts = [
            one.starts
            for one in nights
            if run.first <= one.starts.astimezone(ZoneInfo(one.zone)).date() <= run.last
        ]
        if min(starts) <= now < max(starts):
            return sum(one > now for one in starts)
    return 0
