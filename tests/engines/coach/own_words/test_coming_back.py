"""Coming back to what was told before, where a message lies at the edge of it."""

from dataclasses import replace

import pytest
from benchmarks.judging import NOW
from tests.pointing import pointer
from tests.shelves import heard, shelves

from aftershift.engines.coach.answers.giving_back import HEART
from aftershift.engines.coach.own_words.coming_back import KEPT, heart
from aftershift.engines.coach.state import Reply, State, Steering
from aftershift.engines.coach.turn import take_turn

CARRIES = "She had the phone, but never looked up"
EDGE = "We have a dog"
FIRST = "I have been thinking about that evening"


def talk(*turns: str, state: State | None = None) -> tuple[State, list[Reply]]:
    state, replies, room = state or State(), [], replace(shelves(""), pointer=pointer())
    for turn in turns:
        state, reply = take_turn(state, heard(turn), room, NOW)
        replies.append(reply)
    return state, replies


@pytest.mark.parametrize(
    ("told", "text", "found"),
    [
        ([CARRIES], EDGE, CARRIES),
        (["It was a long day", CARRIES], EDGE, CARRIES),
        ([CARRIES], "He was tired, but never asked me", ""),  # carries a point of its own
        ([CARRIES], f"anyway {EDGE}", ""),
        ([CARRIES], "is it a dog you want?", ""),
        ([CARRIES], "miss her", ""),
        (["I want no advice, but never looked up"], EDGE, ""),  # is about the talk
        (["My nan died, but never looked up"], EDGE, ""),
        ([], EDGE, ""),
    ],
)
def test_what_weighs_far_more_than_a_message_is_its_heart(
    told: list[str], text: str, found: str
) -> None:
    assert heart(told, text, pointer()) == found


def test_it_is_given_back_once_with_what_is_told_now() -> None:
    state, replies = talk(FIRST, CARRIES, EDGE, "We have two dogs")
    assert f"“{CARRIES}”" in replies[2].text
    assert f"“{CARRIES}”" not in replies[3].text
    assert [name for name in state.used if name.startswith(HEART)]
    assert CARRIES not in state.told
    assert len(state.told) <= KEPT


def test_who_only_takes_what_was_said_gets_it_alone() -> None:
    _state, replies = talk(FIRST, CARRIES, "huh fair enough")
    assert f"“{CARRIES}”" in replies[2].text
    assert "fair enough" not in replies[2].text


def test_a_reply_to_who_only_wants_to_be_heard_stays_short() -> None:
    listens = State(steering=(Steering.LISTEN,))
    _state, replies = talk(FIRST, CARRIES, f"{EDGE} and a cat and a bird in the kitchen window")
    _state, quiet = talk(
        FIRST, CARRIES, f"{EDGE} and a cat and a bird in the kitchen window", state=listens
    )
    assert f"“{CARRIES}”" in replies[2].text
    assert len(quiet[2].text.split()) <= 30
