"""A draft of feedback is read by the real ear, blame is turned, and a debrief runs by the clock."""

import pytest
from playwright.sync_api import Page, expect
from tests.journeys import steps
from tests.journeys.conftest import Phones
from tests.journeys.inspection import faults_of
from tests.journeys.steps import follow, press, read

from aftershift import listening, sending

LATE = "I could not read this in time"
TRIES, BETWEEN_MS = 100, 200
DRAFT = "I know how hard this week was. On Monday you left the drug cupboard open. Please lock it."


@pytest.fixture(scope="module", autouse=True)
def taught() -> None:
    """Teach the ear here, where it was not yet, so that no server has to."""
    listening.triage_with(print)
    sending.reads_with(print)


def pressed(page: Page, words: str, again: str) -> None:
    """Press a button that sends, and send again as long as the ear is not ready."""
    press(page, words)
    for _ in range(TRIES):
        if LATE not in read(page):
            break
        page.wait_for_timeout(BETWEEN_MS)
        press(page, again)


def test_feedback_is_looked_at_turned_and_run_by_the_clock(phones: Phones) -> None:
    page = phones.open()
    steps.sign_up(page)
    page.goto("/words/")
    follow(page, "Feedback, in five ways")
    faults = list(faults_of(page))

    follow(page, "Kind and clear: look at a draft")
    page.get_by_label("Your draft, to one person").fill(DRAFT)
    pressed(page, "Look at it", "Look again")
    expect(page.get_by_role("region", name="Kind and clear")).to_contain_text("your draft")
    faults += faults_of(page)

    page.goto("/words/feedback/feedforward")
    page.get_by_label("What they did, or did not do").fill("You forgot to ring the lab.")
    pressed(page, "Turn it", "Turn it again")
    expect(page.get_by_label("To change until it is yours")).to_have_value(
        "Next time, could you ring the lab?"
    )
    faults += faults_of(page)

    page.goto("/words/feedback/debrief")
    page.get_by_role("button", name="Start the five minutes").click()
    expect(page.locator(".player")).to_contain_text("What was meant")
    faults += faults_of(page)
    assert faults == []
