"""An experiment of two: the mean of both, from the numbers that each handed over at its end.

One draws a plan and says yes to counting both; the other sees the plan and may say yes too, which
is told to nobody. At the end each hands over one number for each evening, once. What comes of it
is worked out from the means alone, where both lie there, for blocks that begin after both had said
yes: so nobody could choose after having felt an evening. No number of one evening is shown.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from aftershift.engines.together.revealing import met

MOST = 3  # of one side at a time, so that it keeps its one size
LEAST = 5  # blocks; of fewer, the mean and one's own would tell what the other said of an evening

Pair = tuple[date, date]  # the two evenings of a block: the one with the ritual first


@dataclass(frozen=True, kw_only=True, slots=True)
class Trial:
    """One's yes to counting both, and at the end one's own numbers, 0 to 10 by evening.

    `said` is the day of the yes. `ritual` and `words` say what is tried; the one who was asked
    leaves both empty. `numbers` is None until they are handed over.
    """

    id: str
    item: str
    said: date
    pairs: tuple[Pair, ...]
    ritual: str = ""
    words: str = ""
    numbers: Mapping[date, int] | None = None

    @property
    def key(self) -> str:
        """Name the experiment."""
        return self.id

    @property
    def asks(self) -> bool:
        """Say whether it was this one who drew the plan and asks."""
        return bool(self.ritual or self.words)


@dataclass(frozen=True, kw_only=True, slots=True)
class Joint:
    """What counts for both: the blocks, and the mean of both by evening, where both answered."""

    item: str
    pairs: tuple[Pair, ...]
    means: Mapping[date, float]


def ahead(pairs: Sequence[Pair], day: date) -> tuple[Pair, ...]:
    """Give the blocks that begin after a day."""
    return tuple(pair for pair in pairs if min(pair) > day)


def asked(
    own: Sequence[Trial], other: Sequence[Trial], *, known: frozenset[str], today: date
) -> tuple[Trial, ...]:
    """Give what the other asks and one has not answered, with the blocks that are still to come.

    `known` are those that one put away or takes part in. One with fewer than LEAST is left out.
    """
    mine = known | {one.id for one in own}
    open_ = (replace(one, pairs=ahead(one.pairs, today)) for one in other if one.asks)
    return tuple(one for one in open_ if one.id not in mine and len(one.pairs) >= LEAST)


def hand_over(
    trial: Trial, pairs: Sequence[Pair], answers: Mapping[date, float], *, highest: int
) -> Trial:
    """Add one's numbers to one's yes, once: of blocks that stand, and of nothing else."""
    if trial.numbers is not None:
        return trial
    stand = tuple(pair for pair in ahead(trial.pairs, trial.said) if pair in pairs)
    days = {day for pair in stand for day in pair if day in answers}
    numbers = {day: min(highest, max(0, round(answers[day]))) for day in sorted(days)}
    return replace(trial, pairs=stand, numbers=numbers)


def joint(own: Sequence[Trial], other: Sequence[Trial], trial_id: str) -> Joint | None:
    """Lay both together; None until both handed over, as where either never said yes."""
    for mine, theirs in met(own, other):
        if mine.id == trial_id and mine.item == theirs.item:
            return _joint(mine, theirs)
    return None


def _joint(mine: Trial, theirs: Trial) -> Joint | None:
    if mine.numbers is None or theirs.numbers is None:
        return None
    since = max(mine.said, theirs.said)
    pairs = tuple(pair for pair in ahead(mine.pairs, since) if pair in theirs.pairs)
    means = {
        day: (mine.numbers[day] + theirs.numbers[day]) / 2
        for pair in pairs
        for day in pair
        if day in mine.numbers and day in theirs.numbers
    }
    return Joint(item=mine.item, pairs=pairs, means=means)
