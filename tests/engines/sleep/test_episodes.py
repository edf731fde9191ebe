"""Likely sleep, against the published figures and the hard rosters."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines.sleep.rota import (
    FIRST_DAYS,
    HABITS,
    LINES,
    LONDON,
    MONDAY,
    ZONES,
    one_shift,
    roster,
)

from aftershift.engines.basics.spans import intersect, minute_of, union
from aftershift.engines.rosters.shifts import Kind, Shift
from aftershift.engines.sleep.episodes import (
    Episode,
    Habits,
    SleepError,
    SleepKind,
    likely_sleep,
    minutes_in_bed_before,
    night_duties,
    told_sleep,
)

PLAIN = Habits()


def sleeps(
    shifts: tuple[Shift, ...],
    days: int = 7,
    first: date = MONDAY,
    habits: Habits = PLAIN,
    told: tuple[Episode, ...] = (),
) -> tuple[Episode, ...]:
    last = first + timedelta(days=days - 1)
    return likely_sleep(shifts, habits, zone=LONDON, first=first, last=last, told=told)


def on_the_wall(one: Episode) -> tuple[str, str]:
    starts, ends = one.starts.astimezone(LONDON), one.ends.astimezone(LONDON)
    return starts.strftime("%a %H:%M"), ends.strftime("%H:%M")


def walls(found: tuple[Episode, ...]) -> list[tuple[str, str]]:
    return [on_the_wall(one) for one in found]


@pytest.mark.parametrize(
    ("line", "which", "published_hours"),
    [
        ("N N", 1, 5.74),  # Ganesan 2019: night to night
        ("D D", 1, 5.83),  # day to day
        ("E D", 1, 5.20),  # evening to day
    ],
)
def test_sleep_between_shifts_is_within_half_an_hour_of_actigraphy(
    line: str, which: int, published_hours: float
) -> None:
    found = sleeps(roster(line))
    assert found[which].asleep_minutes / 60 == pytest.approx(published_hours, abs=0.5)


@pytest.mark.parametrize(
    ("start_hour", "published_hours"),
    [(4.0, 5.0), (4.5, 5.0), (6.0, 6.05), (7.5, 7.1), (9.0, 8.0), (12.0, 8.0)],
)
def test_time_in_bed_grows_with_a_later_start_as_for_train_drivers(
    start_hour: float, published_hours: float
) -> None:
    given_minutes = minutes_in_bed_before(int(start_hour * 60))
    assert given_minutes / 60 == pytest.approx(published_hours, abs=0.2)


def test_a_quick_return_costs_an_hour_in_bed() -> None:
    """Scenario 7; Oester 2024: -1.0 h (-1.23 to -0.81)."""
    quick = sleeps(roster("E D"))[1]
    usual = sleeps(roster("D D"))[1]
    lost = (usual.ends - usual.starts) - (quick.ends - quick.starts)
    assert timedelta(hours=0.8) <= lost <= timedelta(hours=1.2)
    assert 4.3 <= quick.asleep_minutes / 60 <= 6.1


def test_day_sleep_in_a_run_of_nights_does_not_grow() -> None:
    """Scenario 8."""
    found = sleeps(roster("N N N N - -"))
    between = [one for one in found if one.kind is SleepKind.AFTER_NIGHT]
    last = [one for one in found if one.kind is SleepKind.AFTER_LAST_NIGHT]
    assert [one.asleep_minutes for one in between] == [between[0].asleep_minutes] * 3
    assert between[0].asleep_minutes / 60 == pytest.approx(5.7, abs=0.5)
    assert walls(tuple(last)) == [("Fri 09:00", "13:30")]
    assert on_the_wall(found[-2]) == ("Sat 00:15", "08:45")


def test_free_nights_follow_the_chronotype() -> None:
    late = Habits(mid_sleep_free=time(6, 0), sleep_need=480)
    assert walls(sleeps((), days=1)) == [("Mon 00:15", "08:45")]
    assert walls(sleeps((), days=1, habits=late)) == [("Mon 02:00", "10:00")]
    assert sleeps((), days=1)[0].kind is SleepKind.FREE


def test_a_lark_goes_to_bed_on_the_evening_before() -> None:
    lark = Habits(mid_sleep_free=time(23, 30), sleep_need=480)
    assert walls(sleeps((), days=1, habits=lark))[0] == ("Sun 19:30", "03:30")


def test_children_end_the_night_and_spare_the_day_sleep() -> None:
    parent = Habits(children_wake=time(6, 30))
    found = sleeps(roster("- N N -"), days=4, habits=parent)
    ends = [on_the_wall(one)[1] for one in found]
    assert ends == ["06:30", "06:30", "15:36", "13:30", "06:30"]


def test_call_at_home_does_not_stop_sleep_and_leave_neither() -> None:
    called = one_shift(MONDAY, 0, 2880, kind=Kind.ON_CALL)
    away = one_shift(MONDAY, 0, 2880, kind=Kind.OFF)
    assert sleeps((called, away)) == sleeps(())


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("T -", ("Tue 09:30", "14:00")),  # 24 h, home at 08:45
        ("U -", ("Tue 13:30", "18:00")),  # 28 h, home at 12:45
    ],
)
def test_after_a_day_and_a_night_of_work_there_is_a_short_sleep_and_then_a_night(
    line: str, expected: tuple[str, str]
) -> None:
    found = sleeps(roster(line), days=3)
    assert walls(found)[1:] == [expected, ("Wed 00:15", "08:45")]
    assert found[1].kind is SleepKind.AFTER_LAST_NIGHT


def test_who_comes_home_late_in_the_day_waits_for_the_night() -> None:
    endless = one_shift(MONDAY, 480, 1440 + 15 * 60)  # 31 h, to 15:00
    assert walls(sleeps((endless,), days=3)) == [("Sun 23:03", "06:30"), ("Wed 00:15", "08:45")]


def test_a_split_shift_leaves_its_middle_awake() -> None:
    assert walls(sleeps(roster("S -"), days=2)) == [("Sun 22:27", "04:30"), ("Tue 00:15", "08:45")]


def test_two_worksites_in_a_row_are_one_night() -> None:
    first, second = one_shift(MONDAY, 1200, 1560), one_shift(MONDAY, 1590, 1920)
    found = sleeps((first, second), days=3)
    assert walls(found)[1] == ("Tue 09:30", "14:00")
    assert len(night_duties((first, second), PLAIN, LONDON)) == 1


def test_a_nap_before_the_first_night_is_not_assumed() -> None:
    assert walls(sleeps(roster("N -"), days=1)) == [("Mon 00:15", "08:45")]


def test_two_nights_close_together_leave_one_sleep_between() -> None:
    found = sleeps(roster("N N D"), days=4)
    assert [one.kind for one in found] == [
        SleepKind.NIGHT,
        SleepKind.AFTER_NIGHT,
        SleepKind.FREE,
    ]


@pytest.mark.parametrize(
    ("first", "woken", "hours_in_bed"),
    [
        (date(2026, 10, 24), "13:30", 4.5),  # the clocks go back in the night
        (date(2026, 3, 28), "13:30", 4.5),  # and forward
    ],
)
def test_day_sleep_after_a_changed_night_keeps_its_length(
    first: date, woken: str, hours_in_bed: float
) -> None:
    rest = sleeps(roster("N", first), days=2, first=first)[-1]
    assert on_the_wall(rest)[1] == woken
    assert (rest.ends - rest.starts) / timedelta(hours=1) == hours_in_bed


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 10, 25), ("Sun 00:15", "07:45")),  # to bed by the clock, up by the body
        (date(2026, 3, 29), ("Sun 00:15", "09:45")),
    ],
)
def test_a_free_night_over_a_change_begins_by_the_clock_and_keeps_its_length(
    day: date, expected: tuple[str, str]
) -> None:
    assert walls(sleeps((), days=1, first=day)) == [expected]


def test_what_was_told_replaces_each_prediction_that_it_meets() -> None:
    slept = told_sleep(
        datetime(2026, 6, 2, 8, 10, tzinfo=UTC), datetime(2026, 6, 2, 13, 30, tzinfo=UTC)
    )
    found = sleeps(roster("N N -"), days=3, told=(slept,))
    assert slept in found
    assert [one.kind for one in found] == [
        SleepKind.NIGHT,
        SleepKind.TOLD,
        SleepKind.AFTER_LAST_NIGHT,
    ]
    assert slept.asleep_minutes == round(0.87 * 320)
    assert slept.band_minutes == 0


def test_of_two_corrections_the_later_one_counts() -> None:
    day = datetime(2026, 6, 2, 8, tzinfo=UTC)
    first = told_sleep(day, day + timedelta(hours=5))
    second = told_sleep(day + timedelta(hours=1), day + timedelta(hours=6))
    kinds = [one for one in sleeps((), told=(first, second)) if one.kind is SleepKind.TOLD]
    assert kinds == [second]


@pytest.mark.parametrize(
    "wrong", [{"commute": -1}, {"prepare": 500}, {"sleep_need": 60}, {"sleep_need": 2000}]
)
def test_habits_refuse_nonsense(wrong: dict[str, int]) -> None:
    with pytest.raises(SleepError, match=next(iter(wrong))):
        Habits(**wrong)


@settings(max_examples=150)
@given(LINES, HABITS, ZONES, FIRST_DAYS, st.sets(st.integers(0, 9), max_size=2))
def test_no_predicted_sleep_meets_another_or_work_or_the_way(
    line: str, habits: Habits, zone: ZoneInfo, first: date, noons: set[int]
) -> None:
    shifts = roster(line, first, zone)
    told = [
        told_sleep(noon, noon + timedelta(hours=3))
        for noon in (datetime.combine(first + timedelta(days=n), time(12), zone) for n in noons)
    ]
    found = likely_sleep(
        shifts, habits, zone=zone, first=first, last=first + timedelta(days=11), told=told
    )
    assert all(a.ends <= b.starts for a, b in pairwise(found))
    bound = union(
        (
            minute_of(one.starts) - habits.prepare - habits.commute,
            minute_of(one.ends) + habits.commute,
        )
        for one in shifts
        if one.kind is Kind.WORK
    )
    predicted = [one.span for one in found if one.kind is not SleepKind.TOLD]
    assert intersect(predicted, bound) == []
    assert set(told) <= set(found)
    assert all(60 <= ends - starts <= 720 for starts, ends in predicted)
