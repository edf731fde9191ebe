"""Whether a change is more than the wiggle of the instrument itself.

Jacobson and Truax (1991), doi 10.1037/0022-006X.59.1.12: the standard error of measurement is
SD * sqrt(1 - r), that of a difference is sqrt(2) times as large, and a change beyond 1.96 of those
is reliable (RC95, the same number as the minimal detectable change). Where r is internal
consistency it leaves out what differs from day to day, and the threshold is too small: `basis`
says which it was. "Meaningful" is another threshold by somebody else, and has another name.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

from aftershift.engines.checkins.instruments import Better, Instrument, Kind, Reliability, Scale

Z95, Z90 = 1.96, 1.645
DIGITS = 2


class Verdict(StrEnum):
    """What may be said of a change."""

    IMPROVED = "reliable improvement"
    UNCHANGED = "no reliable change"
    WORSE = "reliable deterioration"
    TOO_LITTLE = "not enough data"
    NO_RULE = "no reliable-change rule"


@dataclass(frozen=True, kw_only=True, slots=True)
class Cutoffs:
    """Lines between two populations: a is 2 SD from the first, b 2 SD from the other, c between."""

    a: float
    b: float
    c: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """A change of one scale, in its own points; None where it cannot be said.

    `is_meaningful` and `crossed` are said apart: neither makes a change reliable.
    """

    difference: float | None
    rc95: float | None
    rc90: float | None
    verdict: Verdict
    basis: str = ""
    meaningful: str = ""  # the name of the second threshold
    meaningful_points: float | None = None
    is_meaningful: bool | None = None
    crossed: bool | None = None


def sem(sd: float, r: float) -> float:
    """Give the standard error of measurement, in points."""
    return sd * sqrt(1 - r)


def s_diff(sd: float, r: float) -> float:
    """Give the standard error of a difference, in points."""
    return sqrt(2) * sem(sd, r)


def rc95(sd: float, r: float) -> float:
    """Give the smallest change that is reliable at 95 percent; also the MDC95."""
    return Z95 * s_diff(sd, r)


def rc90(sd: float, r: float) -> float:
    """Give the smallest change that is reliable at 90 percent."""
    return Z90 * s_diff(sd, r)


def rci(before: float, after: float, *, sd: float, r: float) -> float:
    """Give the reliable change index: the change in standard errors of a difference."""
    return (after - before) / s_diff(sd, r)


def cutoffs(*, mean: float, sd: float, other_mean: float, other_sd: float) -> Cutoffs:
    """Give the three lines between people in care (the first) and others."""
    towards = 1 if other_mean > mean else -1
    return Cutoffs(
        a=mean + towards * 2 * sd,
        b=other_mean - towards * 2 * other_sd,
        c=(sd * other_mean + other_sd * mean) / (sd + other_sd),
    )


def reliability_of_difference(own: float, other: float, *, between: float) -> float:
    """Give the reliability of the difference of two people: from each one's, and their r."""
    return ((own + other) / 2 - between) / (1 - between)


def least_difference(own_sem: float, other_sem: float) -> float:
    """Give how far two people's scores have to lie apart before it is called a difference."""
    return Z95 * sqrt(own_sem**2 + other_sem**2)


def changes(
    instrument: Instrument,
    before: Mapping[str, float | None],
    after: Mapping[str, float | None],
) -> Mapping[str, Change]:
    """Give the change of every scale that both hold."""
    both = (one for one in instrument.scales if one.id in before and one.id in after)
    return {one.id: change(one, before[one.id], after[one.id]) for one in both}


def change(scale: Scale, before: float | None, after: float | None) -> Change:
    """Give the change of one scale."""
    by = scale.reliability
    least = round(rc95(by.sd, by.r), DIGITS) if by else None
    also = round(rc90(by.sd, by.r), DIGITS) if by else None
    if before is None or after is None:
        return Change(difference=None, rc95=least, rc90=also, verdict=Verdict.TOO_LITTLE)
    moved = after - before
    meant = scale.meaningful
    return Change(
        difference=round(moved, 4),
        rc95=least,
        rc90=also,
        verdict=_verdict(scale.better, moved, by),
        basis=basis(by),
        meaningful=meant.name if meant else "",
        meaningful_points=meant.points if meant else None,
        is_meaningful=abs(moved) >= meant.points if meant else None,
        crossed=_crossed(scale.crosses, before, after),
    )


def _verdict(better: Better, moved: float, by: Reliability | None) -> Verdict:
    if by is None or better is Better.NEITHER:
        return Verdict.NO_RULE
    if abs(moved) <= rc95(by.sd, by.r):
        return Verdict.UNCHANGED
    return Verdict.IMPROVED if (moved > 0) == (better is Better.HIGHER) else Verdict.WORSE


def basis(by: Reliability | None) -> str:
    """Say which reliability a rule rests on, whose spread, and how sure that is; "" for none."""
    if by is None:
        return ""
    kind = "retest reliability" if by.kind is Kind.RETEST else "internal consistency"
    return f"{kind} {by.r:.2f}, spread {by.sd:g} of {by.of} ({by.seen.value})"


def _crossed(line: float | None, before: float, after: float) -> bool | None:
    return None if line is None else (before < line) != (after < line)
