"""Official forms in FHIR R4: a Questionnaire in JSON, read into a `Form`.

What an answer is worth stands in one of three places, asked in this order: the extension
ordinalValue at the option, itemWeight in a CodeSystem that the form carries with it, and LOINC's
own answer codes, of which we know two lists. An answer whose worth stands nowhere has none.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from aftershift.engines.checkins.forms import (
    CONDITION,
    Form,
    FormItem,
    FormOption,
    FormRefused,
    Kind,
)

Resource: TypeAlias = Mapping[str, Any]

LOINC = "http://loinc.org"
OUR_FORM = "urn:aftershift:form:"  # the name of a form that we wrote out ourselves
WORTH = ("ordinalValue", "itemWeight")  # the last part of an extension's address, in our order
CHOICES = ("choice", "open-choice")
NUMBERS = ("integer", "decimal")
SILENT = ("group", "display")
DEEPEST = 20
# LOINC LL358-3 (PHQ and GAD family) and LL361-7 (yes, no), by their answer codes.
LA_VALUES = {
    "LA6568-5": 0,
    "LA6569-3": 1,
    "LA6570-1": 2,
    "LA6571-9": 3,
    "LA32-8": 0,
    "LA33-6": 1,
}
KNOWN_LISTS = {"LL358-3": ("LA6568-5", "LA6569-3", "LA6570-1", "LA6571-9")}


def questionnaire_of(text: str) -> Form:
    """Read the text of a file as a Questionnaire. Raises FormRefused."""
    return read_form(resource_of(text))


def resource_of(text: str) -> Resource:
    """Read the text of a file as a FHIR resource in JSON. Raises FormRefused."""
    if text.lstrip("\ufeff \t\r\n").startswith("<"):
        reason = "this is XML; ask the same place for the form as JSON (FHIR R4)"
        raise FormRefused(reason)
    try:
        found = json.loads(text.removeprefix("\ufeff"), parse_constant=_no_number)
    except (ValueError, RecursionError):
        reason = "this is no JSON; a FHIR R4 Questionnaire in JSON is needed"
        raise FormRefused(reason) from None
    if not isinstance(found, dict):
        reason = "this JSON is no FHIR resource"
        raise FormRefused(reason)
    return found


def _no_number(name: str) -> None:
    raise ValueError(name)


def read_form(resource: Resource) -> Form:
    """Read a Questionnaire. Raises FormRefused."""
    kind = text_in(resource, "resourceType")
    if kind != "Questionnaire":
        reason = f"a Questionnaire is needed, and this is {kind[:40] or 'no FHIR resource'}"
        raise FormRefused(reason)
    walk = _Walk(lists=_Lists.carried_by(resource))
    walk.through(parts_of(resource, "item"), depth=0)
    url, version = _address(resource)
    return Form(
        title=text_in(resource, "title") or text_in(resource, "name"),
        url=url,
        version=version,
        language=text_in(resource, "language"),
        copyright=text_in(resource, "copyright"),
        codes=loinc_codes(resource),
        items=tuple(walk.items),
        lead=tuple(walk.lead),
        notes=tuple(dict.fromkeys(walk.notes)),
    )


def _address(resource: Resource) -> tuple[str, str]:
    """Give address and version of the official form, also where we wrote it out ourselves."""
    url, version = text_in(resource, "url"), text_in(resource, "version")
    if not url.startswith(OUR_FORM):
        return url, version
    sources = resource.get("derivedFrom")
    first = sources[0] if isinstance(sources, list) and sources else ""
    official, _, its_version = first.partition("|") if isinstance(first, str) else ("", "", "")
    return official, its_version


# --- small doors into JSON that may hold anything -----------------------------------


def text_in(resource: Resource, name: str) -> str:
    """Give a text of a resource; "" where there is none or something else."""
    value = resource.get(name)
    return value if isinstance(value, str) else ""


def parts_of(resource: Resource, name: str) -> Sequence[Resource]:
    """Give the objects of a list in a resource; what is none is left out."""
    value = resource.get(name)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def part_of(resource: Resource, name: str) -> Resource:
    """Give an object in a resource; an empty one where there is none."""
    value = resource.get(name)
    return value if isinstance(value, dict) else {}


def whole(value: object) -> int | None:
    """Take a whole number from JSON, also one written 3.0; a yes or a text is none."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return int(value) if value == value // 1 and abs(value) < 1e6 else None


def loinc_codes(resource: Resource) -> tuple[str, ...]:
    """List the LOINC codes of a form or an item."""
    codings = parts_of(resource, "code")
    found = (text_in(one, "code") for one in codings if text_in(one, "system") in (LOINC, ""))
    return tuple(dict.fromkeys(code for code in found if code))


def _worth_in(resource: Resource, ending: str) -> int | None:
    for one in parts_of(resource, "extension"):
        if text_in(one, "url").lower().endswith(ending.lower()):
            for name in ("valueDecimal", "valueInteger"):
                if (value := whole(one.get(name))) is not None:
                    return value
    return None


# --- lists of answers that the form carries with it ----------------------------------


@dataclass(frozen=True, kw_only=True, slots=True)
class _Lists:
    value_sets: Mapping[str, Resource]  # by #id and by address
    systems: Mapping[str, Sequence[Resource]]  # concepts by the system's address

    @classmethod
    def carried_by(cls, resource: Resource) -> "_Lists":
        carried = parts_of(resource, "contained")
        sets: dict[str, Resource] = {}
        systems: dict[str, Sequence[Resource]] = {}
        for one in carried:
            if text_in(one, "resourceType") == "ValueSet":
                sets |= {f"#{text_in(one, 'id')}": one, text_in(one, "url"): one}
            if text_in(one, "resourceType") == "CodeSystem":
                systems[text_in(one, "url")] = list(_concepts(parts_of(one, "concept"), 0))
        return cls(value_sets=sets, systems=systems)

    def options(self, address: str) -> tuple[FormOption, ...] | None:
        """Give the answers of a list; None where the form does not carry it."""
        listed = self.value_sets.get(address) or self.value_sets.get(address.partition("|")[0])
        if listed is not None:
            return tuple(self._option(coding, coding) for coding in self._members(listed))
        for name, codes in KNOWN_LISTS.items():
            if address.partition("|")[0].rstrip("/").endswith(name):
                return tuple(
                    FormOption(words="", code=code, system=LOINC, value=LA_VALUES[code])
                    for code in codes
                )
        return None

    def _members(self, listed: Resource) -> Iterator[Resource]:
        if expansion := parts_of(part_of(listed, "expansion"), "contains"):
            yield from expansion
            return
        for included in parts_of(part_of(listed, "compose"), "include"):
            system = text_in(included, "system")
            named = parts_of(included, "concept") or self.systems.get(system, [])
            for one in named:
                yield {"system": system, **one}

    def given(self, option: Resource) -> FormOption | None:
        """Read one answerOption of an item."""
        if (number := whole(option.get("valueInteger"))) is not None:
            return FormOption(words=str(number), value=number)
        if words := text_in(option, "valueString"):
            worth = _worth_in(option, WORTH[0])
            return FormOption(words=words, value=worth)
        coding = part_of(option, "valueCoding")
        return self._option(coding, option) if coding else None

    def _option(self, coding: Resource, around: Resource) -> FormOption:
        code, system = text_in(coding, "code"), text_in(coding, "system")
        concept = self._concept(code, system)
        places = (around, coding, concept)
        worths = [_worth_in(place, ending) for ending in WORTH for place in places]
        worths += [_weight_property(concept), LA_VALUES.get(code)]
        return FormOption(
            words=text_in(coding, "display") or text_in(concept, "display"),
            code=code,
            system=system,
            value=next((worth for worth in worths if worth is not None), None),
        )

    def _concept(self, code: str, system: str) -> Resource:
        concepts = self.systems.get(system, [])
        return next((one for one in concepts if code and text_in(one, "code") == code), {})


def _concepts(concepts: Sequence[Resource], depth: int) -> Iterator[Resource]:
    for one in concepts:
        yield one
        if depth < DEEPEST:
            yield from _concepts(parts_of(one, "concept"), depth + 1)


def _weight_property(concept: Resource) -> int | None:
    for one in parts_of(concept, "property"):
        if text_in(one, "code") in WORTH:
            return whole(one.get("valueDecimal", one.get("valueInteger")))
    return None


# --- the items ----------------------------------------------------------------------


@dataclass(kw_only=True, slots=True)
class _Walk:
    """Walks items and groups in the order of the form, and gathers what it finds."""

    lists: _Lists
    items: list[FormItem] = field(default_factory=list)
    lead: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def through(self, items: Sequence[Resource], depth: int) -> None:
        if depth > DEEPEST:
            reason = f"this form has groups in groups, more than {DEEPEST} deep"
            raise FormRefused(reason)
        for one in items:
            self._take(one)
            self.through(parts_of(one, "item"), depth + 1)

    def _take(self, item: Resource) -> None:
        kind, text = text_in(item, "type"), text_in(item, "text")
        if kind == "coding":
            reason = "this form is FHIR R5; ask the same place for FHIR R4"
            raise FormRefused(reason)
        if kind in SILENT:
            self.lead += [text] if text.strip() else []
            return
        link_id = text_in(item, "linkId")
        if not link_id:
            reason = f"item {len(self.items) + 1} has no linkId, which FHIR asks for"
            raise FormRefused(reason)
        if item.get("enableWhen"):
            self.notes.append(f"{link_id}: {CONDITION}")
        self.items.append(
            FormItem(
                link_id=link_id,
                text=text or _display(item),
                kind=_kind(kind),
                codes=loinc_codes(item),
                options=self._options(item, link_id),
            )
        )

    def _options(self, item: Resource, link_id: str) -> tuple[FormOption, ...]:
        given = [self.lists.given(one) for one in parts_of(item, "answerOption")]
        if known := tuple(one for one in given if one is not None):
            return known
        address = text_in(item, "answerValueSet")
        listed = self.lists.options(address) if address else ()
        if listed is None:
            self.notes.append(f"{link_id}: its list of answers is not in the file")
        return listed or ()


def _display(item: Resource) -> str:
    return next((text_in(one, "display") for one in parts_of(item, "code")), "")


def _kind(name: str) -> Kind:
    if name in CHOICES:
        return Kind.CHOICE
    return Kind.NUMBER if name in NUMBERS else Kind.OTHER
