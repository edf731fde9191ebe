"""Words that were given, in another form."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from tests.shelves import heard, shelves

from aftershift.engines.coach.hearing.wants import Want, Wants
from aftershift.engines.coach.state import Act, State
from aftershift.engines.coach.turn import take_turn
from aftershift.engines.coach.words.reworking import reworked
from aftershift.engines.safety.course import Course

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
SORRY = "I'm sorry. You didn't deserve that, and there is no 'but' coming."
SINK = "You keep your motor parts in the sink. I'd like one sink to be mine."
TURNED = "I'd like one sink to be mine. You keep your motor parts in the sink."


@pytest.mark.parametrize(
    ("words", "asked", "said"),
    [
        (SORRY, "leave the sorry out", "You didn't deserve that, and there is no 'but' coming."),
        (SORRY, "no buts please", ""),
        (SINK, "too long. cut it", "I'd like one sink to be mine."),
        (SINK, "not the motor parts", "I'd like one sink to be mine."),
        (SINK, "my sink first", SINK),
        (SINK, "other way round", TURNED),
        ("I'd like you home by six, because I can't do the bath alone.", "shorter",
         "I'd like you home by six."),
        ("I thought of it all night, and God knows I mind.", "leave God out of it",
         "I thought of it all night."),
        ("I may be late, so start without me.", "leave the late out", "Start without me."),
        (SORRY, "leave the not knowing out", ""),
        ("Hello.", "shorter", ""),
        (SORRY, "it sounds like a bank", ""),
    ],
)  # fmt: skip
def test_what_can_be_done_to_words_is_done(words: str, asked: str, said: str) -> None:
    assert reworked((words,), asked.lower()) == ("" if said == words else said)


def test_of_several_words_none_is_cut() -> None:
    assert reworked((SORRY, SINK), "shorter") == ""
    assert reworked((SORRY, SINK), "without the motor parts") == "I'd like one sink to be mine."


def test_words_that_were_given_come_back_as_they_are_wanted() -> None:
    asked = replace(heard("too long"), wants=Wants(shares={Want.CHANGE: 0.9}))
    state = State(acts=(Act.REFLECT, Act.SCRIPT), asked=(False, False), words=(SINK,))
    after, reply = take_turn(state, asked, shelves(), NOON)
    assert "“I'd like one sink to be mine.”" in reply.text
    assert after.words == ("I'd like one sink to be mine.",)


@pytest.mark.parametrize(
    "state", [{"course": replace(Course(), guarded=True)}, {"said": ("she has blocked me",)}]
)
def test_words_to_who_may_be_feared_or_wants_none_are_not_given_again(
    state: dict[str, Any],
) -> None:
    asked = replace(heard("too long"), wants=Wants(shares={Want.CHANGE: 0.9}))
    had_words = replace(State(acts=(Act.SCRIPT,), asked=(False,), words=(SINK,)), **state)
    assert "sink" not in take_turn(had_words, asked, shelves(), NOON)[1].text


def test_where_nothing_was_given_nothing_is_changed() -> None:
    asked = replace(heard("too long"), wants=Wants(shares={Want.CHANGE: 0.9}))
    _after, reply = take_turn(State(acts=(Act.REFLECT,), asked=(False,)), asked, shelves(), NOON)
    assert reply.rule != "wants words in another form"
