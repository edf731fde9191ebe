"""A hard conversation is rehearsed with the keyboard alone, before the real ear."""

import pytest
from playwright.sync_api import Page, expect
from tests.journeys import steps
from tests.journeys.conftest import Phones
from tests.journeys.inspection import faults_of
from tests.journeys.steps import heading, read
from tests.journeys.test_keyboard import tab_to

from aftershift import listening, sending

LATE = "I could not read this in time"
TRIES, BETWEEN_MS = 30, 1000


@pytest.fixture(scope="module", autouse=True)
def taught() -> None:
    """Teach the ear here, where it was not yet, so that no server has to."""
    listening.triage_with(print)
    sending.reads_with(print)


def say(page: Page, line: str) -> str:
    """Write a line and send it by Tab and Enter, again as long as the ear is not ready."""
    page.locator("#main").focus()  # as the link "Skip to the page" does
    tab_to(page, "What you say")
    page.keyboard.type(line)
    for _ in range(TRIES):
        press(page, "Say it")
        if LATE not in read(page):
            break
        page.wait_for_timeout(BETWEEN_MS)
    return read(page)


def press(page: Page, words: str) -> None:
    tab_to(page, words)
    main = page.locator("main")
    main.evaluate("(old) => old.toggleAttribute('data-old', true)")
    page.keyboard.press("Enter")
    page.locator("main:not([data-old])").wait_for()
    page.wait_for_function("() => scrollY === 0")  # what is new is shown from its top


def test_a_quarrel_is_said_again_with_the_keyboard_alone(phones: Phones) -> None:
    page = phones.open()
    steps.sign_up(page)
    page.goto("/rehearsal/")
    press(page, "Home late again")
    heading(page, "Home late again")

    blamed = say(page, "you never tell me what you want")
    assert "Change" in blamed
    tab_to(page, "Try that line again")
    page.keyboard.press("Enter")
    assert list(faults_of(page)) == []
    page.locator("summary").focus()
    tab_to(page, "For instance")
    page.keyboard.press("Control+a")
    page.keyboard.type("You waited with the food and heard nothing from me.")
    press(page, "Say this instead")
    expect(page.locator("main")).to_contain_text("5 lines are left")
    for line in ("What was it like?", "Could I text you at seven?", "thanks", "thank you", "ok"):
        say(page, line)
    expect(page.get_by_role("heading", name="Six lines")).to_be_visible()
    assert "never tell" not in page.content()
