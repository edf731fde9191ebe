"""Scenarios 1 to 6: from the bytes of a calendar to shifts, and to what a changed one changes.

What each part does alone is tested in tests/adapters and tests/engines/rosters. Ten thousand
events against a calendar library (scenario 5) are benchmarks/calendars.py: here one file holds
5,000 events at most.
"""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from tests.calendar_files import YEAR, calendar, z
from tests.engines.rosters.wards import ENGLISH
from tests.engines.windows.household import available

from aftershift.adapters import calendars
from aftershift.engines.basics.spans import day_span
from aftershift.engines.rosters.codes import Ward
from aftershift.engines.rosters.events import shifts_from
from aftershift.engines.rosters.merge import merge
from aftershift.engines.rosters.shifts import Flag, Reading, Shift
from aftershift.engines.sleep.sleeps import Habits
from aftershift.engines.windows.availability import KnownHours
from aftershift.engines.windows.family import Member
from aftershift.engines.windows.following import Standing, follow_rosters
from aftershift.engines.windows.month import Home, Horizon
from aftershift.engines.windows.plan import MoveCause
from aftershift.engines.windows.ritual_plan import plan_rituals
from aftershift.library.rituals import load_rituals

LONDON, NEW_YORK = ZoneInfo("Europe/London"), ZoneInfo("America/New_York")


def shifts_in(data: bytes, zone: ZoneInfo = LONDON) -> Reading:
    found = calendars.read(data, zone=zone.key, window=YEAR)
    return shifts_from(found.events, ward=Ward(zone=zone, dialects=(ENGLISH,)))


def event(code: str, zone: ZoneInfo, starts: str, ends: str, *more: str) -> str:
    at = (f"DTSTART;TZID={zone.key}:{starts}00", f"DTEND;TZID={zone.key}:{ends}00")
    return "\n".join((f"SUMMARY:{code}", *at, *more))


def hours(shift: Shift) -> float:
    return (shift.ends - shift.starts) / timedelta(hours=1)


@pytest.mark.parametrize(
    ("starts", "ends", "expected", "flag"),
    [
        ("20261024T1930", "20261025T0730", ("20261024T1830Z", "20261025T0730Z", 13.0), "BACK"),
        ("20260328T1930", "20260329T0730", ("20260328T1930Z", "20260329T0630Z", 11.0), "FORWARD"),
    ],
)
def test_1_a_night_over_a_clock_change_is_an_hour_longer_or_shorter(
    starts: str, ends: str, expected: tuple[str, str, float], flag: str
) -> None:
    (night,) = shifts_in(calendar(event("N", LONDON, starts, ends))).shifts
    assert (z(night.starts), z(night.ends), hours(night)) == expected
    assert (night.exact_starts, night.exact_ends) == (night.starts, night.ends)
    assert night.flags == (Flag[f"CLOCKS_GO_{flag}"],)


def test_2_a_nightly_series_ends_by_the_wards_wall_and_says_that_the_clocks_changed() -> None:
    """RFC 5545, 3.8.5.3 repeats the exact 12 hours; the ward hands over at seven, an hour later."""
    series = event("N", NEW_YORK, "20261030T1900", "20261031T0700", "RRULE:FREQ=DAILY;COUNT=2")
    plain, changed = shifts_in(calendar(series), NEW_YORK).shifts
    assert (z(plain.ends), hours(plain), plain.flags) == ("20261031T1100Z", 12.0, ())
    assert z(changed.exact_ends) == "20261101T1100Z"  # 06:00 on the wall
    assert (z(changed.ends), hours(changed)) == ("20261101T1200Z", 13.0)
    assert changed.flags == (Flag.CLOCKS_GO_BACK,)


THREE_DAYS = event(
    "D", LONDON, "20260601T0700", "20260601T1900", "UID:a", "RRULE:FREQ=DAILY;COUNT=3"
)
SECOND = "RECURRENCE-ID{}:20260602T060000Z"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(
            event("N", LONDON, "20260602T1900", "20260603T0700", "UID:a", SECOND.format("")),
            ["D 0106-0118", "N 0218-0306", "D 0306-0318"],
            id="a swap changes one shift",
        ),
        pytest.param(
            event(
                "L",
                LONDON,
                "20260602T1300",
                "20260602T2100",
                "UID:a",
                SECOND.format(";RANGE=THISANDFUTURE"),
            ),
            ["D 0106-0118", "L 0212-0220", "L 0312-0320"],
            id="this and future changes all that follow",
        ),
        pytest.param(
            event(
                "D",
                LONDON,
                "20260602T0700",
                "20260602T1900",
                "UID:a",
                SECOND.format(""),
                "STATUS:CANCELLED",
            ),
            ["D 0106-0118", "D 0306-0318"],
            id="a cancelled shift is gone",
        ),
        pytest.param(
            event("N", LONDON, "20260601T1900", "20260602T0700", "UID:a", "SEQUENCE:2"),
            ["N 0118-0206"],
            id="a higher sequence replaces the whole",
        ),
    ],
)
def test_3_a_swap_is_read_as_the_calendar_means_it(change: str, expected: list[str]) -> None:
    """All on the clocks of British Summer Time, an hour ahead of universal time."""
    for both in ((THREE_DAYS, change), (change, THREE_DAYS)):
        found = shifts_in(calendar(*both)).shifts
        said = [f"{one.code} {one.starts:%d%H}-{one.ends:%d%H}" for one in found]
        assert said == expected


@pytest.mark.parametrize(
    ("title", "zone", "lines", "expected"),
    [
        ("D", NEW_YORK, ("20260308T023000", "PT8H"), ("20260308T0730Z", 8.0)),
        ("D", NEW_YORK, ("20261101T013000", "PT8H"), ("20261101T0530Z", 8.0)),
        ("On call", LONDON, ("20261024T080000", "P1D"), ("20261024T0700Z", 25.0)),
        ("N", LONDON, ("20261024T193000", "PT12H"), ("20261024T1830Z", 12.0)),
    ],
    ids=["gap", "fold", "days on the wall", "real hours"],
)
def test_4_an_hour_that_is_skipped_or_comes_twice_is_one_moment(
    title: str, zone: ZoneInfo, lines: tuple[str, str], expected: tuple[str, float]
) -> None:
    """RFC 5545, 3.3.5 and 3.3.6: the offset before the gap, the first of two, nominal days."""
    text = f"SUMMARY:{title}\nDTSTART;TZID={zone.key}:{lines[0]}\nDURATION:{lines[1]}"
    (shift,) = shifts_in(calendar(text), zone).shifts
    exact = (shift.exact_ends - shift.exact_starts) / timedelta(hours=1)
    assert (z(shift.exact_starts), exact) == expected


def test_5_one_bad_start_costs_one_event_and_is_named_by_its_line() -> None:
    good = [
        event("D", LONDON, f"202606{day:02}T0700", f"202606{day:02}T1900") for day in range(1, 21)
    ]
    bad = "SUMMARY:D\nDTSTART:20260631T250000Z\nDTEND:20260701T070000Z"
    data = calendar(*good[:10], bad, *good[10:])
    found = calendars.read(data, zone=LONDON.key, window=YEAR)
    lines = data.decode().split("\r\n")
    begins = lines[: lines.index("DTSTART:20260631T250000Z")]
    line = len(begins) - begins[::-1].index("BEGIN:VEVENT")
    assert [one.place for one in found.omissions] == [f"line {line}"]
    assert len(shifts_in(data).shifts) == 20


# --- scenario 6 -------------------------------------------------------------------

TODAY = date(2026, 6, 15)
NOW = datetime(2026, 6, 15, 8, tzinfo=UTC)


def feed(first: date, last: date, missing: date | None = None) -> Reading:
    """A feed that speaks about some days only: an evening shift on every third."""
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    worked = [day for day in days if (day - date(2026, 6, 1)).days % 3 == 0 and day != missing]
    return shifts_in(
        calendar(
            *(
                event("L", LONDON, f"{day:%Y%m%d}T1300", f"{day:%Y%m%d}T2100", f"UID:{day}")
                for day in worked
            )
        )
    )


def home_with(shifts: tuple[Shift, ...]) -> Home:
    horizon = Horizon(zone=LONDON, first=TODAY, now=NOW)
    covers = (
        day_span(TODAY, LONDON)[0],
        day_span(TODAY + timedelta(days=60), LONDON)[1],
    )
    people = (
        KnownHours(
            name=name,
            zone=LONDON,
            shifts=shifts if name == "Alex" else (),
            habits=Habits(),
            shares_times=True,
        )
        for name in ("Alex", "Sam")
    )
    return Home([Member(availability=available(one, covers)) for one in people], horizon)


def test_6_a_sliding_feed_deletes_nothing_that_it_does_not_speak_of() -> None:
    held = feed(date(2026, 6, 1), TODAY + timedelta(days=43)).shifts
    later = merge(held, feed(TODAY, TODAY + timedelta(days=42)), now=NOW)
    assert later.is_empty
    assert later.shifts == held


def test_6_a_shift_missing_inside_the_feeds_days_is_cancelled_and_the_plan_follows() -> None:
    """A swap: the evening of the 19th goes, one on the 18th comes, and what lay there moves."""
    held = feed(date(2026, 6, 1), TODAY + timedelta(days=42)).shifts
    gone = date(2026, 6, 19)
    swapped = shifts_in(
        calendar(event("L", LONDON, "20260618T1300", "20260618T2100", "UID:swap"))
    ).shifts
    fresh = feed(TODAY, TODAY + timedelta(days=42), missing=gone)
    incoming = Reading(shifts=(*fresh.shifts, *swapped), covers=fresh.covers)
    difference = merge(held, incoming, now=NOW)
    assert [one.starts.date() for one in difference.cancelled] == [gone]
    assert [one.starts.date() for one in difference.added] == [date(2026, 6, 18)]
    rituals = load_rituals()
    before = home_with(held)
    standing = Standing(
        rituals=rituals, placed=plan_rituals(rituals, before.members, before.horizon).placed
    )
    after = follow_rosters(standing, home_with(difference.shifts))
    work = [(one.starts, one.ends) for one in difference.shifts]
    both = [one for one in after.placed if len(one.people) == 2]
    assert both
    assert all(one.ends <= starts or ends <= one.starts for one in both for starts, ends in work)
    assert after.moves
    assert {move.cause for move in after.moves} <= {*MoveCause}
    assert {move.before.starts.date() for move in after.moves} <= {gone, date(2026, 6, 18)} | {
        date(2026, 6, 20)
    }
