"""What a tick opens: a protocol that asks, before anything that was ticked is shown."""

from datetime import UTC, datetime, timedelta

import pytest

from aftershift.engines.checkins.instruments import Touch
from aftershift.engines.safety.answering import Said, opened, step
from aftershift.engines.safety.course import Note, begin, note_of
from aftershift.engines.safety.risk import Level
from aftershift.engines.safety.touches import OPENINGS, gravest
from aftershift.library.protocols import load_protocols

NOW = datetime(2026, 10, 19, 9, tzinfo=UTC)
FIRST = {
    "plan": "danger.opening",
    "violence": "violence.opening",
    "self_harm": "thoughts.opening",
    "afraid": "eggshells.opening",
    "disappearing": "check_in.opening",
    "abuse_at_work": "at_work.opening",
    "substance": "drinking.opening",
}


@pytest.mark.parametrize(("touch", "turn"), FIRST.items())
def test_each_touch_opens_its_own_question(touch: str, turn: str) -> None:
    opening = OPENINGS[touch]
    course, answer = opened(begin(Note(), NOW), opening, load_protocols(), NOW)
    assert f"{answer.path}.{answer.turn}" == course.asked == turn
    assert course.level == answer.level == opening.level
    assert answer.bubbles
    assert answer.buttons


def test_every_touch_is_in_the_table_above() -> None:
    assert set(FIRST) == set(OPENINGS)
    assert {one.value for one in Touch} <= set(OPENINGS)


@pytest.mark.parametrize("touch", ["violence", "afraid", "abuse_at_work"])
def test_nothing_of_fear_or_abuse_is_noted_until_the_end(touch: str) -> None:
    protocols = load_protocols()
    course, answer = opened(begin(Note(), NOW), OPENINGS[touch], protocols, NOW)
    assert answer.private
    for button in [one.id for one in answer.buttons if not one.opens]:
        after, said = step(course, Said(button=button), protocols, NOW)
        assert note_of(after) == Note()
        assert said.private


def test_a_second_question_within_three_days_is_the_one_above() -> None:
    protocols, opening = load_protocols(), OPENINGS["disappearing"]
    course, _answer = opened(begin(Note(), NOW), opening, protocols, NOW)
    for later, path in ((timedelta(hours=71), "thoughts"), (timedelta(hours=73), "check_in")):
        again = begin(note_of(course), NOW + later)
        assert opened(again, opening, protocols, NOW + later)[1].path == path


def test_the_gravest_of_several_is_asked_about() -> None:
    assert gravest(["substance", "violence", "disappearing"]) == "violence"
    assert gravest(["plan", "violence"]) == "plan"
    assert gravest([]) == ""


def test_who_does_it_at_work_is_asked_without_shame_and_can_say_that_it_is_more() -> None:
    protocols = load_protocols()
    course, _answer = opened(begin(Note(), NOW), OPENINGS["abuse_at_work"], protocols, NOW)
    course, answer = step(course, Said(button="me"), protocols, NOW)
    assert (answer.path, answer.turn) == ("at_work", "me")
    course, answer = step(course, Said(button="hurt"), protocols, NOW)
    assert (answer.path, answer.turn, answer.level) == ("hurting", "opening", Level.ELEVATED)
