"""The first page: today in a sentence, the next window, and what is open."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from tests.people import Account
from tests.web.hearing import Calm
from tests.web.rosters.desk import add, at, bring_and_keep, keep_line, own
from tests.web.windows.couple import hold, hold_first, move_in, windows_of

from aftershift.web import ears


def home(account: Account) -> str:
    page = account.browser.get("/")
    assert page.status_code == 200
    return str(page.text)


def test_a_stranger_is_greeted_and_told_nothing(nobody: Client, nurse: Account) -> None:
    move_in(nurse)
    page = nobody.get("/")
    assert page.status_code == 200
    assert "Start, without an e-mail" in page.text
    assert nurse.name not in page.text
    assert nobody.post("/").status_code == 405


def test_the_ear_is_made_while_somebody_thinks_of_what_to_say(
    nurse: Account, nobody: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    calm = Calm()
    monkeypatch.setattr(ears, "room", lambda: calm)
    nobody.get("/")
    assert not calm.woken  # a stranger cannot say anything there
    home(nurse)
    assert calm.woken == 1


def test_without_a_roster_it_says_what_to_do(nurse: Account) -> None:
    page = home(nurse)
    assert "Bring a roster, and this page starts to know your days." in page
    assert "Two rosters make a window" in page


def test_it_shows_the_soonest_window_and_holds_it(nurse: Account) -> None:
    move_in(nurse)
    soonest = min(windows_of(nurse), key=lambda one: one.starts)
    page = home(nurse)
    assert soonest.starts.isoformat() in page
    assert hold(nurse, soonest.starts)["Location"] == "/together/plan"
    assert "Already held:" in home(nurse)


def test_it_asks_what_is_uncertain(nurse: Account) -> None:
    bring_and_keep(nurse, text="D ZZ")
    assert "2 codes on the rosters are not certain." in home(nurse)


def test_a_place_is_kept_for_what_is_not_built(nurse: Account) -> None:
    assert "Say one thing" in home(nurse)


def test_it_leads_to_a_second_look_at_a_message(nurse: Account) -> None:
    assert '<a class="button quiet" href="/before-you-send/">' in home(nurse)


@pytest.mark.parametrize(
    ("line", "now", "sentence"),
    [
        ("LD", at(19, 7), "You start at 07:30"),
        ("LD", at(19, 8), "You are at work until 20:00"),
        ("LD", at(19, 21), "You do not work today any more"),
        ("- LD", at(19, 8), "You do not work today."),
        ("N -", at(20, 3), "You are at work until 07:30"),
        ("N -", at(20, 9), "You do not work today any more"),
        ("06-10+16-21", at(19, 12), "You start at 16:00"),
        ("06-10+16-21", at(19, 22), "You do not work today any more"),
        ("LD", at(20, 8), "Your roster says nothing of today"),
        ("- - LD", at(18, 8), "Your roster says nothing of today"),
    ],
)
def test_today_is_said_in_one_sentence(
    nurse: Account, monkeypatch: pytest.MonkeyPatch, line: str, now: datetime, sentence: str
) -> None:
    keep_line(nurse, own(nurse), line)
    monkeypatch.setattr("aftershift.web.pages.clock.now", lambda: now)
    assert sentence in home(nurse)


def test_each_has_a_part_of_the_sentence(nurse: Account) -> None:
    keep_line(nurse, own(nurse), "LD -")
    keep_line(nurse, add(nurse), "- N")
    assert "You are at work until 20:00; Sam does not work today." in home(nurse)


def test_call_is_not_work(nurse: Account) -> None:
    bring_and_keep(nurse, text="OC -", dialect="uk-medical")
    nurse.browser.post("/rosters/answer", {"member": own(nurse), "code": "OC", "choice": "call"})
    page = home(nurse)
    assert "You are on call until" in page
    assert "at work" not in page


def test_when_nothing_is_left_it_says_so(nurse: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    move_in(nurse)
    later = at(19, 8) + timedelta(days=40)
    monkeypatch.setattr("aftershift.web.pages.clock.now", lambda: later)
    assert "None in the next two weeks." in home(nurse)


def test_the_demos_files_are_not_handed_out_elsewhere(nobody: Client) -> None:
    assert nobody.get("/demo/jo.ics").status_code == 404
    assert nobody.get("/demo/..%2fhousehold.toml").status_code == 404


def test_what_is_held_is_not_shown_to_others(nurse: Account, stranger: Account) -> None:
    move_in(nurse)
    hold_first(nurse)
    assert "Already held" not in home(stranger)
