"""Authored phrases -> where they stand in the words of a clean text, in one pass.

A phrase is words in their order. `park*` is any ending, `..` up to three words between. Phrases
are looked up by their first word, or how it begins, so that a thousand cost hardly more than ten.
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
class _Made(Generic[Name]):
    """A phrase in parts: plain where each is one word; `is_word`: the first is one."""

    name: Name
    parts: Phrase
    is_plain: bool = field(init=False)
    is_word: bool = field(init=False)

    def __post_init__(self) -> None:
        is_open = [part == ".." or part.endswith("*") for part in self.parts]
        object.__setattr__(self, "is_plain", not any(is_open))
        object.__setattr__(self, "is_word", not is_open[0])

    @property
    def first(self) -> str:
        """The word that it begins with."""
        return self.parts[0]

    def ends(self, said: tuple[str, ...], at: int) -> int:
        """Say after which word it ends, begun at one; 0 where it does not stand there."""
        if not self.is_plain:
            return _ends(self.parts, said, at)
        ends = at + len(self.parts)
        return ends if said[at:ends] == self.parts else 0


@dataclass(frozen=True, slots=True)
class PhraseBook(Generic[Name]):
    """Phrases of several names, made ready once."""

    phrases: Mapping[Name, Sequence[str]]
    _by_word: dict[str, tuple[_Made[Name], ...]] = field(init=False)
    _by_edge: dict[str, tuple[_Made[Name], ...]] = field(init=False)  # for every other word

    def __post_init__(self) -> None:
        near: dict[str, list[_Made[Name]]] = {}
        for name, phrases in self.phrases.items():
            for made in (_Made(name, _parts(one)) for one in phrases):
                near.setdefault(made.first.rstrip("*")[:_EDGE], []).append(made)
        firsts = {one.first for some in near.values() for one in some if one.is_word}
        by_word = {
            word: tuple(one for one in near[word[:_EDGE]] if _fits(one.first, word))
            for word in firsts
        }
        by_edge = {
            edge: tuple(one for one in some if not one.is_word) for edge, some in near.items()
        }
        object.__setattr__(self, "_by_word", by_word)
        object.__setattr__(self, "_by_edge", by_edge)

    def find(self, words: Sequence[str]) -> Iterator[Heard[Name]]:
        """Find every phrase in the words of a text, as `words_in` gives them."""
        said = tuple(words)
        for at, word in enumerate(said):
            for made in self._near(word):
                if ends := made.ends(said, at):
                    yield Heard(made.name, at, ends)

    def _near(self, word: str) -> tuple[_Made[Name], ...]:
        """Give the phrases that a word may begin, in their order."""
        return self._by_word.get(word, self._by_edge.get(word[:_EDGE], ()))


def words_in(text: str) -> list[str]:
    """Cut a clean text into words and marks; "cant" is typed for "can't", "in law" for "in-law"."""
    bare = (word.replace("'", "") for word in spoken_of(text))
    return [word for word in bare if word not in ("", "-")]


def _parts(phrase: str) -> Phrase:
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
