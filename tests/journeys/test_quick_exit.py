"""Leaving at once: nothing of what was read stays in the browser, and "back" shows none of it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Cookie, Page, expect
from tests.journeys import steps
from tests.journeys.conftest import Phones
from tests.journeys.steps import heading, press

PRIVATE = ("Fit for a real talk", "Thu 22 Oct", "Sam", "19 October to 1 November")
HTTPS = "https://localhost/"  # cookies know no port, and these are for TLS or this machine
LEFT_BEHIND = """async () => ({
  local: {...localStorage},
  session: {...sessionStorage},
  databases: (await indexedDB.databases()).map((one) => one.name),
  caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  cookies: document.cookie,
})"""


def by_button(page: Page) -> None:
    press(page, "Quick exit")


def by_escape(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Escape")


def assert_says_nothing(page: Page) -> None:
    """Look at all that a page holds, its title and source included."""
    shown = page.content() + page.title()
    assert [words for words in PRIVATE if words in shown] == []


@pytest.mark.parametrize("leave", [by_button, by_escape])
def test_a_quick_exit_leaves_nothing_behind(
    phones: Phones, papers: Path, leave: Callable[[Page], None]
) -> None:
    page = phones.open()
    somebody = steps.settle_in(page, papers)
    page.goto("/together/plan")
    page.goto("/together/")
    assert all(words in page.content() for words in PRIVATE)

    copied = page.context.cookies()
    leave(page)
    page.wait_for_url("**/measures")
    page.wait_for_load_state()  # its script has run then
    heading(page, "Kitchen measures")
    assert_says_nothing(page)
    assert page.context.cookies() == []
    assert page.evaluate(LEFT_BEHIND) == {
        "local": {},
        "session": {"to": "/measures"},
        "databases": [],
        "caches": [],
        "workers": 0,
        "cookies": "",
    }
    assert somebody.name not in json.dumps(page.context.storage_state())
    for _ in range(3):
        page.go_back()
        page.wait_for_url("**/measures")
        assert_says_nothing(page)
    assert_opens_nothing(phones.open(), copied)


def assert_opens_nothing(page: Page, copied: list[Cookie]) -> None:
    """Put cookies that somebody copied before into a browser of their own: the server locked."""
    page.context.add_cookies(
        [{"name": one["name"], "value": one["value"], "url": HTTPS} for one in copied]
    )
    page.goto("/together/")
    heading(page, "Locked")


def test_two_escapes_and_a_pause_lock_nothing(phones: Phones) -> None:
    page = phones.open()
    steps.sign_up(page)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.goto("/account")
    expect(page.get_by_role("heading", level=1)).to_have_text("Account")


def test_a_quick_exit_needs_no_javascript(phones: Phones, papers: Path) -> None:
    page = phones.open(java_script_enabled=False)
    steps.settle_in(page, papers)
    press(page, "Quick exit")
    heading(page, "Kitchen measures")
    assert_says_nothing(page)
    assert page.context.cookies() == []
    page.go_back()
    assert_says_nothing(page)
    heading(page, "Locked")


def test_a_stranger_may_leave_too(page: Page) -> None:
    page.goto("/help/")
    press(page, "Quick exit")
    heading(page, "Kitchen measures")
    assert page.context.cookies() == []
