"""What a person at risk is answered: one turn of the protocols, and how a page shows it.

The words are those of content/protocols. Where the exchange stands comes with the page and goes
with it; see `carried`.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.urls import reverse
from django.utils.functional import Promise

from aftershift.engines.safety.answering import Answer, Said, again, step
from aftershift.engines.safety.course import Course
from aftershift.engines.safety.filling import Bubble, filled
from aftershift.engines.safety.protocols import Button
from aftershift.engines.safety.resources import Country
from aftershift.engines.safety.risk import NO_RISK, UNHEARD, Level
from aftershift.engines.safety.rows import ASK_IF_SAFE, path_for
from aftershift.library.protocols import load_protocols
from aftershift.library.resources import countries
from aftershift.web.env import ENV
from aftershift.web.help.queries import Card, Tongue, card, plain_number, tongue_of

NOTHING_SAID = Said()
PLACES = {
    "help": "help:home",
    "plan": "safety:plan",
    "grounding": "help:reset",
    "just_me": "safety:page",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """A button: it sends `fields` on, or leads `to` another page, or leaves by the quick exit."""

    words: Promise | str
    fields: tuple[tuple[str, str], ...] = ()
    to: str = ""
    leaves: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class AnswerCard:
    """What is answered, with the lines of a country, and the help card where it may stand below.

    `is_private`: who looks over a shoulder sees the answer itself first, and no heading.
    `tongue`: the help card in the language in which somebody was heard.
    """

    bubbles: tuple[Bubble, ...]
    steps: tuple[Step, ...]
    level: Level
    is_private: bool
    lines: Card | None
    tongue: Tongue | None = None

    @property
    def is_emergency(self) -> bool:
        """Say whether the emergency number comes before every word."""
        return self.level is Level.EMERGENCY

    @property
    def is_open(self) -> bool:
        """Say whether an answer is waited for, so that there is a place to write one."""
        return self.level > Level.NONE


def turn(course: Course, said: Said, *, is_message: bool, now: datetime) -> tuple[Course, Answer]:
    """Take one turn. What is open and was not answered is said again, in the same words.

    `is_message`: the words are meant for somebody else.
    """
    if is_message:
        said = _of_message(course, said)
    elif said == NOTHING_SAID:
        return course, again(course, load_protocols())
    course, answer = step(course, said, load_protocols(), now)
    if course.level > Level.NONE and not answer.interrupts:
        return course, again(course, load_protocols())
    return course, answer


def answer_card(
    course: Course, answer: Answer, fields: tuple[tuple[str, str], ...], *, country: str, on: date
) -> AnswerCard:
    """Show an answer. Each of its buttons sends `fields` on."""
    shows_lines = answer.level >= Level.ELEVATED and not waits_for_safe(course)
    bubbles = tuple(_named_only(one) for one in filled(answer.bubbles, _place(country), on))
    return AnswerCard(
        bubbles=bubbles,
        steps=tuple(_step(one, fields, country) for one in answer.buttons),
        level=answer.level,
        is_private=answer.private,
        lines=card(ENV.help_language, chosen=country, today=on) if shows_lines else None,
        tongue=next((tongue_of(one.tongue) for one in bubbles if one.tongue), None),
    )


def told_before(text: str, *, country: str, on: date) -> tuple[str, ...]:
    """Give the paragraphs of an earlier answer, with what holds in a country filled in."""
    return tuple(one.text for one in filled(text.split("\n\n"), _place(country), on))


def _place(country: str) -> Country | None:
    return next((one for one in countries() if one.code == country), None)


def is_alone(answer: Answer) -> bool:
    """Say whether the message leaves the page, and nothing but the answer is on it."""
    return answer.level >= Level.ELEVATED or answer.private


def _of_message(course: Course, said: Said) -> Said:
    """Hear a message as one: it takes nothing back, and no kind of question is asked twice of it.

    It comes along with every button of its page, and is heard each time.
    """
    risk = said.risk
    is_question = risk.level is Level.CHECK_IN and risk != UNHEARD
    was_asked = is_question and any(one.startswith(f"{path_for(risk)}.") for one in course.given)
    return replace(
        said, text="" if course.level else said.text, risk=NO_RISK if was_asked else risk
    )


def _named_only(bubble: Bubble) -> Bubble:
    """Leave the lines that it names to be tapped; the others stand on the help card."""
    named = (one for one in bubble.lines if (one.phone or one.text_to or one.web) in bubble.text)
    return replace(bubble, lines=tuple(named))


def waits_for_safe(course: Course) -> bool:
    """Say whether somebody was asked if it is safe to read here, and has not said so."""
    return course.path in ASK_IF_SAFE and f"{course.path}.believed" not in course.given


def _step(button: Button, fields: tuple[tuple[str, str], ...], country: str) -> Step:
    if button.opens == "quick_exit":
        return Step(words=button.says, leaves=True)
    if button.opens == "plain_copy" and plain_number(country, 1):
        return Step(words=button.says, to=reverse("help:list", args=[country, 1]))
    if button.opens:
        return Step(words=button.says, to=reverse(PLACES.get(button.opens, "help:home")))
    return Step(words=button.says, fields=(*fields, ("button", button.id)))
