"""Stretches that look free and are not good: warn, say why, and say when is better."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from aftershift.engines.basics.spans import (
    MINUTES_PER_DAY,
    QUARTER,
    Span,
    Spans,
    at_least,
    clip,
    daily,
    intersect,
    is_inside,
    minute_of,
    moment_of,
    quarter_from,
    subtract,
    total,
    union,
)
from aftershift.engines.windows.limits import Limits
from aftershift.engines.windows.overlap import (
    Availability,
    Role,
    UnfitRule,
    WindowsError,
    awake_together,
    free_together,
    rested_together,
)
from aftershift.engines.windows.reasons import (
    RULE_REASONS,
    Reason,
    ReasonKind,
    asleep_before,
)

DAY_BEGINS = 9 * 60  # nobody is tempted before
AFTER_CURFEW = 120  # and after this long in the quiet hours nobody is up
SHORTEST = 60
JOINED_WITHIN = 30
ORDINARY = frozenset({ReasonKind.CURFEW, ReasonKind.JUST_WOKEN})  # every day has them


@dataclass(frozen=True, kw_only=True, slots=True)
class NotNow:
    """A stretch that looks free but is not good, why, and when is better (None: not in range)."""

    starts: datetime
    ends: datetime
    reason: Reason
    better: datetime | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Guarded:
    """Whether a moment is good for a hard talk, why not, and when next (None: not in range).

    `reasons` begin with the reader's own, the one that takes most of the talk first; of others it
    is only said that it is not good for them. `away` are the names of who works or is not home.
    """

    is_good: bool
    reasons: tuple[Reason, ...] = ()
    away: tuple[str, ...] = ()
    better: datetime | None = None


def guard(people: Sequence[Availability], *, at: datetime, minutes: int) -> Guarded:
    """Look at a talk before it begins: warn when anybody is not fit for it, and name the next slot.

    Not fit is: short of sleep, within an hour of waking, past the curfew, off the last night, too
    tired, or may be called. The first of `people` is the reader: only her own lack of sleep is
    named. `better` is the next quarter of an hour from which all are fit for `minutes`. Raises
    WindowsError for nobody, or a talk without length.
    """
    if not people or minutes < 1:
        reason = "a guard looks at somebody, and at a minute or more"
        raise WindowsError(reason)
    starts = minute_of(at)
    talk = (starts, starts + minutes)
    if all(is_inside(talk, person.rested) for person in people):
        return Guarded(is_good=True)
    reader, *others = people
    curfew = [one.spans for one in reader.unfit if one.rule is UnfitRule.CURFEW]
    before_curfew = subtract([talk], curfew[0] if curfew else ())
    hers = tuple(
        Reason(kind=ReasonKind.NOT_GOOD_FOR_THEM, name=person.name)
        for person in others
        if is_inside(talk, person.free) and subtract(before_curfew, person.rested)
    )
    return Guarded(
        is_good=False,
        reasons=(*_own_reasons(talk, reader), *hers),
        away=tuple(person.name for person in people if not is_inside(talk, person.free)),
        better=_next_good(people, talk),
    )


def _own_reasons(talk: Span, reader: Availability) -> list[Reason]:
    found = [(total(clip(reader.sleep, talk)), ReasonKind.ASLEEP)]
    found += [(total(clip(one.spans, talk)), RULE_REASONS[one.rule]) for one in reader.unfit]
    found.sort(key=lambda one: -one[0])
    return [
        Reason(kind=kind, minutes=_minutes_named(kind, talk, reader))
        for taken, kind in found
        if taken
    ]


def _next_good(people: Sequence[Availability], talk: Span) -> datetime | None:
    until = min(person.covers[1] for person in people)
    for starts, ends in rested_together(people, (talk[0], until)):
        if quarter_from(starts) + talk[1] - talk[0] <= ends:
            return moment_of(quarter_from(starts))
    return None


def not_now(
    people: Sequence[Availability], *, zone: ZoneInfo, within: Span, limits: Limits
) -> tuple[NotNow, ...]:
    """Find the stretches to warn of, the most tempting first.

    A stretch tempts where all calendars are free in the daytime, or all are still awake after the
    curfew, and not all are fit for a talk. The first of `people` is the reader: only her own lack
    of sleep is named.
    """
    awake = awake_together(people, within)
    rested = rested_together(people, within)
    good = at_least([(quarter_from(a), b) for a, b in rested], limits.talk_minutes)
    warnings = []
    for stretch in _tempting(people, zone, within, limits):
        reason = _reason(stretch, people)
        weight = total(clip(awake, stretch)) + (stretch[1] - stretch[0]) / 4
        weight *= 0.2 if reason.kind in ORDINARY else 1.0
        weight *= 1 / (1 + (stretch[0] - within[0]) / (7 * MINUTES_PER_DAY))
        warnings.append((-weight, _warning(stretch, reason, good)))
    warnings.sort(key=lambda warning: (warning[0], warning[1].starts))
    return tuple(warning for _weight, warning in warnings)


def _tempting(
    people: Sequence[Availability], zone: ZoneInfo, within: Span, limits: Limits
) -> Spans:
    curfew = limits.quiet[0]
    days = daily(within, zone, starts=DAY_BEGINS, ends=max(curfew, DAY_BEGINS))
    nights = daily(within, zone, starts=curfew, ends=curfew + AFTER_CURFEW)
    free, awake = free_together(people, within), awake_together(people, within)
    looks_free = union([*intersect(free, days), *intersect(awake, nights)])
    unfit = subtract(looks_free, rested_together(people, within))
    for person in people:
        unfit = subtract(unfit, _known_bound(person))
    joined = union((starts, ends + JOINED_WITHIN) for starts, ends in unfit)
    return at_least([(starts, ends - JOINED_WITHIN) for starts, ends in joined], SHORTEST)


def _known_bound(person: Availability) -> Spans:
    """Find the ways to and from work, which tempt nobody, of who shares times.

    A child in bed tempts nobody either.
    """
    if person.role is Role.CHILD:
        return subtract([person.covers], person.home_awake)
    if not person.sleep:
        return ()
    return subtract(subtract(person.free, person.home_awake), person.sleep)


def _reason(stretch: Span, people: Sequence[Availability]) -> Reason:
    reader, *others = people
    own = [(ReasonKind.ASLEEP, clip(reader.sleep, stretch))]
    own += [(RULE_REASONS[one.rule], clip(one.spans, stretch)) for one in reader.unfit]
    taken = total(union(span for _kind, spans in own for span in spans))
    hers = [(total(clip(person.rested, stretch)), person.name) for person in others]
    if 2 * taken >= stretch[1] - stretch[0] or not hers:
        kind, _spans = max(own, key=lambda one: total(one[1]))
        return Reason(kind=kind, minutes=_minutes_named(kind, stretch, reader))
    return Reason(kind=ReasonKind.NOT_GOOD_FOR_THEM, name=min(hers, key=lambda one: one[0])[1])


def _minutes_named(kind: ReasonKind, stretch: Span, reader: Availability) -> int:
    if kind in {ReasonKind.SHORT_SLEEP, ReasonKind.AFTER_NIGHTS}:
        return asleep_before(stretch[1], reader)
    return 0


def _warning(stretch: Span, reason: Reason, good: Spans) -> NotNow:
    """Put a stretch into words' reach: to the quarter hour, for predictions are no finer."""
    better = next((starts for starts, _ends in good if starts >= stretch[1]), None)
    return NotNow(
        starts=moment_of(stretch[0] // QUARTER * QUARTER),
        ends=moment_of(quarter_from(stretch[1])),
        reason=reason,
        better=None if better is None else moment_of(better),
    )
