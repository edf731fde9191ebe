"""The instances of a repeating event.

recurring-ical-events does the algebra of RRULE, RDATE, EXDATE and RECURRENCE-ID, on the times
that the wall shows, where repetitions live. What an hour on that wall is in UTC, and how long
an instance lasts, is decided here (RFC 5545, 3.8.5.3): a series that is given with an end keeps
its exact length, on the ward its length on the wall.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import recurring_ical_events
from icalendar import Calendar, Component, Event, vRecur

from aftershift.adapters.calendar_entries import Entry, Period, Repetition
from aftershift.adapters.calendar_limits import Limits, Refused, Why
from aftershift.adapters.calendar_spans import Span, own_span, repeated_span
from aftershift.adapters.calendar_times import Moment, stamp

_LINE = "X-AFTERSHIFT-LINE"
_DAY = timedelta(days=1)
_DAYS_OF_STEP = {"DAILY": 1, "WEEKLY": 7}
_LAST_SAFE_DAY = 28  # of a month: every month has it
_MARGIN = timedelta(days=62)  # an instance that began earlier is over when the window begins
_PRICE_OF_SERIES = 100  # in candidates: building it costs as much as looking at so many days
_PRICE_OF_RARE_PARTS = 80_000  # such a rule may look at centuries without finding a day
_RARE_PARTS = {"BYSETPOS", "BYWEEKNO", "BYYEARDAY"}
_DAYS_OF_CANDIDATE = {"DAILY": 1, "WEEKLY": 4, "MONTHLY": 4, "YEARLY": 4}


class Instance(NamedTuple):
    """One instance: whose words it has, when it is, and which slot of its series it fills."""

    entry: Entry
    span: Span
    recurrence: str  # the slot's instant, as RECURRENCE-ID would name it


class Budget:
    """What all the series of one file may cost together."""

    def __init__(self, limits: Limits) -> None:
        self._candidates = limits.candidates
        self._instances = limits.instances

    def walk(self, candidates: int) -> None:
        """Pay for the days that a series has to look at.

        Raises: Refused.
        """
        if candidates > self._candidates:
            raise Refused(Why.TOO_OLD)
        self._candidates -= candidates

    def keep(self, instances: int) -> None:
        """Pay for the instances of a series.

        Raises: Refused.
        """
        if instances > self._instances:
            self._candidates = 0  # what comes after would cost the same again
            raise Refused(Why.TOO_OFTEN)
        self._instances -= instances


class Series:
    """A repeating event, given first, and its changed instances, all on the wall of one clock."""

    def __init__(self, entries: Sequence[Entry], window: tuple[datetime, datetime]) -> None:
        self._entries = {str(entry.line): entry for entry in entries}
        self._leader = entries[0]
        self._clock = self._leader.start.clock
        self._first = self._clock.wall(window[0]) - _DAY
        self._last = self._clock.wall(window[1]) + _DAY

    def is_over(self) -> bool:
        """Say whether its last instance ended before the window, without expanding it."""
        repetition = self._leader.repetition
        if not (repetition and repetition.rules) or repetition.added:
            return False
        span = own_span(self._leader)
        earliest = self._first - (max(span.ends, span.wall_ends) - span.starts)
        return all(rule.until and self._until(rule.until) < earliest for rule in repetition.rules)

    def instances(self, budget: Budget) -> list[Instance]:
        """Expand the series over its window and a day around it.

        Raises: Refused.
        """
        calendar = Calendar()
        try:
            for entry in self._entries.values():
                calendar.add_component(self._component(entry, budget))
            found = recurring_ical_events.of(calendar).between(self._first, self._last)
        except (ValueError, TypeError, LookupError, OverflowError):
            raise Refused(Why.REPETITION) from None
        budget.keep(len(found))
        periods = self._periods()
        return [self._instance(component, periods) for component in found]

    def _component(self, entry: Entry, budget: Budget) -> Event:
        event = Event()
        start, span = self._wall(entry.start), own_span(entry)
        lasts = self._clock.wall(max(span.ends, span.wall_ends)) - start
        event.add("UID", "series")
        event.add(_LINE, str(entry.line))
        event.add("SEQUENCE", entry.sequence)
        if lasts > _MARGIN and (entry.repetition or entry.is_onward):
            raise Refused(Why.LONG)
        if entry.replaces:
            parameters = {"RANGE": "THISANDFUTURE"} if entry.is_onward else {}
            slot = self._slot(entry.replaces)
            if entry.is_onward and abs(start - slot) > _MARGIN:
                raise Refused(Why.MOVED_FAR)
            event.add("RECURRENCE-ID", slot, parameters=parameters)
        elif entry.repetition:
            start = self._forwarded(start, lasts, entry.repetition)
            budget.walk(self._candidates(start, entry.repetition))
        if entry.repetition:
            self._repeat(event, entry.repetition)
        event.add("DTSTART", start)
        event.add("DTEND", start + max(lasts, timedelta()))
        return event

    def _repeat(self, event: Event, repetition: Repetition) -> None:
        for rule in repetition.rules:
            text = ";".join(f"{name}={value}" for name, value in rule.parts.items())
            if rule.until:
                text += f";UNTIL={self._until(rule.until):%Y%m%dT%H%M%S}"
            event.add("RRULE", vRecur.from_ical(text))
        for added in repetition.added:
            moment = added.starts if isinstance(added, Period) else added
            event.add("RDATE", self._slot(moment))
        for removed in repetition.removed:
            is_whole_day = removed.is_day or self._leader.start.is_day
            event.add("EXDATE", removed.wall.date() if is_whole_day else self._wall(removed))

    def _forwarded(self, start: datetime, lasts: timedelta, repetition: Repetition) -> datetime:
        """Let an old endless series begin shortly before the window, in step with its rule.

        The step that is begun with may fall on a day that the rule leaves out; it lies too far
        before the window to be seen.
        """
        if len(repetition.rules) != 1 or "COUNT" in repetition.rules[0].parts:
            return start
        parts = repetition.rules[0].parts
        interval = int(parts.get("INTERVAL", "1"))
        goal = self._first - _MARGIN - lasts
        if goal <= start:
            return start
        if days := _DAYS_OF_STEP.get(parts["FREQ"]):
            step = timedelta(days=days * interval)
            return start + (goal - start) // step * step
        months = interval * (12 if parts["FREQ"] == "YEARLY" else 1)
        passed = (goal.year - start.year) * 12 + goal.month - start.month - 1
        if start.day > _LAST_SAFE_DAY or passed < months:
            return start
        month = start.month - 1 + passed // months * months
        return start.replace(year=start.year + month // 12, month=month % 12 + 1)

    def _candidates(self, start: datetime, repetition: Repetition) -> int:
        days = max((self._last - start).days, 0)
        rules = [rule.parts for rule in repetition.rules]
        rare = sum(not _RARE_PARTS.isdisjoint(parts) for parts in rules)
        looked_at = sum(days // _DAYS_OF_CANDIDATE[parts["FREQ"]] for parts in rules)
        return _PRICE_OF_SERIES + looked_at + rare * _PRICE_OF_RARE_PARTS

    def _instance(self, component: Component, periods: Mapping[datetime, Period]) -> Instance:
        entry = self._entries[str(component[_LINE])]
        if entry.replaces and not entry.is_onward:
            slot = self._slot(entry.replaces)
            return Instance(entry, own_span(entry), stamp(self._clock.instant(slot)))
        wall: datetime = component.decoded("DTSTART")
        slot = wall
        if entry.replaces:
            slot -= self._wall(entry.start) - self._slot(entry.replaces)
        if period := periods.get(slot):
            own = entry._replace(start=period.starts, end=period.ends)
            return Instance(entry, own_span(own), stamp(period.starts.instant))
        span = repeated_span(entry, wall, self._clock)
        return Instance(entry, span, stamp(self._clock.instant(slot)))

    def _periods(self) -> Mapping[datetime, Period]:
        repetition = self._leader.repetition
        added = repetition.added if repetition else ()
        return {self._wall(each.starts): each for each in added if isinstance(each, Period)}

    def _wall(self, moment: Moment) -> datetime:
        """Say what the series' own clock shows; days stay days."""
        return moment.wall if moment.is_day else self._clock.wall(moment.instant)

    def _slot(self, moment: Moment) -> datetime:
        """Find the instance that a date or a time names: a bare day means that day's."""
        if moment.is_day:
            return datetime.combine(moment.wall.date(), self._leader.start.wall.time())
        return self._wall(moment)

    def _until(self, until: Moment) -> datetime:
        """Read UNTIL kindly: a bare day is included, a time without a zone is the series' own."""
        if until.is_day:
            return until.wall + _DAY - timedelta(seconds=1)
        return self._wall(until) if until.clock.zone is UTC else until.wall
