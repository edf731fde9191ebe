"""From answers to numbers, exactly as a key says, refusing rather than guessing.

A sum with a missing answer is no sum: it is None, and what the answered items would come to stands
beside it as an estimate where the key allows it. One and the same answer to everything is noticed
before anything is interpreted.

Shapes: answers are a sequence in form order, None for a missing one; or a mapping of such
sequences where a form has parts (or of single answers by the items' names).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from aftershift.engines.checkins.instruments import Count, Flag, Instrument, Item, Rule, Scale
from aftershift.engines.checkins.surveys import percent_positive
from aftershift.engines.checkins.triaging import triage

Number: TypeAlias = int | float | None
Given: TypeAlias = Mapping[str, int | None]  # by item

LEAST_STRAIGHT = 4  # items
LEAST_TO_ESTIMATE = 0.8  # of the items, answered
STRAIGHT = "straight-lining: every item has the same answer, so nothing is read into these numbers"


class ScoringError(ValueError):
    """Answers that cannot be scored; says which item, and what it may be. Never a guess."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Scored:
    """What came out: numbers by name, words and yes or no by name, and what to be careful of."""

    scores: Mapping[str, Any]
    bands: Mapping[str, str | bool | None]
    warnings: tuple[str, ...] = ()
    is_straight: bool = False
    given: Given = field(default_factory=dict, repr=False)


def score(instrument: Instrument, answers: Any, *, coding: str = "") -> Scored:
    """Score one form. Raises ScoringError."""
    if instrument.is_of_groups:
        return Scored(scores=_of_groups(answers), bands={})
    given = _turned(instrument, _given(instrument, answers), coding)
    if instrument.is_triage:
        return _triaged(instrument, given)
    scores, bands, warnings = _numbers(instrument, given)
    is_straight = _is_straight(instrument, given)
    return Scored(
        scores=scores,
        bands=bands,
        warnings=(*warnings, STRAIGHT) if is_straight else warnings,
        is_straight=is_straight,
        given=given,
    )


def _of_groups(answers: Any) -> Mapping[str, Any]:
    try:
        return percent_positive(answers)
    except ValueError as error:
        raise ScoringError(str(error)) from error


def _triaged(instrument: Instrument, given: Given) -> Scored:
    level = triage(given)
    warnings = () if level else (f"{instrument.name}: not all of it is answered",)
    return Scored(scores={}, bands={"triage": level}, warnings=warnings, given=given)


def _given(instrument: Instrument, answers: Any) -> dict[str, int | None]:
    """Lay the answers beside the items, each checked."""
    flat = list(_flat(instrument, answers))
    if len(flat) != len(instrument.items):
        reason = f"{instrument.name}: {len(instrument.items)} answers are needed, not {len(flat)}"
        raise ScoringError(reason)
    pairs = zip(instrument.items, flat, strict=True)
    return {item.id: _checked(instrument, item, one) for item, one in pairs}


def _flat(instrument: Instrument, answers: Any) -> Iterator[Any]:
    if isinstance(answers, Mapping):
        names = instrument.parts or {one.id: () for one in instrument.items}
        if set(answers) != set(names):
            reason = f"{instrument.name}: give its parts by name: {', '.join(names)}"
            raise ScoringError(reason)
        for name, items in names.items():
            yield from _part(instrument, name, items, answers[name])
    elif isinstance(answers, Sequence) and not isinstance(answers, str | bytes):
        yield from answers
    else:
        reason = f"{instrument.name}: give a list of answers in the order of the form"
        raise ScoringError(reason)


def _part(instrument: Instrument, name: str, items: tuple[str, ...], said: Any) -> Iterator[Any]:
    if not items:
        yield said
        return
    if not isinstance(said, list | tuple) or len(said) != len(items):
        reason = f"{instrument.name}: {name} is a list of {len(items)} answers"
        raise ScoringError(reason)
    yield from said


def _checked(instrument: Instrument, item: Item, said: Any) -> int | None:
    if said is None:
        return None
    if isinstance(said, float) and said.is_integer():
        said = int(said)
    if isinstance(said, bool) or not isinstance(said, int) or said not in item.answers:
        allowed = ", ".join(str(one) for one in item.answers)
        reason = f"{instrument.name}: item {item.id} may be {allowed}, or null where it is missing"
        raise ScoringError(reason)
    return said


def _turned(instrument: Instrument, given: dict[str, int | None], coding: str) -> Given:
    """Turn the answers over that were written down in the other coding."""
    if not coding:
        return given
    if coding not in instrument.codings:
        known = " or ".join(instrument.codings) or "none"
        reason = f"{instrument.name}: coding is {known}"
        raise ScoringError(reason)
    if coding == instrument.codings[0]:
        return given
    items = {one.id: one for one in instrument.items}
    return {name: _over(items[name], said) for name, said in given.items()}


def _over(item: Item, said: int | None) -> int | None:
    return None if said is None else item.answers[0] + item.answers[-1] - said


def _numbers(
    instrument: Instrument, given: Given
) -> tuple[dict[str, Any], dict[str, str | bool | None], tuple[str, ...]]:
    scores: dict[str, Any] = {}
    bands: dict[str, str | bool | None] = {}
    warnings: list[str] = []
    items = {one.id: one for one in instrument.items}
    for scale in instrument.scales:
        if not scale.is_given:
            said = _scaled(scale, items, given)
            scores |= said
            bands |= _banded(scale, said[scale.id])
            warnings += _missing(scale, said, given)
    scales = {one.id: one for one in instrument.scales}
    bands |= {one.id: _flagged(one, scales[one.scale], items, given) for one in instrument.flags}
    is_whole = None not in given.values()
    scores |= {one.id: _counted(one, given) if is_whole else None for one in instrument.counts}
    bands |= _item_flags(instrument, given)
    if instrument.no_total:
        scores[instrument.no_total] = None
    if warnings:
        bands["complete"] = False
    return scores, bands, tuple(warnings)


def _scaled(scale: Scale, items: Mapping[str, Item], given: Given) -> dict[str, Any]:
    """Give the number of a scale, or None with an estimate beside it."""
    value = _value(scale, items, given)
    if value is None:
        return {scale.id: None, **_estimate(scale, items, given)}
    answered = {"answered": _answered(scale, given)} if scale.counts_answered else {}
    return {scale.id: value, **answered}


def _banded(scale: Scale, value: Number) -> dict[str, str | bool | None]:
    if not scale.bands:
        return {}
    status = {f"{scale.bands_name}_status": scale.bands_by} if scale.bands_are_custom else {}
    return {scale.bands_name: _band(scale, value), **status}


def _value(scale: Scale, items: Mapping[str, Item], given: Given) -> Number:
    keyed = _keyed(scale, items, given)
    if len(keyed) < (scale.least or len(scale.items)):
        return None
    total = sum(keyed)
    value = total if scale.rule is Rule.SUM else total / len(keyed)
    return _plain(value * scale.times, scale.digits)


def _keyed(scale: Scale, items: Mapping[str, Item], given: Given) -> list[int]:
    """Give the answered items of a scale, those turned over that are keyed the other way."""
    keyed = (
        _over(items[name], given[name]) if name in scale.reverse else given[name]
        for name in scale.items
    )
    return [one for one in keyed if one is not None]


def _plain(value: float, digits: int) -> int | float:
    """Leave a whole number whole, and round any other."""
    return value if isinstance(value, int) else round(value, digits)


def _estimate(scale: Scale, items: Mapping[str, Item], given: Given) -> dict[str, Any]:
    keyed = _keyed(scale, items, given)
    if not scale.prorates or len(keyed) < LEAST_TO_ESTIMATE * len(scale.items):
        return {}
    whole = sum(keyed) * len(scale.items) / len(keyed) * scale.times
    return {_prorated(scale): _plain(whole, scale.digits), "answered": len(keyed)}


def _prorated(scale: Scale) -> str:
    return f"prorated_{scale.id}"


def _missing(scale: Scale, said: Mapping[str, Any], given: Given) -> list[str]:
    """Say why there is no number, and what the one beside it is."""
    if said[scale.id] is not None:
        return []
    answered, wanted = _answered(scale, given), scale.least or len(scale.items)
    why = f"{scale.id}: {answered} of {len(scale.items)} items are answered, {wanted} are needed"
    estimate = f"; {_prorated(scale)} is an estimate, not a score"
    return [why + estimate if _prorated(scale) in said else why]


def _answered(scale: Scale, given: Given) -> int:
    return sum(given[name] is not None for name in scale.items)


def _band(scale: Scale, value: Number) -> str | None:
    if value is None:
        return None
    reached = [one.id for one in scale.bands if value >= one.low]
    return reached[-1] if reached else None


def _flagged(flag: Flag, scale: Scale, items: Mapping[str, Item], given: Given) -> bool | None:
    """Say whether a line is reached; with gaps, only where no answer to them could undo it."""
    said = {_is_past(flag, value) for value in _bounds(scale, items, given)}
    return said.pop() if len(said) == 1 else None


def _is_past(flag: Flag, value: Number) -> bool | None:
    if value is None:
        return None
    over = flag.at_least is None or value >= flag.at_least
    return over and (flag.at_most is None or value <= flag.at_most)


def _bounds(scale: Scale, items: Mapping[str, Item], given: Given) -> tuple[Number, Number]:
    """Give the least and the most that a scale may come to; of a sum also where it has gaps."""
    if (value := _value(scale, items, given)) is not None or scale.rule is not Rule.SUM:
        return value, value
    gaps = [items[name].answers for name in scale.items if given[name] is None]
    known = sum(_keyed(scale, items, given))
    least, most = (known + sum(map(end, gaps)) for end in (min, max))
    return _plain(least * scale.times, scale.digits), _plain(most * scale.times, scale.digits)


def _counted(count: Count, given: Given) -> int:
    def reaches(name: str) -> bool:
        said = given[name]
        least = count.or_at_least if name == count.or_item else count.at_least
        return said is not None and said >= least

    return sum(reaches(name) for name in count.items)


def _item_flags(instrument: Instrument, given: Given) -> dict[str, bool | None]:
    """Say of every item that is to open the private question whether it does.

    None where it is not answered: a gap is no "no".
    """
    if len(instrument.touches()) == 0 or not instrument.scales:
        return {}
    touching = [one for one in instrument.items if one.touches]
    if len(touching) == len(instrument.items):
        return {}
    return {f"item{one.id}_flag": _opens(given[one.id]) for one in touching}


def _opens(said: int | None) -> bool | None:
    return None if said is None else said > 0


def _is_straight(instrument: Instrument, given: Given) -> bool:
    """Say whether one answer was given to everything, though some items mean the opposite.

    The middle answer contradicts nothing, and without turned items neither does any other. A gap
    hides nothing: it is looked at what was answered.
    """
    answered = {name: said for name, said in given.items() if said is not None}
    if len(set(answered.values())) != 1 or len(answered) < LEAST_STRAIGHT:
        return False
    turned = {name for scale in instrument.scales for name in scale.reverse}
    items = {one.id: one for one in instrument.items}
    turnable = turned & answered.keys()
    return any(_over(items[name], answered[name]) != answered[name] for name in turnable)
