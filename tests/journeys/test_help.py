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


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_plan_is_written_printed_taken_and_erased(
    phones: Phones, tmp_path: Path, scripts: bool
) -> None:
    page = phones.open(accept_downloads=True, java_script_enabled=scripts)
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


def test_ticks_lead_to_people_and_a_sheet_without_javascript(phones: Phones) -> None:
    page = phones.open(java_script_enabled=False)
    page.goto("/help/")
    follow(page, "See which fits")
    heading(page, "Which kind of help")
    page.get_by_label("The same quarrel comes back").check()
    page.get_by_label("I am afraid of somebody").check()
    press(page, "See which fits")
    expect(page.get_by_role("heading", name="People, now")).to_be_visible()
    assert page.url.endswith("/help/which/")  # nothing of it stands in the address
    page.locator("summary", has_text="United Kingdom").click()
    first = page.locator("details[open] .lines").nth(1).locator("a.button").first
    expect(first).to_have_attribute("href", "tel:08082000247")
    assert page.context.cookies() == []
    follow(page, "Tick again")
    expect(page.locator("input:checked")).to_have_count(0)
    page.get_by_label("It goes on for more than a few weeks").check()
    press(page, "See which fits")
    follow(page, "A sheet to take to a first talk")
    heading(page, "A sheet for a first talk")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_and_the_blank_plan_are_one_page_of_paper_each(
    phones: Phones, language: str
) -> None:
    page = phones.open()
    for name in ("sheet/", "plan"):
        page.goto(f"/help/{language}/{name}")
        paper = page.pdf(format="A4", prefer_css_page_size=True)
        assert len(PAGE.findall(paper)) == 1, name
    page.goto(f"/help/{language}/sheet/")
    page.emulate_media(media="print")
    expect(page.locator(".asks > li:visible")).to_have_count(6)
    for unprinted in (".top", ".foot", ".actions", ".screen"):
        expect(page.locator(unprinted).first).to_be_hidden()


def test_leaving_says_whom_to_call_before_anything_else(phones: Phones) -> None:
    page = phones.open()
    page.goto("/help/")
    follow(page, "To stay or to leave")
    heading(page, "Stay or leave")
    expect(steps.link(page.locator("main section").first, "People to call")).to_be_in_viewport()
    follow(page.locator("main section").first, "People to call")
    heading(page, "Help")
