"""Every change of the rituals."""

from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from aftershift.engines.windows.habits import NotYet
from aftershift.engines.windows.habits import take_up as take_up_habit
from aftershift.engines.windows.limits import Limits
from aftershift.engines.windows.plan import ItemState, PlanItem
from aftershift.engines.windows.ranking import WindowKind
from aftershift.engines.windows.ritual_plan import Placed
from aftershift.engines.windows.rituals import Energy, Place, Ritual, Tie, Who
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.people.turns import own_turn
from aftershift.web.rituals import queries
from aftershift.web.rituals.models import Taken
from aftershift.web.rituals.papers import OwnHabit, TakenPaper, TakenUp
from aftershift.web.windows import actions as windows
from aftershift.web.windows import queries as windows_queries


class NoSuchRitual(Exception):
    """There is no ritual of that name on the shelf."""


class NoSuchPlace(Exception):
    """The ritual does not lie there any more, or is nothing that a plan holds."""


def take_up(*, by: SignedIn, ritual: str, now: datetime) -> NotYet | None:
    """Take a ritual up; say why not where a habit is on its way already.

    What is tied to a shift's event is a habit, and there is one at a time; all else is free.
    """
    wanted = _known(ritual)
    with own_turn(by):
        paper = queries.taken_up(by=by)
        if any(one.ritual == ritual for one in paper.taken):
            return None
        today = windows_queries.today(by=by, now=now)
        if wanted.tie is not None:
            answer = take_up_habit(queries.habit_of(paper), wanted, today=today)
            if answer.refused is not None:
                return answer.refused
        _save(by, replace(paper, taken=(*paper.taken, TakenUp(ritual=ritual, since=today))))
    return None


def begin_habit(*, by: SignedIn, words: str, tie: Tie, now: datetime) -> NotYet | None:
    """Begin a habit in one's own words; say why not where one is on its way already."""
    with own_turn(by):
        paper = queries.taken_up(by=by)
        today = windows_queries.today(by=by, now=now)
        if queries.habit_of(paper) is not None:
            return NotYet.ONE_AT_A_TIME
        _save(by, replace(paper, own=OwnHabit(words=words, tie=tie, since=today)))
    return None


def end_habit(*, by: SignedIn) -> None:
    """End the habit in one's own words: it holds by itself, or it is let go; nobody asks which."""
    with own_turn(by):
        _save(by, replace(queries.taken_up(by=by), own=None))


def let_go(*, by: SignedIn, ritual: str, now: datetime) -> None:
    """Let a ritual go; what is held of it stays held, as a window like any other."""
    with own_turn(by):
        paper = queries.taken_up(by=by)
        left = tuple(one for one in paper.taken if one.ritual != ritual)
        _save(by, replace(paper, taken=left))
        windows.make_plain(by=by, ritual=ritual, now=now)


def hold(*, by: SignedIn, ritual: str, starts: datetime, now: datetime) -> None:
    """Hold one place of a ritual in the plan, where it moves with the rosters.

    Only what all do at home can be held. What is held already stays as it is. Raises
    NoSuchRitual and NoSuchPlace.
    """
    wanted = _known(ritual)
    with own_turn(by):
        view = queries.month(by=by, now=now)
        placed = queries.place_of(view, ritual=ritual, starts=starts)
        if placed is None or wanted.place is not Place.HOME:
            raise NoSuchPlace
        if not queries.is_held(placed, view.held):
            limits = windows_queries.plan(by=by).limits
            windows.hold_item(by=by, item=_item(wanted, placed, limits, now), now=now)


def _item(ritual: Ritual, placed: Placed, limits: Limits, now: datetime) -> PlanItem:
    minutes = placed.span[1] - placed.span[0]
    kind = WindowKind.TIME if minutes >= limits.time_minutes else WindowKind.MOMENT
    return PlanItem(
        uid=str(uuid4()),
        kind=WindowKind.TALK if ritual.energy is Energy.TALK else kind,
        starts=placed.starts,
        ends=placed.ends,
        sequence=0,
        state=ItemState.HELD,
        changed=now,
        ritual=ritual.id,
        people=() if ritual.who is Who.PARTNERS else placed.people,
    )


def _known(name: str) -> Ritual:
    ritual = queries.ritual_of(name)
    if ritual is None:
        raise NoSuchRitual
    return ritual


def _save(by: SignedIn, paper: TakenPaper) -> None:
    row = Taken.objects.filter(person=by.person).first() or Taken(person=by.person)
    row.write_from(by.vault, paper)
    row.save()
