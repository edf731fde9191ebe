"""What a calendar says: exact instants, the ward's wall, and what is left out and why."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.calendar_files import calendar, read, times, z
from tests.shared_material import shared

from aftershift.engines.rosters.shifts import RosterError

SAMPLES = (
    "01_overnight_dst_fallback",
    "02_overnight_dst_spring",
    "03_rrule_weekly_dst_exdate_tz",
    "04_exdate_utc",
    "05_recurrence_id_moved",
    "06_thisandfuture",
    "07_duration_exact_over_dst",
    "08_duration_nominal_day",
    "09_missing_dtend_datetime",
    "10_windows_tzid",
    "11_custom_vtimezone",
    "12_cancelled",
    "13_folded_utf8_lf",
)
CUSTOM_ZONE = """BEGIN:VTIMEZONE
TZID:Ward Time
BEGIN:STANDARD
DTSTART:19701025T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
END:DAYLIGHT
END:VTIMEZONE"""


@pytest.mark.parametrize("name", SAMPLES)
def test_the_samples_give_exactly_what_rfc_5545_says(name):
    folder = shared("rhythm/samples/ics")
    expected = json.loads((folder / "expected.json").read_text())[name]
    found = read((folder / f"{name}.ics").read_bytes())
    assert [[z(event.starts), z(event.ends)] for event in found.events] == expected
    assert found.omissions == ()


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        pytest.param(
            "DTSTART;TZID=Europe/London:20261024T193000\nDTEND;TZID=Europe/London:20261025T073000",
            ("20261024T1830Z", "20261025T0730Z", "20261025T0730Z"),
            id="a night in which the clocks go back lasts 13 hours",
        ),
        pytest.param(
            "DTSTART;TZID=Europe/London:20260328T193000\nDTEND;TZID=Europe/London:20260329T073000",
            ("20260328T1930Z", "20260329T0630Z", "20260329T0630Z"),
            id="a night in which they go forward lasts 11 hours",
        ),
        pytest.param(
            "DTSTART;TZID=Europe/London:20261024T193000\nDURATION:PT12H",
            ("20261024T1830Z", "20261025T0630Z", "20261025T0730Z"),
            id="a duration in hours is real hours, and 12 h on the ward's wall",
        ),
        pytest.param(
            "DTSTART;TZID=Europe/London:20261024T080000\nDURATION:P1D",
            ("20261024T0700Z", "20261025T0800Z", "20261025T0800Z"),
            id="a duration in days is days on the wall",
        ),
        pytest.param(
            "DTSTART;TZID=Europe/London:20261024T080000\nDURATION:P1DT2H",
            ("20261024T0700Z", "20261025T1000Z", "20261025T1000Z"),
            id="days and hours together",
        ),
        pytest.param(
            "DTSTART;TZID=America/New_York:20260308T023000\nDURATION:PT1H",
            ("20260308T0730Z", "20260308T0830Z", "20260308T0730Z"),
            id="an hour that is skipped is read at the offset before the gap",
        ),
        pytest.param(
            "DTSTART;TZID=America/New_York:20261101T013000\nDURATION:PT1H",
            ("20261101T0530Z", "20261101T0630Z", "20261101T0730Z"),
            id="an hour that comes twice is its first coming",
        ),
        pytest.param(
            "DTSTART:20260601T190000\nDTEND:20260602T070000",
            ("20260601T1800Z", "20260602T0600Z", "20260602T0600Z"),
            id="floating times are the person's",
        ),
        pytest.param(
            "DTSTART;VALUE=DATE:20261025",
            ("20261024T2300Z", "20261026T0000Z", "20261026T0000Z"),
            id="a whole day without an end is that day, 25 hours here",
        ),
        pytest.param(
            "DTSTART;VALUE=DATE:20260601\nDTEND;VALUE=DATE:20260603",
            ("20260531T2300Z", "20260602T2300Z", "20260602T2300Z"),
            id="the last day of whole days is not included",
        ),
        pytest.param(
            "DTSTART;TZID=GMT Standard Time:20260701T070000\nDURATION:PT12H",
            ("20260701T0600Z", "20260701T1800Z", "20260701T1800Z"),
            id="Windows' name of a zone",
        ),
        pytest.param(
            'DTSTART;TZID="/example.org/Tzfile/America/New_York":20260701T070000\nDURATION:PT1H',
            ("20260701T1100Z", "20260701T1200Z", "20260701T1200Z"),
            id="a zone named by a path, in quotes",
        ),
        pytest.param(
            "dtstart:20260601T120000Z\ndtend;x=1:20260601T200000z",
            ("20260601T1200Z", "20260601T2000Z", "20260601T2000Z"),
            id="small letters",
        ),
    ],
)
def test_times_are_read_as_instants_and_as_the_wall_shows_them(event, expected):
    found = read(calendar(event))
    assert [times(each) for each in found.events] == [expected]
    assert found.events[0].wall_starts == found.events[0].starts


@pytest.mark.parametrize(
    ("wall", "instant"),
    [
        ("20260701T070000", "20260701T0600Z"),
        ("20260329T013000", "20260329T0130Z"),  # skipped: the offset before the gap
        ("20261025T013000", "20261025T0030Z"),  # comes twice: the first
    ],
)
def test_a_zone_that_the_file_describes_is_used_as_described(wall, instant):
    found = read(calendar(f"DTSTART;TZID=Ward Time:{wall}\nDURATION:PT8H", head=CUSTOM_ZONE))
    assert [z(event.starts) for event in found.events] == [instant]
    assert found.events[0].zone == "Europe/London"


def test_floating_times_stand_on_the_calendars_own_wall_when_it_names_one():
    data = calendar("DTSTART:20260701T070000\nDURATION:PT8H", head="X-WR-TIMEZONE:Asia/Tokyo")
    event = read(data).events[0]
    assert (z(event.starts), event.zone) == ("20260630T2200Z", "Asia/Tokyo")


@pytest.mark.parametrize(
    ("line", "has_end", "all_day"),
    [
        ("DTSTART:20260601T190000Z", False, False),
        ("DTSTART:20260601T190000Z\nDURATION:PT12H", True, False),
        ("DTSTART;VALUE=DATE:20260601", True, True),
    ],
)
def test_a_missing_end_is_said_and_not_guessed(line, has_end, all_day):
    event = read(calendar(line)).events[0]
    assert (event.has_end, event.all_day) == (has_end, all_day)
    assert has_end or event.ends == event.starts == event.wall_ends


BAD = (
    ("SUMMARY:no start", "it has no start"),
    ("DTSTART:tomorrow", "it has a time that cannot be read"),
    ("DTSTART:20261301T000000Z", "it has a time that cannot be read"),
    ("DTSTART:20260601T190000Z\nDTEND:20260601T070000Z", "it ends before it starts"),
    ("DTSTART:20260601T190000Z\nDURATION:-PT1H", "it ends before it starts"),
    ("DTSTART:20260601T190000Z\nDURATION:12 hours", "its duration cannot be read"),
    ("DTSTART:20260601T190000Z\nDTEND;VALUE=DATE:20260602", "it begins with a time and ends"),
    ("DTSTART;TZID=Ward 7:20260601T190000", "its time zone is not known"),
    ("DTSTART:00010101T000000Z", "it lies in another century"),
    ("DTSTART:20260601T190000Z\nRRULE:FREQ=HOURLY", "it does not repeat by day"),
    ("DTSTART:20260601T190000Z\nRRULE:FREQ=DAILY;BYHOUR=1,2", "its repetition uses a rule"),
    ("DTSTART:20260601T190000Z\nRRULE:FREQ=DAILY;COUNT=many", "its repetition cannot be read"),
    ("DTSTART:20260601T190000Z\nRRULE:FREQ=WEEKLY;BYDAY=XX", "its repetition cannot be read"),
    ("DTSTART:20260601T190000Z\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "it repeats on a day"),
    ("DTSTART:20260601T190000Z\nBEGIN:VALARM\nTRIGGER:x", "it has no end: the file is cut off"),
)


@pytest.mark.parametrize(("bad", "reason"), BAD)
def test_one_bad_event_never_costs_the_good_ones(bad, reason):
    good = "DTSTART:20260701T060000Z\nDURATION:PT12H"
    block = calendar(good, bad, good)
    if "VALARM" in bad:
        block = block.replace(b"TRIGGER:x\r\nEND:VEVENT\r\n", b"TRIGGER:x\r\n")
    found = read(block)
    assert len(found.events) == 2
    assert [omission.place for omission in found.omissions] == ["line 8"]
    assert found.omissions[0].reason.startswith(reason)


def test_an_alarm_inside_an_event_changes_nothing_of_it():
    alarm = "BEGIN:VALARM\nDURATION:PT5M\nSUMMARY:wake\nTRIGGER:-PT15M\nEND:VALARM"
    event = read(calendar(f"DTSTART:20260601T060000Z\n{alarm}\nSUMMARY:D\nDTEND:20260601T180000Z"))
    assert [(each.summary, *times(each)[:2]) for each in event.events] == [
        ("D", "20260601T0600Z", "20260601T1800Z")
    ]


@pytest.mark.parametrize("ending", [b"\r\n", b"\n", b"\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_folds_inside_characters_marks_and_line_ends_of_all_kinds_are_undone(ending, mark):
    text = calendar("DTSTART:20260601T1\n 20000Z\nDTEND:20260601T200000Z\nSUMMARY:Spätdienst Süd")
    data = text.replace(b"\xc3\xa4", b"\xc3\r\n \xa4").replace(b"\r\n", ending)
    event = read(mark + data).events[0]
    assert (event.summary, z(event.starts)) == ("Spätdienst Süd", "20260601T1200Z")


def test_lines_are_counted_as_an_editor_counts_them():
    data = calendar("SUMMARY:a\n b\n c\nDTSTART:x", "DTSTART:20260601T060000Z")
    found = read(data)
    assert (found.omissions[0].place, found.events[0].line) == ("line 3", 10)


def test_the_words_of_a_summary_are_unescaped_and_cut_and_not_shown_by_repr():
    data = calendar(f"DTSTART:20260601T060000Z\nSUMMARY:D\\, north\\nside {'x' * 900}")
    event = read(data).events[0]
    assert event.summary.startswith("D, north\nside x")
    assert len(event.summary) == 255
    assert "north" not in repr(event)


def test_only_what_touches_the_window_is_read_and_it_says_which_days_it_speaks_of():
    days = [f"DTSTART:2026060{day}T180000Z\nDTEND:2026060{day + 1}T060000Z" for day in range(1, 7)]
    days[4] += "\nSTATUS:CANCELLED"
    found = read(calendar(*days), window=(date(2026, 6, 3), date(2026, 6, 5)))
    assert [event.starts.day for event in found.events] == [2, 3, 4]
    assert found.covers == (date(2026, 6, 3), date(2026, 6, 5))
    assert read(calendar(*days), window=(date(2027, 1, 1), date(2027, 1, 2))).covers is None


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "not a calendar file"),
        (b"Mon Tue Wed\nD N O\n", "not a calendar file"),
        (b"%PDF-1.7 \0\0", "not plain text"),
        ("BEGIN:VCALENDAR".encode("utf-16"), "not plain text"),
    ],
)
def test_what_is_no_calendar_is_refused_with_a_sentence(data, sentence):
    with pytest.raises(RosterError, match=sentence):
        read(data)


def test_a_zone_that_nobody_knows_and_a_window_that_runs_backwards_are_refused():
    with pytest.raises(RosterError, match="time zone is not known"):
        read(calendar(), zone="Mars/Olympus")
    with pytest.raises(RosterError, match="before the first"):
        read(calendar(), window=(date(2026, 2, 1), date(2026, 1, 1)))


NAMES = [
    "DTSTART",
    "DTEND",
    "DURATION",
    "RRULE",
    "RDATE",
    "EXDATE",
    "RECURRENCE-ID",
    "UID",
    "BEGIN",
]
PARAMETERS = ["", ";VALUE=DATE", ";TZID=Europe/London", ";RANGE=THISANDFUTURE", ';TZID="', ";="]
VALUES = [
    "20260601T070000Z",
    "20260601T070000",
    "20260601",
    "PT12H",
    "P1D",
    "FREQ=DAILY",
    "FREQ=WEEKLY;BYDAY=MO,2TU;WKST=SUN",
    "FREQ=MONTHLY;BYSETPOS=-1;BYDAY=FR;UNTIL=20260901",
    "FREQ=YEARLY;INTERVAL=0;COUNT=0",
    "20260603T070000Z/PT5H",
    "a",
    "VALARM",
]
LINES = st.builds(
    lambda name, parameters, value: f"{name}{parameters}:{value}",
    st.sampled_from(NAMES),
    st.sampled_from(PARAMETERS),
    st.sampled_from(VALUES) | st.text(max_size=20),
)


@given(st.lists(st.lists(LINES, max_size=6), max_size=4))
@settings(max_examples=300)
def test_whatever_the_lines_say_good_events_are_read_and_nothing_ends_before_it_starts(events):
    good = "UID:good\nDTSTART:20260701T060000Z\nDURATION:PT12H"
    texts = ["\n".join(["DTSTART:20260601T070000Z", *lines]) for lines in events]
    found = read(calendar(good, *texts))
    assert "good" in {event.uid for event in found.events}
    for event in found.events:
        assert event.starts <= event.ends
        assert event.wall_starts <= event.wall_ends
