"""A message gets a second look by the real ear: words, a patient, and somebody at risk."""

import re

import pytest
from playwright.sync_api import Page, expect
from tests.journeys import steps
from tests.journeys.conftest import Phones
from tests.journeys.inspection import faults_of
from tests.journeys.steps import follow, heading, press, read

from aftershift import listening, sending

WORDS = "You never help with the dishes. I am always the one who does it."
PATIENT = "You never ask how I am. I sat with Mr Okafor in bed 12 all night."
RISK = "I can't do this any more. I want to kill myself tonight."
OWN = "can you get milk on the way back\nI miss you so much\nthe bins need to go out tonight"
HOME = "He put his hands around my throat again last night."
TRIES, BETWEEN_MS = 100, 200
EXIT = re.compile("Leave")  # "now" or "this page", by how grave it was heard
LATE = "I could not read this in time"


@pytest.fixture(scope="module", autouse=True)
def taught() -> None:
    """Teach the ear here, where it was not yet, so that no server has to."""
    listening.triage_with(print)
    sending.reads_with(print)


def look(page: Page, message: str) -> str:
    """Hand a message over; give what the page says."""
    page.goto("/before-you-send/")
    page.get_by_label("The message").fill(message)
    press(page, "Look at it")
    return looked(page)


def looked(page: Page) -> str:
    """Look again as long as the ear is not ready; give what the page says."""
    for _ in range(TRIES):
        if LATE not in read(page):
            break
        page.wait_for_timeout(BETWEEN_MS)
        press(page, "Look again")
    return read(page)


def inspected(page: Page, *, by_script: bool) -> list[str]:
    return list(faults_of(page)) if by_script else []


@pytest.mark.parametrize("by_script", [True, False], ids=["with a script", "without"])
def test_a_message_is_looked_at_before_it_is_sent(phones: Phones, by_script: bool) -> None:
    page = phones.open(java_script_enabled=by_script)
    steps.sign_up(page)
    page.goto("/")
    follow(page, "Look at a message")
    faults = inspected(page, by_script=by_script)

    assert "Always and never" in look(page, WORDS)
    expect(page.locator(".lands")).to_contain_text(" may ")
    softer = page.get_by_label("Instead").input_value()
    assert "[one word]" in softer
    faults += inspected(page, by_script=by_script)
    press(page, "Look at this one")
    assert page.get_by_label("The message").input_value() == softer

    stopped = look(page, PATIENT)
    assert "This may lead to a patient" in stopped
    assert "Always and never" not in stopped
    faults += inspected(page, by_script=by_script)
    press(page, "Write it like this")
    assert "Okafor" not in page.content()
    assert (
        "I sat with a patient in the bay all night."
        in page.get_by_label("The message").input_value()
    )

    assert "112" in look(page, RISK)
    expect(page.get_by_label("The message")).to_have_count(0)
    assert "A softer start" not in read(page)
    faults += inspected(page, by_script=by_script)
    assert faults == []


def test_an_answer_at_risk_is_tapped_or_written_and_the_numbers_stay(phones: Phones) -> None:
    page = phones.open()
    steps.sign_up(page)
    look(page, RISK)
    faults = list(faults_of(page))
    page.get_by_label("Write here, or tap").fill("I do not know what to do.")
    press(page, "Answer")
    expect(page.get_by_role("link", name="112").first).to_be_visible()
    assert "I do not know" not in page.content()
    press(page, page.locator(".choices form button").first.inner_text())
    expect(page.get_by_role("link", name="112").first).to_be_visible()
    faults += faults_of(page)
    assert faults == []


def test_with_violence_at_home_nothing_is_read_over_a_shoulder(phones: Phones) -> None:
    page = phones.open(java_script_enabled=False)
    steps.sign_up(page)
    look(page, HOME)
    assert "throat" not in page.content()
    assert page.url.endswith("/before-you-send/")
    expect(page.get_by_label("The message")).to_have_count(0)
    page.locator("main").get_by_role("button", name=EXIT).click()
    heading(page, "Kitchen measures")


@pytest.mark.parametrize("by_script", [True, False], ids=["with a script", "without"])
def test_own_messages_are_counted_and_a_line_is_put_right(phones: Phones, by_script: bool) -> None:
    page = phones.open(java_script_enabled=by_script)
    steps.sign_up(page)
    page.goto("/before-you-send/")
    follow(page, "Many at once: your own messages")
    page.get_by_label("Your own messages, one a line").fill(OWN)
    press(page, "Look at them")
    looked(page)
    counted = page.locator(".counted strong")
    assert counted.all_inner_texts() == ["2", "1", "0"]
    faults = inspected(page, by_script=by_script)
    page.get_by_label("the bins need to go out tonight").select_option("to each other")
    press(page, "Count again")
    expect(counted.nth(1)).to_have_text("2")
    assert counted.all_inner_texts() == ["1", "2", "0"]
    assert page.url.endswith("/before-you-send/own/")
    faults += inspected(page, by_script=by_script)
    assert faults == []
