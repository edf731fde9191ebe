"""Codes put on days: planned hours on the ward's wall become shifts, doubts become questions."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from aftershift.engines.rosters.codes import Understanding, Ward, understand
from aftershift.engines.rosters.shifts import (
    ClockHours,
    Flag,
    Kind,
    Omission,
    Question,
    Reading,
    Shift,
    ShiftCode,
)

LONG = timedelta(hours=16)


@dataclass(frozen=True, kw_only=True, slots=True)
class DayCode:
    """One code as it stands on one day of a roster."""

    day: date
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Placement:
    """Where and as what a meaning is placed: the day, the wall clock, the identity's stem."""

    day: date
    zone: ZoneInfo
    stem: str
    certainty: float
    flags: tuple[Flag, ...] = field(default=())


def reading_of(entries: Iterable[DayCode], ward: Ward, warnings: tuple[Omission, ...]) -> Reading:
    """Turn codes on days into shifts and questions; identities are the day and a running number."""
    shifts: list[Shift] = []
    asked: dict[str, tuple[Understanding, list[date]]] = {}
    days: list[date] = []
    numbers: dict[date, int] = {}
    for entry in entries:
        days.append(entry.day)
        known = understand(entry.text, ward)
        if not is_usable(known):
            asked.setdefault(known.code, (known, []))[1].append(entry.day)
        for meaning in known.readings[:1]:
            number = numbers.get(entry.day, 0)
            stem = f"{entry.day}#{number}"
            where = Placement(day=entry.day, zone=ward.zone, stem=stem, certainty=known.certainty)
            placed = place(replace(meaning, code=known.code), where)
            numbers[entry.day] = number + (1 if placed else 0)
            shifts += placed
    return Reading(
        shifts=in_order(shifts),
        questions=questions_about(asked.values()),
        warnings=warnings,
        covers=(min(days), max(days)) if days else None,
    )


def is_usable(known: Understanding) -> bool:
    """Say whether nothing has to be asked: settled, and work has its hours."""
    if not known.is_settled:
        return False
    return known.readings[0].kind is not Kind.WORK or bool(known.readings[0].hours)


def questions_about(asked: Iterable[tuple[Understanding, list[date]]]) -> tuple[Question, ...]:
    """Ask once for each code, whatever the number of days on which it stands."""
    return tuple(
        Question(code=known.code, days=tuple(sorted(set(days))), suggestions=known.readings)
        for known, days in asked
    )


def place(meaning: ShiftCode, where: Placement) -> tuple[Shift, ...]:
    """Put one meaning on a day: a shift for each stretch of hours, none for a day off.

    On call without hours is the whole local day, flagged; work without hours is nothing, because
    it cannot be placed (the code is asked about instead).
    """
    if meaning.kind is Kind.OFF:
        return ()
    if meaning.hours:
        stretches = tuple(wall_span(where.day, hours, where.zone) for hours in meaning.hours)
        flags = where.flags
    elif meaning.kind is Kind.ON_CALL:
        stretches = (day_bounds(where.day, where.day, where.zone),)
        flags = (*where.flags, Flag.ALL_DAY)
    else:
        return ()
    return tuple(
        Shift(
            identity=f"{where.stem}.{part}" if part else where.stem,
            starts=starts,
            ends=ends,
            exact_starts=starts,
            exact_ends=ends,
            zone=where.zone.key,
            code=meaning.code,
            kind=meaning.kind,
            certainty=where.certainty,
            flags=flags_of((starts, ends), where.zone, flags),
        )
        for part, (starts, ends) in enumerate(stretches)
    )


def wall_span(day: date, hours: ClockHours, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Read planned hours off the ward's wall clock, as moments in UTC.

    A time that occurs twice means its first occurrence; a time that the clocks skip is read with
    the offset before the change, as RFC 5545 3.3.5 does.
    """
    starts, ends = wall_moment(day, hours.starts, zone), wall_moment(day, hours.ends, zone)
    if ends <= starts:  # an end that was skipped, or repeated, by the clock change
        ends = starts + timedelta(minutes=hours.ends - hours.starts)
    return starts, ends


def wall_moment(day: date, minute: int, zone: ZoneInfo) -> datetime:
    """Find the moment at which the wall shows a minute after `day`'s midnight."""
    wall = datetime.combine(day, time()) + timedelta(minutes=minute)
    return wall.replace(tzinfo=zone).astimezone(UTC)


def day_bounds(first: date, last: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Bound whole local days, from the first one's midnight to the end of the last."""
    return wall_moment(first, 0, zone), wall_moment(last + timedelta(days=1), 0, zone)


def flags_of(
    span: tuple[datetime, datetime], zone: ZoneInfo, given: tuple[Flag, ...] = ()
) -> tuple[Flag, ...]:
    """Add what a page must say: the clocks change within it, or it is over sixteen hours."""
    starts, ends = (moment.astimezone(zone) for moment in span)
    before, after = starts.utcoffset() or timedelta(), ends.utcoffset() or timedelta()
    flags = list(given)
    if after < before:
        flags.append(Flag.CLOCKS_GO_BACK)
    if after > before:
        flags.append(Flag.CLOCKS_GO_FORWARD)
    if span[1] - span[0] > LONG and Flag.ALL_DAY not in given:
        flags.append(Flag.LONG)
    return tuple(flags)


def in_order(shifts: Iterable[Shift]) -> tuple[Shift, ...]:
    """Sort shifts by their ward's start, then end, then identity."""
    return tuple(sorted(shifts, key=lambda one: (one.starts, one.ends, one.identity)))
