"""Authored phrases -> where they stand in the words of a clean text, in one pass.

A phrase is words in their order. `park*` is any ending, `..` up to three words between. Phrases
are looked up by how their first word begins, so that a thousand cost hardly more than ten.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeAlias, TypeVar

from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.features import spoken_of

MOST_BETWEEN = 3  # words that ".." stands for at most
_EDGE = 2  # letters of a first word by which a phrase is looked up

Name = TypeVar("Name")
Phrase: TypeAlias = tuple[str, ...]


class PhraseError(Exception):
    """A phrase that cannot be heard; says which."""


@dataclass(frozen=True, slots=True)
class Heard(Generic[Name]):
    """A phrase in a text: whose it is, and from which word to which."""

    name: Name
    starts: int
    ends: int


@dataclass(frozen=True, slots=True)
class PhraseBook(Generic[Name]):
    """Phrases of several names, made ready once."""

    phrases: Mapping[Name, Sequence[str]]
    _index: dict[str, list[tuple[Name, Phrase]]] = field(init=False)

    def __post_init__(self) -> None:
        index: dict[str, list[tuple[Name, Phrase]]] = {}
        for name, phrases in self.phrases.items():
            for phrase in phrases:
                made = _made(phrase)
                index.setdefault(made[0].rstrip("*")[:_EDGE], []).append((name, made))
        object.__setattr__(self, "_index", index)

    def find(self, words: Sequence[str]) -> Iterator[Heard[Name]]:
        """Find every phrase in the words of a text, as `words_in` gives them."""
        for at, word in enumerate(words):
            for name, phrase in self._index.get(word[:_EDGE], ()):
                if ends := _ends(phrase, words, at):
                    yield Heard(name, at, ends)


def words_in(text: str) -> list[str]:
    """Cut a clean text into words and marks; "cant" is typed for "can't", "in law" for "in-law"."""
    bare = (word.replace("'", "") for word in spoken_of(text))
    return [word for word in bare if word not in ("", "-")]


def _made(phrase: str) -> Phrase:
    whole = clean(phrase).text.replace("-", " ").split()
    parts = tuple(part.replace("'", "") for part in whole)
    if not parts or ".." in (parts[0], parts[-1]) or not all(part.strip("*") for part in parts):
        reason = f"no phrase: {phrase!r}"
        raise PhraseError(reason)
    return parts


def _ends(phrase: Phrase, words: Sequence[str], at: int) -> int:
    """Say after which word a phrase that begins at one ends; 0 where it does not stand there."""
    for place, part in enumerate(phrase):
        if part == "..":
            rest = phrase[place + 1 :]
            tries = (_ends(rest, words, at + more) for more in range(MOST_BETWEEN + 1))
            return next((ends for ends in tries if ends), 0)
        if at >= len(words) or not _fits(part, words[at]):
            return 0
        at += 1
    return at


def _fits(part: str, word: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith("*") else word == part
