"""What the page over time shows: each scale of an instrument, drawn, as a table, and judged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise

from aftershift.engines.checkins.change import basis
from aftershift.engines.checkins.charting import HIGHEST, Chart, chart
from aftershift.engines.checkins.instruments import Instrument, Scale
from aftershift.engines.checkins.trend import Point
from aftershift.engines.checkins.waves import waves
from aftershift.web.instruments import queries
from aftershift.web.instruments.cards import scored
from aftershift.web.instruments.papers import Kept
from aftershift.web.instruments.words import COURSES
from aftershift.web.people.signed_in import SignedIn

Result = tuple[date, float]


@dataclass(frozen=True, kw_only=True, slots=True)
class ScaleOverTime:
    """One scale: its drawing from its lowest number to its highest, and what may be said."""

    scale: Scale
    results: tuple[Result, ...]
    chart: Chart
    says: Promise | str
    basis: str


@dataclass(frozen=True, kw_only=True, slots=True)
class HistoryPage:
    """An instrument over time; `straight` results are in no drawing, for nobody reads them."""

    key: Instrument
    slug: str
    scales: tuple[ScaleOverTime, ...]
    kept: tuple[tuple[Kept, date], ...]  # the newest first
    straight: int
    is_offered: bool


def history_page(key: Instrument, *, by: SignedIn) -> HistoryPage:
    """Score everything that was kept anew, by today's key."""
    kept = queries.kept_of(key.id, by=by)
    days = queries.days_of(kept, by=by)
    results = [(day, scored(key, one.answers)) for day, one in zip(days, kept, strict=True)]
    read = [(day, one.scores) for day, one in results if not one.is_straight]
    return HistoryPage(
        key=key,
        slug=queries.slug_of(key),
        scales=tuple(_over_time(scale, read) for scale in key.scales if not scale.is_given),
        kept=tuple(zip(kept[::-1], days[::-1], strict=True)),
        straight=len(results) - len(read),
        is_offered=queries.slug_of(key) in queries.offered(),
    )


def _over_time(scale: Scale, read: Sequence[tuple[date, Mapping[str, Any]]]) -> ScaleOverTime:
    """Draw and judge; of two results of one day the later one counts."""
    by_day = {day: float(said[scale.id]) for day, said in read if said[scale.id] is not None}
    results = tuple(sorted(by_day.items()))
    found = waves(scale, results)
    return ScaleOverTime(
        scale=scale,
        results=results,
        chart=_drawn(scale, results, found.points),
        says=COURSES[found.course],
        basis=basis(scale.reliability) if found.points else "",
    )


def _drawn(scale: Scale, results: tuple[Result, ...], points: tuple[Point, ...]) -> Chart:
    """Lay a scale's own numbers out on the drawing's, from its lowest to its highest."""

    def up(value: float) -> float:
        return HIGHEST * (value - scale.low) / (scale.high - scale.low)

    return chart(
        [(day, up(value)) for day, value in results],
        [(day, up(level), up(low), up(high)) for day, level, low, high in points],
        first=results[0][0] if results else date.min,
        last=results[-1][0] if results else date.min,
    )
