"""Doors that somebody closed: no words go through them, and no small thing for two."""

import pytest
from tests.engines.coach.stock.test_purposes import ASKS, LIKELY, SHARE, talk_of, tap
from tests.engines.coach.words.test_words_to_say import talk
from tests.shelves import shelves

from aftershift.engines.coach.hearing.closed_doors import is_closed
from aftershift.engines.coach.stock.doings import is_doing
from aftershift.engines.evidence.practices import Stop

CLOSED = (
    "she blocked me on everything",
    "there is a restraining order and i only want to say sorry",
    "she asked me not to contact her any more",
    "he told me to stop texting him",
    "He doesn’t want to hear from me",
)
OPEN = (
    "the road was blocked",
    "she asked me not to tell mum",
    "we restrained a patient",
    "he doesn't want to talk to me since the row",
)


@pytest.mark.parametrize(
    ("told", "closed"), [*((x, True) for x in CLOSED), *((x, False) for x in OPEN)]
)
def test_which_doors_are_closed(told: str, *, closed: bool) -> None:
    assert is_closed(["my sister sings", told]) is closed


@pytest.mark.parametrize("told", CLOSED)
def test_no_words_go_through_a_closed_door(told: str) -> None:
    state, reply = talk_of(ASKS, *LIKELY, told=told)
    assert state.used[-1].startswith("words_unwanted.")
    assert not reply.purposes
    state, reply = tap(state, SHARE)
    assert state.used[-1].startswith("words_unwanted.")


@pytest.mark.parametrize(("told", "is_for_two"), [(CLOSED[0], False), (OPEN[0], True)])
def test_no_small_thing_for_two_is_offered_at_one(told: str, *, is_for_two: bool) -> None:
    asks = "give me one small thing to do"
    state, replies = talk("my wife sings", told, asks)
    assert any(is_doing(name) for name in state.used) is is_for_two
    practices = shelves("").finder.practices
    stops = {stop for name in replies[-1].practices for stop in practices[name].stops}
    assert is_for_two or Stop.VIOLENCE not in stops
