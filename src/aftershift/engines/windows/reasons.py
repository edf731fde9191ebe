"""The facts behind a window or a "not now", as constants with their numbers and names.

The first of `people` is the reader. Of her own sleep and work anything may be said; of another's
only what they share, and of another's lack of sleep nothing, ever.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from aftershift.engines.basics.spans import (
    MINUTES_PER_DAY,
    Span,
    Spans,
    clip,
    day_of,
    day_span,
    moment_of,
    total,
    wall_minute,
)
from aftershift.engines.sleep.episodes import ASLEEP_SHARE
from aftershift.engines.windows.limits import Limits
from aftershift.engines.windows.overlap import Availability, Role, UnfitRule

SLEPT_MINUTES = 360
HOME_WITHIN = 240  # "home from" is said for this long after coming home
NEAR_CURFEW = 90
NEAR_BEDTIME = 180  # a child's bedtime is a reason for an afternoon, not for a morning


class ReasonKind(StrEnum):
    """Every reason there is; the page and the terminal hold the words for each."""

    BOTH_SLEPT = "both_slept"  # all slept over `minutes` (their times are shared)
    YOU_SLEPT = "you_slept"  # the reader did
    HOME_FROM = "home_from"  # `name` is home from work `at`
    SCHOOL_UNTIL = "school_until"  # `name`, a child, is back from school `at`
    BEFORE_BEDTIME = "before_bedtime"  # ends before the first child's, `name`, goes to bed `at`
    NOBODY_WORKS = "nobody_works"  # the whole local day is free for all
    BEFORE_CURFEW = "before_curfew"  # ends `minutes` before the curfew
    RESTED_TOGETHER = "rested_together"  # part of `minutes` in which all are fit for a talk
    AWAKE_TOGETHER = "awake_together"  # part of `minutes` in which all are awake and home
    ASLEEP = "asleep"  # the reader will likely be asleep
    AFTER_NIGHTS = "after_nights"  # the reader comes off nights; `minutes` asleep in 24 h
    SHORT_SLEEP = "short_sleep"  # the reader slept `minutes` in 24 h
    TIRED = "tired"  # the reader is too sleepy by then
    JUST_WOKEN = "just_woken"  # the reader has hardly woken
    ON_CALL = "on_call"  # the reader may be called
    CURFEW = "curfew"  # the quiet hours have begun
    NOT_GOOD_FOR_THEM = "not_good_for_them"  # it is not a good time for `name`; no more is said


RULE_REASONS = {rule: ReasonKind(rule.value) for rule in UnfitRule}


@dataclass(frozen=True, kw_only=True, slots=True)
class Reason:
    """One fact behind a window or a "not now": a constant kind with its numbers and names.

    The words are made by the page and the terminal, in the reader's language.
    """

    kind: ReasonKind
    name: str = ""
    minutes: int = 0
    at: datetime | None = None


def reasons_for(
    window: Span, people: Sequence[Availability], *, zone: ZoneInfo, limits: Limits
) -> tuple[Reason, ...]:
    """Say why a window is a good one, the strongest reason first; the last holds for each."""
    return (
        *_before_bedtime(window, people),
        *_slept(window, people),
        *_home_from(window, people),
        *_school_until(window, people),
        *_nobody_works(window, people, zone),
        *_before_curfew(window, zone, limits),
    )


def asleep_before(minute: int, person: Availability) -> int:
    """Count the likely minutes asleep in the 24 h before; 0 where they are not known."""
    day_before = (minute - MINUTES_PER_DAY, minute)
    if day_before[0] < person.covers[0]:
        return 0
    return round(ASLEEP_SHARE * total(clip(person.sleep, day_before)))


def _slept(window: Span, people: Sequence[Availability]) -> list[Reason]:
    rested = [_longest_sleep_before(window[0], person.sleep) > SLEPT_MINUTES for person in people]
    if all(rested):
        return [Reason(kind=ReasonKind.BOTH_SLEPT, minutes=SLEPT_MINUTES)]
    if rested[0] and not any(person.sleep for person in people[1:]):
        return [Reason(kind=ReasonKind.YOU_SLEPT, minutes=SLEPT_MINUTES)]
    return []


def _longest_sleep_before(minute: int, sleep: Spans) -> float:
    """Give the minutes asleep in the longest sleep that ended in the last 20 hours."""
    lately = clip(sleep, (minute - 2 * MINUTES_PER_DAY, minute))
    lengths = [ends - starts for starts, ends in lately if minute - 20 * 60 < ends < minute]
    return ASLEEP_SHARE * max(lengths, default=0)


def _home_from(window: Span, people: Sequence[Availability]) -> list[Reason]:
    found = []
    for person in _adults(people):
        before = (window[0] - HOME_WITHIN, window[0])
        ended = max((ends for _starts, ends in clip(person.work, before)), default=None)
        if ended is None:
            continue
        home = [starts for starts, _ends in clip(person.home_awake, (ended, window[1]))]
        if home and home[0] > ended:
            at = moment_of(home[0])
            found.append(Reason(kind=ReasonKind.HOME_FROM, name=person.name, at=at))
    return found


def _school_until(window: Span, people: Sequence[Availability]) -> list[Reason]:
    """Name the child who is back from school last, where that is shortly before."""
    found = [
        (ends, child.name)
        for child in _children(people)
        for _starts, ends in clip(child.work, (window[0] - HOME_WITHIN, window[0]))
    ]
    if not found:
        return []
    ends, name = max(found)
    return [Reason(kind=ReasonKind.SCHOOL_UNTIL, name=name, at=moment_of(ends))]


def _before_bedtime(window: Span, people: Sequence[Availability]) -> list[Reason]:
    """Name the child who goes to bed first after the window."""
    found = [
        (starts, child.name)
        for child in _children(people)
        for starts, _ends in child.sleep
        if window[1] <= starts <= window[1] + NEAR_BEDTIME
    ]
    if not found:
        return []
    starts, name = min(found)
    return [Reason(kind=ReasonKind.BEFORE_BEDTIME, name=name, at=moment_of(starts))]


def _children(people: Sequence[Availability]) -> list[Availability]:
    return [person for person in people if person.role is Role.CHILD]


def _adults(people: Sequence[Availability]) -> list[Availability]:
    return [person for person in people if person.role is not Role.CHILD]


def _nobody_works(window: Span, people: Sequence[Availability], zone: ZoneInfo) -> list[Reason]:
    day = day_span(day_of(window[0], zone), zone)
    if all(list(clip(person.free, day)) == [day] for person in people):
        return [Reason(kind=ReasonKind.NOBODY_WORKS)]
    return []


def _before_curfew(window: Span, zone: ZoneInfo, limits: Limits) -> list[Reason]:
    curfew = wall_minute(day_of(window[1], zone), limits.quiet[0], zone)
    if 0 < curfew - window[1] <= NEAR_CURFEW:
        return [Reason(kind=ReasonKind.BEFORE_CURFEW, minutes=curfew - window[1])]
    return []
