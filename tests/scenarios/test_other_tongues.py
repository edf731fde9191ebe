"""Somebody who is heard in another language is shown the way to help in it, first and once."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from aftershift.engines.safety.answering import Answer, Said, again, step
from aftershift.engines.safety.course import Course, Note, begin
from aftershift.engines.safety.filling import filled
from aftershift.engines.safety.protocols import TONGUES, ProtocolError
from aftershift.engines.safety.risk import Category, Level, Risk
from aftershift.library.protocols import load_protocols
from aftershift.listening import Triage, triage_with

NOW = datetime(2026, 12, 1, 3, tzinfo=UTC)
PROTOCOLS = load_protocols()
GRAVE = Risk(level=Level.ELEVATED, categories=(Category.SUICIDE_ACTIVE,))
HURT = Risk(level=Level.ELEVATED, categories=(Category.PARTNER_VIOLENCE,))


@pytest.fixture(scope="module")
def ear() -> Triage:
    return triage_with(lambda _words: None)


def answered(risk: Risk, course: Course | None = None) -> tuple[Course, Answer]:
    return step(course or begin(Note(), NOW), Said(text="x", risk=risk), PROTOCOLS, NOW)


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("quiero matarme", "es"),
        ("no puedo más, esta noche me mato", "es"),
        ("ich will nicht mehr leben", "de"),
        ("Ich bring mich heute Abend um.", "de"),
        ("je veux mourir", "fr"),
        ("ce soir je me tue", "fr"),
        ("ik wil niet meer leven", "nl"),
        ("ik ga zelfmoord plegen", "nl"),
        ("I want to kill myself", ""),
        ("I want to kill myself, quiero morirme", ""),
        ("My patient said te quiero and I cried. I want to die.", ""),
        ("I am having lunch with my sister", ""),
        ("estoy cansada del turno de noche", ""),
    ],
)
def test_the_language_is_that_of_the_phrases_that_were_heard(
    ear: Triage, said: str, language: str
) -> None:
    risk = ear(said, ())
    assert risk.language == language
    assert bool(risk.level) or not language


@pytest.mark.parametrize("language", TONGUES)
def test_the_first_bubble_is_in_their_language_and_names_its_help_once(language: str) -> None:
    course, answer = answered(replace(GRAVE, language=language))
    first, second, *_ = filled(answer.bubbles, None, date(2026, 12, 1))
    assert first.tongue == language
    assert TONGUES[language] in first.text
    assert not second.tongue
    assert again(course, PROTOCOLS).bubbles == answer.bubbles
    later = replace(GRAVE, language=language, level=Level.EMERGENCY)
    course, answer = answered(later, course)
    assert answer.bubbles
    assert PROTOCOLS.tongues[language] not in answer.bubbles
    assert again(course, PROTOCOLS).bubbles == answer.bubbles


def test_it_stands_before_the_question_whether_it_is_safe_to_read() -> None:
    """Who cannot read the question cannot answer it; the line itself says nothing of any risk."""
    _course, answer = answered(replace(HURT, language="es"))
    assert answer.private
    assert answer.bubbles[0] == PROTOCOLS.tongues["es"]
    assert "safe to read" in answer.bubbles[1]


def test_english_and_languages_without_a_card_are_answered_as_ever() -> None:
    plain = answered(GRAVE)[1]
    assert answered(replace(GRAVE, language="hi"))[1] == plain
    assert not any(one in PROTOCOLS.tongues.values() for one in plain.bubbles)


def test_the_lines_are_short_and_a_language_without_one_does_not_load() -> None:
    assert all(len(one.split()) <= 20 for one in PROTOCOLS.tongues.values())
    with pytest.raises(ProtocolError, match="nl: a line"):
        replace(PROTOCOLS, tongues={**PROTOCOLS.tongues, "nl": "Hulp staat hier."})
