"""Two phones and one experiment: a yes each, ten evenings, numbers handed over, one mean."""

import os
import re
from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import Page
from tests.journeys import steps
from tests.journeys.conftest import MORNING, Phones
from tests.journeys.inspection import PHONE, faults_of
from tests.journeys.steps import follow, heading, press, read
from tests.journeys.test_experiments import ASKS, draw, next_evening, on
from tests.journeys.test_two import link
from tests.served import served

FIGURE = re.compile(r"points of ten|higher|lower")


def look(page: Page, name: str) -> None:
    """Find nothing wrong with a page; keep pictures of it where somebody asked for pictures."""
    assert list(faults_of(page)) == []
    if folder := os.environ.get("PICTURES"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)
        page.set_viewport_size({"width": 1280, "height": 900})
        page.screenshot(path=Path(folder) / f"{name}-wide.png", full_page=True)
        page.set_viewport_size(PHONE)


def say_yes_each(hers: Page, his: Page) -> None:
    hers.get_by_text("too?").click()
    look(hers, "may-ask")
    press(hers, "Yes, count both of us")
    assert "is told to nobody" in read(hers)
    before = read(hers)
    his.goto("/experiments/")
    assert "wants to try this out with you" in read(his)
    look(his, "asked")
    press(his, "Yes, count mine")
    assert "0 of 10 evenings are behind you" in read(his)
    hers.goto("/experiments/")
    assert read(hers) == before
    look(hers, "said")


def answer_the_evening(page: Page, name: str, *, better: int) -> date | None:
    """Check in, so much better with it than without; give the evening that comes next."""
    steps.sign_in(page, name)
    page.goto("/experiments/")
    number = str(5 + better if "Tonight with." in read(page) else 5)
    follow(page, "Check in")
    page.get_by_role("group", name=ASKS).get_by_role("radio", name=number, exact=True).check()
    press(page, "Keep it")
    page.goto("/experiments/")
    assert not FIGURE.search(read(page))
    return next_evening(page)


def open_the_end(page: Page, name: str) -> None:
    steps.sign_in(page, name)
    page.goto("/experiments/")
    follow(page, "A small date")
    heading(page, "A small date")


def hand_over(hers: Page, his: Page) -> None:
    look(hers, "may-hand-over")
    before = read(his)
    press(hers, "Hand mine over")
    look(hers, "handed-over")
    his.reload()
    assert read(his) == before
    press(his, "Hand mine over")


def test_two_count_the_mean_of_both(phones: Phones, papers: Path, tmp_path: Path) -> None:
    with served("serve", tmp_path, NOW=MORNING, DEMO="yes") as house:
        hers, his = phones.open(at=house.address), phones.open(at=house.address)
        her_name = steps.settle_in(hers, papers).name
        his_name = steps.sign_up(his).name
        link(hers, his)
        draw(hers)
        ahead = next_evening(hers)
        say_yes_each(hers, his)
    last = date.min
    while ahead is not None:
        last = ahead
        with served("serve", tmp_path, NOW=on(last, 22), DEMO="yes") as house:
            answer_the_evening(phones.open(at=house.address), his_name, better=1)
            ahead = answer_the_evening(phones.open(at=house.address), her_name, better=3)
    with served("serve", tmp_path, NOW=on(last + timedelta(days=1), 14), DEMO="yes") as house:
        hers, his = phones.open(at=house.address), phones.open(at=house.address)
        open_the_end(hers, her_name)
        open_the_end(his, his_name)
        hand_over(hers, his)
        hers.reload()
        for page, own in ((hers, "3.0"), (his, "1.0")):
            said = read(page)
            mean = "On evenings with it: mood 2.0 points of ten higher."
            assert f"The mean of both of you: A taster, and no test. {mean}" in said
            assert (
                f"Your own answers alone A taster, and no test. {mean.replace('2.0', own)}" in said
            )
        look(hers, "both-over")
        press(his, "Take my yes back")
        hers.reload()
        assert "The mean of both of you" not in read(hers)
        look(his, "own-over")
