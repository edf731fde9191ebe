"""What the help page shows; nobody is asked who they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from aftershift.engines.safety.resources import (
    Line,
    Purpose,
    emergency_numbers,
    lines_for,
    may_have_changed,
)
from aftershift.library.resources import countries

TITLES: tuple[tuple[Purpose, Promise], ...] = (
    (Purpose.CRISIS, _("Somebody to talk to")),
    (Purpose.VIOLENCE, _("Afraid of somebody, or hurt by them")),
    (Purpose.HEALTH_WORKER, _("For people who work in health")),
    (Purpose.CHILD, _("For children")),
    (Purpose.SUBSTANCE, _("Drink, drugs, medicines")),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownLine:
    """A line, and whether the page must say that it may have changed."""

    line: Line
    in_doubt: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class CountryCard:
    """One country as the page shows it; `is_short` says that an important line is not known."""

    code: str
    name: str
    emergency: Line
    groups: tuple[tuple[Promise, tuple[ShownLine, ...]], ...]
    is_short: bool


def emergency() -> Sequence[tuple[str, Sequence[str]]]:
    """Give each emergency number with the countries that answer it."""
    return emergency_numbers(countries())


def cards(today: date) -> tuple[CountryCard, ...]:
    """Give every country with its lines, grouped by what they are for."""
    return tuple(
        CountryCard(
            code=country.code,
            name=country.name,
            emergency=country.emergency,
            groups=tuple(
                (title, _shown(lines_for(country, purpose, today), today))
                for purpose, title in TITLES
                if country.has(purpose)
            ),
            is_short=not (country.has(Purpose.CRISIS) and country.has(Purpose.VIOLENCE)),
        )
        for country in countries()
    )


def _shown(lines: Sequence[Line], today: date) -> tuple[ShownLine, ...]:
    return tuple(ShownLine(line=line, in_doubt=may_have_changed(line, today)) for line in lines)
