"""A first message that tells nothing yet is made welcome, and not given back."""

from dataclasses import replace

import pytest
from benchmarks.judging import NOW
from tests.pointing import pointer
from tests.shelves import heard, leaning_to, shelves

from aftershift.engines.coach.openers import Openers
from aftershift.engines.coach.state import Reply, State
from aftershift.engines.coach.turn import take_turn

OPENS = Openers(chooser=leaning_to(0, 1))  # hears every message as an opener


def talk(*turns: str) -> tuple[State, list[Reply]]:
    state, replies = State(), []
    room = replace(shelves(""), pointer=pointer(), openers=OPENS)
    for turn in turns:
        state, reply = take_turn(state, heard(turn), room, NOW)
        replies.append(reply)
    return state, replies


def test_it_is_made_welcome_and_only_the_first_message_can_be_one() -> None:
    says = "my wife gave me the link, but never said it was for porters"
    state, replies = talk(says, says)
    assert state.used[0].startswith("opener.")
    assert "porters" not in replies[0].text
    assert "porters" in replies[1].text


def test_nothing_of_it_is_come_back_to() -> None:
    state, _replies = talk("my wife gave me the link, but never said it was for porters")
    assert state.told == ()


@pytest.mark.parametrize(
    ("says", "key"),
    [
        ("hi", "hello."),
        ("Can I ask about family or only about my husband?", "allowed_here."),
        ("i want to talk about something", "opener."),
        ("it's about my best friend", "opener_of."),
    ],
)
def test_hello_is_said_back_and_who_asks_for_leave_has_it(says: str, key: str) -> None:
    assert talk(says)[0].used[0].startswith(key)


def test_who_asks_to_tell_of_somebody_behind_their_day_is_asked_about_them() -> None:
    says = (
        "12 hour in kitchen today, 210 cover, one burned arm not bad. can i talk about my teacher"
    )
    state, replies = talk(says)
    assert state.used[0].startswith("opener_of.")
    assert "your teacher" in replies[0].text.lower()


def test_good_news_is_no_opener() -> None:
    assert not talk("I passed my driving test today")[0].used[0].startswith("opener.")


def test_whom_it_is_about_is_named_where_it_was_said() -> None:
    reply = talk("Hi, I have a problem with my husband about money")[1][0]
    assert "your husband" in reply.text.lower()
    assert "money" not in reply.text
