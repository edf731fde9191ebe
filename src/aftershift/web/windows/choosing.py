"""With whom, in words: what a page offers to choose from."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from aftershift.engines.windows.family import MOST_PEOPLE
from aftershift.web.windows.company import Company, Known, asked_for, family, partners, usual_of


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """One usual company; `asked` goes into the address."""

    words: str
    asked: str
    is_chosen: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Somebody:
    """One person who may take part."""

    id: str
    name: str
    is_chosen: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class CompanyCard:
    """With whom: the usual companies and each person; empty where there is nothing to choose.

    `asked` is what every address and form of the page carries on; `hidden` the same for forms.
    """

    choices: tuple[Choice, ...]
    people: tuple[Somebody, ...]
    asked: str
    hidden: tuple[str, ...]
    has_child: bool
    count: int
    names: str  # without the reader
    everybody: str
    is_too_many: bool


def company_card(company: Company) -> CompanyCard:
    """Gather the choice. Two people whose days are known have none."""
    everybody = company.everybody
    has_choice = len(everybody) > 2
    return CompanyCard(
        choices=_choices(company) if has_choice else (),
        people=tuple(
            Somebody(id=str(one.id), name=one.name, is_chosen=one in company.people)
            for one in everybody[1:]
        )
        if has_choice
        else (),
        asked=address_of(company.asked),
        hidden=company.asked,
        has_child=company.has_child,
        count=len(company.people),
        names=names_words([one.name for one in company.people[1:]]),
        everybody=names_words([_("You"), *(one.name for one in company.people[1:])]),
        is_too_many=company.is_too_many,
    )


def address_of(asked: tuple[str, ...]) -> str:
    """Write what an address carries behind its other parts."""
    return "&" + urlencode([("with", one) for one in asked]) if asked else ""


def names_words(names: list[str]) -> str:
    """Join names: Sam, Mia and Ben."""
    if len(names) < 2:
        return "".join(names)
    return _("%(most)s and %(last)s") % {"most": ", ".join(names[:-1]), "last": names[-1]}


def _choices(company: Company) -> tuple[Choice, ...]:
    everybody = company.everybody
    offered: dict[tuple[Known, ...], str] = {}
    couple = partners(everybody)
    if len(couple) > 1:
        offered[couple] = (
            _("The two of us") if len(couple) == 2 else _("The %(n)d of us") % {"n": len(couple)}
        )
    if len(couple) < len(family(everybody)) <= MOST_PEOPLE:
        offered.setdefault(family(everybody), _("With the children"))
    if len(everybody) <= MOST_PEOPLE or everybody == usual_of(everybody):
        offered.setdefault(everybody, _("Everybody"))
    return tuple(
        Choice(
            words=words,
            asked=address_of(asked_for(everybody, people)),
            is_chosen=people == company.people,
        )
        for people, words in offered.items()
    )
