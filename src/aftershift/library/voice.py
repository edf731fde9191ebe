"""The shelf of a model's voice: what it is told, and what it may never say."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aftershift.engines.voice.craft import CraftBook, Never, VoiceError
from aftershift.library.evidence import load_evidence
from aftershift.library.output import load_ledger
from aftershift.library.shelf import CONTENT, ContentError, read_record

SHELF = CONTENT / "voice"
NEVER, INSTRUCTIONS = "never.toml", "instructions.toml"


@dataclass(frozen=True, kw_only=True, slots=True)
class Sample:
    """A turn that shows what would leave, for somebody who has said nothing yet."""

    message: str
    reply: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Instructions:
    """What a model is told, and a sample of what it would get."""

    says: str
    sample: Sample


@dataclass(frozen=True, kw_only=True, slots=True)
class NeverFile:
    """The file of what no model may say."""

    never: tuple[Never, ...]


@cache
def load_instructions(shelf: Path = SHELF) -> Instructions:
    """Load what a model is told; raise ContentError when it is wrong."""
    return read_record(shelf / INSTRUCTIONS, Instructions)


@cache
def load_craft(shelf: Path = SHELF) -> CraftBook:
    """Make ready what a model's sentences are asked; raise ContentError for a wrong file."""
    try:
        return CraftBook(
            nevers=read_record(shelf / NEVER, NeverFile).never,
            practices=tuple(one.name for one in load_evidence().practices.values()),
            rules=load_instructions(shelf).says,
            ledger=load_ledger(),
        )
    except VoiceError as error:
        raise ContentError(NEVER, "never", str(error)) from error


def unproven(shelf: Path = SHELF) -> Iterator[str]:
    """Name every sentence that a rule should find and does not, or finds and should spare."""
    book = load_craft(shelf)
    for one in book.nevers:
        yield from (f"{one.id}: misses {says!r}" for says in one.finds if not book.never(says, ""))
        yield from (f"{one.id}: finds {says!r}" for says in one.spares if book.never(says, ""))
