"""The feed of accepted windows: other programs read back exactly what was planned."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events

from aftershift.adapters import calendars
from aftershift.adapters.calendar_writer import TitledItem, write
from aftershift.adapters.calendar_zones import time_zone
from aftershift.engines.windows.plan import ItemState, PlanItem
from aftershift.engines.windows.ranking import WindowKind

NOW = datetime(2026, 10, 20, 12, tzinfo=UTC)


def titled(
    uid: str, starts: datetime, *, minutes: int = 60, state: ItemState = ItemState.HELD
) -> TitledItem:
    item = PlanItem(
        uid=uid,
        kind=WindowKind.TALK,
        starts=starts,
        ends=starts + timedelta(minutes=minutes),
        sequence=3,
        state=state,
        changed=datetime(2026, 10, 1, 8, tzinfo=UTC),
    )
    return TitledItem(item=item, title="Time together")


ITEMS = (
    titled("b@aftershift", datetime(2026, 10, 24, 18, 30, tzinfo=UTC)),
    titled("a@aftershift", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),  # 01:30, first time
    titled("c@aftershift", datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),  # 01:30, second time
    titled("d@aftershift", datetime(2027, 3, 28, 0, 30, tzinfo=UTC)),  # across the gap
    titled("e@aftershift", datetime(2026, 11, 1, 18, tzinfo=UTC), state=ItemState.CANCELLED),
)


def feed(items=ITEMS, name="Our plan", now=NOW) -> bytes:
    return write(items, name=name, zone="Europe/London", now=now)


def test_a_calendar_library_reads_back_what_was_planned():
    calendar = icalendar.Calendar.from_ical(feed())
    found = {
        str(event["UID"]): (event.start.astimezone(UTC), event.end.astimezone(UTC))
        for event in calendar.events
    }
    assert found == {each.item.uid: (each.item.starts, each.item.ends) for each in ITEMS}


def test_an_expander_and_our_own_reader_find_the_same_instants():
    held = [each.item for each in ITEMS if each.item.state is ItemState.HELD]
    expected = sorted((item.starts, item.ends) for item in held)
    expanded = recurring_ical_events.of(icalendar.Calendar.from_ical(feed())).between(2026, 2028)
    assert expected == sorted(
        (event.start.astimezone(UTC), event.end.astimezone(UTC))
        for event in expanded
        if event["STATUS"] == "CONFIRMED"
    )
    ours = calendars.read(feed(), zone="Asia/Tokyo", window=(date(2026, 10, 1), date(2027, 6, 1)))
    assert expected == [(event.starts, event.ends) for event in ours.events]


def test_the_feed_says_what_calendars_need_to_keep_up():
    calendar = icalendar.Calendar.from_ical(feed())
    assert {name: calendar[name].to_ical() for name in ("NAME", "X-WR-CALNAME")} == {
        "NAME": b"Our plan",
        "X-WR-CALNAME": b"Our plan",
    }
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\n" in feed()
    events = {str(event["UID"]): event for event in calendar.events}
    told = {
        uid: (event["SEQUENCE"], event["STATUS"], event["TRANSP"], event["CLASS"])
        for uid, event in events.items()
    }
    assert told["a@aftershift"] == (3, "CONFIRMED", "OPAQUE", "PRIVATE")
    assert told["e@aftershift"] == (3, "CANCELLED", "TRANSPARENT", "PRIVATE")
    assert events["a@aftershift"]["DTSTAMP"].dt == datetime(2026, 10, 1, 8, tzinfo=UTC)
    assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/London"]


def test_equal_plans_give_equal_bytes_whatever_their_order_and_the_hour():
    assert feed() == feed(ITEMS[::-1], now=NOW + timedelta(hours=5))
    moved = TitledItem(item=ITEMS[0].item, title="Tea")
    assert feed() != feed((moved, *ITEMS[1:]))


def test_what_rings_has_one_neutral_alarm_as_long_before_its_start():
    held, gone = ITEMS[0], ITEMS[4]
    loud = (
        replace(held, rings_at=held.item.starts - timedelta(minutes=30)),
        replace(ITEMS[1], rings_at=ITEMS[1].item.starts),
        replace(gone, rings_at=gone.item.starts),
    )
    events = {str(one["UID"]): one for one in icalendar.Calendar.from_ical(feed(loud)).events}
    told = {
        uid: [(a["ACTION"], a["DESCRIPTION"], a.decoded("TRIGGER")) for a in one.walk("VALARM")]
        for uid, one in events.items()
    }
    assert told == {
        "b@aftershift": [("DISPLAY", "Time together", timedelta(minutes=-30))],
        "a@aftershift": [("DISPLAY", "Time together", timedelta())],
        "e@aftershift": [],
    }
    assert feed(loud) == feed(loud[::-1])
    assert b"VALARM" not in feed()


def test_the_long_past_is_left_out_and_an_empty_plan_is_still_a_calendar():
    empty = icalendar.Calendar.from_ical(feed(now=NOW + timedelta(days=400)))
    assert (empty.events, empty.walk("VTIMEZONE")) == ([], [])
    assert str(empty["NAME"]) == "Our plan"


def test_a_title_cannot_add_lines_of_its_own():
    evil = TitledItem(item=ITEMS[0].item, title="x\r\nEND:VEVENT\r\nATTACH:http://x;y,z\\n")
    data = feed((evil,), name="n\r\nMETHOD:CANCEL")
    calendar = icalendar.Calendar.from_ical(data)
    assert "METHOD" not in calendar
    assert len(calendar.events) == 1
    assert "ATTACH" not in calendar.events[0]


@pytest.mark.parametrize(
    "name",
    ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Europe/Dublin"],
)
def test_a_described_zone_shows_the_same_wall_as_the_zone_itself(name):
    parts = time_zone(ZoneInfo(name), range(2026, 2028)).subcomponents
    changes = sorted(
        (onset.replace(tzinfo=UTC) - part["TZOFFSETFROM"].td, part["TZOFFSETTO"].td)
        for part in parts
        for onset in [
            part["DTSTART"].dt,
            *(date.dt for date in getattr(part.get("RDATE"), "dts", [])),
        ]
    )
    instant = datetime(2026, 1, 1, tzinfo=UTC)
    while instant.year < 2028:
        described = [offset for onset, offset in changes if onset <= instant][-1]
        assert described == instant.astimezone(ZoneInfo(name)).utcoffset(), instant
        instant += timedelta(minutes=15)
