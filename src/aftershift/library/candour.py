"""The shelf of candour: the sentences and drafts that teach what is care and what is a point."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from aftershift.engines.language.candour import Group, LessonError
from aftershift.library.shelf import CONTENT, ContentError, read_record

CANDOUR = CONTENT / "candour"
TEACH = "teach_*.toml"


@dataclass(frozen=True, kw_only=True, slots=True)
class Groups:
    """One file of sentences that teach."""

    group: tuple[Group, ...]


def load_candid(shelf: Path = CANDOUR) -> tuple[Group, ...]:
    """Load everything that teaches; raise ContentError with file and key for a wrong one."""
    return tuple(one for path in sorted(shelf.glob(TEACH)) for one in _read(path).group)


def candour_digest(shelf: Path = CANDOUR) -> str:
    """Tell one state of what teaches from another."""
    digest = hashlib.sha256()
    for path in sorted(shelf.glob(TEACH)):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _read(path: Path) -> Groups:
    try:
        return read_record(path, Groups)
    except LessonError as error:
        raise ContentError(path.name, "", str(error)) from error
