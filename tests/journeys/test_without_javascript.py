"""Every step works in a browser that runs no script."""

from pathlib import Path

from playwright.sync_api import expect
from tests.journeys import steps
from tests.journeys.conftest import Phones
from tests.journeys.steps import press


def test_a_line_is_pasted_answered_and_held_without_javascript(
    phones: Phones, papers: Path
) -> None:
    page = phones.open(java_script_enabled=False)
    somebody = steps.sign_up(page)
    page.goto("/account")
    press(page, "Lock now")
    steps.enter(page, somebody.name)
    page.goto("/rosters/bring")
    steps.bring_file(page, papers / "jo.ics")
    steps.keep(page)
    steps.add_member(page, "Sam")
    steps.bring_line(page, (papers / "sam.txt").read_text(encoding="utf-8").strip())
    press(page.locator("form.question"), "That is it")
    steps.keep(page)
    when = steps.hold(page, "Thu 22 Oct")
    assert when in steps.held(page).inner_text()
    press(steps.held(page), "Let it go")
    expect(steps.held(page)).to_have_count(0)
