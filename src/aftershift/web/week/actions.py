"""Every change of the week."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from aftershift.engines.windows.habits import NotYet
from aftershift.engines.windows.moments import FOR_TWO, Offered
from aftershift.engines.windows.plan import ItemState, PlanItem
from aftershift.engines.windows.ranking import WindowKind
from aftershift.engines.windows.rituals import Tie
from aftershift.engines.wording.scripts import To
from aftershift.web.coach import actions as coach
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.people.turns import own_turn
from aftershift.web.rituals import actions as rituals
from aftershift.web.rituals import queries as taken
from aftershift.web.week import fitting, queries
from aftershift.web.week.following import moves_of, small_times
from aftershift.web.week.models import Week
from aftershift.web.week.papers import MOST_TEXTS, Kept, Refused, Talk, Text, WeekPaper
from aftershift.web.week.queries import View
from aftershift.web.windows import actions as windows
from aftershift.web.windows import queries as plans

HOUR = timedelta(hours=1)


class NotOpen(Exception):
    """What was chosen is not proposed any more: a roster or a plan changed since."""


class TooMany(Exception):
    """As many texts wait as are kept here."""


def set_cap(*, by: SignedIn, cap: int) -> None:
    """Choose how many small things a week may hold; none is a choice like others."""
    with own_turn(by):
        _save(by, replace(queries.paper(by=by), cap=cap))


def place(*, by: SignedIn, name: str, starts: datetime, now: datetime) -> None:
    """Place a small thing where it was proposed. Raises NotOpen."""
    with own_turn(by):
        seen = queries.view(by=by, now=now)
        offered = (one.place for one in fitting.proposals(seen, by=by))
        found = next((one for one in offered if _is(one, name, starts)), None)
        if found is None:
            raise NotOpen
        _hold(by, found, seen)
        coach.set_due(by=by, practice=name, due=found.ends, now=now)


def refuse(*, by: SignedIn, name: str, now: datetime) -> None:
    """Put one proposal away: it leaves nothing behind, and rests for four weeks."""
    with own_turn(by):
        seen = queries.view(by=by, now=now)
        if name not in {one.practice.id for one in fitting.proposals(seen, by=by)}:
            raise NotOpen
        kept = fitting.without_old(seen.paper, seen.today)
        refused = (*kept.refused, Refused(name=name, on=seen.today))
        _save(by, replace(kept, refused=refused))


def let_go(*, by: SignedIn, uid: UUID, now: datetime) -> None:
    """Let something go that is held; nobody asks about it later."""
    with own_turn(by):
        kept = queries.paper(by=by)
        gone = next((one for one in kept.kept if one.uid == str(uid)), None)
        if gone is None:
            return
        windows.let_go(by=by, uid=uid, now=now)
        _save(by, _without(kept, gone.uid))


def choose_bold(*, by: SignedIn, move: str, starts: datetime, now: datetime) -> None:
    """Place the bold move of the week; another one chosen before makes room. Raises NotOpen."""
    with own_turn(by):
        seen = queries.view(by=by, now=now)
        if before := fitting.bold_held(seen):
            let_go(by=by, uid=UUID(before), now=now)
            seen = queries.view(by=by, now=now)
        places = (one.place for one in fitting.bold_offers(seen) if one.place)
        found = next((one for one in places if _is(one, f"bold.{move}", starts)), None)
        if found is None:
            raise NotOpen
        _hold(by, found, seen)


def plan_talk(*, by: SignedIn, to: To, starts: datetime, line: str, now: datetime) -> None:
    """Hold a time for a conversation, and keep the words that it begins with. Raises NotOpen."""
    with own_turn(by):
        seen = queries.view(by=by, now=now)
        times = fitting.talk_times(seen, to)
        found = next((one for one in times if one.starts == starts), None)
        if found is None:
            raise NotOpen
        uid = _hold(by, found, seen)
        kept = queries.paper(by=by)
        _save(by, replace(kept, talks=(*kept.talks, Talk(uid=uid, to=to.value, line=line))))


def write_text(*, by: SignedIn, text: Text, now: datetime) -> None:
    """Keep a text for a break; only its writer can send it. Raises TooMany."""
    with own_turn(by):
        kept = queries.paper(by=by)
        if len(kept.texts) >= MOST_TEXTS:
            raise TooMany
        _save(by, replace(kept, texts=(*kept.texts, text)))
        refresh(by=by, now=now)


def erase_text(*, by: SignedIn, text_id: UUID, now: datetime) -> None:
    """Erase a text: it was sent, or it is not wanted any more."""
    with own_turn(by):
        kept = queries.paper(by=by)
        left = tuple(one for one in kept.texts if one.id != str(text_id))
        _save(by, replace(kept, texts=left))
        refresh(by=by, now=now)


def begin_habit(*, by: SignedIn, words: str, tie: Tie, now: datetime) -> NotYet | None:
    """Begin the one habit; say why not where one is on its way."""
    with own_turn(by):
        refused = rituals.begin_habit(by=by, words=words, tie=tie, now=now)
        refresh(by=by, now=now)
    return refused


def end_habit(*, by: SignedIn, now: datetime) -> None:
    """End the habit, and its reminders with it."""
    with own_turn(by):
        rituals.end_habit(by=by)
        refresh(by=by, now=now)


def show_in_feed(*, by: SignedIn, is_shown: bool, now: datetime) -> None:
    """Say whether small reminders stand in the person's own calendar feed."""
    with own_turn(by):
        _save(by, replace(queries.paper(by=by), in_feed=is_shown))
        refresh(by=by, now=now)


def refuse_notes(*, by: SignedIn, now: datetime) -> None:
    """Never speak of a note before a long run again; its reminders go too."""
    with own_turn(by):
        _save(by, replace(queries.paper(by=by), no_notes=True))
        refresh(by=by, now=now)


def refresh(*, by: SignedIn, now: datetime) -> None:
    """Work the small reminders out anew, from the shifts as they stand."""
    times = small_times(queries.view(by=by, now=now), person=str(by.person.id))
    windows.show_small(by=by, times=times, now=now)


def follow(*, by: SignedIn, now: datetime, sender: Any, **_sent: Any) -> None:
    """Move what one does alone when rosters change, and every small reminder with its shift.

    Listens to `rosters_changed`, inside the transaction of the change.
    """
    is_untouched = queries.paper(by=by) == WeekPaper() and taken.taken_up(by=by).own is None
    if is_untouched and not any(one.gap for one in plans.plan(by=by).items):
        return
    with own_turn(by):
        moves = moves_of(queries.view(by=by, now=now))
        if moves:
            windows.take_moves(by=by, moves=moves, now=now)
        refresh(by=by, now=now)


def _hold(by: SignedIn, found: Offered, seen: View) -> str:
    """Hold a place in the plan: of the two, or of the person alone."""
    gap, uid = found.idea.gap, str(uuid4())
    item = PlanItem(
        uid=uid,
        kind=_kind(found),
        starts=found.starts,
        ends=found.ends,
        sequence=0,
        state=ItemState.HELD,
        changed=seen.now,
        people=() if gap in FOR_TWO else (seen.name,),
        practice=found.idea.name,
    )
    windows.hold_item(by=by, item=item, now=seen.now)
    here = {one.uid for one in seen.plan.items}
    kept = queries.paper(by=by)
    still = tuple(one for one in kept.kept if one.uid in here)
    one = Kept(uid=uid, name=found.idea.name, gap=gap)
    _save(by, replace(kept, kept=(*still, one)))
    return uid


def _kind(found: Offered) -> WindowKind:
    if found.idea.name == fitting.TALK:
        return WindowKind.TALK
    is_long = found.ends - found.starts >= HOUR
    return WindowKind.TIME if is_long else WindowKind.MOMENT


def _is(one: Offered, name: str, starts: datetime) -> bool:
    return one.idea.name == name and one.starts == starts


def _without(kept: WeekPaper, uid: str) -> WeekPaper:
    return replace(
        kept,
        kept=tuple(one for one in kept.kept if one.uid != uid),
        talks=tuple(one for one in kept.talks if one.uid != uid),
    )


def _save(by: SignedIn, kept: WeekPaper) -> None:
    row = Week.objects.filter(person=by.person).first() or Week(person=by.person)
    row.write_from(by.vault, kept)
    row.save()
