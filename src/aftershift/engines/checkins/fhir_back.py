"""Answers in FHIR R4, in: responses read back into answers of our keys, totals kept apart."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from math import isfinite
from typing import Any, TypeGuard

from aftershift.engines.checkins.fhir_answers import (
    INSTRUMENT,
    KEY_VERSION,
    RULE,
    SCORE,
    TOTALS,
    reference_to,
)
from aftershift.engines.checkins.fhir_forms import (
    DEEPEST,
    LA_VALUES,
    LOINC,
    Resource,
    part_of,
    parts_of,
    text_in,
    whole,
)
from aftershift.engines.checkins.filled import Filled
from aftershift.engines.checkins.forms import FormRefused
from aftershift.engines.checkins.wordings import WordedItem, Wording

NUMBERS = ("valueInteger", "valueDecimal")


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadBack:
    """One response: its answers, and what could not be taken over, by linkId."""

    filled: Filled
    unknown: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def read_responses(resource: Resource, wordings: Mapping[str, Wording]) -> tuple[ReadBack, ...]:
    """Read one QuestionnaireResponse, or all of a Bundle with their Observations.

    Raises FormRefused where nothing can be read, or a form is not installed here.
    """
    kind = text_in(resource, "resourceType")
    if kind == "QuestionnaireResponse":
        return (_read(resource, wordings),)
    if kind != "Bundle":
        reason = f"a QuestionnaireResponse is needed, and this is {kind[:40] or 'something else'}"
        raise FormRefused(reason)
    inside = [part_of(entry, "resource") for entry in parts_of(resource, "entry")]
    found = [_read(one, wordings) for one in inside if _is(one, "QuestionnaireResponse")]
    if not found:
        reason = "this Bundle holds no QuestionnaireResponse"
        raise FormRefused(reason)
    seen = [one for one in inside if _is(one, "Observation")]
    return tuple(_with_scores(one, seen) for one in found)


def _is(resource: Resource, kind: str) -> bool:
    return text_in(resource, "resourceType") == kind


def _read(response: Resource, wordings: Mapping[str, Wording]) -> ReadBack:
    items = list(_walked(parts_of(response, "item"), 0))
    wording = _form_of(response, items, wordings)
    by_link = {one.link_id: one for one in wording.items}
    answers: dict[str, int] = {}
    unknown, notes = [], []
    for link_id, given in items:
        item = by_link.get(link_id)
        if item is None:
            unknown.append(link_id)
        elif item.id in answers or len(given) != 1:
            reason = f"{link_id}: is answered more than once"
            raise FormRefused(reason)
        elif (value := _value(given[0], item)) is None:
            notes.append(f"{link_id}: its answer is none of the form's")
        else:
            answers[item.id] = value
    totals = _totals(items, wording)
    filled = _filled(response, wording, answers, totals)
    known = {link_id for link_id, _ in items if _scale_of(link_id, wording)}
    return ReadBack(
        filled=filled,
        unknown=tuple(one for one in unknown if one not in known),
        notes=tuple(notes),
    )


def _filled(
    response: Resource, wording: Wording, answers: Mapping[str, int], totals: Mapping[str, float]
) -> Filled:
    extras = {text_in(one, "url"): one for one in parts_of(response, "extension")}
    asked = text_in(response, "questionnaire")
    return Filled(
        instrument=wording.instrument,
        answers=answers,
        authored=_moment(text_in(response, "authored")),
        subject=text_in(part_of(part_of(response, "subject"), "identifier"), "value"),
        id=text_in(response, "id"),
        status=text_in(response, "status"),
        form="" if asked.startswith(INSTRUMENT) else asked,
        key_version=text_in(extras.get(KEY_VERSION, {}), "valueString"),
        rule=text_in(extras.get(RULE, {}), "valueString"),
        scores=totals,
    )


def _moment(words: str) -> datetime:
    """Read `authored`; a day alone is taken as its beginning in UTC."""
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        reason = "authored: a moment is needed, such as 2026-11-27T08:00:00+00:00"
        raise FormRefused(reason) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _walked(
    items: Sequence[Resource], depth: int
) -> Iterator[tuple[str, Sequence[Mapping[str, Any]]]]:
    """Give each answered item with its answers, out of groups and out of answers."""
    if depth > DEEPEST:
        reason = f"these answers lie more than {DEEPEST} deep"
        raise FormRefused(reason)
    for one in items:
        answers = parts_of(one, "answer")
        if answers:
            yield text_in(one, "linkId"), answers
        yield from _walked(parts_of(one, "item"), depth + 1)
        for answer in answers:
            yield from _walked(parts_of(answer, "item"), depth + 1)


# --- which form, which answer -------------------------------------------------------


def _form_of(
    response: Resource,
    items: Sequence[tuple[str, object]],
    wordings: Mapping[str, Wording],
) -> Wording:
    """Find the wording that was answered: by name, by the form's address, or by its linkIds."""
    identity = part_of(response, "identifier")
    if text_in(identity, "system") == INSTRUMENT.removesuffix(":"):
        name = text_in(identity, "value")
        if name not in wordings:
            reason = "these answers belong to an instrument whose wording is not on this host"
            raise FormRefused(reason)
        return wordings[name]
    asked = text_in(response, "questionnaire")
    for one in wordings.values():
        if asked and asked.partition("|")[0] == one.url:
            return one
    return _by_links({link_id for link_id, _ in items}, wordings)


def _by_links(links: set[str], wordings: Mapping[str, Wording]) -> Wording:
    fits = {
        name: len(links & {item.link_id for item in one.items}) for name, one in wordings.items()
    }
    most = max(fits.values(), default=0)
    best = [name for name, count in fits.items() if count == most]
    if not most:
        reason = "no form on this host has the linkIds of these answers; import its form first"
        raise FormRefused(reason)
    if len(best) > 1:
        reason = f"these answers fit {' and '.join(sorted(best))}, and do not say which"
        raise FormRefused(reason)
    return wordings[best[0]]


def _value(answer: Mapping[str, Any], item: WordedItem) -> int | None:
    """Say what an answer is worth; None where the form has no such answer."""
    allowed = {one.value for one in item.options}
    coding = part_of(answer, "valueCoding")
    if not coding:
        numbers = (whole(answer.get(name)) for name in NUMBERS)
        value = next((one for one in numbers if one is not None), None)
        return value if value in allowed else None
    code, words = text_in(coding, "code"), text_in(coding, "display")
    by_code = [one.value for one in item.options if code and one.code == code]
    by_words = [one.value for one in item.options if words and one.words == words]
    if len(by_code) == 1:
        return by_code[0]
    known = LA_VALUES.get(code)
    if known in allowed:
        return known
    return by_words[0] if not code and len(by_words) == 1 else None


# --- totals that came along ---------------------------------------------------------


def _scale_of(link_id: str, wording: Wording) -> str:
    """Name the scale that an item of a form is the total of; "" for none."""
    codes = {link_id.rpartition("/")[2]}
    codes |= {code for one in wording.unscored if one.link_id == link_id for code in one.codes}
    for (instrument, scale), code in TOTALS.items():
        if instrument == wording.instrument and code in codes:
            return scale
    return ""


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)


def _totals(
    items: Sequence[tuple[str, Sequence[Mapping[str, Any]]]], wording: Wording
) -> Mapping[str, float]:
    totals = {}
    for link_id, given in items:
        number = next((one[name] for one in given for name in NUMBERS if name in one), None)
        scale = _scale_of(link_id, wording)
        if scale and _is_number(number):
            totals[scale] = number
    return totals


def _with_scores(read: ReadBack, observations: Sequence[Resource]) -> ReadBack:
    """Add the scores of the Observations that were derived from a response."""
    mine = reference_to(read.filled.id)
    scores = dict(read.filled.scores)
    for one in observations:
        sources = [text_in(source, "reference") for source in parts_of(one, "derivedFrom")]
        value = part_of(one, "valueQuantity").get("value", one.get("valueInteger"))
        scale = _observed(one, read.filled.instrument)
        is_mine = mine in sources or f"QuestionnaireResponse/{read.filled.id}" in sources
        if read.filled.id and is_mine and scale and _is_number(value):
            scores[scale] = value
    return replace(read, filled=replace(read.filled, scores=scores))


def _observed(observation: Resource, instrument: str) -> str:
    """Name the scale of an Observation, by our own code or by LOINC's."""
    for coding in parts_of(part_of(observation, "code"), "coding"):
        code, system = text_in(coding, "code"), text_in(coding, "system")
        if system == SCORE and code.startswith(f"{instrument}/"):
            return code.removeprefix(f"{instrument}/")
        for (owner, scale), known in TOTALS.items():
            if system == LOINC and owner == instrument and code == known:
                return scale
    return ""
