"""What moves when a roster changes: things of one's own, and the reminders that follow a shift."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import NAMESPACE_OID, uuid5

from aftershift.engines.basics.spans import minute_of
from aftershift.engines.rosters.runs import Run, runs_ahead
from aftershift.engines.windows.moments import (
    FOR_TWO,
    Gap,
    Ground,
    Idea,
    Offered,
    is_fit,
    places_of,
    still_fits,
)
from aftershift.engines.windows.plan import ItemState, Move, MoveCause, PlanItem, in_the_way
from aftershift.library.week import load_week
from aftershift.web.week.queries import View, due, habit_times
from aftershift.web.windows.ground import LOOKED_AT


def moves_of(seen: View) -> tuple[Move, ...]:
    """Say which things of one's own cannot stay, and where each goes: its own week, or nowhere.

    What is for two moves as every window does.
    """
    return () if seen.ground is None else tuple(_moves(seen, seen.ground))


def own_gaps(seen: View) -> dict[str, tuple[Gap, ...]]:
    """Say in which kind of time each thing of one's own lies, by uid, and which it may have else.

    What the coach placed stands in the plan alone; its shelf says which else.
    """
    kept = {one.uid: (one.gap,) for one in seen.paper.kept if one.gap not in FOR_TWO}
    own = load_week().own
    placed = {
        one.uid: (one.gap, *(way.idea.gap for way in own.get(one.practice, ())))
        for one in seen.plan.items
        if one.gap is not None
    }
    return kept | placed


def _moves(seen: View, ground: Ground) -> Iterator[Move]:
    gaps = own_gaps(seen)
    taken = {one.uid: one for one in seen.plan.items if one.state is ItemState.HELD}
    for item in sorted(taken.values(), key=lambda one: one.starts):
        if item.uid not in gaps:
            continue
        others = sorted(one.span for one in taken.values() if one.uid != item.uid)
        room = replace(ground, taken=others)
        known = item.span[1] <= ground.own.availability.covers[1]
        if not known or still_fits(item.span, gaps[item.uid][0], room):
            continue
        after = _elsewhere(item, gaps[item.uid], room, seen)
        cause = in_the_way(item.span, [ground.own.availability]) or MoveCause.EVENT
        yield Move(before=item, after=after, cause=cause)
        taken.pop(item.uid)
        if after is not None:
            taken[item.uid] = after


def _elsewhere(item: PlanItem, gaps: Sequence[Gap], room: Ground, seen: View) -> PlanItem | None:
    """Find the nearest day of its own week that has a place for it, in the first kind that has."""
    minutes = minute_of(item.ends) - minute_of(item.starts)
    week = seen.day_of(item.starts).isocalendar()[:2]
    for gap in gaps:
        places = [
            one
            for one in places_of(Idea(name=item.practice, minutes=minutes, gap=gap), room)
            if seen.day_of(one.starts).isocalendar()[:2] == week
            and (item.gap is None or is_fit(one, room))
        ]
        if places:
            nearest = min(places, key=lambda one: abs(one.starts - item.starts))
            return _moved(item, nearest, seen.now)
    return None


def _moved(item: PlanItem, place: Offered, now: datetime) -> PlanItem:
    return replace(
        item,
        starts=place.starts,
        ends=place.ends,
        gap=item.gap and place.idea.gap,
        sequence=item.sequence + 1,
        changed=now,
    )


def small_times(seen: View, *, person: str) -> dict[str, datetime]:
    """Give the reminders for the feed by their permanent uids; none where they are not wanted.

    A habit's uid is of its day, so that a moved shift moves the reminder and makes no second one.
    """
    if not seen.paper.in_feed:
        return {}
    times: dict[str, datetime] = {}
    for at in habit_times(seen):
        name = f"habit:{person}:{seen.day_of(at)}:{len(times)}"
        day = f"habit:{person}:{seen.day_of(at)}"
        uid = str(uuid5(NAMESPACE_OID, day))
        times[uid if uid not in times else str(uuid5(NAMESPACE_OID, name))] = at
    for run in () if seen.paper.no_notes or seen.just_me else _runs(seen):
        times[str(uuid5(NAMESPACE_OID, f"note:{person}:{run.first}"))] = run.evening
    for text in seen.paper.texts:
        opens = due(text, seen.own)
        if opens is not None and opens > seen.now:
            times[text.id] = opens
    return times


def _runs(seen: View) -> Iterator[Run]:
    """Give the runs of long shifts whose evening before is still to come, in the days looked at."""
    last = seen.now + timedelta(days=LOOKED_AT)
    for run in runs_ahead(seen.own.shifts, zone=seen.zone, now=seen.now):
        if seen.now < run.evening < last:
            yield run
