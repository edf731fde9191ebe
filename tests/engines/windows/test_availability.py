"""When one person is free, awake at home, and rested."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
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
from tests.engines.windows.household import LIMITS, at, available, hours, over, walls

from aftershift.engines.basics.spans import (
    Span,
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
from aftershift.engines.sleep.alertness import Numbers, alertness_through
from aftershift.engines.sleep.episodes import Habits, told_sleep
from aftershift.engines.sleep.phase import acrophase_through
from aftershift.engines.windows.availability import (
    Body,
    KnownHours,
    availability_of,
    body_of,
    near,
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
    assert walls(tired)[0] == "Mon 02:15-02:30"  # 00:15 by an average clock
    assert intersect(person.rested, tired) == []


NO_CURFEW = Limits(curfew=time(6), quiet_until=time(6))


def tired_by(body: Body, acrophase: Callable[[Numbers], Numbers] | None, covers: Span) -> Spans:
    """Mark each quarter of an hour at whose beginning or end alertness is below 7."""
    run = alertness_through(body.sleep, zone=LONDON, within=covers, acrophase=acrophase)
    low = run.total < 7
    quarters = range(covers[0], covers[1], 15)
    return union(
        (at, at + 15) for at, ends in zip(quarters, pairwise(low), strict=False) if any(ends)
    )


def test_who_comes_off_four_nights_is_tired_by_her_own_clock_and_not_by_the_average() -> None:
    known, covers = hours("M M M M - - - -"), over(8)
    person, body = available(known, covers, NO_CURFEW), body_of(known, covers=covers)
    own = acrophase_through(body.clock.lows, LONDON)
    tired = unfit(person, UnfitRule.TIRED)
    assert tired == intersect(person.home_awake, tired_by(body, own, covers))
    by_average = intersect(person.home_awake, tired_by(body, None, covers))
    assert walls(subtract(by_average, tired)) == ["Sat 00:00-00:15"]  # her evening comes later


@settings(max_examples=30, deadline=None)
@given(LINES, HABITS)
def test_the_curve_that_is_drawn_is_the_one_that_decides(line: str, habits: Habits) -> None:
    known, covers = hours(line, habits=habits), over(9)
    person, body = available(known, covers, NO_CURFEW), body_of(known, covers=covers)
    drawn = body.alertness(within=covers, step=15)
    quarters = range(covers[0], covers[1], 15)
    low = union(
        (at, at + 15)
        for at, kss in zip(quarters, pairwise(drawn.kss), strict=False)
        if max(kss) > 6.4
    )
    assert unfit(person, UnfitRule.TIRED) == intersect(person.home_awake, low)


def test_the_body_clock_remembers_the_nights_before_the_span() -> None:
    covers = over(2, MONDAY + timedelta(days=5))
    after_nights, rested = (
        clip([(int(low), int(low) + 1) for low in body.clock.lows], covers)
        for body in (body_of(hours(line), covers=covers) for line in ("N N N N N - -", "-"))
    )
    assert len(after_nights) == len(rested) == 2
    assert after_nights[0][0] - rested[0][0] > 45


@pytest.mark.parametrize("block", ["N N N N N N N - - - - - - -", "M M M M - - - M M M M - - -"])
def test_tomorrow_the_clock_says_the_same_of_the_same_day(block: str) -> None:
    """What is held is not moved because the run began a day later: the lows lie within a minute."""
    known = hours(" ".join([block] * 5))
    for day in range(35, 49):
        today, tomorrow = (over(14, MONDAY + timedelta(days=day + n)) for n in (0, 1))
        both = clip([today], tomorrow)
        first, second = (
            [low for low in body_of(known, covers=covers).clock.lows if both[0][0] <= low]
            for covers in (today, tomorrow)
        )
        pairs = zip(first, second, strict=False)
        assert max(abs(one - other) for one, other in pairs) < 1


def test_before_a_roster_begins_free_days_are_supposed_and_not_run_through() -> None:
    covers = over(7)
    endless = hours("N N N N - - -")
    known = replace(endless, known=(covers[0], covers[1]))
    short, long = (body_of(one, covers=covers) for one in (known, endless))
    assert len(short.clock.lows) < len(long.clock.lows) - 20
    apart = [
        min(abs(low - other) for other in long.clock.lows)
        for low in short.clock.lows
        if low >= covers[0]
    ]
    assert max(apart) < 1


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from("DENLMSTU--"), min_size=80, max_size=80).map(" ".join))
def test_what_is_weeks_away_changes_nothing_and_is_left_out(line: str) -> None:
    known, covers = hours(line), over(7, MONDAY + timedelta(days=50))
    cut = near(known, covers)
    assert len(cut.shifts) < len(known.shifts)
    assert available(cut, covers) == available(known, covers)
    assert body_of(cut, covers=covers) == body_of(known, covers=covers)


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
    body = body_of(known, covers=covers)
    person = availability_of(known, body, covers=covers, limits=LIMITS)
    assert subtract(person.rested, person.home_awake) == []
    assert subtract(person.home_awake, person.free) == []
    assert subtract(person.free, [covers]) == []
    assert intersect(person.home_awake, body.sleep) == []
    assert intersect(person.free, person.work) == []
    lost = union(span for one in person.unfit for span in one.spans)
    assert subtract(person.home_awake, lost) == person.rested


def test_episodes_before_the_span_are_looked_at() -> None:
    """The first morning is judged by the night before it, not by an empty record."""
    later = at(1, 12)
    covers = (minute_of(later), minute_of(later + timedelta(hours=6)))
    assert available(hours("-"), covers).rested == [covers]
