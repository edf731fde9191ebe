"""Every change of rosters."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from aftershift.engines.rosters.asking import still_asked
from aftershift.engines.rosters.codes import Ward
from aftershift.engines.rosters.merge import Difference, merge
from aftershift.engines.rosters.settling import settle
from aftershift.engines.rosters.shifts import Reading, RosterError, ShiftCode
from aftershift.engines.sleep.episodes import Episode, Habits, told_sleep
from aftershift.engines.windows.overlap import Role
from aftershift.web.people import actions as people
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.people.turns import own_turn
from aftershift.web.rosters import queries, reading
from aftershift.web.rosters.models import Draft, Source, Ways
from aftershift.web.rosters.papers import (
    ChildPaper,
    DraftPaper,
    Feed,
    MemberPaper,
    SourcePaper,
    WaysPaper,
)
from aftershift.web.rosters.reading import Brought, Heard
from aftershift.web.rosters.signals import rosters_changed
from aftershift.web.services import services
from aftershift.wiring import FeedRefused

TOLD_NIGHTS = 400  # corrected nights that are kept, the newest


def read_in(
    *, by: SignedIn, brought: Brought, now: datetime, feed: Feed | None = None
) -> Mapping[str, str]:
    """Read a roster into the draft; return the titles behind its questions, kept nowhere.

    Raises RosterError when it cannot be read; nothing is changed then.
    """
    known = queries.ways(by=by).members[brought.member]
    dialects = (brought.dialect,) if brought.dialect else known.dialects
    member = replace(known, zone=brought.zone, dialects=dialects)
    heard = reading.read(brought, queries.ward_of(member), now=now)
    with own_turn(by):
        source, held = _source_for(by, brought, now)
        changed = _merged(replace(held, feed=feed or held.feed), heard, now)
        draft = _draft(source, changed, heard, member)
        Draft.objects.filter(person=by.person).delete()
        row = Draft(person=by.person)
        row.write_from(by.vault, draft)
        row.save()
    return heard.reading.labels


def read_feed_in(
    *, by: SignedIn, brought: Brought, address: str, now: datetime
) -> Mapping[str, str]:
    """Fetch a new feed into the draft, its address sealed with it. Raises FeedRefused."""
    fetched = services().fetch_feed(address, "")
    feed = Feed(address=address, tag=fetched.tag, tried=now, refreshed=now)
    return read_in(by=by, brought=replace(brought, data=fetched.data or b""), now=now, feed=feed)


def keep(*, by: SignedIn, now: datetime) -> None:
    """Make the draft count."""
    with own_turn(by):
        row = Draft.objects.filter(person=by.person).first()
        if row is None:
            return
        draft = row.read_as(by.vault, DraftPaper)
        source = Source.objects.filter(person=by.person, id=draft.source).first()
        source = source or Source(id=draft.source, person=by.person)
        source.write_from(by.vault, draft.paper)
        source.save()
        row.delete()
        _change_ways(by, draft.paper.member, draft.read_with)
        rosters_changed.send(sender=Source, by=by, now=now)


def discard(*, by: SignedIn) -> None:
    """Throw the draft away."""
    Draft.objects.filter(person=by.person).delete()


def answer(*, by: SignedIn, member: UUID, meaning: ShiftCode, now: datetime) -> None:
    """Remember what a code means to this member, and settle it wherever it is open."""
    with own_turn(by):
        _change_ways(
            by, member, lambda was: replace(was, legend={**was.legend, meaning.code: meaning})
        )
        ways = queries.ways(by=by).members[member]
        for row in Source.objects.filter(person=by.person):
            paper = row.read_as(by.vault, SourcePaper)
            if paper.member == member:
                row.write_from(by.vault, _settled(paper, meaning, queries.ward_of(ways)))
                row.save()
        for waiting in Draft.objects.filter(person=by.person):
            draft = waiting.read_as(by.vault, DraftPaper)
            if draft.paper.member == member:
                ward = queries.ward_of(draft.read_with(ways))
                settled = replace(draft, paper=_settled(draft.paper, meaning, ward))
                waiting.write_from(by.vault, settled)
                waiting.save()
        rosters_changed.send(sender=Source, by=by, now=now)


def forget(*, by: SignedIn, roster: UUID, now: datetime) -> None:
    """Remove one roster with all its shifts."""
    with own_turn(by):
        Source.objects.filter(person=by.person, id=roster).delete()
        rosters_changed.send(sender=Source, by=by, now=now)


def forget_member(*, by: SignedIn, member: UUID, **_sent: Any) -> None:
    """Remove every roster of a member; listens to `member_removed`, inside its transaction."""
    for row in Source.objects.filter(person=by.person):
        if row.read_as(by.vault, SourcePaper).member == member:
            row.delete()
    for waiting in Draft.objects.filter(person=by.person):
        if waiting.read_as(by.vault, DraftPaper).paper.member == member:
            waiting.delete()
    for ways in Ways.objects.filter(person=by.person):
        members = dict(ways.read_as(by.vault, WaysPaper).members)
        members.pop(member, None)
        ways.write_from(by.vault, WaysPaper(members=members))
        ways.save()


def add_member(*, by: SignedIn, name: str, role: Role = Role.PARTNER) -> UUID | None:
    """Add somebody without an account, whose hours this person knows; None for a name in use."""
    with own_turn(by):
        member = people.add_member(name, by=by)
        if member is not None and role is not Role.PARTNER:
            _change_ways(by, member, lambda was: replace(was, role=role))
    return member


def say_who(*, by: SignedIn, member: UUID, role: Role, at_home: bool, now: datetime) -> None:
    """Keep what somebody is to the household, and whether they are usually at home."""
    with own_turn(by):
        _change_ways(by, member, lambda was: replace(was, role=role, at_home=at_home))
        rosters_changed.send(sender=Ways, by=by, now=now)


def set_child(*, by: SignedIn, member: UUID, child: ChildPaper, now: datetime) -> None:
    """Keep a child's days: waking, school, holidays and bedtime."""
    with own_turn(by):
        _change_ways(by, member, lambda was: replace(was, role=Role.CHILD, child=child))
        rosters_changed.send(sender=Ways, by=by, now=now)


def set_ways(*, by: SignedIn, member: UUID, zone: str, habits: Habits, now: datetime) -> None:
    """Keep how a member's body sleeps around shifts."""
    with own_turn(by):
        _change_ways(by, member, lambda was: replace(was, zone=zone, habits=habits))
        rosters_changed.send(sender=Ways, by=by, now=now)


def tell_sleep(
    *, by: SignedIn, member: UUID, slept: tuple[datetime, datetime], now: datetime
) -> None:
    """Take a sleep that somebody tells as truth, in place of what was told of the same hours."""
    night = told_sleep(*slept)
    with own_turn(by):
        _change_ways(by, member, lambda was: replace(was, told=_with(was.told, night)))
        rosters_changed.send(sender=Ways, by=by, now=now)


def refresh_due(*, by: SignedIn, now: datetime) -> bool:
    """Fetch every feed that was not looked at for an hour; say whether any roster changed."""
    before = queries.shifts_by_member(by=by)
    for kept in queries.rosters(by=by):
        if queries.is_due(kept.paper, now):
            refresh(by=by, roster=kept.id, now=now)
    return queries.shifts_by_member(by=by) != before


def refresh(*, by: SignedIn, roster: UUID, now: datetime) -> bool:
    """Fetch a feed again and merge what it says; say whether it answered.

    Trouble is kept on the roster, in words. A feed that was removed or given another address
    meanwhile is left alone.
    """
    paper = queries.roster(by=by, roster=roster)
    if paper is None or paper.feed is None:
        return False
    ward = queries.ward_of(queries.ways(by=by).members[paper.member])
    feed, heard = _fetched(paper.feed, ward, now)
    with own_turn(by):
        row = Source.objects.filter(person=by.person, id=roster).first()
        held = row.read_as(by.vault, SourcePaper) if row else None
        if not (row and held and held.feed and held.feed.address == feed.address):
            return False
        held = replace(held, feed=feed)
        changed = _merged(held, heard, now).paper if heard else held
        row.write_from(by.vault, changed)
        row.save()
        if changed.shifts != held.shifts:
            rosters_changed.send(sender=Source, by=by, now=now)
    return not feed.trouble


# --- the steps of the actions above ---------------------------------------------------


@dataclass(frozen=True, kw_only=True, slots=True)
class _Merged:
    """A roster with a new version merged into it, and what that changed."""

    paper: SourcePaper
    difference: Difference


def _source_for(by: SignedIn, brought: Brought, now: datetime) -> tuple[UUID, SourcePaper]:
    """Find the roster that a new version belongs to: same member, same form, same workplace."""
    for roster in queries.rosters(by=by):
        paper = roster.paper
        if (paper.member, paper.form, paper.place) == (
            brought.member,
            brought.form,
            brought.place,
        ):
            return roster.id, paper
    fresh = SourcePaper(member=brought.member, form=brought.form, place=brought.place, brought=now)
    return uuid4(), fresh


def _merged(held: SourcePaper, heard: Heard, now: datetime) -> _Merged:
    difference = merge(held.shifts, heard.reading, now=now)
    paper = replace(
        held,
        shifts=difference.shifts,
        questions=still_asked(held.questions, heard.reading, difference.shifts),
        brought=now,
        covers=_joined(held.covers, heard.known),
    )
    return _Merged(paper=paper, difference=difference)


def _draft(source: UUID, merged: _Merged, heard: Heard, member: MemberPaper) -> DraftPaper:
    difference = merged.difference
    return DraftPaper(
        source=source,
        zone=member.zone,
        dialects=member.dialects,
        paper=merged.paper,
        added=difference.added,
        moved=tuple((one.before, one.after) for one in difference.moved),
        cancelled=difference.cancelled,
        unchanged=len(difference.unchanged),
        omissions=heard.reading.warnings,
        covers=heard.known,
    )


def _joined(one: queries.Days | None, other: queries.Days | None) -> queries.Days | None:
    if one is None or other is None:
        return one or other
    return min(one[0], other[0]), max(one[1], other[1])


def _settled(paper: SourcePaper, meaning: ShiftCode, ward: Ward) -> SourcePaper:
    now_known = settle(Reading(shifts=paper.shifts, questions=paper.questions), meaning, ward=ward)
    return replace(paper, shifts=now_known.shifts, questions=now_known.questions)


def _fetched(feed: Feed, ward: Ward, now: datetime) -> tuple[Feed, Heard | None]:
    try:
        fetched = services().fetch_feed(feed.address, feed.tag)
        if fetched.data is None:
            return replace(feed, tried=now, refreshed=now, trouble=""), None
        heard = reading.read_calendar(fetched.data, ward, now=now)
    except (FeedRefused, RosterError) as error:
        return replace(feed, tried=now, trouble=str(error)), None
    return replace(feed, tried=now, refreshed=now, tag=fetched.tag, trouble=""), heard


def _change_ways(by: SignedIn, member: UUID, change: Callable[[MemberPaper], MemberPaper]) -> None:
    known = queries.ways(by=by).members
    row = Ways.objects.filter(person=by.person).first() or Ways(person=by.person)
    row.write_from(by.vault, WaysPaper(members={**known, member: change(known[member])}))
    row.save()


def _with(told: tuple[Episode, ...], night: Episode) -> tuple[Episode, ...]:
    others = (one for one in told if one.ends <= night.starts or one.starts >= night.ends)
    return tuple(sorted((*others, night), key=lambda one: one.starts))[-TOLD_NIGHTS:]
