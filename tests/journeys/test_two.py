"""Two phones: linked by a spoken code, an agreement of both, a time-out, the check-in of a week."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.journeys import steps
from tests.journeys.conftest import Phones
from tests.journeys.inspection import faults_of
from tests.journeys.steps import follow, heading, press, read

TEA = "Whoever comes home first makes tea."


def look(page: Page, name: str) -> None:
    """Find nothing wrong with a page; keep its picture where somebody asked for pictures."""
    assert list(faults_of(page)) == []
    if folder := os.environ.get("PICTURES"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


def not_afraid(page: Page) -> None:
    page.goto("/")
    follow(page, "Our agreements")
    heading(page, "One question first")
    press(page, "No")
    heading(page, "Before anything is shared")
    follow(page, "Our agreements")
    heading(page, "Our agreements")


def vouch(page: Page, words: str) -> None:
    """Say that one is grown up, and who one is, in the form with these words."""
    form = page.locator("form", has_text=words)
    form.get_by_label("I am 18 or older").check()
    form.get_by_label("Your password").fill(steps.PASSWORD)
    press(page, words)


def link(hers: Page, his: Page) -> None:
    for page in (hers, his):
        not_afraid(page)
        follow(page, "Link two accounts")
    look(hers, "link")
    vouch(hers, "Make a code")
    look(hers, "code")
    code = hers.locator("main code").inner_text()
    his.get_by_label("The code that you were told").fill(code.lower())
    vouch(his, "It is this one")
    follow(hers, "Look again")
    look(hers, "answered")
    press(hers, "Yes, link us")
    heading(hers, "Our agreements")


@pytest.fixture
def pair(phones: Phones) -> tuple[Page, Page]:
    hers, his = phones.open(), phones.open(java_script_enabled=False)
    for page in (hers, his):
        steps.sign_up(page)
    link(hers, his)
    return hers, his


def agree(hers: Page, his: Page) -> None:
    follow(hers, "Suggest one")
    look(hers, "new")
    hers.get_by_label("In your own words").fill(TEA)
    hers.get_by_label("What it is for").fill("coming home gently")
    press(hers, "Share it")
    heading(hers, "Our agreements")
    look(hers, "offered")
    his.goto("/agreements/")
    press(his, "Yes")
    hers.goto("/agreements/")
    for page in (hers, his):
        expect(page.get_by_role("heading", name="What stands")).to_be_visible()
        assert TEA in read(page)
    look(hers, "stands")


def time_out(hers: Page, his: Page) -> None:
    hers.get_by_text("Take a time-out").click()
    look(hers, "time-out")
    hers.get_by_label("an hour").check()
    press(hers, "Time-out")
    assert "Back:" in read(hers)
    look(hers, "time-out-runs")
    his.goto("/agreements/")
    assert "Back:" in read(his)
    press(his, "It is over")
    hers.goto("/agreements/")
    assert "Back:" not in read(hers)


def test_two_agree_and_take_a_time_out(pair: tuple[Page, Page]) -> None:
    hers, his = pair
    agree(hers, his)
    time_out(hers, his)
    press(his, "End it")
    hers.goto("/agreements/")
    assert "What stands" not in read(hers)


def test_a_weekly_check_in_is_held_in_a_real_window(phones: Phones, papers: Path) -> None:
    page = phones.open()
    steps.sign_up(page)
    page.goto("/agreements/check-in")
    assert "here it is in five minutes" in read(page)
    look(page, "check-in-bare")
    page.goto("/rosters/bring")
    steps.bring_file(page, papers / "jo.ics")
    steps.keep(page)
    steps.add_member(page, "Sam")
    steps.bring_line(page, (papers / "sam.txt").read_text(encoding="utf-8").strip())
    steps.keep(page)
    page.goto("/agreements/check-in")
    look(page, "check-in")
    when = page.locator("main .card strong").inner_text()
    press(page, "Hold it")
    assert "Held." in read(page)
    look(page, "check-in-held")
    page.goto("/together/plan")
    assert when.partition(",")[0] in read(page)
