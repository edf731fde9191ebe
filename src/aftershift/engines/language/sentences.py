"""A message -> stretches short enough to be heard whole.

A sentence that matters must not drown in five hundred that do not: a long message is heard in
windows of a sentence or two each, and the gravest of them counts.
"""

import re
from itertools import pairwise

WINDOW_WORDS = 40  # about sixty pieces of the encoder, with which a message is heard in one go
JOINED_WORDS = 12  # short sentences of a long message are heard together up to here
OVERLAP_WORDS = 10  # where a stretch without a full stop has to be cut

_END = re.compile(r"[.!?;:]+[\s\"')]*\s+|\s*\n+\s*| - ")
_WORD = re.compile(r"\S+")

Stretch = tuple[int, int]  # from and to, in characters of the text


def windows(text: str) -> tuple[Stretch, ...]:
    """Cut a text into windows of at most `WINDOW_WORDS` words, at sentences where it can be."""
    if len(_WORD.findall(text)) <= WINDOW_WORDS:
        return ((0, len(text)),) if text else ()
    found: list[Stretch] = []
    for stretch in (short for one in _sentences(text) for short in _cut(text, one)):
        joined = (found[-1][0], stretch[1]) if found else stretch
        fits = len(_WORD.findall(text[joined[0] : joined[1]])) <= JOINED_WORDS
        if found and fits:
            found[-1] = joined
        else:
            found.append(stretch)
    return tuple(found)


def sentences(text: str) -> tuple[Stretch, ...]:
    """Cut a text at the ends of its sentences; one without an end in sight is cut as well."""
    return tuple(short for one in _sentences(text) for short in _cut(text, one))


def _sentences(text: str) -> list[Stretch]:
    edges = [0, *(end.end() for end in _END.finditer(text)), len(text)]
    return [(starts, ends) for starts, ends in pairwise(edges) if text[starts:ends].strip()]


def _cut(text: str, sentence: Stretch) -> list[Stretch]:
    """Cut a sentence that has no end in sight, with an overlap so that nothing falls between."""
    words = [word.span() for word in _WORD.finditer(text, *sentence)]
    if len(words) <= WINDOW_WORDS:
        return [sentence]
    step = WINDOW_WORDS - OVERLAP_WORDS
    return [
        (words[at][0], words[min(at + WINDOW_WORDS, len(words)) - 1][1])
        for at in range(0, max(1, len(words) - OVERLAP_WORDS), step)
    ]
