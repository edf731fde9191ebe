"""What the pages of help show; nobody is asked who they are."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format

from aftershift.engines.safety.help_card import HelpCard
from aftershift.engines.safety.help_papers import LeavingWords, SheetWords, WhichWords
from aftershift.engines.safety.resources import (
    Country,
    Line,
    Purpose,
    emergency_numbers,
    lines_for,
    may_have_changed,
)
from aftershift.library.help_cards import help_cards
from aftershift.library.help_papers import leaving_words, sheets, which_words
from aftershift.library.resources import countries
from aftershift.web.env import ENV

# In the order of the card; what is always told stands there also where no line is known.
ORDER = tuple(one for one in Purpose if one is not Purpose.EMERGENCY)
ALWAYS_TOLD = frozenset(ORDER[:3])


@dataclass(frozen=True, kw_only=True, slots=True)
class Tongue:
    """One language as a link: what it and help call themselves, and where this page is in it."""

    code: str
    name: str
    title: str
    address: str
    here: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Frame:
    """What every page of help has: its words, and the ways to its neighbours in its language."""

    language: str
    words: HelpCard
    tongues: tuple[Tongue, ...]
    home: str
    reset: str
    plan: str
    which: str
    sheet: str
    leaving: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Papers:
    """The words of three pages that belong to the card, in its language."""

    which: WhichWords
    sheet: SheetWords
    leaving: LeavingWords


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownLine:
    """One line in the words of a language; `plain` is its copy that looks like nothing."""

    line: Line
    name: str
    audience: str
    hours: str
    note: str
    terms: tuple[str, ...]
    checked: str
    in_doubt: bool
    plain: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """The lines of one purpose; without any the card says so."""

    title: str
    lines: tuple[ShownLine, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class CountryCard:
    """One country as the page shows it."""

    code: str
    name: str
    emergency: ShownLine
    groups: tuple[Group, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Number:
    """One emergency number, and the countries that answer it."""

    dial: str
    names: tuple[str, ...]
    codes: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Card:
    """The whole card. `chosen` is the country that somebody chose here, never one we guess."""

    numbers: tuple[Number, ...]
    chosen: CountryCard | None
    others: tuple[CountryCard, ...]
    choices: tuple[tuple[str, str], ...]


def frame(language: str, page: str) -> Frame:
    """Gather what surrounds a page of help, by the page's name in urls.py."""
    return Frame(
        language=language or ENV.help_language,
        words=help_cards()[language or ENV.help_language],
        tongues=tuple(
            replace(tongue_of(code, page), here=code == (language or ENV.help_language))
            for code in help_cards()
        ),
        home=address_of("home", language),
        reset=address_of("reset", language),
        plan=address_of("plan", language),
        which=address_of("which", language),
        sheet=address_of("sheet", language),
        leaving=address_of("leaving", language),
    )


def tongue_of(code: str, page: str = "home") -> Tongue:
    """Name a page of help in one language, the card itself where none is named."""
    words = help_cards()[code]
    return Tongue(
        code=code, name=words.name, title=words.title, address=address_of(page, code), here=False
    )


def papers(language: str) -> Papers:
    """Give the words of which kind of help, of the sheet to take along, and of leaving."""
    return Papers(
        which=which_words()[language],
        sheet=sheets()[language],
        leaving=leaving_words()[language],
    )


def address_of(page: str, language: str) -> str:
    """Give the address of a page of help; the host's own language has the shortest one."""
    if language in ("", ENV.help_language):
        return reverse(f"help:{page}")
    return reverse(f"help:{page}_in", args=[language])


def card(language: str, *, chosen: str, today: date, order: Sequence[Purpose] = ORDER) -> Card:
    """Give every country with its lines, the chosen one apart and first.

    The host's own country comes first where nobody chose; that is an order and no guess. `order`
    names the purposes whose lines are wanted.
    """
    words = help_cards()[language]
    first = chosen if is_country(chosen) else ENV.help_country
    known = _named(words, first=first)
    cards = [_country_card(one, language, today, order) for one in known]
    return Card(
        numbers=tuple(_numbers(known, first=first)),
        chosen=next((one for one in cards if one.code == chosen), None),
        others=tuple(one for one in cards if one.code != chosen),
        choices=tuple((one.code, one.name) for one in _named(words, first="")),
    )


def is_country(code: str) -> bool:
    """Say whether we have a list of this country."""
    return any(one.code == code for one in countries())


def plain_number(code: str, place: int) -> str:
    """Give the n-th number of a country for somebody who is hurt at home; empty beyond the last."""
    numbers = [
        line.phone
        for country in countries()
        for line in country.lines
        if country.code == code and line.purpose is Purpose.VIOLENCE and line.phone
    ]
    return numbers[place - 1] if 1 <= place <= len(numbers) else ""


def _named(words: HelpCard, *, first: str) -> Sequence[Country]:
    """Name the countries in a language, and sort them by those names, one of them first."""
    named = [replace(one, name=words.countries[one.code]) for one in countries()]
    return sorted(named, key=lambda one: (one.code != first, _bare(one.name)))


def _bare(name: str) -> str:
    """Take the accents off, so that États-Unis stands at E."""
    letters = unicodedata.normalize("NFD", name.casefold())
    return "".join(one for one in letters if not unicodedata.combining(one))


def _numbers(known: Sequence[Country], *, first: str) -> Sequence[Number]:
    """Put the number of the first country before the others, the most shared next."""
    codes = {one.name: one.code for one in known}
    found = [
        Number(dial=dial, names=tuple(names), codes=" ".join(codes[name] for name in names))
        for dial, names in emergency_numbers(known)
    ]
    return sorted(found, key=lambda one: first not in one.codes.split())


def _country_card(
    country: Country, language: str, today: date, order: Sequence[Purpose]
) -> CountryCard:
    words = help_cards()[language]
    plain = [one for one in country.lines if one.purpose is Purpose.VIOLENCE and one.phone]

    def shown(line: Line) -> ShownLine:
        place = plain.index(line) + 1 if line in plain else 0
        return _shown(line, language, today=today, plain=_note(country.code, place, language))

    return CountryCard(
        code=country.code,
        name=country.name,
        emergency=shown(country.emergency),
        groups=tuple(
            Group(
                title=getattr(words.groups, purpose.value),
                lines=tuple(shown(line) for line in lines_for(country, purpose, today)),
            )
            for purpose in order
            if purpose in ALWAYS_TOLD or country.has(purpose)
        ),
    )


def _shown(line: Line, language: str, *, today: date, plain: str) -> ShownLine:
    words = help_cards()[language]
    hours = words.said(line.hours)
    with translation.override("en-gb" if language == "en" else language):
        checked = date_format(line.checked)
    return ShownLine(
        line=line,
        name=words.said(line.name),
        audience=words.said(line.audience),
        hours=hours[:1].upper() + hours[1:] + "." if hours else words.line.hours_open,
        note=words.said(line.note),
        terms=tuple(words.said(one) for one in line.terms),
        checked=checked,
        in_doubt=may_have_changed(line, today),
        plain=plain,
    )


def _note(code: str, place: int, language: str) -> str:
    if not place:
        return ""
    if language == ENV.help_language:
        return reverse("help:list", args=[code, place])
    return reverse("help:list_in", args=[language, code, place])
