"""When one person is free, awake at home, and rested."""

from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
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
from tests.engines.windows.household import LIMITS, at, available, hours, over, walls

from aftershift.engines.basics.spans import (
    Spans,
    clip,
    day_span,
    intersect,
    is_inside,
    minute_of,
    subtract,
    union,
)
from aftershift.engines.rosters.shifts import Kind
from aftershift.engines.sleep.episodes import Habits, told_sleep
from aftershift.engines.windows.availability import (
    KnownHours,
    availability_of,
    lows_of,
    sleep_of,
)
from aftershift.engines.windows.limits import Limits
from aftershift.engines.windows.overlap import Availability, UnfitRule, WindowsError


def unfit(person: Availability, rule: UnfitRule) -> Spans:
    return next(one.spans for one in person.unfit if one.rule is rule)


def test_a_day_shift_binds_its_ways_and_the_preparing() -> None:
    person = available(hours("D"), over(1))
    assert walls(person.free) == ["Mon 00:00-07:00", "Mon 15:30-00:00"]
    assert walls(person.home_awake) == ["Mon 16:15-00:00"]
    assert walls(person.rested) == ["Mon 16:15-22:30"]


def test_winding_down_after_a_night_belongs_to_sleep() -> None:
    person = available(hours("N - -"), over(3))
    assert walls(clip(person.home_awake, day_span(date(2026, 6, 2), LONDON))) == ["Tue 13:30-00:00"]


def test_a_split_shift_is_home_and_awake_in_its_middle() -> None:
    person = available(hours("S"), over(1))
    assert "Mon 10:45-14:30" in walls(person.home_awake)


def test_between_the_last_night_and_the_next_long_sleep_there_is_no_rest() -> None:
    """S3-02: the guard fires after nights."""
    person = available(hours("N N - -"), over(5))
    after = day_span(date(2026, 6, 3), LONDON)
    assert list(clip(person.rested, after)) == []
    assert walls(unfit(person, UnfitRule.AFTER_NIGHTS))[-1] == "Wed 13:30-00:15"
    assert walls(clip(person.rested, day_span(date(2026, 6, 4), LONDON))) == ["Thu 09:45-22:30"]


def test_a_short_night_takes_the_day_away() -> None:
    night = told_sleep(at(3, 2), at(3, 6))
    known = KnownHours(
        name="Alex", zone=LONDON, shifts=(), habits=Habits(), told=(night,), shares_times=True
    )
    person = available(known, over(4))
    waking_day = (minute_of(at(3, 7, 15)), minute_of(at(3, 23)))
    assert list(clip(person.rested, waking_day)) == []
    assert is_inside(waking_day, unfit(person, UnfitRule.SHORT_SLEEP))


def test_an_hour_after_waking_is_no_time_for_a_talk() -> None:
    person = available(hours("-"), over(1))
    assert walls(unfit(person, UnfitRule.JUST_WOKEN)) == ["Mon 08:45-09:45"]
    assert walls(person.rested) == ["Mon 09:45-22:30"]


@pytest.mark.parametrize(
    ("curfew", "rested"),
    [
        (Limits(curfew=time(21)), "Mon 09:45-21:00"),
        (Limits(), "Mon 09:45-22:30"),
        (Limits(curfew=time(6), quiet_until=time(6)), "Mon 09:45-00:00"),  # none
    ],
)
def test_the_curfew_ends_the_rested_evening(curfew: Limits, rested: str) -> None:
    assert walls(available(hours("-"), over(1), curfew).rested)[-1] == rested


def test_call_at_home_is_awake_at_home_but_not_for_a_talk() -> None:
    """An all-day "on call" (Cal.com #6292) is neither work nor rest."""
    call = one_shift(MONDAY, 0, 1440, kind=Kind.ON_CALL)
    known = KnownHours(name="Alex", zone=LONDON, shifts=(call,), habits=Habits())
    person = available(known, over(1))
    assert walls(person.home_awake) == ["Mon 00:00-00:15", "Mon 08:45-00:00"]
    assert person.rested == []
    assert person.free == [over(1)]


def test_too_little_alertness_is_no_time_for_a_talk() -> None:
    owl = Habits(mid_sleep_free=time(6), sleep_need=420)
    none = Limits(curfew=time(6), quiet_until=time(6))
    person = available(hours("- -", habits=owl), over(2), none)
    tired = unfit(person, UnfitRule.TIRED)
    assert walls(tired)[0] == "Mon 00:15-02:30"
    assert intersect(person.rested, tired) == []


def test_times_are_named_only_where_they_are_shared() -> None:
    shared = hours("D")
    secret = KnownHours(name="Sam", zone=LONDON, shifts=shared.shifts, habits=Habits())
    assert walls(available(shared, over(1)).work) == ["Mon 07:00-15:30"]
    person = available(secret, over(1))
    assert (list(person.work), list(person.sleep)) == ([], [])
    assert person.rested == available(shared, over(1)).rested


@pytest.mark.parametrize("wrong", [{"talk_minutes": 0}, {"moment_minutes": 1000}])
def test_limits_refuse_nonsense(wrong: dict[str, int]) -> None:
    with pytest.raises(WindowsError, match=next(iter(wrong))):
        Limits(**wrong)


@settings(max_examples=60)
@given(LINES, HABITS, ZONES, FIRST_DAYS)
def test_rested_is_awake_at_home_and_awake_at_home_is_free(
    line: str, habits: Habits, zone: ZoneInfo, first: date
) -> None:
    covers = over(9, first, zone)
    known = KnownHours(
        name="a",
        zone=zone,
        shifts=roster(line, first, zone),
        habits=habits,
        shares_times=True,
    )
    episodes = sleep_of(known, covers=covers)
    person = availability_of(known, episodes, covers=covers, limits=LIMITS)
    assert subtract(person.rested, person.home_awake) == []
    assert subtract(person.home_awake, person.free) == []
    assert subtract(person.free, [covers]) == []
    assert intersect(person.home_awake, union(one.span for one in episodes)) == []
    assert intersect(person.free, person.work) == []
    lost = union(span for one in person.unfit for span in one.spans)
    assert subtract(person.home_awake, lost) == person.rested


def test_the_body_clock_remembers_the_nights_before_the_span() -> None:
    covers = over(2, MONDAY + timedelta(days=5))
    after_nights, rested = (lows_of(hours(line), covers=covers) for line in ("N N N N N - -", "-"))
    assert len(after_nights) == len(rested) == 2
    assert after_nights[0].cbtmin - rested[0].cbtmin > timedelta(minutes=45)
    assert all(covers[0] <= minute_of(low.cbtmin) < covers[1] for low in (*after_nights, *rested))


def test_episodes_before_the_span_are_looked_at() -> None:
    """The first morning is judged by the night before it, not by an empty record."""
    later = at(1, 12)
    covers = (minute_of(later), minute_of(later + timedelta(hours=6)))
    assert available(hours("-"), covers).rested == [covers]
