"""What of a plan has to move when somebody's hours are these."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from aftershift.engines.windows.availability import KnownHours
from aftershift.engines.windows.causes import explained
from aftershift.engines.windows.finding import Search, person_over
from aftershift.engines.windows.plan import NEAR_DAYS, Move, replan
from aftershift.web.windows.papers import PlanPaper


def moves_of(
    held: PlanPaper, known: Sequence[KnownHours], *, zone: ZoneInfo, now: datetime
) -> tuple[Move, ...]:
    """Say which held items would no longer lie well, where each would go, and which shift it is."""
    if len(known) < 2 or not held.items:
        return ()
    today = now.astimezone(zone).date()
    furthest = max(item.ends for item in held.items).astimezone(zone).date()
    last = max(today, furthest) + timedelta(days=NEAR_DAYS)
    search = Search(zone=zone, first=today, last=last, now=now, limits=held.limits)
    available = [person_over(hours, search)[0] for hours in known]
    moves = replan(held.items, available, zone=zone, now=now, limits=held.limits)
    return explained(moves, known, zone=zone)
