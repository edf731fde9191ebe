"""Signs of empathy in a reply: how much warmth, understanding and asking its words show.

A reply is heard sentence by sentence, and the strongest of each sign counts. Rules, words and
meaning are added up as log-odds. What the encoder cannot change any more is not encoded: that is
most of the cost. Where a host has taught heads by their own data, those hear the reply as a whole
and decide instead, and what the rules found is weighed as that data taught.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log1p
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.empathy_rules import TAKEN_AWAY, RuleBook, strongest
from aftershift.engines.language.heads import Heads
from aftershift.engines.language.sentences import sentences
from aftershift.engines.language.signs import SIGNS, STRONGEST, Levels

Numbers: TypeAlias = NDArray[np.float32]

# What a rule adds to the log-odds of its sign: to "at least weak" and to "strong".
RULE_SAY: Mapping[int, tuple[float, float]] = {
    TAKEN_AWAY: (-1.0, -1.0),
    0: (0.0, 0.0),
    1: (4.0, -1.0),
    2: (4.0, 4.0),
}


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Foresight:
    """What words foretell of the meaning, in log-odds: a line, and how far off it mostly is.

    Each is given for the six HEADS in their order.
    """

    slope: Numbers
    offset: Numbers
    least: Numbers
    most: Numbers

    def guess(self, by_words: Numbers) -> Numbers:
        """Say what the encoder would likely have to say."""
        likely: Numbers = self.slope * by_words + self.offset
        return likely


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Judge:
    """Taught heads, from which log-odds each of HEADS is so, and when the encoder is not needed."""

    heads: Heads
    thresholds: Numbers
    foresight: Foresight


# Chosen on the replies that teach, by cross-validation that is grouped by what was said
# (`python -m benchmarks.empathy --choose`); in the order of HEADS.
THRESHOLDS = np.array([0.66, -0.63, 0.32, -1.59, 1.01, -1.70], dtype=np.float32)
FORESIGHT = Foresight(
    slope=np.array([0.70, 0.65, 0.64, 0.67, 0.67, 0.67], dtype=np.float32),
    offset=np.array([-1.80, -1.82, -1.26, -1.71, -1.66, -2.06], dtype=np.float32),
    least=np.array([-1.55, -1.34, -1.80, -1.67, -1.54, -1.65], dtype=np.float32),
    most=np.array([1.59, 1.35, 1.79, 1.77, 1.56, 1.62], dtype=np.float32),
)


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Own:
    """What a host has taught. `by_shape` is (shape, heads): what `shape_of` adds to the words."""

    judge: Judge
    by_shape: Numbers


@dataclass(frozen=True, kw_only=True, slots=True)
class Reader:
    """Everything replies are read with; `own` is what a host has taught, if anything."""

    rules: RuleBook
    judge: Judge
    own: Own | None = None


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Draft:
    """A reply before it was encoded. `odds` is (texts, heads), by rules and words alone."""

    sentences: tuple[str, ...]
    odds: Numbers
    asks: tuple[int, ...]  # which sentences have to be encoded


def draft_of(said: str, reply: str, reader: Reader) -> Draft:
    """Hear a reply by its words, and say which of its sentences the encoder should hear."""
    text = clean(reply).text
    cut = tuple(text[slice(*one)].strip() for one in sentences(text))
    # What was said is needed only by a question that may take up a word of it.
    about = reader.rules.stems(clean(said).text) if "?" in text else frozenset()
    marks = [reader.rules.marks(one, about) for one in cut]
    if not cut:
        return Draft(sentences=(), odds=np.empty((0, len(SIGNS) * STRONGEST), np.float32), asks=())
    if reader.own is not None:
        by_words = reader.own.judge.heads.word_odds(text)
        odds = (by_words + shape_of(cut, marks) @ reader.own.by_shape)[None]
        everything = tuple(range(len(cut))) if undecided(odds, reader.own.judge) else ()
        return Draft(sentences=cut, odds=odds, asks=everything)
    heads = reader.judge.heads
    odds = np.stack(
        [heads.word_odds(one) + said_by(its) for one, its in zip(cut, marks, strict=True)]
    )
    return Draft(sentences=cut, odds=odds, asks=undecided(odds, reader.judge))


def levels_of(draft: Draft, meanings: Numbers, reader: Reader) -> Levels:
    """Say how strong each sign is. `meanings` has a row for each sentence that was asked for."""
    if not draft.sentences:
        return 0, 0, 0
    judge = reader.judge if reader.own is None else reader.own.judge
    odds = draft.odds + judge.foresight.guess(draft.odds)
    if draft.asks and reader.own is not None:
        odds = draft.odds + judge.heads.meaning_odds(mean_of(meanings))
    elif draft.asks:
        asked = list(draft.asks)
        odds[asked] = draft.odds[asked] + judge.heads.meaning_odds(meanings)
    return levels_by(odds.max(axis=0), judge.thresholds)


def levels_by(odds: Numbers, thresholds: Numbers) -> Levels:
    """Read six log-odds as three levels: strong needs to be there at all, too."""
    over = (odds > thresholds).reshape(len(SIGNS), STRONGEST)
    warm, understood, asked = (int(one[0]) + int(one[0] and one[1]) for one in over)
    return warm, understood, asked


def said_by(marks: Levels) -> Numbers:
    """Give what rules add to each of the six log-odds."""
    return np.array([say for mark in marks for say in RULE_SAY[mark]], dtype=np.float32)


def undecided(odds: Numbers, judge: Judge) -> tuple[int, ...]:
    """Name the texts whose meaning may still change a level, as far as their words foretell."""
    likely = odds + judge.foresight.guess(odds)
    at_least = (likely + judge.foresight.least > judge.thresholds).reshape(
        -1, len(SIGNS), STRONGEST
    )
    at_most = (likely + judge.foresight.most > judge.thresholds).reshape(-1, len(SIGNS), STRONGEST)
    surely, maybe = (
        np.cumprod(at_least, axis=2).sum(axis=2),
        np.cumprod(at_most, axis=2).sum(axis=2),
    )
    matters = (maybe > surely) & (maybe > surely.max(axis=0))
    return tuple(int(at) for at in np.flatnonzero(matters.any(axis=1)))


def shape_of(cut: Sequence[str], marks: Sequence[Levels]) -> Numbers:
    """Write as numbers what the rules found in a reply, what they took away, and its size."""
    found = [level >= least for level in strongest(marks) for least in range(1, STRONGEST + 1)]
    taken = [any(one[sign] == TAKEN_AWAY for one in marks) for sign in range(len(SIGNS))]
    words, asked = (sum(one.count(mark) for one in cut) for mark in (" ", "?"))
    return np.array([1, *found, *taken, *map(log1p, (words, asked, len(cut)))], dtype=np.float32)


def mean_of(meanings: Numbers) -> Numbers:
    """Give the meaning of a whole by that of its sentences, at unit length."""
    mean = meanings.mean(axis=0)
    whole: Numbers = mean / max(float(np.linalg.norm(mean)), 1e-6)
    return whole
