"""At three in the morning: pages are dark, a choice counts, and without a network too."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.journeys import steps
from tests.journeys.conftest import Phones
from tests.journeys.steps import press
from tests.journeys.test_offline import wait_for_the_worker
from tests.served import Served, served

AT_THREE = "2026-10-20T03:00+01:00"
LIGHT, DARK = "rgb(250, 245, 238)", "rgb(23, 19, 23)"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A house in which it is three in the morning."""
    with served("serve", tmp_path_factory.mktemp("night"), NOW=AT_THREE, DEMO="yes") as server:
        yield server


def expect_paper(page: Page, paper: str) -> None:
    """Fail unless the page comes to have this colour."""
    expect(page.locator("body")).to_have_css("background-color", paper)


def test_at_three_in_the_morning_a_nurse_is_not_woken_by_a_white_page(
    phones: Phones, papers: Path
) -> None:
    page = phones.open(color_scheme="light")
    steps.settle_in(page, papers)
    for path in ("/", "/coach/", "/week/", "/help/reset", "/no-such-page"):
        page.goto(path)
        expect_paper(page, DARK)
    phones.expected.append("404")
    page.goto("/look")
    press(page, "Light")
    expect_paper(page, LIGHT)
    page.goto("/coach/")
    expect_paper(page, LIGHT)
    page.goto("/look")
    press(page, "By the hour")
    expect_paper(page, DARK)


def test_the_switch_needs_no_script(phones: Phones) -> None:
    page = phones.open(java_script_enabled=False, color_scheme="dark")
    page.goto("/help/")
    expect_paper(page, DARK)
    page.goto("/look")
    press(page, "Light")
    expect_paper(page, LIGHT)
    page.goto("/pocket/")
    expect_paper(page, LIGHT)


@pytest.mark.parametrize(("chosen", "paper"), [("Light", LIGHT), ("Dark", DARK)])
def test_what_is_kept_for_no_network_follows_the_choice_and_not_the_hour_it_was_kept_at(
    phones: Phones, chosen: str, paper: str
) -> None:
    page = phones.open(color_scheme="light")
    page.goto("/help/")
    wait_for_the_worker(page)
    page.goto("/look")
    press(page, chosen)
    page.context.set_offline(True)
    for path in ("/help/reset", "/pocket/tools", "/offline"):
        page.goto(path)
        expect_paper(page, paper)
    page.context.set_offline(False)


def test_without_a_choice_or_a_known_hour_a_kept_page_looks_as_the_device_asks(
    phones: Phones, tmp_path: Path
) -> None:
    with served("serve", tmp_path) as real:
        for scheme, paper in (("light", LIGHT), ("dark", DARK)):
            page = phones.open(at=real.address, color_scheme=scheme)
            page.goto("/help/")
            wait_for_the_worker(page)
            page.context.set_offline(True)
            page.goto("/help/reset")
            expect_paper(page, paper)


def test_by_the_hour_a_kept_page_goes_by_the_devices_own_clock(
    phones: Phones, tmp_path: Path
) -> None:
    with served("serve", tmp_path) as real:
        page = phones.open(at=real.address, color_scheme="light")
        page.goto("/look")
        press(page, "By the hour")
        page.goto("/help/")
        wait_for_the_worker(page)
        page.context.set_offline(True)
        for clock, paper in (("2026-10-20T03:00:00", DARK), ("2026-10-20T12:00:00", LIGHT)):
            page.clock.set_fixed_time(clock)
            page.goto("/help/reset")
            expect_paper(page, paper)
