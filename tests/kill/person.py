"""Somebody who changes things, remembers what was acknowledged, and what was under way."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from http.client import HTTPException
from pathlib import Path
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
from tests.kill.client import Client

PASSWORD = "slow green kettle"  # noqa: S105 - nobody lives behind it
LONDON = ZoneInfo("Europe/London")
FIRST = datetime(2026, 10, 20, tzinfo=LONDON)  # the day after the clock's morning: no past
DAYS = 12
DIALECTS = ("uk-medical", "uk-nursing")
PAPERS = Path(__file__).parents[2] / "src/aftershift/content/demo"
JOS = ("jo.ics", "jo-after-a-swap.ics")
# The one shift that a swap moves, by its start: in the first version, in the second.
SWAPPED = (
    datetime(2026, 10, 25, 19, 30, tzinfo=LONDON),
    datetime(2026, 10, 22, 19, 30, tzinfo=LONDON),
)
FEED = re.compile(r"/together/feed/[\w-]+\.ics")
OFFERED = re.compile(
    r'name="first" value="([^"]+)">\s*<input type="hidden" name="starts" value="([^"]+)"'
)
LET_GO = re.compile(r"/together/plan/([0-9a-f-]{36})/let-go")
WAYS = {
    "zone": "Europe/London",
    "prepare": "45",
    "wind_down": "45",
    "unwind_evening": "90",
    "mid_sleep_free": "04:30",
    "sleep_need": "510",
    "called_share": "0.0",
}


class Mixed(Exception):
    """What the server shows is neither one version nor another."""


@dataclass(frozen=True, kw_only=True, slots=True)
class State:
    """Everything that one acknowledged request changes, as numbers that can be compared."""

    jo: int  # which of the two calendars
    sam: int  # which version of the pasted line
    draft: tuple[str, int] | None  # whose, and which version
    dialect: str  # what Sam's line was read with: written when it is kept, in one transaction
    commute: int
    items: int  # how many windows were ever held


def line(version: int) -> str:
    """Write a roster in which every day says the version: early when even, late when odd."""
    hour, minute = (7, 13)[version % 2], version // 2
    return " ".join([f"{hour:02}{minute:02}-{hour + 8:02}{minute:02}"] * DAYS)


def version_of_sam(starts: list[datetime]) -> int:
    """Read the version back; it must be one and the same on every day."""
    walls = {start.astimezone(LONDON).time() for start in starts}
    days = {start.astimezone(LONDON).date() for start in starts}
    if len(starts) != DAYS or len(days) != DAYS or len(walls) != 1:
        raise Mixed(sorted(map(str, starts)))
    wall = walls.pop()
    return wall.minute * 2 + (wall.hour == 13)


def version_of_jo(starts: list[datetime]) -> int:
    """Read which of the two calendars it is; never both, never neither."""
    found = [version for version, start in enumerate(SWAPPED) if start in starts]
    if len(starts) != 8 or len(found) != 1:
        raise Mixed(sorted(map(str, starts)))
    return found[0]


VERSION_OF: dict[str, Callable[[list[datetime]], int]] = {
    "jo": version_of_jo,
    "sam": version_of_sam,
}


class Person:
    """One account with two rosters, a plan and an open feed."""

    def __init__(self, name: str, port: int, chance: Random) -> None:
        self.name, self.chance = name, chance
        self.client = Client(port)
        self.gone: set[str] = set()  # let go, and acknowledged
        self.sequences: dict[str, int] = {}
        self.under_way: State | None = None
        self.acknowledged = 0
        self._move_in()
        self.sure = self.found()

    # --- coming and going -----------------------------------------------------------

    def sign_in(self, port: int) -> None:
        """Come back after a restart: no session outlives one."""
        self.client = Client(port)
        self.client.get("/sign-in")
        status, _ = self.client.post("/sign-in", account=self.name, password=PASSWORD)
        assert status == 302
        self.client.get("/rosters/bring")

    def _move_in(self) -> None:
        self.client.get("/sign-up")
        words = {"password": PASSWORD, "password_again": PASSWORD, "understood": "on"}
        assert self.client.post("/sign-up", account=self.name, **words)[0] == 200
        self.client.get("/rosters/")
        self.client.post("/rosters/members", name="Sam")
        page = self.client.get("/rosters/bring")[1]
        found = re.findall(r'<option value="([0-9a-f-]{36})"[^>]*>([^<]+)', page)
        self.members = {("sam" if label == "Sam" else "jo"): member for member, label in found}
        self._bring_jo(0)
        self._keep()
        self._bring_sam(0)
        self._keep()
        self._set_commute(45)
        self.client.post("/together/feed/open")
        self.feed = FEED.findall(self.client.get("/together/plan")[1])[0]

    # --- changes: each is one request -----------------------------------------------

    def live(self) -> None:
        """Change one thing after another until the server is gone."""
        changes = (self.bring_sam, self.bring_sam, self.bring_jo, self.keep, self.keep)
        changes = (*changes, self.accept, self.accept, self.let_go, self.set_commute)
        try:
            while True:
                self.chance.choice(changes)()
        except (OSError, HTTPException):
            return

    def bring_sam(self) -> None:
        """Paste a line: a draft."""
        version = self.chance.randrange(100)
        after = replace(self.sure, draft=("sam", version))
        self._try(after, lambda: self._bring_sam(version))

    def bring_jo(self) -> None:
        """Drop a calendar: a draft."""
        version = self.chance.randrange(2)
        after = replace(self.sure, draft=("jo", version))
        self._try(after, lambda: self._bring_jo(version))

    def keep(self) -> None:
        """Make the draft count; held windows may move, and the feed with them."""
        if self.sure.draft:
            whose, version = self.sure.draft
            if whose == "sam":
                after = replace(self.sure, sam=version, dialect=DIALECTS[version % 2])
            else:
                after = replace(self.sure, jo=version)
            self._try(replace(after, draft=None), self._keep)

    def accept(self) -> None:
        """Hold the first window that the fortnight offers."""
        offered = OFFERED.search(self.client.get("/together/")[1])
        if offered:
            first, starts = offered.groups()
            after = replace(self.sure, items=self.sure.items + 1)
            self._try(after, lambda: self._accept(first, starts))

    def let_go(self) -> None:
        """Call off one of the held windows."""
        held = LET_GO.findall(self.client.get("/together/plan")[1])
        if held:
            uid = self.chance.choice(held)
            self._try(self.sure, lambda: self._let_go(uid))

    def set_commute(self) -> None:
        """Change how long the way to work is; sleep, windows and plan follow."""
        minutes = self.chance.randrange(10, 90)
        self._try(replace(self.sure, commute=minutes), lambda: self._set_commute(minutes))

    def _try(self, after: State, change: Callable[[], None]) -> None:
        self.under_way = after
        change()
        self.sure, self.under_way = after, None
        self.acknowledged += 1

    def _bring_sam(self, version: int) -> None:
        given = {"member": self.members["sam"], "zone": "Europe/London", "text": line(version)}
        named = {"anchor": f"{FIRST:%Y-%m-%d}", "dialect": DIALECTS[version % 2]}
        assert self.client.post("/rosters/bring", **given, **named)[0] == 200

    def _bring_jo(self, version: int) -> None:
        given = {"member": self.members["jo"], "zone": "Europe/London"}
        data = (PAPERS / JOS[version]).read_bytes()
        assert self.client.post_file("/rosters/bring", "jo.ics", data, **given)[0] == 200

    def _keep(self) -> None:
        assert self.client.post("/rosters/keep")[0] == 302

    def _accept(self, first: str, starts: str) -> None:
        assert self.client.post("/together/accept", first=first, starts=starts)[0] == 302

    def _let_go(self, uid: str) -> None:
        assert self.client.post(f"/together/plan/{uid}/let-go")[0] == 302
        self.gone.add(uid)

    def _set_commute(self, minutes: int) -> None:
        path = f"/rosters/members/{self.members['sam']}/ways"
        assert self.client.post(path, commute=str(minutes), **WAYS)[0] == 302

    # --- what is there after a restart ----------------------------------------------

    def found(self) -> State:
        """Read the state out of the export. Raises Mixed when it is of no one version."""
        taken = self._export()
        papers = {self._whose(paper): paper for paper in taken["rosters"]["rosters"]}
        versions = {whose: _version(whose, paper) for whose, paper in papers.items()}
        draft = taken["rosters"]["draft"]
        whose = self._whose(draft["paper"]) if draft else ""
        ways = taken["rosters"]["ways"]
        return State(
            jo=versions["jo"],
            sam=versions["sam"],
            draft=(whose, _version(whose, draft["paper"])) if draft else None,
            dialect=ways[self.members["sam"]]["dialects"][0],
            commute=ways[self.members["sam"]]["habits"]["commute"],
            items=len(taken["together"]["items"]),
        )

    def faults(self) -> list[str]:
        """Say in words what was lost, mixed or at odds; nothing when all is well."""
        found, known = self.found(), {self.sure, self.under_way}
        faults = [] if found in known else [f"{found} is none of {known}"]
        items = {item["uid"]: item for item in self._export()["together"]["items"]}
        planned = {uid: _shown(item) for uid, item in items.items()}
        if planned != self._in_feed():
            faults.append(f"the plan {planned} is not what the feed says: {self._in_feed()}")
        held = {uid for uid, item in items.items() if item["state"] == "held"}
        faults += [f"{uid} was let go and is back" for uid in self.gone & held]
        faults += [f"{uid} is lost" for uid in self.sequences.keys() - items.keys()]
        later = {uid: item["sequence"] for uid, item in items.items()}
        faults += [
            f"{uid} went back to {later[uid]}"
            for uid, before in self.sequences.items()
            if uid in later and later[uid] < before
        ]
        self.sure, self.under_way, self.sequences = found, None, later
        return faults

    def _export(self) -> dict[str, Any]:
        status, text = self.client.get("/mydata/aftershift.json")
        assert status == 200
        taken: dict[str, Any] = json.loads(text)
        return taken

    def _in_feed(self) -> dict[str, tuple[object, ...]]:
        """Read what a calendar app sees, by the address alone."""
        status, text = Client(self.client.port).get(self.feed)
        assert status == 200
        events = icalendar.Calendar.from_ical(text).walk("VEVENT")
        return {
            str(event["UID"]): (
                event["SEQUENCE"],
                event["DTSTART"].dt,
                event["DTEND"].dt,
                event["STATUS"] == "CONFIRMED",
            )
            for event in events
        }

    def _whose(self, paper: dict[str, Any]) -> str:
        return next(whose for whose, member in self.members.items() if member == paper["member"])


def _version(whose: str, paper: dict[str, Any]) -> int:
    starts = [datetime.fromisoformat(shift["starts"]) for shift in paper["shifts"]]
    return VERSION_OF[whose](starts)


def _shown(item: dict[str, Any]) -> tuple[object, ...]:
    starts, ends = (datetime.fromisoformat(item[end]) for end in ("starts", "ends"))
    return item["sequence"], starts, ends, item["state"] == "held"
