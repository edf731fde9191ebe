"""A head taught by authored sentences: how likely a name, by the signs around it, is a patient's.

Reference: logistic regression with a ridge, by Nesterov's momentum. What it was taught by, and how
it does on sentences that it never saw, stands in docs/safety.md.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

FEWEST = 3  # examples that show a sign, or it is not learnt
RIDGE = 2.0
STEPS = 200
SLIGHT = 0.03  # weights below are left out of the file


@dataclass(frozen=True, kw_only=True, slots=True)
class NameHead:
    """What was learnt: a weight in log-odds for each sign, and what holds without any."""

    start: float
    weights: dict[str, float] = field(repr=False)

    def log_odds(self, signs: Collection[str]) -> float:
        """Say how likely a name with these signs is a patient's; 0 is an even bet."""
        return self.start + sum(self.weights.get(sign, 0.0) for sign in signs)


@dataclass(frozen=True, kw_only=True, slots=True)
class Example:
    """One name with its signs; `counts` says how much it counts beside the others."""

    signs: frozenset[str]
    is_patient: bool
    counts: float = 1.0


def taught(examples: Sequence[Example]) -> NameHead:
    """Teach a head; the same examples give the same head."""
    seen = Counter(sign for one in examples for sign in one.signs)
    known = {
        sign: at
        for at, sign in enumerate(sorted(sign for sign, times in seen.items() if times >= FEWEST))
    }
    rows = np.zeros((len(examples), len(known) + 1), dtype=np.float32)
    rows[:, -1] = 1
    for at, one in enumerate(examples):
        rows[at, [known[sign] for sign in one.signs if sign in known]] = 1
    held = _held(rows, examples)
    weights = {sign: round(float(held[at]), 2) for sign, at in known.items()}
    kept = {sign: weight for sign, weight in weights.items() if abs(weight) >= SLIGHT}
    return NameHead(start=round(float(held[-1]), 2), weights=kept)


def _held(rows: NDArray[np.float32], examples: Sequence[Example]) -> NDArray[np.float32]:
    answers = np.array([one.is_patient for one in examples], dtype=np.float32)
    counts = np.array([one.counts for one in examples], dtype=np.float32)
    rate = 1 / (0.25 * _steepest(rows) + RIDGE)
    held = np.zeros(rows.shape[1], dtype=np.float32)
    ahead = held.copy()
    for step in range(STEPS):
        guess = 1 / (1 + np.exp(-(rows @ ahead)))
        moved = ahead - rate * (rows.T @ (counts * (guess - answers)) + RIDGE * ahead)
        ahead = moved + step / (step + 3) * (moved - held)
        held = moved
    return np.asarray(held, dtype=np.float32)


def _steepest(rows: NDArray[np.float32]) -> float:
    """Bound the largest curvature by a few rounds of the power method, with a tenth to spare."""
    along = np.ones(rows.shape[1], dtype=np.float32)
    for _ in range(10):
        along = rows.T @ (rows @ along)
        along /= np.linalg.norm(along)
    return float(1.1 * np.linalg.norm(rows @ along) ** 2)
