"""Hostile calendars are refused in under two seconds, and cost the good events nothing."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from time import process_time

import pytest

from aftershift.adapters import calendars
from aftershift.adapters.calendar_limits import UPLOAD, Limits, clipped
from aftershift.adapters.confined import USUAL
from aftershift.engines.rosters.shifts import RosterError

YEAR = (date(2026, 10, 1), date(2027, 9, 30))
OLD = ("DTSTART:19700101T070000Z", "DTEND:19700101T190000Z")
NOW = ("DTSTART:20261101T070000Z", "DTEND:20261101T190000Z")


def event(uid: object, *lines: str) -> list[str]:
    return ["BEGIN:VEVENT", f"UID:{uid}", *lines, "END:VEVENT"]


def zone(name: object, *lines: str) -> list[str]:
    offsets = ["TZOFFSETFROM:+0100", "TZOFFSETTO:+0000"]
    part = ["BEGIN:STANDARD", "DTSTART:19700101T000000", *offsets, *lines, "END:STANDARD"]
    return ["BEGIN:VTIMEZONE", f"TZID:{name}", *part, "END:VTIMEZONE"]


def many(count: int, *lines: str) -> list[str]:
    return [line for number in range(count) for line in event(number, *lines)]


def changed(count: int, parameters: str) -> list[str]:
    first = datetime(2020, 1, 1)  # noqa: DTZ001 (written with its Z)
    return [
        line
        for number in range(count)
        for line in event(
            "a", NOW[0], f"RECURRENCE-ID{parameters}:{first + timedelta(number):%Y%m%dT070000Z}"
        )
    ]


def calendar(lines: Iterable[str]) -> bytes:
    good = event("good", *NOW)
    return "\r\n".join(["BEGIN:VCALENDAR", *lines, *good, "END:VCALENDAR", ""]).encode()


SURVIVED = {
    "every second since 1970": event("a", *OLD, "RRULE:FREQ=SECONDLY"),
    "every minute": event("a", *NOW, "RRULE:FREQ=MINUTELY"),
    "every hour": event("a", *NOW, "RRULE:FREQ=HOURLY"),
    "lists of seconds": event("a", *NOW, "RRULE:FREQ=DAILY;BYHOUR=1,2;BYMINUTE=3;BYSECOND=4,5"),
    "every day since 1970, 3000 times": many(3000, *OLD, "RRULE:FREQ=DAILY"),
    "counted since 1970, 3000 times": many(3000, *OLD, "RRULE:FREQ=DAILY;COUNT=20000"),
    "4000 small series": many(4000, *NOW, "RRULE:FREQ=YEARLY;COUNT=2"),
    "a count beyond all numbers": event("a", *NOW, "RRULE:FREQ=DAILY;COUNT=" + "9" * 5000),
    "an interval beyond all numbers": event("a", *NOW, "RRULE:FREQ=DAILY;INTERVAL=999999999"),
    "a day that never comes": event("a", *NOW, "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"),
    "weeks that never come": many(50, *NOW, "RRULE:FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6"),
    "days that last for decades": event("a", OLD[0], NOW[1], "RRULE:FREQ=DAILY"),
    "a series moved by decades": [
        *event("a", *OLD, "RRULE:FREQ=DAILY"),
        *event("a", NOW[0], "RECURRENCE-ID;RANGE=THISANDFUTURE:19700102T070000Z"),
    ],
    "ten thousand exceptions": event(
        "a", *NOW, "EXDATE:" + ",".join(["20261101T070000Z"] * 10_000)
    ),
    "a zone that changes every second": [
        *zone("w", "RRULE:FREQ=SECONDLY"),
        *event("a", "DTSTART;TZID=w:20261101T070000"),
    ],
    "a zone with a thousand changes": [
        *zone("w", *["END:STANDARD", "BEGIN:STANDARD"] * 1000),
        *event("a", "DTSTART;TZID=w:20261101T070000"),
    ],
    "two hundred zones": [
        line
        for number in range(200)
        for line in zone(number) + event(number, f"DTSTART;TZID={number}:20261101T070000")
    ],
    "a zone beyond the day": [
        *zone("w", "TZOFFSETTO:+9900"),
        *event("a", "DTSTART;TZID=w:20261101T070000"),
    ],
    "ends of time": [
        *event("a", "DTSTART:00010101T000000Z", "RRULE:FREQ=DAILY"),
        *event("b", "DTSTART;VALUE=DATE:99991231"),
        *event("c", *NOW[:1], "DURATION:P99999999999W"),
    ],
    "a line break smuggled into a title": event(
        "a", *NOW[:1], "SUMMARY:x\\r\\nEND:VCALENDAR", "DTEND:"
    ),
}


@pytest.mark.parametrize("name", SURVIVED)
def test_a_hostile_event_is_left_out_in_time_and_the_good_one_is_read(name):
    data = calendar(SURVIVED[name])
    begun = process_time()
    found = calendars.read(data, zone="Europe/London", window=YEAR)
    assert process_time() - begun < 3 * USUAL.cpu_seconds  # a shared core counts slower seconds
    assert "good" in [event.uid for event in found.events]
    assert len(found.events) <= UPLOAD.instances + 1
    assert found.omissions


REFUSED = {
    "twenty thousand events": (calendar(many(20_000, "DTSTART:1")), "more than 5000 events|1 MB"),
    "six thousand events": (calendar(many(6000, "DTSTART:20261101T070000Z")), "more than 5000"),
    "fifty megabytes of folds": (b"BEGIN:VCALENDAR\r\nX:1" + b"\r\n a" * 12_500_000, "1 MB"),
    "ten thousand levels": (b"BEGIN:VCALENDAR\r\n" + b"BEGIN:X\r\n" * 10_000, "nested too deeply"),
    "ten thousand alarms in alarms": (
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + b"BEGIN:VALARM\r\n" * 10_000,
        "nested too deeply",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_in_time(name):
    data, sentence = REFUSED[name]
    begun = process_time()
    with pytest.raises(RosterError, match=sentence):
        calendars.read(data, zone="Europe/London", window=YEAR)
    assert process_time() - begun < 3 * USUAL.cpu_seconds  # a shared core counts slower seconds


@pytest.mark.parametrize("parameters", ["", ";RANGE=THISANDFUTURE"])
def test_thousands_of_changed_instances_are_read_one_by_one_in_time(parameters):
    lines = event("a", *OLD, "RRULE:FREQ=DAILY") + changed(4900, parameters)
    begun = process_time()
    found = calendars.read(calendar(lines), zone="Europe/London", window=YEAR)
    assert process_time() - begun < 3 * USUAL.cpu_seconds  # a shared core counts slower seconds
    assert "good" in [event.uid for event in found.events]


def test_a_megabyte_of_folds_is_one_long_line_and_soon_read():
    data = calendar(["X-LONG:" + "\r\n a" * 240_000])
    begun = process_time()
    assert len(calendars.read(data, zone="Europe/London", window=YEAR).events) == 1
    assert process_time() - begun < 3 * USUAL.cpu_seconds  # a shared core counts slower seconds


def test_a_private_calendar_with_a_thousand_series_that_are_over_loses_none_of_the_new():
    over = many(1000, *OLD, "RRULE:FREQ=WEEKLY;UNTIL=20191231T000000Z")
    new = event("new", *OLD, "RRULE:FREQ=WEEKLY")
    found = calendars.read(calendar(over + new), zone="Europe/London", window=YEAR)
    assert not found.omissions
    assert sum(event.uid == "new" for event in found.events) == 53  # Thursdays


def test_a_window_is_never_longer_than_four_hundred_days():
    first, last = clipped((date(2026, 1, 1), date(2036, 1, 1)), Limits())
    assert (last - first).days == 399
