"""A window of a message -> clauses, the smallest stretches that can be said to carry a pattern."""

import re
from collections.abc import Iterator
from itertools import pairwise

from aftershift.engines.language.sentences import Stretch

LEAST_WORDS = 3  # what is shorter goes with its neighbour
_CUT = re.compile(
    r"(?<=[.!?;:,])[\"')]*\s+|\s*\n+\s*|\s+-+\s+|\s+(?=(?:but|because|cos|so|and then)\b)"
)


def clauses(text: str, window: Stretch) -> tuple[Stretch, ...]:
    """Cut a window of a clean text at its marks and at what joins two statements."""
    found: list[Stretch] = []
    for starts, ends in _pieces(text, window):
        if found and min(_words(text, found[-1]), _words(text, (starts, ends))) < LEAST_WORDS:
            found[-1] = (found[-1][0], ends)
        else:
            found.append((starts, ends))
    return tuple(trimmed(text, one) for one in found)


def trimmed(text: str, stretch: Stretch) -> Stretch:
    """Leave out the spaces at both ends of a stretch."""
    said = text[stretch[0] : stretch[1]]
    starts = stretch[0] + len(said) - len(said.lstrip())
    return starts, starts + len(said.strip())


def _pieces(text: str, window: Stretch) -> Iterator[Stretch]:
    cuts = (cut.end() for cut in _CUT.finditer(text, *window))
    for starts, ends in pairwise((window[0], *cuts, window[1])):
        if text[starts:ends].strip():
            yield starts, ends


def _words(text: str, stretch: Stretch) -> int:
    return len(text[stretch[0] : stretch[1]].split())
