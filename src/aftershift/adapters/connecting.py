"""Heads that know what is about the household and what is to each other; and a message as they
hear it.
"""

from collections.abc import Sequence

import numpy as np

from aftershift.adapters.encoders import Encoder
from aftershift.adapters.hearing import refuse_too_long
from aftershift.adapters.learnt import HeadsOf, shuffled
from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.connection import (
    NAMES,
    Group,
    Heard,
    Listener,
    hear,
    lessons_of,
)
from aftershift.engines.language.heads import Heads, Lessons, taught

RECIPE = "1"  # grows with every change of how heads are taught


def teach(groups: Sequence[Group], encoder: Encoder) -> Heads:
    """Teach a head for each thing that a message may be for, and for each way."""
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


connection_heads: HeadsOf[Sequence[Group]] = HeadsOf(
    name="connection", recipe=RECIPE, what="what is to each other", teach=teach
)


def hear_about(text: str, listener: Listener, encoder: Encoder) -> Heard:
    """Say what a message is for. Raises TooLong."""
    refuse_too_long(text)
    cleaned = clean(text).text
    return hear(cleaned, encoder.embed([cleaned])[0], listener)
