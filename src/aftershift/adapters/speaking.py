"""Heads that know what a coach may not say."""

from collections.abc import Sequence

import numpy as np

from aftershift.adapters.encoders import Encoder
from aftershift.adapters.learnt import HeadsOf, shuffled
from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.heads import Heads, Lessons, taught
from aftershift.engines.safety.output_meaning import HEADS, Spoken, answers_of

RECIPE = "1"  # grows with every change of how heads are taught


def pairs_of(spoken: Sequence[Spoken]) -> list[tuple[str, str]]:
    """Give each sentence as it is listened to, with its kind; doubles once."""
    return list(dict.fromkeys((clean(text).text, one.kind) for one in spoken for text in one.says))


def teach(pairs: Sequence[tuple[str, str]], encoder: Encoder) -> Heads:
    """Teach a head for each kind of fault, and one for any, by (sentence, kind)."""
    texts = tuple(text for text, _kind in pairs)
    return taught(
        Lessons(
            names=HEADS,
            texts=texts,
            embeddings=encoder.embed(texts),
            answers=np.array([answers_of(kind) for _, kind in pairs], dtype=np.float32),
            weights=np.ones(len(texts), dtype=np.float32),
        ),
        order=shuffled(len(texts)),
    )


output_heads: HeadsOf[Sequence[Spoken]] = HeadsOf(
    name="output",
    recipe=RECIPE,
    what="what not to say",
    teach=lambda spoken, encoder: teach(pairs_of(spoken), encoder),
)
