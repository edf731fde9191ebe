"""A practice in a real hour: a window of both rosters, or a gap of one's own.

What is for two takes the next window that both have. What one does alone, or with a colleague after
a shift, takes a gap of the person's own roster (`content/week/own.toml`): never in sleep, in a
shift, in the quiet hours, or where the guard would warn of a hard talk. Nobody else sees it.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import uuid4

from aftershift.engines.evidence.practices import Company, Practice
from aftershift.engines.windows.moments import Gap, Offered, first_fit
from aftershift.engines.windows.plan import ItemState, PlanItem, accept
from aftershift.engines.windows.ranking import Window, WindowKind
from aftershift.library.evidence import load_evidence
from aftershift.library.week import load_week
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.safety import queries as safety
from aftershift.web.windows import actions as windows
from aftershift.web.windows import queries
from aftershift.web.windows.ground import own_ground

FOR_TWO = (Company.TOGETHER, Company.APART)
AT_HOME = frozenset({"partner", "family"})
OF_ONES_OWN = frozenset({"self", "colleague", "team", "organisation"})


class NoWindow(Exception):
    """No hour of the next two weeks is long enough, or nobody's hours are known."""


class Missing(StrEnum):
    """Why a practice that could have an hour has none."""

    ROSTER = "roster"  # the person's own days are not known
    OTHER = "other"  # those of the other are not
    ROOM = "room"  # no stretch of the next two weeks fits


@dataclass(frozen=True, kw_only=True, slots=True)
class Hour:
    """Where a practice may lie. `gap` is None in a window of both, and `does` empty."""

    starts: datetime
    ends: datetime
    gap: Gap | None = None
    does: str = ""


def hour_for(*, by: SignedIn, practice: Practice, now: datetime) -> Hour | Missing | None:
    """Find the soonest hour for a practice, or say what is missing.

    None for what has no hour: it answers an event, is put away with what is for two, or is held.
    """
    if _held(by=by, practice=practice.id, now=now):
        return None
    if practice.id in load_week().own:
        return _own_hour(by=by, practice=practice, now=now)
    if not is_for_two(practice) or safety.is_just_me(by=by):
        return None
    window = next_window(by=by, practice=practice, now=now)
    if window is not None:
        return Hour(starts=window.starts, ends=window.ends)
    return _missing(by=by, now=now)


def is_for_two(practice: Practice) -> bool:
    """Say whether a practice takes an hour of the two; not what one does alone or at work."""
    is_own = practice.id in load_week().own
    return practice.company in FOR_TWO and bool(AT_HOME & set(practice.scope)) and not is_own


def next_window(*, by: SignedIn, practice: Practice, now: datetime) -> Window | None:
    """Find the soonest window that a practice for two fits into; None where there is none."""
    if not is_for_two(practice) or safety.is_just_me(by=by):
        return None
    first = queries.today(by=by, now=now)
    view = queries.fortnight(by=by, first=first, now=now)
    offered = view.found.proposals.windows if view.found else ()
    minutes = max(practice.minutes, 1)
    fitting = [one for one in offered if (one.ends - one.starts).total_seconds() >= 60 * minutes]
    return min(fitting, key=lambda one: one.starts, default=None)


def place(*, by: SignedIn, practice: str, now: datetime) -> datetime:
    """Hold the soonest hour for a practice; give when that ends. Raises NoWindow.

    One that is held already is not held twice.
    """
    if (held := _held(by=by, practice=practice, now=now)) is not None:
        return held.ends
    known = load_evidence().practices.get(practice)
    if known is None:
        raise NoWindow
    item = _own_item if practice in load_week().own else _item_of_two
    made = item(by=by, practice=known, now=now)
    windows.hold_item(by=by, item=replace(made, practice=practice), now=now)
    return made.ends


def _item_of_two(*, by: SignedIn, practice: Practice, now: datetime) -> PlanItem:
    window = next_window(by=by, practice=practice, now=now)
    if window is None:
        raise NoWindow
    return accept(window, uid=str(uuid4()), now=now, people=())


def _own_item(*, by: SignedIn, practice: Practice, now: datetime) -> PlanItem:
    hour = _own_hour(by=by, practice=practice, now=now)
    if not isinstance(hour, Hour):
        raise NoWindow
    return PlanItem(
        uid=str(uuid4()),
        kind=WindowKind.MOMENT,
        starts=hour.starts,
        ends=hour.ends,
        sequence=0,
        state=ItemState.HELD,
        changed=now,
        people=(queries.own_name(by=by),),
        gap=hour.gap,
        unlisted=safety.is_just_me(by=by),  # whoever has the feed's address would see it
    )


def _own_hour(*, by: SignedIn, practice: Practice, now: datetime) -> Hour | Missing | None:
    just_me = safety.is_just_me(by=by)
    if just_me and not OF_ONES_OWN & set(practice.scope):
        return None
    ground = own_ground(by=by, now=now, plan=queries.plan(by=by), just_me=just_me)
    if ground is None:
        return Missing.ROSTER
    soon = replace(ground, horizon=replace(ground.horizon, days=queries.FORTNIGHT))
    ways = load_week().own[practice.id]
    found = first_fit([one.idea for one in ways], soon)
    return Missing.ROOM if found is None else _hour(found, practice)


def _hour(found: Offered, practice: Practice) -> Hour:
    does = next(one.does for one in load_week().own[practice.id] if one.idea == found.idea)
    return Hour(starts=found.starts, ends=found.ends, gap=found.idea.gap, does=does)


def _missing(*, by: SignedIn, now: datetime) -> Missing:
    ground = own_ground(by=by, now=now, plan=queries.plan(by=by), just_me=False)
    if ground is None:
        return Missing.ROSTER
    return Missing.ROOM if ground.other is not None else Missing.OTHER


def _held(*, by: SignedIn, practice: str, now: datetime) -> PlanItem | None:
    items = queries.held_items(queries.plan(by=by), now=now)
    return next((one for one in items if one.practice == practice), None)
