"""An entry of the journal is handed to the coach by a button, and the coach answers it."""

import pytest
from playwright.sync_api import Page, expect
from tests.journeys import steps, telling
from tests.journeys.conftest import Phones
from tests.journeys.inspection import faults_of
from tests.journeys.steps import follow, press, read

HANDED = "My sister never rang back."
WORDS = f"{HANDED} I sat in the car."
PATIENT = "My sister never rang back while I took Mr Okafor in bed 12 to theatre."


def write(page: Page) -> None:
    """Keep an entry, and open the form that hands it over."""
    page.goto("/journal/")
    page.get_by_label("In your own words").fill(WORDS)
    press(page, "Keep it")
    if page.get_by_role("heading", level=1).inner_text() == "It is kept":
        follow(page, "Read the entry")
    page.get_by_text("Hand this to my coach").click()


def hand_over(page: Page, words: str) -> None:
    handed = page.get_by_label("What the coach gets, word for word")
    assert handed.input_value() == WORDS
    handed.fill(words)
    press(page, "Say this to the coach")
    telling.say_again(page)


@pytest.mark.parametrize("by_script", [True, False], ids=["with a script", "without"])
def test_what_is_handed_over_is_answered_and_the_entry_stays(
    phones: Phones, taught: None, *, by_script: bool
) -> None:
    page = phones.open(java_script_enabled=by_script)
    steps.sign_up(page)
    page.goto("/coach/")
    assert telling.said(page) == []
    write(page)
    entry = page.url
    hand_over(page, HANDED)  # what it need not know was taken out
    assert telling.said(page) == [HANDED]
    assert "your sister never rang back" in " ".join(telling.answers(page)).lower()
    assert list(faults_of(page) if by_script else ()) == []

    page.goto("/coach/")
    assert telling.said(page) == [HANDED]
    assert "I sat in the car" not in read(page)
    page.goto(entry)
    expect(page.locator(".message")).to_have_text(WORDS)


def test_a_patient_in_what_is_handed_over_is_masked_before_the_coach_keeps_it(
    phones: Phones, taught: None
) -> None:
    page = phones.open()
    steps.sign_up(page)
    write(page)
    hand_over(page, PATIENT)
    expect(page.get_by_text("Something in your words may lead to a patient")).to_be_visible()
    assert telling.answers(page)
    assert "Okafor" not in page.content()
