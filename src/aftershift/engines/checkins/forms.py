"""A form as it came: its items and answers, before anybody knows which instrument it is.

FHIR, REDCap and plain tables are read into these records; `matching` finds the key.
"""

from dataclasses import dataclass
from enum import StrEnum

CONDITION = "is asked only under a condition, and the condition is not kept"
MOST_ITEMS = 1000  # the longest known questionnaire has less than a third of it


class FormRefused(ValueError):
    """A form that cannot be read; says why and what to do, and never what somebody answered."""


class Kind(StrEnum):
    """What an item asks for."""

    CHOICE = "choice"
    NUMBER = "number"
    OTHER = "other"  # text, a date, a file: nothing that a key scores


@dataclass(frozen=True, kw_only=True, slots=True)
class FormOption:
    """One answer; `value` is None where the form does not say what it is worth."""

    words: str
    value: int | None = None
    code: str = ""
    system: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class FormItem:
    """One item, by the name that the form gives it; `codes` are LOINC codes."""

    link_id: str
    text: str
    kind: Kind
    codes: tuple[str, ...] = ()
    options: tuple[FormOption, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Form:
    """A whole form; `lead` are its lines that ask nothing, `notes` what was odd about it."""

    title: str
    items: tuple[FormItem, ...]
    url: str = ""
    version: str = ""
    language: str = ""
    copyright: str = ""
    codes: tuple[str, ...] = ()  # LOINC codes of the whole form
    lead: tuple[str, ...] = ()
    names: str = ""  # the instrument that the form itself says it is, as our tables do
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.items:
            reason = "this form asks nothing"
            raise FormRefused(reason)
        if len(self.items) > MOST_ITEMS:
            reason = f"this form has more than {MOST_ITEMS} items"
            raise FormRefused(reason)
