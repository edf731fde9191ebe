"""Over both changes of the clocks in eight zones: what must hold whatever the rosters are."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines.rosters.wards import ENGLISH
from tests.engines.sleep.rota import HABITS, LINES, weeks_of_interest
from tests.engines.windows.household import LIMITS, available, hours, over

from aftershift.engines.basics.spans import (
    Spans,
    day_of,
    intersect,
    minute_of,
    moment_of,
    subtract,
    total,
    union,
)
from aftershift.engines.rosters.codes import Ward
from aftershift.engines.rosters.lines import read_line
from aftershift.engines.rosters.shifts import Kind
from aftershift.engines.sleep.sleeps import Habits
from aftershift.engines.windows.availability import KnownHours, sleep_of
from aftershift.engines.windows.overlap import (
    Availability,
    awake_together,
    days_together,
    free_together,
    rested_together,
    total_together,
)

KEYS = (
    "Europe/London",
    "America/New_York",
    "Australia/Lord_Howe",  # by half an hour
    "Asia/Kathmandu",  # 5:45 ahead, never
    "Pacific/Apia",  # 13 h ahead, no more since 2021
    "America/St_Johns",  # 3:30 behind
    "Africa/Casablanca",  # back for Ramadan, and forward after it
    "Pacific/Chatham",  # 12:45 ahead, at 02:45
)
DAYS = 9  # from four days before each change
PLACES = [(ZoneInfo(key), first) for key in KEYS for first in weeks_of_interest(ZoneInfo(key))]
EVERYWHERE = pytest.mark.parametrize(
    ("zone", "first"), PLACES, ids=[f"{zone.key} {first}" for zone, first in PLACES]
)
FEW = settings.get_profile(settings.get_current_profile_name()).max_examples // 12
few = settings(max_examples=FEW, deadline=None)


def test_six_of_the_zones_change_their_clocks_twice_in_the_year() -> None:
    changes = [sum(zone.key == key for zone, _first in PLACES) - 1 for key in KEYS]
    assert changes == [2, 2, 2, 0, 0, 2, 2, 2]


def person(
    name: str, line: str, place: tuple[ZoneInfo, date], habits: Habits
) -> tuple[KnownHours, Availability]:
    zone, first = place
    known = hours(line, name, first, zone, habits)
    return known, available(known, over(DAYS, first, zone))


@EVERYWHERE
@few
@given(LINES, LINES, HABITS)
def test_the_time_together_is_what_counting_every_minute_gives(
    zone: ZoneInfo, first: date, mine: str, theirs: str, habits: Habits
) -> None:
    place = (zone, first)
    both = [person("a", mine, place, habits)[1], person("b", theirs, place, Habits())[1]]
    days = days_together(both, zone=zone, first=first, last=first + timedelta(days=DAYS - 1))
    span = over(DAYS, first, zone)
    for field, sweep in (
        ("free", free_together),
        ("home_awake", awake_together),
        ("rested", rested_together),
    ):
        shared = set.intersection(*(minutes(getattr(one, field)) for one in both))
        by_day = [sum(starts <= at < ends for at in shared) for starts, ends in midnights(place)]
        name = {"home_awake": "awake"}.get(field, field)
        assert [getattr(one, f"{name}_together") for one in days] == by_day
        assert total(sweep(both, span)) == len(shared)
        assert getattr(total_together(days), f"{name}_together") == len(shared)


def minutes(spans: Spans) -> set[int]:
    return {minute for starts, ends in spans for minute in range(starts, ends)}


def midnights(place: tuple[ZoneInfo, date]) -> list[tuple[int, int]]:
    """Find each local day's minutes by asking the clock for the day, minute by minute."""
    zone, first = place
    starts, ends = over(DAYS, first, zone)
    edges = [at for at in range(starts, ends, 15) if day_of(at, zone) != day_of(at - 15, zone)]
    return list(zip(edges, [*edges[1:], ends], strict=True))


WARD_HOURS = {"D": (420, 1170), "N": (1170, 1890), "E": (420, 900), "L": (780, 1260)}


@EVERYWHERE
@few
@given(st.lists(st.sampled_from([*WARD_HOURS, "O"]), min_size=DAYS, max_size=DAYS))
def test_shifts_stand_on_the_wards_wall(zone: ZoneInfo, first: date, codes: list[str]) -> None:
    """Read off its own clocks, each starts and ends at the planned minute of the planned day."""
    found = read_line(" ".join(codes), anchor=first, ward=Ward(zone=zone, dialects=(ENGLISH,)))
    shown = [(wall_of(one.starts, zone), wall_of(one.ends, zone)) for one in found.shifts]
    assert shown == [
        tuple((first + timedelta(days=n + at // 1440), at % 1440) for at in WARD_HOURS[code])
        for n, code in enumerate(codes)
        if code in WARD_HOURS
    ]
    assert all(one.ends > one.starts and one.zone == zone.key for one in found.shifts)


def wall_of(moment: datetime, zone: ZoneInfo) -> tuple[date, int]:
    shown = moment.astimezone(zone)
    return shown.date(), shown.hour * 60 + shown.minute


@EVERYWHERE
@few
@given(LINES, HABITS)
def test_nobody_sleeps_at_work_or_twice_at_once(
    zone: ZoneInfo, first: date, line: str, habits: Habits
) -> None:
    known, _available = person("a", line, (zone, first), habits)
    sleep = [one.span for one in sleep_of(known, covers=over(DAYS, first, zone))]
    work = union(
        (minute_of(one.starts) - habits.commute, minute_of(one.ends) + habits.commute)
        for one in known.shifts
        if one.kind is Kind.WORK
    )
    assert intersect(union(sleep), work) == []
    assert total(union(sleep)) == sum(ends - starts for starts, ends in sleep)


@EVERYWHERE
@few
@given(LINES, HABITS)
def test_rested_lies_in_awake_at_home_and_that_in_free(
    zone: ZoneInfo, first: date, line: str, habits: Habits
) -> None:
    _known, one = person("a", line, (zone, first), habits)
    assert subtract(one.rested, one.home_awake) == []
    assert subtract(one.home_awake, one.free) == []
    assert intersect(one.free, one.work) == []
    assert intersect(one.home_awake, one.sleep) == []
    quiet = [wall_of(moment_of(at), zone)[1] for at in minutes(one.rested)]
    starts, ends = LIMITS.quiet
    assert not [at for at in quiet if at >= starts or at < ends - 1440]
