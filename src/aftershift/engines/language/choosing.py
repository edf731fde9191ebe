"""A head that chooses among names by what a text means; the last name is "none of them".

References: multinomial logistic regression with Nesterov's momentum. With a dozen sentences for
each of eighty names it was a little more often right than one head against the rest for each, and
word counts taught alone were right in 4 of 100 (docs/understanding.md).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[np.float32]

SCALE = 8.0  # of rows of unit length
STEPS = 150
DECAY = 0.01


@dataclass(frozen=True, kw_only=True, slots=True)
class Examples:
    """What a chooser is taught by. `answers` is (texts, names + 1), each row sums to one."""

    embeddings: Numbers
    answers: Numbers
    weights: Numbers


def answers_of(names: Sequence[str], given: Sequence[Sequence[str]]) -> Numbers:
    """Write the right names of some texts as shares; a text without any goes to the last column."""
    places = {name: place for place, name in enumerate(names)}
    answers = np.zeros((len(given), len(names) + 1), dtype=np.float32)
    for row, right in zip(answers, given, strict=True):
        for name in right:
            row[places[name]] = 1 / len(right)
        row[-1] = not right
    return answers


def taught_choice(examples: Examples) -> Numbers:
    """Teach a chooser: (width + 1, names + 1)."""
    ones = np.ones((len(examples.embeddings), 1), dtype=np.float32)
    rows = np.hstack([SCALE * examples.embeddings, ones]).astype(np.float32)
    weights = (examples.weights / examples.weights.sum())[:, None]
    held = np.zeros((rows.shape[1], examples.answers.shape[1]), dtype=np.float32)
    ahead = held.copy()
    rate = 2.0 / (SCALE**2 + 1)  # one over the steepest the loss can be
    for step in range(STEPS):
        slope = rows.T @ (weights * (shares(rows @ ahead) - examples.answers))
        slope[:-1] += DECAY / SCALE**2 * ahead[:-1]
        moved = ahead - rate * slope
        ahead = moved + step / (step + 3) * (moved - held)
        held = moved
    return held


def log_odds(embeddings: Numbers, chooser: Numbers) -> Numbers:
    """Say how each text leans to each name, up to a constant: (texts, names + 1)."""
    leans: Numbers = SCALE * embeddings @ chooser[:-1] + chooser[-1]
    return leans


def shares(leans: Numbers) -> Numbers:
    """Turn leanings into shares that sum to one in each row."""
    steep: Numbers = np.exp(leans - leans.max(axis=1, keepdims=True))
    whole: Numbers = steep / steep.sum(axis=1, keepdims=True)
    return whole
