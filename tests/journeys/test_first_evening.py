"""The whole walk: from nothing to a held window in one's own calendar, a swap, and away again."""

import json
import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.request import urlopen
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events
from playwright.sync_api import Page, expect
from tests.journeys import steps
from tests.journeys.conftest import Phones
from tests.journeys.steps import Somebody, follow, heading, link, press, read

LONDON = ZoneInfo("Europe/London")
TOTALS = re.compile(
    r"Your calendars say (\d+) h a week. Both awake and home: (\d+) h. "
    r"Fit for a real talk: (\d+) h."
)


def test_two_rosters_in_and_the_time_together_out(phones: Phones, papers: Path) -> None:
    page = phones.open()
    somebody = steps.sign_up(page)
    check_the_recovery_key(page, somebody)
    bring_her_calendar(page, papers)
    bring_his_line(page, papers)
    answer_the_one_question(page)
    see_the_fortnight(page)
    see_the_clock_change(page)
    see_why(page)
    before = steps.hold(page, "Thu 22 Oct")
    first = subscribe(page, before)
    swap_a_shift(page, papers)
    after = see_the_move(page, before)
    second = fetch(page)
    assert_it_moved(first, second, after)
    lock_and_come_back(page, somebody, after)
    take_everything(page)
    phones.expected.append("status of 422")  # the door that does not open any more
    erase_everything(page, somebody)


def check_the_recovery_key(page: Page, somebody: Somebody) -> None:
    groups = somebody.recovery_key.split("-")
    assert [len(group) for group in groups] == [4] * 7
    follow(page, "I have it on paper")
    asked = page.get_by_label(re.compile("^Group"))
    assert asked.count() == 2
    for box in asked.all():
        place = int(str(box.get_attribute("name")).removeprefix("group_"))
        box.fill(groups[place - 1].lower())
    press(page, "Check")
    heading(page, "Your recovery key is right")
    follow(page, "Go on")


def bring_her_calendar(page: Page, papers: Path) -> None:
    follow(page, "Bring a roster")
    steps.bring_file(page, papers / "jo.ics")
    preview = read(page)
    assert "8 shifts." in preview
    assert "13.5 h: the clocks go back" in preview
    assert "ICU North" not in preview  # the place is dropped
    steps.keep(page)
    assert "Only one roster is known so far." in read(page)


def bring_his_line(page: Page, papers: Path) -> None:
    steps.add_member(page, "Sam")
    line = (papers / "sam.txt").read_text(encoding="utf-8").strip()
    steps.bring_line(page, line, first="2026-10-19")
    assert "12 shifts." in read(page)


def answer_the_one_question(page: Page) -> None:
    question = page.locator("form.question")
    expect(question).to_have_count(1)
    expect(question).to_contain_text("What is this in Sam’s roster?")
    assert page.get_by_text("a guess so far").count() == 1
    question.get_by_label("theatre day, 08:00–18:00").check()
    press(question, "That is it")
    expect(page.locator("form.question")).to_have_count(0)
    assert page.get_by_text("a guess so far").count() == 0
    steps.keep(page)


def see_the_fortnight(page: Page) -> None:
    heading(page, "19 October to 1 November")
    said = TOTALS.search(read(page))
    assert said is not None, read(page)
    free, awake, rested = map(int, said.groups())
    assert 168 > free > awake > rested > 0
    offered = steps.windows(page)
    expect(offered).to_have_count(3)
    for window in offered.all():
        reason = window.locator("p:not(.kind)").inner_text()
        assert reason.endswith(".")
        assert len(reason.split()) >= 4
    warned = page.locator("article.not-now")
    expect(warned).to_have_count(1)
    assert re.search(r"[a-z].*\. Better: \w{3} \d+ \w{3}, \d\d:\d\d", warned.inner_text())
    see_calendars_only(page)


def see_calendars_only(page: Page) -> None:
    """The toggle: what the calendars say, then what the bodies say."""
    sleep = page.locator("ol.days .sleep")
    assert sleep.count() > 0
    follow(page, "Calendars only")
    expect(page.get_by_role("link", name="Calendars only")).to_have_attribute(
        "aria-current", "true"
    )
    assert sleep.count() == 0
    follow(page, "Sleep and energy")
    assert sleep.count() > 0


def see_the_clock_change(page: Page) -> None:
    sunday = page.locator("ol.days > li").filter(has_text="Sun 25 October")
    expect(sunday).to_contain_text("25 hours: the clocks go back")
    page.get_by_text("The same as a table").click()
    night = page.get_by_role("row").filter(has_text=re.compile("^Sat 24 October"))
    assert "19:30" in night.inner_text()


def see_why(page: Page) -> None:
    thursday = steps.windows(page).filter(has_text="Thu 22 Oct")
    follow(thursday, "Why this one?")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Thu 22 Oct")
    assert page.locator("main li").count() >= 2
    follow(page, "Back to the fortnight")


def subscribe(page: Page, when: str) -> icalendar.Event:
    """Make the feed's address; a calendar library finds the one event that was held."""
    expect(steps.held(page)).to_have_count(1)
    assert when in steps.held(page).inner_text()
    press(page, "Make the address")
    event = fetch(page)
    assert event["SUMMARY"] == "Held: time"
    assert event["SEQUENCE"] == 0
    assert hours_of(event) == when
    return event


def fetch(page: Page) -> icalendar.Event:
    """Do what a calendar app does with the address, with nothing but the address."""
    address = page.locator(".key-line").inner_text().strip()
    assert re.fullmatch(r"http://localhost:\d+/together/feed/[\w-]{43}\.ics", address)
    with urlopen(address) as answer:  # noqa: S310 - its scheme was just looked at
        assert answer.headers["Content-Type"].startswith("text/calendar")
        calendar = icalendar.Calendar.from_ical(answer.read())
    assert len(calendar.walk("VTIMEZONE")) == 1
    shown = recurring_ical_events.of(calendar).between((2026, 10, 1), (2026, 12, 1))
    (event,) = calendar.walk("VEVENT")
    assert [one["UID"] for one in shown] == [event["UID"]]
    assert not set(event) & {"DESCRIPTION", "LOCATION", "ATTENDEE", "ORGANIZER"}
    return event


def hours_of(event: icalendar.Event) -> str:
    starts: datetime = event["DTSTART"].dt.astimezone(LONDON)
    ends: datetime = event["DTEND"].dt.astimezone(LONDON)
    return f"{starts:%a} {starts.day} {starts:%b}, {starts:%H:%M}–{ends:%H:%M}"


def swap_a_shift(page: Page, papers: Path) -> None:
    page.goto("/rosters/bring")
    steps.bring_file(page, papers / "jo-after-a-swap.ics")
    changes = page.locator("section").filter(has_text="What changes").get_by_role("listitem")
    expect(changes).to_have_count(1)
    moved = changes.inner_text()
    assert "Sun 25 Oct" in moved
    assert "Thu 22 Oct" in moved
    steps.keep(page)


def see_the_move(page: Page, before: str) -> str:
    """Home says that something moved; the plan says what, why, and what to do for that day."""
    page.goto("/")
    follow(page, "See what")
    news = page.get_by_role("status").inner_text()
    assert re.search(rf"{re.escape(before)} moves to .*, because .*Thursday", news), news
    assert re.search(r"For that day: .*voice note.* Thu 22 Oct, \d\d:\d\d", news), news
    after = steps.hours_in(steps.held(page).inner_text())
    assert after != before
    assert f"moves to {after}" in news
    press(page, "I have seen it")
    expect(page.get_by_role("status")).to_have_count(0)
    return after


def assert_it_moved(first: icalendar.Event, second: icalendar.Event, after: str) -> None:
    assert second["UID"] == first["UID"]
    assert second["SEQUENCE"] > first["SEQUENCE"]
    assert second["SUMMARY"] == first["SUMMARY"]
    assert hours_of(second) == after


def lock_and_come_back(page: Page, somebody: Somebody, after: str) -> None:
    page.goto("/together/")
    fortnight = read(page)
    page.goto("/account")
    press(page, "Lock now")
    heading(page, "Locked")
    page.goto("/together/plan")
    heading(page, "Locked")
    assert after not in page.content()
    steps.enter(page, somebody.name)
    page.goto("/together/")
    assert read(page) == fortnight
    assert after in fortnight


def take_everything(page: Page) -> None:
    page.goto("/mydata/")
    everything = json.loads(download(page, "For a machine (JSON)", "aftershift.json"))
    codes = [codes_of(roster) for roster in everything["rosters"]["rosters"]]
    assert sorted(codes) == [
        ["LD", "LD", "N", "N", "N", "LD", "LD", "LD"],
        ["SD", "LD", "SD", "SD", "SD", "SD", "T", "SD", "SD", "LD", "LD", "LD"],
    ]
    assert [item["sequence"] for item in everything["together"]["items"]] == [1]
    readable = download(page, "To read", "aftershift.html")
    assert all(words in readable for words in ("Sam", "theatre day", "07:00"))
    assert not re.search(r"<script|<link|src=|href=\"http", readable)  # it needs nothing else


def codes_of(roster: Mapping[str, Any]) -> list[str]:
    in_time = sorted(roster["shifts"], key=lambda shift: shift["starts"])
    return [shift["code"] for shift in in_time]


def download(page: Page, words: str, name: str) -> str:
    with page.expect_download() as taken:
        link(page, words).click()
    assert taken.value.suggested_filename == name
    return Path(taken.value.path()).read_text(encoding="utf-8")


def erase_everything(page: Page, somebody: Somebody) -> None:
    page.goto("/mydata/")
    page.get_by_label("Type the word erase").fill("erase")
    press(page, "Erase everything")
    heading(page, "Everything is erased")
    steps.sign_in(page, somebody.name)
    expect(page.get_by_role("alert")).to_contain_text("do not open anything here")
    page.goto("/together/")
    heading(page, "Locked")
