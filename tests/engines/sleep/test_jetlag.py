"""Social jetlag, on the circle; scenario 10."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engines.sleep.rota import EIGHT_ZONES, LONDON, MONDAY, roster

from aftershift.engines.rosters.shifts import Shift
from aftershift.engines.sleep.episodes import Episode, Habits, likely_sleep, told_sleep
from aftershift.engines.sleep.jetlag import hours_between, middle, social_jetlag


def at(clock: str) -> int:
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


def sleeps(shifts: tuple[Shift, ...], told: tuple[Episode, ...] = ()) -> tuple[Episode, ...]:
    last = MONDAY + timedelta(days=8)
    return likely_sleep(shifts, Habits(), zone=LONDON, first=MONDAY, last=last, told=told)


@pytest.mark.parametrize(
    ("work", "free", "hours"),
    [
        ("03:00", "05:00", 2.0),
        ("23:30", "01:00", 1.5),  # not 22.5
        ("12:00", "04:30", -7.5),
        ("05:00", "03:00", -2.0),
        ("00:00", "12:00", 12.0),
        ("12:00", "00:00", 12.0),
    ],
)
def test_social_jetlag_goes_the_shorter_way_round_the_clock(
    work: str, free: str, hours: float
) -> None:
    assert hours_between(at(work), at(free)) == hours


def test_what_is_not_known_has_no_jetlag() -> None:
    assert hours_between(None, 270) is None
    assert hours_between(270, None) is None
    assert middle([]) is None
    assert middle([0, 360, 720, 1080]) is None  # all round the clock


@pytest.mark.parametrize(
    ("times", "expected"),
    [(["23:00", "01:00"], "00:00"), (["23:30", "23:30"], "23:30"), (["04:00", "05:00"], "04:30")],
)
def test_the_middle_of_times_is_taken_on_the_circle(times: list[str], expected: str) -> None:
    assert middle([at(one) for one in times]) == at(expected)


@given(st.integers(0, 1439), st.integers(0, 1439), st.integers(0, 1439))
def test_jetlag_does_not_depend_on_where_the_clock_begins(work: int, free: int, turn: int) -> None:
    hours = hours_between(work, free)
    assert hours is not None
    assert -12 < hours <= 12
    assert hours_between((work + turn) % 1440, (free + turn) % 1440) == hours


def test_each_kind_of_shift_has_a_jetlag_of_its_own() -> None:
    shifts = roster("D D D - - N N N -")
    found = social_jetlag(sleeps(shifts), shifts, zone=LONDON)
    assert found.free == at("04:30")
    assert found.work == pytest.approx((3 * at("02:07") + at("04:30")) / 4, abs=2)
    assert found.before_work == pytest.approx(1.8, abs=0.1)
    assert found.after_nights == pytest.approx(-7.5, abs=0.3)


def test_a_late_evening_is_no_night_and_what_was_told_counts() -> None:
    late = roster("E E - -")
    assert social_jetlag(sleeps(late), late, zone=LONDON).night is None
    night = told_sleep(*(late[1].ends + timedelta(hours=hours) for hours in (6, 13)))
    before, after = (
        social_jetlag(sleeps(late, told), late, zone=LONDON).free for told in ((), (night,))
    )
    assert before != after


@pytest.mark.parametrize("zone", EIGHT_ZONES, ids=str)
def test_the_same_wall_clock_has_the_same_jetlag_in_every_zone(zone: ZoneInfo) -> None:
    shifts = roster("D D - -", MONDAY, zone)
    last = MONDAY + timedelta(days=3)
    slept = likely_sleep(shifts, Habits(), zone=zone, first=MONDAY, last=last)
    found = social_jetlag(slept, shifts, zone=zone)
    assert (found.free, found.work) == (at("04:30"), at("02:07"))
