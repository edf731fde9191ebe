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
    moment_of,
    quarter_from,
    subtract,
    total,
    union,
)
from aftershift.engines.windows.limits import Limits
from aftershift.engines.windows.overlap import (
    Availability,
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
    """Find the ways to and from work, which tempt nobody, of who shares times."""
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
