"""Naps are proposed where the published advice puts them, and never where one cannot lie down."""

from datetime import date, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from tests.engines.sleep.rota import HABITS, LINES, LONDON, MONDAY, PLACES, one_shift, roster

from aftershift.engines.basics.spans import day_span, intersect, meets, minute_of, union
from aftershift.engines.rosters.shifts import Kind, Shift
from aftershift.engines.sleep.episodes import Habits, likely_sleep
from aftershift.engines.sleep.naps import Nap, NapReason, nap_suggestions


def naps(
    shifts: tuple[Shift, ...],
    days: int = 7,
    habits: Habits | None = None,
    zone: ZoneInfo = LONDON,
    first: date = MONDAY,
) -> tuple[Nap, ...]:
    habits = habits or Habits()
    last = first + timedelta(days=days - 1)
    slept = likely_sleep(shifts, habits, zone=zone, first=first, last=last)
    within = day_span(first, zone)[0], day_span(last, zone)[1]
    return nap_suggestions(shifts, habits, slept, zone=zone, within=within)


def walls(found: tuple[Nap, ...]) -> list[tuple[str, str, str]]:
    return [
        (
            one.starts.astimezone(LONDON).strftime("%a %H:%M"),
            one.ends.astimezone(LONDON).strftime("%H:%M"),
            one.why.value,
        )
        for one in found
    ]


BEFORE = ("Mon 15:30", "17:00", "before_first_night")
FIRST, SECOND = ("Tue 02:30", "03:00", "on_duty"), ("Wed 02:30", "03:00", "on_duty")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("N -", [BEFORE, FIRST]),
        ("N N -", [BEFORE, FIRST, SECOND]),  # only before the first of a run
        ("D D", []),
        ("T -", [FIRST]),  # 24 h from the morning: nobody is at home that afternoon
    ],
)
def test_naps_lie_before_the_first_night_and_on_duty(
    line: str, expected: list[tuple[str, str, str]]
) -> None:
    assert walls(naps(roster(line))) == expected


def test_who_leaves_early_for_the_night_naps_before_leaving() -> None:
    evening = one_shift(MONDAY, 18 * 60, 30 * 60)
    assert walls(naps((evening,), days=1)) == [("Mon 15:00", "16:30", "before_first_night")]


def test_work_that_ends_before_four_is_a_late_evening_and_asks_for_no_nap() -> None:
    evening = one_shift(MONDAY, 20 * 60, 28 * 60)
    assert [one.why for one in naps((evening,), days=2)] == [
        NapReason.BEFORE_FIRST_NIGHT,
        NapReason.ON_DUTY,
    ]
    short = one_shift(MONDAY, 20 * 60, 27 * 60 + 55)
    assert naps((short,), days=2) == ()


def test_a_short_night_asks_for_a_short_nap_and_a_short_day_sleep_for_a_long_one() -> None:
    early = one_shift(MONDAY, 270, 690)  # 04:30-11:30: 5 h in bed
    assert walls(naps((early,), days=1)) == [("Mon 16:30", "17:00", "recovery")]
    meeting = one_shift(MONDAY, 1440 + 780, 1440 + 840)  # 13:00-14:00, between two nights
    (found,) = [one for one in naps((*roster("N N -"), meeting)) if one.why is NapReason.RECOVERY]
    assert walls((found,)) == [("Tue 15:30", "17:00", "recovery")]


@settings(max_examples=100)
@given(LINES, HABITS, PLACES)
def test_a_nap_meets_no_sleep_no_other_and_at_home_no_work(
    line: str, habits: Habits, place: tuple[ZoneInfo, date]
) -> None:
    zone, first = place
    shifts = roster(line, first, zone)
    found = naps(shifts, 10, habits, zone, first)
    slept = union(
        one.span
        for one in likely_sleep(
            shifts, habits, zone=zone, first=first, last=first + timedelta(days=9)
        )
    )
    spans = [(minute_of(one.starts), minute_of(one.ends)) for one in found]
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert intersect(spans, slept) == []
    work = union((minute_of(s.starts), minute_of(s.ends)) for s in shifts if s.kind is Kind.WORK)
    for span, one in zip(spans, found, strict=True):
        assert meets(span, work) is (one.why is NapReason.ON_DUTY)
        assert span[1] - span[0] in {30, 90}
