"""What the roster adds to a talk: the load and whose step it is, the nights to go, the hour."""

import pytest
from tests.engines.coach.test_turn import talk

from aftershift.engines.coach.answers.rostering import hour_of, load_words
from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.state import Act, Known, OwnRoster, Reply
from aftershift.engines.rosters.around import Around
from aftershift.engines.rosters.load import Heavy, Past

SNAPPED, WENT_ON = "I snapped at my wife the second I came in", "it is every day at the moment"
HEAVY = (Heavy(past=Past.NIGHT_RUNS, count=5), Heavy(past=Past.QUICK_RETURNS, count=2))
LOADED = Known(roster=OwnRoster(load=HEAVY))


def known(**around: int) -> Known:
    return Known(roster=OwnRoster(around=Around(**around)))


def rules(replies: list[Reply]) -> list[str]:
    return [one.rule for one in replies]


@pytest.mark.parametrize(
    ("heavy", "words"),
    [
        (HEAVY[0], "five nights in a row"),
        (HEAVY[1], "two short turns between shifts"),
        (Heavy(past=Past.QUICK_RETURNS, count=1), "one short turn between shifts"),
        (Heavy(past=Past.WEEKLY_HOURS, count=56), "a week above the legal average of hours"),
        (Heavy(past=Past.WEEKLY_REST, count=1), "a week without a long rest"),
    ],
)
def test_each_limit_has_its_words(heavy: Heavy, words: str) -> None:
    assert load_words(heavy) == words


def test_an_overloaded_roster_is_named_as_the_cause_with_a_step_for_who_makes_it() -> None:
    replies = talk(SNAPPED, WENT_ON, known=LOADED)[1]
    assert rules(replies)[1] == "the roster is the load"
    assert "five nights in a row and two short turns between shifts" in replies[1].text
    assert "rota" in replies[1].text or "plans the shifts" in replies[1].text
    assert len(replies[1].text.split()) <= 90


def test_the_roster_comes_before_any_exercise_of_ones_own() -> None:
    _state, replies = talk(SNAPPED, Move.STEP, known=LOADED)
    offer = replies[1]
    assert offer.act is Act.OFFER
    offered = offer.text.index("five nights in a row")
    assert offered < len(offer.text) // 2
    assert len(offer.text.split()) <= 90


def test_the_roster_is_named_once() -> None:
    _state, replies = talk(SNAPPED, WENT_ON, "she went quiet", Move.STEP, known=LOADED)
    assert sum("nights in a row" in one.text for one in replies) == 1


def test_a_roster_within_its_limits_is_not_blamed() -> None:
    assert "the roster is the load" not in rules(talk(SNAPPED, WENT_ON)[1])


def test_a_heavy_roster_is_not_the_cause_of_everything() -> None:
    replies = talk("my sister forgot my birthday", "and she laughed", theme="in-laws", known=LOADED)
    assert "the roster is the load" not in rules(replies[1])


def test_too_few_people_are_named_where_no_theme_has_words_for_it() -> None:
    words = ("we were two nurses short again", "and then the bell went")
    replies = talk(*words, theme="text-fight")[1]
    assert "too few people" in rules(replies)
    assert "too few people" not in rules(talk("he has a short fuse", "yes", theme="text-fight")[1])


def test_two_nights_to_go_are_said_once_and_one_is_not() -> None:
    replies = talk(SNAPPED, WENT_ON, "she went quiet", known=known(nights_to_go=2))[1]
    assert rules(replies).count("nights still to come") == 1
    assert "two nights" in replies[1].text
    assert "{" not in replies[1].text
    one = talk(SNAPPED, WENT_ON, known=known(nights_to_go=1))[1]
    assert "nights still to come" not in rules(one)


@pytest.mark.parametrize(
    ("around", "hour", "key"),
    [
        ({}, 14, ""),
        ({}, 3, "night"),
        ({"to_shift": 120}, 14, "before_shift"),
        ({"to_shift": 400}, 14, ""),
        ({"from_shift": 30}, 9, "after_shift"),
        ({"from_shift": 300}, 9, ""),
        ({"from_shift": 30, "to_shift": 100}, 9, "after_shift"),
    ],
)
def test_the_hour_has_a_name(around: dict[str, int], hour: int, key: str) -> None:
    assert hour_of(OwnRoster(around=Around(**around)), hour) == key


def test_the_hour_is_spoken_of_once_and_never_in_the_first_reply() -> None:
    replies = talk(SNAPPED, WENT_ON, "she went quiet", known=known(from_shift=20))[1]
    assert rules(replies).count("near a shift, or deep in the night") == 1
    assert rules(replies)[0] != "near a shift, or deep in the night"


def test_a_plan_says_that_there_is_an_hour_for_it_only_where_there_is() -> None:
    roster = OwnRoster(shared_hour=True)
    lines = ("calendar", "hour", "weeks touch", "really share")
    turns = ("what should I do", "ok")
    plans = [
        talk(*turns, theme=theme, known=Known(roster=one))[1][-1]
        for theme in ("good-news", "opposite-shifts")
        for one in (OwnRoster(), roster)
    ]
    assert all(one.act is Act.PLAN for one in plans)
    assert plans[1].text != plans[0].text or plans[3].text != plans[2].text
    assert any(word in plans[1].text + plans[3].text for word in lines)


@pytest.mark.parametrize(
    "words", ["stop suggesting that", "never again", "anything but that", "I am sick of hearing it"]
)
def test_what_is_never_wanted_again_is_barred(words: str) -> None:
    state, replies = talk(SNAPPED, "what should I do", words)
    assert rules(replies)[-1] == "bars the offer"
    assert replies[-1].barred == replies[1].practices[0]
    assert state.open_offer == ""
    assert replies[-1].barred in state.refused


def test_a_plain_no_bars_nothing() -> None:
    assert talk(SNAPPED, "what should I do", Move.NOT_THAT)[1][-1].barred == ""
