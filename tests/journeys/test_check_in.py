"""A check-in with one thumb: a few taps, kept, drawn, and taken along."""

from time import monotonic

import pytest
from playwright.sync_api import Page
from tests.journeys import steps
from tests.journeys.conftest import Phones
from tests.journeys.inspection import faults_of
from tests.journeys.steps import follow, heading, press, read

TAPS = {
    "How much energy is left?": "3",
    "How has the day felt?": "5",
    "How much did the day press on you?": "8",
    "How much patience is left for others?": "4",
    "How close did you feel to the one you live with, or love?": "6",
}
A_MINUTE = 60


def tap(page: Page, asks: str, number: str) -> None:
    page.get_by_role("group", name=asks).get_by_role("radio", name=number, exact=True).check()


@pytest.mark.parametrize("by_script", [True, False], ids=["with a script", "without"])
def test_a_day_takes_five_taps_and_one_more_to_keep_it(phones: Phones, by_script: bool) -> None:
    page, faults = phones.open(java_script_enabled=by_script), []
    steps.sign_up(page)
    page.goto("/")
    follow(page, "Check in")
    heading(page, "Check in")
    began = monotonic()
    for asks, number in TAPS.items():
        tap(page, asks, number)
    press(page, "Keep it")
    assert monotonic() - began < A_MINUTE
    assert "Kept. Change it if you like." in read(page)
    assert page.locator(".eleven input:checked").count() == len(TAPS)
    faults += faults_of(page) if by_script else []
    follow(page, "Over time")
    heading(page, "Over time")
    assert "Not yet: too few answers to say anything." in read(page)
    assert page.locator("svg.trend").count() == len(TAPS)
    page.get_by_text("As a table: Energy").click()
    assert "Mon 19 Oct 2026" in read(page)
    faults += faults_of(page) if by_script else []
    with page.expect_download() as taken:
        page.get_by_role("link", name="All answers (CSV)").click()
    assert "daily,2026-10-19,3,5,8,4,6" in taken.value.path().read_text()
    assert faults == []


def test_a_target_is_large_enough_for_a_thumb(phones: Phones) -> None:
    page = phones.open()
    steps.sign_up(page)
    page.goto("/check-in/")
    boxes = [one.bounding_box() for one in page.locator(".eleven label, .minutes label").all()]
    assert len(boxes) == 12 * len(TAPS) + 8  # of each, one takes a number back
    assert all(box and box["height"] >= 44 and box["width"] >= 44 for box in boxes)
