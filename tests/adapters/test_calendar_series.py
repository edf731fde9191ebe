"""Repeating events: which days, how long, and under which name each instance is known."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from tests.calendar_files import calendar, read, times, z

NIGHTLY = (
    "DTSTART;TZID=America/New_York:20261030T190000\nDTEND;TZID=America/New_York:20261031T070000"
)


def test_a_series_keeps_its_exact_length_and_the_ward_its_end_on_the_wall():
    found = read(calendar(f"{NIGHTLY}\nRRULE:FREQ=DAILY;COUNT=2"), zone="America/New_York")
    assert [times(event) for event in found.events] == [
        ("20261030T2300Z", "20261031T1100Z", "20261031T1100Z"),
        ("20261031T2300Z", "20261101T1100Z", "20261101T1200Z"),
    ]


WEEKLY = (
    "UID:a\nDTSTART;TZID=Europe/London:20261019T070000\nDTEND;TZID=Europe/London:20261019T193000\n"
)


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        ("RRULE:FREQ=WEEKLY;COUNT=3\nEXDATE:20261026T070000Z", [19, 33]),
        ("RRULE:FREQ=WEEKLY;COUNT=3\nEXDATE;TZID=Europe/London:20261026T070000", [19, 33]),
        ("RRULE:FREQ=WEEKLY;COUNT=3\nEXDATE;VALUE=DATE:20261026", [19, 33]),
        ("RRULE:FREQ=WEEKLY;UNTIL=20261102", [19, 26, 33]),
        ("RRULE:FREQ=WEEKLY;UNTIL=20261102T070000Z", [19, 26, 33]),
        ("RRULE:FREQ=WEEKLY;UNTIL=20261102T065959Z", [19, 26]),
        ("RRULE:FREQ=WEEKLY;UNTIL=20261102T070000", [19, 26, 33]),
        ("RRULE:FREQ=DAILY;COUNT=-1;UNTIL=20261020;BYDAY=MO, TU", [19, 20]),
        ("RRULE:", [19]),
        ("RDATE;TZID=Europe/London:20261021T070000,20261023T070000", [19, 21, 23]),
        ("RRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=2", [19, 30]),
    ],
)
def test_a_series_is_repeated_on_the_days_it_names(lines, days):
    found = read(calendar(WEEKLY + lines), window=(date(2026, 10, 1), date(2026, 11, 20)))
    started = [(event.starts.date() - date(2026, 9, 30)).days for event in found.events]
    assert started == days
    assert found.omissions == ()


def test_a_period_brings_its_own_end():
    data = calendar(
        WEEKLY + "RDATE;VALUE=PERIOD:20261021T060000Z/PT5H,20261022T060000Z/20261022T100000Z"
    )
    assert [times(event)[:2] for event in read(data).events] == [
        ("20261019T0600Z", "20261019T1830Z"),
        ("20261021T0600Z", "20261021T1100Z"),
        ("20261022T0600Z", "20261022T1000Z"),
    ]


THREE_DAYS = (
    "UID:a\nSUMMARY:D\nDTSTART;TZID=Europe/London:20260601T070000\n"
    "DTEND;TZID=Europe/London:20260601T190000\nRRULE:FREQ=DAILY;COUNT=3"
)


def test_a_moved_shift_keeps_the_name_of_its_slot():
    moved = (
        "UID:a\nSUMMARY:N\nRECURRENCE-ID;TZID=Europe/London:20260602T070000\n"
        "DTSTART;TZID=Europe/London:20260602T190000\nDTEND;TZID=Europe/London:20260603T070000"
    )
    found = read(calendar(THREE_DAYS, moved))
    assert [(event.recurrence, event.summary, z(event.starts)) for event in found.events] == [
        ("20260601T060000Z", "D", "20260601T0600Z"),
        ("20260602T060000Z", "N", "20260602T1800Z"),
        ("20260603T060000Z", "D", "20260603T0600Z"),
    ]


def test_this_and_future_moves_all_that_follow_under_their_own_names():
    onward = (
        "UID:a\nSUMMARY:L\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/London:20260602T070000\n"
        "DTSTART;TZID=Europe/London:20260602T090000\nDTEND;TZID=Europe/London:20260602T170000"
    )
    found = read(calendar(THREE_DAYS, onward))
    assert [(event.recurrence, *times(event)[:2]) for event in found.events] == [
        ("20260601T060000Z", "20260601T0600Z", "20260601T1800Z"),
        ("20260602T060000Z", "20260602T0800Z", "20260602T1600Z"),
        ("20260603T060000Z", "20260603T0800Z", "20260603T1600Z"),
    ]


@pytest.mark.parametrize(
    ("others", "left"),
    [
        (
            [
                "UID:a\nRECURRENCE-ID;VALUE=DATE:20260602\nSTATUS:CANCELLED\nDTSTART:20260602T060000Z"
            ],
            2,
        ),
        ([THREE_DAYS + "\nSEQUENCE:1\nSTATUS:CANCELLED"], 0),
        ([THREE_DAYS.replace("COUNT=3", "COUNT=2") + "\nSEQUENCE:1"], 2),
        ([THREE_DAYS], 3),
    ],
)
def test_what_is_cancelled_or_replaced_is_gone(others, left):
    assert len(read(calendar(THREE_DAYS, *others)).events) == left


def test_a_changed_shift_stands_although_its_series_is_not_in_the_file():
    alone = "UID:a\nRECURRENCE-ID:20260602T060000Z\nDTSTART:20260602T180000Z\nDURATION:PT12H"
    events = read(calendar(alone)).events
    assert [(event.recurrence, z(event.starts)) for event in events] == [
        ("20260602T060000Z", "20260602T1800Z")
    ]


def test_the_highest_sequence_of_one_event_wins_wherever_it_stands():
    old = "UID:a\nSEQUENCE:0\nDTSTART:20260601T060000Z\nDTEND:20260601T180000Z"
    new = "UID:a\nSEQUENCE:2\nDTSTART:20260601T180000Z\nDTEND:20260602T060000Z"
    for pair in ((old, new), (new, old)):
        found = read(calendar(*pair))
        assert [(z(event.starts), event.sequence) for event in found.events] == [
            ("20260601T1800Z", 2)
        ]


def test_a_system_that_gives_every_shift_the_same_uid_loses_none():
    same = [f"UID:shift\nDTSTART:2026060{day}T060000Z\nDURATION:PT12H" for day in (1, 2, 3)]
    events = read(calendar(*same, same[0])).events
    assert len({(event.uid, event.recurrence) for event in events}) == len(events) == 3


@pytest.mark.parametrize("start", ["19710104T070000", "20240229T070000", "20200531T233000"])
@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;INTERVAL=10",
        "FREQ=DAILY;INTERVAL=3;BYMONTH=6,7",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
        "FREQ=WEEKLY;INTERVAL=3;WKST=SU;BYDAY=SU,MO,SA",
        "FREQ=MONTHLY;INTERVAL=5",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
        "FREQ=YEARLY;INTERVAL=5;BYMONTH=6;BYMONTHDAY=9",
        "FREQ=YEARLY;INTERVAL=2;BYWEEKNO=25;BYDAY=WE",
        "FREQ=YEARLY",
        "FREQ=DAILY;COUNT=30000",
    ],
)
def test_a_series_from_long_ago_is_still_in_step(rule, start):
    since = datetime.fromisoformat(start)
    expected = [
        day
        for day in rrulestr(rule, dtstart=since).between(
            datetime(2026, 2, 1),  # noqa: DTZ001 (a wall's)
            datetime(2027, 1, 1),  # noqa: DTZ001
            inc=True,
        )
        if day != since
    ]
    found = read(calendar(f"DTSTART:{start}\nDURATION:PT20M\nRRULE:{rule}"))
    walls = [event.starts.astimezone(ZoneInfo("Europe/London")) for event in found.events]
    assert [wall.replace(tzinfo=None) for wall in walls] == expected
