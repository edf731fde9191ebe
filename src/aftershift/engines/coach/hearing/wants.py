"""What a message wants of us beside being heard: words, a step, leave to go, and so on.

Who asks says so in a few ways that can be written down, and as often in none of them: "A note for
the coffee machine. Short." So readers marked what each message of 1,435 talks wants, and what was
tuned to gists was tuned by that as well: for each want the log odds, apart from all others.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from aftershift.engines.basics.recall import Rows
from aftershift.engines.language.choosing import Numbers
from aftershift.engines.language.heads import DENSE_SCALE


class Want(StrEnum):
    """What may be wanted of us; a message may want several things, and most want none."""

    WORDS = "words"  # to say, to write, to send
    CHANGE = "change"  # the words, or the idea, in another form
    STEP = "step"
    MAY = "may"  # a judgement of what one does, feels or means to do
    WHICH = "which"  # which of some ways
    MIND = "mind"  # what another means
    FACT = "fact"
    US = "us"  # what we are, or that we are otherwise
    DECLINES = "declines"
    CORRECTS = "corrects"
    OWN_WORDS = "own_words"  # gives a line of their own
    OWN_STEP = "own_step"  # says what they will do
    LEAVES = "leaves"
    DONE = "done"  # tells how it went


# Shares from where on it is taken for one; docs/coach.md says how they were chosen.
SURE: Mapping[Want, float] = {
    Want.WORDS: 0.33,
    Want.CHANGE: 0.4,
    Want.STEP: 0.55,
    Want.MAY: 0.45,
    Want.WHICH: 0.45,
    Want.MIND: 0.4,
    Want.FACT: 0.45,
    Want.US: 0.6,
    Want.DECLINES: 0.55,
    Want.OWN_WORDS: 0.5,
    Want.OWN_STEP: 0.6,
    Want.LEAVES: 0.55,
    Want.CORRECTS: 0.5,
}
NEVER, UNLIKELY = 0.04, 0.15  # shares below which what has its form is none, or no correction
PERHAPS, PLAIN = 0.35, 0.8  # from where on it may be; is plain, wherever in a talk
CERTAIN = 0.9  # from where on somebody leaves who has hardly come


@dataclass(frozen=True, kw_only=True, slots=True)
class Wants:
    """How likely each want is, as shares from 0 to 1; none is known where nothing was tuned."""

    shares: Mapping[Want, float]

    def surely(self, want: Want) -> bool:
        """Say whether something is wanted."""
        return self.shares.get(want, 0.0) >= SURE[want]

    def perhaps(self, *wants: Want) -> bool:
        """Say whether one of some things may be wanted."""
        return any(self.shares.get(want, 0.0) >= PERHAPS for want in wants)

    def plainly(self, want: Want) -> bool:
        """Say whether something is wanted beyond doubt."""
        return self.shares.get(want, 0.0) >= PLAIN

    def certainly(self, want: Want) -> bool:
        """Say whether something is wanted even where hardly anybody wants it."""
        return self.shares.get(want, 0.0) >= CERTAIN

    def unlikely(self, want: Want) -> bool:
        """Say whether something is known to be hardly likely."""
        return self.shares.get(want, 1.0) < UNLIKELY

    def hardly(self, want: Want) -> bool:
        """Say whether something is known not to be wanted."""
        return self.shares.get(want, 1.0) < NEVER

    @property
    def hardly_corrects(self) -> bool:
        """Say whether what has the form of a correction is none, or an objection."""
        return self.unlikely(Want.CORRECTS) or self.surely(Want.DECLINES)


NOTHING_KNOWN = Wants(shares={})


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanting:
    """The head that was tuned to wants, (width + 1, wants in their order); or none."""

    head: Numbers | None

    def heard(self, rows: Rows) -> Wants:
        """Say how likely each want is; `rows` as `Heard.done`: the whole, then its windows."""
        if self.head is None or not len(rows):
            return NOTHING_KNOWN
        pieces = rows[1:] if len(rows) > 1 else rows
        odds = (DENSE_SCALE * pieces @ self.head[:-1] + self.head[-1]).max(axis=0)
        likely = 1 / (1 + np.exp(-odds))
        return Wants(shares=dict(zip(Want, map(float, likely), strict=True)))
