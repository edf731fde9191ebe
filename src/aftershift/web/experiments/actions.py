"""Every change of experiments; the coin is thrown here, once, and what it said is kept sealed."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from aftershift.engines.basics.spans import moment_of
from aftershift.engines.checkins.evenings import evening_span, evenings_of, place_in, still_possible
from aftershift.engines.checkins.experiments import plan
from aftershift.engines.windows.plan import ItemState, PlanItem
from aftershift.engines.windows.ranking import WindowKind
from aftershift.web.checkins import queries as checkins
from aftershift.web.experiments import queries, sharing
from aftershift.web.experiments.models import Experiments
from aftershift.web.experiments.papers import MOST, Experiment, ExperimentsPaper, Wish
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.people.turns import own_turn
from aftershift.web.windows import actions as windows
from aftershift.web.windows import queries as windows_queries

HELD_MINUTES = 30


class OneRuns(Exception):
    """One is running: two at a time would each disturb the other."""


class TooMany(Exception):
    """There are as many experiments as there may be."""


class NotNow(Exception):
    """The evening is not one that can be ticked or held now."""


def coin() -> bool:
    """Throw a fair coin that nobody can foresee."""
    return secrets.randbelow(2) == 1


def begin(*, by: SignedIn, wish: Wish, now: datetime) -> Experiment:
    """Draw a plan, once. Raises OneRuns, TooMany, and TooFewEveningsError of the engine."""
    with own_turn(by):
        paper = queries.paper(by=by)
        kept = paper.experiments
        if queries.running(by=by, among=queries.shown(by=by), now=now):
            raise OneRuns
        if len(kept) >= MOST:
            raise TooMany
        minutes = queries.minutes_of(wish.ritual)
        found = queries.reach(by=by, two=wish.two, minutes=minutes, now=now)
        new = Experiment(
            id=str(uuid4()),
            wish=wish,
            begun=checkins.today(by=by, now=now),
            blocks=plan(found.evenings, blocks=wish.blocks, draw=coin),
        )
        save(by, replace(paper, experiments=(*kept, new)))
    return new


def tick(*, by: SignedIn, experiment_id: UUID, day: date, did: bool, now: datetime) -> None:
    """Note whether the ritual was done on an evening, whatever was drawn. Raises NotNow."""

    def ticked(one: Experiment) -> Experiment:
        if day not in queries.may_tick(by=by, one=one, now=now):
            raise NotNow
        return replace(one, done={**one.done, day: did})

    change(by, experiment_id, ticked)


def stop(*, by: SignedIn, experiment_id: UUID, now: datetime) -> None:
    """Stop at once; nobody asks why, and no verdict follows. What is over stays as it is."""

    def stopped(one: Experiment) -> Experiment:
        if not queries.is_running(by=by, one=one, now=now):
            return one
        _let_go(by, one, tuple(one.held), now)
        sharing.withdraw(by=by, experiment_id=one.id)
        return replace(one, stopped=checkins.today(by=by, now=now), held={})

    change(by, experiment_id, stopped)


def hold(*, by: SignedIn, experiment_id: UUID, day: date, now: datetime) -> None:
    """Hold the time of an evening with the ritual in the plan. Raises NotNow."""

    def held(one: Experiment) -> Experiment:
        if not one.days.get(day) or one.stopped or one.joined or day in one.held:
            raise NotNow
        item = _item(by, one, day, now)
        windows.hold_item(by=by, item=item, now=now)
        return replace(one, held={**one.held, day: item.uid})

    change(by, experiment_id, held)


def erase(*, by: SignedIn, experiment_id: UUID) -> None:
    """Erase one for good."""
    with own_turn(by):
        paper = queries.paper(by=by)
        left = tuple(one for one in paper.experiments if one.id != str(experiment_id))
        sharing.withdraw(by=by, experiment_id=str(experiment_id))
        save(by, replace(paper, experiments=left))


def follow(*, by: SignedIn, now: datetime, sender: Any, **_sent: Any) -> None:
    """Drop blocks that a change of rosters or ways made impossible, while nothing of them is known.

    Listens to `rosters_changed`, inside the transaction of the change.
    """
    paper = queries.paper(by=by)
    after = tuple(_followed(by, one, now) for one in paper.experiments)
    if after != paper.experiments:
        save(by, replace(paper, experiments=after))


def _followed(by: SignedIn, one: Experiment, now: datetime) -> Experiment:
    today = checkins.today(by=by, now=now)
    ahead = [day for day in one.days if day >= today]
    if not ahead or one.stopped or one.joined:
        return one
    land = queries.ground(by=by, two=one.wish.two, first=today, now=now)
    evenings = evenings_of(
        land.awake,
        known=land.known,
        zone=windows_queries.own_zone(by=by),
        days=sorted(ahead),
        minutes=queries.minutes_of(one.wish.ritual),
    )
    untouched = today + queries.ONE_DAY * (today in queries.answers(by=by, one=one))
    stays, goes = still_possible(one.blocks, evenings, untouched=untouched)
    gone = {day for each in goes for day in (each.with_ritual, each.without)}
    gone |= _astray(by, one)
    _let_go(by, one, tuple(gone), now)
    held = {day: uid for day, uid in one.held.items() if day not in gone}
    return replace(one, blocks=stays, dropped=(*one.dropped, *goes), held=held)


def _astray(by: SignedIn, one: Experiment) -> set[date]:
    """Find the evenings whose held time the plan moved to another day: it would be no evening."""
    zone = windows_queries.own_zone(by=by)
    items = windows_queries.plan(by=by).items
    lies = {item.uid: item.starts.astimezone(zone).date() for item in items}
    return {day for day, uid in one.held.items() if lies.get(uid) != day}


def _item(by: SignedIn, one: Experiment, day: date, now: datetime) -> PlanItem:
    """Make the plan's item of an evening, where there is time for it. Raises NotNow."""
    minutes = queries.minutes_of(one.wish.ritual)
    land = queries.ground(by=by, two=one.wish.two, first=day, now=now)
    evening = evening_span(day, windows_queries.own_zone(by=by))
    room = place_in(land.awake, evening, minutes=minutes)
    if room is None or moment_of(room[0]) <= now:
        raise NotNow
    return PlanItem(
        uid=str(uuid4()),
        kind=WindowKind.MOMENT,
        starts=moment_of(room[0]),
        ends=moment_of(room[0] + max(minutes, HELD_MINUTES)),
        sequence=0,
        state=ItemState.HELD,
        changed=now,
        people=() if one.wish.two else (windows_queries.own_name(by=by),),
    )


def _let_go(by: SignedIn, one: Experiment, days: tuple[date, ...], now: datetime) -> None:
    """Let go in the plan what was held of evenings to come."""
    today = checkins.today(by=by, now=now)
    for day in days:
        if day in one.held and day >= today:
            windows.let_go(by=by, uid=UUID(one.held[day]), now=now)


def change(by: SignedIn, experiment_id: UUID, changed: Callable[[Experiment], Experiment]) -> None:
    """Change one of this person's experiments, in a turn of its own."""
    with own_turn(by):
        paper = queries.paper(by=by)
        kept = paper.experiments
        after = tuple(changed(one) if one.id == str(experiment_id) else one for one in kept)
        if after != kept:
            save(by, replace(paper, experiments=after))


def save(by: SignedIn, paper: ExperimentsPaper) -> None:
    """Seal every experiment into the one row; the caller has the turn."""
    row = Experiments.objects.filter(person=by.person).first() or Experiments(person=by.person)
    row.write_from(by.vault, paper)
    row.save()
