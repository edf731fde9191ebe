"""Which theme a talk is about: what this message leans to, and what was talked of before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from aftershift.engines.basics.recall import Rows
from aftershift.engines.language.choosing import Chooser, Numbers, log_odds, shares
from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.phrases import Heard, PhraseBook, words_in

FLOOR = 0.02  # what a theme that was not thought of before still has
HOLD = 0.7  # power to which what was thought before counts
SHORT, SOFTENED = 5, 0.5  # words of a message that tells little; the power to which it counts
KEPT = 6  # themes that are carried to the next turn


@dataclass(frozen=True, kw_only=True, slots=True)
class Theming:
    """A chooser among themes, "none" last, and how each exchange leans to them.

    `cases` is (exchanges, themes), rows in the order of `places`.
    """

    chooser: Chooser
    names: tuple[str, ...]
    cues: PhraseBook[str]
    cases: Numbers
    places: Mapping[str, int]

    def leaning(self, text: str, windows: Sequence[str], rows: Rows) -> Numbers:
        """Give the share of each theme in a text: its surest piece counts.

        `rows` are of the whole text and then of its windows. What is missing leans to none.
        """
        if not len(rows):
            return np.zeros(len(self.names), dtype=np.float32)
        each = shares(log_odds([text, *windows], rows, self.chooser))[:, :-1]
        surest: Numbers = each.max(axis=0)
        return surest / max(1.0, float(surest.sum()))

    def cued(self, text: str) -> str:
        """Name the theme that a phrase of a clean text says by itself; or "".

        The last of them that stands in no longer one.
        """
        found = [*self.cues.find(words_in(text))]
        whole = [one for one in found if not any(_lies_in(one, other) for other in found)]
        return whole[-1].name if whole else ""

    def agreement(self, leaning: Numbers, case: str) -> float:
        """Say how far a text and an exchange lean to the same themes, 0 to 1."""
        return float(np.minimum(leaning, self.cases[self.places[case]]).sum())


def _lies_in(one: Heard[str], other: Heard[str]) -> bool:
    """Say whether a phrase stands inside a longer one: "burnt out" in "my husband is burnt out"."""
    is_inside = other.starts <= one.starts and one.ends <= other.ends
    return is_inside and one.ends - one.starts < other.ends - other.starts


def leaning_of(rows: Rows, texts: Sequence[tuple[str, str]], chooser: Chooser) -> Numbers:
    """Say how each exchange leans to the themes, over all the ways in which it begins.

    `texts` are (exchange, text), those of one exchange beside each other; (exchanges, themes).
    """
    plain = [clean(text).text for _name, text in texts]
    each = shares(log_odds(plain, rows, chooser))[:, :-1]
    names = [name for name, _text in texts]
    starts = [at for at, name in enumerate(names) if at == 0 or name != names[at - 1]]
    ways = np.diff([*starts, len(names)])[:, None]
    leaning: Numbers = (np.add.reduceat(each, starts) / ways).astype(np.float32)
    return leaning


def together(
    leaning: Numbers, before: Sequence[tuple[str, float]], names: Sequence[str], words: int
) -> Numbers:
    """Weigh what a message leans to with what was thought before."""
    if not before:
        return leaning
    known = dict(before)
    prior = np.array([known.get(name, 0.0) + FLOOR for name in names], dtype=np.float32)
    now = (leaning + 1e-4) ** (SOFTENED if words < SHORT else 1.0)
    weighed = now * prior**HOLD
    whole: Numbers = weighed / weighed.sum()
    return whole


def likeliest(leaning: Numbers, names: Sequence[str]) -> tuple[tuple[str, float], ...]:
    """Give the likeliest themes with their shares, the likeliest first."""
    order = np.argsort(-leaning, kind="stable")[:KEPT]
    return tuple((names[at], round(float(leaning[at]), 4)) for at in order)
