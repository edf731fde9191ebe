"""The checklists about the two, side by side: what one may show, what waits, and what has met."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from aftershift.engines.checkins.reflections import (
    Answer,
    Checklist,
    Item,
    lines_to_show,
    may_be_shown,
)
from aftershift.engines.together.listing import FRESH_DAYS, Filled, MetList, met_lists
from aftershift.library.reflections import load_reflections
from aftershift.web.agreements.queries import Two
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.reflections import queries as reflections


class Stage(StrEnum):
    """How far a list has come, as far as one's own page may say."""

    EMPTY = "empty"
    MAY_SHOW = "may_show"
    READY = "ready"
    MET = "met"


@dataclass(frozen=True, kw_only=True, slots=True)
class ListCard:
    """One list: what of it may be shown, one's own count, and once both said yes the other's.

    `lines` ring true for both, None unless both chose that. `hidden` counts the lines that are
    shown to nobody, whatever was said to them.
    """

    id: str
    title: str
    stage: Stage
    shown: tuple[Item, ...]
    hidden: int
    own: Filled | None = None
    other: Filled | None = None
    lines: tuple[Item, ...] | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ListsPage:
    """What the page shows: with whom, and every list about the two, those that met first."""

    name: str
    lists: tuple[ListCard, ...]


def lists_page(two: Two, *, by: SignedIn, now: datetime) -> ListsPage:
    """Gather the page."""
    fresh = own_lists(by=by, now=now)
    met = {one.own.checklist: one for one in met_lists(two.own.lists, two.other.lists)}
    ready = {one.checklist: one for one in two.own.lists}
    cards = [_card(one, met.get(one.id), ready.get(one.id), fresh.get(one.id)) for one in _of_two()]
    stages = list(Stage)
    ordered = sorted(cards, key=lambda card: -stages.index(card.stage))
    return ListsPage(name=two.pair.name, lists=tuple(ordered))


def own_lists(*, by: SignedIn, now: datetime) -> dict[str, Filled]:
    """Give one's latest kept answers to each list that may be shown, if they are recent.

    Its `lines` are those that ring true; what may never be shown is in none of its figures.
    """
    since = reflections.today(by=by, now=now) - timedelta(days=FRESH_DAYS)
    lists = {one.id: one for one in _of_two()}
    kept = reflections.paper(by=by).kept
    return {
        one.checklist: _filled(lists[one.checklist], one.answers, one.day)
        for one in kept
        if one.checklist in lists and one.day >= since
    }


def _of_two() -> Iterator[Checklist]:
    return (one for one in load_reflections().values() if may_be_shown(one))


def _filled(checklist: Checklist, answers: dict[str, Answer], day: date) -> Filled:
    shown = lines_to_show(checklist)
    true = tuple(one.id for one in shown if answers.get(one.id) is Answer.YES)
    return Filled(checklist=checklist.id, day=day, true=len(true), of=len(shown), lines=true)


def _card(
    checklist: Checklist, met: MetList | None, ready: Filled | None, fresh: Filled | None
) -> ListCard:
    shown = lines_to_show(checklist)
    stage = Stage.READY if ready else Stage.MAY_SHOW if fresh else Stage.EMPTY
    return ListCard(
        id=checklist.id,
        title=checklist.title,
        stage=Stage.MET if met else stage,
        shown=shown,
        hidden=len(checklist.items) - len(shown),
        own=ready or fresh,
        other=met.other if met else None,
        lines=_lines(shown, met.lines) if met else None,
    )


def _lines(shown: tuple[Item, ...], lines: tuple[str, ...] | None) -> tuple[Item, ...] | None:
    """Name the lines of both; one that may not be shown any more is left out."""
    return None if lines is None else tuple(one for one in shown if one.id in lines)
