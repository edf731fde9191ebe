"""Likely sleep, against the published figures and the hard rosters."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines.sleep.rota import (
    HABITS,
    LINES,
    LONDON,
    MONDAY,
    PERSONS,
    PLACES,
    one_shift,
    roster,
)

from aftershift.engines.basics.spans import intersect, minute_of, union
from aftershift.engines.rosters.shifts import Kind, Shift
from aftershift.engines.sleep.episodes import (
    Episode,
    Habits,
    PersonalSleep,
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


def test_an_owl_has_a_short_night_before_an_early_start() -> None:
    owl = Habits(mid_sleep_free=time(6, 30), sleep_need=360)
    early = one_shift(MONDAY, 300, 780)
    assert walls(sleeps((early,), days=1, habits=owl)) == [("Sun 22:09", "03:30")]
    assert night_duties((early,), owl, LONDON) == []


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
    ("field", "wrong"),
    [
        ("commute", -1),
        ("prepare", 500),
        ("sleep_need", 60),
        ("sleep_need", 2000),
        ("called_share", 1.1),
    ],
)
def test_habits_refuse_nonsense(field: str, wrong: float) -> None:
    with pytest.raises(SleepError, match=field):
        replace(PLAIN, **{field: wrong})


@pytest.mark.parametrize(
    ("line", "bed"),
    [("- -", "23:03"), ("- D", "22:45"), ("- L", "22:45"), ("- E", "23:03")],
)
def test_children_who_wake_one_are_a_start_like_any_other(line: str, bed: str) -> None:
    parent = Habits(children_wake=time(6, 30))
    night = sleeps(roster(line), days=2, habits=parent)[1]
    rises = "05:30" if line in {"- D", "- L"} else "06:30"
    assert on_the_wall(night) == (f"Mon {bed}", rises)


def test_nobody_goes_to_bed_before_the_children() -> None:
    lark = Habits(mid_sleep_free=time(0, 30), sleep_need=480)
    parent = replace(lark, children_bed=time(21, 30))
    assert walls(sleeps((), days=1, habits=lark))[0] == ("Sun 20:30", "04:30")
    assert walls(sleeps((), days=1, habits=parent))[0] == ("Sun 21:30", "05:30")
    owls = replace(lark, children_bed=time(0, 15))
    assert walls(sleeps((), days=1, habits=owls))[0] == ("Mon 00:15", "05:30")


@pytest.mark.parametrize(
    ("called_share", "asleep", "band"),
    [(0.0, 444, 60), (0.5, 333, 126), (1.0, 222, 60)],
)
def test_a_night_on_call_is_shorter_and_less_sure_by_how_often_one_is_called(
    called_share: float, asleep: int, band: int
) -> None:
    """Ford 2018: half of the sleep is left in a night with calls."""
    habits = Habits(called_share=called_share)
    call = one_shift(MONDAY, 0, 1440, kind=Kind.ON_CALL)
    quiet = sleeps((), days=1)[0]
    found = sleeps((call,), days=1, habits=habits)[0]
    assert (found.starts, found.ends, found.kind) == (quiet.starts, quiet.ends, quiet.kind)
    assert (found.asleep_minutes, found.band_minutes) == (asleep, band)


def test_call_takes_from_the_part_of_a_night_that_it_covers() -> None:
    until_four_thirty = one_shift(MONDAY, 0, 270, kind=Kind.ON_CALL)  # half of 00:15-08:45
    found = sleeps((until_four_thirty,), days=1, habits=Habits(called_share=1.0))[0]
    assert found.asleep_minutes == round(444 * 0.75)


@pytest.mark.parametrize(
    ("second", "sleeps_on_tuesday"),
    [
        ((1320, 1800), ["07:30", "12:00"]),  # the other job follows at once: one duty
        ((1200, 1800), ["07:30", "12:00"]),  # overlaps
        ((840, 1320), ["00:15", "08:45"]),  # the same hours again, from another source
    ],
)
def test_two_jobs_leave_no_sleep_between_that_nobody_had(
    second: tuple[int, int], sleeps_on_tuesday: list[str]
) -> None:
    jobs = one_shift(MONDAY, 840, 1320), one_shift(MONDAY, *second)
    found = sleeps(jobs, days=2)
    first_after = on_the_wall(found[1])
    assert [first_after[0][4:], first_after[1]] == sleeps_on_tuesday


def test_an_hour_less_of_the_way_home_is_an_hour_more_of_a_short_night() -> None:
    near = sleeps(roster("E D"), habits=Habits(commute=15))[1]
    far = sleeps(roster("E D"), habits=Habits(commute=45))[1]
    assert (near.ends - near.starts) - (far.ends - far.starts) == timedelta(hours=1)


@settings(max_examples=200)
@given(LINES, HABITS, PLACES, st.sets(st.integers(0, 9), max_size=2), PERSONS)
def test_no_predicted_sleep_meets_another_or_work_or_the_way(
    line: str,
    habits: Habits,
    place: tuple[ZoneInfo, date],
    noons: set[int],
    personal: PersonalSleep,
) -> None:
    zone, first = place
    shifts = roster(line, first, zone)
    told = [
        told_sleep(noon, noon + timedelta(hours=3))
        for noon in (datetime.combine(first + timedelta(days=n), time(12), zone) for n in noons)
    ]
    last = first + timedelta(days=11)
    found = likely_sleep(
        shifts, habits, zone=zone, first=first, last=last, told=told, personal=personal
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
    assert all(60 <= ends - starts <= 840 for starts, ends in predicted)
    assert all(0 < one.asleep_minutes <= one.span[1] - one.span[0] for one in found)


@settings(max_examples=60)
@given(LINES, HABITS, PLACES)
def test_a_fortnight_holds_a_sane_amount_of_sleep(
    line: str, habits: Habits, place: tuple[ZoneInfo, date]
) -> None:
    zone, first = place
    last = first + timedelta(days=13)
    found = likely_sleep(roster(line, first, zone), habits, zone=zone, first=first, last=last)
    hours = sum((one.ends - one.starts) / timedelta(hours=1) for one in found)
    worked = len([code for code in line.split() if code in "TU"])
    assert 14 * 3.0 - 4 * worked <= hours <= 15 * habits.sleep_need / 60 + 15


@settings(max_examples=60)
@given(HABITS, PLACES, st.integers(0, 6))
def test_a_later_start_never_shortens_the_night(
    habits: Habits, place: tuple[ZoneInfo, date], number: int
) -> None:
    zone, first = place
    day = first + timedelta(days=number)
    lengths = []
    for start in range(5 * 60, 13 * 60, 30):
        shift = one_shift(day, start, start + 480, zone)
        nights = likely_sleep((shift,), habits, zone=zone, first=day, last=day)
        before = [one for one in nights if one.ends <= shift.starts]
        lengths.append((before[-1].ends - before[-1].starts) // timedelta(minutes=1))
    assert all(later >= earlier for earlier, later in pairwise(lengths))
