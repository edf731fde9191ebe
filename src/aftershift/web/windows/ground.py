"""The days in which something of one's own may lie, as plans see them."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from aftershift.engines.basics.spans import minute_of
from aftershift.engines.windows.finding import Search
from aftershift.engines.windows.moments import Ground
from aftershift.engines.windows.month import Horizon
from aftershift.engines.windows.overlap import Role
from aftershift.engines.windows.plan import ItemState, PlanItem
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.windows import queries
from aftershift.web.windows.moving import member_over
from aftershift.web.windows.papers import PlanPaper

LOOKED_AT = 28  # days: as far as a reminder is written ahead


def own_ground(*, by: SignedIn, now: datetime, plan: PlanPaper, just_me: bool) -> Ground | None:
    """See the days to come; None where the reader's own are not known.

    The other of the two is not in it where what is for two was put away.
    """
    people = queries.everybody(by=by)
    if not people or people[0].name != queries.own_name(by=by):
        return None
    zone = queries.own_zone(by=by)
    today = now.astimezone(zone).date()
    last = today + timedelta(days=LOOKED_AT - 1)
    search = Search(zone=zone, first=today, last=last, now=now, limits=plan.limits)
    own = member_over(people[0].hours, search)
    others = [one for one in people[1:] if one.role is Role.PARTNER]
    if own.availability.covers[1] <= minute_of(now):
        return None
    return Ground(
        own=own,
        other=member_over(others[0].hours, search) if others and not just_me else None,
        horizon=Horizon(zone=zone, first=today, now=now, limits=plan.limits, days=LOOKED_AT),
        taken=_taken(plan.items),
    )


def _taken(items: Sequence[PlanItem]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for starts, ends in sorted(one.span for one in items if one.state is ItemState.HELD):
        if spans and starts <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(ends, spans[-1][1]))
        else:
            spans.append((starts, ends))
    return spans
