"""A rehearsal: risk first, then patients, then an answer from the script; and nothing is kept."""

import pytest
from django.test import Client
from tests.engines.rehearsal.shelf import SHELF
from tests.people import Account
from tests.web.hearing import BreaksAtPatterns, Broken, Calm, Late
from tests.web.house.test_sweep import everything_held
from tests.web.rehearsal.asking import (
    DRILL,
    LISTENING,
    PAGES,
    SCENE,
    fields,
    say,
    say_instead,
    shown,
    sound,
    theirs,
)

from aftershift.engines.language.kinds import Kind
from aftershift.engines.language.patterns import Pattern, Reading
from aftershift.engines.safety.risk import Category, Level, Risk
from aftershift.web import ears

HOME = SHELF.scenes["home-late"]
LINES = (
    "What was the evening like for you?",
    "You waited with the food and heard nothing",
    "Could I send you one word at half past seven?",
)

# --- a scene ---------------------------------------------------------------------------


def test_everything_there_is_to_rehearse_is_listed(nurse: Account, ear: Calm) -> None:
    page = sound(nurse.browser.get("/rehearsal/"))
    for scene in SHELF.scenes:
        assert f"/rehearsal/scenes/{scene}" in page
    assert page.count("/rehearsal/speaking-up/") == 6
    assert page.count("/rehearsal/listening/") == 12


def test_a_scene_begins_with_the_others_line_and_three_starts(nurse: Account, ear: Calm) -> None:
    page = shown(nurse)
    assert theirs(page) == HOME.opening
    assert page.count("<li>“") == 3
    assert ear.woken == 1


def test_the_other_warms_to_what_is_said(nurse: Account, ear: Calm) -> None:
    page = shown(nurse)
    for line in LINES:
        page = say(nurse, page, line)
    warm = (*HOME.level[4].answers, *HOME.level[4].tells)
    assert any(theirs(page).endswith(one) for one in warm)
    assert "About the words" in page
    assert ear.triaged == list(LINES)


def test_a_line_may_be_said_again_and_counts_once(nurse: Account, ear: Calm) -> None:
    page = say(nurse, shown(nurse), "you never think of me")
    assert HOME.better.wish.split("'")[0] in page
    again = say_instead(nurse, page, LINES[0])
    assert "5 lines are left" in again
    assert any(theirs(again).endswith(one) for one in HOME.level[2].tells)


def test_after_six_lines_it_ends_by_itself(nurse: Account, ear: Calm) -> None:
    page = shown(nurse)
    for _ in range(6):
        page = say(nurse, page, LINES[0])
    assert "That is the end of it" in page
    assert HOME.human.split("'")[0] in page
    assert ">Say it</button>" not in page
    assert "Try that line again" not in page


def test_a_pattern_that_the_ear_hears_cools_the_other(nurse: Account, ear: Calm) -> None:
    ear.reading = Reading(patterns=(Pattern(kind=Kind.CONTEMPT, starts=0, ends=2, why=""),))
    page = say(nurse, shown(nurse), "hm")
    assert any(theirs(page).endswith(one) for one in HOME.level[0].pushes)


def test_nothing_is_kept_and_no_word_travels(nurse: Account, ear: Calm) -> None:
    before = everything_held()
    page = say(nurse, shown(nurse), "you never see the zebra")
    page = say(nurse, page, LINES[0])
    assert "zebra" not in page
    assert everything_held() == before


@pytest.mark.parametrize("stand", ["", "nonsense", "a:b:c", "x" * 5000])
def test_what_is_not_ours_begins_anew(nurse: Account, ear: Calm, stand: str) -> None:
    page = sound(nurse.browser.post(SCENE, {"text": LINES[0], "stand": stand}))
    assert "5 lines are left" in page


def test_a_stand_of_another_scene_begins_anew(nurse: Account, ear: Calm) -> None:
    page = say(nurse, shown(nurse), LINES[0])
    stand = fields(page, "Say it")["stand"]
    other = nurse.browser.post("/rehearsal/scenes/swap-refused", {"text": "Hello", "stand": stand})
    assert "5 lines are left" in sound(other)


# --- the drills ------------------------------------------------------------------------


def test_the_way_past_is_shown_after_the_second_refusal(nurse: Account, ear: Calm) -> None:
    drill, page = SHELF.drills["dose-by-ten"], shown(nurse, DRILL)
    for example, says in zip(drill.examples, (*drill.refusals, drill.yields), strict=True):
        assert drill.past.split(",")[0] not in page
        page = say(nurse, page, example, DRILL)
        assert theirs(page) == says
    assert drill.past.split(",")[0] in page


def test_a_reply_is_read_for_what_it_does(nurse: Account, ear: Calm) -> None:
    page = say(nurse, shown(nurse, LISTENING), "You should report him", LISTENING)
    assert "There is advice in it" in page
    page = say_instead(nurse, page, SHELF.messages["not-thanked"].examples[0], LISTENING)
    assert "There is advice in it" not in page
    assert "Another message" in page


# --- who comes first -------------------------------------------------------------------


@pytest.mark.parametrize("at", PAGES)
def test_somebody_at_risk_gets_help_and_nothing_else(nurse: Account, ear: Calm, at: str) -> None:
    ear.risk = Risk(level=Level.EMERGENCY, categories=(Category.SUICIDE_ACTIVE,))
    page = sound(nurse.browser.post(at, {"text": "I want to end it"}))
    assert 'class="numbers"' in page
    assert "The scene can wait" in page
    assert "I want to end it" not in page
    assert 'name="text"' not in page
    assert ear.read == []


def test_a_question_about_the_person_is_asked_once(nurse: Account, ear: Calm) -> None:
    ear.risk = Risk(level=Level.CHECK_IN, categories=(Category.DESPAIR,))
    page = say(nurse, shown(nurse), LINES[0])
    assert "First, about you" in page
    assert any(theirs(page).endswith(one) for one in HOME.level[2].tells)
    page = say(nurse, page, LINES[1])
    assert "First, about you" not in page


def test_a_patient_is_shown_without(nurse: Account, ear: Calm) -> None:
    page = say(nurse, shown(nurse), "I sat with Mrs Okafor in bed 12 until she died.")
    assert "Okafor" not in page
    assert "may lead to a patient" in page


@pytest.mark.parametrize("deaf", [Late(), Broken()], ids=["late", "broken"])
@pytest.mark.parametrize("at", PAGES)
def test_nobody_answers_a_line_that_nobody_heard(
    nurse: Account, monkeypatch: pytest.MonkeyPatch, at: str, deaf: Calm
) -> None:
    monkeypatch.setattr(ears, "room", lambda: deaf)
    answer = say(nurse, shown(nurse, at), "See you at six", at)
    assert "I could not read this" in answer
    assert "See you at six</textarea>" in answer
    assert "About the words" not in answer


def test_without_the_ear_for_patterns_the_cues_are_heard(
    nurse: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    deaf = BreaksAtPatterns()
    monkeypatch.setattr(ears, "room", lambda: deaf)
    page = say(nurse, shown(nurse), "you're pathetic")
    assert any(theirs(page).endswith(one) for one in HOME.level[0].pushes)


# --- who may ---------------------------------------------------------------------------


@pytest.mark.parametrize("at", PAGES)
def test_a_line_is_needed_and_not_a_letter(nurse: Account, ear: Calm, at: str) -> None:
    for text in ("", "  ", "x" * 1001):
        page = nurse.browser.post(at, {"text": text})
        assert page.status_code == 422
    assert ear.triaged == []


@pytest.mark.parametrize("at", ["/rehearsal/", *PAGES])
def test_it_is_for_who_is_signed_in(nobody: Client, ear: Calm, at: str) -> None:
    assert nobody.get(at)["Location"] == "/locked"
    assert nobody.post(at, {"text": "Hello"}).status_code in (302, 405)
    assert ear.triaged == []


def test_other_ways_of_asking_are_refused(nurse: Account, ear: Calm) -> None:
    assert nurse.browser.post("/rehearsal/").status_code == 405
    for at in PAGES:
        assert nurse.browser.put(at).status_code == 405
        assert "Hello" not in nurse.browser.get(at, {"text": "Hello"}).text


@pytest.mark.parametrize("at", ["scenes/nowhere", "speaking-up/nowhere", "listening/nowhere"])
def test_what_is_not_there_is_not_there(nurse: Account, ear: Calm, at: str) -> None:
    assert nurse.browser.get(f"/rehearsal/{at}").status_code == 404
