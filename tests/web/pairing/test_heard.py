"""Whom somebody is linked with cannot tell that they were heard, and how grave it was."""

import pytest
from django.test import Client
from tests.people import Account
from tests.web.hearing import Calm
from tests.web.house.furnished import Rooms
from tests.web.observed import watched, work_for
from tests.web.sending.asking import answer, listens_with, press, says, sent

from aftershift.engines.safety.risk import NO_RISK, Category, Level, Risk
from aftershift.web.people import sessions
from aftershift.web.safety import queries

PLAN = Risk(level=Level.EMERGENCY, categories=(Category.SUICIDE_PLAN,))
VIOLENCE = Risk(level=Level.ELEVATED, categories=(Category.PARTNER_VIOLENCE,))
HEARD = pytest.mark.parametrize(
    ("risk", "asks"), [(PLAN, "danger.opening"), (VIOLENCE, "violence.opening")]
)


def said_and_answered(nurse: Account, ear: Calm, risk: Risk, asks: str) -> None:
    """Be heard in a message and in a talk, go on with the answer, and take it back."""
    ear.risk = risk
    page = sent(nurse)
    assert says(page, asks)
    if risk is VIOLENCE:
        page = press(nurse, page, "It&#x27;s safe to read")
    said = nurse.browser.post("/coach/say", {"text": "he is in the kitchen"}, follow=True)
    assert says(said.text, asks)
    ear.risk = NO_RISK
    answer(nurse, page, "forget it, I was joking")


@HEARD
def test_the_linked_one_sees_the_same_bytes_rows_and_sizes(
    nurse: Account,
    rooms: Rooms,
    linked: Client,
    monkeypatch: pytest.MonkeyPatch,
    risk: Risk,
    asks: str,
) -> None:
    ear = listens_with(monkeypatch, Calm())
    nurse.browser.post("/coach/say", {"text": "a long day"})  # a talk has a row from its first word
    with watched(rooms, linked, monkeypatch=monkeypatch):
        said_and_answered(nurse, ear, risk, asks)
    assert queries.is_just_me(by=nurse.by) is (risk is PLAN)


@HEARD
def test_no_page_of_the_linked_one_asks_or_opens_more_or_less(
    nurse: Account,
    rooms: Rooms,
    linked: Client,
    monkeypatch: pytest.MonkeyPatch,
    risk: Risk,
    asks: str,
) -> None:
    """The work of a page stands for its time: nothing that is put away shortens another's page."""
    ear = listens_with(monkeypatch, Calm())
    monkeypatch.setattr(sessions, "see", lambda session, now: None)
    work_for(linked, rooms, monkeypatch)  # what is made once for a process is made now
    before = work_for(linked, rooms, monkeypatch)
    assert len(before) > 50
    assert any(opened for _asked, opened in before.values())
    said_and_answered(nurse, ear, risk, asks)
    assert work_for(linked, rooms, monkeypatch) == before


def test_the_count_sees_what_rests_on_her_own_pages(
    nurse: Account, rooms: Rooms, monkeypatch: pytest.MonkeyPatch
) -> None:
    ear = listens_with(monkeypatch, Calm(risk=PLAN))
    monkeypatch.setattr(sessions, "see", lambda session, now: None)
    before = work_for(nurse.browser, rooms, monkeypatch)
    sent(nurse)
    assert ear.triaged
    assert work_for(nurse.browser, rooms, monkeypatch) != before
