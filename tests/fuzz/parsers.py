"""The three parsers as a fuzzer sees them: good rosters to begin with, words, and how to read."""

import io
from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple
from zoneinfo import ZoneInfo

from openpyxl import Workbook
from tests.calendar_files import calendar

from aftershift.adapters import calendars, spreadsheets
from aftershift.engines.rosters.codes import Ward, ward_at
from aftershift.engines.rosters.events import shifts_from
from aftershift.engines.rosters.grids import people_in, read_sheets
from aftershift.engines.rosters.lines import read_line
from aftershift.engines.rosters.shifts import Reading, RosterError
from aftershift.library.dialects import load_dialects

FIRST = date(2026, 10, 19)
WINDOW = (date(2026, 2, 1), date(2026, 12, 31))
WARD: Ward = ward_at(ZoneInfo("Europe/London"), {}, load_dialects())


class Parser(NamedTuple):
    """One parser: what to begin with, its words, how to read, how long a seed may grow."""

    seeds: Callable[[], Iterable[bytes]]
    words: tuple[bytes, ...]
    read: Callable[[bytes], object]
    longest: int = 20_000


def _answer(found: Reading) -> tuple[object, ...]:
    """Tell readings apart: what was left out, asked, flagged, and roughly how much was read."""
    return (
        frozenset(one.reason for one in found.warnings),
        frozenset(flag for one in found.shifts for flag in one.flags),
        len(found.shifts).bit_length(),
        len(found.questions).bit_length(),
    )


# --- calendars --------------------------------------------------------------------

ZONE = """BEGIN:VTIMEZONE
TZID:Ward Time
BEGIN:STANDARD
DTSTART:19701025T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T010000
RDATE:19700329T010000
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
END:DAYLIGHT
END:VTIMEZONE"""
NIGHT = (
    "SUMMARY:Night shift\nDTSTART;TZID=Europe/London:20261024T193000\n"
    "DTEND;TZID=Europe/London:20261025T073000"
)
LONG_DAY = "SUMMARY:Long Day\nDTSTART;TZID=GMT Standard Time:20260701T070000\nDURATION:PT12H"
FLOATING = "SUMMARY:07:00-19:30 a\\, b\nDTSTART:20260601T070000\nDTEND:20260601T193000"


def _calendars() -> tuple[bytes, ...]:
    series = f"UID:s\n{NIGHT}\nRRULE:FREQ=WEEKLY;BYDAY=SA,SU;COUNT=9\nEXDATE:20261101T193000Z"
    moved = (
        "UID:s\nSEQUENCE:2\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/London:20261107T193000\n"
        "DTSTART;TZID=Europe/London:20261107T203000\nDURATION:PT12H"
    )
    others = (
        "SUMMARY:Early\nDTSTART;TZID=Ward Time:20260701T070000\nDURATION:P1DT2H",
        f"{LONG_DAY}\nRDATE;VALUE=PERIOD:20260702T060000Z/PT4H,20260703T060000Z/20260703T120000Z",
        "SUMMARY:On call\nDTSTART;VALUE=DATE:20261025\nSTATUS:CANCELLED",
        f"{FLOATING}\nRRULE:FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20261201",
    )
    head = f"METHOD:PUBLISH\nX-WR-TIMEZONE:America/New_York\n{ZONE}"
    every = calendar(series, moved, *others, head=head)
    return calendar(NIGHT), calendar(series, moved), *map(calendar, others), every


def _read_calendar(data: bytes) -> object:
    found = calendars.read(data, zone="Europe/London", window=WINDOW)
    reading = shifts_from(found.events, ward=WARD)
    return frozenset(one.reason for one in found.omissions), _answer(reading)


CALENDAR_WORDS = tuple(
    f"{word}\r\n".encode()
    for word in (
        *("BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTIMEZONE", "END:VTIMEZONE", "BEGIN:VALARM"),
        *("BEGIN:STANDARD", "END:DAYLIGHT", "END:VCALENDAR", "BEGIN:VCALENDAR", "METHOD:CANCEL"),
        *("RRULE:FREQ=DAILY", "RRULE:FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;BYSETPOS=-1", "DTEND:"),
        *("RRULE:FREQ=SECONDLY", "RRULE:FREQ=DAILY;INTERVAL=0", "RRULE:FREQ=DAILY;COUNT=-5"),
        *("RRULE:FREQ=DAILY;UNTIL=00010101", "RRULE:FREQ=DAILY;BYHOUR=24;BYMINUTE=60"),
        *("RRULE:FREQ=MONTHLY;BYMONTHDAY=-31,31;BYDAY=5MO", "RRULE:FREQ=DAILY;BYEASTER=0"),
        *("DTSTART:99991231T235959Z", "DTSTART;VALUE=DATE:00010101", "DTSTART:20261025T240000"),
        *("DTSTART;TZID=../../etc/passwd:20261025T013000", "DTSTART;TZID=:20261025T013000"),
        *("DURATION:-P1D", "DURATION:P", "DURATION:PT", "DURATION:P1W2D", "DURATION:PT99999999H"),
        *("RECURRENCE-ID:20261107T193000Z", "RECURRENCE-ID;VALUE=DATE:20261107", "UID:s", "UID:"),
        *("RDATE;VALUE=PERIOD:20260702T060000Z/-PT4H", "RDATE:", "EXDATE;VALUE=DATE:20261024"),
        *(
            "SEQUENCE:-1",
            "SEQUENCE:x",
            "STATUS:CANCELLED",
            "TZOFFSETTO:+2400",
            "TZOFFSETFROM:-0000",
        ),
        *(
            "TZOFFSETTO:+000060",
            "X-WR-TIMEZONE:Pacific/Apia",
            "X-WR-TIMEZONE:..",
            " fold",
            "\tfold",
        ),
        *(
            "SUMMARY:24-07",
            "SUMMARY:N 23:59-00:00+3",
            "SUMMARY:",
            'X;Y="a:b;c":d',
            "TZID:Ward Time",
        ),
    )
)

# --- spreadsheets -----------------------------------------------------------------

TABLES = (
    "Name,Mon 19/10,Tue 20/10,Wed 21/10\nSam Hill,N,E/L,-\nAlex,D,07:00-19:30,A/L\n",
    "Oktober 2026;1;2;3;4\nKim;F1;S;N;U\nPat;N;N;-;F1\n",
    "Date\tSam\tAlex\n2026-10-24\tN\tD\n2026-10-25\t\tLD\n26.10.2026\tOC\tZQ\n",
    'Week 1,Monday,Tuesday\nSam,"06-10 16-21",28h\n',
)


def _workbook(*tables: str) -> bytes:
    book = Workbook()
    for n, table in enumerate(tables):
        sheet = book.active if n == 0 else book.create_sheet()
        for line in table.splitlines():
            sheet.append(line.replace(";", ",").replace("\t", ",").split(","))
        sheet.append(["Robin", FIRST, 7.5, True, "=1/0"])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _tables() -> tuple[bytes, ...]:
    written = tuple(table.encode() for table in TABLES)
    return (*written, TABLES[1].encode("utf-16"), _workbook(TABLES[0]), _workbook(*TABLES))


def _read_table(data: bytes) -> object:
    sheets = [sheet.rows for sheet in spreadsheets.cells(data, "rota.csv")]
    people = [name for rows in sheets for name in _people(rows)]
    readings = [
        _answer(read_sheets(sheets, row=name, ward=WARD, anchor=FIRST)) for name in people[:2]
    ]
    return len(people).bit_length(), *readings


def _people(rows: tuple[tuple[spreadsheets.Cell, ...], ...]) -> tuple[str, ...]:
    try:
        return people_in(rows, ward=WARD)
    except RosterError:
        return ()


TABLE_WORDS = (
    *(b",", b";", b"\t", b"\n", b'"', b"2026-02-30", b"31/02", b"0/0", b"Mon", b"Mo", b"Week 99"),
    *(b"Oktober 2026", b"1", b"N", b"24:00-00:00", b"99xN", b"Sam Hill", b"29.02.2027", b"1e309"),
    *(b"<c r='ZZZ9999999' t='d'><v>9</v></c>", b"<row r='0'>", b"</row>", b"<v>1e400</v>"),
    *(b"<!ENTITY a 'aaaa'>", b" t='s'", b" t='e'", b" t='d'", b"<v>-1</v>", b" s='9'", b"NaN"),
    *(b"<dimension ref='A1:XFD1048576'/>", b"<mergeCell ref='A1:B9'/>", b"<v>2958466</v>"),
)

# --- lines ------------------------------------------------------------------------

LINES = (
    "D D N N - - -\n",
    "Mon D, Tue N; Wed 07:00-19:30 | Thu OFF",
    "19/10 N 20/10 N\nWeek 2: E/L/N 4xN N*4",
    "w/c 26.10.2026 DDNN--EE 06-10+16-21 28h ZQ long day, night shift",
    "Mo Di Mi Do\nF1 S N A/L 3. Okt U 2026-10-25 OC",
)


def _read_line(data: bytes) -> object:
    return _answer(read_line(data.decode(errors="replace"), anchor=FIRST, ward=WARD))


LINE_WORDS = tuple(
    word.encode()
    for word in (
        *(" ", ",", "\n", "|", "-", "/", "x", "*", "Mon", "Di", "Week 99", "kw 1:", "w/c", "99xN"),
        *("31/02/2026", "0/0", "2026-13-01", "29.2.2027", "32nd Oct", "Feb 30", "9999-12-31"),
        *("24:00-24:00", "7-7+9", "0700-1930", "7am-7pm", "12am", "19.30-", "1-2+3-4+5-6", "-7"),
        *("N*0", "0xN", "²xN", "N*٣", "É", "ﬁ", "N/N/N/N/N/N", "DDNNLL----", "long day", "Nacht"),
    )
)

PARSERS = {
    "calendar": Parser(_calendars, CALENDAR_WORDS, _read_calendar),
    "spreadsheet": Parser(_tables, TABLE_WORDS, _read_table),
    "line": Parser(lambda: tuple(map(str.encode, LINES)), LINE_WORDS, _read_line, 2_000),
}
