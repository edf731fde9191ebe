"""Reads of the rituals; each takes `by`, whose vault opens what is read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from aftershift.engines.basics.spans import day_of
from aftershift.engines.windows.family import Member
from aftershift.engines.windows.finding import Search
from aftershift.engines.windows.habits import OWN, Habit
from aftershift.engines.windows.holding import firm_of
from aftershift.engines.windows.month import PLAN_DAYS, Home, Horizon, groups_of, week_begins
from aftershift.engines.windows.overlap import Role
from aftershift.engines.windows.plan import PlanItem
from aftershift.engines.windows.ritual_plan import Miss, Placed, plan_rituals
from aftershift.engines.windows.rituals import Ritual
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.rituals.models import Taken
from aftershift.web.rituals.papers import TakenPaper
from aftershift.web.services import services
from aftershift.web.windows import queries as windows
from aftershift.web.windows.moving import member_over


@dataclass(frozen=True, kw_only=True, slots=True)
class Month:
    """The days to come: what was taken up, where it lies, what fits nowhere, what else there is.

    The plan is this week from Monday on, and the next three. `days` are as many of them as every
    roster speaks about. `fitting` are the rituals that this household has the people for. What is
    held is among `placed`. `shared` are the minutes that the partners share awake, week by week.
    """

    taken: TakenPaper
    fitting: tuple[Ritual, ...]
    days: int
    today: date
    placed: tuple[Placed, ...] = ()
    misses: tuple[Miss, ...] = ()
    held: tuple[PlanItem, ...] = ()
    shared: tuple[int, ...] = ()


def taken_up(*, by: SignedIn) -> TakenPaper:
    """Open what was taken up."""
    row = Taken.objects.filter(person=by.person).first()
    return row.read_as(by.vault, TakenPaper) if row else TakenPaper()


def ritual_of(name: str) -> Ritual | None:
    """Find a ritual on the shelf by its id; None where there is none."""
    return next((one for one in services().rituals if one.id == name), None)


def habit_of(paper: TakenPaper) -> Habit | None:
    """Find the habit that is on its way: one in the person's own words, or a ritual's."""
    if paper.own is not None:
        return Habit(ritual=OWN, tie=paper.own.tie, since=paper.own.since)
    for one in paper.taken:
        ritual = ritual_of(one.ritual)
        if ritual is not None and ritual.tie is not None:
            return Habit(ritual=ritual.id, tie=ritual.tie, since=one.since)
    return None


def month(*, by: SignedIn, now: datetime, also: str = "") -> Month:
    """Place what was taken up over the days to come, around all that is held, as rosters stand now.

    Nothing of it is stored: where a roster changes, the next look finds the new places. `also` is
    one more ritual to look at, as if it were taken up.
    """
    taken, plan, members = taken_up(by=by), windows.plan(by=by), _members(by=by, now=now)
    zone, today = windows.own_zone(by=by), windows.today(by=by, now=now)
    first = week_begins(today)
    rituals = tuple(one for one in services().rituals if groups_of([one], members))
    taking = (one for one in members if one.role is not Role.RELATIVE)
    ends = min((one.availability.covers[1] for one in taking), default=0)
    if not members or day_of(ends - 1, zone) < today:
        return Month(taken=taken, fitting=(), days=0, today=today)
    days = min(PLAN_DAYS, (day_of(ends - 1, zone) - first).days + 1)
    names = {one.ritual for one in taken.taken} | {also}
    horizon = Horizon(zone=zone, first=first, now=now, limits=plan.limits, days=days)
    wanted = [one for one in rituals if one.id in names]
    home = Home(members, horizon)
    firm = firm_of(plan.items, wanted, home)
    found = plan_rituals(wanted, members, horizon, firm=firm)
    own = members[0].name
    return Month(
        taken=taken,
        fitting=rituals,
        days=days,
        today=today,
        placed=tuple(one for one in found.placed if own in one.people and one.ends > now),
        misses=tuple(one for one in found.misses if own in one.people and _is_told(one, days)),
        held=tuple(windows.held_items(plan, now=now)),
        shared=tuple(home.shared_by_week),
    )


def place_of(view: Month, *, ritual: str, starts: datetime) -> Placed | None:
    """Find one place of a ritual; None when it does not lie there any more."""
    same = (one for one in view.placed if (one.ritual, one.starts) == (ritual, starts))
    return next(same, None)


def is_held(placed: Placed, held: Sequence[PlanItem]) -> bool:
    """Say whether something that is held lies there already."""
    return any(item.starts < placed.ends and placed.starts < item.ends for item in held)


def _members(*, by: SignedIn, now: datetime) -> list[Member]:
    """Take everybody whose days are known, the reader first; nobody where her own are not."""
    known = windows.everybody(by=by)
    if not known or known[0].name != windows.own_name(by=by):
        return []
    first = week_begins(windows.today(by=by, now=now))
    search = Search(
        zone=windows.own_zone(by=by),
        first=first,
        last=first + timedelta(days=2 * PLAN_DAYS),  # what has no place this month may in the next
        now=now,
        limits=windows.plan(by=by).limits,
    )
    return [member_over(one.hours, search) for one in known]


def _is_told(miss: Miss, days: int) -> bool:
    """Tell of a week or a month without any; not of a week that the rosters cut short."""
    return miss.placed == 0 and (miss.last - miss.first).days + 1 >= min(7, days)
