"""Whose time pays for a plan.

Lexicographic: first, nobody's sleep is cut, which no place allows (see `month`). Then the plan is
the best that there is. Then, within half a percent of it, the one who pays most is made to pay as
little as can be, then the next. What one pays for something is the part of her own time at home
that day which it takes, and the minutes of it that lie within an hour of waking, leaving, coming
home or going to bed, where time is scarcest. Both can be read from availability alone.
"""

from bisect import bisect_right
from collections.abc import Iterable

from aftershift.engines.basics.spans import clip, total
from aftershift.engines.windows.family import Member
from aftershift.engines.windows.month import Home
from aftershift.engines.windows.overlap import Role
from aftershift.engines.windows.placing import Board
from aftershift.engines.windows.slots import Slot

GIVEN_UP = 200  # one part in so many of a plan's worth may go into fairness
EDGE_MINUTES = 60
TRIED = 6  # other places looked at for each thing

Burdens = tuple[int, ...]  # percent of a day and minutes at the edges, one for each partner


class Scales:
    """Weighs places for each partner, each place once."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self.who = [(1 << n, one) for n, one in enumerate(home.members) if one.role is Role.PARTNER]
        self._day_minutes = [
            [total(clip(one.availability.home_awake, day)) for day in home.days]
            for _bit, one in self.who
        ]
        self._weighed: dict[tuple[int, int, int], Burdens] = {}

    def of(self, slot: Slot) -> Burdens:
        """Say what one place costs each partner."""
        key = (slot.starts, slot.ends, slot.people)
        if key not in self._weighed:
            self._weighed[key] = tuple(
                self._cost(slot, one, minutes[slot.day]) if slot.people & bit else 0
                for (bit, one), minutes in zip(self.who, self._day_minutes, strict=True)
            )
        return self._weighed[key]

    def of_all(self, slots: Iterable[Slot]) -> Burdens:
        """Say what some places cost each partner together."""
        sums = [0] * len(self.who)
        for slot in slots:
            for n, cost in enumerate(self.of(slot)):
                sums[n] += cost
        return tuple(sums)

    def _cost(self, slot: Slot, member: Member, day_minutes: int) -> int:
        length = slot.ends - slot.starts
        awake = member.availability.home_awake
        at = bisect_right(awake, slot.starts, key=lambda span: span[1])
        share = 100 * length // max(length, day_minutes)
        if at == len(awake) or awake[at][0] > slot.starts:
            return share  # off duty elsewhere
        begins, ends = awake[at]
        early = min(slot.ends, begins + EDGE_MINUTES) - slot.starts
        late = slot.ends - max(slot.starts, ends - EDGE_MINUTES)
        return share + min(length, max(0, early) + max(0, late))


def balance(board: Board, scales: Scales) -> None:
    """Move single things to other places of their own day or week, as long as it gets fairer."""
    chosen = board.chosen()
    burdens = scales.of_all(chosen)
    spare = sum(slot.value for slot in chosen) // GIVEN_UP
    for slot in sorted(chosen, key=lambda one: (-max(scales.of(one), default=0), one)):
        if slot in board.kept or max(scales.of(slot), default=0) == 0:
            continue
        board.leave(slot)
        best, fairest = slot, _ordered(burdens)
        for other in board.others[slot.group, slot.bucket][:TRIED]:
            moved = _exchanged(burdens, scales.of(slot), scales.of(other))
            is_fairer = slot.value - other.value <= spare and _ordered(moved) < fairest
            if is_fairer and board.is_open(other):
                best, fairest = other, _ordered(moved)
        board.take(best)
        burdens = _exchanged(burdens, scales.of(slot), scales.of(best))
        spare -= max(0, slot.value - best.value)


def _exchanged(burdens: Burdens, old: Burdens, new: Burdens) -> Burdens:
    return tuple(b - o + n for b, o, n in zip(burdens, old, new, strict=True))


def _ordered(burdens: Burdens) -> Burdens:
    """Put who pays most first: of two plans the smaller tuple is the fairer one."""
    return tuple(sorted(burdens, reverse=True))
