"""One-tap corrections -> this person's own bedtimes and lengths.

Each correction says by how much one sleep began later and lasted longer than the rules predict.
A person's own offset is the mean of what she told, shrunken towards the average person as far as
her nights scatter more than people differ: after n corrections of one kind it is
sum / (n + WITHIN^2 / BETWEEN^2), the mean of the normal posterior whose variance is
1 / (1 / BETWEEN^2 + n / WITHIN^2). The band that is shown narrows with that variance.

Reference: people differ by an SD of 0.51 h before work (Ingre 2008, 10.1080/07420520802110704);
0.7 h after nights and 0.9 h elsewhere lie inside the 0.5-0.9 h of diaries (judgement). One
person's sleeps of one kind scatter by 1.1 h: 1.30^2 = 0.70^2 + 1.10^2 for Ganesan's night to
night (2019, PMC6420632); over work days and free days together it is 1.26 h asleep, 1.31 h in bed
(Knutson 2007, 10.1093/sleep/30.6.793).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import hypot, sqrt
from statistics import median

from aftershift.engines.sleep.sleeps import BAND_MINUTES, Episode, SleepKind

WITHIN_MINUTES = 66.0
BETWEEN_MINUTES = {
    SleepKind.NIGHT: 30.6,
    SleepKind.AFTER_NIGHT: 42.0,
    SleepKind.AFTER_LAST_NIGHT: 54.0,
    SleepKind.FREE: 54.0,
}
ABSURD = 2.0  # SDs beyond which a correction pulls no harder
ENOUGH_FOR_A_MEDIAN = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Offset:
    """How one person's sleeps of one kind differ from the rules', in minutes.

    `onset` is later, `length` is longer; `heard` counts the corrections behind them.
    """

    kind: SleepKind
    onset: int = 0
    length: int = 0
    heard: int = 0

    @property
    def band_minutes(self) -> int:
        """Narrow the published band by as much as the corrections narrowed the person's mean."""
        between = BETWEEN_MINUTES.get(self.kind, 0.0)
        if not self.heard or not between:
            return BAND_MINUTES[self.kind]
        unsure = 1 / (1 / between**2 + self.heard / WITHIN_MINUTES**2)
        share = sqrt((WITHIN_MINUTES**2 + unsure) / (WITHIN_MINUTES**2 + between**2))
        return round(share * BAND_MINUTES[self.kind])


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonalSleep:
    """A person's own offsets by kind; a kind that is missing is as the rules say."""

    offsets: tuple[Offset, ...] = ()

    def of(self, kind: SleepKind) -> Offset:
        """Give the offset of one kind."""
        return next((one for one in self.offsets if one.kind is kind), Offset(kind=kind))


def learn(told: Sequence[Episode], predicted: Sequence[Episode]) -> PersonalSleep:
    """Learn a person's own sleep from what she told and what the rules alone predicted.

    `predicted` are the episodes of the same days as `likely_sleep` gives them without `told` and
    without `personal`. Each prediction learns from the told sleep that shares most minutes with
    it; what meets no prediction teaches nothing. One absurd correction moves little: it counts
    as lying no further than two SDs from the middle of the others (Huber's clipping).
    """
    near = _by_start(told)
    pairs = [(_closest(one, near(one)), one) for one in predicted]
    offsets = []
    for kind, between in BETWEEN_MINUTES.items():
        known = [(true, one) for true, one in pairs if true is not None and one.kind is kind]
        if known:
            later = [float(true.span[0] - one.span[0]) for true, one in known]
            longer = [float(_minutes(true) - _minutes(one)) for true, one in known]
            offsets.append(
                Offset(
                    kind=kind,
                    onset=_shrunken(later, between),
                    length=_shrunken(longer, between),
                    heard=len(known),
                )
            )
    return PersonalSleep(offsets=tuple(offsets))


def _by_start(told: Sequence[Episode]) -> Callable[[Episode], Sequence[Episode]]:
    """Give what finds the told sleeps that may share a minute with another, out of hundreds."""
    by_start = sorted(told, key=_start)
    longest = max(map(_minutes, told), default=0)

    def near(one: Episode) -> Sequence[Episode]:
        first = bisect_right(by_start, one.span[0] - longest, key=_start)
        return by_start[first : bisect_left(by_start, one.span[1], key=_start)]

    return near


def _start(one: Episode) -> int:
    return one.span[0]


def _closest(predicted: Episode, told: Sequence[Episode]) -> Episode | None:
    best = max(told, key=lambda one: _shared(one, predicted), default=None)
    return best if best is not None and _shared(best, predicted) > 0 else None


def _shared(one: Episode, other: Episode) -> int:
    return min(one.span[1], other.span[1]) - max(one.span[0], other.span[0])


def _minutes(one: Episode) -> int:
    return one.span[1] - one.span[0]


def _shrunken(residuals: Sequence[float], between: float) -> int:
    """Give the posterior mean of a person's offset; see the module's words for the formula."""
    centre = median(residuals) if len(residuals) >= ENOUGH_FOR_A_MEDIAN else 0.0
    reach = ABSURD * hypot(WITHIN_MINUTES, between)
    held = [min(max(one, centre - reach), centre + reach) for one in residuals]
    return round(sum(held) / (len(held) + (WITHIN_MINUTES / between) ** 2))
