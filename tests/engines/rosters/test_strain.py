"""Strain facts: each counted as its definition says, over clock changes, in eight zones."""

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines.rosters.wards import LONDON, shift
from tests.engines.sleep.rota import LINES, MONDAY, PLACES, one_shift, roster

from aftershift.engines.basics.spans import minute_of
from aftershift.engines.rosters.facts import quick_returns
from aftershift.engines.rosters.shifts import Kind, Shift
from aftershift.engines.rosters.strain import (
    DEFINITIONS,
    Strain,
    Week,
    average_week,
    long_shifts,
    lost_evenings,
    lost_weekends,
    nights_worked,
    recovery_hints,
    strain_of,
    weeks_of,
)

FORTNIGHT = MONDAY, MONDAY + timedelta(days=13)


def hours_a_week(hours: Iterable[int]) -> list[Shift]:
    """Work so many hours in each week, from Monday on, eight to ten a day."""
    return [
        one_shift(MONDAY + timedelta(days=7 * week + day), 480, 480 + 12 * total)
        for week, total in enumerate(hours)
        for day in range(5)
    ]


def weeks(shifts: Iterable[Shift], covers: tuple[date, date] = FORTNIGHT) -> tuple[Week, ...]:
    return weeks_of(shifts, zone=LONDON, covers=covers)


# --- hours a week, scenario 11 ---------------------------------------------------


def test_fifty_and_forty_hours_by_turns_stay_under_the_limit() -> None:
    hours = ([50, 50, 40, 40] * 5)[:17]
    found = weeks(hours_a_week(hours), (MONDAY, MONDAY + timedelta(days=7 * 17 - 1)))
    mean = average_week([one.minutes for one in found])
    assert mean is not None
    assert mean.mean_minutes / 60 == pytest.approx(45.3, abs=0.05)
    assert (mean.weeks, mean.weeks_over, mean.is_breached) == (17, 9, False)


@pytest.mark.parametrize(
    ("hours", "count", "breached"),
    [(49, 17, True), (48, 17, False), (49, 16, False), (49, 30, True)],
)
def test_the_average_is_breached_over_a_whole_reference_period_only(
    hours: int, count: int, breached: bool
) -> None:
    mean = average_week([hours * 60] * count)
    assert mean is not None
    assert mean.is_breached is breached
    assert mean.weeks_over == (count if hours > 48 else 0)


def test_seventeen_heavy_weeks_within_a_year_are_found() -> None:
    mean = average_week([30 * 60] * 20 + [50 * 60] * 17 + [30 * 60] * 15)
    assert mean is not None
    assert mean.mean_minutes == 50 * 60
    assert mean.is_breached
    assert average_week([]) is None


def test_duplicates_and_overlaps_count_once_and_call_at_home_never() -> None:
    once = hours_a_week([50, 40])
    again = [replace(one, identity=f"{one.identity}-again") for one in once[:3]]
    longer = replace(once[0], identity="x", ends=once[0].ends - timedelta(hours=1))
    call = one_shift(MONDAY, 0, 1440, kind=Kind.ON_CALL)
    assert weeks([*once, *again, longer, call]) == weeks(once)
    assert [one.minutes for one in weeks(once)] == [3000, 2400]


def test_a_night_from_sunday_to_monday_is_shared_by_two_weeks() -> None:
    night = one_shift(MONDAY + timedelta(days=6), 20 * 60, 32 * 60)
    assert [one.minutes for one in weeks([night])] == [240, 480]


def test_a_week_that_the_roster_does_not_cover_whole_is_not_counted() -> None:
    found = weeks([], (MONDAY + timedelta(days=1), MONDAY + timedelta(days=20)))
    assert [one.monday for one in found] == [date(2026, 6, 8), date(2026, 6, 15)]


# --- rest ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "short"),
    [
        ("D D D D D - - D D D D D - -", [False, False]),
        ("D D D D D D D D D D D D D D", [True, True]),
        ("D D D D D D D - D D D D D D", [True, False]),  # 07:00 free day 39.5 h
        ("D D D D D D - - D D D D D D", [False, True]),  # two days belong to where their middle is
        ("D D D D D - D D D D D D D D", [False, True]),
        ("D D D M - D D D D D M - D D", [True, True]),  # a free day after a night is 24 h
    ],
)
def test_each_week_has_a_rest_of_a_day_and_eleven_hours(line: str, short: list[bool]) -> None:
    around = ("D", *line.split(), "D")
    shifts = roster(" ".join(around), MONDAY - timedelta(days=1))
    found = weeks(shifts, (MONDAY - timedelta(days=1), MONDAY + timedelta(days=14)))
    assert [one.is_short_of_rest for one in found] == short


def test_a_rest_that_goes_on_outside_the_roster_is_not_called_short() -> None:
    shifts = roster("- D D D D D D")
    (found,) = weeks(shifts, (MONDAY, MONDAY + timedelta(days=6)))
    assert found.longest_rest == 31 * 60
    assert not found.is_short_of_rest


def test_recovery_lasts_two_days_after_a_quick_return() -> None:
    """Scenario 7."""
    found = recovery_hints(roster("E D - -"), zone=LONDON)
    assert [(one.day.day, one.number) for one in found] == [(2, 1), (3, 2)]
    assert found[0].after.minutes == 9.5 * 60


def test_a_day_after_two_quick_returns_is_marked_once_for_the_nearer() -> None:
    found = recovery_hints(roster("E S D -"), zone=LONDON)
    assert [(one.day.day, one.number) for one in found] == [(2, 1), (3, 1), (4, 2)]


# --- evenings, weekends, nights, long shifts -------------------------------------


@pytest.mark.parametrize(
    ("hours", "lost"),
    [
        (("2026-10-19 13:00", "2026-10-19 19:00"), [19]),
        (("2026-10-19 13:00", "2026-10-19 18:59"), []),
        (("2026-10-19 20:00", "2026-10-20 08:00"), [19]),
        (("2026-10-19 20:01", "2026-10-20 08:00"), []),
        (("2026-10-19 08:00", "2026-10-21 08:00"), [19, 20]),
    ],
)
def test_an_evening_is_lost_to_two_hours_of_work(hours: tuple[str, str], lost: list[int]) -> None:
    assert [day.day for day in lost_evenings([shift(*hours)], zone=LONDON)] == lost


@pytest.mark.parametrize(
    ("hours", "lost"),
    [
        (("2026-10-23 22:00", "2026-10-24 02:00"), [24]),  # Friday's night reaches into Saturday
        (("2026-10-23 22:00", "2026-10-24 01:59"), []),
        (("2026-10-25 22:00", "2026-10-26 07:00"), [24]),
        (("2026-10-25 22:01", "2026-10-26 07:00"), []),
        (("2026-10-24 08:00", "2026-10-24 16:00"), [24]),
    ],
)
def test_a_weekend_is_lost_to_two_hours_of_work(hours: tuple[str, str], lost: list[int]) -> None:
    assert [day.day for day in lost_weekends([shift(*hours)], zone=LONDON)] == lost


@pytest.mark.parametrize(
    ("hours", "nights"),
    [
        (("2026-10-19 13:00", "2026-10-20 02:00"), [19]),
        (("2026-10-19 13:00", "2026-10-20 01:59"), []),
        (("2026-10-20 03:00", "2026-10-20 11:00"), [19]),
        (("2026-10-19 08:00", "2026-10-21 08:00"), [19, 20]),
    ],
)
def test_a_night_has_three_hours_of_work(hours: tuple[str, str], nights: list[int]) -> None:
    assert [day.day for day in nights_worked([shift(*hours)], zone=LONDON)] == nights


@pytest.mark.parametrize(
    ("hours", "is_long"),
    [
        (("2026-10-19 07:00", "2026-10-19 19:00"), True),
        (("2026-10-19 07:00", "2026-10-19 18:59"), False),
        (("2026-10-24 20:00", "2026-10-25 07:00"), True),  # the clocks add an hour
        (("2026-03-28 20:00", "2026-03-29 08:00"), False),  # and take one
    ],
)
def test_a_long_shift_has_twelve_hours_that_really_pass(
    hours: tuple[str, str], is_long: bool
) -> None:
    assert len(long_shifts([shift(*hours)])) == is_long


def test_two_jobs_without_a_pause_are_one_long_shift() -> None:
    found = long_shifts([one_shift(MONDAY, 420, 780), one_shift(MONDAY, 780, 1200)])
    assert [one.minutes for one in found] == [780]


# --- all of it -------------------------------------------------------------------


def test_every_fact_has_a_definition_with_a_source() -> None:
    ids = [one.id for one in DEFINITIONS]
    assert len(set(ids)) == len(ids)
    assert {one.name for one in fields(Strain)} - set(ids) == {"weeks"}
    assert set(ids) - {one.name for one in fields(Strain)} == {"social_jetlag", "weekly_rest"}
    assert all(one.words.endswith(".") and one.source for one in DEFINITIONS)


def test_strain_counts_the_days_that_are_asked_for() -> None:
    shifts = roster("N N N N - E D " * 2)
    first, both = (
        strain_of(shifts, zone=LONDON, covers=(MONDAY, MONDAY + timedelta(days=days)))
        for days in (6, 13)
    )
    assert (len(first.nights), len(both.nights)) == (4, 8)
    assert [one.days for one in both.night_runs] == [4, 4]
    assert (len(first.quick_returns), len(both.quick_returns)) == (1, 2)
    assert (len(first.weeks), len(both.weeks)) == (1, 2)
    assert len(first.recovery) == 1
    assert first.weekly_hours is not None
    assert first.weekly_hours.mean_minutes == 4 * 600 + 2 * 510


def _dated(found: Strain) -> list[object]:
    return [found.nights, found.lost_evenings, found.lost_weekends, found.night_runs]


@settings(max_examples=120)
@given(LINES, PLACES, st.integers(0, 3))
def test_facts_of_the_wall_are_the_same_in_every_zone_and_duplicates_change_none(
    line: str, place: tuple[ZoneInfo, date], repeated: int
) -> None:
    """Days off the wall clock do not depend on the zone; over a change only hours do."""
    zone, first = place
    covers = first, first + timedelta(days=13)
    shifts = roster(line, first, zone)
    there = strain_of(shifts, zone=zone, covers=covers)
    elsewhere = strain_of(roster(line, first, ZoneInfo("UTC")), zone=ZoneInfo("UTC"), covers=covers)
    assert _dated(there) == _dated(elsewhere)
    twice = [*shifts, *(replace(one, identity=f"{one.identity}x") for one in shifts[:repeated])]
    assert strain_of(twice, zone=zone, covers=covers) == there


@settings(max_examples=120)
@given(LINES, PLACES)
def test_rests_are_counted_in_minutes_that_really_pass(
    line: str, place: tuple[ZoneInfo, date]
) -> None:
    zone, first = place
    shifts = roster(line, first, zone)
    starts = {minute_of(one.starts) for one in shifts}
    for one in quick_returns(shifts):
        assert one.minutes == (one.starts - one.ends).total_seconds() / 60 < 660
        assert minute_of(one.starts) in starts
    hints = recovery_hints(shifts, zone=zone)
    after = {one.starts.astimezone(zone).date() for one in quick_returns(shifts)}
    assert {one.day for one in hints} == after | {day + timedelta(days=1) for day in after}
    assert [one.day for one in hints] == sorted({one.day for one in hints})
    assert all(one.after.starts.astimezone(zone).date() <= one.day for one in hints)


@settings(max_examples=60)
@given(LINES, PLACES)
def test_the_weeks_add_up_to_the_work_that_lies_in_them(
    line: str, place: tuple[ZoneInfo, date]
) -> None:
    zone, first = place
    monday = first - timedelta(days=first.weekday())
    covers = monday, monday + timedelta(days=27)
    shifts = [one for one in roster(line, first, zone) if one.kind is Kind.WORK]
    found = weeks_of(shifts, zone=zone, covers=covers)
    minutes = {
        minute for one in shifts for minute in range(minute_of(one.starts), minute_of(one.ends))
    }
    assert sum(one.minutes for one in found) == len(minutes)
    assert all(one.longest_rest >= 0 for one in found)
