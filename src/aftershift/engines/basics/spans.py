"""Stretches of time as whole minutes, and the algebra on them.

A minute is counted from 1970-01-01T00:00Z, so a clock change is nothing special here.
`Spans` are half-open `(starts, ends)` pairs, sorted, disjoint and never empty; every function
that takes `Spans` may rely on it and every function that returns them keeps it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import TypeAlias
from zoneinfo import ZoneInfo

Span: TypeAlias = tuple[int, int]
Spans: TypeAlias = Sequence[Span]

MINUTES_PER_DAY = 1440
QUARTER = 15
_NEVER: Span = (1 << 62, 1 << 62)


def minute_of(moment: datetime) -> int:
    """Count the whole minutes from the epoch to an aware moment."""
    return int(moment.timestamp() // 60)


def moment_of(minute: int) -> datetime:
    """Turn a minute back into a moment in UTC."""
    return datetime.fromtimestamp(minute * 60, tz=UTC)


@lru_cache(maxsize=4096)  # a page asks for the same few days thousands of times
def day_span(day: date, zone: ZoneInfo) -> Span:
    """Bound one local day: 23, 24 or 25 hours, midnight to midnight on the wall."""
    midnight = datetime.combine(day, time(), zone)
    following = datetime.combine(day + timedelta(days=1), time(), zone)
    return minute_of(midnight), minute_of(following)


def wall_minute(day: date, minutes: int, zone: ZoneInfo) -> int:
    """Find when the wall clock shows `minutes` after `day`'s midnight (it may be negative).

    A time that the clocks skip is read with the old offset; one that comes twice, as the first.
    """
    shown = datetime.combine(day, time()) + timedelta(minutes=minutes)
    return minute_of(shown.replace(tzinfo=zone))


def day_of(minute: int, zone: ZoneInfo) -> date:
    """Name the local day that a minute belongs to."""
    return datetime.fromtimestamp(minute * 60, tz=zone).date()


def minute_of_day(clock: time) -> int:
    """Count the minutes that a wall clock shows after midnight."""
    return clock.hour * 60 + clock.minute


def quarter_from(minute: int) -> int:
    """Give the first quarter of an hour at or after a minute."""
    return -(-minute // QUARTER) * QUARTER


def daily(within: Span, zone: ZoneInfo, *, starts: int, ends: int) -> Spans:
    """Repeat one stretch of the wall clock on each day, cut to one outer span.

    `starts` and `ends` are minutes after midnight; `ends` may pass 1440 into the next day.
    """
    if within[0] >= within[1]:
        return []
    day = day_of(within[0], zone) - timedelta(days=1 + ends // MINUTES_PER_DAY)
    last = day_of(within[1], zone)
    stretches: list[Span] = []
    while day <= last:
        stretches.append((wall_minute(day, starts, zone), wall_minute(day, ends, zone)))
        day += timedelta(days=1)
    return intersect(union(stretches), [within])


def union(stretches: Iterable[Span]) -> Spans:
    """Join any stretches, in any order, into spans; empty and inverted ones are dropped."""
    joined: list[Span] = []
    begins, reaches = _NEVER
    for starts, ends in sorted(stretch for stretch in stretches if stretch[0] < stretch[1]):
        if begins <= starts <= reaches:
            if ends > reaches:
                reaches = ends
        else:
            joined.append((begins, reaches))
            begins, reaches = starts, ends
    joined.append((begins, reaches))
    return joined[1:]


def intersect(one: Spans, other: Spans) -> Spans:
    """Keep what lies in both, by one sweep over the end points."""
    shared: list[Span] = []
    later = iter(other)
    starts, ends = next(later, _NEVER)
    for one_starts, one_ends in one:
        while ends <= one_starts:
            starts, ends = next(later, _NEVER)
        while ends < one_ends:
            shared.append((starts if starts > one_starts else one_starts, ends))
            starts, ends = next(later, _NEVER)
        if starts < one_ends:
            shared.append((starts if starts > one_starts else one_starts, one_ends))
    return shared


def intersect_all(several: Iterable[Spans], within: Span) -> Spans:
    """Keep what lies in every one of them, inside one outer span."""
    shared: Spans = [within] if within[0] < within[1] else []
    for n, spans in enumerate(several):
        shared = intersect(shared, spans) if n else clip(spans, within)
    return shared


def subtract(spans: Spans, taken: Spans) -> Spans:
    """Keep what lies in `spans` and not in `taken`, by one sweep over the end points."""
    left: list[Span] = []
    later = iter(taken)
    taken_starts, taken_ends = next(later, _NEVER)
    for starts, ends in spans:
        while taken_ends <= starts:
            taken_starts, taken_ends = next(later, _NEVER)
        while taken_starts < ends:
            if taken_starts > starts:
                left.append((starts, taken_starts))
            starts = taken_ends
            if starts >= ends:
                break
            taken_starts, taken_ends = next(later, _NEVER)
        if starts < ends:
            left.append((starts, ends))
    return left


def total(spans: Spans) -> int:
    """Add up the minutes."""
    return sum(ends - starts for starts, ends in spans)


def at_least(spans: Spans, minutes: int) -> Spans:
    """Keep the spans that last `minutes` or longer."""
    return [span for span in spans if span[1] - span[0] >= minutes]


def clip(spans: Spans, within: Span) -> Spans:
    """Keep what lies in one stretch, found by halving."""
    if within[0] >= within[1]:
        return []
    first = bisect_right(spans, within[0], key=_ends)
    stop = bisect_left(spans, within[1], key=_starts)
    kept = list(spans[first:stop])
    if kept:
        kept[0] = (max(kept[0][0], within[0]), kept[0][1])
        kept[-1] = (kept[-1][0], min(kept[-1][1], within[1]))
    return kept


def is_inside(span: Span, spans: Spans) -> bool:
    """Say whether a stretch lies wholly inside one of the spans."""
    return list(clip(spans, span)) == [span]


def meets(span: Span, spans: Spans) -> bool:
    """Say whether a stretch shares a minute with any of the spans."""
    return bool(clip(spans, span))


def _starts(span: Span) -> int:
    return span[0]


def _ends(span: Span) -> int:
    return span[1]
