"""Crisis words without a network: nobody hears them, so people come first; the reset opens."""

from playwright.sync_api import Page, expect
from tests.journeys import steps, telling
from tests.journeys.conftest import Phones
from tests.journeys.inspection import faults_of
from tests.journeys.steps import button, follow, heading, press
from tests.journeys.test_offline import wait_for_the_worker

RISK = "I can't do this any more. I want to kill myself tonight."
GONE = ("ERR_INTERNET_DISCONNECTED", "htmx-2.min.js")  # what the browser says, and its script


def cut_off(phones: Phones, address: str) -> Page:
    """Open a page of one's own, and lose the network."""
    page = phones.open()
    steps.sign_up(page)
    page.goto(address)
    wait_for_the_worker(page)
    page.context.set_offline(True)
    phones.expected += GONE
    return page


def expect_people_first(page: Page) -> None:
    """Go by the first link that the page offers; fail unless there is somebody to call."""
    follow(page.locator("main"), "People to call")
    heading(page, "Help")
    telling.people(page)
    follow(page.locator("main"), "Emergency reset")
    heading(page, "Emergency reset")
    expect(page.locator("main li")).not_to_have_count(0)


def test_what_cannot_be_sent_stays_and_people_come_before_it(phones: Phones, taught: None) -> None:
    page = cut_off(phones, "/coach/")
    page.get_by_label("Say one thing").fill(RISK)
    button(page, "Say it").click()
    said = page.get_by_role("alert")
    expect(said).to_contain_text("No network just now. Nothing was sent")
    expect(steps.link(said, "People to call")).to_be_in_viewport()
    button(page, "Say it").click()
    expect(said).to_have_count(1)
    assert page.get_by_label("Say one thing").input_value() == RISK
    assert telling.leaves(page)
    assert list(faults_of(page)) == []

    page.context.set_offline(False)
    press(page, "Say it")  # it is heard now
    telling.say_again(page, "Say it")
    telling.people(page)
    expect(page.get_by_role("alert")).to_have_count(0)
    assert "Please call your emergency number" in steps.read(page)


def test_from_there_help_and_the_reset_open_without_a_network(phones: Phones) -> None:
    page = cut_off(phones, "/coach/")
    page.get_by_label("Say one thing").fill(RISK)
    button(page, "Say it").click()
    expect_people_first(page)


def test_what_is_said_at_home_without_a_network_leads_to_people(phones: Phones) -> None:
    page = cut_off(phones, "/")
    page.get_by_label("Say one thing").fill(RISK)
    press(page, "Say it")
    heading(page, "No network just now")
    assert "kill" not in page.content() + page.url
    follow(page, "Help and phone numbers")
    heading(page, "Help")
    telling.people(page)
