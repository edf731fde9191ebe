"""What the page of this wing shows, gathered and put in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.functional import Promise

from aftershift.engines.windows.habits import OWN
from aftershift.engines.windows.ritual_plan import Placed
from aftershift.engines.windows.rituals import Place, Ritual
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.rituals import queries, words
from aftershift.web.rituals.queries import Month
from aftershift.web.windows import queries as windows

NEXT_TIMES = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class TimeCard:
    """One place of a ritual; `starts` is for a form, the moment in UTC."""

    starts: str
    when: str
    length: str
    where: str
    may_be_held: bool
    is_held: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class RitualCard:
    """One ritual: what it is, and where it was taken up its next times and what fits nowhere."""

    id: str
    name: Promise | str
    what: Promise | str
    is_habit: bool
    since: date | None = None
    times: tuple[TimeCard, ...] = ()
    misses: tuple[str, ...] = ()
    nowhere: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class RitualsPage:
    """All that the page of the rituals shows; `habit` is the one that is on its way."""

    days: int
    taken: tuple[RitualCard, ...]
    others: tuple[RitualCard, ...]
    habit: RitualCard | None


def rituals_page(*, by: SignedIn, now: datetime) -> RitualsPage:
    """Gather what was taken up, and what else this household could take up."""
    view = queries.month(by=by, now=now)
    zone = windows.own_zone(by=by)
    taken = tuple(_taken(view, zone))
    names = {one.ritual for one in view.taken.taken}
    habit = queries.habit_of(view.taken)
    return RitualsPage(
        days=view.days,
        taken=taken,
        others=tuple(_card(one) for one in view.fitting if one.id not in names),
        habit=_own(view) or next((one for one in taken if habit and one.id == habit.ritual), None),
    )


def _own(view: Month) -> RitualCard | None:
    """Show the habit in the person's own words."""
    own = view.taken.own
    return (
        RitualCard(id=OWN, name=own.words, what="", is_habit=True, since=own.since) if own else None
    )


def _taken(view: Month, zone: ZoneInfo) -> Iterator[RitualCard]:
    for one in view.taken.taken:
        ritual = queries.ritual_of(one.ritual)
        if ritual is None:  # retired from the shelf
            continue
        name, what = words.RITUALS[ritual.id]
        places = [place for place in view.placed if place.ritual == ritual.id][:NEXT_TIMES]
        misses = [miss for miss in view.misses if miss.ritual == ritual.id]
        yield RitualCard(
            id=ritual.id,
            name=name,
            what=what,
            is_habit=ritual.tie is not None,
            since=one.since,
            times=tuple(_time(ritual, place, view, zone) for place in places),
            misses=tuple(words.missed(miss, ritual.every, view, zone) for miss in misses),
            nowhere=words.nowhere(ritual),
        )


def _card(ritual: Ritual) -> RitualCard:
    name, what = words.RITUALS[ritual.id]
    return RitualCard(id=ritual.id, name=name, what=what, is_habit=ritual.tie is not None)


def _time(ritual: Ritual, placed: Placed, view: Month, zone: ZoneInfo) -> TimeCard:
    is_held = queries.is_held(placed, view.held)
    return TimeCard(
        starts=placed.starts.isoformat(),
        when=words.moment(placed.starts, zone),
        length=words.lasts(ritual, placed),
        where=words.where(ritual, placed, zone),
        may_be_held=ritual.place is Place.HOME and not is_held,
        is_held=is_held,
    )
