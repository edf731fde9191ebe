"""My people: sealed, one's own, and a reminder on the day that was set and on no other."""

from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from tests.people import Account
from tests.web.house.page import Page
from tests.web.rosters.desk import NOW

from aftershift.engines.together.network import Contact
from aftershift.web.home import cards
from aftershift.web.network import actions, personal, queries

PAGE, ADD, HERO = "/people/", "/people/add", "/people/strong-one"
DOORS = ("talked", "silence", "remove")
ROBIN = {"name": "Robin", "last": "2026-09-01", "remind_on": "2026-11-02"}


def add(account: Account, **given: str) -> str:
    assert account.browser.post(ADD, {**ROBIN, **given})["Location"] == PAGE
    return queries.paper(by=account.by).people[-1].id


def page(account: Account, to: str = PAGE) -> str:
    answer = account.browser.get(to)
    assert answer.status_code == 200
    assert Page(answer.text).faults() == []
    return unescape(answer.text)


@pytest.mark.parametrize(("days", "is_due"), [(0, False), (13, False), (14, True), (20, True)])
def test_a_reminder_fires_on_the_chosen_day(nurse: Account, days: int, is_due: bool) -> None:
    add(nurse)
    now = NOW + timedelta(days=days)
    assert bool(queries.due_today(by=nurse.by, now=now)) is is_due
    assert cards.home_page(by=nurse.by, now=now).people_are_due is is_due


def test_the_first_page_says_that_there_is_somebody_and_not_who(
    nurse: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(nurse)
    monkeypatch.setattr(queries, "due_today", lambda **_given: ("somebody",))
    first = page(nurse, "/")
    assert "somebody of whom you wanted to be reminded" in first
    assert "Robin" not in first


def test_a_talk_is_noted_and_the_reminder_moves_on(nurse: Account) -> None:
    name = add(nurse)
    nurse.browser.post(f"{PAGE}talked", {"contact": name})
    (one,) = queries.paper(by=nurse.by).people
    assert str(one.last) == "2026-10-19"
    assert str(one.remind_on) == "2026-12-20"  # 62 days, as it was set
    nurse.browser.post(f"{PAGE}silence", {"contact": name})
    assert queries.paper(by=nurse.by).people[0].remind_on is None
    nurse.browser.post(f"{PAGE}remove", {"contact": name})
    assert queries.paper(by=nurse.by).people == ()


@pytest.mark.parametrize(
    "given",
    [
        {"name": ""},
        {"last": "2026-10-20"},
        {"last": "1926-10-20"},
        {"remind_on": "2026-10-19"},
        {"remind_on": "2030-10-19"},
        {"name": "Robin MRN 4471293"},
    ],
)
def test_what_cannot_be_meant_is_shown_again(nurse: Account, given: dict[str, str]) -> None:
    assert nurse.browser.post(ADD, {**ROBIN, **given}).status_code == 422
    assert queries.paper(by=nurse.by).people == ()


def test_forty_are_enough(nurse: Account) -> None:
    for n in range(40):
        one = Contact(id=str(n), name=f"No {n}", last=NOW.date())
        actions.add(by=nurse.by, contact=one)
    assert nurse.browser.post(ADD, ROBIN).status_code == 409


def test_each_card_reaches_its_action_in_two_taps(nurse: Account) -> None:
    assert HERO in page(nurse)
    leads = {to for to, _ in Page(page(nurse, HERO)).leads if to.startswith("/reading/practices/")}
    assert len(leads) == 4
    assert all("<ol" in page(nurse, to) for to in leads)


def test_nobody_else_sees_or_changes_it(nurse: Account, stranger: Account) -> None:
    name = add(nurse)
    assert "Robin" not in page(stranger)
    for door in DOORS:
        stranger.browser.post(f"{PAGE}{door}", {"contact": name})
    assert queries.paper(by=nurse.by).people[0].remind_on is not None


@pytest.mark.parametrize("door", ["add", *DOORS])
def test_it_refuses_get(nurse: Account, door: str) -> None:
    assert nurse.browser.get(f"{PAGE}{door}").status_code == 405


@pytest.mark.parametrize("to", [PAGE, HERO])
def test_it_refuses_who_is_not_signed_in(nobody: Client, to: str) -> None:
    assert nobody.get(to)["Location"] == "/locked"


def test_the_export_has_everybody(nurse: Account) -> None:
    add(nurse)
    assert [one["name"] for one in personal.export(nurse.by)["people"]] == ["Robin"]
