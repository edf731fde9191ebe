"""What a change of one roster costs the two of you, before anybody agrees to it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from tests.engines.sleep.rota import LINES, LONDON, MONDAY
from tests.engines.windows.household import at, hours

from aftershift.engines.windows.finding import Found, Search, find
from aftershift.engines.windows.overlap import WindowsError
from aftershift.engines.windows.whatif import compare, what_if

FORTNIGHT = Search(zone=LONDON, first=MONDAY, last=MONDAY + timedelta(days=13), now=at(1, 0))
SAM = hours("D D D D D - - D D D D D - -", "Sam")
BEFORE = "D D - - D D D - - D D - - -"


def found(mine: str) -> Found:
    return find([hours(mine), SAM], FORTNIGHT)


def test_the_same_rosters_change_nothing() -> None:
    nothing = compare(found(BEFORE), found(BEFORE))
    assert (nothing.free, nothing.awake, nothing.rested, nothing.days) == (0, 0, 0, ())
    assert nothing.talks_lost == nothing.talks_gained == nothing.hours_lost == ()


def test_a_swap_of_a_day_for_a_night_costs_rested_time_and_says_where() -> None:
    swapped = hours("D N - - D D D - - D D - - -")
    what = what_if(found(BEFORE), swapped, FORTNIGHT)
    assert what.rested < -120
    assert sum(day.rested for day in what.days) == what.rested
    assert sum(day.awake for day in what.days) == what.awake
    assert {day.day.day for day in what.days} <= {1, 2, 3, 4}
    assert {one.starts.day for one in what.talks_lost} == {3}


def test_only_the_one_who_changes_is_computed_anew_and_nothing_differs() -> None:
    swapped = "D N - - D D D - - D D - - -"
    assert what_if(found(BEFORE), hours(swapped), FORTNIGHT) == compare(
        found(BEFORE), found(swapped)
    )


def test_a_stranger_and_other_days_are_refused() -> None:
    with pytest.raises(WindowsError):
        what_if(found(BEFORE), hours(BEFORE, "Nobody"), FORTNIGHT)
    later = replace(FORTNIGHT, first=MONDAY + timedelta(days=1))
    with pytest.raises(WindowsError):
        compare(found(BEFORE), find([hours(BEFORE), SAM], later))


@settings(max_examples=25, deadline=None)
@given(LINES, LINES)
def test_what_one_way_costs_the_other_way_gives(one: str, other: str) -> None:
    there, back = compare(found(one), found(other)), compare(found(other), found(one))
    assert (there.free, there.awake, there.rested) == (-back.free, -back.awake, -back.rested)
    assert (there.talks_lost, there.hours_lost) == (back.talks_gained, back.hours_gained)
