"""A practice in a real hour: the next window of both rosters that is long enough for it."""

from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from aftershift.engines.evidence.practices import Company, Practice
from aftershift.engines.windows.plan import accept
from aftershift.engines.windows.ranking import Window
from aftershift.library.evidence import load_evidence
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.safety import queries as safety
from aftershift.web.windows import actions as windows
from aftershift.web.windows import queries

FOR_TWO = (Company.TOGETHER, Company.APART)


class NoWindow(Exception):
    """No hour of the next two weeks is long enough, or nobody's hours are known."""


def next_window(*, by: SignedIn, practice: Practice, now: datetime) -> Window | None:
    """Find the soonest window that a practice for two fits into; None where there is none.

    What somebody does alone is tied to an event of their day, and takes no hour from the two.
    """
    if practice.company not in FOR_TWO or safety.is_just_me(by=by):
        return None
    first = queries.today(by=by, now=now)
    view = queries.fortnight(by=by, first=first, now=now)
    offered = view.found.proposals.windows if view.found else ()
    minutes = max(practice.minutes, 1)
    fitting = [one for one in offered if (one.ends - one.starts).total_seconds() >= 60 * minutes]
    return min(fitting, key=lambda one: one.starts, default=None)


def place(*, by: SignedIn, practice: str, now: datetime) -> datetime:
    """Hold the soonest window for a practice; give when that ends. Raises NoWindow."""
    known = load_evidence().practices.get(practice)
    window = next_window(by=by, practice=known, now=now) if known else None
    if window is None:
        raise NoWindow
    item = accept(window, uid=str(uuid4()), now=now, people=())
    windows.hold_item(by=by, item=replace(item, practice=practice), now=now)
    return window.ends
