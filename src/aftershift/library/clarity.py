"""The shelf of clarity: the phrases by which a request is read."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aftershift.engines.language.clarity import ClarityBook, Phrases
from aftershift.engines.language.kinds import PatternError
from aftershift.library.shelf import CONTENT, ContentError, read_record

CLARITY = CONTENT / "clarity"


@dataclass(frozen=True, kw_only=True, slots=True)
class PhraseFile:
    """The file of phrases."""

    phrases: tuple[Phrases, ...]


@cache
def load_clarity(shelf: Path = CLARITY) -> ClarityBook:
    """Load the phrases, and hold each against its own sentences. Raises ContentError."""
    path = shelf / "phrases.toml"
    try:
        return ClarityBook(read_record(path, PhraseFile).phrases)
    except PatternError as error:
        raise ContentError(path.name, "", str(error)) from error
