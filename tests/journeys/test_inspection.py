"""The looking itself: what is planted is found, or a clean page would prove nothing."""

import pytest
from playwright.sync_api import Browser, Page
from tests.journeys.conftest import Phones
from tests.journeys.inspection import faults_of

PLANTED = {
    "too wide": '<div style="width: 2000px">wide</div>',
    "color-contrast": '<p style="color: #ccc; background: #fff">pale</p>',
    "label": '<input type="text">',
    "small": '<nav aria-label="a"><a href="#" style="font-size: 8px">tiny</a></nav>',
    "target-size": '<button style="width: 9px; height: 9px">a</button>'
    '<button style="width: 9px; height: 9px">b</button>',
    "moves": '<p style="transition: opacity 2s">slow</p>',
}
PAGE = '<!doctype html><html lang="en"><title>A page</title><main><h1>A page</h1>{}</main></html>'


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_found(page: Page, fault: str) -> None:
    page.set_content(PAGE.format(PLANTED[fault]))
    assert any(fault in found for found in faults_of(page))


def test_a_plain_page_has_no_fault(page: Page) -> None:
    page.set_content(PAGE.format("<p>Nothing to see.</p>"))
    assert list(faults_of(page)) == []


def test_another_host_and_a_complaint_are_written_down(chromium: Browser) -> None:
    drawer = Phones(chromium=chromium, address="http://localhost:9")
    page = drawer.open()
    with page.expect_event("requestfailed"):
        page.set_content('<img src="http://127.0.0.1:9/a.png" alt="">')
    page.evaluate("console.error('broken')")
    page.context.close()
    assert drawer.strange_hosts() == {"127.0.0.1:9"}
    assert any("broken" in one for one in drawer.unexpected())
