"""Authored cues: words that carry a pattern by themselves, with their exact place.

A cue is written as people say it:

    you (always|never)         words in their order, one of some
    you (just)? never          a part that may be missing
    or .. tell matron          up to five words between
    screenshot*                any ending

It is matched over clean text in one pass, in time that grows with the text alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.kinds import Kind, PatternError

BETWEEN = r"[^a-z0-9.!?\n]+"
GAP = rf"(?:{BETWEEN}[a-z0-9']+){{0,5}}?{BETWEEN}"
_PART = re.compile(r"\(([^()]*)\)(\?)?|(\.\.)|([^\s()]+)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Cue:
    """Some phrases of one kind, with sentences that it must hear and sentences it must not."""

    kind: Kind
    says: tuple[str, ...]
    hears: tuple[str, ...]
    spares: tuple[str, ...]
    opens: bool = False  # only where a message or a sentence begins

    def __post_init__(self) -> None:
        if not (self.says and self.hears and self.spares):
            reason = f"{self.kind}: phrases, a sentence to hear and one to spare are needed"
            raise PatternError(reason)


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """A cue in a clean text: its kind and its place."""

    kind: Kind
    starts: int
    ends: int


@dataclass(frozen=True, slots=True)
class CueBook:
    """All cues, made ready once."""

    cues: tuple[Cue, ...]
    _patterns: tuple[tuple[Kind, re.Pattern[str]], ...] = field(init=False)

    def __post_init__(self) -> None:
        made = tuple((cue.kind, _compiled(cue)) for cue in self.cues)
        object.__setattr__(self, "_patterns", made)

    def find(self, text: str) -> tuple[Found, ...]:
        """Find every cue in a clean text."""
        return tuple(
            Found(kind=kind, starts=found.start(), ends=found.end())
            for kind, pattern in self._patterns
            for found in pattern.finditer(text)
        )


def faults_of(cue: Cue) -> Iterator[str]:
    """Name every sentence that a cue should hear and does not, or hears and should spare."""
    book = CueBook((cue,))
    yield from (f"{cue.kind}: is deaf to {one!r}" for one in cue.hears if not _in(book, one))
    yield from (f"{cue.kind}: hears {one!r}" for one in cue.spares if _in(book, one))


def _in(book: CueBook, sentence: str) -> bool:
    return bool(book.find(clean(sentence).text))


def any_of(says: Sequence[str], *, start: str = r"(?<![a-z0-9'])") -> re.Pattern[str]:
    """Give the pattern that finds any of some phrases in a clean text. Raises PatternError."""
    either = "|".join(_pattern(phrase) for phrase in says)
    return re.compile(rf"{start}(?:{either})(?![a-z0-9])")


def _compiled(cue: Cue) -> re.Pattern[str]:
    if cue.opens:
        return any_of(cue.says, start=r"(?:^|(?<=[.!?;:\n,] ))")
    return any_of(cue.says)


def _pattern(phrase: str) -> str:
    parts = [_part(found) for found in _PART.finditer(clean(phrase).text)]
    if not parts or GAP in (parts[0], parts[-1]) or parts[0].endswith(")?"):
        reason = f"no phrase: {phrase!r}"
        raise PatternError(reason)
    return parts[0] + "".join(_after(before, part) for before, part in pairwise(parts))


def _after(before: str, part: str) -> str:
    """Put what stands between words before one of them; what may be missing takes it along."""
    if part == GAP or before == GAP:
        return part
    if part.endswith(")?"):
        return f"(?:{BETWEEN}{part.removesuffix('?')})?"
    return f"{BETWEEN}{part}"


def _part(found: re.Match[str]) -> str:
    alternatives, optional, gap, word = found.groups()
    if gap:
        return GAP
    if word:
        return _word(word)
    either = "|".join(
        BETWEEN.join(_word(one) for one in words.split()) for words in alternatives.split("|")
    )
    return f"(?:{either}){optional or ''}"


def _word(word: str) -> str:
    """Write one word; an apostrophe may be missing, a star is any ending."""
    ending = "[a-z0-9']*" if word.endswith("*") else ""
    return re.escape(word.rstrip("*")).replace("'", "'?") + ending
