"""From one sentence to a small step in a real hour, and the day after; and the page of the week."""

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.journeys import steps
from tests.journeys.conftest import MORNING, Phones
from tests.journeys.steps import button, heading, press, read
from tests.served import served

SNAPPED = "I snapped at my wife again the second I got in"
HELD_ON = re.compile(r"\b(\d{1,2}) (October|November|Oct|Nov)\b")
OFFERS = 6  # other ways that are asked for until one has an hour


def test_from_the_first_sentence_to_a_placed_step_and_the_follow_up(
    phones: Phones, papers: Path, tmp_path: Path
) -> None:
    with served("serve", tmp_path, NOW=MORNING, DEMO="yes") as house:
        page = phones.open(at=house.address)
        somebody = steps.settle_in(page, papers)
        page.goto("/")
        page.get_by_label("Say one thing").fill(SNAPPED)
        press(page, "Say it")
        wait_for_an_answer(page)
        press(page, "One small step")
        place_one(page)
        next_day = day_after(read(page))
    with served("serve", tmp_path, NOW=next_day, DEMO="yes") as house:
        page = phones.open(at=house.address)
        steps.sign_in(page, somebody.name)
        be_asked(page)
        page.get_by_label("Say one thing").fill("I did it")
        press(page, "Say it")
        press(page, "It helped")
        expect(page.locator("#main")).to_contain_text("Good to know")
        expect(button(page, "It made no difference")).to_have_count(0)
        page.goto("/coach/kept")
        assert "done, and it helped" in read(page)


def day_after(held: str) -> str:
    """Give noon of the day after what is held."""
    found = HELD_ON.search(held)
    assert found, held
    day = datetime.strptime(f"{found[1]} {found[2][:3]} 2026 +0000", "%d %b %Y %z")
    return (day + timedelta(days=1, hours=12)).isoformat(timespec="minutes")


def wait_for_an_answer(page: Page) -> None:
    """The ear of a new server is made in the background: say it again until it listens."""
    for _time in range(30):
        if page.locator(".talk .coach").count():
            return
        page.wait_for_timeout(2_000)
        press(page, "Say it")
    pytest.fail("nobody answered")


def be_asked(page: Page) -> None:
    """Open the conversation until the ear of a new server is there, and asks first."""
    for _time in range(30):
        page.goto("/coach/")
        if page.locator(".talk .coach").count():
            return
        page.wait_for_timeout(2_000)
    pytest.fail("nobody asked")


def place_one(page: Page) -> None:
    """Take the first offer that has an hour, of both or of her own."""
    for _time in range(OFFERS):
        press(page, "Yes, that")
        if button(page, "Place it there").count():
            expect(page.locator(".card .quoted")).to_contain_text(", I ")
            press(page, "Place it there")
            heading(page, "What is held")
            return
        page.goto("/coach/")
        page.get_by_label("Say one thing").fill("another idea please")
        press(page, "Say it")
        if not button(page, "Yes, that").count():
            press(page, "One small step")
    pytest.fail("no offer had an hour")


def test_the_week_proposes_takes_a_no_places_and_moves(phones: Phones, papers: Path) -> None:
    page = phones.open()
    steps.settle_in(page, papers)
    page.goto("/week/")
    heading(page, "This week")
    small = page.locator("#small article")
    count = small.count()
    assert 1 <= count <= 3
    press(small.first, "Not this")
    expect(small).to_have_count(count - 1)
    press(small.first, "Place it")
    expect(page.locator("#small article.held")).to_have_count(1)
    page.locator("summary", has_text="Begin one, tied").click()
    page.locator("#id_words").fill("say one thanks")
    press(page, "Begin")
    page.goto("/week/")  # while the ear of a new server is made, a page between says so
    before = page.locator("#habit").inner_text()
    assert "After handover, I say one thanks" in before
    page.goto("/rosters/bring")
    steps.bring_file(page, papers / "jo-after-a-swap.ics")
    steps.keep(page)
    page.goto("/week/")
    after = page.locator("#habit").inner_text()
    assert "After handover, I say one thanks" in after
    assert after != before
