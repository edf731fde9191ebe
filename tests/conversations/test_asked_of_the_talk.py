"""What is asked of the talk itself is done, and never given back: to listen, and to end."""

from dataclasses import replace

import pytest
from benchmarks.judging import NOW

from aftershift.engines.coach.hearing.asked_in_front import asks_to_listen, told_behind
from aftershift.engines.coach.state import Act, Reply, State, Steering
from aftershift.engines.coach.turn import take_turn
from aftershift.engines.safety.risk import NO_RISK
from aftershift.listening import Coach

TOLD = "she humiliated me in front of the whole ward"


def talk(coach: Coach, *turns: str) -> tuple[State, list[Reply]]:
    state, replies = State(), []
    for text in turns:
        heard = replace(coach.hear(text, state.heard_before), risk=NO_RISK)
        state, reply = take_turn(state, heard, coach.shelves, NOW)
        replies.append(reply)
    return state, replies


@pytest.mark.parametrize(
    "asks",
    ["just listen.", "please just listen,", "Only listen:", "I only want you to listen.",
     "can you just listen?", "Just listen please. No advice."],
)  # fmt: skip
def test_who_is_to_be_listened_to_is_and_hears_only_what_they_told(asks: str, coach: Coach) -> None:
    state, replies = talk(coach, f"{asks} {TOLD}")
    assert Steering.LISTEN in state.steering
    assert "listen." not in replies[0].text.lower().replace("i'll listen.", "")
    assert "humiliated you in front of the whole ward" in replies[0].text
    assert "?" not in replies[0].text


@pytest.mark.parametrize(
    "text", ["they don't listen. ever", "listen to the birds he said", "he told me to just listen."]
)
def test_who_tells_of_listening_asks_for_none(text: str) -> None:
    assert not asks_to_listen(text)


def test_what_is_told_stands_behind() -> None:
    assert told_behind(f"just listen. {TOLD}") == TOLD
    assert told_behind("she never listens. she laughed") == "she never listens. she laughed"
    assert told_behind("just listen.") == ""


@pytest.mark.parametrize(
    "ends", ["thanks, that's enough", "Thank you, that's enough for now", "ok thanks that's enough"]
)
def test_who_has_had_enough_is_let_go_however_early(ends: str, coach: Coach) -> None:
    _state, replies = talk(coach, TOLD, ends)
    assert replies[-1].act is Act.CLOSE
    assert "?" not in replies[-1].text


def test_enough_is_said_of_other_things(coach: Coach) -> None:
    _state, replies = talk(coach, TOLD, "thanks is not enough for what she did")
    assert replies[-1].act is not Act.CLOSE
