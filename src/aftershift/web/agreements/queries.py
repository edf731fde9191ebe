"""Reads of what two agree on; each takes `by`, whose vault opens what is read."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from aftershift.engines.basics.spans import MINUTES_PER_DAY, Spans, minute_of, subtract, union
from aftershift.engines.together.agreements import Shelf, Side, TimeOut, shelf, time_out_now
from aftershift.engines.together.returning import NEAR_DAYS
from aftershift.engines.windows.overlap import Role
from aftershift.engines.windows.plan import ItemState, PlanItem
from aftershift.engines.windows.ranking import WindowKind, stretches_for
from aftershift.engines.windows.ritual_plan import Miss, Placed
from aftershift.web.agreements.models import Kept
from aftershift.web.agreements.papers import KeptPaper
from aftershift.web.pairing import queries as pairing
from aftershift.web.pairing.queries import Pair
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.rituals import queries as rituals
from aftershift.web.windows import queries as windows

CHECK_IN = "check-in"  # the ritual that it is


@dataclass(frozen=True, kw_only=True, slots=True)
class Two:
    """Both sides of a link, as one of them sees it."""

    pair: Pair
    own: Side
    other: Side

    def shelf(self) -> Shelf:
        """Lay both together."""
        return shelf(self.own, self.other)

    def time_out(self, now: datetime) -> TimeOut | None:
        """Give the time-out that runs."""
        return time_out_now(self.own, self.other, now)


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckInWeek:
    """The next check-in: where it lies, whether it is held, and what the week shares awake.

    `placed` is None where no time is known; then `miss` says so of a week, where one does.
    """

    days: int
    placed: Placed | None
    is_held: bool
    shared_minutes: int
    miss: Miss | None = None


def kept(*, by: SignedIn) -> KeptPaper:
    """Open what one keeps for oneself."""
    row = Kept.objects.filter(person=by.person).first()
    return row.read_as(by.vault, KeptPaper) if row else KeptPaper()


def two(*, by: SignedIn) -> Two | None:
    """Open both sides; None for somebody who is linked with nobody."""
    pair = pairing.pair(by=by)
    if pair is None:
        return None
    own, other = pairing.own_side(pair, Side), pairing.other_side(pair, Side)
    return Two(pair=pair, own=own, other=other)


def talk_windows(*, by: SignedIn, now: datetime) -> Spans:
    """Find where the partners are fit for a talk in the week to come, around all that is held."""
    view = windows.fortnight(by=by, first=windows.today(by=by, now=now), now=now)
    if view.found is None:
        return []
    within = (minute_of(now), minute_of(now) + (NEAR_DAYS + 1) * MINUTES_PER_DAY)
    fit = stretches_for(
        WindowKind.TALK,
        [one for one in view.found.people if one.role is Role.PARTNER],
        zone=view.search.zone,
        within=within,
        limits=view.plan.limits,
    )
    return subtract(fit, union(one.span for one in windows.held_items(view.plan, now=now)))


def item_back(*, by: SignedIn) -> PlanItem | None:
    """Find what is held for coming back from a time-out, wherever it moved."""
    uid = kept(by=by).back
    held = windows.plan(by=by).items
    same = (one for one in held if one.uid == uid and one.state is ItemState.HELD)
    return next(same, None)


def is_repair_due(*, by: SignedIn, now: datetime) -> bool:
    """Say whether the day has come to look at a repair again."""
    repair = kept(by=by).repair
    day = repair.follow_up if repair else None
    return day is not None and day <= windows.today(by=by, now=now)


def check_in(*, by: SignedIn, now: datetime) -> CheckInWeek:
    """Find the next check-in: its place and its length, as the rosters stand now."""
    view = rituals.month(by=by, now=now, also=CHECK_IN)
    placed = next((one for one in view.placed if one.ritual == CHECK_IN), None)
    miss = next((one for one in view.misses if one.ritual == CHECK_IN), None)
    held = [one for one in view.held if one.ritual == CHECK_IN]
    return CheckInWeek(
        days=view.days,
        placed=placed,
        is_held=placed is not None and rituals.is_held(placed, held),
        shared_minutes=_shared(view, placed, by),
        miss=miss,
    )


def _shared(view: rituals.Month, placed: Placed | None, by: SignedIn) -> int:
    """Give the minutes that its week shares awake; of this week where it has no place."""
    if not view.shared:
        return 0
    day = view.today
    if placed is not None:
        day = placed.starts.astimezone(windows.own_zone(by=by)).date()
    monday = view.today - timedelta(days=view.today.weekday())
    return view.shared[min((day - monday).days // 7, len(view.shared) - 1)]
