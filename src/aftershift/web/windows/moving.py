"""What of a plan has to move when somebody's hours are these."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from aftershift.engines.windows.availability import KnownHours
from aftershift.engines.windows.causes import explained
from aftershift.engines.windows.family import Child, Member
from aftershift.engines.windows.finding import Search, person_over
from aftershift.engines.windows.holding import follow_held
from aftershift.engines.windows.month import PLAN_DAYS, Home, Horizon, week_begins
from aftershift.engines.windows.overlap import Role
from aftershift.engines.windows.plan import NEAR_DAYS, Move
from aftershift.web.services import services
from aftershift.web.windows.papers import PlanPaper


def moves_of(
    held: PlanPaper, known: Sequence[KnownHours | Child], *, zone: ZoneInfo, now: datetime
) -> tuple[Move, ...]:
    """Say which held items would no longer lie well, where each would go, and which shift it is.

    A ritual moves within its own day, its week from Monday on, or these four weeks.
    """
    if len(known) < 2 or not held.items:
        return ()
    search = _search(held, zone=zone, now=now)
    horizon = Horizon(zone=zone, first=search.first, now=now, limits=held.limits, days=PLAN_DAYS)
    home = Home([member_over(hours, search) for hours in known], horizon)
    names = {item.ritual for item in held.items}
    rituals = [one for one in services().rituals if one.id in names]
    people = [one.availability for one in home.members]
    moves = follow_held(held.items, rituals, home)
    return tuple(
        found
        for move in moves
        for found in explained([move], _grown_up(move, known), zone=zone, people=people)
    )


def member_over(hours: KnownHours | Child, search: Search) -> Member:
    """See one person as plans do, over the days looked at."""
    commute = hours.habits.commute if isinstance(hours, KnownHours) else 0
    return Member(availability=person_over(hours, search).availability, commute=commute)


def _search(held: PlanPaper, *, zone: ZoneInfo, now: datetime) -> Search:
    today = now.astimezone(zone).date()
    first = week_begins(today)
    furthest = max(item.ends for item in held.items).astimezone(zone).date()
    last = max(today, furthest) + timedelta(days=NEAR_DAYS)
    return Search(
        zone=zone,
        first=first,
        last=max(last, first + timedelta(days=PLAN_DAYS - 1)),
        now=now,
        limits=held.limits,
    )


def _grown_up(move: Move, known: Sequence[KnownHours | Child]) -> list[KnownHours]:
    """Take those with rosters who take part in what moves: only their shifts are behind it."""
    people = move.before.people
    return [
        one
        for one in known
        if isinstance(one, KnownHours)
        and (one.name in people if people else one.role is Role.PARTNER)
    ]
