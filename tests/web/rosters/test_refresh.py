"""Look at feeds again: on demand, and when they are due while the app is open."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.utils import timezone
from tests.people import Account
from tests.web.people.conftest import Clock
from tests.web.rosters.desk import (
    FEED,
    MONDAY,
    NOW,
    FeedServer,
    add,
    bring,
    bring_and_keep,
    calendar,
    hours,
    keep_line,
    long_day,
    papers,
)
from tests.web.windows.couple import items, windows_of

from aftershift.web.people.middleware import POLL
from aftershift.web.rosters import actions, queries
from aftershift.web.rosters.models import Source
from aftershift.web.windows import actions as actions_of_windows

LATER = NOW + timedelta(minutes=61)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock(timezone.now())
    monkeypatch.setattr(timezone, "now", clock)
    return clock


@pytest.fixture
def roster(nurse: Account, feed: FeedServer) -> UUID:
    """A feed with shifts on the 20th and the 24th, just kept."""
    feed.data = calendar(long_day(20), long_day(24))
    bring_and_keep(nurse, address=FEED)
    (kept,) = queries.rosters(by=nurse.by)
    feed.asked.clear()
    return kept.id


def fetch_now(account: Account, roster: UUID) -> Any:
    return account.browser.post(f"/rosters/{roster}/refresh", follow=True)


def test_a_feed_that_did_not_change_is_asked_with_its_tag(
    nurse: Account, feed: FeedServer, roster: UUID
) -> None:
    before = papers(nurse)[0].shifts
    actions.refresh(by=nurse.by, roster=roster, now=LATER)
    assert feed.asked == [(FEED, '"one"')]
    (paper,) = papers(nurse)
    assert paper.shifts == before
    assert paper.feed is not None
    assert paper.feed.refreshed == LATER


def test_a_changed_feed_is_merged(nurse: Account, feed: FeedServer, roster: UUID) -> None:
    feed.tag, feed.data = '"two"', calendar(long_day(20), long_day(22), long_day(24))
    page = fetch_now(nurse, roster)
    assert "Fetched." in page.text
    assert "last refreshed Mon 19 Oct 08:00" in page.text
    assert [line[:2] for line in hours(nurse)] == ["20", "22", "24"]


@pytest.mark.parametrize(
    ("trouble", "data", "words"),
    [
        ("the server answered 403 instead of a calendar", None, "the server answered 403"),
        ("", b"<html>Sign in", "calendar"),
    ],
)
def test_trouble_stands_beside_the_feed_and_costs_no_shift(
    nurse: Account, feed: FeedServer, roster: UUID, trouble: str, data: bytes | None, words: str
) -> None:
    feed.trouble, feed.data, feed.tag = trouble, data, '"two"'
    page = fetch_now(nurse, roster)
    assert words in page.text
    assert "Fetched." not in page.text
    assert "secret-word" not in page.text
    assert len(hours(nurse)) == 2
    feed.trouble, feed.data = "", calendar(long_day(20))
    assert words not in fetch_now(nurse, roster).text.partition("From a feed")[2]


def test_an_empty_feed_deletes_nothing(nurse: Account, feed: FeedServer, roster: UUID) -> None:
    feed.tag, feed.data = '"two"', calendar()
    fetch_now(nurse, roster)
    assert len(hours(nurse)) == 2


def test_a_feed_that_is_removed_while_it_answers_stays_removed(
    nurse: Account, feed: FeedServer, roster: UUID
) -> None:
    feed.tag = '"two"'
    feed.meanwhile = lambda: actions.forget(by=nurse.by, roster=roster, now=NOW)
    assert actions.refresh(by=nurse.by, roster=roster, now=LATER) is False
    assert not Source.objects.exists()


def test_a_feed_is_due_after_an_hour(nurse: Account, feed: FeedServer, roster: UUID) -> None:
    assert actions.refresh_due(by=nurse.by, now=NOW + timedelta(minutes=59)) is False
    assert feed.asked == []
    assert actions.refresh_due(by=nurse.by, now=LATER) is False
    assert len(feed.asked) == 1
    feed.tag, feed.data = '"two"', calendar(long_day(20))
    assert actions.refresh_due(by=nurse.by, now=LATER + timedelta(hours=1)) is False
    feed.tag, feed.data = '"three"', calendar(long_day(21), long_day(24))
    assert actions.refresh_due(by=nurse.by, now=LATER + timedelta(hours=2)) is True


def test_a_feed_in_trouble_is_not_asked_again_at_once(
    nurse: Account, feed: FeedServer, roster: UUID
) -> None:
    feed.trouble = "the server takes too long to answer"
    actions.refresh_due(by=nurse.by, now=LATER)
    actions.refresh_due(by=nurse.by, now=LATER + timedelta(minutes=5))
    assert len(feed.asked) == 1


def test_the_page_reloads_only_when_a_shift_changed(
    nurse: Account, feed: FeedServer, roster: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("aftershift.web.pages.clock.now", lambda: LATER)
    feed.tag, feed.data = '"two"', calendar(long_day(21), long_day(24))
    page = nurse.browser.post("/rosters/refresh", headers={POLL: "yes"})
    assert (page.status_code, page["HX-Refresh"]) == (204, "true")
    page = nurse.browser.post("/rosters/refresh", headers={POLL: "yes"})
    assert (page.status_code, page.headers.get("HX-Refresh")) == (204, None)


def test_the_pages_ask_for_feeds_only_where_there_is_one(
    nurse: Account, stranger: Account, roster: UUID
) -> None:
    for address in ("/", "/rosters/"):
        assert POLL in nurse.browser.get(address).text
        assert POLL not in stranger.browser.get(address).text


def test_looking_at_feeds_keeps_no_session_awake(nurse: Account, clock: Clock) -> None:
    answers = []
    for _ in range(16):
        clock.pass_time(minutes=1)
        answers.append(nurse.browser.post("/rosters/refresh", headers={POLL: "yes"}).status_code)
    assert answers == [204] * 14 + [302] * 2


def test_a_locked_session_fetches_nothing(nurse: Account, feed: FeedServer, roster: UUID) -> None:
    nurse.browser.post("/lock")
    nurse.browser.post("/rosters/refresh", headers={POLL: "yes"})
    nurse.browser.post(f"/rosters/{roster}/refresh")
    assert feed.asked == []


def test_nobody_fetches_a_feed_of_somebody_else(
    nurse: Account, stranger: Account, feed: FeedServer, roster: UUID
) -> None:
    assert "Fetched." not in fetch_now(stranger, roster).text
    assert "Fetched." not in fetch_now(stranger, uuid4()).text
    assert feed.asked == []


def test_two_feeds_are_two_rosters_when_they_are_of_two_people(
    nurse: Account, feed: FeedServer, roster: UUID
) -> None:
    feed.data = calendar(long_day(21))
    assert bring(nurse, member=add(nurse), address=FEED + "?sam").status_code == 200
    nurse.browser.post("/rosters/keep")
    assert len(papers(nurse)) == 2


def test_a_feed_that_changed_moves_what_is_held(
    nurse: Account, feed: FeedServer, roster: UUID
) -> None:
    keep_line(nurse, add(nurse), "- - - - - - -")
    window = windows_of(nurse)[0]
    actions_of_windows.accept_window(by=nurse.by, first=MONDAY, starts=window.starts, now=NOW)
    days = (20, window.starts.day, 24)
    feed.tag, feed.data = '"two"', calendar(*map(long_day, sorted({*days})))
    assert actions.refresh_due(by=nurse.by, now=LATER) is True
    assert window.starts not in [item.starts for item in items(nurse)]
    assert "Something that was held had to move." in nurse.browser.get("/").text
