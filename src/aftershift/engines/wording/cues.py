"""Authored cues for words to somebody: what each shows, and where in a text it stands.

Phrases are written as in `engines/language/cues.py`, and matched over the clean text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.cues import any_of
from aftershift.engines.language.kinds import PatternError

BEGINS = r"(?:^|(?<=[.!?;:\n,] ))"


class WordingError(Exception):
    """Authored words that may not be used; says why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class WordCue:
    """Some phrases that show one thing, with sentences that they must find and must spare.

    `opens`: only where a text, a sentence or a part of one begins.
    """

    sign: str
    says: tuple[str, ...]
    finds: tuple[str, ...]
    spares: tuple[str, ...]
    opens: bool = False

    def __post_init__(self) -> None:
        if not (self.sign and self.says and self.finds and self.spares):
            reason = f"{self.sign}: phrases, a sentence to find and one to spare are needed"
            raise WordingError(reason)
        fault = next(_faults(self), "")
        if fault:
            raise WordingError(fault)


@dataclass(frozen=True, kw_only=True, slots=True)
class Hit:
    """Words that show something, by their place in the text as it was typed."""

    sign: str
    starts: int
    ends: int


@dataclass(frozen=True, slots=True)
class WordBook:
    """All cues of one kind of reading, made ready once."""

    cues: tuple[WordCue, ...]
    _patterns: tuple[tuple[str, re.Pattern[str]], ...] = field(init=False)

    def __post_init__(self) -> None:
        made = tuple((cue.sign, _pattern(cue)) for cue in self.cues)
        object.__setattr__(self, "_patterns", made)

    @property
    def signs(self) -> frozenset[str]:
        """Name everything that it can show."""
        return frozenset(cue.sign for cue in self.cues)

    def find(self, text: str) -> tuple[Hit, ...]:
        """Find every cue in a text as it was typed, in the order of their places."""
        cleaned = clean(text)
        hits = [
            Hit(sign=sign, starts=starts, ends=ends)
            for sign, pattern in self._patterns
            for found in pattern.finditer(cleaned.text)
            for starts, ends in [cleaned.original(found.start(), found.end())]
        ]
        return tuple(sorted(hits, key=lambda one: (one.starts, one.ends)))


def _faults(cue: WordCue) -> Iterator[str]:
    pattern = _pattern(cue)
    for one in cue.finds:
        if not pattern.search(clean(one).text):
            yield f"{cue.sign}: is deaf to {one!r}"
    for one in cue.spares:
        if pattern.search(clean(one).text):
            yield f"{cue.sign}: finds {one!r}"


def _pattern(cue: WordCue) -> re.Pattern[str]:
    try:
        return any_of(cue.says, start=BEGINS) if cue.opens else any_of(cue.says)
    except PatternError as error:
        raise WordingError(str(error)) from error
