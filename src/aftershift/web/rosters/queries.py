"""Reads of rosters; each takes `by`, whose vault opens what is read."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import TypeAlias
from uuid import UUID
from zoneinfo import ZoneInfo

from aftershift.engines.basics.spans import Span, day_span
from aftershift.engines.rosters.codes import Ward, ward_at
from aftershift.engines.rosters.merge import union_of
from aftershift.engines.rosters.shifts import Question, Shift
from aftershift.engines.windows.availability import KnownHours, personal_sleep_of
from aftershift.engines.windows.family import Child
from aftershift.engines.windows.holidays import days_of
from aftershift.engines.windows.overlap import Role
from aftershift.web.people import queries as people
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.rosters.models import Draft, Source, Ways
from aftershift.web.rosters.papers import DraftPaper, MemberPaper, SourcePaper, WaysPaper, Weekday
from aftershift.web.services import services

FEED_EVERY = timedelta(hours=1)

Days: TypeAlias = tuple[date, date]

NO_TIME: Span = (0, 0)  # what no roster speaks about
HOME_ZONE = "Europe/London"  # until a person says where they work


@dataclass(frozen=True, kw_only=True, slots=True)
class Roster:
    """One roster with its id, for pages."""

    id: UUID
    paper: SourcePaper


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenQuestion:
    """A question and whose roster it is about."""

    member: UUID
    name: str
    question: Question


def rosters(*, by: SignedIn) -> tuple[Roster, ...]:
    """List all rosters this person keeps, oldest first."""
    kept = [
        Roster(id=row.id, paper=row.read_as(by.vault, SourcePaper))
        for row in Source.objects.filter(person=by.person)
    ]
    return tuple(sorted(kept, key=lambda roster: (roster.paper.brought, str(roster.id))))


def roster(*, by: SignedIn, roster: UUID) -> SourcePaper | None:
    """Open one roster."""
    row = Source.objects.filter(person=by.person, id=roster).first()
    return row.read_as(by.vault, SourcePaper) if row else None


def is_due(paper: SourcePaper, now: datetime) -> bool:
    """Say whether a feed was not looked at for an hour."""
    feed = paper.feed
    return feed is not None and (feed.tried is None or now - feed.tried >= FEED_EVERY)


def has_feed(*, by: SignedIn) -> bool:
    """Say whether there is any feed to look at while the app is open."""
    return any(kept.paper.feed for kept in rosters(by=by))


def member_names(*, by: SignedIn) -> dict[UUID, str]:
    """Name everybody whose hours this person may keep, themselves first."""
    return {card.id: card.label for card in people.household(by=by)}


def roster_names(*, by: SignedIn) -> dict[UUID, str]:
    """Name everybody who may have a roster: children have school."""
    papers = ways(by=by).members
    names = member_names(by=by)
    return {one: name for one, name in names.items() if papers[one].role is not Role.CHILD}


def shifts_by_member(*, by: SignedIn) -> Mapping[UUID, tuple[Shift, ...]]:
    """Merge each member's rosters into one line of shifts, counting nothing twice."""
    of: dict[UUID, list[tuple[Shift, ...]]] = {}
    for kept in rosters(by=by):
        of.setdefault(kept.paper.member, []).append(kept.paper.shifts)
    return {member: union_of(sources) for member, sources in of.items()}


def covered_by_member(*, by: SignedIn) -> Mapping[UUID, Days]:
    """Say from when to when each member's rosters speak; a member without any is left out."""
    covered: dict[UUID, Days] = {}
    for kept in rosters(by=by):
        days = kept.paper.covers
        if days is not None:
            held = covered.get(kept.paper.member, days)
            covered[kept.paper.member] = min(held[0], days[0]), max(held[1], days[1])
    return covered


def own_zone(*, by: SignedIn) -> ZoneInfo:
    """Say on whose clock this person reads."""
    told, own = _told(by), people.own_member(by=by)
    if own in told:
        return ZoneInfo(told[own].zone)
    return ZoneInfo(ways(by=by).members[own].zone if told else HOME_ZONE)


def told_zone(*, by: SignedIn) -> ZoneInfo | None:
    """Say on whose clock this person reads, where they ever said so."""
    return own_zone(by=by) if _told(by) else None


def hours_by_member(*, by: SignedIn) -> Mapping[UUID, KnownHours]:
    """Gather what is known of each member's hours but the children's, the person's own first.

    What they told of their sleep is learnt from here, once. Of a member without a roster nothing
    but habits is known, unless they are usually at home: then they are known without end.
    """
    shifts = shifts_by_member(by=by)
    covered = covered_by_member(by=by)
    papers = ways(by=by).members
    return {
        member.id: _learnt(
            KnownHours(
                name=member.label,
                zone=ZoneInfo(papers[member.id].zone),
                shifts=shifts.get(member.id, ()),
                habits=papers[member.id].habits,
                told=papers[member.id].told,
                known=_known(papers[member.id], covered.get(member.id)),
                shares_times=True,  # one's own, and what one typed of somebody without an account
                role=papers[member.id].role,
            )
        )
        for member in people.household(by=by)
        if papers[member.id].role is not Role.CHILD
    }


def children_by_member(*, by: SignedIn) -> Mapping[UUID, Child]:
    """Gather the days of each child whose hours were said; a child lives on its keeper's clock."""
    papers = ways(by=by).members
    zone = ZoneInfo(next(iter(papers.values())).zone)
    return {
        member.id: Child(
            name=member.label,
            zone=zone,
            wakes=hours.wakes,
            bedtime=hours.bedtime,
            school=hours.school,
            school_days=tuple(map(tuple(Weekday).index, hours.school_days)),
            holidays=days_of(hours.holidays),
        )
        for member in people.household(by=by)
        if papers[member.id].role is Role.CHILD and (hours := papers[member.id].child)
    }


def children_day(*, by: SignedIn) -> dict[str, time]:
    """Say when the first child wakes and the last goes to bed, as habits; empty without any."""
    children = children_by_member(by=by).values()
    if not children:
        return {}
    return {
        "children_wake": min(one.wakes for one in children),
        "children_bed": max(one.bedtime for one in children),
    }


def _known(paper: MemberPaper, covered: Days | None) -> Span | None:
    if paper.at_home and covered is None:
        return None
    return _span_of(covered, ZoneInfo(paper.zone))


def _learnt(hours: KnownHours) -> KnownHours:
    return replace(hours, personal=personal_sleep_of(hours))


def _span_of(days: Days | None, zone: ZoneInfo) -> Span:
    return (day_span(days[0], zone)[0], day_span(days[1], zone)[1]) if days else NO_TIME


def ways(*, by: SignedIn) -> WaysPaper:
    """Open everybody's ways; defaults for a member nothing was said about."""
    told = _told(by)
    members = people.household(by=by)
    usual = MemberPaper(zone=next((told[m.id].zone for m in members if m.id in told), HOME_ZONE))
    return WaysPaper(members={member.id: told.get(member.id, usual) for member in members})


def _told(by: SignedIn) -> dict[UUID, MemberPaper]:
    row = Ways.objects.filter(person=by.person).first()
    return row.read_as(by.vault, WaysPaper).members if row else {}


def ward_of(member: MemberPaper, *, dialect: str = "", zone: str = "") -> Ward:
    """Say what a member's rosters are read with: the wall clock, the legend, the dialects."""
    return ward_at(
        ZoneInfo(zone or member.zone),
        member.legend,
        services().dialects,
        chosen=(dialect,) if dialect else member.dialects,
    )


def draft(*, by: SignedIn) -> DraftPaper | None:
    """Open what was read last and waits to be kept."""
    row = Draft.objects.filter(person=by.person).first()
    return row.read_as(by.vault, DraftPaper) if row else None


def open_questions(*, by: SignedIn) -> tuple[OpenQuestion, ...]:
    """List what the rosters leave open, a code once for each member."""
    names = member_names(by=by)
    asked: dict[tuple[UUID, str], OpenQuestion] = {}
    for kept in rosters(by=by):
        for question in kept.paper.questions:
            member = kept.paper.member
            asked.setdefault(
                (member, question.code),
                OpenQuestion(member=member, name=names.get(member, ""), question=question),
            )
    return tuple(asked.values())


def question(*, by: SignedIn, member: UUID, code: str) -> Question | None:
    """Find an open question, in the draft first."""
    waiting = draft(by=by)
    papers = [waiting.paper] if waiting else []
    papers += [kept.paper for kept in rosters(by=by)]
    asked = (one for paper in papers if paper.member == member for one in paper.questions)
    return next((one for one in asked if one.code == code), None)
