"""Heads that know care and a point in a sentence of feedback; and a draft as they hear it."""

from collections.abc import Sequence

import numpy as np

from aftershift.adapters.encoders import Encoder
from aftershift.adapters.hearing import refuse_too_long
from aftershift.adapters.learnt import HeadsOf, shuffled
from aftershift.engines.language.candour import NAMES, Candour, Group, lessons_of, read_candour
from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.heads import Heads, Lessons, taught
from aftershift.engines.language.sentences import sentences

RECIPE = "1"  # grows with every change of how heads are taught


def teach(groups: Sequence[Group], encoder: Encoder) -> Heads:
    """Teach a head for care and one for the point."""
    given = list(lessons_of(groups))
    texts = tuple(text for text, _right in given)
    return taught(
        Lessons(
            names=NAMES,
            texts=texts,
            embeddings=encoder.embed(texts),
            answers=np.array([right for _text, right in given], dtype=np.float32),
            weights=np.ones(len(texts), dtype=np.float32),
        ),
        order=shuffled(len(texts)),
    )


candour_heads: HeadsOf[Sequence[Group]] = HeadsOf(
    name="candour", recipe=RECIPE, what="what is candid", teach=teach
)


def read_draft(text: str, heads: Heads, encoder: Encoder) -> Candour:
    """Read a draft of feedback that has some words. Raises TooLong."""
    refuse_too_long(text)
    parts = [text[slice(*one)].strip() for one in sentences(text)]
    return read_candour(parts, encoder.embed([clean(one).text for one in parts]), heads)
