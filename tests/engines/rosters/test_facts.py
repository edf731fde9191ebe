from datetime import date

import pytest
from tests.engines.rosters.wards import WARD, shift

from aftershift.engines.rosters.facts import (
    is_night,
    minutes_of_work,
    quick_returns,
    runs_of_days,
    runs_of_nights,
)
from aftershift.engines.rosters.lines import read_line
from aftershift.engines.rosters.shifts import Kind

FRIDAY_BEFORE_WINTER = date(2026, 10, 24)


def line(text, anchor=date(2026, 10, 19)):
    return read_line(text, anchor=anchor, ward=WARD).shifts


def test_an_evening_before_an_early_day_is_one_quick_return():
    (found,) = quick_returns(line("13:00-21:30 07:00-19:30"))
    assert found.minutes == 9.5 * 60


@pytest.mark.parametrize(
    ("saturday", "text", "minutes"),
    [
        (date(2026, 10, 24), "07:00-21:00 07:00-19:00", None),  # eleven hours on that night
        (date(2026, 10, 24), "07:00-22:30 08:00-16:00", 630),
        (date(2026, 3, 28), "07:00-20:00 07:00-19:00", 600),  # eleven on the wall, ten in truth
        (date(2026, 3, 28), "07:00-19:00 07:00-19:00", None),
    ],
)
def test_rest_over_a_clock_change_is_counted_in_hours_that_really_pass(saturday, text, minutes):
    found = quick_returns(line(text, anchor=saturday))
    assert [one.minutes for one in found] == ([minutes] if minutes else [])


def test_the_break_of_a_split_shift_is_no_quick_return_and_two_codes_on_one_day_are():
    assert quick_returns(line("06-10+16-21")) == ()
    early = shift("2026-10-19 07:00", "2026-10-19 15:00", code="E")
    night = shift("2026-10-19 23:00", "2026-10-20 07:00", code="N", identity="n")
    assert [one.minutes for one in quick_returns([night, early])] == [480]


def test_a_shift_inside_a_longer_one_does_not_shorten_the_rest():
    long = shift("2026-10-19 07:00", "2026-10-20 07:00")
    inside = shift("2026-10-19 09:00", "2026-10-19 12:00", identity="i")
    next_ = shift("2026-10-20 17:00", "2026-10-20 21:00", identity="n")
    assert [one.minutes for one in quick_returns([long, inside, next_])] == [600]


def test_call_from_home_is_no_work():
    call = shift("2026-10-19 00:00", "2026-10-20 00:00", kind=Kind.ON_CALL)
    assert (quick_returns([call]), runs_of_days([call]), minutes_of_work([call])) == ((), (), 0)


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        (("2026-10-19 19:30", "2026-10-20 07:30"), True),
        (("2026-10-19 13:00", "2026-10-20 02:00"), True),
        (("2026-10-19 13:00", "2026-10-20 01:59"), False),
        (("2026-10-20 03:00", "2026-10-20 11:00"), True),
        (("2026-10-20 03:01", "2026-10-20 11:00"), False),
        (("2026-10-19 07:00", "2026-10-19 19:30"), False),
    ],
)
def test_a_night_has_three_hours_between_eleven_and_six(hours, expected):
    assert is_night(shift(*hours)) is expected


def test_runs_of_days_and_of_nights_are_told_apart():
    found = line("D D N N N - D", anchor=FRIDAY_BEFORE_WINTER)
    assert [(one.first.day, one.days) for one in runs_of_days(found)] == [(24, 5), (30, 1)]
    assert [(one.first.day, one.days) for one in runs_of_nights(found)] == [(26, 3)]


def test_four_nights_are_a_run_of_four():
    assert [one.days for one in runs_of_nights(line("NNNN-"))] == [4]
