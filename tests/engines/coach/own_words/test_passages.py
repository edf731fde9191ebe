"""Whole sentences around the point are given back, and never half of what turns their meaning."""

import numpy as np
import pytest
from tests.pointing import pointer

from aftershift.engines.coach.own_words.passages import MOST, SHORT, passages

WEATHER = "It rained on the washing for the whole of the afternoon and the evening"


def test_the_sentence_around_the_point_is_given_back_as_it_was_typed() -> None:
    text = f"{WEATHER} and most of the night. We had our dinner, but Never  looked up."
    assert passages(text, pointer())[-1] == "We had our dinner, but Never  looked up"


def test_a_short_message_is_given_back_whole_without_the_small_words_around_it() -> None:
    assert passages("ok so we ate. but never looked up lol", pointer()) == (
        "we ate. but never looked up",
    )


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("no we ate. but never looked up", "we ate. but never looked up"),
        ("no man we ate. but never looked up", "we ate. but never looked up"),
        ("no waiter, we ate. but never looked up", "no waiter, we ate. but never looked up"),
    ],
)
def test_a_no_in_front_is_left_out_but_not_of_what_there_was_none_of(text: str, given: str) -> None:
    assert passages(text, pointer()) == (given,)


def test_nothing_is_cut_off_in_front_of_a_death() -> None:
    for happened, given in (("died", ()), ("came", ("never looked up came",))):
        text = f"a client but never looked up {happened}, Mr Robert"
        assert passages(text, pointer()) == given


def test_of_a_long_message_two_sentences_may_be_given_back_in_their_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, other = "We had tea with them", "Later she was on her phone"
    text = f"{first}. {WEATHER}. {other}."
    for share, found in ((0.3, (first, other)), (0.05, (other,))):
        runs = np.array(
            [
                (text.index(one), text.index(one) + len(one), of)
                for one, of in ((first, share), (other, 0.6))
            ]
        )
        monkeypatch.setattr(
            "aftershift.engines.coach.own_words.passages.weighed_runs",
            lambda _weighing, runs=runs: runs,
        )
        assert passages(text, pointer()) == found


def test_nothing_begins_behind_half_a_name_or_number() -> None:
    for before, is_given in (
        ("I sit on level -", False),
        ("Then the client, Mr. ", False),
        ("", True),
    ):
        given = passages(f"{before}2 but never looked up", pointer())
        assert any(one.startswith("2 ") for one in given) is is_given


def test_a_sentence_that_is_too_long_is_cut_where_a_clause_begins() -> None:
    tail = f"and he talked of his boat and the {'rope and the ' * 5}price of all the paint in town"
    told = f"it was sunday. we had our dinner but I never looked up, {tail}"
    found = passages(told, pointer())
    assert "I never looked up" in found[0]
    assert all(len(one.split()) <= MOST for one in found)
    assert not any(one.endswith((" and", " he", " of")) for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "should i say that she never looked up?",
        "how do i say that i never looked up",
        "can you tell me, but never looked up",
    ],
)
def test_what_is_asked_or_for_us_is_not(text: str) -> None:
    assert passages(text, pointer()) == ()


@pytest.mark.parametrize("grave", ["he hit me and", "i'm a terrible mother and"])
def test_what_is_grave_or_a_verdict_is_left_out(grave: str) -> None:
    assert not any(grave in one for one in passages(f"{grave} never looked up", pointer()))


def test_an_if_stays_with_what_hangs_on_it() -> None:
    text = (
        "If he rang me on the day, I never looked up, and " + "the sea was grey and " * 5 + "cold"
    )
    assert len(text.split()) > max(MOST, SHORT)
    assert not any(one.startswith("I never looked up") for one in passages(text, pointer()))


def test_what_somebody_said_stays_in_its_marks() -> None:
    text = "She said 'never again' to me, but never looked up"
    assert passages(text, pointer()) == (text,)


def test_words_that_were_given_back_before_are_not_again() -> None:
    text = "we ate, but never looked up"
    assert passages(text, pointer(), frozenset({text})) != (text,)


@pytest.mark.parametrize("text", ["", "no", "!!", "🙂", "thanks, but never looked up"])
def test_of_nothing_and_of_thanks_nothing_is_given_back(text: str) -> None:
    assert passages(text, pointer()) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('Then he said "but never looked up."', 'he said "but never looked up."'),
        (
            "he says to me but never looked up, so what is it?",
            "he says to me but never looked up, so what is it?",
        ),
        (
            "she said why are you late, but never looked up",
            "she said why are you late, but never looked up",
        ),
        ("ah know it but never looked up", "ah know it but never looked up"),
        ("yeah nah the bus but never looked up", "the bus but never looked up"),
        ("he is not wrong, but never looked up", "he is not wrong, but never looked up"),
        (
            "what gets me is the tea but never looked up",
            "what gets me is the tea but never looked up",
        ),
        (
            "I don't want it but never looked up. Well I do.",
            "I don't want it but never looked up. Well I do",
        ),
        (
            "She does say thank you but never looked up",
            "She does say thank you but never looked up",
        ),
        ("my sister says thanks but never looked up", "my sister says thanks but never looked up"),
    ],
)
def test_what_another_said_or_asked_comes_back_whole(text: str, found: str) -> None:
    assert passages(text, pointer()) == (found,)


@pytest.mark.parametrize(
    "said",
    [
        "He folded his blanket, but never said, 'Not to my girl, eh.'",
        "She wrote to me, but never more than: 'You sat there and ate with me.'",
    ],
)
def test_speech_in_single_marks_stays_with_who_said_it(said: str) -> None:
    assert passages(f"{WEATHER}. {said}", pointer())[-1] == said


def test_half_of_a_relative_clause_is_no_piece() -> None:
    text = "the only person i'd see but never looked up"
    assert not any(one.startswith("i'd see") for one in passages(text, pointer(("i'd see",))))


@pytest.mark.parametrize("empty", ["it does", "there, i've said it", "i told a lie", "she did too"])
def test_what_says_nothing_is_no_point(empty: str) -> None:
    assert empty not in passages(f"so. {empty}. but never looked up", pointer())
    assert passages(empty, pointer()) == ()


@pytest.mark.parametrize(
    ("told", "back"),
    [
        (
            "this is going to sound silly but I came home and she never looked up",
            "I came home and she never looked up",
        ),
        ("I sat out there with two bowls, but never looked up like an idiot", "never looked up"),
    ],
)
def test_what_is_said_around_the_matter_and_against_oneself_is_left_out(
    told: str, back: str
) -> None:
    found = passages(told, pointer())
    assert found
    assert back in found[0]
    assert not any(word in found[0] for word in ("silly", "idiot"))
    assert all(one in told for one in found)


@pytest.mark.parametrize(
    "told", ["bit awkward this", "this is embarrassing to write", "don't laugh"]
)
def test_what_only_clears_the_throat_is_not_given_back(told: str) -> None:
    assert told not in passages(f"{told}. I came home, but never looked up", pointer())
