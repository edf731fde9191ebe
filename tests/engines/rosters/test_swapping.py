"""Two days of one person exchanged: each shift keeps the hours on its ward's wall."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines.rosters.wards import WARD, shift, wall

from aftershift.engines.rosters.lines import read_line
from aftershift.engines.rosters.shifts import Flag, Kind
from aftershift.engines.rosters.swapping import (
    exchanged,
    on_day,
    overlapping,
    put_on,
    replaced,
)

MONDAY = date(2026, 10, 19)
SATURDAY = date(2026, 10, 24)  # in the night to Sunday the clocks go back an hour
SPRING = date(2027, 3, 27)  # and in the night after this one, forward


def line(text, anchor=MONDAY):
    return read_line(text, anchor=anchor, ward=WARD).shifts


def worked(shifts):
    return [(one.starts, one.ends, one.code, one.kind) for one in shifts]


def test_two_days_exchange_what_is_worked_on_them():
    assert worked(exchanged(line("D - N"), MONDAY, date(2026, 10, 21))) == worked(line("N - D"))


def test_a_day_off_is_exchanged_like_a_shift():
    assert worked(exchanged(line("D - - -"), MONDAY, date(2026, 10, 22))) == worked(line("- - - D"))


@pytest.mark.parametrize(
    ("day", "hours", "flag"),
    [(SATURDAY, 13.5, Flag.CLOCKS_GO_BACK), (SPRING, 11.5, Flag.CLOCKS_GO_FORWARD)],
)
def test_a_night_over_the_clock_change_keeps_its_hours_on_the_wall(day, hours, flag):
    night = shift(f"{day - timedelta(days=3)} 19:30", f"{day - timedelta(days=2)} 08:00")
    (there,) = exchanged([night], day - timedelta(days=3), day)
    assert (there.starts, there.ends) == (
        wall(f"{day} 19:30"),
        wall(f"{day + timedelta(days=1)} 08:00"),
    )
    assert (there.ends - there.starts) / timedelta(hours=1) == hours
    assert flag in there.flags
    (back,) = exchanged([there], day - timedelta(days=3), day)
    assert back == night
    assert flag not in back.flags


def test_hours_within_the_hour_that_comes_twice_keep_their_length():
    night = date(2026, 10, 25)
    first, second = wall(f"{night} 01:50"), wall(f"{night} 01:10") + timedelta(hours=1)
    odd = replace(shift(f"{night} 01:50", f"{night} 01:50"), ends=second, exact_ends=second)
    moved = put_on(odd, MONDAY)
    assert (moved.starts, moved.ends - moved.starts) == (wall(f"{MONDAY} 01:50"), second - first)


def test_the_same_day_twice_and_two_days_off_change_nothing():
    shifts = line("D - N - -")
    assert exchanged(shifts, MONDAY, MONDAY) == shifts
    assert exchanged(shifts, date(2026, 10, 22), date(2026, 10, 23)) == shifts


def test_another_shift_takes_the_place_of_all_that_begins_on_a_day():
    shifts = line("D - N")
    other = line("L")
    assert worked(replaced(shifts, MONDAY, other)) == worked(line("L - N"))
    assert replaced(shifts, MONDAY, ()) == on_day(shifts, date(2026, 10, 21))


def test_two_shifts_that_overlap_are_found_and_call_is_not_one():
    night = shift("2026-10-19 19:30", "2026-10-20 08:00")
    day = shift("2026-10-20 07:30", "2026-10-20 20:00")
    assert overlapping([day, night]) == ((night, day),)
    call = shift("2026-10-19 12:00", "2026-10-20 12:00", kind=Kind.ON_CALL)
    assert overlapping([call, day]) == ()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(["D", "N", "L", "-"]), min_size=14, max_size=14),
    st.integers(0, 13),
    st.integers(0, 13),
)
def test_an_exchange_made_twice_is_none(codes, one, other):
    shifts = line(" ".join(codes))
    days = (MONDAY + timedelta(days=one), MONDAY + timedelta(days=other))
    once = exchanged(shifts, *days)
    assert worked(exchanged(once, *days)) == worked(shifts)
    assert len(once) == len(shifts)
