"""What words are wanted for: which purposes are named beside one another, and in which tone."""

from dataclasses import replace

import pytest
from benchmarks.judging import NOW
from tests.engines.coach.words.test_words_to_say import talk
from tests.shelves import heard, leaning_to, shelves

from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.state import Act, Reply, State
from aftershift.engines.coach.stock.purposes import Purpose, Purposes, Tone, likely, says_not_so
from aftershift.engines.coach.turn import take_turn
from aftershift.engines.safety.course import Course

ASKS = "what could i say to her"
NOT_SO = (
    "bit fancy for me",
    "nah that sounds like hr",
    "i'd never say that",
    "too pretty. nice card",
    "nah. not how we talk",
    "too polite that, he'd think i'd been hacked",
    "he'd run a mile from the word feelings",
)
SHARE, DIFFERENTLY, THERE = "share", "differently", "there"
LIKELY = ((SHARE, 0.5), (DIFFERENTLY, 0.2), (THERE, 0.1))


def talk_of(
    asks: str, *likely: tuple[str, float], told: str = "my sister sings", state: State | None = None
) -> tuple[State, Reply]:
    """Tell something of no theme, of which these purposes are so likely, and ask for words."""
    state, _replies = talk(told, "the shelf came down again", state=state)
    asked = heard(asks)
    asked = replace(asked, told=replace(asked.told, purposes=likely))
    return take_turn(state, asked, shelves(""), NOW)


def says_of(name: str) -> tuple[str, ...]:
    return shelves("").purposes[name].says


def tap(state: State, purpose: str) -> tuple[State, Reply]:
    tapped = replace(heard(""), tapped=Move.WORDS, purpose=purpose)
    return take_turn(state, tapped, shelves(""), NOW)


def test_each_that_is_likely_is_named_with_its_words_and_the_one_thing_asked_for() -> None:
    state, reply = talk_of(ASKS, *LIKELY)
    assert reply.act is Act.SCRIPT
    assert reply.purposes == (SHARE, DIFFERENTLY, THERE)
    for name in reply.purposes:
        assert f"{shelves('').purposes[name].to[3:]}: “{says_of(name)[Tone.SOFT]}”" in reply.text
    assert state.used[-1].startswith("words_ask_else.")


@pytest.mark.parametrize("text", NOT_SO)
def test_how_words_do_not_sound_right_is_heard(text: str) -> None:
    assert says_not_so(text)
    assert not says_not_so("i'd never seen that. she'd know where to look")


def test_what_is_told_after_them_is_turned_to_whom_it_is_for() -> None:
    state, _reply = talk_of(ASKS, *LIKELY)
    _state, reply = take_turn(state, heard("i miss the long walks with her"), shelves(""), NOW)
    assert "I miss the long walks" in reply.text


@pytest.mark.parametrize(
    ("heard_so", "named"),
    [
        ((("closer", 0.6), ("thanks", 0.2), ("there", 0.1)), ("closer", "thanks", "there")),
        ((("closer", 0.9), ("thanks", 0.04), ("there", 0.03)), ("closer", "thanks")),
        ((("closer", 0.99), ("thanks", 0.01)), ("closer",)),
        ((("no", 0.6), ("share", 0.2), ("thanks", 0.1)), ("thanks",)),
        ((("hurt", 0.7), ("closer", 0.2), ("thanks", 0.1)), ("hurt", "closer", "thanks")),
        ((("sorry", 0.9), ("hurt", 0.05)), ("sorry", "hurt")),
        ((), ()),
    ],
)
def test_which_are_named(heard_so: tuple[tuple[str, float], ...], named: tuple[str, ...]) -> None:
    assert likely(heard_so, shelves("").purposes.values(), is_close=True) == named


@pytest.mark.parametrize(
    ("told", "is_named"),
    [("my sister sings", True), ("my manager sings", False), ("the neighbour sings", False)],
)
def test_what_is_for_those_who_are_close_is_for_nobody_else(told: str, *, is_named: bool) -> None:
    _state, reply = talk_of("what could i say", ("closer", 0.6), *LIKELY[1:], told=told)
    assert ("closer" in reply.purposes) is is_named


@pytest.mark.parametrize(
    ("asks", "name"),
    [
        ("what can i say if she asks me directly", "if-asked"),
        ("what can i ask him on the phone", "ask-them"),
        ("how do i ask her how she is", "ask-them"),
    ],
)
def test_what_a_request_names_is_named_alone(asks: str, name: str) -> None:
    assert talk_of(asks, *LIKELY)[1].purposes == (name,)


@pytest.mark.parametrize(
    ("asks", "tone", "many"),
    [
        (ASKS, Tone.SOFT, 3),
        ("what could i say to her in one line", Tone.PLAIN, 2),
        ("what could i say to her, something stronger", Tone.FIRM, 3),
    ],
)
def test_words_come_in_the_tone_and_number_that_are_asked_for(
    asks: str, tone: Tone, many: int
) -> None:
    _state, reply = talk_of(asks, *LIKELY)
    assert f"“{says_of(SHARE)[tone]}”" in reply.text
    assert len(reply.purposes) == many


def test_the_one_that_is_tapped_has_more_words_and_none_comes_twice() -> None:
    state, reply = talk_of(ASKS, *LIKELY)
    given = [reply.text]
    for _ in range(len(Tone) - 1):
        state, reply = tap(state, SHARE)
        given.append(reply.text)
        assert reply.purposes == (SHARE,)
    assert all(sum(f"“{one}”" in text for text in given) == 1 for one in says_of(SHARE))


@pytest.mark.parametrize(
    ("told", "named"),
    [
        ("i shouted at her", ("sorry", "share")),  # only what is likely stands beside it
        ("she shouted at me", ("hurt", "share", "there")),
    ],
)
def test_who_did_it_is_offered_to_say_sorry_and_not_that_it_stung(
    told: str, named: tuple[str, ...]
) -> None:
    heard_so = (("hurt", 0.5), (SHARE, 0.3), (THERE, 0.1))
    assert talk_of(ASKS, *heard_so, told=told)[1].purposes == named


def test_who_wants_them_firmer_has_those_of_the_same_purposes() -> None:
    state, _reply = talk_of(ASKS, *LIKELY)
    asked = heard("firmer")
    asked = replace(asked, told=replace(asked.told, purposes=LIKELY))
    _state, reply = take_turn(state, asked, shelves("", "angry"), NOW)
    assert f"“{says_of(SHARE)[Tone.FIRM]}”" in reply.text


def test_towards_somebody_who_may_be_feared_there_are_none() -> None:
    guarded = State(course=replace(Course(), guarded=True))
    state, reply = talk_of(ASKS, *LIKELY, state=guarded)
    assert not reply.purposes
    state, reply = tap(state, SHARE)
    assert not any(name.startswith("purpose.") for name in state.used)


def test_a_share_is_that_of_all_that_is_told_for_it() -> None:
    one = Purpose(id="one", to="to", says=(), tellings=("a", "b"))
    other = Purpose(id="other", to="to", says=(), tellings=("c",))
    unheard = Purpose(id="unheard", to="to", says=())
    names = ("a", "b", "c")
    known = Purposes(chooser=leaning_to(1, 3), names=names, purposes=(other, one, unheard))
    row = heard("it").rows
    (first, share), (second, _rest) = known.heard("it", row)
    assert (first, second) == ("one", "other")
    assert share > 0.99
    assert known.heard("it", row[:0]) == ()


def test_how_they_shall_sound_gives_the_same_purposes_so() -> None:
    state, reply = talk_of(ASKS, *LIKELY)
    _state, so = take_turn(state, heard("it can't sound formal"), shelves(""), NOW)
    assert so.purposes == reply.purposes
    assert f"“{says_of(SHARE)[Tone.PLAIN]}”" in so.text
