"""The one journey that PostgreSQL walks too: in, a line, a held window, and both again later."""

from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.journeys import steps


@pytest.mark.smoke
def test_a_held_window_is_there_after_coming_back(page: Page, papers: Path) -> None:
    somebody = steps.settle_in(page, papers)
    when = steps.hold(page, "Wed 21 Oct")
    page.goto("/account")
    steps.press(page, "Lock now")
    steps.enter(page, somebody.name)
    page.goto("/together/plan")
    assert when in steps.held(page).inner_text()
