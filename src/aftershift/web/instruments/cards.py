"""What the pages of instruments show: each number with what it can and cannot say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise

from aftershift.engines.checkins.change import Change, Verdict, changes
from aftershift.engines.checkins.instruments import Better, Flag, Instrument, Scale
from aftershift.engines.checkins.scoring import Scored, score
from aftershift.engines.checkins.waves import FEWEST
from aftershift.engines.safety.touches import gravest
from aftershift.library.instruments import load_instruments
from aftershift.web.instruments import queries
from aftershift.web.instruments.papers import Kept
from aftershift.web.instruments.queries import Offered
from aftershift.web.instruments.words import LICENCES, VERDICTS
from aftershift.web.people.signed_in import SignedIn

NEWEST = 3  # results of an instrument on the first page; all are on the page over time
BATTERY = ("PHQ-4", "GAD-7", "PHQ-9", "ONS4", "CBI", "ProQOL-5", "CSI-4", "CSI-16", "UCLA-3")


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangeCard:
    """A change since the last result that was kept, in words."""

    since: date
    difference: float
    rc95: float | None
    says: Promise | str
    basis: str
    meaningful: str
    meaningful_points: float | None
    is_meaningful: bool | None


@dataclass(frozen=True, kw_only=True, slots=True)
class ScaleCard:
    """One number: its range, whose band it lies in, and what changed."""

    scale: Scale
    value: float | None
    band: str
    higher_is: str  # "better", "worse" or nothing
    lines: tuple[tuple[Flag, bool], ...]
    change: ChangeCard | None


@dataclass(frozen=True, kw_only=True, slots=True)
class ResultPage:
    """A result; `is_straight` holds every reading of it back."""

    key: Instrument
    copyright: str
    scales: tuple[ScaleCard, ...]
    estimates: tuple[tuple[str, float], ...]  # what the answered items would come to
    missing: int
    is_straight: bool
    was_straight: bool  # the earlier one, so that nothing is compared
    may_trend: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptOf:
    """The newest results that were kept of one instrument, each with its day."""

    slug: str
    name: str
    newest: tuple[tuple[Kept, date], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ShelfPage:
    """What may be answered here, what was kept, and what a host could import."""

    offered: tuple[Offered, ...]
    kept: tuple[KeptOf, ...]
    could: tuple[tuple[Instrument, Promise | str], ...]


def shelf(*, by: SignedIn) -> ShelfPage:
    """Gather the first page."""
    here = queries.offered()
    keys = load_instruments()
    by_name: dict[str, list[tuple[Kept, date]]] = {}
    kept = queries.paper(by=by).kept[::-1]
    for one, day in zip(kept, queries.days_of(kept, by=by), strict=True):
        by_name.setdefault(one.instrument, []).append((one, day))
    return ShelfPage(
        offered=tuple(here.values()),
        kept=tuple(
            KeptOf(
                slug=queries.slug_of(keys[name]),
                name=keys[name].name,
                newest=tuple(results[:NEWEST]),
            )
            for name, results in by_name.items()
            if name in keys
        ),
        could=tuple(
            (keys[name], LICENCES[keys[name].licence])
            for name in BATTERY
            if name not in {one.key.id for one in here.values()}
        ),
    )


def scored(key: Instrument, answers: Mapping[str, int]) -> Scored:
    """Score answers by item; what is not there is missing."""
    flat = [answers.get(one.id) for one in key.items]
    if not key.parts:
        return score(key, flat)
    said = {one.id: answers.get(one.id) for one in key.items}
    return score(key, {part: [said[name] for name in names] for part, names in key.parts.items()})


def touched(key: Instrument, answers: Mapping[str, int]) -> str:
    """Name the gravest of what was answered above the lowest; "" for nothing."""
    return gravest(
        one.touches.value
        for one in key.items
        if one.touches and answers.get(one.id, one.answers[0]) > one.answers[0]
    )


def twice(key: Instrument, *, at: datetime, by: SignedIn) -> date | None:
    """Say on which day the time that is asked about was asked about already; None for never."""
    before = queries.overlapping(key, at=at, by=by)
    return queries.day_of(before, by=by) if before else None


def result_page(
    key: Instrument, answers: Mapping[str, int], earlier: Sequence[Kept], *, by: SignedIn
) -> ResultPage:
    """Put a result in words, beside the last one that was kept before it.

    It needs the key alone: what was kept can be seen when the wording is no longer here.
    """
    now, wording = scored(key, answers), queries.wording_of(key.id)
    last = earlier[-1] if earlier else None
    before = scored(key, last.answers) if last else None
    was_straight = before is not None and before.is_straight
    is_compared = before is not None and not (now.is_straight or was_straight)
    moved = changes(key, before.scores, now.scores) if before and is_compared else {}
    since = queries.day_of(last, by=by) if last else date.min
    own = [one for one in key.scales if not one.is_given]
    return ResultPage(
        key=key,
        copyright=wording.copyright if wording else "",
        scales=tuple(_scale_card(key, one, now, moved.get(one.id), since) for one in own),
        estimates=tuple(
            (one.name, float(now.scores[f"prorated_{one.id}"]))
            for one in own
            if f"prorated_{one.id}" in now.scores
        ),
        missing=len(key.items) - len(answers),
        is_straight=now.is_straight,
        was_straight=was_straight,
        may_trend=len(earlier) + 1 >= FEWEST,
    )


def _scale_card(
    key: Instrument, scale: Scale, now: Scored, moved: Change | None, since: date
) -> ScaleCard:
    value = now.scores[scale.id]
    is_read = value is not None and not now.is_straight
    band = now.bands.get(scale.bands_name) if scale.bands and is_read else None
    flags = [one for one in key.flags if one.scale == scale.id and not now.is_straight]
    return ScaleCard(
        scale=scale,
        value=value,
        band=str(band or "").replace("-", " "),
        higher_is={Better.HIGHER: "better", Better.LOWER: "worse"}.get(scale.better, ""),
        lines=tuple((one, is_so) for one in flags if isinstance(is_so := now.bands[one.id], bool)),
        change=_change_card(moved, since) if moved else None,
    )


def _change_card(moved: Change, since: date) -> ChangeCard | None:
    if moved.verdict is Verdict.TOO_LITTLE or moved.difference is None:
        return None
    return ChangeCard(
        since=since,
        difference=moved.difference,
        rc95=moved.rc95,
        says=VERDICTS[moved.verdict],
        basis=moved.basis,
        meaningful=moved.meaningful,
        meaningful_points=moved.meaningful_points,
        is_meaningful=moved.is_meaningful,
    )
