"""What only a browser can show: leaving at once, help without a network, no fault for axe."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

CHROMIUM = shutil.which("chromium") or ""
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine")


@pytest.fixture
def house(live_server: LiveServer, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a running house; its tables are emptied while the browser's loop lives."""
    monkeypatch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "yes")
    return live_server.url


@contextmanager
def page_of(**settings: object) -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        phone = {"width": 360, "height": 800}
        yield browser.new_context(**{"viewport": phone, **settings}).new_page()
        browser.close()


def press_escape(page: Page, *, times: int) -> None:
    for _each in range(times):
        page.keyboard.press("Escape")


def test_escape_three_times_leaves_and_back_shows_nothing(house):
    with page_of(service_workers="block") as page:
        page.goto(f"{house}/help/")
        page.goto(f"{house}/help/reset")
        press_escape(page, times=3)
        page.wait_for_url("**/measures")
        page.go_back()
        page.wait_for_url("**/measures")
        assert page.title() == "Kitchen measures"
        page.goto(f"{house}/help/")  # whoever comes by its address is welcome again
        assert page.locator("h1").inner_text() == "Help"


def test_escape_twice_and_once_later_stays(house):
    with page_of(service_workers="block") as page:
        page.goto(f"{house}/help/")
        press_escape(page, times=2)
        page.wait_for_timeout(2100)
        press_escape(page, times=1)
        page.wait_for_timeout(300)
        assert page.url.endswith("/help/")


def test_the_quick_exit_works_without_a_script(house):
    with page_of(java_script_enabled=False) as page:
        page.goto(f"{house}/help/")
        page.get_by_role("button", name="Quick exit").click()
        assert page.title() == "Kitchen measures"


def test_help_works_without_a_network_and_nothing_else_is_kept(house):
    with page_of() as page:
        page.goto(f"{house}/help/")
        page.evaluate("navigator.serviceWorker.ready")
        page.goto(f"{house}/sign-in")
        page.context.set_offline(True)
        heard = {}
        for path in ("/help/", "/help/reset", "/sign-in", "/together/"):
            page.goto(f"{house}{path}")
            heard[path] = page.locator("h1").inner_text()
        assert heard == {
            "/help/": "Help",
            "/help/reset": "Emergency reset",
            "/sign-in": "No network just now",
            "/together/": "No network just now",
        }


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_fault_that_axe_can_find(house, scheme):
    found = {}
    with page_of(color_scheme=scheme, service_workers="block") as page:
        for path in ("/help/", "/help/reset", "/offline", "/measures", "/no-such-page"):
            page.goto(f"{house}{path}")
            violations = Axe().run(page).response["violations"]
            found[path] = [violation["id"] for violation in violations]
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0, path
    assert not any(found.values()), found
