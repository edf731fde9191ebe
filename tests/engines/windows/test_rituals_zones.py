"""A plan over a change of the clocks, wherever the household lives."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from tests.engines.windows.household import available, hours

from aftershift.engines.basics.spans import day_span, is_inside, meets
from aftershift.engines.windows.family import Child, Member, availability_of_child
from aftershift.engines.windows.month import Home, Horizon
from aftershift.engines.windows.reminders import Budget, reminders
from aftershift.engines.windows.ritual_plan import plan_rituals
from aftershift.library.rituals import load_rituals

RITUALS = load_rituals()
LINES = ("D D N N - - E " * 6, "L L - - M M - " * 6)
PLACES = [
    ("Europe/London", date(2026, 10, 12)),
    ("Europe/Berlin", date(2027, 3, 15)),
    ("America/New_York", date(2026, 10, 19)),
    ("America/St_Johns", date(2027, 3, 1)),
    ("Australia/Lord_Howe", date(2026, 9, 21)),
    ("Asia/Kathmandu", date(2026, 10, 12)),
    ("Pacific/Chatham", date(2026, 9, 14)),
    ("America/Sao_Paulo", date(2026, 10, 12)),
]


@pytest.mark.parametrize(("key", "first"), PLACES)
def test_a_plan_keeps_every_hour_on_the_wall(key: str, first: date) -> None:
    zone = ZoneInfo(key)
    covers = (day_span(first, zone)[0], day_span(first + timedelta(days=34), zone)[1])
    mia = Child(name="Mia", zone=zone, wakes=time(7), bedtime=time(19))
    members = (
        *(
            Member(availability=available(hours(line, name, first, zone), covers), commute=45)
            for line, name in zip(LINES, ("Alex", "Sam"), strict=True)
        ),
        Member(availability=availability_of_child(mia, covers=covers)),
    )
    horizon = Horizon(zone=zone, first=first, now=datetime(2026, 9, 1, tzinfo=UTC))
    plan = plan_rituals(RITUALS, members, horizon)
    wanted = {one.id: one for one in RITUALS}
    people = {one.name: one.availability for one in members}
    assert {"weekly-ritual", "check-in", "family-time"} <= {one.ritual for one in plan.placed}
    for one in plan.placed:
        starts, ends = (at.astimezone(zone) for at in (one.starts, one.ends))
        assert wanted[one.ritual].earliest <= starts.time()
        assert ends.time() <= wanted[one.ritual].latest
        assert first <= starts.date() <= first + timedelta(days=27)
        assert not any(meets(one.span, people[name].sleep) for name in one.people)
        if one.ritual == "family-time":
            assert ends.time() <= time(19)
    quiet = Home(members, horizon).quiet
    assert not any(meets(one.span, quiet) for one in plan.placed if len(one.people) > 1)
    told = reminders(plan.placed, members, zone=zone, budget=Budget(), spent={})
    assert told
    for one in told:
        minute = int(one.at.timestamp() // 60)
        assert is_inside((minute, minute + 1), [people[one.name].covers])
        assert not meets((minute, minute + 1), people[one.name].sleep)
