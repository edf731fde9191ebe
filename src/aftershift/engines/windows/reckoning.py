"""Where the hours go: from what calendars say to what is fit for a real talk, part by part.

Every minute is counted once, at the first part that takes it, so the parts of a step add up to its
difference exactly. The first of the people is the reader: of her all is named. Of another only
what they share of their sleep and work, and of what makes them unfit nothing but that it is not a
good time.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from aftershift.engines.basics.spans import (
    Span,
    Spans,
    intersect,
    intersect_all,
    subtract,
    total,
    union,
)
from aftershift.engines.windows.overlap import Availability, UnfitRule, WindowsError


class PartKind(StrEnum):
    """What takes time from the time together; the page holds the words for each."""

    YOU_WORK = "you_work"
    THEY_WORK = "they_work"
    YOU_ASLEEP = "you_asleep"  # whether or not another is asleep too
    YOU_BOUND = "you_bound"  # getting ready, on the way, winding down after a night
    THEY_ASLEEP = "they_asleep"  # only of who shares times
    THEY_AWAY = "they_away"  # not home, or not awake; no more is said
    CURFEW = "curfew"
    ON_CALL = "on_call"
    JUST_WOKEN = "just_woken"
    AFTER_NIGHTS = "after_nights"
    SHORT_SLEEP = "short_sleep"
    TIRED = "tired"
    YOU_UNFIT = "you_unfit"  # where the reader's own rules are not known
    NOT_GOOD_FOR_THEM = "not_good_for_them"  # no more is said


# What the household drew and what a roster says count before what is only predicted.
RULES_IN_ORDER = (
    UnfitRule.CURFEW,
    UnfitRule.ON_CALL,
    UnfitRule.JUST_WOKEN,
    UnfitRule.AFTER_NIGHTS,
    UnfitRule.SHORT_SLEEP,
    UnfitRule.TIRED,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """Minutes that one thing takes; `name` is the other's where it is another's."""

    kind: PartKind
    minutes: int
    name: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reckoning:
    """The minutes that all rosters speak about, the three figures, and what lies between them.

    Each tuple of parts adds up to the difference of the two figures around it; parts of no minute
    are left out.
    """

    known: int
    at_work: tuple[Part, ...]
    free: int
    not_home_awake: tuple[Part, ...]
    awake: int
    not_fit: tuple[Part, ...]
    rested: int


@dataclass(frozen=True, kw_only=True, slots=True)
class _Loss:
    """What one part would take, were nothing taken before it."""

    kind: PartKind
    spans: Spans
    name: str = ""


def reckon(people: Sequence[Availability], within: Span) -> Reckoning:
    """Split the time that two or more share into parts, the first of them being the reader.

    Only what every roster speaks about is counted. Raises WindowsError for nobody.
    """
    if not people:
        reason = "nobody to reckon for"
        raise WindowsError(reason)
    known = intersect_all((union([one.covers]) for one in people), within)
    at_work, free = _split(known, _work(people, within))
    not_home_awake, awake = _split(free, _absence(people, within))
    not_fit, rested = _split(awake, _unfitness(people, within))
    return Reckoning(
        known=total(known),
        at_work=at_work,
        free=total(free),
        not_home_awake=not_home_awake,
        awake=total(awake),
        not_fit=not_fit,
        rested=total(rested),
    )


def _split(shared: Spans, losses: Iterable[_Loss]) -> tuple[tuple[Part, ...], Spans]:
    """Take one loss after another out of some spans; give what each took, and what is left."""
    parts = []
    for loss in losses:
        left = subtract(shared, loss.spans)
        if minutes := total(shared) - total(left):
            parts.append(Part(kind=loss.kind, minutes=minutes, name=loss.name))
        shared = left
    return tuple(parts), shared


def _work(people: Sequence[Availability], within: Span) -> Iterator[_Loss]:
    reader, *others = people
    yield _Loss(kind=PartKind.YOU_WORK, spans=subtract([within], reader.free))
    for one in others:
        spans = subtract([within], one.free)
        yield _Loss(kind=PartKind.THEY_WORK, spans=spans, name=one.name)


def _absence(people: Sequence[Availability], within: Span) -> Iterator[_Loss]:
    reader, *others = people
    absent = subtract([within], reader.home_awake)
    yield _Loss(kind=PartKind.YOU_ASLEEP, spans=intersect(absent, reader.sleep))
    yield _Loss(kind=PartKind.YOU_BOUND, spans=absent)
    for one in others:
        absent = subtract([within], one.home_awake)
        asleep = intersect(absent, one.sleep)
        yield _Loss(kind=PartKind.THEY_ASLEEP, spans=asleep, name=one.name)
        yield _Loss(kind=PartKind.THEY_AWAY, spans=absent, name=one.name)


def _unfitness(people: Sequence[Availability], within: Span) -> Iterator[_Loss]:
    reader, *others = people
    unfit = subtract([within], reader.rested)
    spans_of = {one.rule: one.spans for one in reader.unfit}
    for rule in RULES_IN_ORDER:
        spans = intersect(unfit, spans_of.get(rule, ()))
        yield _Loss(kind=PartKind(rule.value), spans=spans)
    yield _Loss(kind=PartKind.YOU_UNFIT, spans=unfit)
    for one in others:
        spans = subtract([within], one.rested)
        yield _Loss(kind=PartKind.NOT_GOOD_FOR_THEM, spans=spans, name=one.name)
