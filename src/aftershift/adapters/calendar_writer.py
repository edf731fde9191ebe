"""Writes accepted windows as a calendar feed (RFC 5545) for a person's own calendar.

Equal items give equal bytes, so that an ETag over them tells a calendar that nothing changed:
DTSTAMP is the item's last change, as RFC 5545 (3.8.7.2) has it for a calendar without METHOD.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, vDuration, vText

from aftershift.adapters.calendar_zones import time_zone
from aftershift.engines.windows.plan import ItemState, PlanItem

_PRODUCT = "-//Aftershift//Plan//EN"
_REFRESH = timedelta(hours=1)
_KEPT_PAST = timedelta(weeks=12)


@dataclass(frozen=True, kw_only=True, slots=True)
class TitledItem:
    """A plan item and what a calendar may show of it; the title is neutral by default.

    `rings_at` is when the calendar reminds of it, before it or as it begins; None is never.
    """

    item: PlanItem
    title: str
    rings_at: datetime | None = None


def write(items: Sequence[TitledItem], *, name: str, zone: str, now: datetime) -> bytes:
    """Write a feed of plan items, on the wall of the person's zone.

    What ended more than twelve weeks before `now` is left out; a cancelled item stays in as
    cancelled, because a calendar that merely misses it may keep it.
    """
    place = ZoneInfo(zone)
    kept = sorted(
        (titled for titled in items if titled.item.ends >= now - _KEPT_PAST),
        key=lambda titled: (titled.item.starts, titled.item.uid),
    )
    calendar = _calendar(name)
    if kept:
        first = min(titled.item.starts for titled in kept).year
        last = max(titled.item.ends for titled in kept).year
        calendar.add_component(time_zone(place, range(first, last + 2)))
    for titled in kept:
        calendar.add_component(_event(titled, place))
    return bytes(calendar.to_ical())


def _calendar(name: str) -> Calendar:
    calendar = Calendar()
    calendar.add("PRODID", _PRODUCT)
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("NAME", vText(name))  # RFC 7986
    calendar.add("X-WR-CALNAME", vText(name))
    calendar.add("REFRESH-INTERVAL", vDuration(_REFRESH), parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", vDuration(_REFRESH))
    return calendar


def _event(titled: TitledItem, place: ZoneInfo) -> Event:
    item = titled.item
    starts, ends = _on_wall(item, place)
    is_held = item.state is ItemState.HELD
    event = Event()
    event.add("UID", item.uid)
    event.add("SEQUENCE", item.sequence)
    event.add("DTSTAMP", item.changed.astimezone(UTC))
    event.add("LAST-MODIFIED", item.changed.astimezone(UTC))
    event.add("SUMMARY", titled.title)
    event.add("DTSTART", starts)
    event.add("DTEND", ends)
    event.add("STATUS", "CONFIRMED" if is_held else "CANCELLED")
    event.add("TRANSP", "OPAQUE" if is_held else "TRANSPARENT")
    event.add("CLASS", "PRIVATE")
    if is_held and titled.rings_at is not None:
        event.add_component(_alarm(titled, titled.rings_at))
    return event


def _alarm(titled: TitledItem, rings_at: datetime) -> Alarm:
    """Ring as long before the start as that is, so that a calendar that moves it moves both."""
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", titled.title)
    alarm.add("TRIGGER", rings_at - titled.item.starts)
    return alarm


def _on_wall(item: PlanItem, place: ZoneInfo) -> tuple[datetime, datetime]:
    """Put an item on the wall; the second coming of an hour can only be written in UTC.

    Then both ends are, because not every calendar reads two zones in one event.
    """
    starts, ends = item.starts.astimezone(place), item.ends.astimezone(place)
    if starts.fold or ends.fold:
        return item.starts.astimezone(UTC), item.ends.astimezone(UTC)
    return starts, ends
