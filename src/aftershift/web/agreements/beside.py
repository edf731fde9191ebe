"""The week's answers of two, side by side: what one may show, what waits, and what has met."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.functional import Promise

from aftershift.engines.checkins.items import About, Moment, OwnItem, week_of
from aftershift.engines.together.revealing import Meeting, meetings
from aftershift.library.checkins import items_of
from aftershift.web.agreements.queries import Two
from aftershift.web.agreements.words import DISTANCES
from aftershift.web.checkins import queries as checkins
from aftershift.web.people.signed_in import SignedIn

ONE_WEEK = timedelta(days=7)


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnWeek:
    """One's own answers of a week about the two, and whether one said yes to showing them."""

    week: date
    answers: tuple[tuple[OwnItem, int], ...]
    is_ready: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class BothCard:
    """An item with both answers and how far they lie apart, in words."""

    item: OwnItem
    own: int
    other: int
    says: Promise | str


@dataclass(frozen=True, kw_only=True, slots=True)
class MetCard:
    """A week for which both said yes."""

    week: date
    items: tuple[BothCard, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class BesidePage:
    """What the page shows: weeks of one's own that have not met, and those that have."""

    name: str
    own: tuple[OwnWeek, ...]
    met: tuple[MetCard, ...]


def beside_page(two: Two, *, by: SignedIn, now: datetime) -> BesidePage:
    """Gather the page."""
    met = meetings(two.own.shown, two.other.shown)
    weeks = {one.week for one in met}
    ready = {one.week for one in two.own.shown}
    own = tuple(
        OwnWeek(week=week, answers=tuple(_named(said)), is_ready=week in ready)
        for week, said in own_weeks(by=by, now=now).items()
        if week not in weeks
    )
    return BesidePage(name=two.pair.name, own=own, met=tuple(map(_met, met)))


def own_weeks(*, by: SignedIn, now: datetime) -> Mapping[date, Mapping[str, int]]:
    """Give one's answers about the two of this week and the last, the later first."""
    this = week_of(checkins.today(by=by, now=now))
    shown = {one.id for one in _items()}
    found = checkins.weekly(by=by, since=this - ONE_WEEK, until=this)
    said = {
        one.week: {name: value for name, value in one.values.items() if name in shown}
        for one in reversed(found)
    }
    return {week: values for week, values in said.items() if values}


def _items() -> tuple[OwnItem, ...]:
    return tuple(one for one in items_of(Moment.WEEKLY) if one.about is About.TWO)


def _named(said: Mapping[str, int]) -> list[tuple[OwnItem, int]]:
    return [(one, said[one.id]) for one in _items() if one.id in said]


def _met(meeting: Meeting) -> MetCard:
    items = {one.id: one for one in _items()}
    return MetCard(
        week=meeting.week,
        items=tuple(
            BothCard(
                item=items[one.item], own=one.own, other=one.other, says=DISTANCES[one.distance]
            )
            for one in meeting.items
            if one.item in items
        ),
    )
