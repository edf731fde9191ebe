"""A first message that tells nothing yet is made welcome, and not given back."""

from dataclasses import replace

import pytest
from benchmarks.judging import NOW
from tests.pointing import pointer
from tests.shelves import heard, leaning_to, shelves

from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.hearing.openers import Openers
from aftershift.engines.coach.state import Act, Reply, State
from aftershift.engines.coach.turn import take_turn

MATTER = (
    "it rained, but he waited for me at the gate",
    "we had soup, but he never asked about it",
)
ROOM = replace(shelves(""), pointer=pointer())
OPENS = Openers(chooser=leaning_to(0, 1))  # hears every message as an opener


def talk(*turns: str) -> tuple[State, list[Reply]]:
    state, replies = State(), []
    room = replace(shelves(""), pointer=pointer(), openers=OPENS)
    for turn in turns:
        state, reply = take_turn(state, heard(turn), room, NOW)
        replies.append(reply)
    return state, replies


def told(*turns: str) -> tuple[State, list[Reply]]:
    """Talk with a coach that hears no message as an opener; what asks for words, does so."""
    state, replies = State(), []
    for turn in turns:
        state, reply = take_turn(state, heard(turn), ROOM, NOW)
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


def test_what_is_said_to_be_beside_the_matter_is_not_given_back() -> None:
    says = "94 calls, and one man called me a robot, but thats not why im here"
    state, reply = take_turn(State(), heard(says), shelves(""), NOW)
    assert state.used[0].startswith("opener.")
    assert "robot" not in reply.text


def test_who_asks_only_for_words_is_asked_for_the_matter_and_then_whether_it_is_time() -> None:
    state, _replies = told("I need some words for my husband", *MATTER)
    assert state.used[0].startswith("words_first.")
    assert state.acts[-1] is Act.ASK_LEAVE
    assert state.used[-1].startswith("leave_words.")
    state, reply = take_turn(state, replace(heard("yes"), tapped=Move.YES), ROOM, NOW)
    assert reply.act is Act.SCRIPT
    assert not state.awaits_words


def test_who_tells_the_matter_at_once_is_asked_for_none() -> None:
    assert not told("My boss shouted at me in front of them. What do I say?")[0].awaits_words
    assert not told("I need words to tell my boss I can't do saturday")[0].awaits_words


def test_who_opens_with_a_death_is_not_asked_what_happened() -> None:
    state, _replies = told("Mr Smith, 42-1, died")
    assert state.used[-1].startswith("opens_loss.")
    for says in ("mum has cancer, 4-1", "my phone died, 4-1", "my feet are dead, 4-1"):
        state, _replies = told(says)
        assert not any(name.startswith("opens_loss.") for name in state.used)
