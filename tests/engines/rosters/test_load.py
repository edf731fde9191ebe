"""When the roster itself is the load, and where a moment lies in it: tables of rosters."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from aftershift.engines.rosters.around import Around, around
from aftershift.engines.rosters.load import Heavy, Past, load_of
from aftershift.engines.rosters.shifts import Kind, Shift

LONDON = ZoneInfo("Europe/London")
MONDAY = date(2026, 10, 5)
HOURS = {"D": (7, 15), "L": (7, 20), "E": (13, 21), "N": (21, 31)}
KNOWN = (MONDAY - timedelta(days=14), MONDAY + timedelta(days=20))


def roster(line: str, first: date = MONDAY) -> tuple[Shift, ...]:
    return tuple(
        shift(first + timedelta(days=n), *HOURS[code])
        for n, code in enumerate(line.split())
        if code != "-"
    )


def shift(day: date, starts: int, ends: int, kind: Kind = Kind.WORK) -> Shift:
    midnight = datetime(day.year, day.month, day.day, tzinfo=LONDON)
    first, last = midnight + timedelta(hours=starts), midnight + timedelta(hours=ends)
    return Shift(
        identity=f"{day} {starts}",
        starts=first,
        ends=last,
        exact_starts=first,
        exact_ends=last,
        zone="Europe/London",
        code="X",
        kind=kind,
        certainty=1.0,
    )


def at(day: int, hour: int = 9) -> datetime:
    """An hour of a day after the Monday."""
    return datetime(2026, 10, 5, tzinfo=LONDON) + timedelta(days=day, hours=hour)


@pytest.mark.parametrize(
    ("line", "day", "heavy"),
    [
        ("D D D D D - -", 2, {}),
        ("N N N - - - -", 4, {}),  # three nights: not many
        ("N N N N - - -", 4, {Past.NIGHT_RUNS: 4}),
        ("N N N N N - -", 0, {Past.NIGHT_RUNS: 5}),  # ahead counts too
        ("E D - - - - -", 1, {Past.QUICK_RETURNS: 1}),  # its two days last
        ("E D - - - - -", 5, {}),  # one, and over
        ("E D - E D - -", 6, {Past.QUICK_RETURNS: 2}),
        ("L L L L - - -", 3, {}),  # 52 hours, after a week of none
        ("L L L L L - -", 3, {Past.WEEKLY_HOURS: 65}),
        ("- - - - - - - - L L L L - -", 9, {}),
        ("L L L L - - - L L L L - - -", 9, {Past.WEEKLY_HOURS: 52}),  # the mean of two
    ],
)
def test_a_limit_that_is_passed_is_named(line: str, day: int, heavy: dict[Past, int]) -> None:
    found = load_of(roster(line), zone=LONDON, now=at(day), known=KNOWN)
    assert {one.past: one.count for one in found} == heavy


def test_a_week_without_a_long_rest_is_named() -> None:
    line = " ".join(["D"] * 35)
    found = load_of(roster(line, KNOWN[0]), zone=LONDON, now=at(2), known=KNOWN)
    assert Heavy(past=Past.WEEKLY_REST, count=2) in found


def test_nothing_is_said_of_days_that_the_roster_does_not_cover() -> None:
    known = (MONDAY + timedelta(days=14), MONDAY + timedelta(days=20))
    assert load_of(roster("N N N N N"), zone=LONDON, now=at(2), known=known) == ()


@pytest.mark.parametrize(
    ("line", "moment", "found"),
    [
        ("- N N N N -", at(1, 12), 0),  # the run has not begun
        ("- N N N N -", at(1, 22), 3),
        ("- N N N N -", at(2, 9), 3),  # asleep after the first
        ("- N N N N -", at(3, 12), 2),  # two nights to go
        ("- N N N N -", at(4, 23), 0),  # in the last one
        ("- N N - N N", at(2, 12), 1),  # of this run, not of the next
        ("D D D D D D", at(2, 12), 0),
    ],
)
def test_nights_to_go_are_those_of_a_run_that_has_begun(
    line: str, moment: datetime, found: int
) -> None:
    assert around(roster(line), moment).nights_to_go == found


def test_before_at_and_after_a_shift() -> None:
    shifts = roster("D - -")
    assert around(shifts, at(0, 5)) == Around(to_shift=120)
    assert around(shifts, at(0, 9)) == Around()
    assert around(shifts, at(0, 16)) == Around(from_shift=60)


def test_call_from_home_is_no_shift() -> None:
    call = (shift(MONDAY, 7, 20, Kind.ON_CALL),)
    assert around(call, at(0, 5)) == Around()
