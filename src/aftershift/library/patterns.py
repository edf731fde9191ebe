"""The shelf of patterns: the messages that teach them, the reasons, and the softer starts."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from aftershift.engines.language.cues import Cue, faults_of
from aftershift.engines.language.kinds import (
    KINDS,
    Group,
    Marked,
    Pair,
    PatternError,
    Reason,
    Shelf,
)
from aftershift.engines.language.softening import Frame
from aftershift.library.shelf import CONTENT, ContentError, Record, read_record

PATTERNS = CONTENT / "patterns"


@dataclass(frozen=True, kw_only=True, slots=True)
class Pairs:
    """The file of softer starts."""

    pair: tuple[Pair, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Cues:
    """The file of cues."""

    cue: tuple[Cue, ...]

    def __post_init__(self) -> None:
        fault = next((fault for cue in self.cue for fault in faults_of(cue)), "")
        if fault:
            raise PatternError(fault)


@dataclass(frozen=True, kw_only=True, slots=True)
class Frames:
    """The file of frames, at most one for each kind."""

    frame: tuple[Frame, ...]

    def __post_init__(self) -> None:
        if len({one.kind for one in self.frame}) != len(self.frame):
            reason = "a kind has two frames"
            raise PatternError(reason)


@dataclass(frozen=True, kw_only=True, slots=True)
class Reasons:
    """The file of reasons."""

    kind: tuple[Reason, ...]

    def __post_init__(self) -> None:
        named = tuple(one.id for one in self.kind)
        if sorted(named) != sorted(KINDS):
            reason = "every kind is there once"
            raise PatternError(reason)


def load_messages(shelf: Path = PATTERNS) -> tuple[Group, ...]:
    """Load every message that teaches; raise ContentError with file and key for a wrong one."""
    return tuple(
        group for path in sorted(shelf.glob("teach_*.toml")) for group in _read(path, Shelf).group
    )


def load_marked(shelf: Path = PATTERNS) -> tuple[Marked, ...]:
    """Load all that teaches: the messages, what the pairs say, and what is said instead."""
    return (
        *(marked for group in load_messages(shelf) for marked in group.read()),
        *(pair.read() for pair in load_pairs(shelf)),
        *(Marked(text=pair.softer, marks=()) for pair in load_pairs(shelf)),
    )


def load_cues(shelf: Path = PATTERNS) -> tuple[Cue, ...]:
    """Load the cues, and hold each against its own sentences."""
    return _read(shelf / "cues.toml", Cues).cue


def load_pairs(shelf: Path = PATTERNS) -> tuple[Pair, ...]:
    """Load the softer starts."""
    return _read(shelf / "softer.toml", Pairs).pair


def load_frames(shelf: Path = PATTERNS) -> tuple[Frame, ...]:
    """Load the frames of softer starts."""
    return _read(shelf / "frames.toml", Frames).frame


def load_reasons(shelf: Path = PATTERNS) -> tuple[Reason, ...]:
    """Load what is said about each kind."""
    return _read(shelf / "reasons.toml", Reasons).kind


def patterns_digest(shelf: Path = PATTERNS) -> str:
    """Tell one state of what teaches from another."""
    digest = hashlib.sha256()
    for path in sorted(shelf.glob("*.toml")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _read(path: Path, shape: type[Record]) -> Record:
    try:
        return read_record(path, shape)
    except PatternError as error:
        raise ContentError(path.name, "", str(error)) from error
