"""Merge, never mirror: what a second file does to what is known."""

from datetime import date

from tests.people import Account
from tests.web.rosters.desk import (
    Event,
    bring,
    bring_and_keep,
    calendar,
    file,
    hours,
    long_day,
    papers,
)


def identities(account: Account) -> set[str]:
    return {shift.identity for paper in papers(account) for shift in paper.shifts}


def test_a_file_without_the_past_deletes_nothing(nurse: Account) -> None:
    bring_and_keep(nurse, file=file(calendar(long_day(10), long_day(12), long_day(22))))
    page = bring(nurse, file=file(calendar(long_day(22))))
    assert "Nothing changes" in page.text
    nurse.browser.post("/rosters/keep")
    assert len(hours(nurse)) == 3


def test_a_shift_that_vanished_inside_its_range_is_cancelled_and_said(nurse: Account) -> None:
    bring_and_keep(nurse, file=file(calendar(long_day(20), long_day(22), long_day(24))))
    page = bring(nurse, file=file(calendar(long_day(20), long_day(24))))
    assert "Gone: Thu 22 Oct" in page.text
    assert "1 change." in page.text
    nurse.browser.post("/rosters/keep")
    assert [line[:2] for line in hours(nurse)] == ["20", "24"]


def test_a_moved_shift_keeps_its_identity(nurse: Account) -> None:
    bring_and_keep(nurse, file=file(calendar(long_day(20, uid="a"), long_day(24))))
    before = identities(nurse)
    page = bring(nurse, file=file(calendar(long_day(21, uid="a"), long_day(24))))
    assert "Moved: Tue 20 Oct" in page.text
    nurse.browser.post("/rosters/keep")
    assert identities(nurse) == before
    assert [line[:2] for line in hours(nurse)] == ["21", "24"]


def test_new_names_for_the_same_shifts_change_nothing(nurse: Account) -> None:
    bring_and_keep(nurse, file=file(calendar(long_day(20, uid="a"), long_day(24, uid="b"))))
    before = identities(nurse)
    page = bring(nurse, file=file(calendar(long_day(20, uid="c"), long_day(24, uid="d"))))
    assert "Nothing changes" in page.text
    nurse.browser.post("/rosters/keep")
    assert identities(nurse) == before


def test_two_workplaces_are_merged_and_neither_deletes_of_the_other(nurse: Account) -> None:
    bring_and_keep(nurse, file=file(calendar(long_day(20), long_day(24))))
    evening = Event(uid="x", starts="20261022T1700", ends="20261022T2100", title="LD")
    both = calendar(long_day(20), evening, long_day(24))
    bring_and_keep(nurse, file=file(both), place="Bank work")
    assert len(papers(nurse)) == 2
    assert [line[:2] for line in hours(nurse)].count("20") == 1
    bring_and_keep(nurse, file=file(calendar(long_day(20), long_day(24))))
    assert len(papers(nurse)) == 2
    assert "From a file, Bank work" in nurse.browser.get("/rosters/").text


def test_the_next_month_is_added_to_the_last(nurse: Account) -> None:
    bring_and_keep(nurse, text="LD LD - -", dialect="uk-nursing")
    bring_and_keep(nurse, text="- N", dialect="uk-nursing", anchor="2026-10-23")
    assert [line[:2] for line in hours(nurse)] == ["19", "20", "24"]
    (paper,) = papers(nurse)
    assert [day.day for day in paper.covers] == [19, 24]


def test_a_roster_of_the_same_days_in_another_form_is_said_to_count_beside(
    nurse: Account,
) -> None:
    bring_and_keep(nurse, file=file(calendar(long_day(20), long_day(22))))
    page = bring(nurse, text="- N N", dialect="uk-nursing")
    assert "a roster of the same days already (From a file)" in page.text
    nurse.browser.post("/rosters/keep")
    assert len(hours(nurse)) == 4
    assert "of the same days already" not in bring(nurse, text="LD", anchor="2026-11-02").text


def test_a_calendar_with_other_things_in_it_knows_no_more_than_its_shifts(nurse: Account) -> None:
    """A birthday in June does not say that nobody works in May."""
    birthday = Event(uid="b", starts="20270612T1800", ends="20270612T1900", title="Birthday")
    bring_and_keep(nurse, file=file(calendar(long_day(20), long_day(24), birthday)))
    (paper,) = papers(nurse)
    assert paper.covers == (date(2026, 10, 20), date(2026, 10, 24))
    page = bring(nurse, file=file(calendar(long_day(20), birthday)))
    assert "Gone: Sat 24 Oct" in page.text


def test_one_bad_event_costs_no_good_one_and_cancels_nothing(nurse: Account) -> None:
    bring_and_keep(nurse, file=file(calendar(long_day(20), long_day(22), long_day(24))))
    bad = Event(uid="d22", starts="2026102T0730", ends="20261022T2000")
    page = bring(nurse, file=file(calendar(long_day(20), bad, long_day(24))))
    assert "Left out" in page.text
    assert "line 10" in page.text
    nurse.browser.post("/rosters/keep")
    assert [line[:2] for line in hours(nurse)] == ["20", "22", "24"]


def test_a_first_calendar_with_a_bad_event_is_known_all_the_same(nurse: Account) -> None:
    bad = Event(uid="x", starts="2026102T0730", ends="20261022T2000")
    bring_and_keep(nurse, file=file(calendar(long_day(20), bad, long_day(24))))
    assert "No roster yet" not in nurse.browser.get("/together/").text
