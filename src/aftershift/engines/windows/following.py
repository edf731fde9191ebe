"""A roster changed: which rituals have to move, where to, and why.

As little as possible moves. What still lies well stays where it is, to the minute; what was
accepted finds its new place first, and may push out what nobody has accepted yet, never the other
way round.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from aftershift.engines.basics.spans import Span, Spans, is_inside, minute_of
from aftershift.engines.windows.family import free_days
from aftershift.engines.windows.month import Group, Home, groups_of
from aftershift.engines.windows.overlap import WindowsError
from aftershift.engines.windows.placing import Board, Caps
from aftershift.engines.windows.plan import Because, MoveCause, in_the_way
from aftershift.engines.windows.ritual_plan import Placed, names_of, placed_in
from aftershift.engines.windows.rituals import Ritual
from aftershift.engines.windows.slots import (
    TIED_WITHIN,
    Slot,
    events_of,
    slot_at,
    slots_of,
    taken_by_all,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class RitualMove:
    """What became of one ritual: `after` is None when its day, week or month has no place left.

    `cause` is None for what made room for something that was accepted. `because` is the shift
    behind it, where times are shared (`causes.explained` finds it).
    """

    before: Placed
    after: Placed | None
    cause: MoveCause | None
    because: Because | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Followed:
    """What stands now, in order of time, and what moved to get there."""

    placed: tuple[Placed, ...]
    moves: tuple[RitualMove, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """A plan as it stands: its rituals, what was placed, and which of it somebody accepted.

    `taken` are the times of what is no ritual and stays.
    """

    rituals: tuple[Ritual, ...]
    placed: tuple[Placed, ...]
    accepted: frozenset[Placed] = frozenset()
    taken: tuple[Span, ...] = ()


def follow_rosters(standing: Standing, home: Home, *, caps: Caps | None = None) -> Followed:
    """Carry a plan over to changed rosters; `home` has the new ones, over the plan's own days.

    A ritual moves within its own day, week or month, to the place nearest to where it was: the
    same day first. What has begun, or lies where a roster is not known, is left alone, and nothing
    is added that was not there. Raises WindowsError for a ritual or people that the household has
    not.
    """
    ground = _Ground(standing, home)
    board = Board(ground.groups, caps or Caps(), ground.slots)
    for span in standing.taken:
        board.keep(taken_by_all(span, home))
    stands: dict[Slot, Placed] = {}
    lost: list[_Lost] = []
    for one in standing.placed:
        slot = ground.slot_of(one)
        if (cause := ground.cause(slot)) is not None:
            lost.append(_Lost(before=one, slot=slot, cause=cause))
            continue
        stands[slot] = one
        is_firm = one in standing.accepted or ground.has_begun(slot)
        (board.keep if is_firm else board.take)(slot)
    moves = []
    for gone in [one for one in lost if one.before in standing.accepted]:
        place, pushed = _place_among(ground.near(gone.slot), board)
        lost += [_Lost(before=stands.pop(out), slot=out, cause=None) for out in pushed]
        moves.append(ground.moved(gone, place))
        if place:
            board.keep(place)
            stands[place] = ground.placed(place)
    for gone in [one for one in lost if one.before not in standing.accepted]:
        place = next((one for one in ground.near(gone.slot) if board.is_open(one)), None)
        moves.append(ground.moved(gone, place))
        if place:
            board.take(place)
            stands[place] = ground.placed(place)
    return Followed(
        placed=tuple(sorted(stands.values(), key=_in_order)),
        moves=tuple(sorted(moves, key=lambda move: _in_order(move.before))),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class _Lost:
    before: Placed
    slot: Slot
    cause: MoveCause | None


class _Ground:
    """The changed rosters, as a plan that stands looks at them."""

    def __init__(self, standing: Standing, home: Home) -> None:
        self.home = home
        self.groups = groups_of(standing.rituals, home.members)
        self.slots = slots_of(self.groups, home)
        self._tied = {(one.group, one.starts, one.ends) for one in self.slots}
        self._bases: list[Spans] = [home.base(group) for group in self.groups]
        self._numbers = {
            (group.ritual.id, names_of(group)): n for n, group in enumerate(self.groups)
        }

    def slot_of(self, one: Placed) -> Slot:
        number = self._numbers.get((one.ritual, one.people))
        if number is None:
            reason = "a ritual, or people for it, that the household has not"
            raise WindowsError(reason)
        return slot_at(one.span, number, self.groups, self.home)._replace(value=one.value)

    def has_begun(self, slot: Slot) -> bool:
        return slot.starts <= minute_of(self.home.horizon.now)

    def cause(self, slot: Slot) -> MoveCause | None:
        """Say why something cannot stay; None where it can, has begun, or nothing is known."""
        group, span = self.groups[slot.group], (slot.starts, slot.ends)
        people = [one.availability for one in group.members]
        known = all(is_inside(span, [one.covers]) for one in people)
        if self.has_begun(slot) or not known:
            return None
        lies_well = is_inside(span, self._bases[slot.group])
        if lies_well and (group.ritual.tie is None or self._follows(slot)):
            return None
        return in_the_way(span, people) or self._lacks(span, group)

    def _follows(self, slot: Slot) -> bool:
        """Say whether what is tied lies at its event still; one that is over cannot change."""
        if (slot.group, slot.starts, slot.ends) in self._tied:
            return True
        group, now = self.groups[slot.group], minute_of(self.home.horizon.now)
        events = (at for one in group.members for at in events_of(one, group, self.home))
        return any(at <= now and at <= slot.starts <= at + TIED_WITHIN for at in events)

    def _lacks(self, span: Span, group: Group) -> MoveCause:
        """Say what a place lacks at which all are awake at home."""
        if group.ritual.tie is not None:
            return MoveCause.EVENT
        is_free = not group.ritual.needs_free_day or is_inside(
            span, free_days(group.members, self.home.within, zone=self.home.zone)
        )
        return MoveCause.TIRED if is_free else MoveCause.WORK

    def near(self, slot: Slot) -> list[Slot]:
        """List the places that may stand in for one, the nearest first: the same day's before.

        What is tied to an event goes next to that before it goes next to where it was.
        """
        same = [one for one in self.slots if (one.group, one.bucket) == (slot.group, slot.bucket)]
        is_tied = self.groups[slot.group].ritual.tie is not None
        same.sort(key=lambda one: (abs(one.starts - slot.starts), one.starts))
        return sorted(same, key=lambda one: (abs(one.day - slot.day), -one.value if is_tied else 0))

    def placed(self, slot: Slot) -> Placed:
        return placed_in(slot, self.groups[slot.group], self.home)

    def moved(self, gone: _Lost, place: Slot | None) -> RitualMove:
        after = self.placed(place) if place else None
        return RitualMove(before=gone.before, after=after, cause=gone.cause)


def _place_among(near: Sequence[Slot], board: Board) -> tuple[Slot | None, list[Slot]]:
    """Take the nearest open place; where none is, the nearest that nobody has accepted."""
    for place in near:
        if board.is_open(place):
            return place, []
    for place in near:
        out = board.pushes_out(place)
        if board.makes_room(place, out):
            return place, out
    return None, []


def _in_order(one: Placed) -> tuple[object, ...]:
    return one.starts, one.ritual, one.people
