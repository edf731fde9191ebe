"""Authored words: a list by group, a page for each, and what rests or is put away is not shown."""

import re

import pytest
from django.test import Client
from tests.people import Account
from tests.web.hearing import Calm
from tests.web.house.page import Page

from aftershift.engines.safety.risk import Category, Level, Risk
from aftershift.library.wording import load_scripts

HOME = "/words/for/home-sleep"  # to the partner
WORK = "/words/for/no-swap-decline"
BOSS = "/words/for/no-overtime-decline"
OURS = ("/words/", HOME, WORK, "/words/apology", "/words/apology/check", "/words/request")
PLAN = Risk(level=Level.EMERGENCY, categories=(Category.SUICIDE_PLAN,))


def shown(account: Account, address: str) -> str:
    page = account.browser.get(address)
    assert page.status_code == 200
    assert Page(page.text).faults() == []
    return str(page.text)


def put_away(account: Account) -> None:
    assert account.browser.post("/mine/away").status_code == 302


def test_every_situation_is_listed_and_has_its_page(nurse: Account, ear: Calm) -> None:
    listed = set(re.findall(r'href="/words/for/([a-z-]+)"', shown(nurse, "/words/")))
    assert listed == {one.id for one in load_scripts().script}
    for one in load_scripts().script:
        assert nurse.browser.get(f"/words/for/{one.id}").status_code == 200
    assert ear.triaged == []


def test_a_sheet_for_who_does_what_is_empty_and_keeps_nothing(nurse: Account) -> None:
    page = shown(nurse, "/words/who-does-what")
    for asked in ("What", "Who, and who when they cannot", "By when", "How we say it is done"):
        assert page.count(f"<dt>{asked}</dt>") >= 6
    assert page.count("<dt>When we look again</dt>") == 1
    main = page.partition("<main")[2]
    assert not re.search(r"<(?:input|textarea|form)", main)
    assert nurse.browser.post("/words/who-does-what").status_code == 405
    put_away(nurse)
    assert "Our agreements" not in shown(nurse, "/words/who-does-what")


def test_a_situation_has_three_strengths_to_change_and_to_look_at(nurse: Account) -> None:
    page = shown(nurse, WORK)
    assert re.findall(r"<h2[^>]*>([^<]+)</h2>", page) == ["Soft", "Firm", "Firmer"]
    assert page.count('action="/before-you-send/"') == 3
    assert page.count('<textarea id="id_') == 3
    assert "I am keeping my days now." in page
    assert "They decide about your work" not in page
    assert "They decide about your work" in shown(nurse, BOSS)


def test_words_go_on_to_a_second_look(nurse: Account, ear: Calm) -> None:
    shown(nurse, WORK)
    page = nurse.browser.post("/before-you-send/", {"text": "No, I cannot swap that one."})
    assert "No, I cannot swap that one." in page.text
    assert ear.triaged == ["No, I cannot swap that one."]


def test_they_are_for_who_is_signed_in_and_only_looked_at(nobody: Client, nurse: Account) -> None:
    for address in OURS:
        assert nobody.get(address)["Location"] == "/locked"
    for address in ("/words/", HOME, WORK):
        assert nurse.browser.post(address).status_code == 405
    assert nurse.browser.get("/words/for/nothing-of-the-kind").status_code == 404


def test_who_put_away_what_is_for_two_has_the_other_words(nurse: Account) -> None:
    put_away(nurse)
    assert HOME not in shown(nurse, "/words/")
    assert "You put this part away" in shown(nurse, HOME)
    assert "could you keep the house quiet" not in shown(nurse, HOME).lower()
    assert WORK in shown(nurse, "/words/")
    assert "I am keeping my days now." in shown(nurse, WORK)


@pytest.mark.parametrize("address", OURS)
def test_all_of_it_rests_after_a_risk_until_she_is_safe(
    nurse: Account, ear: Calm, address: str
) -> None:
    ear.risk = PLAN
    nurse.browser.post("/before-you-send/", {"text": "You never help."})
    page = shown(nurse, address)
    assert "This part rests for a day" in page
    assert "<textarea" not in page
    nurse.browser.post("/mine/safe")
    assert "This part rests" not in shown(nurse, address)


def test_home_leads_there(nurse: Account) -> None:
    assert 'href="/words/"' in shown(nurse, "/")
