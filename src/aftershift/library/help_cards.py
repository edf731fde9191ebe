"""The shelf of the help card: content/help/*.toml, one file for each language."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from aftershift.engines.safety.help_card import LANGUAGES, HelpCard
from aftershift.engines.safety.resources import Country
from aftershift.library.resources import countries
from aftershift.library.shelf import CONTENT, ContentError, read_record

SHELF = CONTENT / "help"
LINES_SPEAK = "en"  # the language of the telephone lines' own words


@cache
def help_cards(shelf: Path = SHELF) -> dict[str, HelpCard]:
    """Load the card in every language, in the order in which it offers them.

    Raises ContentError with file and key: also where a country or a phrase of a telephone line
    has no word in a language.
    """
    return {language: _load(shelf / f"{language}.toml") for language in LANGUAGES}


def _load(path: Path) -> HelpCard:
    card = read_record(path, HelpCard)
    known = countries()
    if set(card.countries) != {one.code for one in known}:
        raise ContentError(path.name, "countries", "are not those of content/resources")
    phrases = set() if path.stem == LINES_SPEAK else phrases_of(known)
    if strange := phrases - set(card.phrases):
        raise ContentError(path.name, "phrases", f"lack {min(strange)!r}")
    if strange := set(card.phrases) - phrases - names_of(known):
        raise ContentError(path.name, "phrases", f"no line says {min(strange)!r}")
    return card


def phrases_of(known: Iterable[Country]) -> set[str]:
    """Gather what the lines say in words: for whom, when, and what else."""
    lines = [line for country in known for line in country.lines]
    said = ((line.audience, line.hours, line.note, *line.terms) for line in lines)
    return {words for line in said for words in line if words}


def names_of(known: Iterable[Country]) -> set[str]:
    """Gather the names of the lines; most are names, and stay as they are."""
    return {line.name for country in known for line in country.lines}
