"""What outlasts a page: a sealed note that keeps help from repeating itself, and tells nobody."""

from dataclasses import asdict
from datetime import datetime, timedelta

import pytest
from django.test import Client
from tests.people import Account
from tests.web.hearing import Calm
from tests.web.house.furnished import furnish
from tests.web.house.test_sweep import everything_held
from tests.web.observed import watched
from tests.web.sending.asking import (
    AT,
    DESPAIR,
    HELP_NOW,
    MESSAGE,
    VIOLENCE,
    WHY,
    answer,
    press,
    said_on,
    says,
    sent,
)

from aftershift.engines.safety.course import Note
from aftershift.engines.safety.risk import NO_RISK, Category, Level, Risk
from aftershift.web.pages import clock
from aftershift.web.safety import queries

CHECK_IN = Risk(level=Level.CHECK_IN, categories=DESPAIR)
THOUGHTS = Risk(level=Level.ELEVATED, categories=DESPAIR)
PLAN = Risk(level=Level.EMERGENCY, categories=(Category.SUICIDE_PLAN,))
WINDOW = "/together/window"


@pytest.fixture
def now() -> datetime:
    return clock.now()


def later(monkeypatch: pytest.MonkeyPatch, now: datetime) -> None:
    monkeypatch.setattr("aftershift.web.pages.clock.now", lambda: now)


def empty_page(account: Account) -> str:
    return str(account.browser.get(AT).text)


def test_the_link_to_help_stays_for_seven_days(
    nurse: Account, ear: Calm, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert HELP_NOW not in empty_page(nurse)
    ear.risk = THOUGHTS
    sent(nurse)
    ear.risk = NO_RISK
    for days, stays in ((0, True), (6, True), (8, False)):
        later(monkeypatch, now + timedelta(days=days))
        assert (HELP_NOW in empty_page(nurse)) is stays
    assert HELP_NOW not in sent(nurse)


def test_who_took_it_back_keeps_the_link(nurse: Account, ear: Calm) -> None:
    ear.risk = THOUGHTS
    page = sent(nurse)
    ear.risk = NO_RISK
    page = answer(nurse, page, "you misunderstood, I was joking")
    answer(nurse, page, "just joking, stop asking")
    assert HELP_NOW in empty_page(nurse)


@pytest.mark.parametrize(("hours", "asks"), [(71, "thoughts.opening"), (73, "check_in.opening")])
def test_a_second_check_in_asks_the_question_above_for_72_hours(
    nurse: Account,
    ear: Calm,
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
    hours: int,
    asks: str,
) -> None:
    ear.risk = CHECK_IN
    press(nurse, sent(nurse), "Tired")
    later(monkeypatch, now + timedelta(hours=hours))
    assert says(sent(nurse), asks)


def test_another_variant_is_said_next_time(nurse: Account, ear: Calm) -> None:
    ear.risk = THOUGHTS
    first, second = said_on(sent(nurse)), said_on(sent(nurse))
    assert first != second


def test_what_is_for_two_rests_on_her_own_pages_until_she_is_safe_or_a_day_is_over(
    nurse: Account, ear: Calm, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    furnish(nurse)
    ear.risk = PLAN
    sent(nurse)
    page = nurse.browser.get(WINDOW).text
    assert "This part rests for a day" in page
    assert "You put this part away" not in page
    later(monkeypatch, now + timedelta(hours=25))
    assert "This part rests" not in nurse.browser.get(WINDOW).text
    later(monkeypatch, now)
    assert "This part rests" in nurse.browser.get(WINDOW).text
    nurse.browser.post("/mine/safe")
    assert "This part rests" not in nurse.browser.get(WINDOW).text
    assert HELP_NOW in empty_page(nurse)


def test_nobody_else_can_tell_that_somebody_was_answered(
    nurse: Account,
    partner: Account,
    nobody: Client,
    ear: Calm,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rooms = furnish(nurse)
    furnish(partner)
    ear.risk = PLAN
    with watched(rooms, partner.browser, nobody, monkeypatch=monkeypatch):
        sent(nurse)
    assert queries.is_just_me(by=nurse.by)


def test_of_violence_at_home_nothing_is_noted(nurse: Account, ear: Calm) -> None:
    ear.risk = Risk(level=Level.ELEVATED, categories=VIOLENCE)
    before = everything_held()
    press(nurse, sent(nurse), "It&#x27;s safe to read")
    assert everything_held() == before
    assert HELP_NOW not in empty_page(nurse)


def test_ordinary_messages_are_noted_nowhere(nurse: Account, ear: Calm) -> None:
    before = everything_held()
    assert WHY in sent(nurse)
    assert everything_held() == before


def test_the_note_holds_no_word_is_shown_and_taken_along_and_can_be_forgotten(
    nurse: Account, ear: Calm
) -> None:
    shown = "What is noted of help"
    assert shown not in nurse.browser.get("/mine/").text
    ear.risk = THOUGHTS
    sent(nurse)
    assert shown in nurse.browser.get("/mine/").text
    note = nurse.browser.get("/mydata/aftershift.json").json()["mine"]["note_of_help"]
    assert note["spoken"] == 1
    assert not set(MESSAGE.split()) & set(str(note).split())
    assert "elevated" not in str(note).lower()
    nurse.browser.post("/mine/forget")
    assert asdict(queries.own(by=nurse.by).note) == asdict(Note())
    assert HELP_NOW not in empty_page(nurse)
