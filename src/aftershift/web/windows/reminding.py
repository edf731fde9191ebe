"""Which held items ring in the person's own calendar, and why the others do not.

Nothing here sends anything: an alarm is a line in the calendar feed, which only the feed's own
address opens. It is worked out anew at each change while the person is signed in.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from aftershift.engines.windows.family import Member
from aftershift.engines.windows.finding import Search
from aftershift.engines.windows.reminders import (
    Alarm,
    Silence,
    alarms,
    from_now,
    silence_of,
    worths_of,
)
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.services import services
from aftershift.web.windows import queries
from aftershift.web.windows.moving import member_over
from aftershift.web.windows.papers import PlanPaper

REMEMBERED = timedelta(days=8)  # any seven days in a row, whatever the clocks do


def alarms_of(held: PlanPaper, *, by: SignedIn, now: datetime) -> tuple[Alarm, ...]:
    """Say which items ring from now on, after those that rang in the last days."""
    rung = tuple(one for one in held.alarms if now - REMEMBERED < one.at <= now)
    own = _own_member(held, by=by, now=now)
    if held.budget is None or own is None:
        return rung
    listed = [one for one in queries.held_items(held, now=now) if not one.unlisted]
    worths = worths_of(listed, services().rituals)
    zone = queries.own_zone(by=by)
    return (*rung, *alarms(worths, own, zone=zone, budget=held.budget, rung=rung))


def silences(held: PlanPaper, *, by: SignedIn, now: datetime) -> Mapping[str, Silence]:
    """Say, by uid, why what is held and still to begin does not ring."""
    own = _own_member(held, by=by, now=now)
    ringing = {one.uid for one in held.alarms}
    if held.budget is None:
        return {}
    return {
        item.uid: silence_of(item, own, held.budget) if own else Silence.UNKNOWN
        for item in queries.held_items(held, now=now)
        if item.starts > now and item.uid not in ringing
    }


def _own_member(held: PlanPaper, *, by: SignedIn, now: datetime) -> Member | None:
    """See the reader as plans do, from now on; None where there is nothing to look at."""
    items, zone = queries.held_items(held, now=now), queries.own_zone(by=by)
    hours = next(iter(queries.known_hours(by=by)), None)
    if held.budget is None or hours is None or hours.name != queries.own_name(by=by) or not items:
        return None
    search = Search(
        zone=zone,
        first=now.astimezone(zone).date(),
        last=max(item.ends for item in items).astimezone(zone).date(),
        now=now,
        limits=held.limits,
    )
    return from_now(member_over(hours, search), now)
