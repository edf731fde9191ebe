"""Heads: what is taught by examples, and says how likely each answer is.

Two heads of one shape listen to the same text, one to its words and letters, one to its meaning
as the encoder gives it. What both say together is the mean of their log-odds (late fusion), the
encoder with at least half a say: words win inside one source, meaning wins on the next one.

Reference: logistic regression, one against the rest; AdaGrad (Duchi 2011) for the sparse head,
Nesterov's momentum for the dense one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from aftershift.engines.language.features import Sparse, Vocabulary, vocabulary_of

Numbers: TypeAlias = NDArray[np.float32]

ENCODER_SAY = 0.5
PASSES = 6  # over the examples, for the sparse head
SPARSE_RATE = 0.4
SPARSE_DECAY = 2e-6
DENSE_STEPS = 200
DENSE_DECAY = 0.02  # of the mean loss, for rows of unit length scaled by DENSE_SCALE
DENSE_SCALE = 8.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Lessons:
    """What heads are taught by: texts, what the encoder makes of them, and the right answers.

    `answers` is (texts, names): 1 where a name is true. `weights` says how much each text counts.
    """

    names: tuple[str, ...]
    texts: tuple[str, ...]
    embeddings: Numbers
    answers: Numbers
    weights: Numbers


@dataclass(frozen=True, kw_only=True, slots=True)
class Heads:
    """Two taught heads. `words` is (features + 1, names), `meaning` is (width + 1, names)."""

    names: tuple[str, ...]
    vocabulary: Vocabulary
    words: Numbers
    meaning: Numbers

    def log_odds(self, text: str, embedding: Numbers) -> Numbers:
        """Say how likely each name is, in log-odds: words and meaning together."""
        both: Numbers = self.word_odds(text) + self.meaning_odds(embedding)
        return both

    def word_odds(self, text: str) -> Numbers:
        """Give what the words and letters have to say, by their share of the log-odds."""
        places, values = self.vocabulary.features(text)
        share: Numbers = (1 - ENCODER_SAY) * (values @ self.words[places] + self.words[-1])
        return share

    def meaning_odds(self, embeddings: Numbers) -> Numbers:
        """Give what the meaning has to say, by its share; for one text or a row for each."""
        raw = DENSE_SCALE * embeddings @ self.meaning[:-1] + self.meaning[-1]
        share: Numbers = ENCODER_SAY * raw
        return share


def taught(lessons: Lessons, *, order: Sequence[int], meaning: Numbers | None = None) -> Heads:
    """Teach both heads, or only that of the words where one of the `meaning` was taught before.

    `order` is a fixed shuffle of the texts, for the sparse one.
    """
    vocabulary = vocabulary_of(lessons.texts)
    rows = [vocabulary.features(text) for text in lessons.texts]
    return Heads(
        names=lessons.names,
        vocabulary=vocabulary,
        words=_sparse(rows, lessons, len(vocabulary.weights), order),
        meaning=_dense(lessons) if meaning is None else meaning,
    )


def _sparse(rows: Sequence[Sparse], lessons: Lessons, width: int, order: Sequence[int]) -> Numbers:
    names = len(lessons.names)
    held = np.zeros((width + 1, names), dtype=np.float32)
    steepness = np.full((width + 1, names), 1e-3, dtype=np.float32)
    mean = np.zeros_like(held)
    for turn in range(PASSES):
        for at in order:
            places, values = rows[at]
            guess = 1 / (1 + np.exp(-(values @ held[places] + held[-1])))
            error = (guess - lessons.answers[at]) * lessons.weights[at]
            slope = values[:, None] * error + SPARSE_DECAY * held[places]
            steepness[places] += slope**2
            held[places] -= SPARSE_RATE * slope / np.sqrt(steepness[places])
            steepness[-1] += error**2
            held[-1] -= SPARSE_RATE * error / np.sqrt(steepness[-1])
        if turn >= PASSES // 2:  # the mean of the later passes swings less than the last one
            mean += held / (PASSES - PASSES // 2)
    return mean


def _dense(lessons: Lessons) -> Numbers:
    ones = np.ones((len(lessons.texts), 1), dtype=np.float32)
    rows = np.hstack([DENSE_SCALE * lessons.embeddings, ones]).astype(np.float32)
    weights = (lessons.weights / lessons.weights.sum())[:, None]
    held = np.zeros((rows.shape[1], len(lessons.names)), dtype=np.float32)
    ahead = held.copy()
    rate = 4.0 / (DENSE_SCALE**2 + 1)  # one over the steepest the loss can be
    for step in range(DENSE_STEPS):
        guess = 1 / (1 + np.exp(-(rows @ ahead)))
        slope = rows.T @ (weights * (guess - lessons.answers))
        slope[:-1] += DENSE_DECAY / DENSE_SCALE**2 * ahead[:-1]
        moved = ahead - rate * slope
        ahead = moved + step / (step + 3) * (moved - held)
        held = moved
    return held
