"""Children with school hours and a grandparent: presence is awake, home and not bound."""

from dataclasses import replace
from datetime import date, time
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines.sleep.rota import LINES, LONDON, MONDAY
from tests.engines.windows.household import LIMITS, available, hours, over, walls

from aftershift.engines.basics.spans import day_of, intersect, minute_of_day, wall_minute
from aftershift.engines.windows.family import (
    Child,
    Member,
    availability_of_child,
    days_apart,
    free_days,
    off_duty,
    subset,
)
from aftershift.engines.windows.overlap import Availability, WindowsError, awake_together
from aftershift.engines.windows.ranking import WindowKind, stretches_for

WEEK = over(7)
MIA = Child(
    name="Mia", zone=LONDON, wakes=time(7), bedtime=time(19, 30), school=(time(8, 30), time(15, 30))
)
BEN = Child(name="Ben", zone=LONDON, wakes=time(6, 30), bedtime=time(18, 45))


def home(line: str = "D D - E N - -") -> list[Availability]:
    return [
        available(hours(line), WEEK),
        available(hours("D D D D D - -", "Sam"), WEEK),
        availability_of_child(MIA, covers=WEEK),
        availability_of_child(BEN, covers=WEEK),
        available(hours("- - - - - - -", "Nana"), WEEK),
    ]


def test_a_child_is_home_around_school_and_in_bed_after() -> None:
    assert walls(availability_of_child(MIA, covers=over(1)).home_awake) == [
        "Mon 07:00-08:30",
        "Mon 15:30-19:30",
    ]
    sunday = availability_of_child(MIA, covers=over(1, date(2026, 6, 7)))
    assert walls(sunday.home_awake) == ["Sun 07:00-19:30"]


def test_a_holiday_has_no_school() -> None:
    child = replace(MIA, holidays=frozenset({MONDAY}))
    assert walls(availability_of_child(child, covers=over(1)).home_awake) == ["Mon 07:00-19:30"]


def test_a_family_window_ends_before_the_first_bedtime() -> None:
    found = stretches_for(WindowKind.TIME, home()[:4], zone=LONDON, within=WEEK, limits=LIMITS)
    assert found
    for starts, ends in found:
        day = day_of(starts, LONDON)
        assert ends <= wall_minute(day, minute_of_day(BEN.bedtime), LONDON)


@pytest.mark.parametrize("size", [2, 3, 4, 5])
def test_any_subset_has_windows_of_its_own(size: int) -> None:
    everybody = home()
    for names in combinations([one.name for one in everybody], size):
        shared = awake_together(subset(everybody, names), WEEK)
        by_hand = [WEEK]
        for person in everybody:
            if person.name in names:
                by_hand = list(intersect(by_hand, person.home_awake))
        assert list(shared) == by_hand


@settings(max_examples=30)
@given(LINES, st.sets(st.sampled_from(["Alex", "Sam", "Mia", "Ben", "Nana"]), min_size=3))
def test_more_people_never_have_more_time(line: str, names: set[str]) -> None:
    everybody = home(line)
    larger = awake_together(subset(everybody, names), WEEK)
    smaller = awake_together(subset(everybody, sorted(names)[1:]), WEEK)
    assert list(intersect(larger, smaller)) == list(larger)


@pytest.mark.parametrize("names", [["Alex"], ["Alex", "Nobody"]])
def test_one_alone_and_strangers_are_refused(names: list[str]) -> None:
    with pytest.raises(WindowsError):
        subset(home(), names)


@pytest.mark.parametrize(
    "wrong",
    [{"bedtime": time(6)}, {"school": (time(15), time(9))}],
)
def test_a_childs_day_that_cannot_be_is_refused(wrong: dict[str, time]) -> None:
    with pytest.raises(WindowsError):
        replace(MIA, **wrong)


def test_off_duty_is_awake_and_neither_at_work_nor_on_the_way() -> None:
    alex = Member(availability=home("D - - - - - -")[0], commute=45)
    monday = walls(off_duty(alex, over(1)))
    assert "Mon 05:30-06:15" in monday  # getting ready counts: a note can be recorded
    assert any(one.startswith("Mon 16:15") for one in monday)
    hidden = replace(alex, availability=replace(alex.availability, sleep=()))
    assert list(off_duty(hidden, over(1))) == list(
        intersect(alex.availability.home_awake, [over(1)])
    )


def test_days_apart_and_free_days_are_told() -> None:
    couple = [
        Member(availability=available(hours("L L L - - - -"), WEEK)),
        Member(availability=available(hours("M M M - - - -", "Sam"), WEEK)),
    ]
    assert walls(days_apart(couple, WEEK, zone=LONDON, least=10))[-1] == "Wed 00:00-00:00"
    assert walls(free_days(couple, WEEK, zone=LONDON)) == [
        f"{day} 00:00-00:00" for day in ("Fri", "Sat", "Sun")
    ]
