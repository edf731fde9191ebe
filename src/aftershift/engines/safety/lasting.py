"""How long something lasts by a clock that may be wrong.

A server's clock jumps: back two days after a battery, forward ten years after a typing error. Help
that lasts seven days must not end because of it, so what is kept is not an hour at which it ends
but how much of it is left, and when that was looked at.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

LONGEST_ABSENCE = timedelta(days=366)  # from here on a clock that jumped is the likelier reason


@dataclass(frozen=True, kw_only=True, slots=True)
class Lasting:
    """Something with an end: the seconds that were left of it when it was seen last."""

    seconds_left: int
    seen: datetime

    def at(self, now: datetime) -> "Lasting":
        """Take off the time since; a clock that went back or leapt takes nothing off."""
        since = now - self.seen
        if not timedelta(0) <= since <= LONGEST_ABSENCE:
            since = timedelta(0)
        left = max(0, self.seconds_left - int(since.total_seconds()))
        return Lasting(seconds_left=left, seen=now)

    def runs_at(self, now: datetime) -> bool:
        """Say whether any of it is left."""
        return self.at(now).seconds_left > 0


def lasting(span: timedelta, now: datetime) -> Lasting:
    """Begin something that lasts so long."""
    return Lasting(seconds_left=int(span.total_seconds()), seen=now)


def still_running(one: Lasting | None, now: datetime) -> Lasting | None:
    """Give what is left of it by now, or nothing once it has ended."""
    return one.at(now) if one and one.runs_at(now) else None
