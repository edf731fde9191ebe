"""A couple with a fortnight over the end of summer time, for tests of the time together."""

import re
from datetime import date, datetime
from typing import Any
from uuid import UUID

from tests.people import Account
from tests.web.rosters.desk import MONDAY, NOW, add, keep_line, own

from aftershift.engines.windows.plan import ItemState, PlanItem
from aftershift.engines.windows.ranking import Window
from aftershift.web.windows import queries
from aftershift.web.windows.queries import Fortnight

HERS = "LD LD - - N N - - LD LD - - - -"
THEIRS = "LD LD LD - - - - LD LD LD LD - - -"


def move_in(account: Account, hers: str = HERS, theirs: str = THEIRS) -> UUID:
    """Keep both rosters of a couple; give the member whom she added."""
    sam = add(account)
    keep_line(account, own(account), hers)
    keep_line(account, sam, theirs)
    return sam


def swap(account: Account, day: int, code: str) -> None:
    """Give her another code on a day of October, as a swapped shift would."""
    codes = HERS.split()
    codes[day - MONDAY.day] = code
    keep_line(account, own(account), " ".join(codes))


def view_of(account: Account, first: date = MONDAY) -> Fortnight:
    return queries.fortnight(by=account.by, first=first, now=NOW)


def windows_of(account: Account) -> tuple[Window, ...]:
    found = view_of(account).found
    assert found is not None
    return found.proposals.windows


def hold(account: Account, starts: datetime, first: date = MONDAY) -> Any:
    """Press "Hold it" on a window."""
    given = {"first": first.isoformat(), "starts": starts.isoformat()}
    return account.browser.post("/together/accept", given)


def hold_first(account: Account) -> Window:
    """Hold the best of the proposed windows."""
    window = windows_of(account)[0]
    assert hold(account, window.starts)["Location"] == "/together/plan"
    return window


def items(account: Account, state: ItemState = ItemState.HELD) -> list[PlanItem]:
    return [one for one in queries.plan(by=account.by).items if one.state is state]


def feed_address(account: Account) -> str:
    """Open a feed and read its address from the page, without the host."""
    account.browser.post("/together/feed/open")
    page = account.browser.get("/together/plan").text
    found = re.search(r"http://testserver(/together/feed/[^<\s]+\.ics)", page.replace("<wbr>", ""))
    assert found is not None
    return found[1]
