"""What a person does with the coach, by a thumb; the ear may take a while to be made."""

import re

from playwright.sync_api import Page, expect
from tests.journeys.steps import button, press, read

LATE = "I could not read this in time"
TRIES, BETWEEN_MS = 100, 300


def tell(page: Page, text: str, by: str = "Say it") -> None:
    """Say one thing on the page that is open, and wait for its answer."""
    page.get_by_label("Say one thing").fill(text)
    press(page, by)
    say_again(page, by)


def say_again(page: Page, by: str = "Say it") -> None:
    """Send what still stands in the field, as long as the ear is not ready."""
    for _ in range(TRIES):
        if LATE not in read(page):
            break
        page.wait_for_timeout(BETWEEN_MS)
        press(page, by)
    assert LATE not in read(page)


def tap(page: Page, words: str) -> None:
    """Tap a suggested answer."""
    press(page.locator(".choices"), words)


def said(page: Page) -> list[str]:
    """Give what the person said, in order, as the page shows it."""
    return _messages(page, "own")


def answers(page: Page) -> list[str]:
    """Give what the coach said, in order."""
    return _messages(page, "coach")


def people(page: Page) -> None:
    """Look for a number that can be called, without scrolling to it, and for the way to help."""
    expect(page.locator("a[href^='tel:']").first).to_be_in_viewport()
    expect(page.locator("header").get_by_role("link", name="Help")).to_be_visible()


def leaves(page: Page) -> bool:
    """Say whether the quick exit is there."""
    return button(page, "Quick exit").is_visible()


def _messages(page: Page, whose: str) -> list[str]:
    spoken = page.locator(f"ol.talk > li.{whose} > p").all_inner_texts()
    return [re.sub(r"\s+", " ", one).strip() for one in spoken]
