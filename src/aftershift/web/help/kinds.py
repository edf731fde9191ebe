"""The kinds of help as the page shows them: all four with their reasons, or the one that fits."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from aftershift.engines.safety.help_papers import KindWords
from aftershift.engines.safety.resources import Purpose
from aftershift.engines.safety.stepped_care import Advice, Rule, Sign, Step, advise, rules_of
from aftershift.web.help import queries


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """One kind of help, and why."""

    step: str
    words: KindWords
    reasons: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """The kind that fits, the lines to call where there are any, and where one may go from it."""

    kind: Kind
    is_urgent: bool
    card: queries.Card | None
    links: tuple[tuple[str, str], ...]  # (address, words), the first as a button


def four(language: str) -> tuple[Kind, ...]:
    """Give all four with all their reasons, the most urgent first."""
    return tuple(_kind(language, step, rules_of(step)) for step in Step)


def answer(frame: queries.Frame, ticked: Set[Sign], *, chosen: str, today: date) -> Answer | None:
    """Give the kind that fits what was ticked; None where nothing was."""
    advice = advise(ticked)
    if advice is None:
        return None
    wanted = advice.lines
    card = queries.card(frame.language, chosen=chosen, today=today, order=wanted)
    return Answer(
        kind=_kind(frame.language, advice.step, advice.rules),
        is_urgent=advice.step is Step.URGENT,
        card=card if wanted else None,
        links=_links(frame, advice),
    )


def _kind(language: str, step: Step, rules: tuple[Rule, ...]) -> Kind:
    words = queries.papers(language).which
    reasons = tuple(words.reasons[rule.name] for rule in rules)
    return Kind(step=step.value, words=words.kinds[step], reasons=reasons)


def _links(frame: queries.Frame, advice: Advice) -> tuple[tuple[str, str], ...]:
    """Say where to go from a kind; from the most urgent only to what helps now."""
    papers = queries.papers(frame.language)
    help_card = (f"{frame.home}#talk", papers.which.people)
    reset = (frame.reset, frame.words.reset.link)
    unsafe = (f"{frame.home}#home", papers.leaving.hurt)
    sheet = (frame.sheet, papers.which.sheet)
    coach = (reverse("coach:page"), papers.which.coach)
    reading = (reverse("reading:home"), papers.which.reading)
    pocket = (reverse("pocket:home"), papers.which.pocket)
    return {
        Step.URGENT: (help_card, unsafe if Purpose.VIOLENCE in advice.lines else reset),
        Step.HUMAN: (sheet, help_card),
        Step.COACH: (coach, reading, help_card),
        Step.SELF_HELP: (pocket, reading, coach),
    }[advice.step]
