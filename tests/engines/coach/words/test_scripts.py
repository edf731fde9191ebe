"""A playbook's own words: they suppose nothing that was not told, and are for whom they say."""

from dataclasses import replace

import pytest
from benchmarks.judging import NOW
from tests.shelves import heard, shelves

from aftershift.engines.coach.own_words.supposed_in_words import may_be_handed
from aftershift.engines.coach.state import Act, State
from aftershift.engines.coach.stock.shelves import Shelves
from aftershift.engines.coach.turn import take_turn
from aftershift.engines.language.phrases import PhraseBook

MISSED = "missed-event"


def cued(theme: str) -> Shelves:
    """Give shelves that know phrases of a theme, and lean to no theme."""
    at = shelves("")
    cues = PhraseBook({theme: at.playbooks[theme].cues})
    return replace(at, theming=replace(at.theming, cues=cues))


@pytest.mark.parametrize(
    ("says", "told", "may"),
    [
        ("I've reported what happened.", "i gave the wrong dose", False),
        ("I've reported what happened.", "wrong dose, i filled in a report", True),
        ("It is Adaeze. I am glad to say it again.", "they can't say my name", False),
        ("Thank you for the yoga.", "they offered us a webinar", False),
        ("Last night I was sharp with you.", "i snapped at my wife", False),
        ("We raised the lift in May.", "the lift is broken and we told them", False),
        ("You were there on Tuesday.", "he saw it", False),
        ("Please tell me by Friday.", "i want an answer", True),
        ("Would Sunday at three suit you?", "i moved our date", True),
        ("It was the night of the third.", "he forgot", True),
        ("I lied to you.", "he cheated on me", True),
        ("I lied to you.", "he is never at home", False),
        ("I would sooner not talk about her.", "my manager is cold with me", False),
        ("Which bit did the children like?", "we moved house", False),
        ("I was unkind to you. I am sorry.", "i snapped at my wife", True),
    ],
)
def test_words_suppose_only_what_was_told(says: str, told: str, *, may: bool) -> None:
    assert may_be_handed(says, told) is may


@pytest.mark.parametrize(
    ("told", "asks", "purpose"),
    [
        ("i missed my son's birthday because of a code", "what do i say to him", "for a child"),
        ("we missed our anniversary", "what could i say to my wife", "for your partner"),
        ("i missed my son's match", "what do i say to my manager", "for a manager"),
    ],
)
def test_words_are_for_whom_they_say(told: str, asks: str, purpose: str) -> None:
    state, _reply = take_turn(State(), heard(told), cued(MISSED), NOW)
    state, reply = take_turn(state, heard(asks), cued(MISSED), NOW)
    assert reply.act is Act.SCRIPT
    assert purpose in reply.text.lower()
    assert reply.text.count("“") == 1
    assert any(name.startswith(f"{MISSED}.words.") for name in state.used)


def test_where_it_is_open_whom_they_are_for_two_are_given_and_none_twice() -> None:
    at, state, given = cued("second-to-work"), State(), []
    for said in (
        "i come second to the hospital",
        "what could i say",
        "more",
        "what else can i say",
    ):
        state, reply = take_turn(state, heard(said), at, NOW)
        given.append(reply.text)
    assert given[1].count("“") == 2
    names = [name for name in state.used if ".words." in name]
    assert len(names) == len(set(names))


def test_what_a_talk_began_with_is_no_matter_for_whom_we_know_nothing() -> None:
    at, state = cued("parting"), State()
    for said in ("should i leave my wife", "i don't know", "Write us a text for Graeme"):
        state, _reply = take_turn(state, heard(said), at, NOW)
    assert not any(".words." in name for name in state.used)


def test_who_did_wrong_is_given_words_that_own_it() -> None:
    at, state = cued("home-empty"), State()
    for said in ("i snapped at my wife before my coat was off", "what could i say"):
        state, reply = take_turn(state, heard(said), at, NOW)
    assert "you had done nothing. I am sorry." in reply.text


def test_firmer_is_the_same_words_with_more_in_them() -> None:
    at, state, names = cued("second-to-work"), State(), []
    for said in ("i come second to the hospital", "what could i say to my husband", "firmer"):
        state, _reply = take_turn(state, heard(said), at, NOW)
        names = [name for name in state.used if ".words." in name]
    first, second = (name.split(".") for name in names)
    assert first[2] == second[2]
    assert (first[3], second[3]) == ("soft", "firm")
