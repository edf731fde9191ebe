"""Light guessed from shifts and sleep."""

from datetime import date, time

import pytest
from hypothesis import given
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

from aftershift.engines.basics.spans import day_span, minute_of, wall_minute
from aftershift.engines.rosters.shifts import Kind
from aftershift.engines.sleep.episodes import likely_sleep
from aftershift.engines.sleep.light import (
    ASLEEP_LUX,
    DAY_LUX,
    DAYLIGHT_WAY_LUX,
    EVENING_LUX,
    NIGHT_WORK_LUX,
    Light,
    light_of,
    usual_light,
)
from aftershift.engines.sleep.sleeps import Habits, SleepError

TUESDAY = MONDAY.replace(day=2)
LEVELS = {ASLEEP_LUX, DAY_LUX, DAYLIGHT_WAY_LUX, EVENING_LUX, NIGHT_WORK_LUX}


def of(line: str, day: date = MONDAY, commute: int = 45) -> Light:
    shifts, habits = roster(line, day), Habits(commute=commute)
    sleep = likely_sleep(shifts, habits, zone=LONDON, first=day, last=TUESDAY)
    covers = day_span(day, LONDON)[0], day_span(TUESDAY, LONDON)[1]
    return light_of(sleep, shifts, zone=LONDON, covers=covers, commute=commute)


@pytest.mark.parametrize(
    ("line", "day", "clock", "lux"),
    [
        ("- -", MONDAY, 4, ASLEEP_LUX),
        ("- -", MONDAY, 12, DAY_LUX),
        ("- -", MONDAY, 22, EVENING_LUX),
        ("L -", MONDAY, 12, DAY_LUX),  # at work
        ("L -", MONDAY, 6.5, EVENING_LUX),  # on the way before the sun
        ("M -", MONDAY, 18.5, DAYLIGHT_WAY_LUX),
        ("M -", MONDAY, 23, NIGHT_WORK_LUX),
        ("M -", TUESDAY, 6.5, NIGHT_WORK_LUX),
        ("M -", TUESDAY, 7.5, DAYLIGHT_WAY_LUX),
        ("M -", TUESDAY, 10, ASLEEP_LUX),  # asleep by day is dark
        ("M -", TUESDAY, 16, DAY_LUX),
        ("C -", MONDAY, 12, DAY_LUX),
        ("C -", MONDAY, 22, EVENING_LUX),  # on call at home is at home
    ],
)
def test_light_follows_from_where_one_is(line: str, day: date, clock: float, lux: float) -> None:
    assert of(line).at(wall_minute(day, int(60 * clock), LONDON)) == lux


def test_outside_its_minutes_no_light_is_known() -> None:
    light = of("- -")
    assert light.at(light.minutes[0] - 1) is None
    assert light.at(light.minutes[-1]) is None


def test_sleep_at_work_is_dark() -> None:
    duty = one_shift(MONDAY, 8 * 60, 32 * 60)
    nap = likely_sleep((), Habits(mid_sleep_free=time(3)), zone=LONDON, first=MONDAY, last=TUESDAY)
    covers = day_span(MONDAY, LONDON)[0], day_span(TUESDAY, LONDON)[1]
    light = light_of(nap, (duty,), zone=LONDON, covers=covers)
    assert light.at(wall_minute(TUESDAY, 3 * 60, LONDON)) == ASLEEP_LUX


@given(LINES, FIRST_DAYS, ZONES, HABITS)
def test_light_fills_all_that_is_covered_and_says_each_change_once(line, first, zone, habits):  # type: ignore[no-untyped-def]
    shifts = roster(line, first, zone)
    sleep = likely_sleep(shifts, habits, zone=zone, first=first, last=first)
    covers = day_span(first, zone)
    light = light_of(sleep, shifts, zone=zone, covers=covers, commute=habits.commute)
    assert (light.minutes[0], light.minutes[-1]) == covers
    assert set(light.lux) <= LEVELS
    assert all(one != other for one, other in zip(light.lux, light.lux[1:], strict=False))
    asleep = [one.span for one in sleep]
    at_work = [
        (minute_of(one.starts), minute_of(one.ends)) for one in shifts if one.kind is Kind.WORK
    ]
    for minute in range(covers[0], covers[1], 7):
        lux = light.at(minute)
        assert (lux == 0) == any(starts <= minute < ends for starts, ends in asleep)
        if lux == NIGHT_WORK_LUX:
            assert any(starts <= minute < ends for starts, ends in at_work)


@pytest.mark.parametrize("until", [0, 90, 700, 1439])
def test_the_usual_day_repeats_for_four_weeks(until: int) -> None:
    habits = Habits(mid_sleep_free=time(4), sleep_need=480)
    light = usual_light(habits, until)
    assert (light.minutes[0], light.minutes[-1]) == (until - 28 * 1440, until)
    for day in (1, 13, 27):
        shown = [light.at(hour * 60 - day * 1440) for hour in (1, 7, 9, 20, 23)]
        assert shown == [0, 0, DAY_LUX, EVENING_LUX, EVENING_LUX]


@pytest.mark.parametrize(
    ("minutes", "lux", "reason"),
    [
        ((0,), (), "one more minute"),
        ((0, 1), (1.0, 2.0), "one more minute"),
        ((0, 5, 5), (1.0, 2.0), "do not ascend"),
        ((0, 5), (-1.0,), "below 0"),
    ],
)
def test_impossible_light_is_refused(
    minutes: tuple[int, ...], lux: tuple[float, ...], reason: str
) -> None:
    with pytest.raises(SleepError, match=reason):
        Light(minutes=minutes, lux=lux)
