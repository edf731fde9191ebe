"""Help in a browser without scripts, and a plan for hard hours from the first line to the last."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.journeys import steps
from tests.journeys.conftest import Phones
from tests.journeys.steps import follow, heading, press

from aftershift.engines.safety.help_card import LANGUAGES

PAGE = re.compile(rb"/Type\s*/Page[^s]")


def test_help_works_without_javascript_and_remembers_a_country(phones: Phones) -> None:
    page = phones.open(java_script_enabled=False)
    page.goto("/sign-in")
    follow(page, "Help")
    expect(page.locator("a.dial[href='tel:112']")).to_be_in_viewport()
    page.get_by_label("Which country first?").select_option(label="United Kingdom")
    press(page, "Show it first")
    expect(page.locator("a.dial").first).to_have_attribute("href", "tel:999")
    expect(page.locator("details[open] a[href='tel:116123']")).to_be_visible()
    follow(page.locator("details[open]"), "Plain copy 0808 2000")
    heading(page, "Shopping list")
    expect(page.get_by_text("0808 2000 247")).to_be_visible()
    page.go_back()
    follow(page, "Nederlands")
    expect(page.locator("a.dial").first).to_have_attribute("href", "tel:999")
    press(page, "Vergeten")
    expect(page.locator("details[open]")).to_have_count(0)


def test_a_plan_is_written_printed_taken_and_erased(phones: Phones, tmp_path: Path) -> None:
    page = phones.open(accept_downloads=True)
    steps.sign_up(page)
    page.goto("/")
    follow(page, "Only mine")
    follow(page, "Begin")
    page.get_by_label("1. What warns me").fill("I stop answering\nI clean at night")
    page.get_by_label("4. People I can ask for help").fill("Robin")
    press(page, "Keep it")
    heading(page, "A plan for hard hours")
    expect(page.get_by_text("I clean at night")).to_be_visible()

    page.emulate_media(media="print")
    for unprinted in (".top", ".foot", ".actions", "text=whoever opens this device"):
        expect(page.locator(unprinted).first).to_be_hidden()
    expect(page.get_by_text("I clean at night")).to_be_visible()
    page.emulate_media(media="screen")

    with page.expect_download() as waiting:
        steps.link(page, "Take it as a file").click()
    assert waiting.value.suggested_filename == "notes.html"
    waiting.value.save_as(tmp_path / "notes.html")
    assert "I clean at night" in (tmp_path / "notes.html").read_text(encoding="utf-8")

    follow(page, "Change it")
    press(page, "Erase the plan")
    heading(page, "Only mine")
    expect(steps.link(page, "Begin")).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_blank_plan_is_one_page_of_paper(phones: Phones, language: str) -> None:
    page = phones.open()
    page.goto(f"/help/{language}/plan")
    paper = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(PAGE.findall(paper)) == 1
