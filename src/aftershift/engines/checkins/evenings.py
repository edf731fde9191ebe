"""On which evenings a ritual is possible; which blocks of a plan a changed roster takes away."""

from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from aftershift.engines.basics.spans import (
    Span,
    Spans,
    at_least,
    clip,
    minute_of_day,
    wall_minute,
)
from aftershift.engines.checkins.experiments import Block, Evening

# Our own judgement: what a household calls the evening, and the least that is one.
BEGINS, ENDS = time(17), time(23)
LEAST_MINUTES = 30


def evening_span(day: date, zone: ZoneInfo) -> Span:
    """Bound the evening of a day on somebody's wall."""
    return (
        wall_minute(day, minute_of_day(BEGINS), zone),
        wall_minute(day, minute_of_day(ENDS), zone),
    )


def evenings_of(
    awake: Spans, *, known: Span, zone: ZoneInfo, days: Sequence[date], minutes: int
) -> tuple[Evening, ...]:
    """Say of each evening that lies in what is `known` whether there is time for the ritual.

    `awake` is when all who take part are awake at home; `minutes` are needed in one stretch, and
    never fewer than LEAST_MINUTES. An evening that is not known is left out.
    """
    found = []
    for day in days:
        evening = evening_span(day, zone)
        if known[0] <= evening[0] and evening[1] <= known[1]:
            room = place_in(awake, evening, minutes=minutes)
            found.append(Evening(day=day, possible=room is not None))
    return tuple(found)


def place_in(awake: Spans, evening: Span, *, minutes: int) -> Span | None:
    """Find the first stretch of an evening that is long enough; None where there is none."""
    needed = max(minutes, LEAST_MINUTES)
    return next(iter(at_least(clip(awake, evening), needed)), None)


def still_possible(
    blocks: Sequence[Block], evenings: Sequence[Evening], *, untouched: date
) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Part the blocks into those that stay and those that a changed roster takes away.

    A block goes only as a whole, and only where neither evening is before `untouched`, the first
    day of which nothing was answered: what is half known stays, or one could choose by outcome.
    An evening of which no roster speaks any more takes nothing away.
    """
    possible: Mapping[date, bool] = {one.day: one.possible for one in evenings}

    def goes(block: Block) -> bool:
        days = (block.with_ritual, block.without)
        return min(days) >= untouched and not all(possible.get(day, True) for day in days)

    return (
        tuple(one for one in blocks if not goes(one)),
        tuple(one for one in blocks if goes(one)),
    )


def days_from(first: date, count: int) -> tuple[date, ...]:
    """List some days, one after the other."""
    return tuple(first + timedelta(days=n) for n in range(count))
