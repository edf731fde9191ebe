"""Answers of two that meet only when both said yes, for the same week, and at once.

Each writes one's own answers beside one's yes. Neither page shows anything of the other's before
both lie there, and nothing says who was first. What is shown is two numbers and how far they are
apart: never a sum of the two, and never who is right.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

KEPT_WEEKS = 8  # older ones go, so that a side keeps its one size
ALIKE, APART = 1, 3  # points of ten; our own judgement, for no study says what a difference means


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
    """Lay one's answers of a week ready; those of the same week before are replaced."""
    others = (one for one in own if one.week != new.week)
    return tuple(sorted((*others, new), key=lambda one: one.week))[-KEPT_WEEKS:]


def take_back(own: Sequence[Shown], week: date) -> tuple[Shown, ...]:
    """Take one's answers of a week back; from both pages, whether they had met or not."""
    return tuple(one for one in own if one.week != week)


def meetings(own: Sequence[Shown], other: Sequence[Shown]) -> tuple[Meeting, ...]:
    """Give the weeks for which both said yes, the latest first."""
    theirs = {one.week: one.answers for one in other}
    met = [
        Meeting(week=one.week, items=_both(one.answers, theirs[one.week]))
        for one in own
        if one.week in theirs
    ]
    return tuple(sorted(met, key=lambda one: one.week, reverse=True))


def _both(own: Mapping[str, int], other: Mapping[str, int]) -> tuple[Both, ...]:
    shared = (item for item in own if item in other)
    return tuple(Both(item=item, own=own[item], other=other[item]) for item in shared)
