"""The hours of whole weeks: as the fortnight counts them, and nothing where a roster is silent."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.engines.sleep.rota import LONDON, NEW_YORK
from tests.engines.windows.household import available, hours, over

from aftershift.engines.basics.spans import day_span
from aftershift.engines.windows.availability import KnownHours, home_awake_of
from aftershift.engines.windows.overlap import days_together
from aftershift.engines.windows.weeks import WeekTogether, weeks_together

MONDAY = date(2026, 9, 28)  # the clocks change in the fourth week
HERS = " ".join(["L L - - N N - - L L - - - -"] * 3)
THEIRS = " ".join(["L L L - - - - L L L L - - -"] * 3)


def couple(zone=LONDON) -> list[KnownHours]:
    return [hours(HERS, "Alex", MONDAY), hours(THEIRS, "Sam", MONDAY, zone)]


def test_awake_at_home_is_the_same_without_a_body_clock() -> None:
    for one in couple():
        covers = over(42, MONDAY)
        assert home_awake_of(one, covers=covers) == available(one, covers).home_awake


@pytest.mark.parametrize("zone", [LONDON, NEW_YORK])
def test_a_week_is_the_sum_of_its_days(zone) -> None:
    everyone = couple(zone)
    people = [available(one, over(42, MONDAY)) for one in everyone]
    last = MONDAY + timedelta(days=41)
    days = days_together(people, zone=LONDON, first=MONDAY, last=last)
    found = weeks_together(everyone, zone=LONDON, first=MONDAY, weeks=6)
    assert [one.monday for one in found] == [MONDAY + timedelta(weeks=n) for n in range(6)]
    assert [one.minutes for one in found] == [
        sum(day.awake_together for day in days[7 * n : 7 * n + 7]) for n in range(6)
    ]


def test_a_week_that_one_roster_does_not_cover_is_left_out() -> None:
    alex, sam = couple()
    first, last = MONDAY + timedelta(days=8), MONDAY + timedelta(days=27)
    known = day_span(first, LONDON)[0], day_span(last, LONDON)[1]
    found = weeks_together([alex, replace(sam, known=known)], zone=LONDON, first=MONDAY, weeks=6)
    whole = weeks_together([alex, sam], zone=LONDON, first=MONDAY, weeks=6)
    assert found == whole[2:4]
    nothing = [alex, replace(sam, known=(0, 0))]
    assert weeks_together(nothing, zone=LONDON, first=MONDAY, weeks=6) == ()


def test_somebody_usually_at_home_is_awake_when_the_other_is_home() -> None:
    alex, sam = couple()
    at_home = replace(sam, shifts=(), known=None)
    more = weeks_together([alex, at_home], zone=LONDON, first=MONDAY, weeks=2)
    less = weeks_together([alex, sam], zone=LONDON, first=MONDAY, weeks=2)
    assert all(one.minutes > other.minutes for one, other in zip(more, less, strict=True))
    assert isinstance(more[0], WeekTogether)
    assert weeks_together([], zone=LONDON, first=MONDAY, weeks=2) == ()
