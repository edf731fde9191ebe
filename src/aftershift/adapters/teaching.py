"""Somebody's labelled replies -> heads of their own, and an honest report of what was gained.

One grouped split is measured: what was said in the measured part taught nothing and chose nothing.
What is kept afterwards is taught by everything.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from aftershift.adapters.encoders import Encoder
from aftershift.adapters.learnt import shuffled
from aftershift.adapters.replies import heard_as_wholes, read_reply
from aftershift.engines.language.empathy import Own, Reader
from aftershift.engines.language.empathy_lessons import (
    Score,
    fold_of,
    levels_as_read,
    odds_of,
    own_by,
    scores_of,
    teach,
    unseen_odds,
)
from aftershift.engines.language.signs import EmpathyError, Labelled

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
) -> tuple[Own, Gain]:
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
    taught, apart = [heard[at] for at in rest], [heard[at] for at in measured]
    tell("Teaching, to be measured")
    inner = unseen_odds(taught, [folds[at] for at in rest], shuffled)
    heads = teach(taught, shuffled)
    trial, outer = own_by(heads, inner, taught), odds_of(heads, apart)
    tell("Comparing with the shipped heads")
    right = [one.levels for one in apart]
    shipped = [read_reply(replies[at].said, replies[at].reply, reader, encoder) for at in measured]
    gain = Gain(
        taught_by=len(taught),
        measured_on=len(apart),
        before=scores_of(right, shipped),
        after=scores_of(right, levels_as_read(trial, apart)),
    )
    tell("Teaching by everything")
    odds = np.concatenate((inner, outer), axis=1)
    return own_by(teach(heard, shuffled), odds, [*taught, *apart]), gain
