"""What was refused never comes back, neither the offer nor what was offered beside it."""

import re
from dataclasses import replace

import pytest
from benchmarks.judging import NOW

from aftershift.engines.coach.state import Act, State
from aftershift.engines.coach.turn import take_turn
from aftershift.engines.safety.risk import NO_RISK
from aftershift.listening import Coach

OPENINGS = (
    "three nurses down again",
    "my wife and I keep missing each other on shifts",
    "i can't switch off after work",
    "my brother went quiet since our mother's party",
    "I come home empty every night",
)
REFUSALS = ("something else", "not that", "something else", "not for me", "something else")


def offers_in(text: str) -> set[str]:
    """Give the longer sentences of an offer, without what introduces them."""
    parts = (one.rpartition(": ")[2] for one in re.split(r"(?<=[.?!]) ", text))
    return {one.lower() for one in parts if len(one.split()) > 5}


@pytest.mark.parametrize("opening", OPENINGS)
def test_no_sentence_of_an_offer_comes_back(opening: str, coach: Coach) -> None:
    state, seen = State(), set[str]()
    for said in (opening, "give me one small step", *REFUSALS):
        heard = replace(coach.hear(said, state.heard_before), risk=NO_RISK)
        state, reply = take_turn(state, heard, coach.shelves, NOW)
        if reply.act is Act.OFFER:
            assert seen.isdisjoint(offers_in(reply.text))
            assert not reply.text.lower().startswith(("then leave it", "then we leave it"))
            seen |= offers_in(reply.text)
    assert seen


def test_both_are_refused(coach: Coach) -> None:
    state = State()
    for said in (OPENINGS[2], "give me one small step"):
        heard = replace(coach.hear(said, state.heard_before), risk=NO_RISK)
        state, _reply = take_turn(state, heard, coach.shelves, NOW)
    both = state.open_offers
    assert len(both) == 2
    heard = replace(coach.hear("not that", state.heard_before), risk=NO_RISK)
    state, _reply = take_turn(state, heard, coach.shelves, NOW)
    assert set(both) <= set(state.refused)
