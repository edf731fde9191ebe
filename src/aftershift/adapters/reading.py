"""A message about to be sent -> its windows and clauses as the encoder hears them; and the heads
that know patterns.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from aftershift.adapters.encoders import Encoder, Vectors
from aftershift.adapters.hearing import refuse_too_long
from aftershift.adapters.learnt import SHIPPED, HeadsOf, kept_back, shuffled
from aftershift.engines.language.clauses import clauses, trimmed
from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.heads import Heads, Lessons, taught
from aftershift.engines.language.kinds import KINDS, Kind, Mark, Marked
from aftershift.engines.language.patterns import Message, Part
from aftershift.engines.language.sentences import Stretch, windows

Worth: TypeAlias = Callable[[str, Vectors], bool]  # (a window's clean text, what it means)

TUNED = SHIPPED / "messages.safetensors"  # how MiniLM was tuned by messages about to be sent
RECIPE = "2"  # grows with every change of how messages are cut or heads are taught
LEAST_OF_CLAUSE, LEAST_OF_MARK = 0.35, 0.5  # shares that make a clause carry what was marked


@dataclass(frozen=True, kw_only=True, slots=True)
class Example:
    """A clean text that teaches, and the kinds that it carries."""

    text: str
    kinds: frozenset[Kind]


def hear_message(text: str, encoder: Encoder, plain: Encoder, worth: Worth) -> Message:
    """Clean a message, cut it and encode each part; clauses only where `worth` says so.

    `plain` is MiniLM as it is, for what the message is about. Raises TooLong.
    """
    refuse_too_long(text)
    cleaned = clean(text)
    cut = windows(cleaned.text)
    meanings = encoder.embed([cleaned.text[slice(*one)] for one in cut])
    parts = tuple(
        _part(cleaned.text, window, meaning, encoder)
        if worth(cleaned.text[slice(*window)], meaning)
        else Part(window=window, meaning=meaning, clauses=(), meanings=meanings[:0])
        for window, meaning in zip(cut, meanings, strict=True)
    )
    return Message(
        typed=text,
        cleaned=cleaned,
        parts=parts,
        about=lambda: plain.embed([cleaned.text[slice(*cut[0])]])[0],
    )


def _part(text: str, window: Stretch, meaning: Vectors, encoder: Encoder) -> Part:
    parts = clauses(text, window)
    alone = parts == (trimmed(text, window),)
    meanings = meaning[None] if alone else encoder.embed([text[slice(*one)] for one in parts])
    return Part(window=window, meaning=meaning, clauses=parts, meanings=meanings)


def teach_patterns(marked: Sequence[Marked], encoder: Encoder) -> Heads:
    """Teach one head for each kind by whole messages and by their clauses, but for those kept back.

    An encoder that was tuned for this brings the head of its own: then only words are taught.
    """
    given = [example for one in marked if not kept_back(one.text) for example in examples_of(one)]
    meaning = encoder.head("patterns")
    texts = tuple(one.text for one in given)
    answers = [[kind in one.kinds for kind in KINDS] for one in given]
    return taught(
        Lessons(
            names=KINDS,
            texts=texts,
            embeddings=encoder.embed(texts if meaning is None else ()),
            answers=np.array(answers, dtype=np.float32),
            weights=np.ones(len(texts), dtype=np.float32),
        ),
        order=shuffled(len(texts)),
        meaning=meaning,
    )


pattern_heads = HeadsOf(
    name="patterns", recipe=RECIPE, what="what patterns are", teach=teach_patterns
)


def examples_of(marked: Marked) -> Iterator[Example]:
    """Give a message as a whole and clause by clause, each with the kinds that it carries."""
    cleaned = clean(marked.text)
    whole = (0, len(cleaned.text))
    marks = [(one.kind, clean_stretch(cleaned.places, one)) for one in marked.marks]
    for stretch in dict.fromkeys((whole, *clauses(cleaned.text, whole))):
        kinds = frozenset(kind for kind, mark in marks if carries(stretch, mark))
        yield Example(text=cleaned.text[slice(*stretch)], kinds=kinds)


def clean_stretch(places: Sequence[int], mark: Mark) -> Stretch:
    """Say where a mark stands in the clean text."""
    last = len(places) - 1
    return bisect_left(places, mark.starts, 0, last), bisect_left(places, mark.ends, 0, last)


def carries(stretch: Stretch, mark: Stretch) -> bool:
    """Say whether so much of a mark lies in a stretch that the stretch carries it."""
    shared = min(stretch[1], mark[1]) - max(stretch[0], mark[0])
    if shared <= 0:
        return False
    return shared >= LEAST_OF_CLAUSE * (stretch[1] - stretch[0]) or shared >= LEAST_OF_MARK * (
        mark[1] - mark[0]
    )
