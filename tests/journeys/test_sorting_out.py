"""A disagreement is sorted before the real ear, and its writer moves one thing to another kind."""

import pytest
from playwright.sync_api import Page, expect
from tests.journeys import steps
from tests.journeys.conftest import Phones
from tests.journeys.inspection import faults_of
from tests.journeys.steps import follow, heading, press, read

from aftershift import listening, sending

LATE = "I could not read this in time"
TRIES, BETWEEN_MS = 100, 200


@pytest.fixture(scope="module", autouse=True)
def taught() -> None:
    """Teach the ear here, where it was not yet, so that no server has to."""
    listening.triage_with(print)
    sending.reads_with(print)


def pressed(page: Page, words: str) -> None:
    """Press a button that sends, and send again as long as the ear is not ready."""
    press(page, words)
    for _ in range(TRIES):
        if LATE not in read(page):
            break
        page.wait_for_timeout(BETWEEN_MS)
        press(page, "Sort it again")


def inspected(page: Page, *, by_script: bool) -> list[str]:
    return list(faults_of(page)) if by_script else []


@pytest.mark.parametrize("by_script", [True, False], ids=["with a script", "without"])
def test_a_disagreement_is_sorted_and_one_thing_is_moved(phones: Phones, by_script: bool) -> None:
    page = phones.open(java_script_enabled=by_script)
    steps.sign_up(page)
    page.goto("/words/")
    follow(page, "A disagreement, sorted out")
    page.get_by_label("What do you disagree about?").fill("Whose turn it is to cook")
    page.get_by_label("What does it do between you?").fill("He never listens to me")
    pressed(page, "Sort it")
    process = page.get_by_role("region", name="How we do it")
    relation = page.get_by_role("region", name="How we are with each other")
    expect(process).to_contain_text("Whose turn it is to cook")
    expect(relation).to_contain_text("He never listens to me")
    faults = inspected(page, by_script=by_script)

    pressed(page, "What we want : Whose turn")
    want = page.get_by_role("region", name="What we want")
    expect(want).to_contain_text("You put it here.")
    want.locator("summary").click()
    expect(want.get_by_role("textbox", name="Firmer")).to_be_visible()
    faults += inspected(page, by_script=by_script)

    follow(page, "How to disagree well, in six steps")
    heading(page, "Disagree well")
    follow(page, "They have more rank than you")
    heading(page, "Disagree well, with somebody senior")
    assert "\n".join(faults) == ""
