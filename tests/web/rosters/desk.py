"""What a person hands in at the desk: calendars, lines and forms, as a browser sends them.

The clock of these tests stands at Monday 19 October 2026, 08:00 in London.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from tests.people import Account

from aftershift.web.rosters import actions, queries
from aftershift.web.rosters.papers import Form, SourcePaper
from aftershift.web.rosters.reading import Brought
from aftershift.wiring import FeedRefused, Fetched

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 10, 19, 8, tzinfo=LONDON)
MONDAY = date(2026, 10, 19)
FEED = "https://rota.example/secret-word/roster.ics"


@dataclass(frozen=True, kw_only=True)
class Event:
    """One event of a calendar, on London's wall: `20261019T0730`."""

    uid: str
    starts: str
    ends: str
    title: str = "Long day"
    more: tuple[str, ...] = ()


def calendar(*events: Event) -> bytes:
    """Write a calendar of events, as a rostering system would."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Rota//EN"]
    for event in events:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{event.uid}",
            f"SUMMARY:{event.title}",
            f"DTSTART;TZID=Europe/London:{event.starts}00",
            f"DTEND;TZID=Europe/London:{event.ends}00",
            *event.more,
            "END:VEVENT",
        ]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def long_day(day: int, uid: str = "") -> Event:
    """A long day of October 2026."""
    return Event(uid=uid or f"d{day}", starts=f"202610{day}T0730", ends=f"202610{day}T2000")


def file(data: bytes, name: str = "roster.ics") -> SimpleUploadedFile:
    """Hold a file as a browser sends it."""
    return SimpleUploadedFile(name, data)


def own(account: Account) -> UUID:
    """Give the member that a person is."""
    return next(iter(queries.member_names(by=account.by)))


def add(account: Account, name: str = "Sam") -> UUID:
    """Add somebody whose hours are known."""
    return actions.add_member(by=account.by, name=name)


def bring(account: Account, **given: Any) -> Any:
    """Post the form of `rosters/bring`, filled in as the page fills it in."""
    filled = {"member": own(account), "zone": "Europe/London", "anchor": "2026-10-19"}
    return account.browser.post("/rosters/bring", {**filled, **given})


def bring_and_keep(account: Account, **given: Any) -> None:
    """Bring a roster and keep it."""
    page = bring(account, **given)
    assert page.status_code == 200, page.text
    assert account.browser.post("/rosters/keep").status_code == 302


def keep_line(account: Account, member: UUID, line: str, now: datetime = NOW) -> None:
    """Keep a pasted line of codes that begins on Monday, without a browser."""
    brought = Brought(
        member=member,
        form=Form.TEXT,
        data=line.encode(),
        name="",
        zone="Europe/London",
        anchor=MONDAY,
        dialect="uk-nursing",
    )
    actions.read_in(by=account.by, brought=brought, now=now)
    actions.keep(by=account.by, now=now)


def papers(account: Account) -> list[SourcePaper]:
    """Open the rosters of a person."""
    return [kept.paper for kept in queries.rosters(by=account.by)]


def hours(account: Account, member: UUID | None = None) -> list[str]:
    """Give a member's shifts on London's wall: `19 07:30-20:00 LD`."""
    shifts = queries.shifts_by_member(by=account.by).get(member or own(account), ())
    return [
        f"{shift.starts.astimezone(LONDON):%d %H:%M}-{shift.ends.astimezone(LONDON):%H:%M}"
        f" {shift.code}"
        for shift in shifts
    ]


def bytes_of_database() -> bytes:
    """Read every column of every row, as somebody with a copy of the database would."""
    with connection.cursor() as cursor:
        values: list[object] = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - our own tables
            values += [value for row in cursor.fetchall() for value in row]
    return b"\n".join(
        bytes(one) if isinstance(one, bytes | memoryview) else str(one).encode() for one in values
    )


def refusals(browser: Client, addresses: Iterable[str]) -> set[tuple[int, str | None]]:
    """Knock at addresses in both ways; give what they answered and where they sent the browser."""
    pages = [page for at in addresses for page in (browser.get(at), browser.post(at))]
    return {(page.status_code, page.get("Location")) for page in pages}


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of October 2026 on London's wall, in UTC."""
    return datetime(2026, 10, day, hour, minute, tzinfo=LONDON).astimezone(UTC)


@dataclass
class FeedServer:
    """A double of what fetches feeds: it answers what it was told to, and counts."""

    data: bytes | None = None
    tag: str = '"one"'
    trouble: str = ""
    asked: list[tuple[str, str]] = field(default_factory=list)
    meanwhile: Callable[[], None] = lambda: None

    def fetch(self, address: str, tag: str) -> Fetched:
        """Answer as a feed does: what is new, nothing new, or trouble."""
        self.asked.append((address, tag))
        self.meanwhile()
        if self.trouble:
            raise FeedRefused(self.trouble)
        if tag and tag == self.tag:
            return Fetched(data=None, tag=tag)
        return Fetched(data=self.data, tag=self.tag)
