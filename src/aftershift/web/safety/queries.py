"""Reads of what is only one's own; each takes `by`, whose vault opens what is read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from django.utils.translation import gettext as _

from aftershift.engines.safety.course import Note, begin, has_link, is_off
from aftershift.engines.safety.help_card import Step
from aftershift.engines.safety.rows import Feature
from aftershift.library.help_cards import help_cards
from aftershift.web.pages import clock
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
    too_much: str


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
    rests: bool
    has_note: bool


def own(*, by: SignedIn) -> OwnPaper:
    """Open the paper."""
    row = Own.objects.filter(person=by.person).first()
    return row.read_as(by.vault, OwnPaper) if row else OwnPaper()


def is_just_me(*, by: SignedIn) -> bool:
    """Say whether what is for two stays away: this person put it away, or it rests after help."""
    paper = own(by=by)
    return paper.just_me or _rests(paper.note)


def was_asked(*, by: SignedIn) -> bool:
    """Say whether this person answered that they are not afraid of whom they share with."""
    return own(by=by).asked


def is_resting(feature: Feature, *, by: SignedIn) -> bool:
    """Say whether something rests for this person, as what was kept of an exchange has it."""
    now = clock.now()
    return is_off(begin(own(by=by).note, now), feature, now)


def has_help_link(*, by: SignedIn) -> bool:
    """Say whether the small link to help still stays from an exchange before."""
    now = clock.now()
    return has_link(begin(own(by=by).note, now), now)


def _rests(note: Note) -> bool:
    now = clock.now()
    return is_off(begin(note, now), Feature.COUPLE_EXERCISES, now)


def own_page(*, by: SignedIn) -> OwnPage:
    """Gather the first page."""
    paper = own(by=by)
    return OwnPage(
        has_plan=paper.has_plan,
        trusted=trusted_card(paper.trusted),
        just_me=paper.just_me,
        rests=_rests(paper.note),
        has_note=paper.note != Note(),
    )


def trusted_card(trusted: Trusted) -> TrustedCard | None:
    """Make the ways to somebody trusted; None where there is nobody."""
    if not trusted.number:
        return None
    dial = re.sub(r"[^0-9+]", "", trusted.number)
    too_much = help_cards()[LANGUAGE].reset.corridor_steps[1].quote
    return TrustedCard(
        name=trusted.name,
        number=trusted.number,
        call=f"tel:{dial}",
        text=f"sms:{dial}?body={quote(_('Can you call me?'))}",
        too_much=f"sms:{dial}?body={quote(too_much)}",
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
