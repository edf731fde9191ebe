"""Closeness, time and thanks by whole weeks: each by itself, and gone with what is for two."""

import re
from datetime import date, timedelta
from html import unescape
from uuid import UUID

import pytest
from tests.people import Account
from tests.web.house.page import Page
from tests.web.rosters.desk import MONDAY, NOW, add, own
from tests.web.windows.couple import HERS, THEIRS

from aftershift.web.checkins import actions, cards, queries
from aftershift.web.checkins.papers import Daily
from aftershift.web.pages import clock
from aftershift.web.rosters import actions as rosters
from aftershift.web.rosters.papers import Form
from aftershift.web.rosters.reading import Brought

TRENDS = "/check-in/trends"
BEGINS = MONDAY - timedelta(weeks=12)
WEEK = timedelta(weeks=1)
HEADING = "Closeness, time and thanks"


def shown(account: Account) -> str:
    answer = account.browser.get(TRENDS)
    assert answer.status_code == 200
    assert Page(answer.text).faults() == []
    return unescape(answer.text)


def beside(account: Account) -> dict[str, tuple[tuple[date, float, str], ...]]:
    page = cards.trends_page(by=account.by, now=clock.now(), span="month")
    return {str(one.about.name): one.rows for one in page.beside}


def check_in(account: Account, day: date, *, thanked: bool = False, closeness: int = 5) -> None:
    daily = Daily(day=day, values={"closeness": closeness}, thanked=thanked)
    actions.keep_day(by=account.by, daily=daily)


def keep_line(account: Account, member: UUID, line: str, first: date) -> None:
    brought = Brought(
        member=member,
        form=Form.TEXT,
        data=line.encode(),
        name="",
        zone="Europe/London",
        anchor=first,
        dialect="uk-nursing",
    )
    rosters.read_in(by=account.by, brought=brought, now=NOW)
    rosters.keep(by=account.by, now=NOW)


@pytest.fixture
def couple(nurse: Account) -> Account:
    """Bring both rosters for twelve weeks before this Monday and two after it."""
    sam = add(nurse)
    for member, line in ((own(nurse), HERS), (sam, THEIRS)):
        codes = " ".join([line] * 7)
        keep_line(nurse, member, codes, BEGINS)
    return nurse


def test_nothing_is_shown_where_no_week_is_known(nurse: Account) -> None:
    assert HEADING not in shown(nurse)


def test_the_hours_of_whole_weeks_come_from_both_rosters(couple: Account) -> None:
    rows = beside(couple)["Awake and home together"]
    assert [row.monday for row in rows] == [BEGINS + timedelta(weeks=n) for n in range(12)]
    known = queries.hours_of_partners(by=couple.by)
    assert [len(one.shifts) > 20 for one in known] == [True, True]
    counted = queries.awake_together(known, today=MONDAY)
    assert [row.value for row in rows] == [one.minutes for one in counted]
    assert all(10 * 60 < row.value < 80 * 60 for row in rows)
    said = shown(couple)
    assert "From the rosters, not from what you did" in said
    assert "No real change: your weeks swing this much anyway." in said
    assert re.search(r"Mon 27 Jul 2026</th><td>\d+ h", said)


def test_a_roster_that_covers_less_leaves_weeks_out_and_says_not_yet(nurse: Account) -> None:
    sam = add(nurse)
    keep_line(nurse, own(nurse), " ".join([HERS] * 7), BEGINS)
    late = BEGINS + timedelta(weeks=9, days=2)
    keep_line(nurse, sam, " ".join([THEIRS] * 3), late)
    rows = beside(nurse)["Awake and home together"]
    assert [row.monday for row in rows] == [BEGINS + timedelta(weeks=n) for n in (10, 11)]
    assert "Not yet: it takes eleven whole weeks" in shown(nurse)


def test_the_hours_of_one_alone_are_no_time_together(nurse: Account) -> None:
    keep_line(nurse, own(nurse), " ".join([HERS] * 7), BEGINS)
    for back in range(1, 15):
        check_in(nurse, MONDAY - timedelta(days=back))
    said = shown(nurse)
    assert "Awake and home together" not in said
    assert "once the hours of both are known" in said


def test_thanks_are_counted_of_the_days_that_were_answered_and_never_judged(
    nurse: Account,
) -> None:
    monday = MONDAY - timedelta(weeks=2)
    for more, thanked in ((0, True), (1, False), (4, True)):
        check_in(nurse, monday + timedelta(days=more), thanked=thanked)
    check_in(nurse, MONDAY - timedelta(days=1), thanked=True)
    check_in(nurse, MONDAY, thanked=True)  # this week is not whole
    check_in(nurse, BEGINS - timedelta(days=1), thanked=True)  # too long ago
    rows = beside(nurse)["Thanks"]
    assert [(row.monday, row.value) for row in rows] == [(monday, 2), (MONDAY - WEEK, 1)]
    assert [row.words for row in rows] == ["2, of 3 days", "1, of 1 day"]
    thanks = shown(nurse).split("<h3>Thanks</h3>")[1].split("</section>")[0]
    assert "no rule for that could be defended" in thanks
    assert "real change" not in thanks


def test_closeness_is_the_middle_of_a_week_with_four_answers(nurse: Account) -> None:
    monday = MONDAY - 3 * WEEK
    for more, closeness in ((0, 2), (1, 9), (2, 7), (3, 8)):
        check_in(nurse, monday + timedelta(days=more), closeness=closeness)
    for more in range(3):
        check_in(nurse, monday + WEEK + timedelta(days=more))
    rows = beside(nurse)["Closeness"]
    assert [(row.monday, row.value) for row in rows] == [(monday, 7.5)]


def test_what_is_for_two_goes_away_with_just_me(couple: Account) -> None:
    check_in(couple, MONDAY - timedelta(days=1), thanked=True)
    assert HEADING in shown(couple)
    couple.browser.post("/mine/away")
    said = shown(couple)
    assert HEADING not in said
    assert "Awake and home together" not in said
    assert beside(couple) == {}


def test_no_number_is_made_of_the_three(couple: Account) -> None:
    for back in range(1, 80):
        check_in(couple, MONDAY - timedelta(days=back), thanked=back % 3 == 0)
    section = shown(couple).split(HEADING)[1].split("<h2>")[0]
    assert section.count("<h3>") == 3
    assert not re.search(r"index|score|drift|streak|in a row", section, re.IGNORECASE)


# --- minutes on the record --------------------------------------------------------


def test_minutes_on_the_record_are_one_tap_and_add_up_by_week(nurse: Account) -> None:
    nurse.browser.post("/check-in/", {"item_energy": "4", "record": "45"})
    assert re.search(r'value="45"[^>]* checked', nurse.browser.get("/check-in/").text)
    assert cards.trends_page(by=nurse.by, now=clock.now(), span="month").record is None
    for more, minutes in ((0, 30), (1, 120), (8, None), (9, 0)):
        day = BEGINS + timedelta(days=more)
        actions.keep_day(by=nurse.by, daily=Daily(day=day, values={"energy": 5}, record=minutes))
    card = cards.trends_page(by=nurse.by, now=clock.now(), span="month").record
    assert card is not None
    assert [row.words for row in card.rows] == ["150, of 2 days", "0, of 1 day"]
    assert card.top == "180"
    assert "Minutes on the record after hours" in shown(nurse)


def test_a_tap_on_the_record_is_taken_back_by_skip_and_nothing_else_is_taken(
    nurse: Account,
) -> None:
    for tapped, kept in (("15", 15), ("skip", None), ("", None)):
        nurse.browser.post("/check-in/", {"item_energy": "4", "record": tapped})
        today = queries.today(by=nurse.by, now=clock.now())
        (day,) = queries.daily(by=nurse.by, since=today, until=today)
        assert day.record == kept
    answer = nurse.browser.post("/check-in/", {"item_energy": "4", "record": "17"})
    assert answer.status_code == 422
    assert "Choose one of these." in answer.text
