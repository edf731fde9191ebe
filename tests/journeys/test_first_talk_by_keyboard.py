"""The whole first conversation with Tab and Enter alone, from home to a practice in a real hour."""

from playwright.sync_api import Page, expect
from tests.journeys import telling
from tests.journeys.conftest import Phones
from tests.journeys.inspection import faults_of
from tests.journeys.steps import heading, held, read
from tests.journeys.telling import LATE
from tests.journeys.test_keyboard import MOST_TABS, WHERE, come_to_rest, tab_to
from tests.served import Served

HEARD = "my husband and I never have time for each other"


def enter(page: Page) -> None:
    """Press Enter where the focus is, and wait for what it leads to."""
    main = page.locator("main")
    main.evaluate("(old) => old.toggleAttribute('data-old', true)")
    page.keyboard.press("Enter")
    page.locator("main:not([data-old])").wait_for()


def choose(page: Page, words: str) -> None:
    tab_to(page, words)
    enter(page)


def is_no_trap(page: Page) -> None:
    """Tab all the way round: out of the page at its end, in again at its top, and back from there.

    Whatever can be pressed or filled in was come to.
    """
    page.locator("#main").focus()
    stops: list[str] = []
    for _ in range(2 * MOST_TABS):
        page.keyboard.press("Tab")
        at = come_to_rest(page)
        stops.append(at["words"])
        assert at["seen"], at
        if at["words"] == "Skip to the page":
            break
    assert stops[-1] == "Skip to the page", stops
    wanted = page.locator("main :is(button, a[href], textarea, summary)")
    assert len(stops) >= wanted.count()
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(WHERE)["words"] != "Skip to the page"


def test_from_home_to_a_placed_practice_with_the_keyboard_alone(
    phones: Phones, demo: Served, taught: None
) -> None:
    page = phones.open(at=demo.address)
    page.goto("/sign-in")
    tab_to(page, "Name")
    page.keyboard.type("Jo")
    tab_to(page, "Password")
    page.keyboard.type("three quiet lamps")
    enter(page)
    heading(page, "Monday 19 October")

    tab_to(page, "Say one thing")
    page.keyboard.type(HEARD)
    choose(page, "Say it")
    for _ in range(telling.TRIES):
        if LATE not in read(page):
            break
        page.wait_for_timeout(telling.BETWEEN_MS)
        choose(page, "Say it")  # the words still stand there
    assert telling.said(page) == [HEARD]
    is_no_trap(page)

    choose(page, "One small step")
    assert "Why this" in read(page)
    tab_to(page, "Why this")
    page.keyboard.press("Enter")
    expect(page.locator("main details[open]")).to_contain_text("Grade")
    assert list(faults_of(page)) == []
    is_no_trap(page)
    choose(page, "Yes, that")
    choose(page, "Place it there")
    heading(page, "What is held")
    expect(held(page)).to_have_count(1)
