"""One habit at a time: an intention that begins at an event of a shift, and a second that waits.

"After handover, I ..." holds better than "at four, I ...": what is tied to a shift's event moves
with the shift, and its reminder with it.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from aftershift.engines.windows.rituals import Ritual, Tie


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
