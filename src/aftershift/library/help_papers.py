"""Three pages of help: content/help/{which,sheet,leaving}, a file for each language."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TypeVar

from aftershift.engines.safety.help_card import LANGUAGES
from aftershift.engines.safety.help_papers import (
    LeavingWords,
    PaperError,
    SheetWords,
    WhichWords,
)
from aftershift.engines.safety.stepped_care import RULES, Sign, Step
from aftershift.library.help_cards import SHELF
from aftershift.library.shelf import ContentError, read_record

Words = TypeVar("Words")


@cache
def which_words(shelf: Path = SHELF / "which") -> dict[str, WhichWords]:
    """Load the words of the table; raise ContentError where a sign, step or rule has none."""
    found = _load(shelf, WhichWords)
    for language, words in found.items():
        file = f"{language}.toml"
        _check(file, "signs", words.signs, Sign)
        _check(file, "kinds", words.kinds, Step)
        _check(file, "reasons", words.reasons, [rule.name for rule in RULES])
    return found


@cache
def sheets(shelf: Path = SHELF / "sheet") -> dict[str, SheetWords]:
    """Load the sheet to take along; raise ContentError where it has not six questions."""
    return _load(shelf, SheetWords)


@cache
def leaving_words(shelf: Path = SHELF / "leaving") -> dict[str, LeavingWords]:
    """Load what is said of staying and leaving; raise ContentError with file and key."""
    return _load(shelf, LeavingWords)


def _load(shelf: Path, shape: type[Words]) -> dict[str, Words]:
    return {language: _read(shelf / f"{language}.toml", shape) for language in LANGUAGES}


def _read(path: Path, shape: type[Words]) -> Words:
    try:
        return read_record(path, shape)
    except PaperError as error:
        raise ContentError(path.name, "", str(error)) from error


def _check(file: str, key: str, said: Iterable[str], known: Iterable[str]) -> None:
    if strange := set(said) ^ set(known):
        raise ContentError(file, f"{key}.{min(strange)}", "is not what the table has")
