"""The shelf of words around patients: content/phi/*.toml, each list proving itself."""

from functools import cache
from pathlib import Path

from pydantic.dataclasses import dataclass

from aftershift.engines.safety.name_head import NameHead
from aftershift.engines.safety.phi import Phi, find_phi
from aftershift.engines.safety.phi_text import split
from aftershift.engines.safety.phi_words import PhiError, PhiWords, Role, WordList
from aftershift.library.shelf import CONTENT, ContentError, read_record

SHELF = CONTENT / "phi"
NAMES = CONTENT / "heads" / "patient_names.toml"


@dataclass(frozen=True, kw_only=True)
class _File:
    """One file: its lists."""

    lists: tuple[WordList, ...]


@dataclass(frozen=True, kw_only=True)
class _Head:
    """What the head on names has learnt, and the checksum of the sentences that taught it."""

    lessons: str
    start: float
    weights: dict[str, float]


@cache
def load_name_head(path: Path = NAMES) -> NameHead:
    """Load what tells a patient's name from another; raise ContentError when it is wrong."""
    head = read_record(path, _Head)
    return NameHead(start=head.start, weights=head.weights)


def name_lessons(path: Path = NAMES) -> str:
    """Give the checksum of the sentences that taught the head on the shelf."""
    return read_record(path, _Head).lessons


@cache
def load_phi_words(shelf: Path = SHELF) -> PhiWords:
    """Load every list; raise ContentError with file and key when one is wrong."""
    files = {path.name: _read(path) for path in sorted(shelf.glob("*.toml"))}
    lists = [one for found in files.values() for one in found]
    missing = set(Role) - {one.role for one in lists}
    if missing or len(lists) != len(Role):
        raise ContentError(shelf.name, "role", f"each role once; missing: {sorted(missing)}")
    try:
        return PhiWords(lists, split, load_name_head())
    except PhiError as error:
        raise ContentError(shelf.name, "words", str(error)) from error


def find_by_rules(text: str) -> Phi:
    """Find what leads to a patient by rules and signs alone, as where no encoder is at hand."""
    return find_phi(text, load_phi_words())


def word_lists(shelf: Path = SHELF) -> tuple[WordList, ...]:
    """Read the lists as they stand in the files."""
    return tuple(one for path in sorted(shelf.glob("*.toml")) for one in _read(path))


def first_names(shelf: Path = SHELF) -> frozenset[str]:
    """Give the first names that are known, in small letters; some are words too."""
    return frozenset(
        word for one in word_lists(shelf) if one.role is Role.FIRST_NAME for word in one.words
    )


def check_examples(words: PhiWords, shelf: Path = SHELF) -> None:
    """Raise ContentError for a list whose own two sentences do not come out as they promise."""
    for path in sorted(shelf.glob("*.toml")):
        for one in _read(path):
            if not find_phi(one.matches, words).blocked:
                raise ContentError(path.name, f"{one.role}.matches", "is not found")
            if find_phi(one.spares, words).blocked:
                raise ContentError(path.name, f"{one.role}.spares", "is not spared")


def _read(path: Path) -> tuple[WordList, ...]:
    try:
        return read_record(path, _File).lists
    except PhiError as error:
        raise ContentError(path.name, "", str(error)) from error
