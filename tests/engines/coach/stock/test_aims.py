"""A small thing is what it is wanted for, fits whom it is with, and needs nothing ruled out."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.shelves import heard, shelves

from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.state import Known, Reply, State
from aftershift.engines.coach.stock.aims import NAMED, anchored, things_for
from aftershift.engines.coach.stock.doings import Where
from aftershift.engines.coach.stock.limits import Limits, ruled_out
from aftershift.engines.coach.stock.needs import Need
from aftershift.engines.coach.turn import take_turn
from aftershift.library.evidence import load_evidence

NOW = datetime(2026, 10, 19, 12, tzinfo=UTC)
SAID = "my wife and i only meet in the hall"
ASKS = "what is one small thing i could do"


def offered(aim: str, *asked: str, share: float = 0.9, known: Known | None = None) -> list[Reply]:
    room, state, replies = shelves(""), State(), []
    told = f"{SAID}. {' '.join(room.aims[aim].anchors[:1])}"
    for turn in (told, *asked):
        said = heard(turn)
        said = replace(said, told=replace(said.told, aims=((aim, share),)))
        if turn is not told:
            said = replace(said, tapped=Move.STEP)
        state, reply = take_turn(state, said, room, NOW, known or Known())
        replies.append(reply)
    return replies


@pytest.mark.parametrize("aim", sorted(shelves("").aims))
def test_each_aim_offers_its_own_things_and_another_when_asked_again(aim: str) -> None:
    known = shelves("").aims[aim]
    texts = [one.text for one in known.thing]
    first, again = offered(aim, ASKS, ASKS)[1:]
    assert any(one in first.text for one in texts)
    assert [one for one in texts if one in again.text] != [
        one for one in texts if one in first.text
    ]


def test_an_aim_that_is_hardly_likely_offers_nothing_of_its_own() -> None:
    texts = [one.text for one in shelves("").aims["near-apart"].thing]
    assert not any(one in offered("near-apart", ASKS, share=0.1)[1].text for one in texts)


def test_nothing_is_offered_towards_somebody_who_may_be_feared() -> None:
    texts = [one.text for one in shelves("").aims["near-apart"].thing]
    alone = Known(is_two=False)
    assert not any(one in offered("near-apart", ASKS, known=alone)[1].text for one in texts)


@pytest.mark.parametrize(
    ("said", "need"),
    [
        ("Something that isn't a Talk.", Need.TALK),
        ("we're not really a note couple", Need.NOTE),
        ("Don't give me a chart. We had a chart.", Need.LIST),
        ("and don\u2019t say flowers", Need.GIFT),
        ("something that doesn't need a yoga mat", Need.BREATH),
        ("he hates texting", Need.PHONE),
        ("no walks please", Need.OUT),
    ],
)
def test_what_was_ruled_out_is_heard(said: str, need: Need) -> None:
    assert need in ruled_out([said])


@pytest.mark.parametrize("said", ["I walk the dog at night", "she wrote me a note once, I kept it"])
def test_what_was_only_named_is_not_ruled_out(said: str) -> None:
    assert not ruled_out([said])


def test_what_needs_something_that_was_ruled_out_is_left_out() -> None:
    for aim in shelves("").aims.values():
        for where in Where:
            for need in Need:
                limits = Limits(without=frozenset({need}))
                names = [one for _, one, _ in things_for(aim, where, limits, (), 0)]
                assert all(need not in _thing(one).needs for one in names)


def _thing(name: str):
    aim, at = name.removeprefix(NAMED).rsplit(".", 1)
    return shelves("").aims[aim].thing[int(at)]


def test_every_aim_is_taught_enough_and_stands_on_practices_that_are_offered() -> None:
    practices = load_evidence().practices
    for aim in shelves("").aims.values():
        assert len(set(aim.hears)) >= 30, aim.id
        assert len(aim.thing) >= 8, aim.id
        assert all(practices[one.practice].is_offered for one in aim.thing), aim.id
        assert sum(not one.needs for one in aim.thing) >= 3, aim.id


def test_an_aim_is_left_out_where_nothing_was_told_that_it_is_about() -> None:
    aims = shelves("").aims
    heard = (("say-no", 0.7), ("lonely", 0.15), ("numb", 0.15))
    left = dict(anchored(heard, aims, "nobody sits with me and i eat in the car"))
    assert "say-no" not in left
    assert left["lonely"] == pytest.approx(0.5)
    kept = anchored(heard, aims, "they text about an extra sunday and i said yes again")
    assert kept == heard


@pytest.mark.parametrize(
    ("told", "aim"),
    [
        ("my wee lad will not look at me", "small-child"),
        ("the eldest slams her door, my daughter", "teen-open"),
        ("i covered again, that's four doubles", "say-no"),
        ("they keep asking me to swap", "say-no"),
    ],
)
def test_an_aim_may_be_meant_by_one_of_its_own_words(told: str, aim: str) -> None:
    assert shelves("").aims[aim].may_be_meant(told)
