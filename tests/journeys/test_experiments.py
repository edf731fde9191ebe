"""A ritual tried out: drawn on a morning, lived through evening by evening, read at last."""

import re
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from playwright.sync_api import Page
from tests.journeys import steps
from tests.journeys.conftest import MORNING, Phones
from tests.journeys.inspection import faults_of
from tests.journeys.steps import button, follow, heading, press, read
from tests.served import served

LONDON = ZoneInfo("Europe/London")
ASKS = "How has the day felt?"


def on(day: date, hour: int) -> str:
    return datetime(day.year, day.month, day.day, hour, tzinfo=LONDON).isoformat()


def draw(page: Page) -> None:
    page.goto("/")
    follow(page, "Experiments")
    heading(page, "Experiments")
    assert "room for" in read(page)
    page.get_by_label("What do you want to try?").select_option(label="A small date")
    page.get_by_label("Mood", exact=True).check()
    page.get_by_label("10 evenings, 5 blocks").check()
    press(page, "Draw the plan")
    assert "0 of 10 evenings are behind you" in read(page)


def next_evening(page: Page) -> date | None:
    """Read from the page which evening of the plan comes next; None after the last."""
    found = re.search(r"Next: \w{3} (\d+) (\w{3}), with", read(page))
    if found is None:
        return None
    return (
        datetime.strptime(f"{found[1]} {found[2]} 2026", "%d %b %Y").replace(tzinfo=LONDON).date()
    )


def live_an_evening(page: Page, name: str) -> date | None:
    """Tick and check in, better with it than without; give the evening that comes next."""
    steps.sign_in(page, name)
    page.goto("/experiments/")
    is_with = "Tonight with." in read(page)
    assert is_with or "Tonight without." in read(page)
    press(page, "It was done" if is_with else "It was not done")
    assert button(page, "✓").count() == 1
    follow(page, "Check in")
    number = "8" if is_with else "5"
    page.get_by_role("group", name=ASKS).get_by_role("radio", name=number, exact=True).check()
    press(page, "Keep it")
    page.goto("/experiments/")
    assert not re.search(r"points of ten|higher|lower", read(page))
    return next_evening(page)


def test_a_ritual_is_tried_out_and_read_only_at_the_end(
    phones: Phones, papers: Path, tmp_path: Path
) -> None:
    with served("serve", tmp_path, NOW=MORNING, DEMO="yes") as house:
        page = phones.open(at=house.address)
        name = steps.settle_in(page, papers).name
        draw(page)
        faults = [*faults_of(page)]
        ahead = next_evening(page)
    last, evenings = date.min, 0
    while ahead is not None:
        last, evenings = ahead, evenings + 1
        with served("serve", tmp_path, NOW=on(last, 22), DEMO="yes") as house:
            ahead = live_an_evening(phones.open(at=house.address), name)
    assert evenings == 10
    with served("serve", tmp_path, NOW=on(last + timedelta(days=1), 14), DEMO="yes") as house:
        page = phones.open(at=house.address)
        steps.sign_in(page, name)
        page.goto("/experiments/")
        follow(page, "A small date")
        heading(page, "A small date")
        said = read(page)
        assert "A taster, and no test. On evenings with it: mood 3.0 points of ten higher." in said
        assert "In 5 of 5 blocks both evenings went as drawn" in said
        page.get_by_text("Every block, as a table").click()
        assert page.locator("tbody tr").count() == 5
        assert page.locator("svg.trend circle").count() == 5
        faults += faults_of(page)
    assert faults == []
