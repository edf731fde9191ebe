"""A repair in five steps: an unsafe answer leads to help, and nothing of the answers is kept."""

import re
from html import unescape

import pytest
from django.test import Client
from tests.people import Account
from tests.web.hearing import Calm
from tests.web.house.page import Page
from tests.web.rosters.desk import NOW
from tests.web.sending.asking import VIOLENCE, listens_with
from tests.web.windows.couple import items, move_in

from aftershift.engines.safety.risk import Level, Risk
from aftershift.web.agreements import queries
from aftershift.web.agreements.papers import KeptPaper
from aftershift.web.home import cards

PAGE, READY, HOLD, END = (
    "/agreements/repair",
    "/agreements/repair/ready",
    "/agreements/repair/hold",
    "/agreements/repair/end",
)
NO = dict.fromkeys(("afraid", "hurt", "told", "winning", "hot"), "no")
ABOUT = {"about": "I forgot the recital", "follow_up": "2026-10-26"}


def page(account: Account, to: str = PAGE) -> str:
    answer = account.browser.get(to)
    assert answer.status_code == 200
    assert Page(answer.text).faults() == []
    return unescape(answer.text)


def begin(account: Account) -> None:
    assert account.browser.post(READY, NO)["Location"] == PAGE


def test_five_steps_follow_once_it_is_time(nurse: Account) -> None:
    assert "Five steps" in page(nurse)
    begin(nurse)
    shown = page(nurse)
    for step in ("1. You looked", "2. The apology", "3. The first", "4. A place", "5. A day"):
        assert step in shown
    assert "Stop when" in shown


@pytest.mark.parametrize("unsafe", ["afraid", "hurt", "told"])
def test_an_unsafe_answer_leads_to_help_and_is_kept_nowhere(nurse: Account, unsafe: str) -> None:
    answer = nurse.browser.post(READY, {**NO, unsafe: "yes"})
    assert "People to call" in answer.text
    assert "The first message" not in answer.text
    assert queries.kept(by=nurse.by) == KeptPaper()
    assert "Five steps" in page(nurse)  # there is no way to the other steps


@pytest.mark.parametrize("heated", ["winning", "hot"])
def test_who_is_not_ready_hears_not_today(nurse: Account, heated: str) -> None:
    answer = nurse.browser.post(READY, {**NO, heated: "yes"})
    assert "Not today" in answer.text
    assert queries.kept(by=nurse.by) == KeptPaper()


def test_every_question_is_asked(nurse: Account) -> None:
    for name in NO:
        left = {one: said for one, said in NO.items() if one != name}
        assert nurse.browser.post(READY, left).status_code == 422


def test_the_talk_is_held_in_a_window_of_both(nurse: Account) -> None:
    move_in(nurse)
    begin(nurse)
    found = re.findall(r'name="starts" value="([^"]+)"', page(nurse))
    assert found
    assert nurse.browser.post(HOLD, {"starts": found[0]})["Location"] == "/together/plan"
    assert [one.starts.isoformat() for one in items(nurse)] == [found[0]]
    assert nurse.browser.post(HOLD, {"starts": "2026-10-19T03:00:00+00:00"}).status_code == 409


def test_it_comes_back_on_its_day(nurse: Account) -> None:
    begin(nurse)
    nurse.browser.post(PAGE, ABOUT)
    assert "I forgot the recital" in page(nurse)
    days = [NOW.replace(day=day) for day in (19, 25, 26, 30)]
    due = [cards.home_page(by=nurse.by, now=at).repair_is_due for at in days]
    assert due == [False, False, True, True]
    nurse.browser.post(END)
    assert queries.kept(by=nurse.by).repair is None


def test_a_patient_is_asked_about_before_it_is_kept(nurse: Account) -> None:
    begin(nurse)
    answer = nurse.browser.post(PAGE, {**ABOUT, "about": "I shouted over Mrs Okafor in bed 12"})
    assert answer.status_code == 422
    assert "no place for a patient" in unescape(answer.text)


def test_words_of_violence_lead_to_help(nurse: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(nurse)
    listens_with(monkeypatch, Calm(risk=Risk(level=Level.ELEVATED, categories=VIOLENCE)))
    nurse.browser.post(PAGE, {**ABOUT, "about": "He hit me and I said sorry"})
    repair = queries.kept(by=nurse.by).repair
    assert repair is not None
    assert repair.about == ""


@pytest.mark.parametrize("to", [READY, HOLD, END])
def test_it_refuses_get(nurse: Account, to: str) -> None:
    assert nurse.browser.get(to).status_code == 405


def test_it_refuses_who_is_not_signed_in(nobody: Client) -> None:
    assert nobody.get(PAGE)["Location"] == "/locked"
    assert nobody.post(READY, NO)["Location"] == "/locked"
