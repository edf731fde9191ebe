"""Every change of what two agree on. Each writes one's own side alone; nothing is announced."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from django.db import transaction

from aftershift.engines.together import agreements
from aftershift.engines.together.agreements import Agreement, Side, TimeOut
from aftershift.engines.together.coming_home import Coming, Left
from aftershift.engines.together.listing import MOST as MOST_LISTS
from aftershift.engines.together.listing import Filled
from aftershift.engines.together.returning import Return, other_returns, return_after, return_at
from aftershift.engines.together.revealing import Shown, lay, say_yes, take_back
from aftershift.engines.windows.plan import ChangedBy, ItemState, PlanItem
from aftershift.engines.windows.ranking import WindowKind
from aftershift.web.agreements import queries
from aftershift.web.agreements.models import Kept
from aftershift.web.agreements.papers import KeptPaper, RepairPaper
from aftershift.web.agreements.queries import CHECK_IN, Two
from aftershift.web.pairing import actions as pairing
from aftershift.web.pairing.queries import NotLinked
from aftershift.web.people.models import Person
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.people.turns import own_turn
from aftershift.web.rituals import actions as rituals
from aftershift.web.windows import actions as windows
from aftershift.wiring import Vault


class NoSuchReturn(Exception):
    """There is no window at that time any more, or no time-out to come back from."""


def propose(*, by: SignedIn, agreement: Agreement) -> None:
    """Propose something to the other. Raises NotLinked and AgreementError."""
    _change(by, lambda two: agreements.propose(two.own, agreement))


def agree(*, by: SignedIn, agreement: str, today: date) -> None:
    """Say yes to a proposal of the other's."""
    _change(by, lambda two: agreements.agree(two.own, two.other, agreement, today=today))


def put_aside(*, by: SignedIn, agreement: str) -> None:
    """Take a proposal of the other's off one's own page; they see no difference.

    What the other took back meanwhile is forgotten, so that the row has room for all there is.
    """
    with own_turn(by):
        paper = queries.kept(by=by)
        there = [one.id for one in _two(by).other.proposed]
        aside = tuple(one for one in there if one == agreement or one in paper.aside)
        _save(by, replace(paper, aside=aside))


def end(*, by: SignedIn, agreement: str) -> None:
    """End an agreement or take a proposal back, without a reason."""
    with own_turn(by):
        two = _two(by)
        _write(by, two, agreements.end(two.own, agreement))
        if any(one.id == agreement for one in two.other.proposed):
            put_aside(by=by, agreement=agreement)


def look_again(*, by: SignedIn, agreement: str, on: date) -> None:
    """Say that it was looked at, and when next."""
    _change(by, lambda two: agreements.look_again(two.own, two.other, agreement, on=on))


def show_week(*, by: SignedIn, week: date, answers: Mapping[str, int]) -> None:
    """Lay one's answers of a week ready; they meet when the other's lie there too."""
    new = Shown(week=week, answers=answers)
    _change(by, lambda two: replace(two.own, shown=say_yes(two.own.shown, new)))


def hide_week(*, by: SignedIn, week: date) -> None:
    """Take one's answers of a week back, from both pages."""
    _change(by, lambda two: replace(two.own, shown=take_back(two.own.shown, week.isoformat())))


def show_list(*, by: SignedIn, filled: Filled) -> None:
    """Lay one's filled list ready; it meets when the other's lies there too."""
    _change(by, lambda two: replace(two.own, lists=lay(two.own.lists, filled, most=MOST_LISTS)))


def hide_list(*, by: SignedIn, checklist: str) -> None:
    """Take one's list back, from both pages."""
    _change(by, lambda two: replace(two.own, lists=take_back(two.own.lists, checklist)))


def take_time_out(*, by: SignedIn, minutes_away: int, now: datetime) -> Return:
    """Take a time-out: it has a return at once, held in one's own plan where a window has room."""
    with own_turn(by):
        back = return_after(now, minutes_away, queries.talk_windows(by=by, now=now))
        _come_back(by, _two(by), back, now)
    return back


def move_return(*, by: SignedIn, starts: datetime, now: datetime) -> None:
    """Come back at another window; whoever moved it last is followed. Raises NoSuchReturn."""
    with own_turn(by):
        two = _two(by)
        offered = other_returns(now, 0, queries.talk_windows(by=by, now=now))
        item = queries.item_back(by=by)
        back = next((one for one in offered if one.starts == starts), None)
        if back is None and item is not None and item.starts == starts > now:
            back = return_at(item.starts)
        if back is None or two.time_out(now) is None:
            raise NoSuchReturn
        _come_back(by, two, back, now)


def hold_return(*, by: SignedIn, now: datetime) -> None:
    """Hold the return that the other set in one's own plan. Raises NoSuchReturn."""
    with own_turn(by):
        running = _two(by).time_out(now)
        if running is None or running.returns <= now:
            raise NoSuchReturn
        _hold(by, return_at(running.returns), now)


def end_time_out(*, by: SignedIn, now: datetime) -> None:
    """Say that the time-out is over; what was held for coming back goes."""
    with own_turn(by):
        two = _two(by)
        running = two.time_out(now)
        if running is not None:
            returns = max(running.returns, now + timedelta(minutes=1))
            over = TimeOut(taken=now, returns=returns, is_over=True)
            _write(by, two, replace(two.own, time_out=over))
        _let_go(by, now)


def say_coming(*, by: SignedIn, left: Left, now: datetime) -> None:
    """Say how much of oneself is left; it takes the place of what was said before."""
    _change(by, lambda two: replace(two.own, coming=Coming(left=left, said=now)))


def take_coming_back(*, by: SignedIn) -> None:
    """Take it back, from both pages."""
    _change(by, lambda two: replace(two.own, coming=None))


def hold_check_in(*, by: SignedIn, starts: datetime, now: datetime) -> None:
    """Take the check-in up and hold its place in the plan. Raises rituals.NoSuchPlace."""
    with own_turn(by):
        rituals.take_up(by=by, ritual=CHECK_IN, now=now)
        rituals.hold(by=by, ritual=CHECK_IN, starts=starts, now=now)


def keep_repair(*, by: SignedIn, repair: RepairPaper) -> None:
    """Begin a repair, or keep what it is about and when to look at it again."""
    with own_turn(by):
        _save(by, replace(queries.kept(by=by), repair=repair))


def end_repair(*, by: SignedIn) -> None:
    """Let a repair be, done or not."""
    with own_turn(by):
        _save(by, replace(queries.kept(by=by), repair=None))


def hold_talk(*, by: SignedIn, starts: datetime, now: datetime) -> None:
    """Hold a window for a talk of both. Raises NoSuchReturn."""
    with own_turn(by):
        offered = other_returns(now, 0, queries.talk_windows(by=by, now=now))
        back = next((one for one in offered if one.starts == starts), None)
        if back is None:
            raise NoSuchReturn
        windows.hold_item(by=by, item=_item(back, now), now=now)


def ensure_row(*, person: Person, vault: Vault, **_: object) -> None:
    """Give somebody the row that everybody has, when they enter; nothing stands in it yet."""
    with transaction.atomic():
        Person.objects.select_for_update().get(id=person.id)
        if not Kept.objects.filter(person=person).exists():
            row = Kept(person=person)
            row.write_from(vault, KeptPaper())
            row.save()


def _come_back(by: SignedIn, two: Two, back: Return, now: datetime) -> None:
    _write(by, two, replace(two.own, time_out=TimeOut(taken=now, returns=back.starts)))
    if back.is_window:
        _hold(by, back, now)
    else:
        _let_go(by, now)


def _hold(by: SignedIn, back: Return, now: datetime) -> None:
    """Hold the return in one's own plan, in place of an earlier one."""
    item = queries.item_back(by=by)
    if item is not None and item.starts == back.starts:
        return
    _let_go(by, now)
    item = _item(back, now)
    windows.hold_item(by=by, item=item, now=now)
    _save(by, replace(queries.kept(by=by), back=item.uid))


def _let_go(by: SignedIn, now: datetime) -> None:
    paper = queries.kept(by=by)
    if paper.back:
        windows.let_go(by=by, uid=UUID(paper.back), now=now, why=ChangedBy.REPLACED)
        _save(by, replace(paper, back=""))


def _item(back: Return, now: datetime) -> PlanItem:
    return PlanItem(
        uid=str(uuid4()),
        kind=WindowKind.TALK,
        starts=back.starts,
        ends=back.ends,
        sequence=0,
        state=ItemState.HELD,
        changed=now,
    )


def _change(by: SignedIn, changed: Callable[[Two], Side]) -> None:
    with own_turn(by):
        two = _two(by)
        _write(by, two, changed(two))


def _two(by: SignedIn) -> Two:
    two = queries.two(by=by)
    if two is None:
        raise NotLinked
    return two


def _write(by: SignedIn, two: Two, side: Side) -> None:
    if side != two.own:
        pairing.write_side(two.pair, side, by=by)


def _save(by: SignedIn, paper: KeptPaper) -> None:
    row = Kept.objects.filter(person=by.person).first() or Kept(person=by.person)
    row.write_from(by.vault, paper)
    row.save()
