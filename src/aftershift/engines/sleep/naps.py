"""Naps that are worth proposing around night work: suggestions only, never assumed as sleep.

Reference: NIOSH training for nurses on shift work, modules 7 and 9 (90 min in the afternoon before
a first night, 20-30 min on duty); PMC4889223. That a nap on duty lies at 02:30-04:00, that it ends
an hour before work does (grogginess on the way home), and when a short sleep asks for one are
judgements.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from zoneinfo import ZoneInfo

from aftershift.engines.basics.spans import (
    Span,
    Spans,
    at_least,
    clip,
    day_of,
    intersect,
    meets,
    minute_of,
    moment_of,
    subtract,
    union,
    wall_minute,
)
from aftershift.engines.rosters.shifts import Kind, Shift
from aftershift.engines.sleep.gaps import ONLY_SLEEP_WITHIN, STILL_NIGHT
from aftershift.engines.sleep.sleeps import Episode, Habits

LONG_NAP = 90  # one cycle: wakes out of light sleep
SHORT_NAP = 30  # to lie down and to sleep about 20
AFTERNOON = (14 * 60, 17 * 60)
ON_DUTY = (2 * 60 + 30, 4 * 60)
SETTLED = 120  # on duty before a break is taken
CLEAR_HEAD = 60  # between a nap on duty and the end of work
SHORT_SLEEP = 300  # asleep; a main sleep below this asks for a nap
AWAKE_FIRST = 180  # between a main sleep and a nap after it
BEFORE_BED = 360  # between a nap and the next main sleep


class NapReason(StrEnum):
    """What a nap is for."""

    BEFORE_FIRST_NIGHT = "before_first_night"
    ON_DUTY = "on_duty"  # where the ward allows it
    RECOVERY = "recovery"  # after a short main sleep


@dataclass(frozen=True, kw_only=True, slots=True)
class Nap:
    """One suggestion, in UTC."""

    starts: datetime
    ends: datetime
    why: NapReason


@dataclass(frozen=True, kw_only=True, slots=True)
class _Days:
    """One person's days as naps see them."""

    zone: ZoneInfo
    nights: Spans  # duties that hold the hours for a nap on duty
    sleeps: Sequence[Episode]
    home: Spans  # awake at home


def nap_suggestions(
    shifts: Sequence[Shift],
    habits: Habits,
    episodes: Sequence[Episode],
    *,
    zone: ZoneInfo,
    within: Span,
) -> tuple[Nap, ...]:
    """Suggest naps that start inside a span of minutes, given the likely sleep around it.

    Naps are in order and never overlap; one at home meets no sleep, no work and no way there.
    """
    work = union((minute_of(s.starts), minute_of(s.ends)) for s in shifts if s.kind is Kind.WORK)
    before = habits.prepare + habits.commute
    bound = [(starts - before, ends + habits.commute) for starts, ends in work]
    outer = (within[0] - 2880, within[1] + 2880)
    days = _Days(
        zone=zone,
        nights=[one for one in work if _nights_in(one, zone)],
        sleeps=episodes,
        home=subtract([outer], union([*bound, *(one.span for one in episodes)])),
    )
    found = [*_before_first_nights(days, before), *_on_duty(days), *_recovery(days)]
    return tuple(sorted(_apart(found, within), key=lambda one: one.starts))


def _apart(found: Iterable[tuple[Span, NapReason]], within: Span) -> Iterator[Nap]:
    """Keep the first reason where two fall on each other."""
    taken: Spans = []
    for span, why in found:
        if within[0] <= span[0] < within[1] and not meets(span, taken):
            taken = union([*taken, span])
            yield Nap(starts=moment_of(span[0]), ends=moment_of(span[1]), why=why)


def _before_first_nights(days: _Days, before: int) -> Iterator[tuple[Span, NapReason]]:
    """Take the afternoon before a night that no other night led up to."""
    for earlier, duty in pairwise([None, *days.nights]):
        if duty is None or (earlier and duty[0] - earlier[1] <= ONLY_SLEEP_WITHIN):
            continue
        day = day_of(duty[0] - before, days.zone)
        for span in _last_of(_home_on(day, days), LONG_NAP):
            yield span, NapReason.BEFORE_FIRST_NIGHT


def _on_duty(days: _Days) -> Iterator[tuple[Span, NapReason]]:
    for duty in days.nights:
        for night in _nights_in(duty, days.zone):
            settled = clip([night], (duty[0] + SETTLED, duty[1] - CLEAR_HEAD))
            for span in at_least(settled, SHORT_NAP)[:1]:
                yield (span[0], span[0] + SHORT_NAP), NapReason.ON_DUTY


def _recovery(days: _Days) -> Iterator[tuple[Span, NapReason]]:
    """Take the afternoon after a short main sleep: long before a night, short before a bedtime."""
    for one, following in pairwise([*days.sleeps, None]):
        if one is None or one.asleep_minutes >= SHORT_SLEEP:
            continue
        starts, bed = one.span[1] + AWAKE_FIRST, following.span[0] if following else None
        works_tonight = any(one.span[1] < duty[0] <= one.span[1] + 1440 for duty in days.nights)
        if not (works_tonight or _is_by_night(one, days.zone)):
            continue  # the short one after a last night is short to be tired at bedtime
        length = LONG_NAP if works_tonight else SHORT_NAP
        ends = bed - BEFORE_BED if bed and not works_tonight else starts + 1440
        afternoon = clip(_home_on(day_of(one.span[1], days.zone), days), (starts, ends))
        for span in _last_of(afternoon, length):
            yield span, NapReason.RECOVERY


def _is_by_night(one: Episode, zone: ZoneInfo) -> bool:
    """Say whether a sleep began before 04:00 on the day of its waking, or the evening before."""
    return day_of(one.span[0] - STILL_NIGHT, zone) < day_of(one.span[1], zone)


def _home_on(day: date, days: _Days) -> Spans:
    """Find when somebody is awake at home in one afternoon."""
    opens, closes = (wall_minute(day, minutes, days.zone) for minutes in AFTERNOON)
    return intersect(days.home, [(opens, closes)])


def _last_of(spans: Spans, minutes: int) -> list[Span]:
    return [(span[1] - minutes, span[1]) for span in at_least(spans, minutes)[-1:]]


def _nights_in(duty: Span, zone: ZoneInfo) -> list[Span]:
    """Find the hours for a nap in each night that a duty holds whole."""
    first, last = day_of(duty[0], zone), day_of(duty[1], zone)
    nights = []
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        opens, closes = (wall_minute(day, minutes, zone) for minutes in ON_DUTY)
        if duty[0] <= opens and closes <= duty[1]:
            nights.append((opens, closes))
    return nights
