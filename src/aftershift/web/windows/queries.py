"""Reads of the time together; each takes `by`, whose vault opens what is read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from aftershift.engines.windows.availability import KnownHours
from aftershift.engines.windows.finding import Found, Predicted, Search, find_among, person_over
from aftershift.engines.windows.overlap import Role
from aftershift.engines.windows.plan import ItemState, PlanItem
from aftershift.web.people import queries as people
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.rosters import queries as rosters
from aftershift.web.safety import queries as safety
from aftershift.web.windows.company import Company, Known, company_of
from aftershift.web.windows.models import OutFeed, Plan
from aftershift.web.windows.papers import FeedPaper, PlanPaper

FORTNIGHT = 14


@dataclass(frozen=True, kw_only=True, slots=True)
class Fortnight:
    """Some days of some of a household: who takes part, what was found, and what is held.

    `own` is what the reader is called. `found` is None for somebody alone, or whose own roster is
    not there: then there is nothing to share yet. `just_me` says that the reader put away what is
    for two: then nobody else is in it, and nothing that is held.
    """

    search: Search
    own: str
    company: Company
    predicted: tuple[Predicted, ...]  # of each who takes part
    found: Found | None
    plan: PlanPaper
    just_me: bool = False

    @property
    def known(self) -> tuple[KnownHours, ...]:
        """Give the hours of the grown-ups who take part."""
        return tuple(one.hours for one in self.company.people if isinstance(one.hours, KnownHours))


def known_hours(*, by: SignedIn) -> tuple[KnownHours, ...]:
    """Gather the hours of every grown-up whose days are known, the person's own first."""
    return tuple(one.hours for one in everybody(by=by) if isinstance(one.hours, KnownHours))


def everybody(*, by: SignedIn) -> tuple[Known, ...]:
    """Gather everybody whose days are known: oneself, partners, relatives, then the children."""
    grown = sorted(  # stable: whoever asks comes first, a partner to herself
        rosters.hours_by_member(by=by).items(), key=lambda one: one[1].role is Role.RELATIVE
    )
    children = rosters.children_by_member(by=by).items()
    return (
        *(Known(id=one, hours=hours) for one, hours in grown if hours.known != rosters.NO_TIME),
        *(Known(id=one, hours=child) for one, child in children),
    )


def own_member(*, by: SignedIn) -> UUID:
    """Say which member of the household this person is."""
    return people.own_member(by=by)


def own_name(*, by: SignedIn) -> str:
    """Say what this person is called in the household."""
    return people.household(by=by)[0].label


def own_zone(*, by: SignedIn) -> ZoneInfo:
    """Say on whose clock this person reads."""
    return rosters.own_zone(by=by)


def today(*, by: SignedIn, now: datetime) -> date:
    """Say which day it is for this person."""
    return now.astimezone(own_zone(by=by)).date()


def fortnight(*, by: SignedIn, first: date, now: datetime, asked: Sequence[str] = ()) -> Fortnight:
    """Lay days side by side and propose at most three windows from now on.

    `asked` says with whom, as `company_of` reads it; nothing means the partners. What is stored,
    and what leaves for a calendar, is the same whether the reader put away what is for two or not.
    """
    just_me = safety.is_just_me(by=by)
    held, everyone = plan(by=by), everybody(by=by)
    if just_me:
        held = replace(held, items=(), news=())
        everyone = tuple(one for one in everyone if one.id == own_member(by=by))
    company = company_of(everyone, asked)
    search = Search(
        zone=own_zone(by=by),
        first=first,
        last=first + timedelta(days=FORTNIGHT - 1),
        now=now,
        limits=held.limits,
        held=held.items,
        company=company.names,
    )
    known = company.people
    own = people.household(by=by)[0].label
    is_shared = len(known) > 1 and known[0].name == own  # the first is for whose eyes it is
    predicted = tuple(person_over(one.hours, search) for one in known)
    found = find_among([one.availability for one in predicted], search) if is_shared else None
    return Fortnight(
        search=search,
        own=own,
        company=company,
        predicted=predicted,
        found=found,
        plan=held,
        just_me=just_me,
    )


def plan(*, by: SignedIn) -> PlanPaper:
    """Open what was accepted."""
    row = Plan.objects.filter(person=by.person).first()
    return row.read_as(by.vault, PlanPaper) if row else PlanPaper()


def held_items(held: PlanPaper, *, now: datetime) -> Sequence[PlanItem]:
    """List what is held and not over, the next first."""
    items = (item for item in held.items if item.state is ItemState.HELD and item.ends > now)
    return sorted(items, key=lambda item: item.starts)


def feed_token(*, by: SignedIn) -> str:
    """Open the token of the feed's address; empty when there is no feed."""
    row = OutFeed.objects.filter(person=by.person).first()
    return row.read_as(by.vault, FeedPaper).token if row else ""
