"""Light or dark: by a choice, by the reader's own hour, and else as the device asks for."""

import re
from dataclasses import replace
from datetime import UTC, datetime, time

import pytest
from django.test import Client
from tests.people import Account
from tests.web.rosters.desk import keep_line, own

from aftershift.web.pages import clock, hours, remembered
from aftershift.web.pages import context as frame
from aftershift.web.pages.forms import CHOICES
from aftershift.web.pages.views import WORKER
from aftershift.web.rosters import context, queries

AT_THREE = datetime(2026, 10, 20, 2, tzinfo=UTC)  # in London, where summer time is on
AT_NOON = datetime(2026, 10, 20, 11, tzinfo=UTC)


def at(monkeypatch: pytest.MonkeyPatch, now: datetime) -> None:
    monkeypatch.setattr(clock, "now", lambda: now)


def stands_on(browser: Client, path: str = "/help/") -> str:
    """Give what the page says of its hour, "" where it says nothing."""
    found = re.search(r'<html lang="en"(?: data-hours="(\w+)")?>', browser.get(path).text)
    assert found
    return found[1] or ""


@pytest.fixture
def with_a_roster(nurse: Account) -> Account:
    keep_line(nurse, own(nurse), "LD LD")
    return nurse


@pytest.mark.parametrize(
    ("clock_", "found"),
    [
        (time(20, 59), "day"),
        (time(21), "night"),
        (time(3), "night"),
        (time(6, 59), "night"),
        (time(7), "day"),
        (time(12), "day"),
    ],
)
def test_the_night_is_from_nine_to_seven(clock_: time, found: str) -> None:
    assert hours.by_the_hour(clock_) == found


@pytest.mark.parametrize("path", ["/", "/help/", "/coach/kept", "/no-such-page"])
@pytest.mark.parametrize(("now", "found"), [(AT_THREE, "night"), (AT_NOON, "day")])
def test_every_page_follows_the_readers_own_hour(
    with_a_roster: Account, monkeypatch: pytest.MonkeyPatch, path: str, now: datetime, found: str
) -> None:
    at(monkeypatch, now)
    assert stands_on(with_a_roster.browser, path) == found


def test_where_no_clock_is_known_the_device_decides(
    nurse: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, AT_THREE)
    assert queries.told_zone(by=nurse.by) is None
    assert stands_on(nurse.browser) == ""
    anybody = Client(headers={"host": "localhost"})
    monkeypatch.setattr(frame, "ENV", replace(frame.ENV, now=None))
    assert stands_on(anybody) == ""
    monkeypatch.setattr(frame, "ENV", replace(frame.ENV, now=AT_THREE))  # the demo's own wall
    assert stands_on(anybody) == "night"


@pytest.mark.parametrize("chosen", ["light", "dark"])
def test_a_choice_goes_before_the_hour_for_whoever_reads(
    with_a_roster: Account, monkeypatch: pytest.MonkeyPatch, chosen: str
) -> None:
    at(monkeypatch, AT_THREE)
    anybody = Client(headers={"host": "localhost"})
    for browser in (with_a_roster.browser, anybody):
        answer = browser.post("/look", {"paper": chosen})
        assert answer["Location"] == "/look"
        cookie = answer.cookies[remembered.PAPER]
        assert (cookie.value, cookie["secure"], cookie["path"]) == (chosen, True, "/")
        assert stands_on(browser) == chosen
        assert f'value="{chosen}" aria-pressed="true"' in browser.get("/look").text
    with_a_roster.browser.post("/look", {"paper": "hours"})
    assert stands_on(with_a_roster.browser) == "night"


def test_what_is_no_choice_changes_nothing_and_is_never_put_on_a_page(nurse: Account) -> None:
    answer = nurse.browser.post("/look", {"paper": '"><script>'})
    assert remembered.PAPER not in answer.cookies
    nurse.browser.cookies[remembered.PAPER] = '"><b>'
    assert stands_on(nurse.browser) == ""


def test_the_quick_exit_takes_the_choice_away(nurse: Account) -> None:
    nurse.browser.post("/look", {"paper": "dark"})
    assert nurse.browser.post("/leave").cookies[remembered.PAPER].value == ""


def test_a_roster_that_cannot_be_read_does_not_keep_a_page_from_being_shown(
    nurse: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(**_: object) -> None:
        raise OSError

    monkeypatch.setattr(context.queries, "told_zone", broken)
    assert stands_on(nurse.browser) == ""


def test_the_dark_colours_are_the_same_by_the_hour_and_by_the_device() -> None:
    sheet = (WORKER.parent / "aftershift.css").read_text()
    rules = (':is([data-hours="night"], [data-hours="dark"])', ':not([data-hours="light"])')
    by_hour, by_device = (
        re.search(rf"{re.escape(rule)} \{{(.*?)\}}", sheet, re.DOTALL) for rule in rules
    )
    assert by_hour
    assert by_device
    values = [re.findall(r"(--[\w-]+): ([^;]+);", one[1]) for one in (by_hour, by_device)]
    assert values[0] == values[1]
    assert len(values[0]) > 20


def test_what_is_kept_for_no_network_says_nothing_of_an_hour_and_its_script_agrees() -> None:
    script = (WORKER.parent / "hours.js").read_text()
    assert f">= {hours.NIGHT_BEGINS.hour} ||" in script
    assert f"< {hours.NIGHT_ENDS.hour} ?" in script
    assert f"{remembered.PAPER}=({'|'.join(one for one, *_ in CHOICES)})" in script
    says = {value: str(words) for value, _name, words in CHOICES}["hours"]
    assert f"from {hours.NIGHT_BEGINS:%H:%M} to {hours.NIGHT_ENDS:%H:%M}" in says
    assert '"/static/pages/hours.js"' in WORKER.read_text()
