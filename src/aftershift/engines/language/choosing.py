"""A head that chooses among names by what a text means and by its words; the last name is "none".

Words and meaning are features of one choice and not two heads: taught alone, with a dozen sentences
for each of eighty names, words were right in 4 of 100; beside the meaning, with sixty, they raised
the likeliest name from 0.52 to 0.64 right (docs/understanding.md).

References: multinomial logistic regression with Nesterov's momentum; TF-IDF as in `features`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from aftershift.engines.language.features import Spelt, Vocabulary, spelt, vocabulary_of

Numbers: TypeAlias = NDArray[np.float32]

SCALE = 8.0  # of rows of unit length
OF_WORDS = SCALE / sqrt(2)  # words and letters have unit length each
STEPS = 420
DECAY = 0.005


@dataclass(frozen=True, kw_only=True, slots=True)
class Examples:
    """What a chooser is taught by. `answers` is (texts, names + 1), each row sums to one."""

    texts: tuple[str, ...]
    embeddings: Numbers
    answers: Numbers
    weights: Numbers


@dataclass(frozen=True, kw_only=True, slots=True)
class Chooser:
    """What was taught. `meaning` is (width + 1, names + 1), `words` is (features, names + 1)."""

    vocabulary: Vocabulary
    words: Numbers
    meaning: Numbers


def answers_of(names: Sequence[str], given: Sequence[Sequence[str]]) -> Numbers:
    """Write the right names of some texts as shares; a text without any goes to the last column."""
    places = {name: place for place, name in enumerate(names)}
    answers = np.zeros((len(given), len(names) + 1), dtype=np.float32)
    for row, right in zip(answers, given, strict=True):
        for name in right:
            row[places[name]] = 1 / len(right)
        row[-1] = not right
    return answers


def taught_choice(examples: Examples) -> Chooser:
    """Teach a chooser."""
    vocabulary = vocabulary_of(examples.texts)
    size, width = len(examples.texts), examples.embeddings.shape[1]
    rows = np.zeros((size, len(vocabulary.weights) + width + 1), dtype=np.float32)
    for row, text in zip(rows, examples.texts, strict=True):
        places, values = vocabulary.features(text)
        row[places] = OF_WORDS * values
    rows[:, -width - 1 : -1] = SCALE * examples.embeddings
    rows[:, -1] = 1
    held = _descended(rows, examples)
    return Chooser(vocabulary=vocabulary, words=held[: -width - 1], meaning=held[-width - 1 :])


def _descended(rows: Numbers, examples: Examples) -> Numbers:
    weights = (examples.weights / examples.weights.sum())[:, None]
    held = np.zeros((rows.shape[1], examples.answers.shape[1]), dtype=np.float32)
    ahead = held.copy()
    rate = 2.0 / (2 * SCALE**2 + 1)  # one over the steepest the loss can be
    for step in range(STEPS):
        slope = rows.T @ (weights * (shares(rows @ ahead) - examples.answers))
        slope[:-1] += DECAY / SCALE**2 * ahead[:-1]
        moved = ahead - rate * slope
        ahead = moved + step / (step + 3) * (moved - held)
        held = moved
    return held


def log_odds(texts: Sequence[str], embeddings: Numbers, chooser: Chooser) -> Numbers:
    """Say how each text leans to each name, up to a constant: (texts, names + 1)."""
    return log_odds_of([spelt(text) for text in texts], embeddings, chooser)


def log_odds_of(texts: Sequence[Spelt], embeddings: Numbers, chooser: Chooser) -> Numbers:
    """Say the same of texts that were spelt before, for several choosers."""
    leans: Numbers = SCALE * embeddings @ chooser.meaning[:-1] + chooser.meaning[-1]
    for row, text in zip(leans, texts, strict=True):
        places, values = chooser.vocabulary.features_of(text)
        row += OF_WORDS * values @ chooser.words[places]
    return leans


def shares(leans: Numbers) -> Numbers:
    """Turn leanings into shares that sum to one in each row."""
    steep: Numbers = np.exp(leans - leans.max(axis=1, keepdims=True))
    whole: Numbers = steep / steep.sum(axis=1, keepdims=True)
    return whole
