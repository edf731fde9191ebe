"""The shelf of the week: which practices can have a time, the four bold moves, a line a week.

What one does alone, or with a colleague after a shift, stands in `own`: longer than a small thing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from aftershift.engines.basics.spans import QUARTER
from aftershift.engines.evidence.practices import Practice
from aftershift.engines.windows.moments import FOR_TWO, Gap, Idea
from aftershift.engines.wording.cues import WordingError
from aftershift.engines.wording.nudging import Nudge, skips_in
from aftershift.library.evidence import load_evidence
from aftershift.library.shelf import CONTENT, ContentError, Record, read_record

SHELF = CONTENT / "week"
MOMENTS, BOLD, OWN = "moments.toml", "bold.toml", "own.toml"
LONGEST = 5  # minutes of a small thing
LONGEST_OWN = 30  # minutes of what one does alone
MOVES = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class WrittenMoment:
    """A practice that can have a time. `child`: it needs a child in the household."""

    practice: str
    gap: Gap
    child: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Moments:
    """The file of moments."""

    moment: tuple[WrittenMoment, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class WrittenOwn:
    """A practice of one's own in one kind of time. `does` goes on after "After handover, I"."""

    practice: str
    gap: Gap
    minutes: int
    does: str


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnFile:
    """The file of what one does alone; the rows of one practice stand together."""

    own: tuple[WrittenOwn, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class BoldMove:
    """One of the four moves."""

    id: str
    name: str
    says: str
    minutes: int
    gap: Gap


@dataclass(frozen=True, kw_only=True, slots=True)
class BoldMoves:
    """The file of bold moves."""

    move: tuple[BoldMove, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Nudges:
    """The file of lines."""

    nudge: tuple[Nudge, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SmallThing:
    """A practice that can have a time."""

    practice: Practice
    gap: Gap
    needs_child: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnThing:
    """One way of doing a practice in a gap of one's own, and what one does then."""

    idea: Idea
    does: str


@dataclass(frozen=True, kw_only=True, slots=True)
class WeekShelf:
    """Everything authored for a week. `own`: the ways of each practice, the best first."""

    moments: tuple[SmallThing, ...]
    own: Mapping[str, tuple[OwnThing, ...]]
    moves: tuple[BoldMove, ...]
    nudges: tuple[Nudge, ...]


@cache
def load_week(shelf: Path = SHELF) -> WeekShelf:
    """Load the shelf; raise ContentError where something is wrong or leads nowhere."""
    moves = _read(shelf / BOLD, BoldMoves).move
    if len(moves) != MOVES or len({one.id for one in moves}) != MOVES:
        raise ContentError(BOLD, "move", f"there are {MOVES} to choose from")
    for one in moves:
        if skips_in(one.says):
            raise ContentError(BOLD, one.id, "blames, waits for calm, or compares")
    return WeekShelf(
        moments=tuple(_moment(one) for one in _read(shelf / MOMENTS, Moments).moment),
        own=dict(_own(_read(shelf / OWN, OwnFile).own)),
        moves=moves,
        nudges=_read(shelf / "nudges.toml", Nudges).nudge,
    )


def _moment(written: WrittenMoment) -> SmallThing:
    practice = load_evidence().practices.get(written.practice)
    if practice is None or not practice.is_offered or not 1 <= practice.minutes <= LONGEST:
        reason = f"no small practice that may be offered: {written.practice}"
        raise ContentError(MOMENTS, "practice", reason)
    return SmallThing(practice=practice, gap=written.gap, needs_child=written.child)


def _own(written: tuple[WrittenOwn, ...]) -> Iterator[tuple[str, tuple[OwnThing, ...]]]:
    seen: set[str] = set()
    for name, rows in groupby(written, key=attrgetter("practice")):
        if name in seen:
            raise ContentError(OWN, name, "its rows do not stand together")
        seen.add(name)
        ways = tuple(map(_way, rows))
        if len({one.idea.gap for one in ways}) != len(ways):
            raise ContentError(OWN, name, "two rows for one kind of time")
        yield name, ways


def _way(written: WrittenOwn) -> OwnThing:
    practice = load_evidence().practices.get(written.practice)
    if practice is None or not practice.is_offered:
        raise ContentError(OWN, written.practice, "no practice that may be offered")
    longest = QUARTER if written.gap is Gap.HANDOVER else LONGEST_OWN
    if written.gap in FOR_TWO or not 1 <= written.minutes <= longest:
        raise ContentError(OWN, written.practice, "needs another, or is too long for its time")
    if skips_in(f"I {written.does}."):
        raise ContentError(OWN, written.practice, "blames, waits for calm, or compares")
    idea = Idea(name=written.practice, minutes=written.minutes, gap=written.gap)
    return OwnThing(idea=idea, does=written.does)


def _read(path: Path, shape: type[Record]) -> Record:
    try:
        return read_record(path, shape)
    except WordingError as error:
        raise ContentError(path.name, "", str(error)) from error
