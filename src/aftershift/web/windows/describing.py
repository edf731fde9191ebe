"""The facts of a picture in words: for those who hear a page, and for the table behind it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from aftershift.engines.basics.spans import QUARTER, Span, day_span, minute_of, moment_of
from aftershift.engines.rosters.codes import SETTLED
from aftershift.engines.rosters.shifts import Kind, Shift
from aftershift.engines.windows.plan import ItemState
from aftershift.engines.windows.ranking import WindowKind
from aftershift.web.rosters.words import length_words
from aftershift.web.windows.scene import Ribbon, Scene


@dataclass(frozen=True, kw_only=True, slots=True)
class Day:
    """One local day as a stretch of minutes, with the words for its hours."""

    day: date
    zone: ZoneInfo

    @property
    def span(self) -> Span:
        """Bound the day in minutes since the epoch."""
        return day_span(self.day, self.zone)

    @property
    def heading(self) -> str:
        """Name the day."""
        return date_format(self.day, "D j F")

    @property
    def note(self) -> str:
        """Say that the clocks change, on the two days when they do."""
        hours = (self.span[1] - self.span[0]) // 60
        if hours > 24:
            return _("%(hours)d hours: the clocks go back") % {"hours": hours}
        if hours < 24:
            return _("%(hours)d hours: the clocks go forward") % {"hours": hours}
        return ""

    def touches(self, span: Span) -> bool:
        """Say whether a stretch lies in this day, even in part."""
        return span[0] < self.span[1] and self.span[0] < span[1]

    def clock(self, minute: int) -> str:
        """Read the wall clock; the end of the day is 24:00."""
        if minute == self.span[1]:
            return "24:00"
        return f"{moment_of(minute).astimezone(self.zone):%H:%M}"

    def hours(self, span: Span) -> str:
        """Say when a stretch runs, as somebody would who looks at this day only."""
        begins, ends = self.span
        if span[0] < begins and span[1] > ends:
            return _("all day")
        if span[0] < begins:
            return _("until %(end)s") % {"end": self.clock(span[1])}
        if span[1] > ends:
            return _("from %(start)s") % {"start": self.clock(span[0])}
        return _("%(start)s to %(end)s") % {
            "start": self.clock(span[0]),
            "end": self.clock(span[1]),
        }


def days_of(scene: Scene) -> Iterator[Day]:
    """Go through the days of a scene."""
    for offset in range((scene.last - scene.first).days + 1):
        yield Day(day=scene.first + timedelta(days=offset), zone=scene.zone)


def shift_span(shift: Shift) -> Span:
    """Bound a shift as the ward's wall clock reads it."""
    return minute_of(shift.starts), minute_of(shift.ends)


def kind_name(kind: WindowKind) -> str:
    """Name what a window is good for."""
    return {
        WindowKind.TALK: _("Talk"),
        WindowKind.TIME: _("Time together"),
        WindowKind.MOMENT: _("A moment"),
    }[kind]


def person_words(ribbon: Ribbon, day: Day) -> str:
    """Say what one person's day holds."""
    if not day.touches(ribbon.known):
        return _("not known yet")
    facts = [
        *_work_words(ribbon, day),
        *_school_words(ribbon, day),
        *_sleep_words(ribbon, day),
        *_low_words(ribbon, day),
        *_free_words(ribbon, day),
    ]
    if ribbon.is_child and not facts:
        return _("no school")
    return _joined(facts) or (_("no work") if ribbon.shares_times else _("nothing shared"))


def together_words(scene: Scene, day: Day) -> str:
    """Say which windows the day holds, what is held, and when it is better not."""
    facts = []
    for number, window in enumerate(scene.windows, start=1):
        span = minute_of(window.starts), minute_of(window.ends)
        if day.touches(span):
            words = {"number": number, "kind": kind_name(window.kind), "hours": day.hours(span)}
            facts.append(_("window %(number)d: %(kind)s %(hours)s") % words)
    for item in scene.held:
        span = minute_of(item.starts), minute_of(item.ends)
        if item.state is ItemState.HELD and day.touches(span):
            words = {"kind": kind_name(item.kind), "hours": day.hours(span)}
            facts.append(_("accepted: %(kind)s %(hours)s") % words)
    for zone in scene.not_now:
        span = minute_of(zone.starts), minute_of(zone.ends)
        if day.touches(span):
            facts.append(_("not now: %(hours)s") % {"hours": day.hours(span)})
    return _joined(facts)


def day_words(scene: Scene, day: Day) -> str:
    """Say the whole day in one breath."""
    people = [f"{ribbon.name}: {person_words(ribbon, day)}." for ribbon in scene.ribbons]
    together = together_words(scene, day)
    return " ".join([*people, *([f"{together}."] if together else [])])


def _work_words(ribbon: Ribbon, day: Day) -> Iterator[str]:
    for shift in ribbon.shifts:
        span = shift_span(shift)
        if shift.kind is not Kind.OFF and day.touches(span):
            name = _("on call") if shift.kind is Kind.ON_CALL else _("work")
            code = f" {shift.code}" if shift.code else ""
            doubt = _(", not certain") if shift.certainty < SETTLED else ""
            yield f"{name}{code} {day.hours(span)}{doubt}"


def _school_words(ribbon: Ribbon, day: Day) -> Iterator[str]:
    for span in ribbon.school:
        if day.touches(span):
            yield _("school %(hours)s") % {"hours": day.hours(span)}


def _sleep_words(ribbon: Ribbon, day: Day) -> Iterator[str]:
    for sleep in ribbon.sleeps:
        span = minute_of(sleep.starts), minute_of(sleep.ends)
        if day.touches(span):
            words = {"hours": day.hours(span), "band": sleep.band_minutes}
            if ribbon.is_child:
                yield _("in bed %(hours)s") % words
            elif sleep.band_minutes:
                yield _("likely asleep %(hours)s, give or take %(band)d min") % words
            else:
                yield _("asleep %(hours)s") % words


def _low_words(ribbon: Ribbon, day: Day) -> Iterator[str]:
    """Say a body clock's low to the quarter of an hour: it is never known better."""
    for low in ribbon.lows:
        minute = minute_of(low.cbtmin)
        if day.touches((minute, minute + 1)):
            clock = day.clock(QUARTER * round(minute / QUARTER))
            band = length_words(QUARTER * round(60 * low.band_hours / QUARTER))
            words = {"clock": clock, "band": band}
            yield _("body clock’s low about %(clock)s, give or take %(band)s") % words


def _free_words(ribbon: Ribbon, day: Day) -> Iterator[str]:
    if not ribbon.shares_times:
        for span in ribbon.free:
            if day.touches(span):
                yield _("free %(hours)s") % {"hours": day.hours(span)}


def _joined(facts: Iterable[str]) -> str:
    return "; ".join(facts)
