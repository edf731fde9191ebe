"""A limited process reads what comes from outside; what eats time or memory costs one refusal."""

import threading
from datetime import UTC, date, datetime, timedelta
from time import monotonic

import pytest

from aftershift.adapters import calendars, confined, spreadsheets
from aftershift.engines.rosters.shifts import RosterError

WINDOW = (date(2026, 10, 1), date(2027, 9, 30))
GOOD = (
    b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Nachtdienst \xc3\xa4\r\n"
    b"DTSTART;TZID=Europe/London:20261024T193000\r\nDURATION:PT12H\r\nEND:VEVENT\r\n"
    b"BEGIN:VEVENT\r\nDTSTART:x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
# Rules that never come true are looked for through eight thousand years, again and again.
SLOW = (
    "BEGIN:VCALENDAR\r\n"
    + "".join(
        f"BEGIN:VEVENT\r\nUID:{number}\r\nDTSTART:20261101T070000Z\r\n"
        "RRULE:FREQ=MONTHLY;INTERVAL=2;BYMONTH=2,4;BYDAY=MO\r\nEND:VEVENT\r\n"
        for number in range(900)
    )
    + "END:VCALENDAR\r\n"
).encode()


def test_a_calendar_read_in_a_process_of_its_own_is_the_same_calendar():
    there = calendars.read_confined(GOOD, zone="Europe/London", window=WINDOW)
    assert there == calendars.read(GOOD, zone="Europe/London", window=WINDOW)
    assert len(there.events) == len(there.omissions) == 1
    assert there.events[0].starts.tzinfo is UTC


def test_an_empty_calendar_covers_nothing():
    data = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
    found = calendars.read_confined(data, zone="Europe/London", window=WINDOW)
    assert (found.events, found.covers) == ((), None)


def test_a_spreadsheet_read_in_a_process_of_its_own_is_the_same_spreadsheet():
    data = "Name;Mo;Di\r\nJörg;N;D\r\n".encode("cp1252")
    there = spreadsheets.read_confined(data, "rota.csv")
    assert there == spreadsheets.cells(data, "rota.csv")
    assert there[0].rows[1] == ("Jörg", "N", "D")


def test_the_readers_own_reason_comes_through():
    with pytest.raises(RosterError, match="not a calendar file"):
        calendars.read_confined(b"D D N N", zone="Europe/London", window=WINDOW)
    with pytest.raises(RosterError, match="this is a photo"):
        spreadsheets.read_confined(b"\xff\xd8\xff\xe0", "rota.csv")


def test_a_file_that_is_never_done_is_given_up_while_others_are_served():
    served: list[float] = []
    stop = threading.Event()

    def serve() -> None:
        while not stop.wait(0.02):
            served.append(monotonic())

    server = threading.Thread(target=serve)
    server.start()
    begun = monotonic()
    with pytest.raises(RosterError, match="took too long to read"):
        calendars.read_confined(SLOW, zone="Europe/London", window=WINDOW)
    took = monotonic() - begun
    stop.set()
    server.join()
    assert took < confined.USUAL.patience_seconds
    assert len(served) > took / 0.02 / 4


@pytest.mark.parametrize(
    "allowance",
    [
        confined.Allowance(memory_bytes=16 * 1024 * 1024),
        confined.Allowance(patience_seconds=0.01),
    ],
)
def test_too_much_memory_or_too_little_patience_ends_in_the_same_refusal(allowance):
    request = {"zone": "Europe/London", "window": ["2026-10-01", "2027-09-30"]}
    with pytest.raises(RosterError, match="took too long to read"):
        confined.read("calendar", GOOD + b"\r\n" * 400_000, request, allowance)


def test_no_process_is_started_for_a_file_that_is_far_too_large(monkeypatch):
    def started(*_order, **_how):
        pytest.fail("a process was started")

    monkeypatch.setattr(confined.subprocess, "run", started)
    with pytest.raises(RosterError, match="larger than 2 MB"):
        spreadsheets.read_confined(b"x" * 50_000_000, "rota.csv")


def test_several_files_are_read_at_the_same_time_from_several_threads():
    found: list[datetime] = []

    def read_one() -> None:
        reading = calendars.read_confined(GOOD, zone="Europe/London", window=WINDOW)
        found.append(reading.events[0].ends)

    threads = [threading.Thread(target=read_one) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [datetime(2026, 10, 24, 18, 30, tzinfo=UTC) + timedelta(hours=12)] * 4
