"""What is proposed: small things that fit the week, bold moves, and times for a conversation."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from aftershift.engines.basics.spans import total
from aftershift.engines.coach.proposing import Suits, proposed
from aftershift.engines.coach.state import Known
from aftershift.engines.evidence.practices import Practice
from aftershift.engines.rosters.facts import is_night
from aftershift.engines.rosters.shifts import Kind
from aftershift.engines.windows.moments import (
    FOR_TWO,
    Gap,
    Ground,
    Idea,
    Offered,
    gaps_of,
    offer,
    place_of,
    places_of,
)
from aftershift.engines.windows.plan import ItemState
from aftershift.engines.windows.rituals import BAD_WEEK_MINUTES
from aftershift.engines.wording.scripts import To
from aftershift.library.evidence import load_evidence
from aftershift.library.week import BoldMove, SmallThing, load_week
from aftershift.web.coach import queries as coach
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.week.papers import WeekPaper
from aftershift.web.week.queries import SOON, View

RESTS_FOR = timedelta(days=28)  # what was put away is not proposed again for so long
WEEK = 7
LONG_SHIFT = timedelta(hours=12)
TALK = "talk.next"
TALK_MINUTES, AFTER_WORK_MINUTES = 20, 10
TIMES = 3
AT_WORK = frozenset({To.COLLEAGUE, To.MANAGER, To.SENIOR})


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposal:
    """A small thing in its place, and why this."""

    practice: Practice
    place: Offered
    why: str


@dataclass(frozen=True, kw_only=True, slots=True)
class BoldOffer:
    """One of the four bold moves, and a place for it; None where the week has none."""

    move: BoldMove
    place: Offered | None


def proposals(seen: View, *, by: SignedIn) -> tuple[Proposal, ...]:
    """Propose small things for what is left of this week, never more than the person allows."""
    ground = seen.over(WEEK - seen.today.weekday())
    left = room(seen)
    if ground is None or not left:
        return ()
    things = {one.practice.id: one for one in _open_to(seen)}
    kept = coach.paper(by=by)
    known = Known(helped=coach.helped(kept), done=coach.done(kept), is_two=not seen.just_me)
    practices = [one.practice for one in things.values()]
    ordered = proposed(practices, suits(seen), known, _lately_refused(seen))
    whys = {practice.id: why for practice, why in ordered}
    ideas = [_idea(things[practice.id]) for practice, _why in ordered]
    return tuple(
        Proposal(practice=things[one.idea.name].practice, place=one, why=whys[one.idea.name])
        for one in offer(ideas, ground, room=left)
    )


def room(seen: View) -> int:
    """Say how many more small things this week may hold: what was put away counts as said."""
    refused = sum(one.on >= seen.monday for one in seen.paper.refused)
    return max(0, seen.paper.cap - len(placed_this_week(seen)) - refused)


def placed_this_week(seen: View) -> set[str]:
    """Name, by uid, the practices that this week holds, whoever placed them."""
    practices = load_evidence().practices
    return {
        one.uid
        for one in seen.plan.items
        if one.practice in practices and _in_week(one.starts, seen) and one.state is ItemState.HELD
    }


def bold_offers(seen: View) -> tuple[BoldOffer, ...]:
    """Give the four bold moves, each with the soonest place of the next seven days."""
    ground = seen.over(WEEK)
    return tuple(
        BoldOffer(move=one, place=place_of(_bold_idea(one), ground) if ground else None)
        for one in load_week().moves
        if not (seen.just_me and (one.gap in FOR_TWO or one.id == "voice-note"))
    )


def bold_held(seen: View) -> str:
    """Name, by uid, the bold move that this week holds; nothing where none is."""
    bold = (one for one in seen.held() if one.practice.startswith("bold."))
    return next((one.uid for one in bold if _chosen_lately(one.starts, seen)), "")


def talk_times(seen: View, to: To) -> tuple[Offered, ...]:
    """Give real free times for a conversation with somebody, the soonest first."""
    ground = seen.over(SOON)
    if ground is None:
        return ()
    ideas = (Idea(name=TALK, minutes=n, gap=gap) for gap, n in talk_gaps(to))
    found = [one for idea in ideas for one in places_of(idea, ground)]
    return tuple(sorted(found, key=lambda one: one.starts)[:TIMES])


def talk_gaps(to: To) -> tuple[tuple[Gap, int], ...]:
    """Say which kinds of time a conversation may have, and how many minutes of each."""
    if to is To.PARTNER:
        return ((Gap.RESTED, TALK_MINUTES),)
    if to in AT_WORK:
        return ((Gap.HANDOVER, AFTER_WORK_MINUTES), (Gap.OFFICE, TALK_MINUTES))
    return ((Gap.OFFICE if to is To.PROFESSIONAL else Gap.ALONE, TALK_MINUTES),)


def suits(seen: View) -> tuple[Suits, ...]:
    """Say what the rosters of the next seven days show, the plainest first."""
    return tuple(_suits(seen))


def _suits(seen: View) -> Iterator[Suits]:
    ground = seen.over(WEEK)
    if ground is not None and ground.other is not None and _shared(ground) < BAD_WEEK_MINUTES:
        yield Suits(
            situation="ships-in-the-night", because="your rosters share little time this week"
        )
    until = seen.now + timedelta(days=WEEK)
    work = [one for one in seen.own.shifts if one.kind is Kind.WORK]
    ahead = [one for one in work if seen.now < one.ends and one.starts < until]
    if any(is_night(one) for one in ahead):
        yield Suits(situation="reconnect-after-nights", because="there are nights in your week")
    if any(one.ends - one.starts >= LONG_SHIFT for one in ahead):
        yield Suits(situation="nothing-left", because="there are long shifts in your week")
    yield Suits(situation="good-between-us", because="it keeps a good thing going")


def _shared(ground: Ground) -> int:
    return total(gaps_of(Gap.TOGETHER, ground))


def _open_to(seen: View) -> Iterator[SmallThing]:
    """List the small things that this household has the people for, and not this week's own."""
    here = {one.practice for one in seen.plan.items if _in_week(one.starts, seen)}
    for one in load_week().moments:
        for_two = one.gap in FOR_TWO or not ({"self", "colleague"} & set(one.practice.scope))
        lacks = (one.needs_child and not seen.has_child) or (
            for_two and not one.needs_child and not seen.has_other
        )
        if not lacks and one.practice.id not in here:
            yield one


def _lately_refused(seen: View) -> list[str]:
    return [one.name for one in seen.paper.refused if one.on > seen.today - RESTS_FOR]


def without_old(paper: WeekPaper, today: date) -> WeekPaper:
    """Forget what was put away long ago."""
    return replace(paper, refused=tuple(one for one in paper.refused if one.on > today - RESTS_FOR))


def _idea(thing: SmallThing) -> Idea:
    return Idea(name=thing.practice.id, minutes=thing.practice.minutes, gap=thing.gap)


def _bold_idea(move: BoldMove) -> Idea:
    return Idea(name=f"bold.{move.id}", minutes=move.minutes, gap=move.gap)


def _in_week(moment: datetime, seen: View) -> bool:
    return seen.monday <= seen.day_of(moment) < seen.monday + timedelta(days=WEEK)


def _chosen_lately(moment: datetime, seen: View) -> bool:
    """A bold move chosen on a Friday may lie on the Monday after: it is still the one."""
    return seen.monday <= seen.day_of(moment) < seen.today + timedelta(days=WEEK)
