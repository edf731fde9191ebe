"""Reads of the rituals; each takes `by`, whose vault opens what is read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from aftershift.engines.basics.spans import day_of
from aftershift.engines.windows.family import Member
from aftershift.engines.windows.finding import Search, person_over
from aftershift.engines.windows.habits import Habit
from aftershift.engines.windows.month import PLAN_DAYS, Horizon, groups_of
from aftershift.engines.windows.plan import PlanItem
from aftershift.engines.windows.ritual_plan import Miss, Placed, plan_rituals
from aftershift.engines.windows.rituals import Ritual
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.rituals.models import Taken
from aftershift.web.rituals.papers import TakenPaper
from aftershift.web.services import services
from aftershift.web.windows import queries as windows


@dataclass(frozen=True, kw_only=True, slots=True)
class Month:
    """The days to come: what was taken up, where it lies, what fits nowhere, what else there is.

    `days` are as many of the four weeks as every roster speaks about. `fitting` are the rituals
    that this household has the people for.
    """

    taken: TakenPaper
    fitting: tuple[Ritual, ...]
    days: int
    placed: tuple[Placed, ...] = ()
    misses: tuple[Miss, ...] = ()
    held: tuple[PlanItem, ...] = ()


def taken_up(*, by: SignedIn) -> TakenPaper:
    """Open what was taken up."""
    row = Taken.objects.filter(person=by.person).first()
    return row.read_as(by.vault, TakenPaper) if row else TakenPaper()


def ritual_of(name: str) -> Ritual | None:
    """Find a ritual on the shelf by its id; None where there is none."""
    return next((one for one in services().rituals if one.id == name), None)


def habit_of(paper: TakenPaper) -> Habit | None:
    """Find the habit that is on its way."""
    for one in paper.taken:
        ritual = ritual_of(one.ritual)
        if ritual is not None and ritual.tie is not None:
            return Habit(ritual=ritual.id, tie=ritual.tie, since=one.since)
    return None


def month(*, by: SignedIn, now: datetime) -> Month:
    """Place what was taken up over the days to come, as the rosters stand now.

    Nothing of it is stored: where a roster changes, the next look finds the new places.
    """
    taken, plan, members = taken_up(by=by), windows.plan(by=by), _members(by=by, now=now)
    zone, first = windows.own_zone(by=by), windows.today(by=by, now=now)
    rituals = tuple(one for one in services().rituals if groups_of([one], members))
    ends = min((one.availability.covers[1] for one in members), default=0)
    days = min(PLAN_DAYS, (day_of(ends - 1, zone) - first).days + 1) if members else 0
    if days < 1:
        return Month(taken=taken, fitting=(), days=0)
    names = {one.ritual for one in taken.taken}
    horizon = Horizon(zone=zone, first=first, now=now, limits=plan.limits, days=days)
    found = plan_rituals([one for one in rituals if one.id in names], members, horizon)
    own = members[0].name
    return Month(
        taken=taken,
        fitting=rituals,
        days=days,
        placed=tuple(one for one in found.placed if own in one.people),
        misses=tuple(one for one in found.misses if own in one.people and _is_told(one, days)),
        held=tuple(windows.held_items(plan, now=now)),
    )


def place_of(view: Month, *, ritual: str, starts: datetime) -> Placed | None:
    """Find one place of a ritual; None when it does not lie there any more."""
    same = (one for one in view.placed if (one.ritual, one.starts) == (ritual, starts))
    return next(same, None)


def is_held(placed: Placed, held: Sequence[PlanItem]) -> bool:
    """Say whether something that is held lies there already."""
    return any(item.starts < placed.ends and placed.starts < item.ends for item in held)


def _members(*, by: SignedIn, now: datetime) -> list[Member]:
    """Take everybody with a roster, the reader first; nobody where her own is not there."""
    known = windows.known_hours(by=by)
    if not known or known[0].name != windows.own_name(by=by):
        return []
    first = windows.today(by=by, now=now)
    search = Search(
        zone=windows.own_zone(by=by),
        first=first,
        last=first + timedelta(days=2 * PLAN_DAYS),  # what has no place this month may in the next
        now=now,
        limits=windows.plan(by=by).limits,
    )
    return [
        Member(availability=person_over(hours, search)[0], commute=hours.habits.commute)
        for hours in known
    ]


def _is_told(miss: Miss, days: int) -> bool:
    """Tell of a week or a month without any; not of a week that the rosters cut short."""
    return miss.placed == 0 and (miss.last - miss.first).days + 1 >= min(7, days)
