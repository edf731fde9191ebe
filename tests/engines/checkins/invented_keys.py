"""Keys and forms of no real instrument, or with LOINC's codes and invented words."""

from collections.abc import Mapping, Sequence
from typing import Any

from aftershift.engines.checkins.instruments import Instrument, Item, Licence, Touch

PHQ9 = ("44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3", "44260-8")  # fmt: skip # noqa: E501
GAD7 = ("69725-0", "68509-9", "69733-4", "69734-2", "69735-9", "69689-8", "69736-7")
LA = ("LA6568-5", "LA6569-3", "LA6570-1", "LA6571-9")
WORDS = ("nix", "a little", "a lot, really", "all of it")
LOINC = "http://loinc.org"
ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue"
WEIGHT = "http://hl7.org/fhir/StructureDefinition/itemWeight"
Json = dict[str, Any]


def key(
    name: str,
    codes: Sequence[str] = (),
    *,
    count: int = 0,
    panel: str = "",
    answers: tuple[int, ...] = (0, 1, 2, 3),
    licence: Licence = Licence.OPEN,
) -> Instrument:
    """Make a key; the ninth item of PHQ-9 touches self-harm, as the real one does."""
    ids = range(1, (count or len(codes)) + 1)
    return Instrument(
        id=name,
        name=name,
        about="invented",
        frame="lately",
        licence=licence,
        notice="no notice",
        sources=(),
        codes=(panel,) if panel else (),
        items=tuple(
            Item(
                id=str(place),
                answers=answers,
                codes=(codes[place - 1],) if codes else (),
                touches=Touch.SELF_HARM if codes and codes[place - 1] == PHQ9[-1] else None,
            )
            for place in ids
        ),
    )


def keys() -> Mapping[str, Instrument]:
    """Give the PHQ and GAD family by LOINC's codes, and one that has no codes."""
    made = (
        key("PHQ-9", PHQ9, panel="44249-1"),
        key("PHQ-2", PHQ9[:2], panel="55757-9"),
        key("GAD-7", GAD7, panel="69737-5"),
        key("CSI-4", count=4, answers=(0, 1, 2)),
        key("WHO-5", count=5, answers=(0, 1, 2, 3, 4, 5), licence=Licence.NON_COMMERCIAL),
    )
    return {one.id: one for one in made}


def option(place: int, words: Sequence[str] = WORDS) -> Json:
    """Give one answer with its ordinal value."""
    return {
        "extension": [{"url": ORDINAL, "valueDecimal": place}],
        "valueCoding": {"system": LOINC, "code": LA[place], "display": words[place]},
    }


def asked(link_id: str, code: str = "", **changed: object) -> Json:
    """Give one item of a Questionnaire with four answers."""
    coded = {"code": [{"system": LOINC, "code": code}]} if code else {}
    options = {"answerOption": [option(place) for place in range(4)]}
    plain = {"linkId": link_id, "type": "choice", "text": f"Do you {link_id}?", **coded}
    return {**plain, **({} if "answerValueSet" in changed else options), **changed}


def questionnaire(items: Sequence[Json], **changed: object) -> Json:
    """Give a Questionnaire in FHIR R4."""
    return {
        "resourceType": "Questionnaire",
        "title": "Invented",
        "url": "https://forms.example/q",
        "version": "2",
        "language": "en-GB",
        "copyright": "Nobody's",
        "item": list(items),
        **changed,
    }


def phq9_form(**changed: object) -> Json:
    """Give the nine items by their LOINC codes, in invented words."""
    return questionnaire([asked(f"/{code}", code) for code in PHQ9], **changed)


def nested() -> Json:
    """Give the nine in a group and a group within it, by linkIds that say nothing."""
    items = [asked(f"Q{place}", code) for place, code in enumerate(PHQ9)]
    inner = {"linkId": "T1", "type": "group", "text": "And these", "item": items[4:]}
    outer = {"linkId": "H1", "type": "group", "text": "Lately", "item": [*items[:4], inner]}
    return questionnaire([outer])
