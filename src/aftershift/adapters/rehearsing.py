"""Heads that know what a line of a hard conversation does."""

from collections.abc import Sequence

import numpy as np

from aftershift.adapters.encoders import Encoder
from aftershift.adapters.hearing import refuse_too_long
from aftershift.adapters.learnt import HeadsOf, shuffled
from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.heads import Heads, Lessons, taught
from aftershift.engines.rehearsal.lessons import NAMES, Line, answers_of
from aftershift.engines.rehearsal.moves import NOBODY, Likely, Move

RECIPE = "1"  # grows with every change of how heads are taught


def teach(lines: Sequence[Line], encoder: Encoder) -> Heads:
    """Teach a head for each move."""
    texts = tuple(clean(one.says).text for one in lines)
    return taught(
        Lessons(
            names=NAMES,
            texts=texts,
            embeddings=encoder.embed(texts),
            answers=np.array(answers_of(lines), dtype=np.float32),
            weights=np.ones(len(texts), dtype=np.float32),
        ),
        order=shuffled(len(texts)),
    )


move_heads: HeadsOf[Sequence[Line]] = HeadsOf(
    name="rehearsal", recipe=RECIPE, what="what a line does", teach=teach
)


def likely_moves(line: str, heads: Heads, encoder: Encoder) -> Likely:
    """Say how likely each move of a line is, in log-odds. Raises TooLong."""
    refuse_too_long(line)
    text = clean(line).text
    if not text:
        return NOBODY
    odds = heads.log_odds(text, encoder.embed([text])[0])
    return {Move(name): float(odd) for name, odd in zip(NAMES, odds, strict=True)}
