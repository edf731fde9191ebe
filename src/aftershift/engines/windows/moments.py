"""Small things in real time: a few minutes of a week that are free, awake and at home.

A place never lies in sleep, at work, on the way, in the quiet hours, or between a night duty and
the next long sleep. One day holds one of them at most, and a week no more than somebody allows.
Each is a proposal: what is not wanted leaves nothing behind.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from aftershift.engines.basics.spans import (
    QUARTER,
    Span,
    Spans,
    at_least,
    clip,
    daily,
    day_of,
    day_span,
    intersect,
    is_inside,
    meets,
    minute_of,
    moment_of,
    quarter_from,
    subtract,
    total,
    union,
)
from aftershift.engines.windows.family import Member
from aftershift.engines.windows.month import Horizon
from aftershift.engines.windows.overlap import Availability, UnfitRule, WindowsError
from aftershift.engines.windows.ranking import energy_at

MOST_A_WEEK = 7
APART_DAYS = 2  # between two of them, where the week has room
NIGHT, NIGHT_MINUTES = (23 * 60, 30 * 60), 180  # as `rosters.facts`: no step at the end of one
OFFICE = (9 * 60, 17 * 60)


class Gap(StrEnum):
    """What kind of time a small thing needs."""

    TOGETHER = "together"  # both awake at home
    RESTED = "rested"  # both fit for a talk
    ALONE = "alone"  # oneself awake at home
    OFFICE = "office"  # oneself awake at home while offices are open
    HANDOVER = "handover"  # a day's work is done, the way home not begun


FOR_TWO = frozenset({Gap.TOGETHER, Gap.RESTED})


@dataclass(frozen=True, kw_only=True, slots=True)
class Idea:
    """Something small by its name, how long it takes, and which time it needs."""

    name: str
    minutes: int
    gap: Gap

    def __post_init__(self) -> None:
        if self.minutes < 1:
            reason = f"{self.name}: takes no time"
            raise WindowsError(reason)


@dataclass(frozen=True, kw_only=True, slots=True)
class Offered:
    """An idea in its place."""

    idea: Idea
    starts: datetime
    ends: datetime

    @property
    def span(self) -> Span:
        """When it is, in minutes since the epoch."""
        return minute_of(self.starts), minute_of(self.ends)


@dataclass(frozen=True, kw_only=True, slots=True)
class Ground:
    """The days that are looked at: one's own, the other's where there is one, and what is taken."""

    own: Member
    other: Member | None
    horizon: Horizon
    taken: Spans = ()

    @property
    def within(self) -> Span:
        """From now on to the end of the days."""
        days = self.horizon
        first = day_span(days.first, days.zone)[0]
        last = day_span(date.fromordinal(days.first.toordinal() + days.days - 1), days.zone)[1]
        starts = max(first, minute_of(days.now) + 1)
        return starts, max(starts, last)


def offer(ideas: Sequence[Idea], ground: Ground, *, room: int) -> tuple[Offered, ...]:
    """Offer the first ideas that find a place, `room` at most, in order of time.

    The soonest day goes first, then what lies two days away where that can be.
    """
    found: list[Offered] = []
    busy = {day_of(span[0], ground.horizon.zone) for span in ground.taken}
    for idea in ideas:
        if len(found) >= room:
            break
        place = place_of(idea, ground, busy)
        if place is not None:
            found.append(place)
            busy.add(day_of(place.span[0], ground.horizon.zone))
    return tuple(sorted(found, key=lambda one: one.starts))


def place_of(idea: Idea, ground: Ground, busy: set[date] | None = None) -> Offered | None:
    """Find the best place for one idea on a day that is not busy; None where there is none."""
    places = places_of(idea, ground)
    if busy is None:
        return places[0] if places else None
    zone = ground.horizon.zone
    free = [one for one in places if day_of(one.span[0], zone) not in busy]

    def crowded(one: Offered) -> bool:
        day = day_of(one.span[0], zone)
        return any(abs((day - other).days) < APART_DAYS for other in busy)

    return min(free, key=lambda one: (crowded(one), one.starts), default=None)


def places_of(idea: Idea, ground: Ground) -> tuple[Offered, ...]:
    """Give the best place of each day, the soonest day first."""
    best: dict[date, tuple[tuple[bool, float, int], int]] = {}
    rested = _rested(idea.gap, ground)
    zone = ground.horizon.zone
    for start in _starts(idea, ground):
        day = day_of(start, zone)
        clock = start - day_span(day, zone)[0]
        span = (start, start + idea.minutes)
        worth = (is_inside(span, rested), round(energy_at(clock), 2), -start)
        if day not in best or worth > best[day][0]:
            best[day] = worth, start
    return tuple(
        Offered(idea=idea, starts=moment_of(start), ends=moment_of(start + idea.minutes))
        for _worth, start in sorted(best.values(), key=lambda one: one[1])
    )


def first_fit(ideas: Sequence[Idea], ground: Ground) -> Offered | None:
    """Find the soonest place for the first idea that has one where no guard would warn of it."""
    for idea in ideas:
        fit = next((one for one in places_of(idea, ground) if is_fit(one, ground)), None)
        if fit is not None:
            return fit
    return None


def is_fit(place: Offered, ground: Ground) -> bool:
    """Say whether somebody is fit in a place by the rules of a hard talk; at work, not too late.

    What makes unfit is known at home only; after a shift there are the quiet hours.
    """
    if place.idea.gap is not Gap.HANDOVER:
        return is_inside(place.span, ground.own.availability.rested)
    starts, ends = ground.horizon.limits.quiet
    return not meets(
        place.span, daily(ground.within, ground.horizon.zone, starts=starts, ends=ends)
    )


def still_fits(span: Span, gap: Gap, ground: Ground) -> bool:
    """Say whether something lies well where it lies; what is begun or over is left alone."""
    if span[0] <= minute_of(ground.horizon.now):
        return True
    return is_inside(span, gaps_of(gap, ground))


def gaps_of(gap: Gap, ground: Ground) -> Spans:
    """Find the stretches of one kind, without what is taken already."""
    if gap in FOR_TWO and ground.other is None:
        return []
    if gap is Gap.HANDOVER:
        return subtract(_handovers(ground), ground.taken)
    people = [ground.own, *([ground.other] if gap in FOR_TWO and ground.other else [])]
    found: Spans = [ground.within]
    for one in people:
        person = one.availability
        awake = person.rested if gap is Gap.RESTED else person.home_awake
        found = intersect(found, subtract(awake, recovering(person)))
    starts, ends = ground.horizon.limits.quiet
    quiet = daily(ground.within, ground.horizon.zone, starts=starts, ends=ends)
    found = subtract(subtract(found, quiet), ground.taken)
    if gap in FOR_TWO:  # what is held of two moves as a window does, and that is no shorter
        found = at_least(found, ground.horizon.limits.moment_minutes)
    if gap is Gap.OFFICE:
        hours = daily(ground.within, ground.horizon.zone, starts=OFFICE[0], ends=OFFICE[1])
        weekdays = [one for one in hours if day_of(one[0], ground.horizon.zone).weekday() < 5]
        found = intersect(found, weekdays)
    return found


def recovering(person: Availability) -> Spans:
    """Find when somebody is between a night duty and the next long sleep."""
    return union(
        span for one in person.unfit if one.rule is UnfitRule.AFTER_NIGHTS for span in one.spans
    )


def _handovers(ground: Ground) -> Spans:
    """The minutes after a shift that was no night, before anybody drives."""
    person, zone = ground.own.availability, ground.horizon.zone
    work = subtract([person.covers], person.free)
    nights = daily(person.covers, zone, starts=NIGHT[0], ends=NIGHT[1])
    ends = [
        (over, over + QUARTER)
        for starts, over in work
        if total(clip(nights, (starts, over))) < NIGHT_MINUTES and over < person.covers[1]
    ]
    return clip(intersect(union(ends), person.free), ground.within)


def _rested(gap: Gap, ground: Ground) -> Spans:
    rested = ground.own.availability.rested
    if gap in FOR_TWO and ground.other is not None:
        return intersect(rested, ground.other.availability.rested)
    return rested


def _starts(idea: Idea, ground: Ground) -> Iterator[int]:
    """Begin on quarter hours, or with the stretch where none leaves room."""
    for starts, ends in at_least(gaps_of(idea.gap, ground), idea.minutes):
        rounds = range(quarter_from(starts), ends - idea.minutes + 1, QUARTER)
        if idea.gap is Gap.HANDOVER or not rounds:
            yield starts
        else:
            yield from rounds
