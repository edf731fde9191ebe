"""Does a model's text mean what the draft means? By the encoder's vectors, of unit length.

The cut-offs are judgements, chosen on authored pairs (`tests/sets/voice`; docs/voice.md says how
many of either kind pass). An encoder tells another subject and not an opposite, so a "not" that
only one of the two has is looked for by its words.
"""

import re

import numpy as np

from aftershift.engines.basics.recall import Rows

NEAR_WHOLE = 0.50  # cosine of everything that was said and the whole draft
NEAR_SENTENCE = 0.30  # of each sentence, to the whole draft or the nearest of its sentences

_NOT = re.compile(
    r"(?<![a-z])(?:no|not|never|nobody|nothing|none|nowhere|without|neither|nor|hardly|cannot)"
    r"(?![a-z])|n't(?![a-z])"
)


def is_near(said: Rows, draft: Rows) -> bool:
    """Say whether all that was said means about what the draft means: one row each."""
    return float(said[0] @ draft[0]) >= NEAR_WHOLE


def is_on_topic(sentence: Rows, draft: Rows) -> bool:
    """Say whether a sentence is about anything that the draft speaks of: a row each."""
    return float(np.max(draft @ sentence[0])) >= NEAR_SENTENCE


def is_turned(said: str, draft: str) -> bool:
    """Say whether only one of the two clean texts denies anything."""
    return bool(_NOT.search(said)) is not bool(_NOT.search(draft))
