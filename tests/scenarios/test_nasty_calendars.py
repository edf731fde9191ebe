"""Calendars that readers trip over: expected instants worked out from RFC 5545, in the comments.

Each is new to what tests/adapters/test_calendars.py and test_calendar_series.py hold: those have
the gap and the fold, periods, dates as UNTIL, sequences and described zones one at a time; here
they meet a clock change, a series, or each other.
"""

import pytest
from tests.calendar_files import calendar, read, times, z

LONDON_SERIES = "UID:a\nDTSTART;TZID=Europe/London:20261023T070000\nDURATION:PT8H\n"


def starts_of(*events: str, zone: str = "Europe/London", head: str = "") -> list[str]:
    found = read(calendar(*events, head=head), zone=zone)
    assert found.omissions == ()
    return [z(event.starts) for event in found.events]


def test_this_and_future_shifts_the_wall_and_not_the_instant_over_a_clock_change() -> None:
    # 3.2.13: the rest of the series moves by the same difference, 07:00 to 09:00 on the wall.
    # London leaves summer time on 25 October: 09:00 is 08:00Z on the 24th and 09:00Z after.
    onward = (
        "UID:a\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/London:20261024T070000\n"
        "DTSTART;TZID=Europe/London:20261024T090000\nDURATION:PT6H"
    )
    found = read(calendar(f"{LONDON_SERIES}RRULE:FREQ=DAILY;COUNT=4", onward))
    assert [times(event)[:2] for event in found.events] == [
        ("20261023T0600Z", "20261023T1400Z"),
        ("20261024T0800Z", "20261024T1400Z"),
        ("20261025T0900Z", "20261025T1500Z"),
        ("20261026T0900Z", "20261026T1500Z"),
    ]


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        # Not valid, and common: the last day counts in DTSTART's own zone. 21:30 in New York on
        # the 21st (EDT, 4 h behind) is already the 22nd in universal time.
        ("20261021", ["20261020T0130Z", "20261021T0130Z", "20261022T0130Z"]),
        # 3.3.10: with a zone UNTIL is universal time, and the instance at that moment counts.
        ("20261021T013000Z", ["20261020T0130Z", "20261021T0130Z"]),
        ("20261021T012959Z", ["20261020T0130Z"]),
    ],
)
def test_the_last_day_of_a_series_is_its_own_zones(until: str, expected: list[str]) -> None:
    series = (
        "DTSTART;TZID=America/New_York:20261019T213000\nDURATION:PT8H\n"
        f"RRULE:FREQ=DAILY;UNTIL={until}"
    )
    assert starts_of(series) == expected


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        # 3.3.9: a period ends at a moment, or after a duration in real hours. 19:30 BST is 18:30Z.
        ("20261024T193000/PT12H", ("20261024T1830Z", "20261025T0630Z", "20261025T0730Z")),
        ("20261024T193000/20261025T073000", ("20261024T1830Z", "20261025T0730Z", "20261025T0730Z")),
    ],
)
def test_a_period_on_a_zones_wall_over_a_clock_change(
    period: str, expected: tuple[str, str, str]
) -> None:
    data = calendar(f"{LONDON_SERIES}RDATE;TZID=Europe/London;VALUE=PERIOD:{period}")
    assert times(read(data).events[1]) == expected


@pytest.mark.parametrize(
    ("name", "summer", "winter"),
    [
        # The name says "standard" all year; the offset is the season's. 07:00 on the wall.
        ("Eastern Standard Time", "20260701T1100Z", "20261201T1200Z"),  # -4, -5
        ("W. Europe Standard Time", "20260701T0500Z", "20261201T0600Z"),  # +2, +1
        ("AUS Eastern Standard Time", "20260630T2100Z", "20261130T2000Z"),  # +10, +11
        ("Newfoundland Standard Time", "20260701T0930Z", "20261201T1030Z"),  # -2:30, -3:30
        ("Nepal Standard Time", "20260701T0115Z", "20261201T0115Z"),  # +5:45
    ],
)
def test_windows_names_of_zones_follow_the_seasons(name: str, summer: str, winter: str) -> None:
    days = [f"DTSTART;TZID={name}:2026{day}T070000\nDURATION:PT8H" for day in ("0701", "1201")]
    assert starts_of(*days) == [summer, winter]


def test_a_calendars_own_zone_moves_floating_times_and_no_others() -> None:
    # Tokyo is 9 h ahead all year; London 1 h in July.
    days = (
        "DTSTART:20260701T070000\nDURATION:PT1H",
        "DTSTART:20260702T070000Z\nDURATION:PT1H",
        "DTSTART;TZID=Europe/London:20260703T070000\nDURATION:PT1H",
    )
    found = starts_of(*days, head="X-WR-TIMEZONE:Asia/Tokyo")
    assert found == ["20260630T2200Z", "20260702T0700Z", "20260703T0600Z"]


def test_a_floating_series_stands_on_the_readers_wall_over_a_clock_change() -> None:
    # 3.3.5: the same wall for every reader. 19:30 in London is 18:30Z, then 19:30Z.
    series = "DTSTART:20261024T193000\nDURATION:PT11H\nRRULE:FREQ=DAILY;COUNT=2"
    assert starts_of(series) == ["20261024T1830Z", "20261025T1930Z"]
    assert starts_of(series, zone="Asia/Kathmandu") == ["20261024T1345Z", "20261025T1345Z"]


def test_a_series_reads_an_hour_that_comes_twice_as_its_first_coming() -> None:
    # New York, 1 November 2026: 01:30 comes at 05:30Z (EDT) and at 06:30Z (EST).
    series = (
        "DTSTART;TZID=America/New_York:20261031T013000\nDURATION:PT8H\nRRULE:FREQ=DAILY;COUNT=3"
    )
    assert starts_of(series) == ["20261031T0530Z", "20261101T0530Z", "20261102T0630Z"]


def test_a_series_keeps_its_shift_in_the_night_that_has_not_its_hour() -> None:
    """3.3.10 says to leave such an instance out; the ward works that night, so it is read as 3.3.5
    reads a single one: with the offset before the gap."""
    # New York, 8 March 2026: no 02:30; with EST, 5 h behind, it is 07:30Z. After it EDT, 06:30Z.
    series = (
        "DTSTART;TZID=America/New_York:20260307T023000\nDURATION:PT8H\nRRULE:FREQ=DAILY;COUNT=3"
    )
    assert starts_of(series) == ["20260307T0730Z", "20260308T0730Z", "20260309T0630Z"]


ISLAND = """BEGIN:VTIMEZONE
TZID:Island
BEGIN:DAYLIGHT
DTSTART:20081005T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1SU
TZOFFSETFROM:+1030
TZOFFSETTO:+1100
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20080406T020000
RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU
TZOFFSETFROM:+1100
TZOFFSETTO:+1030
END:STANDARD
END:VTIMEZONE"""


@pytest.mark.parametrize(
    ("wall", "instant"),
    [
        ("20260404T070000", "20260403T2000Z"),  # summer, 11 h ahead
        ("20260405T014500", "20260404T1445Z"),  # comes twice: the first, still 11 h ahead
        ("20260405T020000", "20260404T1530Z"),  # winter, 10:30 ahead
        ("20261004T021500", "20261003T1545Z"),  # skipped: 10:30 ahead, as before the gap
        ("20261004T023000", "20261003T1530Z"),  # summer again
    ],
)
def test_a_described_zone_may_change_by_half_an_hour(wall: str, instant: str) -> None:
    assert starts_of(f"DTSTART;TZID=Island:{wall}\nDURATION:PT8H", head=ISLAND) == [instant]


def test_the_highest_sequence_of_a_moved_shift_wins_wherever_it_stands() -> None:
    # 3.8.7.4, for one instance: SEQUENCE 3 (20:00 BST, 19:00Z) replaces 1.
    moved = [
        f"UID:a\nSEQUENCE:{sequence}\nRECURRENCE-ID;TZID=Europe/London:20261024T070000\n"
        f"DTSTART;TZID=Europe/London:20261024T{hour}0000\nDURATION:PT8H"
        for sequence, hour in ((1, 13), (3, 20))
    ]
    series = f"{LONDON_SERIES}RRULE:FREQ=DAILY;COUNT=2"
    for order in (moved, moved[::-1]):
        assert starts_of(series, *order) == ["20261023T0600Z", "20261024T1900Z"]


def test_a_cancelled_file_and_a_cancelled_rest_of_a_series_leave_nothing_there() -> None:
    # 3.7.2 METHOD:CANCEL calls off all that it names; 3.2.13 with STATUS:CANCELLED the rest.
    series = f"{LONDON_SERIES}RRULE:FREQ=DAILY;COUNT=4"
    rest = (
        "UID:a\nSTATUS:CANCELLED\nDTSTART;TZID=Europe/London:20261025T070000\n"
        "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/London:20261025T070000"
    )
    assert starts_of(series, head="METHOD:CANCEL") == []
    assert starts_of(series, rest) == ["20261023T0600Z", "20261024T0600Z"]
