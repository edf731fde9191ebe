"""Words for an occasion that was heard: whole, two at once, others when more is asked for."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.shelves import heard, shelves

from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.state import Heard, Known, Reply, State
from aftershift.engines.coach.turn import take_turn
from aftershift.engines.coach.words.on_occasion import SURELY
from aftershift.library.coach import load_coach

NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)
BOSS = "boss-texts-days-off"
SAYS = {one.id: one.says for one in load_coach().occasions}
TOLD = "My manager texts me on every day off about things that could wait."
ASKS = "What do I say to her?"


def of(text: str, share: float = SURELY) -> Heard:
    """Hear a message in which an occasion has a share."""
    one = heard(text)
    return replace(one, told=replace(one.told, occasions=((BOSS, share),)))


def talk(*said: Heard, known: Known | None = None) -> Iterator[Reply]:
    """Say some messages one after another, in a matter that no theme knows."""
    state = State()
    for one in said:
        state, reply = take_turn(state, one, shelves(theme=""), NOW, known or Known())
        yield reply


def given(reply: Reply) -> list[str]:
    """Give those words of the occasion that stand in a reply."""
    return [says for says in SAYS[BOSS] if f"“{says}”" in reply.text]


def test_two_of_its_texts_are_given_and_the_one_thing_is_asked_for() -> None:
    *_, reply = talk(of(TOLD), of(ASKS))
    assert len(given(reply)) == 2
    assert reply.text.count("“") == 2


def test_what_is_not_sure_is_left_to_the_purposes() -> None:
    *_, reply = talk(of(TOLD), of(ASKS, SURELY - 0.01))
    assert not given(reply)


def test_who_asks_for_a_short_one_gets_it_first() -> None:
    *_, reply = talk(of(TOLD), of("What do I say to her in one line?"))
    assert given(reply)
    assert SAYS[BOSS][2] in given(reply)


def test_more_is_another_one_each_time_and_firmer_the_firm_one() -> None:
    more = replace(of("more"), tapped=Move.MORE)
    _, first, second, third = talk(of(TOLD), of(ASKS), more, of("make it firmer please"))
    assert len(given(second)) == 1
    assert given(second)[0] not in given(first)
    assert given(third) == [SAYS[BOSS][4]]


@pytest.mark.parametrize("told", ["He hit me once when I did not answer.", "I am afraid of her."])
def test_nobody_is_given_words_to_whom_they_fear(told: str) -> None:
    *_, reply = talk(of(told), of(ASKS))
    assert not given(reply)


def test_nothing_is_given_where_somebody_at_home_may_be_feared() -> None:
    *_, reply = talk(of(TOLD), of(ASKS), known=Known(is_two=False))
    assert not given(reply)
