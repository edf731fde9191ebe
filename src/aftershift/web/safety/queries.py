"""Reads of what is only one's own; each takes `by`, whose vault opens what is read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from django.utils.translation import gettext as _

from aftershift.engines.safety.help_card import Step
from aftershift.library.help_cards import help_cards
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.safety.models import Own
from aftershift.web.safety.papers import OwnPaper, Trusted

LANGUAGE = "en"  # these pages speak English, as all do that need an account


@dataclass(frozen=True, kw_only=True, slots=True)
class TrustedCard:
    """Somebody to call or write to with one tap."""

    name: str
    number: str
    call: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class FilledStep:
    """One step of the plan: what it is for, and the person's own lines."""

    title: str
    says: str
    lines: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnPage:
    """What the first page of this wing shows."""

    has_plan: bool
    trusted: TrustedCard | None
    just_me: bool


def own(*, by: SignedIn) -> OwnPaper:
    """Open the paper."""
    row = Own.objects.filter(person=by.person).first()
    return row.read_as(by.vault, OwnPaper) if row else OwnPaper()


def is_just_me(*, by: SignedIn) -> bool:
    """Say whether this person put away what is for two."""
    return own(by=by).just_me


def own_page(*, by: SignedIn) -> OwnPage:
    """Gather the first page."""
    paper = own(by=by)
    return OwnPage(
        has_plan=paper.has_plan, trusted=trusted_card(paper.trusted), just_me=paper.just_me
    )


def trusted_card(trusted: Trusted) -> TrustedCard | None:
    """Make the ways to somebody trusted; None where there is nobody."""
    if not trusted.number:
        return None
    dial = re.sub(r"[^0-9+]", "", trusted.number)
    says = quote(_("Can you call me?"))
    return TrustedCard(
        name=trusted.name, number=trusted.number, call=f"tel:{dial}", text=f"sms:{dial}?body={says}"
    )


def steps() -> Sequence[Step]:
    """Give the six steps in words."""
    return help_cards()[LANGUAGE].sheet.steps


def filled_steps(*, by: SignedIn) -> tuple[FilledStep, ...]:
    """Put the person's own lines below each step."""
    written = own(by=by).steps
    return tuple(
        FilledStep(title=step.title, says=step.says, lines=tuple(said.splitlines()))
        for step, said in zip(steps(), written, strict=True)
    )
