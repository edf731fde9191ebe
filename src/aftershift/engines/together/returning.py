"""When two come back after a time-out: always at a time, and in a real window where there is one.

Nobody is asked back sooner than they said. The first window of both within a week that has room
for a talk is taken; without one, the time that was asked for, on the next quarter of an hour.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from aftershift.engines.basics.spans import (
    MINUTES_PER_DAY,
    Spans,
    minute_of,
    moment_of,
    quarter_from,
)
from aftershift.engines.together.agreements import LEAST_AWAY

TALK_MINUTES = 30  # what coming back needs: a judgement, as the least of a window for a talk
NEAR_DAYS = 7


@dataclass(frozen=True, kw_only=True, slots=True)
class Return:
    """When both are back, until when, and whether that lies in a window of both."""

    starts: datetime
    ends: datetime
    is_window: bool


def return_after(now: datetime, minutes_away: int, windows: Spans) -> Return:
    """Find the return of a time-out taken now; `windows` are where both are fit for a talk.

    `minutes_away` is the least; below twenty minutes it is twenty.
    """
    earliest = quarter_from(minute_of(now) + max(LEAST_AWAY, minutes_away))
    starts = next(iter(returns_in(windows, earliest=earliest)), None)
    at = earliest if starts is None else starts
    return _return(at, is_window=starts is not None)


def other_returns(now: datetime, minutes_away: int, windows: Spans) -> tuple[Return, ...]:
    """List the returns that lie in windows, one for each window, the soonest first."""
    earliest = quarter_from(minute_of(now) + max(LEAST_AWAY, minutes_away))
    return tuple(_return(at, is_window=True) for at in returns_in(windows, earliest=earliest))


def return_at(starts: datetime) -> Return:
    """Give a return at a time that is settled already, in whatever plan it is held."""
    return _return(minute_of(starts), is_window=True)


def returns_in(windows: Spans, *, earliest: int) -> Sequence[int]:
    """Give the minute in each window at which a talk could begin, within a week."""
    latest = earliest + NEAR_DAYS * MINUTES_PER_DAY
    begins = ((quarter_from(max(starts, earliest)), ends) for starts, ends in windows)
    return [at for at, ends in begins if at + TALK_MINUTES <= ends and at <= latest]


def _return(at: int, *, is_window: bool) -> Return:
    starts = moment_of(at)
    return Return(starts=starts, ends=starts + timedelta(minutes=TALK_MINUTES), is_window=is_window)
