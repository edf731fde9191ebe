"""Calendar events -> shifts. An event's own times always win; its title says only what it is.

Nothing counts as work unless its title is a code, a phrase of a dialect, or holds the very hours
of the event. What may be a shift (3 to 28 hours) is asked about, once for each title, under a
code made from a digest of the title; the title itself is in `Reading.labels` for the preview
and nowhere else. Everything else is left out, with the line and the reason.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from aftershift.engines.basics.text import tidy
from aftershift.engines.rosters.codes import DOUBTFUL, SETTLED, Understanding, Ward
from aftershift.engines.rosters.placing import (
    Placement,
    day_bounds,
    flags_of,
    in_order,
    is_usable,
    place,
    questions_about,
)
from aftershift.engines.rosters.shifts import (
    CalendarEvent,
    ClockHours,
    Flag,
    Kind,
    Omission,
    Question,
    Reading,
    Shift,
    ShiftCode,
)
from aftershift.engines.rosters.titles import Match, match_title, title_code

SHORTEST = timedelta(hours=3)
LONGEST = timedelta(hours=29)  # 28 planned hours over a night on which the clocks go back
_NEAR = 150  # minutes by which an event may miss its code's usual hours and still be it
_WORKDAY = timedelta(hours=6)
_UNIVERSAL = frozenset({"", "UTC", "Z", "Etc/UTC", "GMT"})
_MAX_DAYS = 62


@dataclass(slots=True)
class _Pile:
    """What has been read so far."""

    shifts: list[Shift] = field(default_factory=list)
    asked: dict[str, tuple[Understanding, list[date]]] = field(default_factory=dict)
    omitted: list[Omission] = field(default_factory=list)
    waiting: dict[str, list[Shift]] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict, repr=False)
    matches: dict[str, Match | None] = field(default_factory=dict, repr=False)
    days: list[date] = field(default_factory=list)

    def match(self, summary: str, ward: Ward) -> Match | None:
        """Match a title, each different one once: a year of shifts has few titles."""
        if summary not in self.matches:
            self.matches[summary] = match_title(summary, ward)
        return self.matches[summary]

    def ask(self, known: Understanding, day: date) -> None:
        """Note a question about a code on a day."""
        self.asked.setdefault(known.code, (known, []))[1].append(day)

    def questions(self) -> tuple[Question, ...]:
        """Ask once for each code, with the events that wait for the answer."""
        return tuple(
            replace(one, waiting=in_order(self.waiting.get(one.code, ())))
            for one in questions_about(self.asked.values())
        )

    def omit(self, event: CalendarEvent, reason: str) -> None:
        """Note that an event was left out."""
        self.omitted.append(Omission(place=f"line {event.line}", reason=reason))


def shifts_from(events: Sequence[CalendarEvent], *, ward: Ward) -> Reading:
    """Read the shifts of one calendar, with questions about titles that may be shifts."""
    pile = _Pile()
    for event in _latest(events):
        if event.ends < event.starts or event.wall_ends < event.wall_starts:
            pile.omit(event, "it ends before it starts")
            continue
        match = pile.match(event.summary, ward)
        if match is None:
            _ask_or_omit(pile, event, ward)
            continue
        pile.days += [_first_day(event, ward), _last_day(event, ward)]
        if match.kind is not Kind.OFF:
            (_add_all_day if event.all_day else _add_timed)(pile, event, match, ward)
    return Reading(
        shifts=_once_each(pile.shifts),
        questions=pile.questions(),
        warnings=tuple(pile.omitted),
        covers=(min(pile.days), max(pile.days)) if pile.days else None,
        labels=pile.labels,
    )


def _latest(events: Iterable[CalendarEvent]) -> list[CalendarEvent]:
    """Keep of each instance the highest sequence; of equals the later in the file (RFC 5545)."""
    latest: dict[tuple[str, str], CalendarEvent] = {}
    for event in events:
        held = latest.get((event.uid, event.recurrence))
        if held is None or event.sequence >= held.sequence:
            latest[event.uid, event.recurrence] = event
    return list(latest.values())


def _once_each(shifts: list[Shift]) -> tuple[Shift, ...]:
    """Count a shift once that a feed gives twice: the same hours and the same code."""
    once: dict[tuple[datetime, datetime, str], Shift] = {}
    for shift in sorted(shifts, key=lambda one: one.identity):
        once.setdefault((shift.starts, shift.ends, shift.code), shift)
    return in_order(once.values())


def _ask_or_omit(pile: _Pile, event: CalendarEvent, ward: Ward) -> None:
    if event.all_day:
        pile.omit(event, "an all-day event without a shift code")
    elif not event.has_end:
        pile.omit(event, "no shift code and no end")
    elif not SHORTEST <= event.wall_ends - event.wall_starts <= LONGEST:
        pile.omit(event, "no shift code, and shorter than 3 hours or longer than 28")
    else:
        pile.days += [_first_day(event, ward), _last_day(event, ward)]
        code = _ask_title(pile, event, (), ward)
        unknown = Match(
            code=code, kind=Kind.WORK, readings=(), certainty=DOUBTFUL, hours_certainty=DOUBTFUL
        )
        pile.waiting.setdefault(code, []).append(_shift(event, unknown, ward))


def _ask_title(
    pile: _Pile, event: CalendarEvent, readings: tuple[ShiftCode, ...], ward: Ward
) -> str:
    code = title_code(event.summary)
    pile.labels[code] = tidy(event.summary)
    suggestions = tuple(replace(one, code=code) for one in readings)
    known = Understanding(code=code, readings=suggestions, certainty=DOUBTFUL)
    pile.ask(known, _first_day(event, ward))
    return code


def _add_timed(pile: _Pile, event: CalendarEvent, match: Match, ward: Ward) -> None:
    """Take a timed event: sure, or asked about by its title, or (no end) by its code."""
    if not event.has_end:
        _add_open(pile, event, match, ward)
        return
    certainty = _certainty(event, match, ward)
    code = match.code
    if certainty < SETTLED:
        if match.is_passing and event.wall_ends - event.wall_starts < SHORTEST:
            pile.omit(event, "too short to be the shift that its title may mean")
            return
        code = _ask_title(pile, event, match.readings, ward)
    pile.shifts.append(_shift(event, replace(match, code=code, certainty=certainty), ward))


def _certainty(event: CalendarEvent, match: Match, ward: Ward) -> float:
    """Weigh a title against the event's length and its code's usual hours."""
    length = event.wall_ends - event.wall_starts
    if match.is_own:
        return match.certainty
    if match.hours:
        is_likely = any(_gap(event, one, ward) == 0 for one in match.hours)
    elif match.kind is Kind.ON_CALL:
        is_likely = length >= SHORTEST
    elif match.is_passing:
        planned = (one for reading in match.readings for one in reading.hours)
        is_near = any(_gap(event, one, ward) <= _NEAR for one in planned)
        is_likely = is_near or (match.is_phrase and _WORKDAY <= length <= LONGEST)
    else:
        is_likely = SHORTEST <= length <= LONGEST
    return match.certainty if is_likely else DOUBTFUL


def _gap(event: CalendarEvent, planned: ClockHours, ward: Ward) -> int:
    """Measure how far an event's wall times lie from planned ones, in minutes: the worse end."""
    starts, ends = planned.starts, planned.ends
    zone = _zone_of(event, ward)
    begins, finishes = event.wall_starts.astimezone(zone), event.wall_ends.astimezone(zone)
    first = abs(begins.hour * 60 + begins.minute - starts) % 1440
    last = abs(finishes.hour * 60 + finishes.minute - ends % 1440) % 1440
    return max(min(first, 1440 - first), min(last, 1440 - last))


def _add_open(pile: _Pile, event: CalendarEvent, match: Match, ward: Ward) -> None:
    """Take an event without an end: its code's planned length, asked unless it is her own."""
    zone = _zone_of(event, ward)
    begins = event.wall_starts.astimezone(zone)
    minute = begins.hour * 60 + begins.minute
    lengths = [hours.ends - hours.starts for one in match.readings for hours in one.hours]
    starting = [
        hours.ends - hours.starts
        for one in match.readings
        for hours in one.hours
        if abs(hours.starts - minute) <= _NEAR
    ]
    length = (starting or lengths or [0])[0]
    own = match.is_own and bool(lengths)
    certainty = match.certainty if own else DOUBTFUL
    if not own:
        known = Understanding(code=match.code, readings=match.readings, certainty=certainty)
        pile.ask(known, _first_day(event, ward))
    wall_ends = (begins.replace(tzinfo=None) + timedelta(minutes=length)).replace(tzinfo=zone)
    ends = max(wall_ends.astimezone(event.wall_starts.tzinfo), event.wall_starts)
    shift = _shift(replace(event, wall_ends=ends), replace(match, certainty=certainty), ward)
    pile.shifts.append(replace(shift, flags=(*shift.flags, Flag.NO_END)))


def _add_all_day(pile: _Pile, event: CalendarEvent, match: Match, ward: Ward) -> None:
    """Take an all-day event: call is whole days, never work; a work code has its own hours."""
    zone = _zone_of(event, ward)
    first, last = _first_day(event, ward), _last_day(event, ward)
    meaning = match.readings[0] if match.readings else None
    if match.kind is Kind.ON_CALL and not (match.is_own and meaning and meaning.hours):
        starts, ends = day_bounds(first, last, zone)
        shift = _shift(replace(event, wall_starts=starts, wall_ends=ends), match, ward)
        flags = flags_of((starts, ends), zone, (Flag.ALL_DAY,))
        pile.shifts.append(replace(shift, flags=flags))
        return
    if meaning is None:
        pile.omit(event, "an all-day event without hours")
        return
    certainty = match.certainty if match.is_own else min(match.certainty, match.hours_certainty)
    known = Understanding(code=match.code, readings=match.readings, certainty=certainty)
    for number in range(min((last - first).days + 1, _MAX_DAYS)):
        day = first + timedelta(days=number)
        if not is_usable(known):
            pile.ask(known, day)
        stem = identity_of(event.uid, event.recurrence) + (f".{number}" if number else "")
        where = Placement(day=day, zone=zone, stem=stem, certainty=certainty)
        pile.shifts += place(replace(meaning, code=match.code), where)


def _shift(event: CalendarEvent, match: Match, ward: Ward) -> Shift:
    zone = _zone_of(event, ward)
    return Shift(
        identity=identity_of(event.uid, event.recurrence),
        starts=event.wall_starts,
        ends=event.wall_ends,
        exact_starts=event.starts,
        exact_ends=event.ends,
        zone=zone.key,
        code=match.code,
        kind=match.kind,
        certainty=match.certainty,
        flags=flags_of((event.wall_starts, event.wall_ends), zone),
    )


def identity_of(uid: str, recurrence: str) -> str:
    """Name an instance so that it stays itself when it moves, and tells nothing of its source."""
    return hashlib.sha256(f"{uid}\x00{recurrence}".encode()).hexdigest()[:20]


def _zone_of(event: CalendarEvent, ward: Ward) -> ZoneInfo:
    """Take the event's zone; the ward's for universal time and for a name that nobody knows."""
    if event.zone in _UNIVERSAL:
        return ward.zone
    try:
        return ZoneInfo(event.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ward.zone


def _first_day(event: CalendarEvent, ward: Ward) -> date:
    return event.wall_starts.astimezone(_zone_of(event, ward)).date()


def _last_day(event: CalendarEvent, ward: Ward) -> date:
    """Find the last day of an event; an all-day event ends with the midnight after it."""
    zone = _zone_of(event, ward)
    if not event.all_day:
        return _first_day(event, ward)
    last = event.wall_ends.astimezone(zone) - timedelta(minutes=1)
    return max(last.date(), _first_day(event, ward))
