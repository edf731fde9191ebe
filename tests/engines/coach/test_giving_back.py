"""Over a talk that nobody foresaw: whose words come back, how often, and in which frame."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from tests.pointing import CARRIED, pointer
from tests.pointing import GLAD as GLADLY
from tests.shelves import heard, shelves

from aftershift.engines.coach.drafts import Here, asks
from aftershift.engines.coach.giving_back import FORMS, GLAD_FORMS, asks_in_time, given_back
from aftershift.engines.coach.moves import Move
from aftershift.engines.coach.reading import Reading
from aftershift.engines.coach.state import NOBODY, Act, Known, Reply, State
from aftershift.engines.coach.turn import take_turn
from aftershift.engines.safety.risk import Category, Level, Risk

NOW = datetime(2026, 10, 19, 12, tzinfo=UTC)
GRAVE = Risk(level=Level.EMERGENCY, categories=(Category.SUICIDE_PLAN,))
FIRST = "I have been thinking about that evening"
DID = (
    "looked up",
    "asked me",
    "came down",
    "said it",
    "called back",
    "ate it",
    "wrote to us",
    "sat",
)
TELLING = [f"We had our tea at {hour}, but never {did}" for hour, did in enumerate(DID, 3)]


def talk(*turns: str, known: Known = NOBODY) -> tuple[State, list[Reply]]:
    """Talk of what has no theme, with a pointer that knows what stands after "but"."""
    state, replies, room = State(), [], replace(shelves(""), pointer=pointer())
    for turn in turns:
        state, reply = take_turn(state, heard(turn), room, NOW, known)
        replies.append(reply)
    return state, replies


def test_the_words_that_carry_a_message_come_back_as_they_were_typed() -> None:
    state, replies = talk(FIRST, "we had soup, but Never looked up")
    assert "“Never looked up”" in replies[1].text
    assert state.pointed == ((1, "Never looked up"),)


def test_without_a_pointer_the_same_message_gets_a_neutral_line() -> None:
    state, _reply = take_turn(State(), heard(FIRST), shelves(""), NOW)
    state, reply = take_turn(state, heard(TELLING[0]), shelves(""), NOW)
    assert "“" not in reply.text
    assert state.pointed == ()


def test_no_frame_comes_twice_and_no_form_twice_running() -> None:
    state, replies = talk(FIRST, *TELLING)
    at = {reply for reply, _words in state.pointed}
    assert len(at) >= len(TELLING) - 2
    frames = [name for name in state.used if name.startswith("points")]
    assert len(frames) == len(set(frames)) == len(at)
    forms = [name.partition(".")[0] for name in frames]
    assert all(one != after for one, after in pairwise(forms))
    assert set(forms) == set(FORMS)
    for reply, words in state.pointed:
        assert f"“{words}”" in replies[reply].text
        assert replies[reply].text.count("“") == 1


def test_after_a_question_their_words_are_not_asked_about_again() -> None:
    _state, replies = talk(FIRST, *TELLING)
    asked = [asks(one.text) for one in replies]
    assert sum(asked) >= 3
    assert not any(one and after for one, after in pairwise(asked))


@pytest.mark.parametrize(
    ("move", "carried", "said", "is_glad"),
    [
        (Move.GOOD, GLADLY, "they all came", True),
        (Move.TELLS, GLADLY, "they all came", False),
        (Move.GOOD, CARRIED, "never came down", False),
    ],
)
def test_what_is_known_to_be_glad_has_frames_of_its_own(
    move: Move, carried: tuple[str, ...], said: str, *, is_glad: bool
) -> None:
    here = Here(
        state=State(),
        heard=heard(f"We had our dinner, but {said}"),
        reading=Reading(move=move),
        known=NOBODY,
        shelves=replace(shelves(""), pointer=pointer(carried)),
    )
    found = given_back(here, may_ask=True)
    assert found is not None
    assert found.back == (said,)
    assert found.name.startswith(GLAD_FORMS[0] if is_glad else FORMS[0])


def test_a_clause_that_says_it_too_is_turned_to_you_instead() -> None:
    state, replies = talk(FIRST, "We had soup. He was out, but I never looked up")
    assert state.pointed == ()
    assert "you never looked up" in replies[1].text.lower()


def test_the_same_words_are_not_given_back_twice() -> None:
    other = "It rained all over the beans."
    state, _replies = talk(FIRST, TELLING[0], other, other, TELLING[0])
    words = [words for _reply, words in state.pointed]
    assert words[0] == "never looked up"
    assert len(words) == len(set(words))


def test_at_most_one_question_follows_and_none_where_none_is_wanted() -> None:
    for reply in talk(FIRST, *TELLING)[1]:
        assert reply.text.count("?") <= 1
    state, replies = talk(FIRST, "stop asking me questions", *TELLING)
    assert state.pointed
    assert not any(asks(one.text) for one in replies[2:])


def test_a_long_first_message_has_its_words_given_back_and_a_short_one_is_asked_on() -> None:
    said = "my sister came with her two boys and the dog and stayed for nine days, "
    state, replies = talk(f"{said}but never looked up")
    assert "“never looked up”" in replies[0].text
    assert (state.pointed[0][0], replies[0].act) == (0, Act.EXPLORE)
    assert talk("tea but never looked up")[0].pointed == ()


def test_a_risk_goes_before_it() -> None:
    room = replace(shelves(""), pointer=pointer())
    state, _reply = take_turn(State(), heard(FIRST), room, NOW)
    state, reply = take_turn(state, heard(TELLING[0], GRAVE), room, NOW)
    assert reply.act is Act.SAFETY
    assert state.pointed == ()


@pytest.mark.parametrize("turn", ["thanks, we had tea, but never looked up", "no, my sister"])
def test_what_is_done_with_a_message_goes_before_it(turn: str) -> None:
    assert talk(FIRST, turn)[0].pointed == ()


def test_a_theme_that_is_known_goes_before_it() -> None:
    room = replace(shelves("home-empty"), pointer=pointer())
    state, reply = take_turn(State(), heard(TELLING[0]), room, NOW)
    assert state.theme == "home-empty"
    assert "“" not in reply.text


def test_where_nothing_is_plain_the_last_short_sentence_is_given_back() -> None:
    _state, replies = talk(FIRST, "what a day", "Nah. I could eat toast every night.")
    assert "“I could eat toast every night”" in replies[-1].text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("i'm jealous of a spaniel is what i'm telling you", "i'm jealous of a spaniel"),
        (
            "You can't really knock on your own bedroom, can you",
            "You can't really knock on your own bedroom",
        ),
        (
            "if they are both cross with me at least they have something in common",
            "if they are both cross with me at least they have something in common",
        ),
    ],
)
def test_a_short_message_that_is_one_sentence_is_given_back_whole(text: str, words: str) -> None:
    for told in ((FIRST, "what a day", text), (text,)):
        assert f"“{words}”" in talk(*told)[1][-1].text


def test_what_is_not_over_is_not_asked_about_as_if_it_were() -> None:
    now, then = asks_in_time("she keeps the lamp on"), asks_in_time("she kept the lamp on")
    assert not now("How was that for you?")
    assert then("How was that for you?")
    assert now("How is that for you?")
