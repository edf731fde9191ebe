"""What is said where no theme is known: the gist of a message, whatever it is about."""

from dataclasses import replace
from datetime import UTC, datetime
from math import log

import pytest
from tests.shelves import heard, shelves

from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.reading import is_among
from aftershift.engines.coach.state import Act, Reply, State
from aftershift.engines.coach.stock.shelves import Shelves
from aftershift.engines.coach.turn import take_turn

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
TELLING = (
    "my boss took my old cake to the raffle and the cake was for mum",
    "and nobody said a word about it, not even afterwards",
    "they all had some, mind",
    "i went and stood in the car park for a while",
    "then i came back in and smiled",
    "it was a good cake",
    "i have made it every year since i was nine",
    "well there we are",
)
GISTS = tuple(shelves().gists)


def talk(*turns: str, at: Shelves) -> tuple[State, list[Reply]]:
    state, replies = State(), []
    for turn in turns:
        state, reply = take_turn(state, heard(turn), at, NOW)
        replies.append(reply)
    return state, replies


@pytest.mark.parametrize("gist", GISTS)
def test_a_gist_carries_a_whole_talk(gist: str) -> None:
    state, replies = talk(*TELLING, at=shelves("", gist))
    assert len(set(state.used)) == len(state.used)
    assert sum(name.startswith(f"{gist}.") for name in state.used) >= len(TELLING) - 1
    assert Act.ASK_LEAVE in [one.act for one in replies]
    for reply in replies:
        assert "{" not in reply.text, reply.text
        assert 4 <= len(reply.text.split()) <= 90, reply.text


@pytest.mark.parametrize("gist", GISTS)
def test_first_words_are_given_first_and_words_of_another_life_when_asked_again(gist: str) -> None:
    at = shelves("", gist)
    state, replies = talk(TELLING[0], "what do I say to him", "what do I say to him", at=at)
    assert [one.act for one in replies[1:]] == [Act.SCRIPT, Act.SCRIPT]
    assert any(name.startswith("words_") for name in state.used)
    state, _reply = take_turn(state, replace(heard(""), tapped=Move.MORE), at, NOW)
    assert any(name.startswith(f"{gist}.words.") for name in state.used)


@pytest.mark.parametrize("gist", GISTS)
def test_a_step_is_offered_by_the_gist_where_no_theme_is_known(gist: str) -> None:
    _state, replies = talk(TELLING[0], "what can I do", at=shelves("", gist))
    assert replies[-1].act is Act.OFFER
    assert set(replies[-1].practices) <= set(shelves().gists[gist].practices)


def test_what_it_is_about_is_named_and_not_in_two_replies_running() -> None:
    _state, replies = talk(*TELLING, at=shelves("", "left-out"))
    named = ["the cake" in reply.text or "your boss" in reply.text for reply in replies]
    assert any(named)
    assert not any(named[at] and named[at + 1] for at in range(len(named) - 1))


def test_without_a_name_or_a_thing_no_line_speaks_of_one() -> None:
    _state, replies = talk(*["and on it went"] * 6, at=shelves("", "left-out"))
    assert all("the other person" not in reply.text for reply in replies)


@pytest.mark.parametrize(
    ("told", "known"),
    [({"a", "beer"}, True), ({"drinking"}, True), ({"undrinking"}, False), ({"tea"}, False)],
)
def test_a_word_of_the_theme_anchors_it(told: set[str], known: bool) -> None:
    assert is_among(told, ("beer", "drink*")) is known


@pytest.mark.parametrize(
    ("text", "opens"), [("one more beer after the late", True), ("one more after the late", False)]
)
def test_a_theme_without_a_word_of_its_own_must_be_very_sure(text: str, opens: bool) -> None:
    themes = len(shelves().playbooks)
    at = shelves("drink-to-unwind", share=log(0.8 / 0.2 * themes))  # it leans to it by 0.8
    state, _replies = talk(text, at=at)
    assert (state.theme == "drink-to-unwind") is opens
