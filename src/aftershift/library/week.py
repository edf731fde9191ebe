"""The shelf of the week: which practices can have a time, the four bold moves, a line a week."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aftershift.engines.evidence.practices import Practice
from aftershift.engines.windows.moments import Gap
from aftershift.engines.wording.cues import WordingError
from aftershift.engines.wording.nudging import Nudge, skips_in
from aftershift.library.evidence import load_evidence
from aftershift.library.shelf import CONTENT, ContentError, Record, read_record

SHELF = CONTENT / "week"
MOMENTS, BOLD = "moments.toml", "bold.toml"
LONGEST = 5  # minutes of a small thing
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
class WeekShelf:
    """Everything authored for a week."""

    moments: tuple[SmallThing, ...]
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
        moves=moves,
        nudges=_read(shelf / "nudges.toml", Nudges).nudge,
    )


def _moment(written: WrittenMoment) -> SmallThing:
    practice = load_evidence().practices.get(written.practice)
    if practice is None or not practice.is_offered or not 1 <= practice.minutes <= LONGEST:
        reason = f"no small practice that may be offered: {written.practice}"
        raise ContentError(MOMENTS, "practice", reason)
    return SmallThing(practice=practice, gap=written.gap, needs_child=written.child)


def _read(path: Path, shape: type[Record]) -> Record:
    try:
        return read_record(path, shape)
    except WordingError as error:
        raise ContentError(path.name, "", str(error)) from error
