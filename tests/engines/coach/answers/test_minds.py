"""Who asks what another meant gets both readings back, or hears that only the other knows."""

from dataclasses import replace

import pytest
from tests.engines.coach.answers.test_giving_back import NOW
from tests.shelves import heard, shelves

from aftershift.engines.coach.answers.minds import asks_what_was_meant, readings_asked
from aftershift.engines.coach.state import NOBODY, State
from aftershift.engines.coach.turn import take_turn

BEFORE = State(said=("she went to the supper without me", "nobody told me"))


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        (
            "like was she hiding it from me or sparing me. honest question",
            ("hiding it from you", "sparing you"),
        ),
        (
            "So is it normal or it means he is already used to without me?",
            ("normal", "he is already used to without you"),
        ),
        ("So is it shame do you think, or has he just gone off me.", ("shame", "gone off you")),
        (
            "Like am I telling for her sake or for me to sleep.",
            ("telling for her sake", "for you to sleep"),
        ),
        (
            "do people generally take a thing like that to heart, or do they let it go by",
            ("take a thing like that to heart", "let it go by"),
        ),
        ("do i bring it up or does he", None),
        ("Is it an idea to show him this or is that mean?", None),
        ("Right, is this for partners as well or just the medics", None),
        ("was it my fault or hers?", None),
        ("am i overreacting or is he out of order?", None),
        ("Is the old man strange or am I", None),
        ("is she dying or just tired?", None),
        ("I asked was she coming or staying.", None),
        ("did he hit you or me?", None),
        ("is it a joke or not?", None),
    ],
)
def test_two_readings_are_found_and_turned(text: str, readings: tuple[str, str] | None) -> None:
    assert readings_asked(text) == readings


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("I would like to know what the fish means. That is all", True),
        ("what do you think he meant by it. cheers pal", True),
        ("what do you reckon she meant though. was the market nice", True),
        ("What does it mean when a man stops lifting his finger", True),
        ("what did she mean by that?", True),
        ("is it normal at that age?? or is she trying to say something to me", True),
        ("da said 'bring him for his dinner sometime'. whit does that mean", True),
        ("Dad said, 'You never wanted things.' Is that a compliment?", True),
        ("What does it mean that I was happy on the bus?", False),
        ("he said he would kill me. what do you think he meant by it", False),
        ("i know what he meant", False),
        ("what do you think i should say", False),
        ("I told him what it meant to me", False),
    ],
)
def test_what_another_meant_is_asked_of_us(text: str, *, is_asked: bool) -> None:
    assert asks_what_was_meant(text) is is_asked


def test_both_readings_come_back_and_neither_is_taken() -> None:
    state, reply = take_turn(
        BEFORE, heard("was she hiding it from me or sparing me?"), shelves(""), NOW
    )
    assert reply.text.startswith("Hiding it from you, or sparing you")
    assert state.used[-1].startswith("mind_either.")


def test_only_the_other_knows_what_was_meant() -> None:
    state, _reply = take_turn(BEFORE, heard("what do you think he meant by it"), shelves(""), NOW)
    assert state.used[-1].startswith("mind_open.")


def test_nobody_is_told_to_ask_a_temper_what_was_meant() -> None:
    before = State(said=("he slams the doors when i speak",))
    room = shelves("")
    for line in room.lines["mind_open"]:
        only = replace(room, lines={**room.lines, "mind_open": (line,)})
        state, reply = take_turn(before, heard("what do you think he meant by it"), only, NOW)
        assert state.used[-1].startswith("mind_open") is line.endswith("?")
        assert "can be asked" not in reply.text


def test_no_mind_is_read_for_who_may_be_feared() -> None:
    known = replace(NOBODY, is_two=False)
    text = "was she hiding it from me or sparing me?"
    _state, reply = take_turn(BEFORE, heard(text), shelves(""), NOW, known)
    assert "or sparing you" not in reply.text
