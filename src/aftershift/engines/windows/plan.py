"""What was accepted, and what has to move when a roster changes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from aftershift.engines.basics.spans import (
    MINUTES_PER_DAY,
    QUARTER,
    Span,
    Spans,
    at_least,
    clip,
    day_of,
    day_span,
    is_inside,
    meets,
    minute_of,
    moment_of,
    quarter_from,
    subtract,
    union,
)
from aftershift.engines.windows.limits import Limits
from aftershift.engines.windows.moments import Gap
from aftershift.engines.windows.overlap import Availability, Role
from aftershift.engines.windows.ranking import Window, WindowKind, shortest, stretches_for

NEAR_DAYS = 7


class ItemState(StrEnum):
    """A plan item is held, or was called off and is still told to the calendars for a while."""

    HELD = "held"
    CANCELLED = "cancelled"


class MoveCause(StrEnum):
    """Why an item had to move."""

    WORK = "work"  # a shift lies there now
    SLEEP = "sleep"  # it would cut somebody's sleep
    AWAY = "away"  # somebody is on the way or not at home
    TIRED = "tired"  # somebody is not fit for it any more
    EVENT = "event"  # what it follows, such as coming home, is at another hour


class ChangedBy(StrEnum):
    """What changed an item last, so that a lost evening is never put down to the wrong thing."""

    NOTHING = ""
    ROSTER = "roster"  # somebody's roster changed
    HOURS = "hours"  # a night that was told, the way to work, the curfew, the lengths
    CHOICE = "choice"  # its person let it go
    REPLACED = "replaced"  # another time was held in its place


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanItem:
    """One accepted window, or one place of a ritual or a practice, then with its id.

    `uid` never changes; `sequence` grows with every move (RFC 5545). `people` are the names of
    those who take part; empty means the partners. `changed_by` is empty also for what was changed
    before it was noted. `gap` is the kind of time that a step of one's own was placed in.
    `unlisted`: no calendar hears of it, for others may read that.
    """

    uid: str
    kind: WindowKind
    starts: datetime
    ends: datetime
    sequence: int
    state: ItemState
    changed: datetime
    ritual: str = ""
    people: tuple[str, ...] = ()
    practice: str = ""
    changed_by: ChangedBy = ChangedBy.NOTHING
    gap: Gap | None = None
    unlisted: bool = False

    @property
    def span(self) -> Span:
        """When it is, in minutes since the epoch."""
        return minute_of(self.starts), minute_of(self.ends)


@dataclass(frozen=True, kw_only=True, slots=True)
class Because:
    """The shift behind a move: whose, its code, and the day on which it begins."""

    name: str
    code: str
    day: date
    starts: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Move:
    """What became of one item: `after` is None when no window is left.

    Where the day is lost, a voice note is offered at `voice_note_at`: the next time, from the
    item's start on, when somebody else is awake at home; None where that is not known. `because`
    is the shift behind it, where times are shared (`causes.explained` finds it).
    """

    before: PlanItem
    after: PlanItem | None
    cause: MoveCause
    voice_note_at: datetime | None = None
    because: Because | None = None


def accept(window: Window, *, uid: str, now: datetime, people: tuple[str, ...] = ()) -> PlanItem:
    """Hold a proposed window, for some people by name or for the partners."""
    return PlanItem(
        uid=uid,
        kind=window.kind,
        starts=window.starts,
        ends=window.ends,
        sequence=0,
        state=ItemState.HELD,
        changed=now,
        people=people,
    )


def call_off(item: PlanItem, *, now: datetime) -> PlanItem:
    """Cancel an item so that calendars hear of it."""
    return replace(item, state=ItemState.CANCELLED, sequence=item.sequence + 1, changed=now)


def replan(
    items: Sequence[PlanItem],
    people: Sequence[Availability],
    *,
    zone: ZoneInfo,
    now: datetime,
    limits: Limits,
) -> tuple[Move, ...]:
    """Say which items a changed roster moves, where to, and why; the rest stays as it is.

    The first of `people` is the reader. An item asks only those who take part in it, and moves
    only if its own time is no longer good for them and its kind: to the nearest good time of the
    same day, else to the nearest hour of the nearest day within a week, in full length first, then
    in the least that its kind allows. It never moves onto another item, nor before `now`. What has
    begun, was called off, lies where a roster is not known, or has somebody in it who is not among
    `people`, is left alone, and so is what is held of a ritual: `holding` moves that. An item that
    finds no place has no `after`; the caller calls it off.
    """
    scene = Scene(people=people, zone=zone, now=now, limits=limits)
    moves: list[Move] = []
    held = [item for item in items if item.state is ItemState.HELD]
    windows = (item for item in held if not item.ritual)
    lost = [(item, cause) for item in windows if (cause := _cause(item, scene)) is not None]
    lost_uids = {item.uid for item, _cause in lost}
    taken = [item.span for item in held if item.uid not in lost_uids]
    for item, cause in sorted(lost, key=lambda one: (one[0].starts, one[0].uid)):
        place = _nearest_place(item, union(taken), scene)
        if place:
            taken.append(place)
        moves.append(move_to(place, item, cause, scene))
    return tuple(moves)


@dataclass(frozen=True, kw_only=True, slots=True)
class Scene:
    """Everybody's availability, the reader's first, as a plan that may have to move looks at it."""

    people: Sequence[Availability]
    zone: ZoneInfo
    now: datetime
    limits: Limits

    @property
    def minute(self) -> int:
        """Now, in minutes since the epoch."""
        return minute_of(self.now)

    def company(self, item: PlanItem) -> list[Availability]:
        """Take those who take part in an item."""
        if item.people:
            return [person for person in self.people if person.name in item.people]
        return [person for person in self.people if person.role is Role.PARTNER]

    def good_for(self, item: PlanItem, within: Span) -> Spans:
        """Find where something of an item's kind would lie well for its people."""
        return stretches_for(
            item.kind, self.company(item), zone=self.zone, within=within, limits=self.limits
        )


def _cause(item: PlanItem, scene: Scene) -> MoveCause | None:
    """Say what lies in an item's way now; None where nothing does or nothing is known."""
    span, company = item.span, scene.company(item)
    known = all(is_inside(span, [person.covers]) for person in company)
    if span[0] <= scene.minute or not known or len(company) < max(2, len(item.people)):
        return None
    if (cause := in_the_way(span, company)) is not None:
        return cause
    around = (span[0] - MINUTES_PER_DAY, span[1] + MINUTES_PER_DAY)
    return None if is_inside(span, scene.good_for(item, around)) else MoveCause.TIRED


def in_the_way(span: Span, people: Sequence[Availability]) -> MoveCause | None:
    """Say what keeps somebody from being awake at home through a stretch; None where nothing."""
    if not all(is_inside(span, person.free) for person in people):
        return MoveCause.WORK
    if any(meets(span, person.sleep) for person in people):
        return MoveCause.SLEEP
    if not all(is_inside(span, person.home_awake) for person in people):
        return MoveCause.AWAY
    return None


def _nearest_place(item: PlanItem, taken: Spans, scene: Scene) -> Span | None:
    """Try the whole length today and then this week, then the least length likewise."""
    starts, ends = item.span
    least = min(ends - starts, shortest(item.kind, scene.limits))
    today = day_span(day_of(starts, scene.zone), scene.zone)
    week = NEAR_DAYS * MINUTES_PER_DAY
    for length in sorted({ends - starts, least}, reverse=True):
        for around in (today, (starts - week, starts + week)):
            within = (max(around[0], scene.minute + 1), around[1])
            if within[0] < within[1]:
                left = subtract(scene.good_for(item, within), taken)
                spots = _spots(at_least(left, length), length, starts)
                nearest = min(spots, key=lambda at: _distance(at, starts), default=None)
                if nearest is not None:
                    return nearest, nearest + length
    return None


def _distance(at: int, wanted: int) -> tuple[int, int, int]:
    """Order places: the nearest day first, then the nearest hour, then the earlier."""
    days = round((at - wanted) / MINUTES_PER_DAY)
    return abs(days), abs(at - wanted - days * MINUTES_PER_DAY), at


def _spots(stretches: Spans, length: int, started: int) -> Iterator[int]:
    """Give each stretch's start nearest to the wanted hour, on a quarter hour if one fits."""
    for begins, ends in stretches:
        latest = ends - length
        days = round(((begins + latest) / 2 - started) / MINUTES_PER_DAY)
        wanted = started + days * MINUTES_PER_DAY
        nearest = min(max(wanted, begins), latest)
        rounded = quarter_from(nearest)
        if rounded > latest:
            rounded = latest // QUARTER * QUARTER
        yield rounded if begins <= rounded and nearest != wanted else nearest


def move_to(place: Span | None, item: PlanItem, cause: MoveCause, scene: Scene) -> Move:
    """Move an item to a place, or to none; a voice note is offered where its day is lost."""
    if place is None:
        return Move(before=item, after=None, cause=cause, voice_note_at=_voice_note(item, scene))
    after = replace(
        item,
        starts=moment_of(place[0]),
        ends=moment_of(place[1]),
        sequence=item.sequence + 1,
        changed=scene.now,
    )
    same_day = day_of(place[0], scene.zone) == day_of(item.span[0], scene.zone)
    note = None if same_day else _voice_note(item, scene)
    return Move(before=item, after=after, cause=cause, voice_note_at=note)


def _voice_note(item: PlanItem, scene: Scene) -> datetime | None:
    """Find when somebody else of them, old enough to be sent one, is next awake at home."""
    others = [one for one in scene.company(item)[1:] if one.role is not Role.CHILD]
    from_then = [clip(one.home_awake, (item.span[0], one.covers[1])) for one in others]
    nexts = [spans[0][0] for spans in from_then if spans]
    return moment_of(min(nexts)) if nexts else None
