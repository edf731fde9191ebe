"""Whether to leave or to stay is asked in many forms, and much that sounds like it is not."""

from datetime import UTC, datetime

import pytest
from tests.shelves import heard, shelves

from aftershift.engines.coach.state import State
from aftershift.engines.coach.turn import take_turn

NOW = datetime(2026, 11, 30, 20, tzinfo=UTC)
NAME = "asks whether to stay or go"


def rule_of(text: str, *before: str) -> str:
    state = State(said=before)
    return take_turn(state, heard(text), shelves(), NOW)[1].rule


@pytest.mark.parametrize(
    "text",
    [
        "should i leave him",
        "Do I leave her or not?",
        "break up with my gf y/n",
        "is it better for the kids if we stay together?",
        "would you stay with him?",
        "Just say it. Go or stay.",
        "is it time to give him another chance?",
    ],
)
def test_to_stay_or_to_go_is_heard(text: str) -> None:
    assert rule_of(text) == NAME


@pytest.mark.parametrize("text", ["yes or no", "that's no answer", "would you go?", "pick one"])
def test_who_has_asked_is_still_asking_when_pressing(text: str) -> None:
    assert rule_of(text, "should I leave him?") == NAME
    assert rule_of(text, "he never cooks") != NAME


@pytest.mark.parametrize(
    "text",
    [
        "should i leave nursing?",
        "should I leave the lights on for her?",
        "can you stay with me while I write this?",
        "he asked whether I could stay late again",
        "should I leave him a note?",
        "should I tell him we should leave earlier for his mother's?",
    ],
)
def test_what_only_sounds_like_it_is_not(text: str) -> None:
    assert rule_of(text) != NAME
