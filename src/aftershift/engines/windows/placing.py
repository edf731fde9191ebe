"""Which places to take: the best first, then whatever exchange still pays.

The choice is that of a packing problem (no two things at once for anybody, so many in a day and in
a week, so far apart). Greedy alone comes within a few percent of the optimum; letting a better
place push out the lesser ones in its way, again and again, closes almost all of the rest.
Everything is ordered, so the same household gets the same plan to the byte.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeAlias

from aftershift.engines.windows.month import Group
from aftershift.engines.windows.overlap import WindowsError
from aftershift.engines.windows.rituals import Every
from aftershift.engines.windows.slots import Slot

WORTH_A_TRY = 2000  # of some two million that a plan is worth
SETTLED_AMONG = 24

ByBucket: TypeAlias = Mapping[tuple[int, int], Sequence[Slot]]
_Link: TypeAlias = tuple[int, Slot, int]  # its worth, its last place, the link before (or -1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Caps:
    """How much of it a household wants: so many in a day, in a week, and minutes apart."""

    a_day: int = 4
    a_week: int = 16
    gap: int = 30

    def __post_init__(self) -> None:
        if not (1 <= self.a_day <= 20 and self.a_day <= self.a_week <= 100):
            reason = "caps: a day is 1 to 20, a week as much or more and up to 100"
            raise WindowsError(reason)
        if not 0 <= self.gap <= 240:
            reason = "caps: the gap is 0 to 240 minutes"
            raise WindowsError(reason)


class Board:
    """The places taken so far, looked up by day, by week and by ritual.

    `others` are all places by what they stand in for, the most valuable first. What is `kept`
    stays whatever comes.
    """

    def __init__(self, groups: Sequence[Group], caps: Caps, slots: Sequence[Slot]) -> None:
        self.caps = caps
        self.others = _by_bucket(slots)
        self.times = [group.ritual.times for group in groups]
        self.spacing = [group.ritual.spacing for group in groups]
        self.line: list[tuple[int, Slot]] = []
        self._reach = caps.gap + max((group.ritual.minutes for group in groups), default=0)
        self.days: defaultdict[int, list[Slot]] = defaultdict(list)
        self.weeks: defaultdict[int, list[Slot]] = defaultdict(list)
        self.buckets: defaultdict[tuple[int, int], list[Slot]] = defaultdict(list)
        self.groups: defaultdict[int, list[Slot]] = defaultdict(list)
        self.kept: set[Slot] = set()
        self._steps: list[tuple[Slot, bool]] = []

    def chosen(self) -> list[Slot]:
        """List all that is taken on the plan's days, in order of time."""
        return sorted(
            (slot for _starts, slot in self.line if slot.day >= 0),
            key=lambda slot: (slot.starts, slot.group),
        )

    @property
    def steps(self) -> int:
        """Count what was taken and given up so far."""
        return len(self._steps)

    def worth(self) -> int:
        """Add up what all that is taken is worth."""
        return sum(slot.value for _starts, slot in self.line)

    def take(self, slot: Slot) -> None:
        """Take a place."""
        for held in self._lists(slot):
            insort(held, slot)  # by value: the least comes first
        insort(self.line, (slot.starts, slot))
        self._steps.append((slot, True))

    def keep(self, slot: Slot) -> None:
        """Take a place for good, whatever the caps."""
        self._reach = max(self._reach, self.caps.gap + slot.ends - slot.starts)
        self.take(slot)
        self.kept.add(slot)

    def leave(self, slot: Slot) -> None:
        """Give a place up."""
        for held in self._lists(slot):
            held.remove(slot)
        del self.line[bisect_left(self.line, (slot.starts, slot))]
        self._steps.append((slot, False))

    def go_back(self, steps: int) -> None:
        """Undo all but the first so many steps."""
        while len(self._steps) > steps:
            slot, was_taken = self._steps.pop()
            (self.leave if was_taken else self.take)(slot)
            self._steps.pop()

    def _lists(self, slot: Slot) -> tuple[list[Slot], ...]:
        return (
            self.days[slot.day],
            self.weeks[slot.day // 7],
            self.buckets[slot.group, slot.bucket],
            self.groups[slot.group],
        )

    def is_open(self, slot: Slot) -> bool:
        """Say whether a place can be taken with nothing pushed out."""
        return (
            len(self.buckets[slot.group, slot.bucket]) < self.times[slot.group]
            and len(self.days[slot.day]) < self.caps.a_day
            and len(self.weeks[slot.day // 7]) < self.caps.a_week
            and not self._too_near(slot)
        )

    def pushes_out(self, slot: Slot) -> list[Slot]:
        """List what would have to go for a place; with no regard to what is kept."""
        out = self._too_near(slot)
        for held, most in (
            (self.buckets[slot.group, slot.bucket], self.times[slot.group]),
            (self.days[slot.day], self.caps.a_day),
            (self.weeks[slot.day // 7], self.caps.a_week),
        ):
            over = len(held) - most + 1
            if over > 0:
                over -= len([one for one in out if one in held])
                lesser = (one for one in held if one not in out and one not in self.kept)
                out += islice(lesser, max(0, over))
        return out

    def may_gain(self, slot: Slot) -> bool:
        """Say quickly whether a place could be worth taking: no, where its like must go for it."""
        least = slot.value - WORTH_A_TRY
        for held, most in (
            (self.buckets[slot.group, slot.bucket], self.times[slot.group]),
            (self.weeks[slot.day // 7], self.caps.a_week),
            (self.days[slot.day], self.caps.a_day),
        ):
            if len(held) >= most and least < held[0].value:
                return False
        return True

    def gains(self, slot: Slot) -> None:
        """Take a place if that pays, with what it pushes out put elsewhere."""
        steps, out = self.steps, self.pushes_out(slot)
        alike = (one for one in out if (one.group, one.bucket) == (slot.group, slot.bucket))
        if any(one.value >= slot.value for one in alike) or not self.makes_room(slot, out):
            return
        self.take(slot)
        gained = slot.value - sum(one.value for one in out)
        for one in out:
            if gained <= 0:
                gained += self._settle(self.others[one.group, one.bucket])
        if gained <= 0:
            self.go_back(steps)

    def _settle(self, places: Sequence[Slot]) -> int:
        """Take the best of some places, counting what that pushes out; give what is gained."""
        best, gained, pushed = None, 0, []
        for place in places[:SETTLED_AMONG]:
            if place.value <= gained:
                break
            out = self.pushes_out(place)
            net = place.value - sum(one.value for one in out)
            if net > gained:
                best, gained, pushed = place, net, out
        if best is None or not self.makes_room(best, pushed):
            return 0
        self.take(best)
        return gained

    def makes_room(self, slot: Slot, out: Sequence[Slot]) -> bool:
        """Push out what is in the way, unless that is kept or would not help."""
        if not self.kept.isdisjoint(out):
            return False
        steps = self.steps
        for one in out:
            self.leave(one)
        if self.is_open(slot):
            return True
        self.go_back(steps)
        return False

    def _too_near(self, slot: Slot) -> list[Slot]:
        """List what lies too near in time: for the same people, or of the same ritual."""
        gap, spacing, near = self.caps.gap, self.spacing[slot.group], []
        line = self.line
        for at in range(bisect_left(line, (slot.starts - self._reach,)), len(line)):
            starts, other = line[at]
            if starts >= slot.ends + gap:
                break
            if other.people & slot.people and slot.starts < other.ends + gap:
                near.append(other)
        if spacing:
            for other in self.groups[slot.group]:
                if abs(other.starts - slot.starts) < spacing and other not in near:
                    near.append(other)
        return near


def choose(
    slots: Sequence[Slot], groups: Sequence[Group], caps: Caps, kept: Sequence[Slot] = ()
) -> Board:
    """Choose among slots (the most valuable first), around what is kept whatever comes."""
    if kept:
        ground = _board_with(kept, groups, caps, slots)
        slots = [slot for slot in slots if ground.is_open(slot)]
    board = _board_with(kept, groups, caps, slots)
    spaced, weeks = _spaced(slots, groups), _by_week(slots)
    for own in sorted(spaced, key=len):  # what has the fewest places cannot wait for the others
        lay_anew(board, own, ())
    fill(board, weeks)
    for slot in slots:
        if board.may_gain(slot) and slot not in board.days[slot.day]:
            board.gains(slot)
    for own in spaced:
        lay_anew(board, own, weeks)
    fill(board, weeks)
    return board


def _board_with(
    kept: Sequence[Slot], groups: Sequence[Group], caps: Caps, slots: Sequence[Slot]
) -> Board:
    board = Board(groups, caps, slots)
    for slot in kept:
        board.keep(slot)
    return board


def fill(board: Board, weeks: Sequence[Sequence[Slot]], *, without: int = -1) -> None:
    """Take what is open, in each week the most valuable first; nothing of one group."""
    most = board.caps.a_week
    for number, week in enumerate(weeks):
        held = board.weeks[number]
        for slot in week if len(held) < most else ():
            if slot.group != without and board.is_open(slot):
                board.take(slot)
                if len(held) == most:
                    break


def _by_week(slots: Sequence[Slot]) -> list[list[Slot]]:
    last = max((slot.day // 7 for slot in slots), default=-1)
    weeks: list[list[Slot]] = [[] for _ in range(last + 1)]
    for slot in slots:
        weeks[slot.day // 7].append(slot)
    return weeks


def _by_bucket(slots: Iterable[Slot]) -> ByBucket:
    """Sort places by what they stand in for, each time the most valuable first."""
    found: dict[tuple[int, int], list[Slot]] = {}
    for slot in slots:
        found.setdefault((slot.group, slot.bucket), []).append(slot)
    return found


def _spaced(slots: Sequence[Slot], groups: Sequence[Group]) -> list[list[Slot]]:
    """List the places of each ritual that is counted in weeks or longer, in order of time.

    The weightiest ritual comes first.
    """
    best: dict[tuple[int, int], Slot] = {}  # one in an hour is choice enough
    for slot in slots:
        if groups[slot.group].ritual.every is not Every.DAY:
            best.setdefault((slot.group, slot.starts // 60), slot)
    own: defaultdict[int, list[Slot]] = defaultdict(list)
    for slot in sorted(best.values(), key=lambda slot: slot.starts):
        own[slot.group].append(slot)
    return [own[n] for n in sorted(own, key=lambda n: (-groups[n].ritual.weight, n))]


def lay_anew(board: Board, own: Sequence[Slot], weeks: Sequence[Sequence[Slot]]) -> None:
    """Lay one ritual anew over all weeks, if that pays: what is late in one week costs the next."""
    number = own[0].group
    held = [slot for slot in board.groups[number] if slot not in board.kept]
    steps, worth = board.steps, board.worth()
    for slot in held:
        board.leave(slot)
    if held:
        fill(board, weeks, without=number)
    net = [slot.value - sum(one.value for one in board.pushes_out(slot)) for slot in own]
    for slot in best_chain(own, net, times=board.times[number], spacing=board.spacing[number]):
        if board.makes_room(slot, board.pushes_out(slot)):
            board.take(slot)
    if board.worth() < worth:
        board.go_back(steps)


def best_chain(own: Sequence[Slot], net: Sequence[int], *, times: int, spacing: int) -> list[Slot]:
    """Find the worthiest places of one ritual that keep its spacing and its number: exactly.

    `own` is in order of time. Dynamic programming: the best chain that ends with a place as the
    n-th of its week extends the best of those that ended early enough.
    """
    links: list[_Link] = []
    keys: list[tuple[int, int]] = []  # of each link: its bucket, and how many of it are in
    best: dict[tuple[int, int], int] = {}
    ready = 0
    for slot, worth in zip(own, net, strict=True):
        while ready < len(links) and links[ready][1].starts + spacing <= slot.starts:
            if links[ready][0] > links[best.get(keys[ready], ready)][0] or keys[ready] not in best:
                best[keys[ready]] = ready
            ready += 1
        if worth > 0:
            for key, before in _extended(slot, best, links, times):
                so_far = links[before][0] if before >= 0 else 0
                links.append((so_far + worth, slot, before))
                keys.append(key)
    chosen = []
    at = max(range(len(links)), key=lambda n: links[n][0], default=-1)
    while at >= 0:
        chosen.append(links[at][1])
        at = links[at][2]
    return chosen[::-1]


def _extended(
    slot: Slot, best: Mapping[tuple[int, int], int], links: Sequence[_Link], times: int
) -> Iterator[tuple[tuple[int, int], int]]:
    """List what a place may follow: anything of an earlier week, or fewer of its own."""
    before, most = -1, 0
    for (bucket, _n), at in best.items():
        if bucket < slot.bucket and links[at][0] > most:
            before, most = at, links[at][0]
    yield (slot.bucket, 1), before
    for n in range(1, times):
        if (slot.bucket, n) in best:
            yield (slot.bucket, n + 1), best[slot.bucket, n]
