"""Occasions for words, as finely as people differ: to stop a neighbour's medical questions.

A purpose ("to say no") fits many lives and says little in each. An occasion has words that do the
thing itself and can go as they stand. It is heard in all that was told lately and in the request
alone; what is not heard surely enough is left to the purposes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from aftershift.engines.basics.recall import Rows
from aftershift.engines.coach.stock.aims import TINY
from aftershift.engines.language.choosing import Chooser, log_odds, shares

NAMED = "occasion."  # how the names of its words begin
WORDS = 6  # texts of an occasion: one for each register, a firmer one, one with a smile
FIRMER = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class Occasion:
    """What words are wanted for, as those who want them tell it, and texts that can be sent.

    `says` are in the order of `Register`, then a firmer or more formal one, then a light one.
    """

    id: str
    to: str
    hears: tuple[str, ...]
    says: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Occasions:
    """A chooser among occasions, in the order of `names`."""

    chooser: Chooser
    names: tuple[str, ...]

    def heard(self, texts: Sequence[str], rows: Rows) -> tuple[tuple[str, float], ...]:
        """Give the likeliest three occasions with their shares in what was told.

        `texts` are all that was told lately, and the request alone; an occasion is as likely as
        both make it. `rows` are (texts, width), or none, and then nothing is heard.
        """
        if not len(rows):
            return ()
        each = shares(log_odds(texts, rows, self.chooser))[:, : len(self.names)]
        mean = np.exp(np.log(each + TINY).mean(axis=0))
        found = mean / mean.sum()
        return tuple((self.names[at], float(found[at])) for at in np.argsort(-found)[:3])


def texts_of(occasion: Occasion, first: int) -> Iterator[tuple[str, str]]:
    """Give the names and texts of an occasion's words, the one at the place `first` before all."""
    places = (first, *(at for at in range(len(occasion.says)) if at != first))
    for at in places:
        yield f"{NAMED}{occasion.id}.{at}", occasion.says[at]
