"""Which of the shared stretches to propose, and why; and which to warn of.

Only availability is looked at, never another person's alertness: that all are fit is in `rested`,
and the hour's energy is the day's rhythm that everybody has (C + U of the three-process model).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from math import cos, pi
from zoneinfo import ZoneInfo

from aftershift.engines.basics.spans import (
    MINUTES_PER_DAY,
    QUARTER,
    Span,
    Spans,
    at_least,
    clip,
    daily,
    minute_of,
    minute_of_day,
    moment_of,
    quarter_from,
    subtract,
    total,
)
from aftershift.engines.sleep.alertness import ACROPHASE, HALF_DAY_PEAK
from aftershift.engines.windows.limits import Limits
from aftershift.engines.windows.overlap import (
    Availability,
    Role,
    WindowsError,
    awake_together,
    rested_together,
)
from aftershift.engines.windows.reasons import Reason, ReasonKind, reasons_for
from aftershift.engines.windows.timing_guard import NotNow, not_now

__all__ = ["NotNow", "Proposals", "Reason", "ReasonKind", "Window", "WindowKind", "propose"]

AT_MOST = 3
SOON_DAYS = 14
ENERGY_RANGE = (-3.5, 2.2)  # what C + U run through in a day
SAME_KIND = 0.85  # a second proposal of one kind counts for less
SAME_HOURS = 0.95  # and one of the same part of the day
EVENING = 17 * 60


class WindowKind(StrEnum):
    """What a window is good for."""

    TALK = "talk"  # both rested, long enough for something that matters
    TIME = "time"  # an hour or more together, fit for a walk or a meal
    MOMENT = "moment"  # short: tea, a hug, ten minutes without a phone


LONGEST = {WindowKind.TALK: 60, WindowKind.TIME: 180, WindowKind.MOMENT: 20}
WORTH = {WindowKind.TALK: 1.0, WindowKind.TIME: 0.85, WindowKind.MOMENT: 0.6}


@dataclass(frozen=True, kw_only=True, slots=True)
class Window:
    """A stretch that is proposed; `score` 0-100, `reasons` the strongest first."""

    starts: datetime
    ends: datetime
    kind: WindowKind
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposals:
    """At most three windows, the best first, and what to warn of, the most tempting first."""

    windows: tuple[Window, ...]
    not_now: tuple[NotNow, ...]


def propose(
    people: Sequence[Availability], *, zone: ZoneInfo, span: Span, now: datetime, limits: Limits
) -> Proposals:
    """Propose windows of a span from `now` on, and warn of what only looks like one.

    The first of `people` is the reader; `zone` is hers. A window lies where all are awake, home
    and not bound, before the curfew, so it can neither cut a predicted sleep nor meet work; a
    talk lies where all are rested. There is at most one on a day. The same input gives the same
    answer. Raises WindowsError where there is nobody to propose for.
    """
    if not people:
        reason = "nobody to propose for"
        raise WindowsError(reason)
    starts = max(span[0], minute_of(now))
    within = (starts, max(span[1], starts))
    scene = _Scene(people=people, zone=zone, within=within, limits=limits)
    chosen = _choose(list(_candidates(scene)))
    windows = tuple(_window(one, scene) for one in chosen)
    return Proposals(
        windows=windows, not_now=not_now(people, zone=zone, within=within, limits=limits)
    )


def stretches_for(
    kind: WindowKind,
    people: Sequence[Availability],
    *,
    zone: ZoneInfo,
    within: Span,
    limits: Limits,
) -> Spans:
    """Find the stretches in which a window of one kind may lie; no real talk with a child in it."""
    if kind is WindowKind.TALK and any(person.role is Role.CHILD for person in people):
        return []
    shared = rested_together if kind is WindowKind.TALK else awake_together
    starts, ends = limits.quiet
    quiet = daily(within, zone, starts=starts, ends=ends)
    return at_least(subtract(shared(people, within), quiet), shortest(kind, limits))


def shortest(kind: WindowKind, limits: Limits) -> int:
    """Give the least minutes that are still a window of one kind."""
    return {
        WindowKind.TALK: limits.talk_minutes,
        WindowKind.TIME: limits.time_minutes,
        WindowKind.MOMENT: limits.moment_minutes,
    }[kind]


# --- candidates, their scores, and the choice -------------------------------------


@dataclass(frozen=True, kw_only=True, slots=True)
class _Scene:
    people: Sequence[Availability]
    zone: ZoneInfo
    within: Span
    limits: Limits


@dataclass(frozen=True, kw_only=True, slots=True)
class _Candidate:
    span: Span
    stretch: Span
    kind: WindowKind
    day: int  # ordinal of the local day
    clock: int  # minutes after midnight at its start
    score: float  # 0-1


def _candidates(scene: _Scene) -> Iterator[_Candidate]:
    """Walk each kind's best place in each stretch of each local day."""
    rested = rested_together(scene.people, scene.within)
    for kind in WindowKind:
        for stretch in stretches_for(
            kind, scene.people, zone=scene.zone, within=scene.within, limits=scene.limits
        ):
            if kind is WindowKind.MOMENT and stretch[1] - stretch[0] >= scene.limits.time_minutes:
                continue  # an hour is worth more than a moment
            spots = list(_spots(kind, stretch, scene))
            inside = clip(rested, stretch)
            yield max(
                (_scored(kind, spot, stretch, inside, scene) for spot in spots),
                key=lambda one: (one.score, -one.span[0]),
            )


def _spots(kind: WindowKind, stretch: Span, scene: _Scene) -> Iterator[Span]:
    """Start on the quarter hours of a stretch, or at its beginning where none leaves room."""
    least = shortest(kind, scene.limits)
    longest = max(LONGEST[kind], least)
    starts = range(quarter_from(stretch[0]), stretch[1] - least + 1, QUARTER)
    for start in starts or (stretch[0],):
        yield start, min(start + longest, stretch[1])


def _scored(
    kind: WindowKind, span: Span, stretch: Span, rested: Spans, scene: _Scene
) -> _Candidate:
    """Weigh the hour's energy, the length, the rest in it and how soon it is."""
    local = moment_of(span[0]).astimezone(scene.zone)
    clock = minute_of_day(local.time())
    length = span[1] - span[0]
    energy = min(energy_at(clock), energy_at(clock + length))
    days_ahead = (span[0] - scene.within[0]) / MINUTES_PER_DAY
    score = WORTH[kind] * (
        0.25 * energy
        + 0.25 * min(1.0, length / LONGEST[kind])
        + 0.3 * total(clip(rested, span)) / length
        + 0.2 * max(0.0, 1 - days_ahead / SOON_DAYS)
    )
    return _Candidate(
        span=span,
        stretch=stretch,
        kind=kind,
        day=local.date().toordinal(),
        clock=clock,
        score=score,
    )


def energy_at(clock: int) -> float:
    """Give the day's rhythm at a minute of the day as 0-1.

    Reference: Ingre et al. 2014, C and U of the three-process model.
    """
    hour = clock / 60
    rhythm = 2.5 * cos(pi / 12 * (hour - ACROPHASE))
    rhythm += -0.5 + 0.5 * cos(pi / 6 * (hour - ACROPHASE - HALF_DAY_PEAK))
    low, high = ENERGY_RANGE
    return min(1.0, max(0.0, (rhythm - low) / (high - low)))


def _choose(candidates: list[_Candidate]) -> list[_Candidate]:
    """Take the best, then the best of another day, of another kind and hour if it can be."""
    chosen: list[_Candidate] = []
    while len(chosen) < AT_MOST:
        left = [one for one in candidates if all(one.day != other.day for other in chosen)]
        if not left:
            break
        chosen.append(max(left, key=lambda one: (_with_variety(one, chosen), -one.span[0])))
    return chosen


def _with_variety(candidate: _Candidate, chosen: list[_Candidate]) -> float:
    score = candidate.score
    for other in chosen:
        score *= SAME_KIND if other.kind is candidate.kind else 1.0
        score *= SAME_HOURS if (other.clock < EVENING) == (candidate.clock < EVENING) else 1.0
    return score


def _window(one: _Candidate, scene: _Scene) -> Window:
    together = (
        ReasonKind.RESTED_TOGETHER if one.kind is WindowKind.TALK else ReasonKind.AWAKE_TOGETHER
    )
    minutes = one.stretch[1] - one.stretch[0]
    return Window(
        starts=moment_of(one.span[0]),
        ends=moment_of(one.span[1]),
        kind=one.kind,
        score=round(100 * one.score, 1),
        reasons=(
            *reasons_for(one.span, scene.people, zone=scene.zone, limits=scene.limits),
            Reason(kind=together, minutes=minutes),
        ),
    )
