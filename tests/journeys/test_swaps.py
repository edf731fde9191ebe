"""A shift is carried to another day, by mouse, by thumb, by keys and by the form; what it costs."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.journeys import steps
from tests.journeys.conftest import Phones
from tests.journeys.inspection import faults_of
from tests.served import Served

DESK = {"width": 1280, "height": 900}


def open_swaps(phones: Phones, demo: Served, **options: Any) -> Page:
    page = phones.open(at=demo.address, **options)
    steps.sign_in(page, "Jo", "three quiet lamps")
    page.goto("/together/what-if")
    return page


@pytest.fixture
def page(phones: Phones, demo: Served) -> Page:
    """The page that tries swaps, on a desk."""
    page = open_swaps(phones, demo)
    page.set_viewport_size(DESK)
    return page


def day(page: Page, words: str) -> Locator:
    """One of Jo's own days, by the words that a screen reader says."""
    strip = page.get_by_role("region", name="Jo")
    return strip.get_by_role("button", name=words)


def middle(chip: Locator) -> tuple[float, float]:
    box = chip.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def expect_friday_given_away(page: Page) -> None:
    """Friday's night is worked on Thursday; it is said what that does to the two of them."""
    expect(page.get_by_role("status")).to_contain_text("the two of you")
    expect(day(page, "Thu 22 Oct: N 19:30–08:00, was free")).to_be_visible()
    expect(day(page, "Fri 23 Oct: free, was N")).to_be_visible()


def spoken(page: Page) -> Locator:
    return page.locator("body > p[aria-live]")


def test_a_night_is_carried_with_the_mouse_and_put_back(page: Page) -> None:
    expect(page.get_by_role("status")).to_have_count(0)
    night, thursday = day(page, "Fri 23 Oct: N"), day(page, "Thu 22 Oct: free")
    page.mouse.move(*middle(night))
    page.mouse.down()
    page.mouse.move(*middle(thursday), steps=5)
    expect(page.locator("li.over")).to_have_attribute("data-day", "2026-10-22")
    page.mouse.up()
    expect_friday_given_away(page)
    assert page.url.endswith("/together/what-if")
    page.get_by_role("link", name="Put back").click()
    expect(day(page, "Fri 23 Oct: N")).to_be_visible()
    expect(page.get_by_role("status")).to_have_count(0)


def test_a_drop_beside_the_days_or_on_somebody_elses_changes_nothing(page: Page) -> None:
    night = day(page, "Fri 23 Oct: N")
    sams = page.get_by_role("region", name="Sam").get_by_role("button").nth(2)
    for target in (sams, page.get_by_role("heading", level=1)):
        page.mouse.move(*middle(night))
        page.mouse.down()
        page.mouse.move(*middle(target), steps=5)
        page.mouse.up()
        expect(page.locator(".lifted")).to_have_count(0)
    expect(page.get_by_role("status")).to_have_count(0)


def test_two_days_are_exchanged_with_keys_and_it_is_spoken(page: Page) -> None:
    night = day(page, "Fri 23 Oct: N")
    night.press("Enter")
    expect(spoken(page)).to_contain_text("Fri 23 Oct: N 19:30–08:00, picked up.")
    page.keyboard.press("ArrowDown")
    expect(spoken(page)).to_have_text("Exchange with Fri 30 Oct: free?")
    page.keyboard.press("Escape")
    expect(spoken(page)).to_contain_text("put back")
    expect(page.locator(".lifted, .over")).to_have_count(0)
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    expect_friday_given_away(page)
    expect(spoken(page)).to_contain_text("This swap")
    expect(day(page, "Thu 22 Oct: N")).to_be_focused()


def test_a_click_on_a_day_asks_what_instead(page: Page) -> None:
    day(page, "Thu 22 Oct: free").click()
    expect(page.get_by_label("What instead")).to_be_focused()
    page.keyboard.type("N")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("This swap costs the two of you")
    expect(day(page, "Thu 22 Oct: N 19:30–07:30, was free")).to_be_visible()


class Thumb:
    """A finger on the glass, as Chromium's own gesture recogniser feels it."""

    def __init__(self, page: Page) -> None:
        self._glass = page.context.new_cdp_session(page)

    def touch(self, kind: str, *at: float) -> None:
        points = [{"x": at[0], "y": at[1]}] if at else []
        self._glass.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def test_a_thumb_that_rests_on_a_night_carries_it(phones: Phones, demo: Served) -> None:
    page = open_swaps(phones, demo, has_touch=True, is_mobile=True)
    night, thursday = day(page, "Fri 23 Oct: N"), day(page, "Thu 22 Oct: free")
    thumb, start, end = Thumb(page), middle(night), middle(thursday)
    thumb.touch("touchStart", *start)
    expect(page.locator(".lifted")).to_have_count(1)
    for part in (0.3, 0.6, 1.0):
        thumb.touch("touchMove", start[0], start[1] + part * (end[1] - start[1]))
    expect(page.locator("li.over")).to_have_attribute("data-day", "2026-10-22")
    thumb.touch("touchEnd")
    expect_friday_given_away(page)
    assert page.evaluate("scrollY") == 0


def test_a_thumb_that_moves_on_scrolls_the_page(phones: Phones, demo: Served) -> None:
    page = open_swaps(phones, demo, has_touch=True, is_mobile=True)
    page.clock.pause_at(page.evaluate("Date.now() + 1000"))  # no thumb rests here, ever so slow
    thumb, (x, y) = Thumb(page), middle(day(page, "Fri 23 Oct: N"))
    thumb.touch("touchStart", x, y)
    for far in range(20, 320, 20):
        thumb.touch("touchMove", x, y - far)
    thumb.touch("touchEnd")
    page.wait_for_function("scrollY > 100")
    expect(page.locator(".lifted, .over")).to_have_count(0)
    expect(page.get_by_role("status")).to_have_count(0)


def test_a_tap_chooses_a_day(phones: Phones, demo: Served) -> None:
    page = open_swaps(phones, demo, has_touch=True, is_mobile=True)
    day(page, "Thu 22 Oct: free").tap()
    expect(page.get_by_label("What instead")).to_be_focused()


def test_two_days_are_exchanged_without_javascript(phones: Phones, demo: Served) -> None:
    page = open_swaps(phones, demo, java_script_enabled=False)
    day(page, "Fri 23 Oct: N").click()
    page.get_by_label("Exchange it with").select_option(label="Thu 22 Oct")
    page.get_by_role("button", name="What would it change?").click()
    expect_friday_given_away(page)
    page.get_by_role("link", name="Put back").click()
    expect(day(page, "Fri 23 Oct: N")).to_be_visible()


def test_the_page_with_a_price_is_accessible_and_calm(page: Page) -> None:
    day(page, "Fri 23 Oct: N").press("Enter")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    expect_friday_given_away(page)
    assert "\n".join(faults_of(page)) == ""
