"""Labelled replies -> heads and thresholds, and honest figures of how right they are.

Folds are made by what was said, so that two replies to the same words never stand on both sides.
Thresholds are chosen by replies that the heads were not taught by.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import product
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from aftershift.engines.language.empathy import (
    Foresight,
    Judge,
    Numbers,
    Own,
    levels_by,
    undecided,
)
from aftershift.engines.language.heads import Heads, Lessons, taught
from aftershift.engines.language.signs import HEADS, SIGNS, STRONGEST, Levels

FOLDS = 5  # one of them is the part that is measured: a grouped 80/20 split
STEPS = 40  # thresholds that are tried, for each head
# Of how far the meaning was off what the words foretold: what lies outside is decided unheard. For
# single sentences of ours it costs about a point and saves two thirds of the encoding.
FORESEEN_PERCENT = (20, 80)
FORESEEN_OF_WHOLES = (5, 95)
NEWTON_STEPS = 12
RIDGE = 3.0  # keeps weights small where there are few replies
LEAST = range(1, STRONGEST + 1)
NOT_THERE = 99.0  # log-odds that nothing reaches

Dice: TypeAlias = Callable[[int], Sequence[int]]  # a fixed shuffle of so many
Whole: TypeAlias = NDArray[np.int64]  # levels of one sign


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Heard:
    """A labelled reply as heads hear it: its words, and what the encoder makes of it."""

    said: str
    text: str
    meaning: Numbers
    levels: Levels
    shape: Numbers = field(default_factory=lambda: np.zeros(0, dtype=np.float32))


@dataclass(frozen=True, kw_only=True, slots=True)
class Score:
    """How right the levels of one sign are: three levels, and "there at all" against "not"."""

    macro_f1: float
    accuracy: float
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Give the F1 of "there at all"."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def fold_of(said: str) -> int:
    """Put what was said, and with it all replies to it, into one of the folds."""
    return int(sha256(said.strip().casefold().encode()).hexdigest(), 16) % FOLDS


def teach(heard: Sequence[Heard], dice: Dice) -> Heads:
    """Teach a head for each sign and level."""
    answers = [[level >= least for level in one.levels for least in LEAST] for one in heard]
    lessons = Lessons(
        names=HEADS,
        texts=tuple(one.text for one in heard),
        embeddings=np.stack([one.meaning for one in heard]),
        answers=np.array(answers, dtype=np.float32),
        weights=np.ones(len(heard), dtype=np.float32),
    )
    return taught(lessons, order=dice(len(heard)))


def odds_of(heads: Heads, heard: Sequence[Heard]) -> Numbers:
    """Give what words and what meaning have to say of each reply, (2, replies, heads)."""
    by_words = np.stack([heads.word_odds(one.text) for one in heard])
    return np.stack([by_words, heads.meaning_odds(np.stack([one.meaning for one in heard]))])


def unseen_odds(heard: Sequence[Heard], folds: Sequence[int], dice: Dice) -> Numbers:
    """Give each reply's log-odds by heads that were taught by the other folds alone."""
    odds = np.zeros((2, len(heard), len(HEADS)), dtype=np.float32)
    for fold in sorted(set(folds)):
        heads = teach([one for one, its in zip(heard, folds, strict=True) if its != fold], dice)
        here = [at for at, its in enumerate(folds) if its == fold]
        odds[:, here] = odds_of(heads, [heard[at] for at in here])
    return odds


def foresight_of(
    by_words: Numbers, by_meaning: Numbers, percent: tuple[int, int] = FORESEEN_PERCENT
) -> Foresight:
    """Learn what words foretell of the meaning, by replies the heads were not taught by."""
    slope, offset = np.array(
        [np.polyfit(w, m, 1) for w, m in zip(by_words.T, by_meaning.T, strict=True)]
    ).T
    missed_by = by_meaning - (slope * by_words + offset)
    least, most = np.percentile(missed_by, percent, axis=0)
    return Foresight(
        slope=_small(slope), offset=_small(offset), least=_small(least), most=_small(most)
    )


def _small(numbers: Numbers) -> Numbers:
    return numbers.astype(np.float32)


def thresholds_for(odds: Numbers, levels: Sequence[Levels]) -> Numbers:
    """Choose for each sign the two thresholds with the best macro-F1."""
    found: list[float] = []
    for at in range(len(SIGNS)):
        found += _two(odds[:, 2 * at : 2 * at + 2], np.array([one[at] for one in levels]))
    return np.array(found, dtype=np.float32)


def own_by(heads: Heads, odds: Numbers, heard: Sequence[Heard]) -> Own:
    """Put together what decides; `odds` is (2, replies, heads), of heads that never saw them.

    How much words, meaning and shape count for each sign and level is learnt from those odds; what
    words and meaning count is put into the heads themselves.
    """
    levels, shapes = [one.levels for one in heard], shapes_of(heard)
    words, meaning, shape = weights_for(odds, shapes, levels)
    by_words, by_meaning = odds[0] @ words + shapes @ shape, odds[1] @ meaning
    judge = Judge(
        heads=replace(heads, words=heads.words @ words, meaning=heads.meaning @ meaning),
        thresholds=thresholds_for(by_words + by_meaning, levels),
        foresight=foresight_of(by_words, by_meaning, FORESEEN_OF_WHOLES),
    )
    return Own(judge=judge, by_shape=shape)


def weights_for(
    odds: Numbers, shapes: Numbers, levels: Sequence[Levels]
) -> tuple[Numbers, Numbers, Numbers]:
    """Learn what words, meaning and shape count, by logistic regression (Newton's steps)."""
    rows = np.hstack([*odds, shapes]).astype(np.float64)
    answers = np.array([[one >= least for one in each for least in LEAST] for each in levels])
    held = np.stack([_regressed(rows, each) for each in answers.T], axis=1).astype(np.float32)
    words, meaning, shape = np.split(held, [len(HEADS), 2 * len(HEADS)])
    return words, meaning, shape


def _regressed(rows: NDArray[np.float64], answers: NDArray[np.bool_]) -> NDArray[np.float64]:
    held = np.zeros(rows.shape[1])
    for _step in range(NEWTON_STEPS):
        guess = 1 / (1 + np.exp(-np.clip(rows @ held, -30, 30)))
        slope = rows.T @ (guess - answers) + RIDGE * held
        bend = (rows.T * (guess * (1 - guess))) @ rows + RIDGE * np.eye(len(held))
        held = held - np.linalg.solve(bend, slope)
    return held


def shapes_of(heard: Sequence[Heard]) -> Numbers:
    """Give the shapes of many replies."""
    return np.stack([one.shape for one in heard])


def levels_as_read(own: Own, heard: Sequence[Heard]) -> list[Levels]:
    """Read replies as they are read later: with the meaning only where it may matter."""
    by_words, by_meaning = odds_of(own.judge.heads, heard)
    by_words = by_words + shapes_of(heard) @ own.by_shape
    asked = np.array([bool(undecided(one[None], own.judge)) for one in by_words])
    meaning = np.where(asked[:, None], by_meaning, own.judge.foresight.guess(by_words))
    return levels_of_all(by_words + meaning, own.judge.thresholds)


def scores_of(given: Sequence[Levels], found: Sequence[Levels]) -> tuple[Score, ...]:
    """Hold levels that were found against those that were given, sign by sign."""
    right, guess = np.array(given), np.array(found)
    return tuple(_score(right[:, at], guess[:, at]) for at in range(len(SIGNS)))


def levels_of_all(odds: Numbers, thresholds: Numbers) -> list[Levels]:
    """Read the log-odds of many replies as levels."""
    return [levels_by(one, thresholds) for one in odds]


def _two(odds: Numbers, levels: Whole) -> tuple[float, float]:
    weak, strong = (_tried(odds[:, at]) for at in range(2))
    return max(
        product(weak, strong),
        key=lambda two: macro_f1(levels, _read(odds, two)),
    )


def _tried(odds: Numbers) -> list[float]:
    steps = np.percentile(odds, np.linspace(20, 99.8, STEPS))
    return [*np.unique(np.round(steps, 3)).tolist(), NOT_THERE]


def _read(odds: Numbers, thresholds: tuple[float, float]) -> Whole:
    there = odds[:, 0] > thresholds[0]
    both: Whole = there.astype(np.int64) + (there & (odds[:, 1] > thresholds[1]))
    return both


def macro_f1(right: Whole, guess: Whole) -> float:
    """Give the mean F1 of the levels that are there or were found."""
    kinds = [kind for kind in range(STRONGEST + 1) if ((right == kind) | (guess == kind)).any()]
    return float(np.mean([_f1(right == kind, guess == kind) for kind in kinds]))


def _f1(right: NDArray[np.bool_], guess: NDArray[np.bool_]) -> float:
    return float(2 * (right & guess).sum() / max(1, right.sum() + guess.sum()))


def _score(right: Whole, guess: Whole) -> Score:
    both = int(((right > 0) & (guess > 0)).sum())
    return Score(
        macro_f1=macro_f1(right, guess),
        accuracy=float((right == guess).mean()),
        precision=both / max(1, int((guess > 0).sum())),
        recall=both / max(1, int((right > 0).sum())),
    )
