"""Answers in FHIR R4, out: a QuestionnaireResponse and an Observation for each score."""

from collections.abc import Iterable, Mapping
from typing import Any

from aftershift.engines.checkins.fhir_forms import LOINC, OUR_FORM, WORTH
from aftershift.engines.checkins.filled import Filled
from aftershift.engines.checkins.wordings import Option, WordedItem, Wording

OURS = "urn:aftershift:"
INSTRUMENT, PERSON, SCORE = f"{OURS}instrument:", f"{OURS}person", f"{OURS}score"
KEY_VERSION, RULE = f"{OURS}key-version", f"{OURS}rule"
EXTENSIONS = "http://hl7.org/fhir/StructureDefinition/"
CATEGORIES = "http://terminology.hl7.org/CodeSystem/observation-category"
UNITS = "http://unitsofmeasure.org"
# LOINC's codes of totals, where one was seen; all others have our own.
TOTALS = {
    ("PHQ-9", "total"): "44261-6",
    ("GAD-7", "total"): "70274-6",
    ("PHQ-2", "total"): "55758-7",
    ("HARK", "total"): "76504-0",
}


def response_of(filled: Filled, wording: Wording) -> dict[str, Any]:
    """Write a QuestionnaireResponse; an item that was not answered is left out, as FHIR has it."""
    response: dict[str, Any] = {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": filled.form or INSTRUMENT + filled.instrument,
        "status": filled.status,
        "authored": filled.authored.isoformat(),
        "item": [
            _answered(item, filled.answers[item.id])
            for item in wording.items
            if item.id in filled.answers
        ],
    }
    kept = {KEY_VERSION: filled.key_version, RULE: filled.rule}
    extras = [{"url": url, "valueString": words} for url, words in kept.items() if words]
    identity = {"system": INSTRUMENT.removesuffix(":"), "value": filled.instrument}
    response["identifier"] = identity
    if filled.id:
        response["id"] = filled.id
    if extras:
        response["extension"] = extras
    return {**response, **_subject(filled)}


def observations_of(filled: Filled) -> list[dict[str, Any]]:
    """Write an Observation of each score; none of what was not finished."""
    if not filled.may_be_scored:
        return []
    return [_observation(filled, scale, value) for scale, value in filled.scores.items()]


def bundle_of(many: Iterable[tuple[Filled, Wording]]) -> dict[str, Any]:
    """Write responses, each with its observations, as one file."""
    entries = []
    for filled, wording in many:
        response = response_of(filled, wording)
        entries.append({"fullUrl": reference_to(filled.id), "resource": response})
        entries += [{"resource": one} for one in observations_of(filled)]
    return {"resourceType": "Bundle", "type": "collection", "entry": entries}


def questionnaire_of(wording: Wording) -> dict[str, Any]:
    """Write a kept wording as a Questionnaire again, such as for another host of one's own.

    It is not the official form, for what the key does not score is not in it: so it has a name of
    our own and says what it is derived from. Read again, it is known by that.
    """
    about = {"language": wording.language, "title": wording.title, "copyright": wording.copyright}
    source = {"derivedFrom": [wording.canonical]} if wording.canonical else {}
    lead = [
        {"linkId": f"lead-{place}", "type": "display", "text": text}
        for place, text in enumerate(wording.lead, start=1)
    ]
    return {
        "resourceType": "Questionnaire",
        "status": "active",
        "url": OUR_FORM + wording.instrument,
        **source,
        **{name: words for name, words in about.items() if words},
        "item": lead + [_asked(one) for one in wording.items],
    }


def reference_to(name: str) -> str:
    """Name a response where another resource points at it."""
    return f"{OURS}response:{name}"


def _asked(item: WordedItem) -> dict[str, Any]:
    return {
        "linkId": item.link_id,
        "type": "choice",
        "text": item.text,
        "code": [{"system": LOINC, "code": code} for code in item.codes],
        "answerOption": [{"valueCoding": _coding(one)} for one in item.options],
    }


def _answered(item: WordedItem, value: int) -> dict[str, Any]:
    option = next((one for one in item.options if one.value == value), None)
    codes = [one.code for one in item.options]
    tells = option is not None and option.code and codes.count(option.code) == 1
    answer = {"valueCoding": _coding(option)} if option and tells else {"valueInteger": value}
    return {"linkId": item.link_id, "text": item.text, "answer": [answer]}


def _coding(option: Option) -> dict[str, Any]:
    worth = {"url": EXTENSIONS + WORTH[0], "valueDecimal": option.value}
    named = {"system": option.system, "code": option.code, "display": option.words}
    return {"extension": [worth], **{name: words for name, words in named.items() if words}}


def _subject(filled: Filled) -> Mapping[str, Any]:
    if not filled.subject:
        return {}
    return {"subject": {"identifier": {"system": PERSON, "value": filled.subject}}}


def _observation(filled: Filled, scale: str, value: float) -> dict[str, Any]:
    known = TOTALS.get((filled.instrument, scale))
    coded = [{"system": LOINC, "code": known}] if known else []
    return {
        "resourceType": "Observation",
        "status": "final",
        "category": [{"coding": [{"system": CATEGORIES, "code": "survey"}]}],
        "code": {
            "coding": [*coded, {"system": SCORE, "code": f"{filled.instrument}/{scale}"}],
            "text": f"{filled.instrument}: {scale}",
        },
        "effectiveDateTime": filled.authored.isoformat(),
        "valueQuantity": {"value": value, "unit": "{score}", "system": UNITS, "code": "{score}"},
        "derivedFrom": [{"reference": reference_to(filled.id)}],
        **_subject(filled),
    }
