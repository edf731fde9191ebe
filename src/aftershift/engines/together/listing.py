"""One checklist that both filled in, each alone: two counts side by side, when both said yes.

What crosses is made before it is laid ready: how many of the lines that may be shown ring true, and
only by choice which. A line about fear, harm or being gone is never among them, for anybody, so
that its absence tells nothing; who makes a `Filled` leaves such lines out of all three figures.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from aftershift.engines.together.revealing import met

MOST = 6  # lists of one side, so that it keeps its one size
FRESH_DAYS = 28  # older answers are not laid ready; our own judgement


@dataclass(frozen=True, kw_only=True, slots=True)
class Filled:
    """One's own list as it may be seen when the other's may: `true` of `of` lines, by `day`.

    `lines` are the ids of those that ring true; None where only the count may be seen.
    """

    checklist: str
    day: date
    true: int
    of: int
    lines: tuple[str, ...] | None = None

    @property
    def key(self) -> str:
        """Name the list."""
        return self.checklist


@dataclass(frozen=True, kw_only=True, slots=True)
class MetList:
    """A list for which both said yes; `lines` ring true for both, None unless both chose that."""

    own: Filled
    other: Filled
    lines: tuple[str, ...] | None


def met_lists(own: Sequence[Filled], other: Sequence[Filled]) -> tuple[MetList, ...]:
    """Give the lists for which both said yes, in one's own order."""
    return tuple(
        MetList(own=mine, other=theirs, lines=_of_both(mine, theirs))
        for mine, theirs in met(own, other)
    )


def _of_both(mine: Filled, theirs: Filled) -> tuple[str, ...] | None:
    if mine.lines is None or theirs.lines is None:
        return None
    return tuple(one for one in mine.lines if one in theirs.lines)
