"""Who can help, in which country, and how sure we are that the number is right."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

RELEASE_DAYS = 90  # no release goes out with a line that was checked longer ago
DOUBT_DAYS = 180  # a page shows an older line last, and says that it may have changed


class ResourceError(Exception):
    """A line that cannot be shown; the message names the line and the reason."""


class Purpose(StrEnum):
    """What a line is for, in the order in which a page shows them."""

    EMERGENCY = "emergency"
    CRISIS = "crisis"
    VIOLENCE = "violence"
    HEALTH_WORKER = "health_worker"
    CHILD = "child"
    YOUTH = "youth"
    SUBSTANCE = "substance"
    POISON = "poison"


class Grade(StrEnum):
    """Where a number comes from. Memory and unofficial lists have no grade, so they cannot load."""

    PRIMARY = "A"  # the operator, a government or a regulator
    SECONDARY = "B"  # a professional body or dated news


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """The page that names a number; `page_date` as the page gives it, or "undated"."""

    address: str
    kind: str
    page_date: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One line to call, text or open. `audience` and `hours` are empty when nobody confirms them.

    `text_word` is what to write to `text_to`, empty where any word will do. `cost`, `confidential`
    and `licence` (what a regulator is told) are sentences, where its own source says so.
    """

    id: str
    purpose: Purpose
    name: str
    grade: Grade
    checked: date
    sources: tuple[Source, ...]
    audience: str = ""
    phone: str = ""
    text_word: str = ""
    text_to: str = ""
    web: str = ""
    hours: str = ""
    note: str = ""
    cost: str = ""
    confidential: str = ""
    licence: str = ""

    def __post_init__(self) -> None:
        if not self.sources:
            reason = f"{self.id}: no source"
            raise ResourceError(reason)
        if not (self.phone or self.text_to or self.web):
            reason = f"{self.id}: neither a number nor an address"
            raise ResourceError(reason)
        if re.search(r"[^0-9 +-]", self.phone + self.text_to):
            reason = f"{self.id}: a number that a phone cannot dial"
            raise ResourceError(reason)

    @property
    def dial(self) -> str:
        """Give the number as a phone dials it."""
        return re.sub(r"[ -]", "", self.phone)

    @property
    def terms(self) -> tuple[str, ...]:
        """Give what its source says of cost, of confidence and of a regulator, if anything."""
        return tuple(filter(None, (self.cost, self.confidential, self.licence)))

    @property
    def text_dial(self) -> str:
        """Give the number for a text message as a phone writes to it."""
        return re.sub(r"[ -]", "", self.text_to)


@dataclass(frozen=True, kw_only=True, slots=True)
class Country:
    """The lines of one country; the first is its emergency number."""

    code: str
    name: str
    lines: tuple[Line, ...]

    def __post_init__(self) -> None:
        if not self.lines or self.lines[0].purpose is not Purpose.EMERGENCY:
            reason = f"{self.code}: the emergency number comes first"
            raise ResourceError(reason)

    @property
    def emergency(self) -> Line:
        """Give the number to call when a life is in danger."""
        return self.lines[0]

    def has(self, purpose: Purpose) -> bool:
        """Say whether a line of this purpose is known here."""
        return any(line.purpose is purpose for line in self.lines)


def may_have_changed(line: Line, today: date) -> bool:
    """Say whether a line was checked too long ago to be shown without a word of doubt."""
    return (today - line.checked).days > DOUBT_DAYS


def must_be_checked(countries: Iterable[Country], today: date) -> Sequence[Line]:
    """List the lines that keep a release from going out until somebody checks them again."""
    return [
        line
        for country in countries
        for line in country.lines
        if (today - line.checked).days > RELEASE_DAYS
    ]


def lines_for(country: Country, purpose: Purpose, today: date) -> Sequence[Line]:
    """List the lines of one purpose, those that may have changed last."""
    lines = [line for line in country.lines if line.purpose is purpose]
    return sorted(lines, key=lambda line: may_have_changed(line, today))


def emergency_numbers(countries: Iterable[Country]) -> Sequence[tuple[str, Sequence[str]]]:
    """Gather the countries that share an emergency number, the most shared number first."""
    names: dict[str, list[str]] = {}
    for country in countries:
        names.setdefault(country.emergency.dial, []).append(country.name)
    return sorted(names.items(), key=lambda entry: (-len(entry[1]), entry[0]))
