"""Without a network the way to help works, and nothing private was ever kept for it."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect
from tests.journeys import steps
from tests.journeys.conftest import Phones
from tests.journeys.steps import follow, heading, press

from aftershift.engines.safety.help_card import LANGUAGES
from aftershift.library.pocket import ROOMS

SHELF = {
    "/offline",
    "/help/",
    "/help/reset",
    "/help/plan",
    *(f"/help/{page}/" for page in ("which", "sheet", "leaving")),
    *(
        f"/help/{one}{page}"
        for one in LANGUAGES
        for page in ("", "/reset", "/plan", "/which/", "/sheet/", "/leaving/")
    ),
    *(f"/pocket/{one}" for one in ("", "cards", "talk", *ROOMS)),
    "/measures",
    "/static/help/order.js",
    "/static/pages/aftershift.css",
    "/static/pages/aftershift.js",
    "/static/pages/way_back.js",
    "/static/pages/hours.js",
    "/static/pages/player.js",
    "/static/pages/send.js",
    "/static/pocket/fit.js",
    "/static/pages/neutral.css",
    "/static/pages/icon.svg",
    "/static/pages/manifest.webmanifest",
    "/static/pages/notes.webmanifest",
    "/static/pages/notes.svg",
}
TRIES = 5
IS_ANSWERED_FOR = """() => navigator.serviceWorker.ready.then(
  () => Boolean(navigator.serviceWorker.controller)
)"""
KEPT = """async () => {
  const kept = {};
  for (const name of await caches.keys()) {
    const shelf = await caches.open(name);
    for (const request of await shelf.keys()) {
      kept[request.url] = await (await shelf.match(request)).text();
    }
  }
  return kept;
}"""


def wait_for_the_worker(page: Page) -> None:
    """Wait until the service worker answers for this page, as it does from the second visit on.

    A page that was on its way while the worker woke is nobody's, and is opened again.
    """
    for _ in range(TRIES):
        if page.evaluate(IS_ANSWERED_FOR):
            return
        page.reload()
    pytest.fail("the worker never answered for the page")


def test_help_and_the_emergency_reset_work_without_a_network(phones: Phones) -> None:
    page = phones.open()
    page.goto("/")
    wait_for_the_worker(page)
    page.context.set_offline(True)
    phones.expected.append("ERR_INTERNET_DISCONNECTED")

    follow(page, "Help")  # two taps
    follow(page.locator("main"), "Emergency reset")
    heading(page, "Emergency reset")
    expect(page.locator("main li")).not_to_have_count(0)
    follow(page.locator("main .notice"), "People to call")
    heading(page, "Help")
    page.get_by_label("Which country first?").select_option(label="New Zealand")
    press(page, "Show it first")  # kept in the browser, by the page's own script
    expect(page.locator(".dial").first).to_contain_text("111")
    expect(page.locator("details.place[open] a[href='tel:1737']")).to_be_visible()
    style = page.evaluate("getComputedStyle(document.querySelector('.always button')).minHeight")
    assert re.fullmatch(r"\d+px", style)  # the look is there too

    follow(page, "Deutsch")
    heading(page, "Hilfe")
    page.reload()
    expect(page.locator(".dial").first).to_contain_text("111")
    follow(page, "Ein leerer Plan")
    heading(page, "Ein Plan für schwere Stunden")

    page.goto("/together/")
    heading(page, "No network just now")
    follow(page, "Emergency reset")
    heading(page, "Emergency reset")


def test_a_tick_without_a_network_leads_to_the_four_kinds_and_to_people(phones: Phones) -> None:
    page = phones.open()
    page.goto("/help/which/")
    wait_for_the_worker(page)
    page.context.set_offline(True)
    phones.expected.append("ERR_INTERNET_DISCONNECTED")

    page.get_by_label("I am afraid of somebody").check()
    press(page, "See which fits")  # the page itself comes back: nothing can answer
    heading(page, "Which kind of help")
    expect(page.get_by_text("Without a network nothing can answer")).to_be_visible()
    expect(page.get_by_text("You are afraid of somebody, or they hurt")).to_be_visible()
    follow(page.locator(".notice"), "People to call")
    heading(page, "Help")
    for address, title in (("sheet", "A sheet for a first talk"), ("leaving", "Stay or leave")):
        page.goto(f"/help/{address}/")
        heading(page, title)


def test_the_worker_keeps_listed_pages_as_a_stranger_sees_them(
    phones: Phones, papers: Path
) -> None:
    page = phones.open()
    somebody = steps.settle_in(page, papers)
    wait_for_the_worker(page)
    open_ones = ("/", "/help/", "/help/reset", "/pocket/break")
    for address in (*open_ones, "/rosters/", "/together/", "/account"):
        page.goto(address)
    page.wait_for_load_state("networkidle")
    kept = page.evaluate(KEPT)
    assert {urlsplit(url).path for url in kept} == SHELF
    assert not any(urlsplit(url).query for url in kept)
    everything = "".join(kept.values())
    for words in (somebody.name, "Sam’s", "Rosters", "Thu 22 Oct"):
        assert words not in everything
