"""The shelf of words to somebody: content/wording, its cues, what is said of them, its scripts."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aftershift.engines.wording.apology import ApologyShelf, PartWords, TrapWords
from aftershift.engines.wording.conflict import ConflictShelf, KindWords
from aftershift.engines.wording.cues import WordBook, WordCue, WordingError
from aftershift.engines.wording.disagreeing import Steps
from aftershift.engines.wording.feedback import (
    Debrief,
    FeedbackShelf,
    Lines,
    Listening,
    Quarter,
)
from aftershift.engines.wording.sbi import SIGNS
from aftershift.engines.wording.scripts import Scripts
from aftershift.library.evidence import load_evidence
from aftershift.library.shelf import CONTENT, ContentError, Record, read_record
from aftershift.library.together import load_ground_rules

SHELF = CONTENT / "wording"


@dataclass(frozen=True, kw_only=True, slots=True)
class ApologyFile:
    """The file about apologies: cues, and what is said of each part and trap."""

    cue: tuple[WordCue, ...]
    part: tuple[PartWords, ...]
    trap: tuple[TrapWords, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SbiFile:
    """The file about rants: cues."""

    cue: tuple[WordCue, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ConflictFile:
    """The file about disagreements: cues, what is said of each kind, and why to sort."""

    cue: tuple[WordCue, ...]
    kind: tuple[KindWords, ...]
    why: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class FeedbackFile:
    """The file about feedback: cues, the words of the quarters, of listening and of a debrief."""

    cue: tuple[WordCue, ...]
    quarter: tuple[Quarter, ...]
    lines: Lines
    listening: Listening
    debrief: Debrief


@cache
def load_apology(shelf: Path = SHELF) -> ApologyShelf:
    """Load what is authored about apologies; raise ContentError when it is wrong."""
    path = shelf / "apology.toml"
    file = _read(path, ApologyFile)
    try:
        return ApologyShelf(
            book=WordBook(file.cue),
            parts={one.part: one for one in file.part},
            traps={one.trap: one for one in file.trap},
        )
    except WordingError as error:
        raise ContentError(path.name, "", str(error)) from error


@cache
def load_sbi(shelf: Path = SHELF) -> WordBook:
    """Load the cues by which a rant is sorted; raise ContentError when they are wrong."""
    path = shelf / "sbi.toml"
    book = WordBook(_read(path, SbiFile).cue)
    if book.signs != SIGNS:
        raise ContentError(path.name, "cue", "each sign has cues, and nothing else has")
    return book


@cache
def load_scripts(shelf: Path = SHELF) -> Scripts:
    """Load every situation with its words; raise ContentError when one is wrong."""
    return _read(shelf / "scripts.toml", Scripts)


@cache
def load_conflict(shelf: Path = SHELF) -> ConflictShelf:
    """Load what is authored about disagreements; raise ContentError when it is wrong."""
    path = shelf / "conflict.toml"
    file = _read(path, ConflictFile)
    lost = next(_leads_nowhere(file), "")
    if lost:
        raise ContentError(path.name, lost, "is on no shelf")
    try:
        return ConflictShelf(
            book=WordBook(file.cue),
            kinds={one.kind: one for one in file.kind},
            why=file.why,
            sources=file.sources,
        )
    except WordingError as error:
        raise ContentError(path.name, "", str(error)) from error


@cache
def load_disagreeing(shelf: Path = SHELF) -> Steps:
    """Load the six steps of disagreeing well; raise ContentError when one is wrong."""
    return _read(shelf / "disagreeing.toml", Steps)


@cache
def load_feedback(shelf: Path = SHELF) -> FeedbackShelf:
    """Load what is authored about feedback; raise ContentError when it is wrong."""
    path = shelf / "feedback.toml"
    file = _read(path, FeedbackFile)
    try:
        return FeedbackShelf(
            book=WordBook(file.cue),
            quarters={one.quadrant: one for one in file.quarter},
            lines=file.lines,
            listening=file.listening,
            debrief=file.debrief,
        )
    except WordingError as error:
        raise ContentError(path.name, "", str(error)) from error


def _leads_nowhere(file: ConflictFile) -> Iterator[str]:
    rules = {one.id for one in load_ground_rules()}
    yield from (one.rule for one in file.kind if one.rule not in rules)
    yield from (key for key in file.sources if key not in load_evidence().sources)


def _read(path: Path, shape: type[Record]) -> Record:
    try:
        return read_record(path, shape)
    except WordingError as error:
        raise ContentError(path.name, "", str(error)) from error
