"""Over a talk that nobody foresaw: whose words come back, how often, and in which frame."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from tests.pointing import CARRIED, pointer
from tests.pointing import GLAD as GLADLY
from tests.shelves import heard, shelves

from aftershift.engines.coach.answers.giving_back import (
    GLAD,
    LOSS,
    QUIET,
    QUOTED,
    TURNED,
    given_back,
)
from aftershift.engines.coach.drafts import Here, asks
from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.own_words.passages import passages
from aftershift.engines.coach.own_words.quotable import is_in_speech
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
TELLING = [f"They had their tea at {hour}, but never {did}" for hour, did in enumerate(DID, 3)]


def talk(*turns: str, known: Known = NOBODY) -> tuple[State, list[Reply]]:
    """Talk of what has no theme, with a pointer that knows what stands after "but"."""
    state, replies, room = State(), [], replace(shelves(""), pointer=pointer())
    for turn in turns:
        state, reply = take_turn(state, heard(turn), room, NOW, known)
        replies.append(reply)
    return state, replies


def test_a_moment_that_was_told_of_comes_before_words() -> None:
    told = ("my brother sings", "it rained, but he carried my wardrobe up the stairs", "it rained")
    asks = "what do i say to him"
    state, replies = talk(*told, asks)
    assert any(name.startswith("whole_thanks.") for name in state.used[-2:])
    assert "carried my wardrobe up the stairs" in replies[-1].text
    again = talk(*told, asks, "hm", asks)[1][-1]
    assert "wardrobe" not in again.text


def test_what_a_stranger_did_is_not_said_to_who_words_are_for() -> None:
    told = ("my brother sings", "an old man came in, but he carried my wardrobe up the stairs")
    assert "wardrobe" not in talk(*told, "it rained", "what do i say to him")[1][-1].text


def test_what_somebody_was_quoted_to_say_is_not_turned() -> None:
    said = "On the bus she said 'the good ones are here. We get the other one.' Then it rained"
    assert is_in_speech("We get the other one", said)
    assert not is_in_speech("Then it rained", said)


def test_the_sentence_that_carries_a_message_comes_back_as_it_was_typed() -> None:
    state, replies = talk(FIRST, "they had soup, but Never looked up")
    assert "“they had soup, but Never looked up”" in replies[1].text
    assert state.pointed[-1] == (1, "they had soup, but Never looked up")


def test_where_it_speaks_of_oneself_it_is_turned_to_you() -> None:
    state, replies = talk("a long day", "I was late, but I never looked up")
    assert "ou were late, but you never looked up." in replies[1].text
    assert "“" not in replies[1].text
    assert any(name.startswith(TURNED) for name in state.used)  # no question stands after it


def test_what_tells_of_a_death_is_given_back_in_lines_of_its_own_and_not_asked_about() -> None:
    state, replies = talk(FIRST, "my nan died in june, but never said it")
    assert "our nan died in june" in replies[1].text
    assert any(name.startswith(LOSS) for name in state.used)
    assert not asks(replies[1].text)


def test_without_a_pointer_the_same_message_gets_a_neutral_line() -> None:
    state, _reply = take_turn(State(), heard(FIRST), shelves(""), NOW)
    state, reply = take_turn(state, heard(TELLING[0]), shelves(""), NOW)
    assert "“" not in reply.text
    assert state.pointed == ()


def test_no_frame_comes_twice_and_none_before_a_question(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aftershift.engines.coach.turn.heart", lambda *_told: "")
    state, replies = talk(FIRST, *TELLING)
    at = {reply for reply, _words in state.pointed}
    assert len(at) >= len(TELLING) - 2
    frames = [name for name in state.used if name.startswith((TURNED, QUIET, QUOTED))]
    assert len(frames) == len(set(frames)) == sum(not asks(replies[one].text) for one in at)
    for reply, words in state.pointed[1:]:
        assert f"“{words}”" in replies[reply].text
        assert replies[reply].text.count("“") == 1


def test_after_a_question_their_words_are_not_asked_about_again() -> None:
    _state, replies = talk(FIRST, *TELLING)
    asked = [asks(one.text) for one in replies]
    assert any(asked)
    assert not any(one and after for one, after in pairwise(asked))


@pytest.mark.parametrize(
    ("move", "carried", "said", "frame"),
    [
        (Move.GOOD, GLADLY, "they all came", GLAD),
        (Move.TELLS, GLADLY, "they all came", TURNED),
        (Move.GOOD, CARRIED, "never came down", QUOTED),
    ],
)
def test_what_is_known_to_be_glad_has_frames_of_its_own(
    move: Move, carried: tuple[str, ...], said: str, frame: str
) -> None:
    text = f"They had dinner, but {said}"
    here = Here(
        state=State(),
        heard=heard(text),
        reading=Reading(move=move),
        known=NOBODY,
        shelves=shelves(""),
        told=passages(text, pointer(carried)),
    )
    found = given_back(here)
    assert found is not None
    assert found.back == (text,)
    assert found.name.startswith(frame)


def test_the_same_words_are_not_given_back_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aftershift.engines.coach.turn.heart", lambda *_told: "")
    other = "It rained all over the beans."
    state, _replies = talk(FIRST, TELLING[0], other, other, TELLING[0])
    words = [words for _reply, words in state.pointed]
    assert TELLING[0] in words
    assert len(words) == len(set(words))


def test_at_most_one_question_follows_and_none_where_none_is_wanted() -> None:
    for reply in talk(FIRST, *TELLING)[1]:
        assert reply.text.count("?") <= 1
    state, replies = talk(FIRST, "stop asking me questions", *TELLING)
    assert state.pointed
    assert not any(asks(one.text) for one in replies[2:])


def test_a_long_first_message_has_its_words_given_back_and_a_short_one_is_asked_on() -> None:
    said = "my sister came with her two boys and the dog and stayed, but never looked up"
    state, replies = talk(said)
    assert f"our{said.removeprefix('my')}" in replies[0].text
    assert (state.pointed[0][0], replies[0].act) == (0, Act.EXPLORE)
    assert talk("tea but never looked up")[0].pointed == ()
    assert "ou never looked up" in talk("i never looked up")[1][0].text


def test_a_risk_goes_before_it() -> None:
    room = replace(shelves(""), pointer=pointer())
    state, _reply = take_turn(State(), heard(FIRST), room, NOW)
    state, reply = take_turn(state, heard(TELLING[0], GRAVE), room, NOW)
    assert reply.act is Act.SAFETY
    assert TELLING[0] not in dict(state.pointed).values()


@pytest.mark.parametrize("turn", ["thanks, we had tea, but never looked up", "no, my sister"])
def test_what_is_done_with_a_message_goes_before_it(turn: str) -> None:
    assert [reply for reply, _words in talk(FIRST, turn)[0].pointed] == [0]


def test_they_go_before_what_a_theme_would_say_and_the_theme_asks_after_them() -> None:
    room = replace(shelves("home-empty"), pointer=pointer())
    state, reply = take_turn(State(), heard(TELLING[0]), room, NOW)
    assert state.theme == "home-empty"
    assert f"“{TELLING[0]}”" in reply.text
    assert not any(name.startswith("home-empty.asks.") for name in state.used)
    for told in TELLING[1:5]:
        state, _reply = take_turn(state, heard(told), room, NOW)
    assert any(name.startswith("home-empty.asks.") for name in state.used)
