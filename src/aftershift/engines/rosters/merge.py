"""Two versions of a roster: merge, never mirror.

A source speaks only about the days it covers and, of those, only about what has not begun:
what is missing elsewhere (feeds that drop their past, files of one month) stays as it was.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from aftershift.engines.rosters.placing import in_order
from aftershift.engines.rosters.shifts import Kind, Reading, Shift

_Hours = tuple[datetime, datetime, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Moved:
    """One shift whose hours, code or kind changed; both have the same identity."""

    before: Shift
    after: Shift


@dataclass(frozen=True, kw_only=True, slots=True)
class Difference:
    """What a new version of a source changes, and the shifts that result, all in order."""

    added: tuple[Shift, ...]
    moved: tuple[Moved, ...]
    cancelled: tuple[Shift, ...]
    unchanged: tuple[Shift, ...]
    shifts: tuple[Shift, ...]

    @property
    def is_empty(self) -> bool:
        """Say whether the new version changes nothing."""
        return not (self.added or self.moved or self.cancelled)


def merge(held: Sequence[Shift], incoming: Reading, *, now: datetime) -> Difference:
    """Merge a new reading of one source into the shifts held of that same source.

    A shift is the same when its identity is; else when its hours and its code are (some systems
    give every event a new UID each time), and then it keeps the identity it had. A held shift
    that is missing is cancelled only inside `incoming.covers` and if it starts after `now`.
    """
    before = {shift.identity: shift for shift in held}
    after = _with_old_names(before, incoming.shifts)
    missing = [shift for identity, shift in before.items() if identity not in after]
    cancelled = [shift for shift in missing if _is_called_off(shift, incoming, now)]
    gone = {shift.identity for shift in cancelled}
    return Difference(
        added=in_order(shift for identity, shift in after.items() if identity not in before),
        moved=tuple(
            Moved(before=before[shift.identity], after=shift)
            for shift in in_order(after.values())
            if shift.identity in before and not _is_same(before[shift.identity], shift)
        ),
        cancelled=in_order(cancelled),
        unchanged=in_order(
            shift
            for identity, shift in after.items()
            if identity in before and _is_same(before[identity], shift)
        ),
        shifts=in_order((*after.values(), *(one for one in missing if one.identity not in gone))),
    )


def union_of(sources: Iterable[Sequence[Shift]]) -> tuple[Shift, ...]:
    """Merge a person's sources: all their shifts, the same hours only once.

    Of two shifts of the same kind and the same hours the surer one stays, whatever its code.
    Shifts that merely overlap are both kept: they are two jobs, and minutes are counted by union.
    """
    once: dict[tuple[datetime, datetime, Kind], Shift] = {}
    for source in sources:
        for shift in source:
            key = (shift.starts, shift.ends, shift.kind)
            held = once.get(key)
            if held is None or shift.certainty > held.certainty:
                once[key] = shift
    return in_order(once.values())


def _with_old_names(before: Mapping[str, Shift], shifts: Sequence[Shift]) -> dict[str, Shift]:
    """Give a shift that came under a new identity the one under which it is held."""
    named = {shift.identity: shift for shift in shifts}
    nameless = {_hours(one): one.identity for one in before.values() if one.identity not in named}
    after: dict[str, Shift] = {}
    for identity, shift in named.items():
        old = identity if identity in before else nameless.pop(_hours(shift), identity)
        after[old] = replace(shift, identity=old)
    return after


def _hours(shift: Shift) -> _Hours:
    return shift.starts, shift.ends, shift.code


def _is_same(one: Shift, other: Shift) -> bool:
    return (*_hours(one), one.kind) == (*_hours(other), other.kind)


def _is_called_off(shift: Shift, incoming: Reading, now: datetime) -> bool:
    if incoming.covers is None or shift.starts <= now:
        return False
    first, last = incoming.covers
    return first <= shift.starts.astimezone(ZoneInfo(shift.zone)).date() <= last
