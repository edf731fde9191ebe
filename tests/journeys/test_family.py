"""A couple, two children and a grandmother: entered on a phone, and an hour held with them."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect
from tests.journeys import steps
from tests.journeys.conftest import Phones
from tests.journeys.steps import follow, heading, press, read


def test_an_hour_before_bedtime_is_found_held_and_seen_in_the_plan(
    phones: Phones, papers: Path
) -> None:
    page = phones.open()
    steps.settle_in(page, papers)
    assert "With whom" not in read(page)
    add_child(page, "Mia", "07:00", "19:30", school=True)
    add_child(page, "Ben", "06:30", "18:45")
    add_grandmother(page)
    page.goto("/together/?from=2026-10-19")
    assert "Both awake and home" in read(page)
    follow(page, "With the children")
    assert "Work and school leave" in read(page)
    expect(steps.windows(page).first).to_contain_text("Before Ben’s bedtime at 18:45")
    expect(steps.windows(page).filter(has_text="real talk")).to_have_count(0)
    when = steps.hold(page, "Thu 22 Oct")
    assert before(when, "18:45")
    assert "with Sam, Ben and Mia" in read(page)
    choose_by_boxes(page)
    take_up_the_hour(page)


def test_without_a_script_a_child_is_entered_and_its_time_is_shown(
    phones: Phones, papers: Path
) -> None:
    page = phones.open(java_script_enabled=False)
    page.goto("/")
    page.get_by_role("link", name=re.compile("^Start, without")).click()
    page.get_by_label("New password").fill(steps.PASSWORD)
    page.get_by_label("The same password again").fill(steps.PASSWORD)
    page.get_by_label("I understand").check()
    page.get_by_role("button", name="Make my account").click()
    page.goto("/rosters/bring")
    page.get_by_label("A file").set_input_files(papers / "jo.ics")
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("button", name="Keep it").click()
    page.goto("/rosters/")
    page.get_by_label("What do you call them?").fill("Mia")
    page.get_by_label("Who are they?").select_option(label="A child")
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_role("button", name="Keep").click()
    page.goto("/together/?from=2026-10-19")
    expect(page.locator("main")).to_contain_text("Work and school leave")


def add(page: Page, name: str, who: str) -> None:
    page.goto("/rosters/")
    page.get_by_label("What do you call them?").fill(name)
    page.get_by_label("Who are they?").select_option(label=who)
    press(page, "Add")


def add_child(page: Page, name: str, wakes: str, bedtime: str, *, school: bool = False) -> None:
    add(page, name, "A child")
    heading(page, f"{name}’s days")
    page.get_by_label("Wakes at").fill(wakes)
    page.get_by_label("In bed at").fill(bedtime)
    if school:
        page.get_by_label("Leaves at").fill("08:30")
        page.get_by_label("Back at").fill("15:30")
        page.get_by_label("Days without school").fill("26 Oct to 30 Oct")
    press(page, "Keep")
    heading(page, "Rosters")


def add_grandmother(page: Page) -> None:
    add(page, "Nana", "A relative or housemate")
    heading(page, "Who Nana is")
    page.get_by_label("Has no roster and is usually at home").check()
    press(page, "Keep")
    expect(page.get_by_text("Relative or housemate, usually at home")).to_be_visible()


def before(when: str, bedtime: str) -> bool:
    return when[-5:] <= bedtime


def choose_by_boxes(page: Page) -> None:
    page.goto("/together/?from=2026-10-19&with=everyone")
    page.get_by_text("You, Sam, Nana, Ben and Mia").click()
    page.get_by_label("Sam", exact=True).uncheck()
    page.get_by_label("Mia", exact=True).uncheck()
    press(page, "Show their time together")
    expect(page.get_by_text("You, Nana and Ben", exact=True)).to_be_visible()


def take_up_the_hour(page: Page) -> None:
    page.goto("/rituals/")
    press(page, "Take it up An hour with the children")
    expect(page.get_by_text("Twice a week, before the first bedtime.")).to_be_visible()
