"""The shelf of connection: the messages that teach what is about the household and what is not."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from aftershift.engines.language.connection import (
    Group,
    LessonError,
    Short,
    ShortBook,
    short_book,
)
from aftershift.library.shelf import CONTENT, ContentError, Record, read_record

CONNECTION = CONTENT / "connection"
TEACH = "teach_*.toml"


@dataclass(frozen=True, kw_only=True, slots=True)
class Groups:
    """One file of messages that teach."""

    group: tuple[Group, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Shorts:
    """The file of short messages."""

    short: tuple[Short, ...]


def load_groups(shelf: Path = CONNECTION) -> tuple[Group, ...]:
    """Load every message that teaches; raise ContentError with file and key for a wrong one."""
    return tuple(one for path in sorted(shelf.glob(TEACH)) for one in _read(path, Groups).group)


def load_shorts(shelf: Path = CONNECTION) -> ShortBook:
    """Load the messages of a word or two, and the pictures."""
    path = shelf / "short.toml"
    try:
        return short_book(_read(path, Shorts).short)
    except LessonError as error:
        raise ContentError(path.name, "", str(error)) from error


def connection_digest(shelf: Path = CONNECTION) -> str:
    """Tell one state of what teaches from another."""
    digest = hashlib.sha256()
    for path in sorted(shelf.glob(TEACH)):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _read(path: Path, shape: type[Record]) -> Record:
    try:
        return read_record(path, shape)
    except LessonError as error:
        raise ContentError(path.name, "", str(error)) from error
