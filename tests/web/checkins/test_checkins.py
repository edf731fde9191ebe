"""A check-in from the first tap to what may be said of a year of them."""

import csv
import re
from datetime import date, timedelta
from html import unescape
from io import StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.people import Account
from tests.web.house.page import Page

from aftershift.library.demo import file_of
from aftershift.web.checkins import actions, cards, personal, queries, written
from aftershift.web.checkins.models import CheckInYear
from aftershift.web.checkins.papers import Daily, Weekly, YearPaper
from aftershift.web.pages import clock

DAY, WEEK, TRENDS, PAPER = "/check-in/", "/check-in/week", "/check-in/trends", "/check-in/paper"
TODAY = date(2026, 10, 19)  # a Monday
TAPS = {"item_energy": "3", "item_stress": "8", "item_closeness": "6", "slept": "6.5"}


def page(account: Account, to: str) -> str:
    answer = account.browser.get(to)
    assert answer.status_code == 200, to
    assert Page(answer.text).faults() == []
    return unescape(answer.text)


def tapped(text: str) -> list[str]:
    """Give the numbers that are chosen on a page, and what else has a value and is ticked."""
    return re.findall(r'value="(\d+)"[^>]* checked', text)


def kept(account: Account) -> tuple[Daily, ...]:
    return queries.daily(by=account.by, since=date(2020, 1, 1), until=date(2030, 1, 1))


def fill(account: Account, days: int, *, until: date = TODAY) -> None:
    """Answer many days at once, each like the others but for a small wiggle."""
    for back in range(days):
        day = until - timedelta(days=back)
        wiggle = (day.toordinal() * 7919) % 5
        values = {"energy": 3 + wiggle, "stress": 6 - wiggle, "closeness": 4 + wiggle % 3}
        actions.keep_day(by=account.by, daily=Daily(day=day, values=values))


# --- the day ----------------------------------------------------------------------


def test_a_day_is_kept_in_one_post_and_no_number_is_chosen_before(nurse: Account) -> None:
    first = page(nurse, DAY)
    assert "checked" not in first
    assert nurse.browser.post(DAY, {**TAPS, "thanked": "on"})["Location"] == DAY
    assert kept(nurse) == (
        Daily(
            day=TODAY,
            values={"energy": 3, "stress": 8, "closeness": 6},
            slept=6.5,
            thanked=True,
        ),
    )
    again = page(nurse, DAY)
    assert "Kept. Change it if you like." in again
    assert re.findall(r'value="(\d+)"[^>]* checked', again) == ["3", "8", "6"]


def test_the_same_day_again_changes_it(nurse: Account) -> None:
    nurse.browser.post(DAY, TAPS)
    nurse.browser.post(DAY, {"item_energy": "9"})
    assert [one.values for one in kept(nurse)] == [{"energy": 9}]


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({}, "Tap one number at least"),
        ({"slept": "7"}, "Tap one number at least"),
        ({"item_energy": "11"}, "Choose a number from 0 to 10"),
        ({"item_energy": "5", "slept": "25"}, "less than or equal to 24"),
    ],
)
def test_what_cannot_be_kept_is_shown_again_with_what_to_do(nurse: Account, given, says) -> None:
    answer = nurse.browser.post(DAY, given)
    assert answer.status_code == 422
    assert says in unescape(answer.text)
    assert kept(nurse) == ()


def test_yesterday_may_be_added_in_the_morning_alone(nurse: Account, monkeypatch) -> None:
    assert "Add yesterday" in page(nurse, DAY)
    nurse.browser.post("/check-in/yesterday", {"item_mood": "4"})
    assert [one.day for one in kept(nurse)] == [TODAY - timedelta(days=1)]
    evening = clock.now() + timedelta(hours=10)
    monkeypatch.setattr(clock, "now", lambda: evening)
    assert "Add yesterday" not in page(nurse, DAY)
    assert nurse.browser.post("/check-in/yesterday", {"item_mood": "4"})["Location"] == DAY


def test_a_page_left_open_overnight_keeps_nothing_for_the_wrong_day(
    nurse: Account, monkeypatch
) -> None:
    taps = {**TAPS, "opened": opened(nurse, DAY)}
    tomorrow = clock.now() + timedelta(days=1)
    monkeypatch.setattr(clock, "now", lambda: tomorrow)
    answer = nurse.browser.post(DAY, taps)
    assert answer.status_code == 422
    assert Page(answer.text).faults() == []
    assert "opened for another day" in answer.text
    assert len(tapped(answer.text)) == 3
    assert kept(nurse) == ()
    taps["opened"] = re.findall(r'name="opened" value="([\d-]+)"', answer.text)[0]
    assert nurse.browser.post(DAY, taps)["Location"] == DAY
    assert [one.day for one in kept(nurse)] == [TODAY + timedelta(days=1)]


def test_yesterday_after_noon_shows_what_was_tapped_again(nurse: Account, monkeypatch) -> None:
    taps = {**TAPS, "opened": opened(nurse, "/check-in/yesterday")}
    evening = clock.now() + timedelta(hours=10)
    monkeypatch.setattr(clock, "now", lambda: evening)
    answer = nurse.browser.post("/check-in/yesterday", taps)
    assert answer.status_code == 422
    assert len(tapped(answer.text)) == 3
    assert opened(nurse, DAY) in answer.text
    assert kept(nurse) == ()


def opened(account: Account, to: str) -> str:
    return re.findall(r'name="opened" value="([\d-]+)"', page(account, to))[0]


def test_sleep_is_filled_in_from_the_roster_and_a_guess_is_never_kept_unseen(
    nurse: Account, monkeypatch
) -> None:
    assert 'name="slept" value' not in page(nurse, DAY)
    own = str(queries.windows.own_member(by=nurse.by))
    given = {"member": own, "text": file_of("sam.txt").decode(), "dialect": "uk-medical"}
    nurse.browser.post("/rosters/bring", {**given, "anchor": "2026-10-19", "zone": "Europe/London"})
    nurse.browser.post("/rosters/keep")
    monkeypatch.setattr(clock, "now", lambda: clock_at_noon)
    shown = re.search(r'name="slept" value="([\d.]+)"', page(nurse, DAY))
    assert shown is not None
    assert 4 <= float(shown[1]) <= 9
    assert kept(nurse) == ()


clock_at_noon = clock.now() + timedelta(hours=4)


def test_just_me_leaves_out_what_is_about_two(nurse: Account) -> None:
    assert "How close did you feel" in page(nurse, DAY)
    nurse.browser.post("/mine/away")
    alone = page(nurse, DAY)
    assert "How close did you feel" not in alone
    assert "thank you to them" not in alone
    assert "Felt understood" not in page(nurse, TRENDS)
    assert "Does work come home?" not in page(nurse, TRENDS)


def test_what_is_put_away_is_not_lost_when_the_rest_is_changed(nurse: Account) -> None:
    nurse.browser.post(DAY, {**TAPS, "thanked": "on"})
    nurse.browser.post(WEEK, {"item_fair": "4", "item_moral": "7"})
    nurse.browser.post("/mine/away")
    nurse.browser.post(DAY, {"item_energy": "4", "item_closeness": "0"})
    nurse.browser.post(WEEK, {"item_moral": "2"})
    (day,) = kept(nurse)
    assert (day.values, day.thanked) == ({"energy": 4, "closeness": 6}, True)
    (week,) = queries.weekly(by=nurse.by, since=TODAY, until=TODAY)
    assert week.values == {"fair": 4, "moral": 2}


# --- the week ---------------------------------------------------------------------


def test_a_week_is_kept_by_its_monday_and_changed_on_any_day_of_it(nurse: Account) -> None:
    page(nurse, WEEK)
    assert nurse.browser.post(WEEK, {"item_fair": "4", "item_moral": "7"})["Location"] == WEEK
    weeks = queries.weekly(by=nurse.by, since=TODAY, until=TODAY)
    assert weeks == (Weekly(week=TODAY, values={"fair": 4, "moral": 7}),)
    assert "Kept. Change it" in page(nurse, WEEK)
    assert nurse.browser.post(WEEK, {}).status_code == 422


def test_a_page_of_last_week_keeps_nothing_for_this_one(nurse: Account, monkeypatch) -> None:
    taps = {"item_fair": "4", "opened": opened(nurse, WEEK)}
    later = clock.now() + timedelta(days=7)
    monkeypatch.setattr(clock, "now", lambda: later)
    answer = nurse.browser.post(WEEK, taps)
    assert answer.status_code == 422
    assert len(tapped(answer.text)) == 1
    assert queries.weekly(by=nurse.by, since=TODAY, until=TODAY + timedelta(days=14)) == ()


# --- what it says -----------------------------------------------------------------


def test_under_three_answers_nothing_is_said(nurse: Account) -> None:
    fill(nurse, 2)
    assert "Not yet: too few answers" in page(nurse, TRENDS)


def test_wiggle_is_no_change_and_forty_pairs_are_needed(nurse: Account) -> None:
    fill(nurse, 30)
    said = page(nurse, TRENDS)
    assert "Not enough data: 29 of 40 pairs" in said
    fill(nurse, 120)
    said = page(nurse, f"{TRENDS}?span=year")
    assert "No real change" in said
    assert "A real change" not in said
    assert re.search(r"In \d+ pairs of days, a hard day (does not show|goes with)", said)


def test_a_step_that_lasts_is_called_a_real_change(nurse: Account) -> None:
    fill(nurse, 120)
    for back in range(21):
        day = TODAY - timedelta(days=back)
        actions.keep_day(by=nurse.by, daily=Daily(day=day, values={"energy": 10}))
    by_item = {one.item.id: str(one.says) for one in trends(nurse).days}
    assert by_item["energy"].startswith("A real change: higher")


def trends(account: Account, span: str = "month") -> cards.TrendsPage:
    return cards.trends_page(by=account.by, now=clock.now(), span=span)


def test_a_planted_spillover_is_found_and_its_sentence_says_which_way() -> None:
    start = date(2026, 1, 1)
    stress = [(at * 7919) % 11 for at in range(80)]
    days = [
        Daily(
            day=start + timedelta(days=at),
            values={"stress": stress[at], "closeness": 10 - stress[at - 1] if at else 5},
        )
        for at in range(80)
    ]
    assert "less closeness on the next one" in cards.spill_words(days, {})
    turned = [
        Daily(day=one.day, values={**one.values, "stress": 10 - one.values["stress"]})
        for one in days
    ]
    assert "more closeness on the next one" in cards.spill_words(turned, {})


def test_no_page_praises_counts_in_a_row_or_scores_the_two(nurse: Account) -> None:
    fill(nurse, 60)
    for to in (DAY, WEEK, TRENDS, f"{TRENDS}?span=year", PAPER):
        words = re.sub(r"<[^>]+>", " ", page(nurse, to))
        assert not re.search(r"streak|in a row|well done|great|score|badge", words, re.IGNORECASE)


def test_an_unknown_span_is_a_month(nurse: Account) -> None:
    assert 'href="?span=month" aria-current="page"' in page(nurse, f"{TRENDS}?span=century")


def test_a_year_and_ten_years_ask_the_database_no_more_than_a_week(nurse: Account) -> None:
    fill(nurse, 365)
    rows = CheckInYear.objects.filter(person=nurse.person)
    assert rows.count() == 2
    few = asked(nurse, "week")
    for back in range(3, 12):
        fill(nurse, 3, until=date(2026 - back, 6, 30))
    assert rows.count() == 11
    assert asked(nurse, "week") == asked(nurse, "year") == few


def test_a_year_is_drawn_by_one_mark_a_chart_and_each_day_is_written_out_once(
    nurse: Account,
) -> None:
    fill(nurse, 365)
    written.date_words.cache_clear()
    said = page(nurse, f"{TRENDS}?span=year")
    by_day, by_week = said.split("Closeness, time and thanks")
    assert said.count('class="trend-dot many"') == 3
    assert len(re.findall(r"M\d+ \d+h0", by_day)) == 3 * 365
    assert by_day.count('<tr><th scope="row">') == 3 * 365
    assert '<tr><th scope="row">Mon 19 Oct 2026</th><td>' in by_day
    weeks = by_week.count('<tr><th scope="row">')
    cache = written.date_words.cache_info()
    assert (cache.misses, cache.hits) == (365, 2 * 365 + weeks)


def asked(account: Account, span: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as found:
        page(account, f"{TRENDS}?span={span}")
    return len(found)


# --- taking it along --------------------------------------------------------------


def test_one_page_says_what_it_is_and_has_no_bands(nurse: Account) -> None:
    assert "Nothing of what was chosen was answered" in page(nurse, PAPER)
    fill(nurse, 10)
    said = page(nurse, PAPER)
    assert "a check-in in plain words that is not a test" in said
    assert "How much energy is left?" in said
    assert "no rule of reliable change" not in said


def test_the_table_comes_with_a_codebook_and_holds_every_answer(nurse: Account) -> None:
    nurse.browser.post(DAY, TAPS)
    nurse.browser.post(WEEK, {"item_fair": "4"})
    rows = list(csv.DictReader(StringIO(nurse.browser.get("/check-in/answers.csv").text)))
    assert [(row["moment"], row["day"]) for row in rows] == [
        ("daily", "2026-10-19"),
        ("weekly", "2026-10-19"),
    ]
    assert (rows[0]["energy"], rows[0]["hours_slept"], rows[0]["mood"]) == ("3", "6.5", "")
    assert rows[1]["fair"] == "4"
    book = list(csv.DictReader(StringIO(nurse.browser.get("/check-in/codebook.csv").text)))
    assert {row["column"] for row in book} == set(rows[0]) - {"moment", "day"}


def test_a_day_is_taken_out_and_all_of_it_erased(nurse: Account) -> None:
    fill(nurse, 3)
    assert nurse.browser.post("/check-in/forget", {"day": "2026-10-18"})["Location"] == TRENDS
    assert [one.day.day for one in kept(nurse)] == [17, 19]
    assert nurse.browser.post("/check-in/forget", {"day": "soon"}).status_code == 404
    assert len(personal.export(nurse.by)["days"]) == 2
    personal.erase(nurse.person)
    assert not CheckInYear.objects.exists()


def test_taking_out_a_day_of_a_year_without_answers_leaves_no_row(nurse: Account) -> None:
    nurse.browser.post("/check-in/forget", {"day": "1931-05-05"})
    assert not CheckInYear.objects.exists()


def test_how_often_somebody_checks_in_does_not_show(nurse: Account) -> None:
    fill(nurse, 1)
    sizes = {len(row.body.envelope) for row in CheckInYear.objects.all()}
    fill(nurse, 292)
    assert {len(row.body.envelope) for row in CheckInYear.objects.all()} == sizes


def test_a_year_with_every_day_and_week_answered_fits(nurse: Account) -> None:
    day = Daily(
        day=date(2028, 1, 1),
        values=dict.fromkeys(("energy", "mood", "stress", "patience", "closeness"), 10),
        slept=12.5,
        thanked=True,
        record=120,
    )
    week = Weekly(
        week=date(2028, 1, 3),
        values=dict.fromkeys(
            ("understood", "cared_for", "fair", "workload", "record", "say", "moral", "stay"), 10
        ),
    )
    row = CheckInYear(person=nurse.person, year=2028)
    row.write_from(nurse.by.vault, YearPaper(days=(day,) * 366, weeks=(week,) * 53))
    assert len(row.read_as(nurse.by.vault, YearPaper).days) == 366


def test_a_number_that_was_tapped_by_mistake_is_taken_back(nurse: Account) -> None:
    nurse.browser.post(DAY, TAPS)
    nurse.browser.post(DAY, {**TAPS, "item_stress": "skip"})
    assert kept(nurse)[0].values == {"energy": 3, "closeness": 6}
    assert nurse.browser.post(DAY, {"item_stress": "skip"}).status_code == 422
