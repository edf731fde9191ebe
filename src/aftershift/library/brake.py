"""The shelf of the brake's words: content/brake/lines.toml, each kind once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aftershift.engines.safety.brake import Brake, BrakeError, BrakeWords
from aftershift.library.shelf import CONTENT, ContentError, read_record

LINES = CONTENT / "brake" / "lines.toml"


@dataclass(frozen=True, kw_only=True, slots=True)
class BrakeFile:
    """The file: its kinds."""

    words: tuple[BrakeWords, ...]


@cache
def load_brake(path: Path = LINES) -> Mapping[Brake, BrakeWords]:
    """Load the words of every kind; raise ContentError when one is wrong or missing."""
    try:
        words = read_record(path, BrakeFile).words
    except BrakeError as error:
        raise ContentError(path.name, "words", str(error)) from error
    found = {one.kind: one for one in words}
    if len(found) < len(words) or set(found) != set(Brake) - {Brake.NONE}:
        raise ContentError(path.name, "words", "each kind once, and no other")
    return found
