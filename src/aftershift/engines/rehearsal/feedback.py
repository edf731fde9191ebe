"""Feedback on the words of one line: at most one strength, at most one change, and a rewrite.

Never on the person: over a third of feedback lowered performance, and worse where it moved to the
self (Kluger & DeNisi 1996). At the end: what was done well, one thing to try, one human next step.
"""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from aftershift.engines.rehearsal.moves import Heard, Move, RehearsalError, without_but
from aftershift.engines.rehearsal.partner import Stand
from aftershift.engines.rehearsal.scenes import Better, Scene

GOOD = (Move.REFLECT, Move.PLAIN, Move.OPEN)
SLOW_TO_WISH = 2  # lines that understand, after which a wish is missed


class Missing(StrEnum):
    """What a conversation lacks while no line of it is wrong."""

    THEIR_SIDE = "their_side"
    A_WISH = "a_wish"
    NOTHING = "nothing"


@dataclass(frozen=True, kw_only=True, slots=True)
class Remark:
    """What may be said of a move, in several ways, and at the end."""

    move: Move
    says: tuple[str, ...]
    at_end: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Lack:
    """What is said where something is missing, after a line and at the end."""

    id: Missing
    says: tuple[str, ...]
    at_end: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Remarks:
    """Every authored remark."""

    strength: tuple[Remark, ...]
    change: tuple[Remark, ...]
    lack: tuple[Lack, ...]
    no_strength: str

    def __post_init__(self) -> None:
        if sorted(one.move for one in self.strength) != sorted(GOOD):
            reason = "a strength for each good move is needed"
            raise RehearsalError(reason)
        if {one.move for one in self.change} != set(Move) - set(GOOD):
            reason = "a change for each other move is needed"
            raise RehearsalError(reason)
        if sorted(one.id for one in self.lack) != sorted(Missing):
            reason = "a remark for all that may be missing is needed"
            raise RehearsalError(reason)


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """What is said of one line. `words` are those that a change is about, where it is a few."""

    strength: str = ""
    change: str = ""
    words: str = ""
    rewrite: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Ending:
    """What is said when a rehearsal is over."""

    well: str
    next: str
    human: str


def feedback_on(line: str, heard: Heard, after: Stand, scene: Scene, remarks: Remarks) -> Note:
    """Say what to keep and what to change in a line, after which the rehearsal stands so."""
    best = next((move for move in GOOD if move in heard.moves), None)
    if heard.move is Move.THREAT:
        best = None  # nothing beside a threat is worth keeping
    strength = "" if best is None else _turned(_of(remarks.strength, best).says, after)
    if heard.move is Move.OTHER and after.understood and after.wished:
        return Note()  # both are heard: a word of thanks needs no remark
    if heard.move not in GOOD:
        return Note(
            strength=strength,
            change=_turned(_of(remarks.change, heard.move).says, after),
            words=heard.words,
            rewrite=_rewrite(line, heard.move, scene.better, after),
        )
    missing = _missing(after)
    if missing is Missing.NOTHING:
        return Note(strength=strength)
    lack = next(one for one in remarks.lack if one.id is missing)
    better = scene.better.wish if missing is Missing.A_WISH else scene.better.say_back
    return Note(strength=strength, change=_turned(lack.says, after), rewrite=better)


def ending_of(stand: Stand, scene: Scene, remarks: Remarks) -> Ending:
    """Say what was done well, one thing to try, and who could hear it next."""
    counts = Counter(move for one in stand.moves for move in one)
    best = max(GOOD, key=lambda move: counts[move])
    well = _of(remarks.strength, best).at_end if counts[best] else remarks.no_strength
    return Ending(well=well, next=_next(stand, counts, remarks), human=scene.human)


def _next(stand: Stand, counts: Counter[Move], remarks: Remarks) -> str:
    worst = next((move for move in Move if move not in GOOD and counts[move]), None)
    if worst is not None and worst is not Move.OTHER:
        return _of(remarks.change, worst).at_end
    missing = _missing(stand)
    return next(one for one in remarks.lack if one.id is missing).at_end


def _missing(stand: Stand) -> Missing:
    if not stand.understood:
        return Missing.THEIR_SIDE
    if not stand.wished and stand.turns >= SLOW_TO_WISH:
        return Missing.A_WISH
    return Missing.NOTHING


def _rewrite(line: str, move: Move, better: Better, after: Stand) -> str:
    """Write a line anew: an apology keeps its own words up to the "but"."""
    if move is Move.SORRY_BUT:
        return without_but(line) or better.sorry
    if move is Move.GAVE_IN:
        return better.hold
    if move is Move.OTHER:
        return better.wish if after.understood else better.ask
    return better.wish


def _of(remarks: tuple[Remark, ...], move: Move) -> Remark:
    return next(one for one in remarks if one.move is move)


def _turned(says: tuple[str, ...], after: Stand) -> str:
    return says[(after.turns - 1) % len(says)]
