"""The first minutes of the demo, as whoever typed `./do run` sees them."""

import re

import pytest
from playwright.sync_api import Page, expect
from tests.journeys import steps
from tests.journeys.conftest import Phones
from tests.journeys.steps import follow, heading, link, press, read
from tests.served import Served


@pytest.fixture
def visitor(phones: Phones, demo: Served) -> Page:
    """Somebody who typed the name and the password that the terminal printed."""
    said = demo.log.read_text(encoding="utf-8")
    found = re.search(r"at (\S+)/\n +name +(.+)\n +password +(.+)\n", said)
    assert found is not None, said
    address, name, password = found.groups()
    assert address == demo.address
    page = phones.open(at=address)
    steps.sign_in(page, name, password)
    heading(page, "Monday 19 October")
    return page


def test_the_demo_shows_a_day_a_window_and_what_is_open(visitor: Page) -> None:
    assert "You are at work until 19:30; Sam is at work until 17:00." in read(visitor)
    expect(visitor.get_by_text("One code on a roster is not certain.")).to_be_visible()
    expect(visitor.get_by_role("button", name="Hold it")).to_have_count(1)
    expect(visitor.locator("article.not-now")).to_have_count(1)
    expect(visitor.get_by_text("The clock stands at Monday 19 October 2026")).to_be_visible()


def test_an_answer_settles_the_amber_day_in_the_picture(visitor: Page) -> None:
    visitor.goto("/together/")
    amber = visitor.locator("ol.days .open")
    expect(amber).to_have_count(1)
    visitor.goto("/")
    follow(visitor, "Answer")
    press(visitor.locator("form.question"), "That is it")
    expect(visitor.get_by_role("status")).to_be_visible()
    visitor.goto("/together/")
    expect(amber).to_have_count(0)
    for name in ("You", "Sam"):  # two ribbons, each day
        assert visitor.locator("ol.days > li").filter(has_text=name).count() == 14


def test_the_demos_own_files_are_there_to_try_a_swap(visitor: Page) -> None:
    visitor.goto("/together/")
    before = steps.hold(visitor, "Thu 22 Oct")
    visitor.goto("/")
    with visitor.expect_download() as taken:
        link(visitor, "jo-after-a-swap.ics").click()
    visitor.goto("/rosters/bring")
    steps.bring_file(visitor, taken.value.path())
    expect(visitor.get_by_role("heading", name="What changes")).to_be_visible()
    steps.keep(visitor)
    visitor.goto("/together/plan")
    assert f"{before} moves to " in visitor.get_by_role("status").inner_text()


def test_before_a_hard_talk_it_warns_after_nights_and_names_a_better_time(visitor: Page) -> None:
    follow(visitor, "Before a hard talk")
    visitor.get_by_label("Day").fill("2026-10-26")
    visitor.get_by_label("Time", exact=True).fill("18:00")
    press(visitor, "Look")
    assert "You come off nights" in visitor.get_by_role("status").inner_text()
    assert "Better: Tue 27 Oct, 18:45" in read(visitor)
    press(visitor, "Hold Tue 27 Oct")
    heading(visitor, "What is held")


def test_a_swap_is_weighed_and_nothing_is_kept(visitor: Page) -> None:
    visitor.goto("/together/what-if")
    day = visitor.locator("select option", has_text="Thu 22 Oct").first.inner_text()
    visitor.get_by_label("Which day, and whose").select_option(label=day)
    visitor.get_by_label("What instead").fill("N")
    press(visitor, "What would it change?")
    assert "This swap costs the two of you" in visitor.get_by_role("status").inner_text()
    visitor.goto("/together/")
    expect(visitor.locator("article.window", has_text="Thu 22 Oct")).to_have_count(1)


def test_a_ritual_is_held_moves_with_a_swap_and_reminds_in_the_feed(visitor: Page) -> None:
    visitor.goto("/rituals/")
    press(visitor.get_by_role("listitem").filter(has_text="A small date"), "Take it up")
    thursday = visitor.locator("section.card [role=listitem]").filter(has_text="Thu 22 Oct")
    press(thursday, "Hold it")
    heading(visitor, "What is held")
    press(visitor, "Make the address")
    visitor.get_by_label("In a day").select_option(label="At most two")
    press(visitor, "Keep this")
    held = visitor.locator("article.window.held").filter(has_text="A small date")
    expect(held).to_contain_text("Reminds at 17:30")
    visitor.goto("/")
    with visitor.expect_download() as taken:
        link(visitor, "jo-after-a-swap.ics").click()
    visitor.goto("/rosters/bring")
    steps.bring_file(visitor, taken.value.path())
    steps.keep(visitor)
    visitor.goto("/together/plan")
    assert (
        "A small date, Thu 22 Oct, 18:00–18:15 moves to Thu 22 Oct, 17:45–18:00, "
        "because you now work N from Thursday 19:30." in visitor.get_by_role("status").inner_text()
    )
    expect(held).to_contain_text("Reminds at 17:15")
    feed = visitor.request.get(visitor.locator(".key-line").inner_text().strip()).text()
    assert "DTSTART;TZID=Europe/London:20261022T174500" in feed
    assert "SUMMARY:Held: a moment" in feed
    assert "TRIGGER:-PT30M" in feed
    assert "date," not in feed
