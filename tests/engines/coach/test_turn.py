"""Whole conversations without an encoder: what the rules promise, whatever is said."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.shelves import heard, shelves

from aftershift.engines.coach.drafts import QUOTED, asks
from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.state import NOBODY, Act, Known, Reply, State, Steering
from aftershift.engines.coach.turn import opened, take_turn
from aftershift.engines.safety.risk import Category, Level, Risk

NOW = datetime(2026, 10, 19, 12, tzinfo=UTC)
GRAVE = Risk(level=Level.EMERGENCY, categories=(Category.SUICIDE_PLAN,))
TELLING = (
    "I snapped at my wife the second I came in, twelve hours",
    "she went very quiet and took the kids upstairs",
    "it is every single day at the moment",
    "she never says what she wants either",
    "the bins were only the last of it",
    "my own father was like that",
    "we used to laugh about it",
    "then the baby came and we stopped",
    "last night she slept on the sofa",
    "I sat in the car for an hour today",
)


def talk(
    *turns: str | Move, theme: str = "home-empty", known: Known = NOBODY
) -> tuple[State, list[Reply]]:
    state, replies = State(), []
    for turn in turns:
        said = heard("") if isinstance(turn, Move) else heard(turn)
        said = replace(said, tapped=turn) if isinstance(turn, Move) else said
        state, reply = take_turn(state, said, shelves(theme), NOW, known)
        replies.append(reply)
    return state, replies


def acts(*turns: str | Move, theme: str = "home-empty", known: Known = NOBODY) -> list[Act]:
    return [one.act for one in talk(*turns, theme=theme, known=known)[1]]


def test_every_reply_has_eight_to_ninety_words_and_one_question_at_most() -> None:
    for theme in shelves().playbooks:
        for reply in talk(*TELLING, "what should I do", "not that", "ok", theme=theme)[1]:
            assert 4 <= len(reply.text.split()) <= 90, reply.text
            assert QUOTED.sub("", reply.text).count("?") <= 1, reply.text


def test_nobody_is_asked_three_times_running() -> None:
    for theme in shelves().playbooks:
        asked = [asks(one.text) for one in talk(*TELLING, theme=theme)[1]]
        assert not any(asked[at : at + 3] == [True] * 3 for at in range(len(asked)))
        assert sum(asked) <= 0.67 * len(asked) + 1


EVERY = pytest.mark.parametrize("theme", sorted(shelves().playbooks))


@EVERY
def test_no_line_is_said_twice(theme: str) -> None:
    state, replies = talk(*TELLING, theme=theme)
    assert len(set(state.used)) == len(state.used)
    assert len({one.text for one in replies}) == len(replies)


@EVERY
def test_what_was_said_in_the_last_thirty_days_is_not_said_again(theme: str) -> None:
    first, _replies = talk(TELLING[0], theme=theme)
    again, _replies = talk(TELLING[0], theme=theme, known=Known(lines=frozenset(first.used)))
    assert set(first.used).isdisjoint(again.used)


@EVERY
def test_no_advice_before_leave(theme: str) -> None:
    said = acts(*TELLING[:7], theme=theme)
    assert said[0] in (Act.EXPLORE, Act.REFLECT)
    assert Act.OFFER not in said
    assert Act.ASK_LEAVE in said


def test_the_others_view_comes_once_and_only_between_equals() -> None:
    for theme, book in shelves().playbooks.items():
        count = acts(*TELLING, theme=theme).count(Act.VIEW)
        assert count == (1 if book.equals else 0), theme


def test_the_others_view_never_comes_where_what_is_for_two_was_put_away() -> None:
    assert Act.VIEW not in acts(*TELLING, known=Known(is_two=False))


def test_a_step_is_offered_when_asked_for_and_a_yes_makes_a_plan_that_can_be_placed() -> None:
    state, replies = talk(TELLING[0], "what should I do", "ok")
    offer, plan = replies[1:]
    assert (offer.act, plan.act) == (Act.OFFER, Act.PLAN)
    assert offer.practices == plan.practices == (plan.place,)
    assert offer.sources
    assert offer.why
    assert state.planned == plan.place


@EVERY
def test_what_was_declined_is_not_offered_again(theme: str) -> None:
    asked = ("what should I do", Move.NOT_THAT, Move.NOT_THAT)
    state, replies = talk(TELLING[0], *asked, theme=theme)
    offered = [one.practices[0] for one in replies[1:] if one.practices]
    assert len(offered) == len(set(offered)) >= 2
    assert set(state.refused) >= set(offered[:2])
    assert len(state.refused) == 4  # what was offered beside each went with it


def test_what_helped_comes_first_among_what_fits_and_what_made_it_worse_not_at_all() -> None:
    usual = talk("what should I do")[1][0].practices[0]
    book = shelves().playbooks["home-empty"]
    other = next(one for one in book.practices[:4] if one != usual)
    assert talk("what should I do", known=Known(helped={other: 1}))[1][0].practices == (other,)
    assert talk("what should I do", known=Known(helped={usual: -2}))[1][0].practices != (usual,)


def test_at_night_only_what_is_small_is_offered() -> None:
    practices = shelves().finder.practices
    for theme in shelves().playbooks:
        for reply in talk("what should I do", theme=theme, known=Known(hour=3))[1]:
            assert all(practices[one].minutes in range(1, 6) for one in reply.practices), theme


@pytest.mark.parametrize("theme", ["bully", "slighted", "rude-senior"])
def test_against_a_power_gap_nothing_is_offered_that_it_makes_dangerous(theme: str) -> None:
    practices = shelves().finder.practices
    for reply in talk("what should I do", Move.NOT_THAT, Move.NOT_THAT, theme=theme)[1]:
        assert all("power" not in practices[one].stops for one in reply.practices)


@EVERY
def test_only_listening_sticks(theme: str) -> None:
    state, replies = talk("just listen", *TELLING[:5], theme=theme)
    assert Steering.LISTEN in state.steering
    for reply in replies[1:]:
        assert reply.act is Act.REFLECT
        assert not asks(reply.text)
        assert len(reply.text.split()) <= 35


@EVERY
def test_no_more_questions_sticks(theme: str) -> None:
    replies = talk(TELLING[0], "stop asking me questions", *TELLING[1:], theme=theme)[1]
    assert not any(asks(one.text) for one in replies[1:])


def test_a_correction_is_taken_in_a_clause_and_a_second_one_asks_what_it_is_about() -> None:
    state, replies = talk(TELLING[0], "no, my sister", "no, my brother")
    assert replies[1].act is Act.REPAIR
    assert replies[1].text.startswith("Your sister, then.")
    assert replies[2].act is Act.REPAIR
    assert "?" in replies[2].text
    assert state.who == "your brother"


def test_words_come_when_asked_for_and_get_firmer() -> None:
    replies = talk(TELLING[0], "what do I say to her", Move.MORE, Move.MORE)[1]
    book = shelves().playbooks["home-empty"]
    script = next(one for one in book.script if "sorry" in one.purpose)
    for reply, words in zip(replies[1:], (script.soft, script.firm, script.firmer), strict=True):
        assert reply.act is Act.SCRIPT
        assert f"“{words}”" in reply.text


def test_nobody_is_told_that_they_are_right() -> None:
    for question in ("am I wrong", "who's right here", "tell me I'm right", "am I a bad mother"):
        reply = talk(TELLING[0], question)[1][1]
        assert reply.act is Act.NO_VERDICT
        assert "you are right" not in reply.text.lower()


def test_it_says_that_it_is_a_program() -> None:
    reply = talk("are you a bot")[1][0]
    assert reply.act is Act.WHAT_I_AM
    assert "program" in reply.text.lower()


def test_doing_nothing_is_a_good_ending_and_points_to_a_person() -> None:
    reply = talk(TELLING[0], "what should I do", Move.NOTHING_TODAY)[1][2]
    assert reply.act is Act.CLOSE
    assert not reply.practices


def test_the_last_step_is_asked_about_and_each_answer_is_met() -> None:
    step = "self.transition-ritual"
    for move in (Move.DID, Move.NOT_DONE, Move.WORSE):
        state, first = opened(State(), shelves(), Known(last_step=step))
        assert first is not None
        assert first.act is Act.FOLLOW_UP
        said = replace(heard(""), tapped=move)
        state, reply = take_turn(state, said, shelves(), NOW, Known(last_step=step))
        assert (reply.act, reply.outcome) == (Act.FOLLOW_UP, move.value)
        assert (step in state.refused) is (move is Move.WORSE)


def test_without_a_step_a_conversation_opens_by_itself() -> None:
    assert opened(State(), shelves())[1] is None


def test_a_risk_leaves_first_and_nothing_brings_the_talk_back_at_once() -> None:
    state, _reply = take_turn(State(), heard(TELLING[0]), shelves(), NOW)
    state, reply = take_turn(state, heard("what should I do", GRAVE), shelves(), NOW)
    assert reply.act is Act.SAFETY
    assert reply.answer is not None
    state, reply = take_turn(state, heard("you misunderstood, what should I do"), shelves(), NOW)
    assert reply.act is Act.SAFETY
    assert state.said == (heard(TELLING[0]).clean,)


def test_what_no_theme_knows_is_not_pretended_to_be_understood() -> None:
    state, replies = talk("grbl", "frml", theme="")
    assert replies[0].act is Act.UNSURE
    assert state.theme == ""


def test_the_system_is_named_once_and_only_when_somebody_speaks_of_it() -> None:
    system = shelves().playbooks["short-staffed"].system
    quiet = talk(*TELLING, theme="short-staffed")[1]
    loud = talk("two vacancies again", *TELLING, theme="short-staffed")[1]
    assert not any(system in one.text for one in quiet)
    assert sum(system in one.text for one in loud) == 1


@pytest.mark.parametrize(
    ("asks", "key"),
    [
        ("are you a bot", "about_you"),
        ("who reads this", "about_privacy"),
        ("can my manager see", "about_privacy"),
        ("is it confidential", "about_privacy"),
    ],
)
def test_who_asks_what_it_is_or_who_sees_this_is_told(asks: str, key: str) -> None:
    state, reply = take_turn(State(), heard(asks), shelves(), NOW)
    assert reply.act is Act.WHAT_I_AM
    assert state.used[-1].startswith(f"{key}.")
