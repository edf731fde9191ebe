"""The shelf of how words may land: the lines, and the phrases that keep them away."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aftershift.engines.language.kinds import PatternError
from aftershift.engines.language.landing import LandingBook, Lines, Phrases
from aftershift.library.shelf import CONTENT, ContentError, Record, read_record

LANDING = CONTENT / "landing"
LINES, SIGNS = "lines.toml", "signs.toml"


@dataclass(frozen=True, kw_only=True, slots=True)
class LineFile:
    """The file of lines."""

    kind: tuple[Lines, ...]

    def __post_init__(self) -> None:
        if len({one.id for one in self.kind}) != len(self.kind):
            reason = "a kind is there twice"
            raise PatternError(reason)


@dataclass(frozen=True, kw_only=True, slots=True)
class SignFile:
    """The file of signs."""

    sign: tuple[Phrases, ...]


@cache
def load_landing(shelf: Path = LANDING) -> LandingBook:
    """Load the lines, and hold each phrase against its own sentences. Raises ContentError."""
    lines = _read(shelf / LINES, LineFile).kind
    signs = _read(shelf / SIGNS, SignFile).sign
    try:
        return LandingBook({one.id: one for one in lines}, signs)
    except PatternError as error:
        raise ContentError(shelf.name, "", str(error)) from error


def _read(path: Path, shape: type[Record]) -> Record:
    try:
        return read_record(path, shape)
    except PatternError as error:
        raise ContentError(path.name, "", str(error)) from error
