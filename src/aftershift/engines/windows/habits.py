"""One habit at a time: an intention that begins at an event of a shift, and a second that waits.

"After handover, I ..." holds better than "at four, I ...": what is tied to a shift's event moves
with the shift, and its reminder with it.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from aftershift.engines.basics.spans import moment_of
from aftershift.engines.windows.family import Member
from aftershift.engines.windows.month import Home, Horizon, groups_of
from aftershift.engines.windows.rituals import Every, Place, Ritual, Tie, Who
from aftershift.engines.windows.slots import events_of

OWN = "own"  # the id of a habit in somebody's own words
# Minutes from the event: before somebody leaves, and not at a waking that is only predicted.
SHIFTED = {Tie.BEFORE_LEAVING: -15, Tie.AFTER_WAKING: 30}


@dataclass(frozen=True, kw_only=True, slots=True)
class Habit:
    """The one ritual that somebody is making a habit of, from which event, since when."""

    ritual: str
    tie: Tie
    since: date


class NotYet(StrEnum):
    """Why a habit is not taken up; the page says it kindly."""

    ONE_AT_A_TIME = "one_at_a_time"
    NEEDS_AN_EVENT = "needs_an_event"


@dataclass(frozen=True, kw_only=True, slots=True)
class TakenUp:
    """The habit that holds now, and why the wanted one does not where it does not."""

    habit: Habit | None
    refused: NotYet | None = None


def take_up(current: Habit | None, wanted: Ritual, *, today: date) -> TakenUp:
    """Take up a habit where there is none; refuse a second, and one without an event to begin at.

    The same one asked for again stays as it is.
    """
    if current is not None and current.ritual == wanted.id:
        return TakenUp(habit=current)
    if current is not None:
        return TakenUp(habit=current, refused=NotYet.ONE_AT_A_TIME)
    if wanted.tie is None:
        return TakenUp(habit=None, refused=NotYet.NEEDS_AN_EVENT)
    return TakenUp(habit=Habit(ritual=wanted.id, tie=wanted.tie, since=today))


def own_habit(tie: Tie) -> Ritual:
    """Make a ritual of a habit in somebody's own words: a minute alone, at an event of a shift."""
    return Ritual(
        id=OWN,
        seconds=60,
        times=1,
        every=Every.DAY,
        weight=1,
        place=Place.APART,
        who=Who.EACH,
        tie=tie,
    )


def moments_of(tie: Tie, member: Member, horizon: Horizon) -> tuple[datetime, ...]:
    """Say when a habit begins on the days of a plan, from now on: where the shift goes, it goes."""
    home = Home([member], horizon)
    (group,) = groups_of([own_habit(tie)], [member])
    by = SHIFTED.get(tie, 0)
    times = sorted({moment_of(minute + by) for minute in events_of(member, group, home)})
    return tuple(one for one in times if one > horizon.now)
