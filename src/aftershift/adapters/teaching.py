"""Somebody's labelled replies -> heads of their own, and an honest report of what was gained.

One grouped split is measured: what was said in the measured part taught nothing and chose nothing.
What is kept afterwards is taught by everything.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from aftershift.adapters.encoders import Encoder, Vectors
from aftershift.adapters.replies import heard_as_wholes, read_reply, shuffled
from aftershift.engines.language.empathy import Judge, Reader
from aftershift.engines.language.empathy_lessons import (
    Heard,
    Score,
    fold_of,
    foresight_of,
    levels_of_all,
    odds_of,
    scores_of,
    teach,
    thresholds_for,
    unseen_odds,
)
from aftershift.engines.language.signs import EmpathyError, Labelled, Levels

MEASURED_FOLD = 0  # of five, by what was said
LEAST_REPLIES = 100
LEAST_PART = 10  # replies of the measured part
Tell = Callable[[str], None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Gain:
    """How right the levels of the measured part are, sign by sign: as shipped, and as taught."""

    taught_by: int
    measured_on: int
    before: tuple[Score, ...]
    after: tuple[Score, ...]

    @property
    def is_one(self) -> bool:
        """Say whether the three macro-F1 together are better than they were."""
        return sum(one.macro_f1 for one in self.after) > sum(one.macro_f1 for one in self.before)


def taught_by(
    replies: Sequence[Labelled], reader: Reader, encoder: Encoder, tell: Tell
) -> tuple[Judge, Gain]:
    """Teach heads by somebody's replies. Raises EmpathyError where they are too few.

    `reader` is the shipped one, which they are compared with.
    """
    folds = [fold_of(one.said) for one in replies]
    measured = [at for at, fold in enumerate(folds) if fold == MEASURED_FOLD]
    rest = [at for at, fold in enumerate(folds) if fold != MEASURED_FOLD]
    if len(replies) < LEAST_REPLIES or len(measured) < LEAST_PART:
        reason = f"{len(replies)} replies are too few; the least is {LEAST_REPLIES}"
        raise EmpathyError(reason)
    heard = heard_as_wholes(replies, reader.rules, encoder, tell)
    tell("Teaching, to be measured")
    odds = _unseen(heard, folds, rest, measured)
    both = odds.sum(axis=0)
    chosen = thresholds_for(both[rest], [heard[at].levels for at in rest])
    tell("Comparing with the shipped heads")
    right: list[Levels] = [heard[at].levels for at in measured]
    shipped = [read_reply(replies[at].said, replies[at].reply, reader, encoder) for at in measured]
    gain = Gain(
        taught_by=len(rest),
        measured_on=len(measured),
        before=scores_of(right, shipped),
        after=scores_of(right, levels_of_all(both[measured], chosen)),
    )
    tell("Teaching by everything")
    judge = Judge(
        heads=teach(heard, shuffled),
        thresholds=thresholds_for(both, [one.levels for one in heard]),
        foresight=foresight_of(*odds),
    )
    return judge, gain


def _unseen(
    heard: Sequence[Heard], folds: Sequence[int], rest: Sequence[int], measured: Sequence[int]
) -> Vectors:
    """Give log-odds by heads that never saw the reply, and in `rest` never the measured part."""
    taught = [heard[at] for at in rest]
    inner = unseen_odds(taught, [folds[at] for at in rest], shuffled)
    odds = np.empty((2, len(heard), inner.shape[2]), dtype=np.float32)
    odds[:, rest] = inner
    odds[:, measured] = odds_of(teach(taught, shuffled), [heard[at] for at in measured])
    return odds
