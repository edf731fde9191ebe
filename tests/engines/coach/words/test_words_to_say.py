"""Words where no script fits: the person's own, turned to whom they are for; or what they name."""

from dataclasses import replace

import pytest
from benchmarks.judging import NOW
from tests.shelves import heard, shelves

from aftershift.engines.coach.state import Act, Reply, State
from aftershift.engines.coach.turn import take_turn
from aftershift.engines.safety.course import Course

TELLING = (
    "my brother drove me to every one of my exams that year",
    "i never thanked him. i'd like him to have the old watch",
    "he would only shrug and look out of the window",
)
ASKS = "what do i say to him"


def talk(*turns: str, state: State | None = None) -> tuple[State, list[Reply]]:
    state, replies, at = state or State(), [], shelves("")
    for turn in turns:
        state, reply = take_turn(state, heard(turn), at, NOW)
        replies.append(reply)
    return state, replies


def test_their_own_words_are_turned_to_whom_they_are_for_and_none_twice() -> None:
    state, replies = talk(*TELLING, ASKS, "thank you for that one", ASKS)
    assert replies[3].act is Act.SCRIPT
    assert "“I never thanked you. I'd like you to have the old watch.”" in replies[3].text
    assert "the old watch" not in replies[5].text
    assert any(name.startswith("words_theirs.") for name in state.used)


def test_what_the_words_must_say_is_what_they_say() -> None:
    state, replies = talk(*TELLING, ASKS, "I want it to say that I kept every ticket")
    assert "“I kept every ticket.”" in replies[-1].text
    assert state.used[-1].startswith("words_line.")
    _state, replies = talk(*TELLING, "I want it to say that I kept every ticket")
    assert "“I kept every ticket.”" not in replies[-1].text  # no words are looked for


def test_how_words_shall_sound_is_not_what_they_say() -> None:
    for told in ("it can't sound formal, we call each other bug", "something short would be best"):
        state, _replies = talk("my sister sings", "the shelf came down", ASKS, told)
        assert state.used[-1].startswith("words_how.")


def test_who_finds_words_not_right_is_asked_for_theirs() -> None:
    for told in ("hm. bit polished for me", "too long, he reads slowly", "no no, less"):
        state, replies = talk("my brother sings", "the shelf came down", ASKS, told)
        assert state.used[-1].startswith("words_not_so.")
        assert "?" not in replies[-1].text or "would you say" in replies[-1].text


def test_what_they_know_already_is_nothing_to_say_to_them() -> None:
    told = "we have three boys and a dog by now"
    state, replies = talk("my sister sings", "the shelf came down", ASKS, told)
    assert state.acts[-1] is not Act.SCRIPT
    assert "“We have three boys" not in replies[-1].text


@pytest.mark.parametrize(
    ("asks", "key"),
    [
        ("how do i say sorry to a boy of seven", "words_sorry"),
        ("how do i say no, short and kind", "words_no"),
        ("how can i say it and not like a reproach", "words_no_blame"),
        ("what can i say to my consultant", "words_upward"),
        ("what do i say that is a bit funny", "words_light"),
        ("what do i write, the answer is no", "words_no"),
        ("what do i say to the plumber", "words_somebody"),
    ],
)
def test_what_a_request_names_is_said_in_general(asks: str, key: str) -> None:
    state, replies = talk("the shelf came down again", "well there we are", asks)
    assert replies[-1].act is Act.SCRIPT
    assert state.used[-1].startswith(f"{key}.")


def test_what_somebody_shall_know_is_what_is_said_to_them() -> None:
    asks = "how do i put it so he knows it's not forever"
    _state, replies = talk("my brother sings", "the shelf came down again", asks)
    assert "“I want you to know it's not forever.”" in replies[-1].text


def test_how_it_shall_not_sound_is_nothing_to_say() -> None:
    asks = "so what would i say to him, without it sounding like im his mum"
    state, _replies = talk("my brother sings", "the shelf came down again", asks)
    assert not any(name.startswith("words_theirs.") for name in state.used)


def test_towards_somebody_who_may_be_feared_no_words_of_theirs_are_turned() -> None:
    guarded = State(course=replace(Course(), guarded=True))
    state, _replies = talk(*TELLING, ASKS, state=guarded)
    assert not any(name.startswith("words_theirs.") for name in state.used)


def test_a_script_needs_all_that_was_told_to_be_about_its_theme() -> None:
    before, _replies = talk("i come home empty", "i have nothing left for them")
    for theme, given in (("home-empty", "home-empty.words."), ("", "words_somebody.")):
        state, _reply = take_turn(before, heard(ASKS), shelves(theme), NOW)
        assert any(name.startswith(given) for name in state.used[-2:])
