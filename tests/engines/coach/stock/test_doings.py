"""What is offered, and which first words are given, in a matter that no theme is known for."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.shelves import heard, shelves

from aftershift.engines.coach.drafts import asks
from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.state import Act, Known, Reply, State
from aftershift.engines.coach.stock.doings import Where, where_of
from aftershift.engines.coach.stock.shelves import Shelves
from aftershift.engines.coach.turn import take_turn
from aftershift.engines.evidence.practices import Stop

NOW = datetime(2026, 10, 19, 12, tzinfo=UTC)
CAT = "the cat has a new bed"


def talk(room: Shelves, turns: Iterable[str | Move], known: Known | None = None) -> list[Reply]:
    state, replies = State(), []
    for turn in turns:
        said = heard(turn) if not isinstance(turn, Move) else replace(heard(""), tapped=turn)
        state, reply = take_turn(state, said, room, NOW, known or Known())
        replies.append(reply)
    return replies


@pytest.mark.parametrize(
    ("told", "where"),
    [
        ("my wife is cross about the bins", Where.HOME),
        ("my husband is asleep when i get in, opposite shifts", Where.APART),
        ("my husband is in muscat and i am in kochi", Where.APART),
        ("my daughter's in oslo, she is my only one", Where.APART),
        ("my husband is in charge of the bins", Where.HOME),
        ("mum is back home in kerala, we only have video calls", Where.APART),
        ("my daughter and the other kids in her class", Where.CHILD),
        ("my dad and my brother, about the shed", Where.FAMILY),
        ("a friend from school has gone quiet", Where.FRIEND),
        ("the consultant cut me off in the meeting", Where.WORK),
        ("he said it again and she laughed", Where.SOMEBODY),
        ("i want a hobby", Where.ALONE),
        ("", Where.ALONE),
    ],
)
def test_where_and_with_whom_it_is_is_told_in_passing(told: str, where: Where) -> None:
    assert where_of([told], "") is where


def test_who_asks_for_themselves_is_not_sent_to_another() -> None:
    assert where_of(["my wife is at work"], "what can i do with my hands at seven") is Where.ALONE


def texts_at(where: Where) -> dict[str, str]:
    doings = [one for one in shelves("").doings if one.where is where]
    return {text: one.practice for one in doings for text in one.says}


@pytest.mark.parametrize(
    ("told", "where"),
    [("my wife sings at breakfast", Where.HOME), ("the matron hums in the meeting", Where.WORK)],
)
def test_a_step_fits_where_it_would_be_done_and_so_does_the_other_one(
    told: str, where: Where
) -> None:
    offer = talk(shelves(""), (told, "give me one thing"))[-1]
    practices = texts_at(where)
    at = {offer.text.find(text[1:]): text for text in practices if text[1:] in offer.text}
    first, second = (at[place] for place in sorted(at))
    assert offer.act is Act.OFFER
    assert offer.practices == (practices[first],)
    assert practices[second] != practices[first]
    assert offer.why == "it is small, and fits any matter"


def test_a_yes_does_not_say_a_plan_of_another_life() -> None:
    room = shelves("")
    offer, plan = talk(room, (CAT, "give me one thing", Move.YES))[-2:]
    practice = room.finder.practices[offer.practices[0]]
    assert (plan.act, plan.place) == (Act.PLAN, practice.id)
    assert practice.plan not in plan.text


def test_another_one_is_another_one() -> None:
    replies = talk(shelves(""), ("my wife hums", "give me one thing", Move.MORE, Move.MORE))[1:]
    assert len({one.text for one in replies}) == len({one.practices for one in replies}) == 3


def test_where_no_question_is_wanted_a_step_asks_none() -> None:
    replies = talk(shelves(""), ("stop asking me questions", *["give me one thing"] * 4))
    assert not any(asks(one.text) for one in replies)


def test_at_night_a_step_is_small() -> None:
    room = shelves("")
    turns = ("the matron hums in the meeting", "give me one thing", Move.MORE, Move.MORE)
    for reply in talk(room, turns, Known(hour=3)):
        assert all(0 < room.finder.practices[one].minutes <= 5 for one in reply.practices)


def test_a_theme_that_is_known_goes_before_what_fits_any_matter() -> None:
    sure = talk(shelves("home-empty"), (CAT, "give me one thing"))[-1]
    theme = shelves().playbooks["home-empty"]
    assert sure.practices[0] in {*theme.practices, *(one.practice for one in theme.branch)}


def test_what_helped_before_goes_before_what_fits_any_matter() -> None:
    room = shelves("")
    helped = Known(helped=dict.fromkeys(room.finder.practices, 1))
    offer = talk(room, (CAT, "give me one thing"), helped)[-1]
    assert offer.why == "it helped you before"
    done = Known(done=frozenset(room.finder.practices))
    assert talk(room, (CAT, "give me one thing"), done)[-1].why == "you did it before"


@pytest.mark.parametrize(
    ("told", "ask", "key"),
    [
        ("my wife hums at breakfast", "what do I say to her", "words_home"),
        ("the matron hums in the meeting", "what do I say to her", "words_work"),
        ("they hum upstairs at night", "what do I say to them", "words_somebody"),
        ("my wife hums at breakfast", "what do i text", "words_written"),
    ],
)
def test_first_words_fit_whom_they_are_for(told: str, ask: str, key: str) -> None:
    room = shelves("")
    asked, words = talk(room, (told, ask, "no idea", ask))[1::2]
    assert words.act is Act.SCRIPT
    assert {asked.text, words.text} <= set(room.lines[key])
    assert asked.text != words.text


def test_first_words_name_the_plain_thing_that_was_told_of() -> None:
    asked, words = talk(shelves(""), (CAT, "what do I say to them", "no idea", "another"))[1::2]
    assert "the cat" in asked.text
    assert asked.text.endswith(shelves("").lines["words_ask_else"])
    assert words.text != asked.text


def test_what_comes_after_first_words_is_turned_to_them() -> None:
    told = ("my wife hums at breakfast", "what do I say to her", "that I miss her when she is away")
    words = talk(shelves(""), told)[-1]
    assert words.act is Act.SCRIPT
    assert "“I miss you when you are away.”" in words.text


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            "I sat in the sluice and waited for her to ask me",
            "I sat in the sluice and waited for you to ask me.",
        ),
        ("it is my kitchen too", "It is my kitchen too."),
        ("she makes me laugh at six in the morning", "You make me laugh at six in the morning."),
        ("yes. i want my mornings back. two of them", "I want my mornings back."),
    ],
)
def test_the_one_line_that_was_asked_for_is_turned_to_them(line: str, words: str) -> None:
    said = talk(shelves(""), ("my wife hums at breakfast", "what do I say to her", line))[-1]
    assert said.act is Act.SCRIPT
    assert f"“{words}”" in said.text


def test_a_charge_is_asked_for_from_the_other_side() -> None:
    room = shelves("")
    told = ("my wife hums", "what do I say to her", "she never asks me how it went")
    assert talk(room, told)[-1].text in room.lines["words_from_i"]
    words = talk(room, (*told, "i want her to ask me how it went"))[-1]
    assert "I want you to ask me how it went" in words.text


def test_what_is_told_later_is_only_told() -> None:
    told = ("my wife hums", "what do I say to her", "no idea", "that I miss her when she is away")
    assert talk(shelves(""), told)[-1].act is not Act.SCRIPT


def test_a_theme_that_stays_open_and_is_likely_no_more_offers_nothing() -> None:
    room, wants = shelves(), "give me one thing"
    sure = State(theme="home-empty", surest=1.0)
    faint = replace(room, theming=replace(room.theming, chooser=shelves("").theming.chooser))
    practices = set(room.playbooks["home-empty"].practices)
    _state, kept = take_turn(replace(sure, acts=(Act.EXPLORE,)), heard(wants), faint, NOW)
    assert kept.practices[0] in practices
    unsure = replace(sure, surest=0.4, acts=(Act.EXPLORE,))
    _state, own = take_turn(unsure, heard(wants), faint, NOW)
    assert own.practices[0] in {one.practice for one in room.doings if one.where is Where.ALONE}


@pytest.mark.parametrize(
    "answer", ["yes. tomorrow on the stairs", "i might give it to her by hand", "good. that'll do"]
)
def test_what_is_no_sentence_of_theirs_is_not_turned(answer: str) -> None:
    assert (
        talk(shelves(""), ("my wife hums", "what do I say to her", answer))[-1].act
        is not Act.SCRIPT
    )


def test_a_first_message_that_only_announces_is_given_no_words() -> None:
    assert talk(shelves(""), ("can i complain about something tiny",))[-1].act is not Act.SCRIPT


def test_where_violence_was_told_no_practice_for_two_is_offered() -> None:
    room = shelves("same-argument")
    stops = {one.id for one in room.finder.practices.values() if Stop.VIOLENCE in one.stops}
    plain = State(theme="same-argument", surest=1.0, acts=(Act.EXPLORE,))
    guarded = replace(plain, course=replace(plain.course, guarded=True))
    offered = [
        take_turn(state, heard("give me one thing"), room, NOW)[1].practices
        for state in (plain, guarded)
    ]
    assert stops.intersection(offered[0])
    assert not stops.intersection(offered[1])


def test_where_somebody_may_be_feared_nothing_is_done_for_them_and_no_words_are_given() -> None:
    room, alone = shelves(""), Known(is_two=False)
    doings = {text for one in room.doings for text in one.says}
    step = talk(room, ("my husband hums", "give me one thing"), alone)[-1]
    assert not any(text[1:] in step.text for text in doings)
    words = talk(room, ("my husband hums", "what do I say to him"), alone)[-1]
    assert words.text in room.lines["words_guarded"]
    colleague = talk(room, ("the matron hums", "what do I say to her"), alone)[-1]
    assert colleague.text in room.lines["words_work"]
