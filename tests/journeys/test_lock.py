"""A page that nobody touches closes itself: the browser is told when, script or none."""

import re

import pytest
from playwright.sync_api import Page
from tests.journeys import steps

PRIVATE = ("/", "/together/", "/rosters/", "/mydata/", "/account")
PUBLIC = ("/", "/help/", "/help/reset", "/sign-in", "/locked")


def header(page: Page, address: str, name: str) -> str:
    """Open a page and give one header of the answer."""
    answer = page.goto(address)
    assert answer is not None
    return answer.headers.get(name, "")


def test_every_private_page_goes_to_the_lock_by_itself(page: Page) -> None:
    steps.sign_up(page)
    for address in PRIVATE:
        told = re.fullmatch(r"(\d+); url=/locked", header(page, address, "refresh"))
        assert told, address
        assert 60 <= int(told.group(1)) <= 60 * 60, address


@pytest.mark.parametrize("address", PUBLIC)
def test_a_page_without_secrets_stays(page: Page, address: str) -> None:
    assert header(page, address, "refresh") == ""
