"""Two sheets of one decision side by side: what both say, what only one says, one question.

There is no winner in it. What is compared are points: a sheet either has one or has it not. Values
are compared by their words, for only those who wrote them know what they mean. The question is
found by named rules, read from the top: what is hard to undo and what falls on somebody else comes
before money and sleep, and a value that stands alone comes last. That order is a judgement.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from aftershift.engines.together.deciding import Answer, Cost, Ease, Sheet, key_of


class Facet(StrEnum):
    """What a point is about."""

    VALUE = "value"
    SERVES = "serves"
    COSTS = "costs"
    TAKEN_BACK = "taken_back"
    TRIED = "tried"  # and until when, as a day


@dataclass(frozen=True, kw_only=True, slots=True)
class Point:
    """One thing that a sheet says; `what` is a value, or the name of a cost, an ease or a day."""

    facet: Facet
    what: str

    def is_same(self, other: "Point") -> bool:
        """Say whether both say the same."""
        return self.facet is other.facet and key_of(self.what) == key_of(other.what)


@dataclass(frozen=True, kw_only=True, slots=True)
class Split:
    """What both say, what only the first says, and what only the second says."""

    both: tuple[Point, ...] = ()
    one: tuple[Point, ...] = ()
    other: tuple[Point, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class WaySplit:
    """What two sheets say of one way; `split` is None where one of them says nothing yet."""

    way: int
    split: Split | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Comparison:
    """Two sheets side by side: their values, and each way in its order."""

    values: Split
    ways: tuple[WaySplit, ...]


class Asks(StrEnum):
    """What the one question is about; the rules below say when."""

    FAR_APART = "far_apart"  # one says easily taken back, the other hardly
    SOMEBODY_ELSE = "somebody_else"
    COST = "cost"
    SERVES = "serves"
    TAKEN_BACK = "taken_back"
    TRIED = "tried"
    VALUE = "value"


@dataclass(frozen=True, kw_only=True, slots=True)
class Lone:
    """What stands on one sheet alone, and whether that is the second; a value has no way."""

    way: int | None = None
    what: str
    is_others: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Difference:
    """The difference to ask about: the rule that found it, and what stands on one sheet alone.

    Where both say something, and not the same, it is the first sheet's.
    """

    asks: Asks
    lone: Lone


def compare(one: Sheet, other: Sheet, ways: int) -> Comparison:
    """Lay two sheets of a decision with so many ways side by side."""
    return Comparison(
        values=_split(_values(one), _values(other)),
        ways=tuple(_way(way, one.answer(way), other.answer(way)) for way in range(ways)),
    )


def greatest(found: Comparison) -> Difference | None:
    """Give the difference to ask about; None where the two say the same."""
    differences = ((asks, rule(found)) for asks, rule in RULES)
    asked = (Difference(asks=asks, lone=lone) for asks, lone in differences if lone is not None)
    return next(asked, None)


def points(answer: Answer) -> tuple[Point, ...]:
    """Take an answer apart, in the order of the sheet."""
    return (
        *(Point(facet=Facet.SERVES, what=one) for one in answer.serves),
        *(Point(facet=Facet.COSTS, what=one) for one in answer.costs),
        *([Point(facet=Facet.TAKEN_BACK, what=answer.taken_back)] if answer.taken_back else []),
        *([Point(facet=Facet.TRIED, what=str(answer.trial.until))] if answer.trial else []),
    )


def _values(sheet: Sheet) -> tuple[Point, ...]:
    return tuple(Point(facet=Facet.VALUE, what=one) for one in sheet.values)


def _way(way: int, one: Answer | None, other: Answer | None) -> WaySplit:
    if one is None or other is None:
        return WaySplit(way=way, split=None)
    return WaySplit(way=way, split=_split(points(one), points(other)))


def _split(one: Sequence[Point], other: Sequence[Point]) -> Split:
    return Split(
        both=tuple(point for point in one if _is_in(point, other)),
        one=tuple(point for point in one if not _is_in(point, other)),
        other=tuple(point for point in other if not _is_in(point, one)),
    )


def _is_in(point: Point, others: Sequence[Point]) -> bool:
    return any(point.is_same(one) for one in others)


def _lone(found: Comparison, facet: Facet) -> Iterator[Lone]:
    """Give what stands on one sheet alone, way by way; a way that one left open is passed over."""
    for way in found.ways:
        split = way.split or Split()
        for side, is_others in ((split.one, False), (split.other, True)):
            said = (point.what for point in side if point.facet is facet)
            yield from (Lone(way=way.way, what=what, is_others=is_others) for what in said)


def _opposed(found: Comparison, facet: Facet) -> list[tuple[Lone, Lone]]:
    """Give the ways of which both say something, and not the same; one point of a kind each."""
    lone = _lone(found, facet)
    return [(one, other) for one, other in pairwise(lone) if one.way == other.way]


def _far_apart(found: Comparison) -> Lone | None:
    opposed = _opposed(found, Facet.TAKEN_BACK)
    far = (one for one, other in opposed if {one.what, other.what} == {Ease.EASILY, Ease.HARDLY})
    return next(far, None)


def _somebody_else(found: Comparison) -> Lone | None:
    costs = _lone(found, Facet.COSTS)
    return next((one for one in costs if one.what == Cost.SOMEBODY_ELSE), None)


def _cost(found: Comparison) -> Lone | None:
    """Take the way of whose costs the two differ most, and there the first."""
    costs = list(_lone(found, Facet.COSTS))
    count = Counter(one.way for one in costs)
    return max(costs, key=lambda one: count[one.way], default=None)


def _serves(found: Comparison) -> Lone | None:
    """Only of a value that both name: a way cannot be seen to serve what one does not name."""
    shared = {key_of(point.what) for point in found.values.both}
    served = _lone(found, Facet.SERVES)
    return next((one for one in served if key_of(one.what) in shared), None)


def _taken_back(found: Comparison) -> Lone | None:
    return next((one for one, _ in _opposed(found, Facet.TAKEN_BACK)), None)


def _tried(found: Comparison) -> Lone | None:
    """Only where the other sees no trial at all; two days for one trial are no such difference."""
    both = {one.way for one, _ in _opposed(found, Facet.TRIED)}
    return next((one for one in _lone(found, Facet.TRIED) if one.way not in both), None)


def _value(found: Comparison) -> Lone | None:
    """Take the second sheet's first: the reader knows their own."""
    sides = ((found.values.other, True), (found.values.one, False))
    alone = (Lone(what=point.what, is_others=who) for side, who in sides for point in side)
    return next(alone, None)


RULES: tuple[tuple[Asks, Callable[[Comparison], Lone | None]], ...] = (
    (Asks.FAR_APART, _far_apart),
    (Asks.SOMEBODY_ELSE, _somebody_else),
    (Asks.COST, _cost),
    (Asks.SERVES, _serves),
    (Asks.TAKEN_BACK, _taken_back),
    (Asks.TRIED, _tried),
    (Asks.VALUE, _value),
)
