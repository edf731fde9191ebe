"""Unsafe staffing told in words: the system is named in any theme, and its step comes first."""

import pytest
from benchmarks.judging import NOW
from tests.shelves import heard, shelves

from aftershift.engines.coach.answers.staffing import TOO_FEW
from aftershift.engines.coach.state import Act, Reply, State
from aftershift.engines.coach.turn import take_turn

UNSAFE = (
    "three of us for 30 patients",
    "three nurses down again",
    "two short again. no break",
    "one nurse for 18 and an agency who didn't know the keys",
    "me and a hca, 12 patients each",
    "on my own with 22 patients all night",
    "we were short staffed again",
    "it was 1:12 on nights",
    "not enough staff to turn anybody",
    "two nurses off sick and nobody to cover",
    "the numbers are not safe",
    "unsafe staffing since march",
    "skeleton staff every weekend",
    "i was the only nurse on nights",
    "down two midwives and four in labour",
    "one to fifteen on a good day",
    "no agency came",
    "gaps in the rota like a comb",
    "two of us for 28 beds",
    "too few hands and too many bells",
)
SPARED = (
    "three of us for dinner on sunday",
    "two short weeks and then spain",
    "i am short of breath on the stairs",
    "we were two goals down at half time",
    "i have one to one supervision on friday",
    "two nurses came to our wedding",
    "i'm the only nurse in my family",
    "a table for four and no cover charge",
    "we slept for two nights with no cover on the sofa",
    "one nurse for years, then a teacher",
    "all 12 patients were lovely today",
    "two short texts and no answer",
    "he is down to three cigarettes",
    "my rota came out and it is fine",
    "it was safe and quiet tonight",
    "the load in the washing machine",
    "she was short with me",
    "ten to twelve and still awake",
    "the four of us on the beach",
    "one doctor to another, he said",
)
ACTION = "load_action.staffing."


def talk(theme: str, *said: str) -> tuple[State, list[Reply]]:
    state, replies = State(), []
    for one in said:
        state, reply = take_turn(state, heard(one), shelves(theme), NOW)
        replies.append(reply)
    return state, replies


@pytest.mark.parametrize("told", UNSAFE)
def test_the_systems_step_comes_first_in_any_theme(told: str) -> None:
    for theme in ("", "home-empty"):
        state, replies = talk(theme, told, "what can I do about it")
        assert state.named_system
        assert any(name.startswith(ACTION) for name in state.used)
        assert replies[-1].act is Act.OFFER
        action = next(name for name in state.used if name.startswith(ACTION))
        text = shelves("").lines["load_action.staffing"][int(action.rpartition(".")[2])]
        offered = next(name for name in state.used if name.startswith("offer."))
        assert text in replies[-1].text
        assert state.used.index(action) < state.used.index(offered)


@pytest.mark.parametrize("told", SPARED)
def test_what_only_sounds_like_it_is_spared(told: str) -> None:
    assert not TOO_FEW.search(told)


def test_it_is_said_once() -> None:
    state, _replies = talk("", UNSAFE[0], "what can I do", "what else can I do", "what can I do")
    assert sum(name.startswith(ACTION) for name in state.used) == 1
    assert sum(name.startswith("system.") for name in state.used) == 1


def test_nobody_who_grieves_is_told_of_it() -> None:
    state, _replies = talk("", "my mum died, they were short staffed", "what can I do")
    assert not any(name.startswith(ACTION) for name in state.used)


def test_told_in_passing_of_why_friends_stopped_asking_it_is_not_the_matter() -> None:
    told = (
        "found out my mates went away for the weekend, nobody asked me",
        "I've cancelled the last four things. short staffed, swapped shift, slept through one",
        "my mates just got tired of hearing no",
    )
    state, _replies = talk("", *told, "what can I do about it")
    assert not any(name.startswith(ACTION) for name in state.used)
