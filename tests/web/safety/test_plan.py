"""A plan for hard hours and somebody to call: written, read, taken, erased, and sealed."""

import re

import pytest
from django.test import Client
from tests.people import Account

from aftershift.adapters.envelope import CannotOpen
from aftershift.web.safety import queries
from aftershift.web.safety.models import Own
from aftershift.web.safety.papers import LONGEST_STEP

PLAN = {"step_1": "I stop answering\nI clean at night", "step_4": "Robin", "step_6": "<b>keys</b>"}


def test_a_plan_is_written_and_read_step_by_step(nurse: Account) -> None:
    answer = nurse.browser.post("/mine/plan", PLAN)
    assert answer["Location"] == "/mine/plan/paper"
    page = nurse.browser.get("/mine/plan/paper").text
    assert "<li>I stop answering</li><li>I clean at night</li>" in page
    assert "&lt;b&gt;keys&lt;/b&gt;" in page
    assert page.count('<div class="ruled">') == 3  # what is empty can be filled in by hand
    again = nurse.browser.get("/mine/plan").text
    assert "I stop answering\nI clean at night</textarea>" in again


def test_the_steps_are_in_the_order_of_the_safety_plan(nurse: Account) -> None:
    titles = re.findall(r"\d\. (.*)</label>", nurse.browser.get("/mine/plan").text)
    assert titles == [step.title for step in queries.steps()]
    assert [title.split()[0] for title in titles] == [
        "What",  # warns me
        "What",  # I can do alone
        "People",  # who distract
        "People",  # to ask
        "Professionals",
        "Making",
    ]


def test_a_step_that_is_too_long_is_shown_again_and_nothing_is_kept(nurse: Account) -> None:
    answer = nurse.browser.post("/mine/plan", {**PLAN, "step_2": "x" * (LONGEST_STEP + 1)})
    assert answer.status_code == 422
    assert "I clean at night" in answer.text
    assert not queries.own(by=nurse.by).has_plan


def test_the_file_says_nothing_outside_and_everything_inside(nurse: Account) -> None:
    nurse.browser.post("/mine/plan", PLAN)
    answer = nurse.browser.get("/mine/plan/notes.html")
    assert answer["Content-Disposition"] == 'attachment; filename="notes.html"'
    assert answer["Cache-Control"] == "no-store"
    assert "<title>Notes</title>" in answer.text
    assert "I clean at night" in answer.text
    assert not re.search(r"Aftershift|src=|href=", answer.text)
    warned = nurse.browser.get("/mine/plan/paper").text
    assert "whoever opens this device" in warned


def test_an_erased_plan_is_gone_and_the_rest_stays(nurse: Account) -> None:
    nurse.browser.post("/mine/plan", PLAN)
    nurse.browser.post("/mine/person", {"name": "Robin", "number": "07700 900123"})
    assert nurse.browser.post("/mine/plan/erase")["Location"] == "/mine/"
    assert not queries.own(by=nurse.by).has_plan
    assert "I clean at night" not in nurse.browser.get("/mine/plan").text
    assert queries.own(by=nurse.by).trusted.name == "Robin"


def test_somebody_trusted_is_called_or_written_to_with_one_tap(nurse: Account) -> None:
    nurse.browser.post("/mine/person", {"name": "Robin", "number": "+44 7700 (900) 123"})
    page = nurse.browser.get("/mine/").text
    assert 'href="tel:+447700900123"' in page
    assert 'href="sms:+447700900123?body=Can%20you%20call%20me%3F"' in page
    assert 'href="sms:+447700900123?body=I%20am%20overwhelmed.' in page
    nurse.browser.post("/mine/person", {"name": "", "number": ""})
    assert "tel:" not in nurse.browser.get("/mine/").text


@pytest.mark.parametrize("number", ["call me", "javascript:alert(1)", "1", "++44", "07700;ext=1"])
def test_what_no_phone_can_dial_is_refused(nurse: Account, number: str) -> None:
    answer = nurse.browser.post("/mine/person", {"name": "Robin", "number": number})
    assert answer.status_code == 422
    assert queries.own(by=nurse.by).trusted.number == ""


def test_a_name_alone_is_nobody_to_call(nurse: Account) -> None:
    nurse.browser.post("/mine/person", {"name": "Robin"})
    assert queries.own_page(by=nurse.by).trusted is None


@pytest.mark.parametrize("path", ["/mine/", "/mine/plan", "/mine/plan/paper", "/mine/person"])
def test_only_its_owner_comes_in(nobody: Client, path: str) -> None:
    assert nobody.get(path)["Location"] == "/locked"


def test_one_persons_plan_opens_for_nobody_else(nurse: Account, stranger: Account) -> None:
    nurse.browser.post("/mine/plan", PLAN)
    assert "I clean at night" not in stranger.browser.get("/mine/plan/paper").text
    row = Own.objects.get(person=nurse.person)
    with pytest.raises(CannotOpen):
        row.read(stranger.by.vault)


def test_no_page_claims_what_a_trial_found(nurse: Account) -> None:
    for path in ("/mine/", "/mine/plan", "/mine/plan/paper", "/help/plan"):
        words = main(nurse.browser.get(path).text)
        assert not re.search(r"prove|\bstudy\b(?! in)|\btrial|fewer|prevent|%", words)


def main(page: str) -> str:
    return re.sub(r"<[^>]+>", " ", page[page.index("<main") : page.index("</main>")])
