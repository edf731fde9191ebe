"""Every change of the plan and its feed."""

import hashlib
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from aftershift.engines.windows.limits import Limits
from aftershift.engines.windows.plan import (
    ChangedBy,
    ItemState,
    Move,
    PlanItem,
    accept,
    call_off,
)
from aftershift.engines.windows.ranking import WindowKind
from aftershift.engines.windows.reminders import Budget
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.people.turns import own_turn
from aftershift.web.rosters.models import Ways
from aftershift.web.services import services
from aftershift.web.windows import queries
from aftershift.web.windows.models import OutFeed, Plan
from aftershift.web.windows.moving import moves_of
from aftershift.web.windows.papers import Change, FeedPaper, News, PlanPaper
from aftershift.web.windows.reminding import alarms_of
from aftershift.web.windows.signals import practice_let_go
from aftershift.wiring import TitledItem

SMALL_LASTS = timedelta(minutes=5)
PAST_KEPT = timedelta(weeks=12)  # as long as calendars look back


class NoSuchWindow(Exception):
    """The window is not proposed any more: the rosters changed since the page was made."""


def accept_window(
    *, by: SignedIn, first: date, starts: datetime, now: datetime, asked: Sequence[str] = ()
) -> None:
    """Hold one of the windows proposed in the fortnight from `first`, with whom was asked.

    Raises NoSuchWindow.
    """
    with own_turn(by):
        view = queries.fortnight(by=by, first=first, now=now, asked=asked)
        offered = view.found.proposals.windows if view.found else ()
        window = next((one for one in offered if one.starts == starts), None)
        if window is None:
            raise NoSuchWindow
        item = accept(window, uid=str(uuid4()), now=now, people=view.company.names)
        _write(by, replace(view.plan, items=(*view.plan.items, item)), now)


def hold_item(*, by: SignedIn, item: PlanItem, now: datetime) -> None:
    """Hold something that another wing found a time for; it moves and is told like a window."""
    with own_turn(by):
        held = queries.plan(by=by)
        _write(by, replace(held, items=(*held.items, item)), now)


def let_go(*, by: SignedIn, uid: UUID, now: datetime, why: ChangedBy = ChangedBy.CHOICE) -> None:
    """Call an item off; calendars are told for a while, and the wing that placed it at once."""
    with own_turn(by):
        held = queries.plan(by=by)
        gone = next((one for one in held.items if one.uid == str(uid)), None)
        items = tuple(
            replace(call_off(item, now=now), changed_by=why)
            if item.uid == str(uid) and item.state is ItemState.HELD
            else item
            for item in held.items
        )
        _write(by, replace(held, items=items), now)
        if gone and gone.practice and gone.state is ItemState.HELD and why is ChangedBy.CHOICE:
            left = _last_hour(items, gone.practice, now)
            practice_let_go.send(sender=PlanItem, by=by, practice=gone.practice, left=left)


def _last_hour(items: Sequence[PlanItem], practice: str, now: datetime) -> datetime | None:
    """Give when the last hour ends that is still held for a practice; None where none is."""
    of_it = (one for one in items if one.practice == practice and one.state is ItemState.HELD)
    return max((one.ends for one in of_it if one.ends > now), default=None)


def take_moves(*, by: SignedIn, moves: tuple[Move, ...], now: datetime) -> None:
    """Move what another wing found another time for, after rosters changed; it is told of."""
    with own_turn(by):
        held = queries.plan(by=by)
        _write(by, _moved(held, moves, Change.ROSTER, now), now)


def show_small(*, by: SignedIn, times: Mapping[str, datetime], now: datetime) -> None:
    """Show reminders of small things in the feed, each by its permanent uid; none where empty."""
    with own_turn(by):
        held = queries.plan(by=by)
        before = {one.uid: one for one in held.small}
        small = tuple(_small(uid, at, before.get(uid), now) for uid, at in times.items())
        if small != held.small:
            _write(by, replace(held, small=small), now)


def _small(uid: str, at: datetime, before: PlanItem | None, now: datetime) -> PlanItem:
    if before is not None and before.starts == at:
        return before
    return PlanItem(
        uid=uid,
        kind=WindowKind.MOMENT,
        starts=at,
        ends=at + SMALL_LASTS,
        sequence=before.sequence + 1 if before else 0,
        state=ItemState.HELD,
        changed=now,
    )


def make_plain(*, by: SignedIn, ritual: str, now: datetime) -> None:
    """Keep what is held of a ritual as windows: the ritual was let go, its times were not."""
    with own_turn(by):
        held = queries.plan(by=by)
        items = tuple(
            replace(one, ritual="") if one.ritual == ritual and one.ends > now else one
            for one in held.items
        )
        if items != held.items:
            _write(by, replace(held, items=items), now)


def set_reminders(*, by: SignedIn, budget: Budget | None, now: datetime) -> None:
    """Choose how often the person's own calendar may ring; None is never."""
    with own_turn(by):
        _write(by, replace(queries.plan(by=by), budget=budget), now)


def draw_lines(*, by: SignedIn, limits: Limits, now: datetime) -> None:
    """Change the curfew and the shortest lengths, and move what no longer fits."""
    with own_turn(by):
        _write(by, replace(queries.plan(by=by), limits=limits), now)
        _follow(by, Change.LINES, now)


def follow(*, by: SignedIn, now: datetime, sender: Any, **_sent: Any) -> None:
    """Move what a change of rosters or ways moved, and keep the news of it.

    What rings is worked out anew as well: nobody is woken by a reminder from before a swap.
    Listens to `rosters_changed`, inside the transaction of the change.
    """
    _follow(by, Change.WAYS if sender is Ways else Change.ROSTER, now)


def _follow(by: SignedIn, change: Change, now: datetime) -> None:
    held = queries.plan(by=by)
    known = [one.hours for one in queries.everybody(by=by)]
    moves = moves_of(held, known, zone=queries.own_zone(by=by), now=now)
    if moves or held.budget is not None:
        _write(by, _moved(held, moves, change, now), now)


def seen_moves(*, by: SignedIn) -> None:
    """Put the news of moves away."""
    with own_turn(by):
        _save(by, replace(queries.plan(by=by), news=()))


def open_feed(*, by: SignedIn, now: datetime) -> None:
    """Make a secret address for the person's own calendar, in place of an older one."""
    with own_turn(by):
        OutFeed.objects.filter(person=by.person).delete()
        token = secrets.token_urlsafe(32)
        feed = OutFeed(person=by.person, token_hash=hashed(token))
        feed.write_from(by.vault, FeedPaper(token=token, opened=now))
        held = queries.plan(by=by)
        if held.budget is not None:
            held = replace(held, alarms=alarms_of(held, by=by, now=now))
            _save(by, held)
        _publish(feed, token, held, by, now)


def close_feed(*, by: SignedIn) -> None:
    """Revoke the address: from now on it leads nowhere."""
    OutFeed.objects.filter(person=by.person).delete()


def feed_bytes(feed: OutFeed, token: str) -> bytes:
    """Open the calendar of a feed by the token of its address."""
    return services().unlock_feed(token, feed.id, bytes(feed.calendar))


def hashed(token: str) -> str:
    """Hash a feed's token: all that the server knows of it."""
    return hashlib.sha256(token.encode()).hexdigest()


def _told(news: tuple[News, ...], moves: tuple[Move, ...], change: Change) -> tuple[News, ...]:
    """Tell of each item once: from where it was when somebody last looked."""
    seen_at = {one.move.before.uid: one.move.before for one in news}
    moved = {move.before.uid for move in moves}
    fresh = (replace(move, before=seen_at.get(move.before.uid, move.before)) for move in moves)
    return (
        *(one for one in news if one.move.before.uid not in moved),
        *(News(move=move, after=change) for move in fresh),
    )


def _moved(held: PlanPaper, moves: tuple[Move, ...], change: Change, now: datetime) -> PlanPaper:
    """Move what a change moved, note on each item what it was, and keep the news of it."""
    why = ChangedBy.ROSTER if change is Change.ROSTER else ChangedBy.HOURS
    after = {
        move.before.uid: replace(move.after or call_off(move.before, now=now), changed_by=why)
        for move in moves
    }
    items = tuple(after.get(item.uid, item) for item in held.items)
    return replace(held, items=items, news=_told(held.news, moves, change))


def _write(by: SignedIn, held: PlanPaper, now: datetime) -> None:
    """Save the plan and the feed that shows it, in one transaction."""
    recent = tuple(item for item in held.items if item.ends > now - PAST_KEPT)
    held = replace(held, items=recent)
    held = replace(held, alarms=alarms_of(held, by=by, now=now))
    _save(by, held)
    feed = OutFeed.objects.filter(person=by.person).first()
    if feed is not None:
        _publish(feed, feed.read_as(by.vault, FeedPaper).token, held, by, now)


def _save(by: SignedIn, held: PlanPaper) -> None:
    row = Plan.objects.filter(person=by.person).first() or Plan(person=by.person)
    row.write_from(by.vault, held)
    row.save()


def _publish(feed: OutFeed, token: str, held: PlanPaper, by: SignedIn, now: datetime) -> None:
    rings = {one.uid: one.at for one in held.alarms}
    calendar = services().write_calendar(
        (
            *(_feed_item(one, rings.get(one.uid)) for one in held.items if not one.unlisted),
            *(
                TitledItem(item=one, title=_("Something small"), rings_at=one.starts)
                for one in held.small
            ),
        ),
        name=_("Held times"),
        zone=queries.own_zone(by=by).key,
        now=now,
    )
    # With the token in it the tag tells the server nothing, not even that a plan is empty.
    feed.etag = hashlib.sha256(token.encode() + calendar).hexdigest()
    feed.calendar = services().lock_feed(token, feed.id, calendar)
    feed.save()


def _feed_item(item: PlanItem, rings_at: datetime | None) -> TitledItem:
    titles = {
        WindowKind.TALK: _("Held: time"),
        WindowKind.TIME: _("Held: time"),
        WindowKind.MOMENT: _("Held: a moment"),
    }
    return TitledItem(item=item, title=titles[item.kind], rings_at=rings_at)
