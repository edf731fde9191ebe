"""Who asks which of two ways to take gets both back, and no way is named the better one."""

from dataclasses import replace

import pytest
from tests.engines.coach.answers.test_giving_back import NOW
from tests.shelves import heard, shelves

from aftershift.engines.coach.answers.weighing import LEFT, SAID, asks_us, ways_asked
from aftershift.engines.coach.state import NOBODY, Act, State
from aftershift.engines.coach.turn import take_turn


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("Should I ring my sister or write to her?", ("ring your sister", "write to her")),
        ("Would you call him before, or wait?", ("call him before", "wait")),
        ("You think I should go or not?", ("go", LEFT)),
        ("What is better, private or in front of them?", ("private", "in front of them")),
        ("What should I do first, talk to mum or to my wife?", ("talk to mum", "your wife")),
        ("so should i tell him?", ("tell him", LEFT)),
        ("Should I just leave it? I don't want to nag", ("just leave it", SAID)),
        ("Honestly do I even bother? I've got five years left.", (SAID, LEFT)),
        ("Would you apologise for the drawers? It's daft.", ("apologise for the drawers", LEFT)),
        ("Should I wait or ask her? I am an old woman.", ("wait", "ask her")),
        ("Would you tell me what that is?", None),
        ("Would you say that's normal?", None),
        ("Should I tell her or wait? Her mother died.", None),
        ("Should I tell him now or leave it till tea?", ("tell him now", "leave it till tea")),
        ("Should I say it or is it the kind of thing that annoys?", ("say it", LEFT)),
        ("Do I say anything to her? My instinct is to wait.", ("say something to her", LEFT)),
        ("Text or in person do you reckon?", ("Text", "in person")),
        ("Reckon I should say yes to it? I've got a dodgy knee.", ("say yes to it", LEFT)),
        (
            "do you think i send her a long audio like before, even if she is slow to answer me?",
            ("send her a long audio like before", LEFT),
        ),
        ("And better before he sits or after? He is always happy.", ("before he sits", "after")),
        ("Is this worth raising or do I just let it go?", ("raising", "let it go")),
        ("are you a human or a robot do you think?", None),
        ("should i trust you or my sister?", None),
        ("Should I go to him or leave it, what do you think?", ("go to him", "leave it")),
        (
            "and should it be him first on his own or the whole lot at once. I said it to all",
            ("him first on his own", "the whole lot at once"),
        ),
        (
            "You reckon I fix the thing first, or go with the tin as it is? That's all I want",
            ("fix the thing first", "go with the tin as it is"),
        ),
        ("so do I count it or not lol", ("count it", LEFT)),
        ("Do I cancel, is it worse to go or not to go, i honestly don't", None),
        ("What should I say or write?", None),
        ("should i feel bad?", None),
        ("Should I take two tablets or four?", None),
        ("should i hit him or leave?", None),
        ("I should go home or stay.", None),
        ("I don't know if I ask him or if I just let it go", ("ask him", "let it go")),
        ("I don't know if he is in or out", None),
        ("I don't know if I love him or if I just pity him", None),
    ],
)
def test_two_ways_are_found_and_turned(text: str, ways: tuple[str, str] | None) -> None:
    assert ways_asked(text) == ways


@pytest.mark.parametrize(
    ("says", "key"),
    [
        ("Should I write it or say it in person?", "whether_written."),
        ("Should I say something or leave it?", "whether_left."),
        ("Should I ask him before Christmas or after?", "whether_when."),
        ("Should I bake the cake or buy one?", "whether."),
    ],
)
def test_what_people_often_weigh_has_lines_of_its_own(says: str, key: str) -> None:
    state, reply = take_turn(State(), heard(says), shelves(""), NOW)
    assert state.used[0].startswith(key)
    assert ", or " in reply.text


def test_nobody_is_advised_to_speak_up_where_a_temper_was_told_of() -> None:
    before = State(said=("he slams the doors when i speak",))
    state, _reply = take_turn(
        before, heard("Should I say something or leave it?"), shelves(""), NOW
    )
    assert state.used[-1].startswith("whether.")


def test_both_are_given_back_before_any_step() -> None:
    room = shelves("")
    _state, reply = take_turn(State(), heard("Should I ring her or wait?"), room, NOW)
    assert reply.text.startswith("Ring her, or wait")
    assert reply.act in (Act.EXPLORE, Act.REFLECT)
    assert not reply.practices


@pytest.mark.parametrize("padding", ["", " now", " for good", " this year", " or what"])
def test_to_leave_or_to_stay_is_not_weighed_at_all(padding: str) -> None:
    text = f"Should I leave him{padding} or stay?"
    _state, reply = take_turn(State(), heard(text), shelves(""), NOW)
    assert reply.act is Act.NO_VERDICT
    assert "eave him" not in reply.text


def test_nothing_is_weighed_towards_somebody_who_may_be_feared() -> None:
    known = replace(NOBODY, is_two=False)
    _state, reply = take_turn(State(), heard("Should I ring her or wait?"), shelves(""), NOW, known)
    assert "Ring her, or wait" not in reply.text


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("I never rang her. Do you think she minds?", True),
        ("do u think i should tell her or is that just me", True),
        ("She wants the kitchen put back. That a start or am I kidding myself", True),
        ("Is that a reason? I am really asking, do men think so", True),
        ("he asked me if I was coming?", False),
        ("do the dishes, she said", False),
        ("", False),
    ],
)
def test_what_is_asked_of_us_is_heard_without_its_mark(text: str, *, is_asked: bool) -> None:
    assert asks_us(text) is is_asked
