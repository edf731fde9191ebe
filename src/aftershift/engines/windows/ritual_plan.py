"""Four weeks of rituals for a household: where each lies, and what does not fit, said early."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from aftershift.engines.basics.spans import Span, meets, minute_of, moment_of, union
from aftershift.engines.windows.fairness import Scales, balance
from aftershift.engines.windows.family import Member
from aftershift.engines.windows.month import Group, Home, Horizon, groups_of
from aftershift.engines.windows.overlap import WindowsError
from aftershift.engines.windows.placing import Board, Caps, choose
from aftershift.engines.windows.rituals import Every, Place, Ritual
from aftershift.engines.windows.slots import (
    NO_GROUP,
    Slot,
    heard_at,
    slot_at,
    slots_of,
    taken_by_all,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Placed:
    """One ritual in its place; a message also has when the other hears it (None: not in range)."""

    ritual: str
    starts: datetime
    ends: datetime
    people: tuple[str, ...]
    value: int
    heard_at: datetime | None = None

    @property
    def span(self) -> Span:
        """When it is, in minutes since the epoch."""
        return minute_of(self.starts), minute_of(self.ends)


@dataclass(frozen=True, kw_only=True, slots=True)
class Firm:
    """What is held already: rituals in their places, and the times that other things take."""

    placed: tuple[Placed, ...] = ()
    taken: tuple[Span, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Miss:
    """A week or a month that holds less of a ritual than was wanted, said when the plan is made.

    `nearest` is the nearest time outside it that would do: for a month also in the four weeks
    after; None where none is known.
    """

    ritual: str
    people: tuple[str, ...]
    first: date
    last: date
    wanted: int
    placed: int
    nearest: datetime | None


@dataclass(frozen=True, kw_only=True, slots=True)
class RitualPlan:
    """What was placed in order of time, what was missed, its worth, and what each partner pays.

    `burdens` are by name: percent of a day's own time plus minutes at its edges, added up.
    """

    placed: tuple[Placed, ...]
    misses: tuple[Miss, ...]
    value: int
    burdens: tuple[tuple[str, int], ...]


def plan_rituals(
    rituals: Sequence[Ritual],
    members: Sequence[Member],
    horizon: Horizon,
    *,
    caps: Caps | None = None,
    firm: Firm | None = None,
) -> RitualPlan:
    """Place rituals over four weeks, the worth of all of them as high as can be.

    Nothing lies in anybody's sleep or shift; no day, no week and no ritual has more than it may;
    between two things of one person lie `caps.gap` minutes. What is `firm` stays where it is and
    counts against all of that; what lies before the plan's first day still keeps its spacing.
    Deterministic: the same household has the same plan. A ritual that needs somebody whom the
    household lacks is left out.
    """
    home, held = Home(members, horizon), firm or Firm()
    groups = groups_of(rituals, members)
    taken = union(held.taken)
    slots = [one for one in slots_of(groups, home) if not meets((one.starts, one.ends), taken)]
    board = choose(slots, groups, caps or Caps(), kept_slots(held, groups, home))
    scales = Scales(home)
    balance(board, scales)
    chosen = [one for one in board.chosen() if one.group != NO_GROUP]
    names = (one.name for one in home.partners)
    return RitualPlan(
        placed=tuple(placed_in(slot, groups[slot.group], home) for slot in chosen),
        misses=tuple(_misses(board, groups, slots, home)),
        value=sum(slot.value for slot in chosen),
        burdens=tuple(zip(names, scales.of_all(chosen), strict=True)),
    )


def kept_slots(firm: Firm, groups: Sequence[Group], home: Home) -> list[Slot]:
    """Find the places of what is held. Raises WindowsError for what the household has not."""
    numbers = {(group.ritual.id, names_of(group)): n for n, group in enumerate(groups)}
    if any((one.ritual, one.people) not in numbers for one in firm.placed):
        reason = "a ritual, or people for it, that the household has not"
        raise WindowsError(reason)
    return [
        *(slot_at(one.span, numbers[one.ritual, one.people], groups, home) for one in firm.placed),
        *(taken_by_all(span, home) for span in firm.taken),
    ]


def names_of(group: Group) -> tuple[str, ...]:
    """List who takes part, by name."""
    return tuple(one.name for one in group.members)


def placed_in(slot: Slot, group: Group, home: Home) -> Placed:
    """Tell a place in the household's words."""
    heard = None
    if group.ritual.place is Place.MESSAGE:
        heard = heard_at(slot.ends, home, group.members[0])
    return Placed(
        ritual=group.ritual.id,
        starts=moment_of(slot.starts),
        ends=moment_of(slot.ends),
        people=names_of(group),
        value=slot.value,
        heard_at=None if heard is None else moment_of(heard),
    )


# --- what does not fit ----------------------------------------------------------------


def _misses(
    board: Board, groups: Sequence[Group], slots: Sequence[Slot], home: Home
) -> Iterator[Miss]:
    for number, group in enumerate(groups):
        every = group.ritual.every
        if every is Every.DAY or group.ritual.when_apart:
            continue
        buckets = 1 if every is Every.MONTH else -(-home.horizon.days // 7)
        for bucket in range(buckets):
            placed = len(board.buckets[number, bucket])
            if placed < group.ritual.times:
                days = range(home.horizon.days)[_days_of(every, bucket)]
                nearest = None
                if not placed:
                    own = [one for one in slots if one.group == number and one.day not in days]
                    nearest = _nearest(own, days, group, home)
                yield Miss(
                    ritual=group.ritual.id,
                    people=names_of(group),
                    first=home.horizon.first + timedelta(days=days[0]),
                    last=home.horizon.first + timedelta(days=days[-1]),
                    wanted=group.ritual.times,
                    placed=placed,
                    nearest=nearest,
                )


def _days_of(every: Every, bucket: int) -> slice:
    return slice(None) if every is Every.MONTH else slice(7 * bucket, 7 * bucket + 7)


def _nearest(own: Sequence[Slot], days: range, group: Group, home: Home) -> datetime | None:
    """Find the nearest place outside some days; after a month, in the next."""
    if group.ritual.every is Every.MONTH:
        following = replace(
            home.horizon, first=home.horizon.first + timedelta(days=home.horizon.days)
        )
        own = slots_of([group], Home(home.members, following))
        return moment_of(min(slot.starts for slot in own)) if own else None
    begins, ends = home.days[days[0]][0], home.days[days[-1]][1]
    nearest = min(
        own, key=lambda one: (max(begins - one.ends, one.starts - ends), one.starts), default=None
    )
    return None if nearest is None else moment_of(nearest.starts)
