"""What a short answer is taken for, and what may be said to it, without an encoder."""

from dataclasses import replace

import pytest
from tests.engines.coach.test_turn import NOW, TELLING, talk
from tests.shelves import heard, shelves

from aftershift.engines.coach.drafts import asks
from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.state import Act, Known, State, Steering
from aftershift.engines.coach.turn import opened, take_turn

STEP = "self.transition-ritual"


@pytest.mark.parametrize(
    ("says", "outcome"),
    [
        ("did it. sat in the car first, then went in", "did"),
        ("didn't do it. got called in both nights", "not_done"),
        ("chickened out, as usual, and then I was asleep", "not_done"),
        ("it backfired. she said she's not a charity", "worse"),
        ("made it worse. she walked out of the kitchen", "worse"),
    ],
)
def test_how_a_step_went_is_heard_in_the_first_clause(says: str, outcome: str) -> None:
    known = Known(last_step=STEP)
    state, _asked = opened(State(), shelves(), known)
    after, reply = take_turn(state, heard(says), shelves(), NOW, known)
    assert (reply.act, reply.outcome) == (Act.FOLLOW_UP, outcome)
    assert after.theme == state.theme  # what was done says nothing of what the talk is about


def test_a_new_day_is_not_answered_with_the_words_of_a_theme_that_is_only_guessed() -> None:
    state, _asked = opened(State(), shelves(""), Known(last_step=STEP))
    after, _reply = take_turn(state, replace(heard(""), tapped=Move.DID), shelves(""), NOW)
    assert all(one.startswith("follow.did") for one in after.used)


@pytest.mark.parametrize("practice", sorted(shelves().finder.practices))
def test_one_thing_is_asked_about_the_last_step(practice: str) -> None:
    _state, reply = opened(State(), shelves(), Known(last_step=practice))
    assert reply is not None
    assert reply.text.count("?") == 1
    assert "?." not in reply.text


@pytest.mark.parametrize(
    ("turns", "act"),
    [
        (("what should I do", "yes. the first one"), Act.PLAN),
        (("what should I do", "no thanks, nothing today"), Act.CLOSE),
        (("what do I say to her", "ok. that's honest. thanks"), Act.CLOSE),
        (("what do I say to her", "firmer"), Act.SCRIPT),
        (("give me one thing",), Act.OFFER),
        (("the words please",), Act.SCRIPT),
        (("we will talk about it, later",), Act.EXPLORE),
        (("not today. I'll sleep on it",), Act.CLOSE),
        (("not that, they've had three of those",), Act.EXPLORE),
    ],
)
def test_a_short_answer_is_taken_for_what_it_does(turns: tuple[str, ...], act: Act) -> None:
    assert talk(TELLING[0], *turns)[1][-1].act is act


def test_firmer_makes_the_same_words_firmer() -> None:
    state, _replies = talk(TELLING[0], "what do I say to her", "firmer please", "stronger")
    said = [one for one in state.used if ".words." in one]
    assert [one.rpartition(".")[2] for one in said] == ["soft", "firm", "firmer"]
    assert len({one.rpartition(".")[0] for one in said}) == 1


def test_an_offer_is_said_also_where_nothing_more_may_be_asked() -> None:
    for theme in shelves().playbooks:
        for before in (TELLING[:1], TELLING[:2], ("stop asking me questions",)):
            state, replies = talk(*before, "what should I do", "not that", "not that", theme=theme)
            for reply in replies[len(before) :]:
                assert any(one.startswith(f"offer.{reply.practices[0]}.") for one in state.used)
            assert before == TELLING[:1] or not asks(replies[-3].text), theme


def test_only_listening_ends_where_a_step_is_asked_for() -> None:
    state, replies = talk("just listen", *TELLING[:2], "what should I do")
    assert replies[-1].act is Act.OFFER
    assert Steering.LISTEN not in state.steering


def test_a_close_points_to_a_person_also_where_nothing_may_be_asked() -> None:
    for theme in shelves().playbooks:
        for wish in ("just listen", "stop asking me questions"):
            state, replies = talk(TELLING[0], wish, "bye", theme=theme)
            assert not asks(replies[-1].text)
            assert any("human." in one for one in state.used[-2:]), theme


def test_the_first_mishearing_is_owned_and_the_feeling_that_was_meant_is_taken() -> None:
    state, replies = talk(TELLING[0], "that's not it, I'm not angry, I'm sad")
    assert replies[1].act is Act.REPAIR
    assert any(one.startswith("felt.sadness") for one in state.used)
    assert not any(one.startswith("repair_again") for one in state.used)


def test_a_second_mishearing_can_ask_what_it_is_about() -> None:
    _state, replies = talk(*TELLING[:1], "that's not what I meant", "you don't get it")
    assert [one.act for one in replies[1:]] == [Act.REPAIR, Act.REPAIR]
    assert not asks(replies[1].text)
    assert asks(replies[2].text)


def test_the_second_time_it_names_three_choices_and_whom_they_spoke_of() -> None:
    missed = ("that's not what I meant", "you don't get it")
    _state, replies = talk("my sister moved in", "the matron knows my sister now", *missed)
    for name in ("your sister", "the matron"):
        assert name in replies[-1].text
    for said in shelves().lines["repair_again"]:
        assert said.count(", ") >= 2
        assert " or " in said


def test_the_others_view_is_not_asked_for_by_who_takes_the_words_that_were_given() -> None:
    taken = talk(*TELLING[:2], "what do I say to her", "right so that is it then")[1]
    told = talk(*TELLING[:3], "what do I say to her", "ok", "and she was so quiet")[1]
    assert taken[-1].act is not Act.VIEW
    assert told[-1].act is Act.VIEW


def test_leave_is_asked_for_what_was_told_and_not_for_what_was_asked() -> None:
    acts = [one.act for one in talk("who reads this", "are you a bot", *TELLING[:3])[1]]
    assert Act.ASK_LEAVE not in acts


def test_the_system_is_named_also_where_the_last_message_is_not_followed() -> None:
    told = ("understaffed again", "it is what it is", "and the datix came back by itself")
    replies = talk(*told, theme="short-staffed")[1]
    assert any(shelves().playbooks["short-staffed"].system in one.text for one in replies)
