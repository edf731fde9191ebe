"""What is offered, and which words are given, for what somebody wants whatever the matter is."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.pointing import pointer
from tests.shelves import heard, leaning_to, shelves

from aftershift.engines.coach.drafts import asks
from aftershift.engines.coach.moves import Move
from aftershift.engines.coach.shelves import Shelves
from aftershift.engines.coach.state import Act, Known, Reply, State
from aftershift.engines.coach.turn import take_turn

NOW = datetime(2026, 10, 19, 12, tzinfo=UTC)
TOLD = ("I have been thinking about that evening", "we had soup, but never looked up")


def wanting(aim: str, theme: str = "") -> Shelves:
    """Give shelves on which every talk leans to one aim, and knows what stands after "but"."""
    room = shelves(theme)
    place = [one.id for one in room.aiming.aims].index(aim)
    chooser = leaning_to(place, len(room.aiming.aims))
    aiming = replace(room.aiming, chooser=chooser)
    return replace(room, aiming=aiming, pointer=pointer())


def talk(room: Shelves, turns: Iterable[str | Move], known: Known | None = None) -> list[Reply]:
    state, replies = State(), []
    for turn in turns:
        said = heard(turn) if not isinstance(turn, Move) else replace(heard(""), tapped=turn)
        state, reply = take_turn(state, said, room, NOW, known or Known())
        replies.append(reply)
    return replies


@pytest.mark.parametrize("ask", ["give me one thing", "what should I do"])
def test_a_step_fits_what_is_wanted_and_gives_their_words_back(ask: str) -> None:
    room = wanting("say-thanks")
    *_told, offer = talk(room, (*TOLD, ask))
    aim = next(one for one in room.aiming.aims if one.id == "say-thanks")
    assert offer.act is Act.OFFER
    assert offer.practices[0] in {step.practice for step in aim.steps}
    assert "“never looked up”" in offer.text
    assert "{" not in offer.text
    assert offer.why == "it fits somebody who wants to " + aim.name[0].lower() + aim.name[1:]


def test_without_their_words_only_steps_that_need_none_are_offered() -> None:
    offer = talk(wanting("say-no"), ("give me one thing",))[-1]
    assert offer.act is Act.OFFER
    assert "{said}" not in offer.text


def test_taking_such_a_step_does_not_say_a_plan_of_another_life() -> None:
    room = wanting("say-thanks")
    *_before, offer, plan = talk(room, (*TOLD, "give me one thing", "yes. the first one"))
    assert plan.act is Act.PLAN
    practice = room.finder.practices[offer.practices[0]]
    assert practice.plan not in plan.text
    assert plan.place == practice.id


def test_another_one_is_another_step() -> None:
    first, *more = talk(wanting("say-no"), ("give me one thing", Move.MORE))
    texts = [one.text for one in (first, *more)]
    assert len(set(texts)) == len(texts)
    assert len({one.practices for one in (first, *more)}) == len(texts)


def test_where_no_question_is_wanted_a_step_asks_none() -> None:
    for aim in shelves("").aiming.aims:
        replies = talk(wanting(aim.id), ("stop asking me questions", *["give me one thing"] * 4))
        assert not any(asks(one.text) for one in replies), aim.id


def test_at_night_a_step_is_small() -> None:
    room = wanting("begin-put-off")
    for reply in talk(room, ("give me one thing", Move.MORE, Move.MORE), Known(hour=3)):
        assert all(0 < room.finder.practices[one].minutes <= 5 for one in reply.practices)


def test_asked_again_words_for_either_of_two_aims_are_given_and_said_what_for() -> None:
    room = shelves("")
    first, second = room.aiming.aims[:2]
    odds = leaning_to(0, len(room.aiming.aims))
    meaning = odds.meaning.copy()
    meaning[-1, 1] = meaning[-1, 0] - 0.1
    aiming = replace(room.aiming, chooser=replace(odds, meaning=meaning))
    room = replace(room, aiming=aiming, pointer=pointer())
    frame, reply = talk(room, (*TOLD, "what do I say to her", Move.MORE))[-2:]
    assert "To " not in frame.text  # a frame first
    for aim in (first, second):
        assert f"To {aim.name[0].lower()}{aim.name[1:]}: “" in reply.text
        assert any(text in reply.text for text in aim.words)
    assert reply.act is Act.SCRIPT
    assert len(reply.text.split()) <= 90


def test_a_theme_that_is_sure_goes_before_an_aim() -> None:
    sure = talk(wanting("say-thanks", "home-empty"), (*TOLD, "give me one thing"))[-1]
    theme = shelves().playbooks["home-empty"]
    assert sure.practices[0] in {*theme.practices, *(one.practice for one in theme.branch)}


def test_where_nothing_is_known_a_step_of_their_own_is_given_a_shape() -> None:
    room = shelves("")
    own, plan = talk(room, ("the cat has a new bed", "give me one thing", Move.YES))[-2:]
    assert plan.act is Act.PLAN
    assert any(plan.text.startswith(line) for line in room.lines["plan_own"])  # none was named yet
    assert (own.act, own.practices) == (Act.OFFER, ("self.if-then",))
    assert "“When ..., I ....”" in own.text
    assert own.why == "it holds a step of your own"


def test_where_nothing_is_wanted_that_was_foreseen_the_shelf_is_asked_as_before() -> None:
    words = talk(shelves(""), ("what do I say to her",))[-1]
    assert words.act is Act.SCRIPT
    assert "..." in words.text  # a frame for their own


def test_what_helped_before_goes_before_a_shape_for_a_step_of_their_own() -> None:
    room = shelves("")
    helped = Known(helped=dict.fromkeys({*room.finder.practices} - {"self.if-then"}, 1))
    offer = talk(room, ("the cat has a new bed", "give me one thing"), helped)[-1]
    assert offer.practices != ("self.if-then",)
    assert offer.why == "it helped you before"


def test_a_theme_that_stays_open_and_is_likely_no_more_offers_nothing() -> None:
    room, asks = shelves(), "give me one thing"
    sure = State(theme="home-empty", surest=1.0)
    faint = replace(room, theming=replace(room.theming, chooser=shelves("").theming.chooser))
    practices = set(room.playbooks["home-empty"].practices)
    _state, kept = take_turn(replace(sure, acts=(Act.EXPLORE,)), heard(asks), faint, NOW)
    assert kept.practices[0] in practices
    unsure = replace(sure, surest=0.4, acts=(Act.EXPLORE,))
    _state, own = take_turn(unsure, heard(asks), faint, NOW)
    assert own.practices == ("self.if-then",)
