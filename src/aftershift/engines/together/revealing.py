"""What two lay side by side: it meets only when both said yes to the same thing, and at once.

Each writes one's own beside one's yes. Neither page shows anything of the other's before both lie
there, and nothing says who was first. `lay`, `take_back` and `met` do so for whatever has a key;
here they do it for the answers of a week. Of those two numbers are shown and how far they are
apart: never a sum of the two, and never who is right.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol, TypeVar

KEPT_WEEKS = 8  # older ones go, so that a side keeps its one size
ALIKE, APART = 1, 3  # points of ten; our own judgement, for no study says what a difference means


class Laid(Protocol):
    """Whatever is laid ready: two with the same key meet."""

    @property
    def key(self) -> str:
        """Name what it is about."""


One = TypeVar("One", bound=Laid)


def lay(own: Sequence[One], new: One, *, most: int) -> tuple[One, ...]:
    """Lay something ready in place of what had the same key; of more than `most` the first goes."""
    return (*(one for one in own if one.key != new.key), new)[-most:]


def take_back(own: Sequence[One], key: str) -> tuple[One, ...]:
    """Take something back; from both pages, whether it had met or not."""
    return tuple(one for one in own if one.key != key)


def met(own: Sequence[One], other: Sequence[One]) -> tuple[tuple[One, One], ...]:
    """Give what both laid ready, one's own first, in one's own order."""
    theirs = {one.key: one for one in other}
    return tuple((one, theirs[one.key]) for one in own if one.key in theirs)


# --- the answers of a week ------------------------------------------------------------


class Distance(StrEnum):
    """How far apart two answers are, in words."""

    ALIKE = "alike"
    NEAR = "near"
    APART = "apart"


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown:
    """One's own answers of a week, 0 to 10 by item, that may be seen when the other's may."""

    week: date  # its Monday
    answers: Mapping[str, int]

    @property
    def key(self) -> str:
        """Name the week."""
        return self.week.isoformat()


@dataclass(frozen=True, kw_only=True, slots=True)
class Both:
    """One item as the two of them see it."""

    item: str
    own: int
    other: int

    @property
    def distance(self) -> Distance:
        """Say how far apart they are."""
        gap = abs(self.own - self.other)
        if gap <= ALIKE:
            return Distance.ALIKE
        return Distance.APART if gap >= APART else Distance.NEAR


@dataclass(frozen=True, kw_only=True, slots=True)
class Meeting:
    """A week for which both said yes: the items that both answered, in the reader's order."""

    week: date
    items: tuple[Both, ...]


def say_yes(own: Sequence[Shown], new: Shown) -> tuple[Shown, ...]:
    """Lay one's answers of a week ready; the latest weeks are kept."""
    laid = lay(own, new, most=KEPT_WEEKS + 1)
    return tuple(sorted(laid, key=lambda one: one.week))[-KEPT_WEEKS:]


def meetings(own: Sequence[Shown], other: Sequence[Shown]) -> tuple[Meeting, ...]:
    """Give the weeks for which both said yes, the latest first."""
    both = [
        Meeting(week=one.week, items=_both(one.answers, theirs.answers))
        for one, theirs in met(own, other)
    ]
    return tuple(sorted(both, key=lambda one: one.week, reverse=True))


def _both(own: Mapping[str, int], other: Mapping[str, int]) -> tuple[Both, ...]:
    shared = (item for item in own if item in other)
    return tuple(Both(item=item, own=own[item], other=other[item]) for item in shared)
