"""The places in which each ritual could lie, each with what it is worth.

A place counts from half its ritual's weight to all of it: that something happens at all weighs as
much as the best hour for it. At home the hour counts by everybody's rest, the day's rhythm, and
how far it is from what comes next; a message by how soon it is heard; what is tied to a shift's
event by lying next to it.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from aftershift.engines.basics.spans import (
    MINUTES_PER_DAY,
    QUARTER,
    Span,
    Spans,
    clip,
    quarter_from,
    subtract,
)
from aftershift.engines.windows.family import Member, off_duty
from aftershift.engines.windows.month import Group, Home
from aftershift.engines.windows.overlap import Role
from aftershift.engines.windows.ranking import energy_at
from aftershift.engines.windows.rituals import Energy, Every, Place, Tie, minutes_in_week

TIED_WITHIN = 120  # minutes from the event
SLEPT_WITHIN = 240  # home time that begins this long after work begins with a waking
CALM_MINUTES = 60
WHOLE, HALF = 1000, 500  # thousandths of a weight
NO_GROUP = -1
SECOND_CHOICE = 0.75
LONG = 30  # what lasts this long begins on the half hours
ANY_HOUR = 60  # for what asks for nothing one hour is as good as the next

Worth: TypeAlias = Callable[[int, int, int], float]  # of starts, ends, minute of the day
WorthIn: TypeAlias = Callable[[Span], Worth]  # in one stretch


class Slot(NamedTuple):
    """One place for one ritual: minutes since the epoch, and what it counts against.

    A tuple, not a record: a plan weighs thousands of them.
    """

    value: int
    starts: int
    ends: int
    group: int
    day: int  # of the plan, from 0
    bucket: int  # of its group: the day, the week, or 0
    people: int  # one bit for each member


def slots_of(groups: Sequence[Group], home: Home) -> list[Slot]:
    """List every place of every group's ritual, the most valuable first."""
    found = [slot for n, group in enumerate(groups) for slot in _slots(n, group, home)]
    found.sort(key=itemgetter(0), reverse=True)  # of equal worth: by ritual, then by time
    return found


def bucket_of(every: Every, day: int) -> int:
    """Number the stretch in which a ritual of one day of the plan is counted."""
    if every is Every.DAY:
        return day
    return day // 7 if every is Every.WEEK else 0


def slot_at(span: Span, number: int, groups: Sequence[Group], home: Home) -> Slot:
    """Make the place in which a ritual of a group lies already; it counts as its whole weight."""
    ritual, day = groups[number].ritual, home.day_of(span[0])
    return Slot(
        value=ritual.weight * WHOLE,
        starts=span[0],
        ends=span[1],
        group=number,
        day=day,
        bucket=bucket_of(ritual.every, day),
        people=groups[number].bits,
    )


def taken_by_all(span: Span, home: Home) -> Slot:
    """Make the place of something that is no ritual: it takes time, and one of its day and week."""
    day, everybody = home.day_of(span[0]), (1 << len(home.members)) - 1
    return Slot(0, span[0], span[1], NO_GROUP, day, 0, everybody)


def heard_at(minute: int, home: Home, sender: Member) -> int | None:
    """Find when a message reaches the first of the other partners: awake and off duty."""
    later = (minute, home.within[1] + MINUTES_PER_DAY)
    nexts = (off_duty(one, later) for one in home.partners if one is not sender)
    return min((spans[0][0] for spans in nexts if spans), default=None)


def _slots(number: int, group: Group, home: Home) -> Iterator[Slot]:
    ritual = group.ritual
    base = home.base(group)
    worth_in = _worth_of(group, home)
    for places in (_grid if ritual.tie is None else _tied)(base, group, home):
        worth, length = worth_in(places.stretch), places.length
        day = home.day_of(places.stretch[0])
        for start, choice in places.starts:
            while start >= home.days[day][1]:
                day += 1
            quality = worth(start, start + length, start - home.midnights[day]) * choice
            yield Slot(
                ritual.weight * (HALF + round(HALF * quality)),
                start,
                start + length,
                number,
                day,
                bucket_of(ritual.every, day),
                group.bits,
            )


class _Places(NamedTuple):
    """The beginnings in one stretch, each with the rank of its choice, and one length."""

    stretch: Span
    length: int
    starts: Sequence[tuple[int, float]]


def _grid(base: Spans, group: Group, home: Home) -> Iterator[_Places]:
    """Begin on quarter hours, or with the stretch where none leaves room."""
    lengths = _lengths(group, home)
    coarse = ANY_HOUR if group.ritual.energy is Energy.NONE else 0
    for stretch in base:
        length = lengths[home.day_of(stretch[0]) // 7]
        step = coarse or (QUARTER if length < LONG else 2 * QUARTER)
        starts = range(quarter_from(stretch[0]), stretch[1] - length + 1, step)
        alone = [stretch[0]] if stretch[1] - stretch[0] >= length else []
        yield _Places(stretch, length, [(start, 1.0) for start in starts or alone])


def _tied(base: Spans, group: Group, home: Home) -> Iterator[_Places]:
    """Begin where the event lets one, or half an hour from there; before leaving, backwards."""
    lengths = _lengths(group, home)
    seen: set[int] = set()
    is_before = group.ritual.tie is Tie.BEFORE_LEAVING
    for event in sorted(minute for one in group.members for minute in events_of(one, group, home)):
        around = (event - TIED_WITHIN, event) if is_before else (event, event + TIED_WITHIN)
        near = clip(base, around)
        for stretch in near[::-1] if is_before else near:
            length = lengths[home.day_of(stretch[0]) // 7]
            last = stretch[1] - length
            if last < stretch[0]:
                continue
            best, later = (last, -2 * QUARTER) if is_before else (stretch[0], 2 * QUARTER)
            choices = ((best, 1.0), (best + later, SECOND_CHOICE))
            fits = [one for one in choices if stretch[0] <= one[0] <= last and one[0] not in seen]
            seen.update(start for start, _choice in fits)
            yield _Places(stretch, length, sorted(fits))
            break


def events_of(member: Member, group: Group, home: Home) -> list[int]:
    """List the minutes of one person's events that a group's ritual is tied to."""
    person = member.availability
    if member.role is not Role.PARTNER:
        return []
    work = clip(subtract([person.covers], person.free), home.within)
    match group.ritual.tie:
        case Tie.AFTER_HANDOVER:
            return [ends for _starts, ends in work]
        case Tie.AFTER_RETURN:
            return [ends + member.commute for _starts, ends in work]
        case Tie.BEFORE_LEAVING:
            return [starts - member.commute for starts, _ends in work]
        case _:
            return _wakings(member, work, home)


def _wakings(member: Member, work: Spans, home: Home) -> list[int]:
    person = member.availability
    if person.sleep:
        return [ends for _starts, ends in clip(person.sleep, home.within)]
    ended = [ends for _starts, ends in work]
    return [
        starts
        for starts, _ends in clip(person.home_awake, home.within)
        if (at := bisect_left(ended, starts)) == 0 or starts - ended[at - 1] > SLEPT_WITHIN
    ]


def _lengths(group: Group, home: Home) -> list[int]:
    return [minutes_in_week(group.ritual, shared) for shared in home.shared_by_week]


# --- what a place is worth, 0 to 1 --------------------------------------------------


def _worth_of(group: Group, home: Home) -> WorthIn:
    if group.ritual.place is Place.MESSAGE:
        return _soon_heard(group, home)
    if group.ritual.place is Place.APART or group.ritual.energy is Energy.NONE:
        return lambda _stretch: lambda _starts, _ends, _clock: 1.0
    return _by_hour([] if group.ritual.energy is Energy.TALK else home.rested(group), group)


def _by_hour(rested: Spans, group: Group) -> WorthIn:
    """Weigh the rest in it, the day's rhythm at both ends, and the calm after it."""
    is_talk = group.ritual.energy is Energy.TALK  # which lies nowhere but where all are rested

    def worth_in(stretch: Span) -> Worth:
        inside = clip(rested, stretch)

        def worth(starts: int, ends: int, clock: int) -> float:
            rest = 1.0
            if not is_talk:
                minutes = sum(max(0, min(b, ends) - max(a, starts)) for a, b in inside)
                rest = minutes / (ends - starts)
            first, last = _rhythm(clock // QUARTER), _rhythm((clock + ends - starts) // QUARTER)
            calm = min(1.0, (stretch[1] - ends) / CALM_MINUTES)
            return 0.3 * rest + 0.5 * min(first, last) + 0.2 * calm

        return worth

    return worth_in


@lru_cache(maxsize=256)
def _rhythm(quarter: int) -> float:
    return energy_at(quarter * QUARTER)


def _soon_heard(group: Group, home: Home) -> WorthIn:
    (sender,) = group.members
    ears = [off_duty(one, home.within) for one in home.partners if one is not sender]

    def worth(_starts: int, ends: int, _clock: int) -> float:
        waits = (clip(heard, (ends, home.within[1])) for heard in ears)
        nexts = [spans[0][0] for spans in waits if spans]
        wait = min(nexts) - ends if nexts else MINUTES_PER_DAY
        return 1 - min(1.0, wait / MINUTES_PER_DAY)

    return lambda _stretch: worth
