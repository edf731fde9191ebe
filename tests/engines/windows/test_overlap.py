"""Time together, against counting every minute."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engines.sleep.rota import KATHMANDU, LONDON, LORD_HOWE, MONDAY, NEW_YORK
from tests.engines.windows.household import anybody, available, hours, over

from aftershift.engines.basics.spans import Spans, day_of
from aftershift.engines.windows.overlap import (
    Availability,
    DayTogether,
    WindowsError,
    days_together,
    total_together,
)

CHANGES = [
    (LONDON, date(2026, 10, 24)),
    (LONDON, date(2026, 3, 28)),
    (NEW_YORK, date(2026, 10, 31)),
    (NEW_YORK, date(2026, 3, 7)),
    (LORD_HOWE, date(2026, 4, 4)),
    (KATHMANDU, MONDAY),
]


def minutes(spans: Spans) -> set[int]:
    return {minute for starts, ends in spans for minute in range(starts, ends)}


def counted(people: list[Availability], zone: ZoneInfo, days: list[date]) -> list[DayTogether]:
    free = set.intersection(*(minutes(one.free) for one in people))
    awake = set.intersection(*(minutes(one.home_awake) for one in people))
    rested = set.intersection(*(minutes(one.rested) for one in people))
    return [
        DayTogether(
            day=day,
            free_together=sum(day_of(minute, zone) == day for minute in free),
            awake_together=sum(day_of(minute, zone) == day for minute in awake),
            rested_together=sum(day_of(minute, zone) == day for minute in rested),
        )
        for day in days
    ]


@pytest.mark.parametrize(("zone", "first"), CHANGES)
@given(data=st.data())
def test_the_sweep_equals_a_count_of_every_minute(
    zone: ZoneInfo, first: date, data: st.DataObject
) -> None:
    names = data.draw(st.sampled_from([["a"], ["a", "b"], ["a", "b", "c"]]))
    within = over(2, first, zone)
    people = [data.draw(anybody(name, within)) for name in names]
    days = [first, first + timedelta(days=1)]
    found = days_together(people, zone=zone, first=days[0], last=days[1])
    assert list(found) == counted(people, zone, days)
    assert total_together(found).rested_together == sum(day.rested_together for day in found)


@pytest.mark.parametrize(
    ("first", "whole_day"), [(date(2026, 10, 25), 1500), (date(2026, 3, 29), 1380)]
)
def test_a_day_off_is_as_long_as_its_clocks_say(first: date, whole_day: int) -> None:
    person = available(hours("-", first=first), over(1, first))
    (day,) = days_together([person, person], zone=LONDON, first=first, last=first)
    assert day.free_together == whole_day


def test_sleep_side_by_side_is_never_counted() -> None:
    """S3-03: presence, never proximity."""
    covers = over(3)
    people = [available(hours("- - -"), covers), available(hours("- - -", "Sam"), covers)]
    days = days_together(people, zone=LONDON, first=MONDAY, last=MONDAY + timedelta(days=2))
    assert [day.free_together for day in days] == [1440] * 3
    assert [day.awake_together for day in days] == [1440 - 510] * 3


def test_nobody_cannot_be_counted() -> None:
    with pytest.raises(WindowsError):
        days_together([], zone=LONDON, first=MONDAY, last=MONDAY)


def test_a_range_that_ends_before_it_begins_has_no_days() -> None:
    person = available(hours("-"), over(1))
    last = MONDAY - timedelta(days=1)
    assert days_together([person], zone=LONDON, first=MONDAY, last=last) == ()
