"""A situation in somebody's words -> the practices that a careful colleague might offer.

Voices are added up: what practices say of themselves, by meaning and by words (BM25), what was
offered in the nearest of the authored exchanges, and what authored situations taught. None of them
is enough: people tell what happened, and a practice says what to do.

Reference. BM25 with k1 = 1.2 and b = 0.75: Robertson and Zaragoza 2009,
doi 10.1561/1500000019.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import log

import numpy as np

from aftershift.engines.basics.recall import Near, Recall, Rows
from aftershift.engines.evidence.practices import Grade, Practice
from aftershift.engines.language.choosing import Chooser, log_odds, shares
from aftershift.engines.language.phrases import words_in

K1, B = 1.2, 0.75
NEIGHBOURS = 24  # exchanges that are asked
SHARPNESS = 12.0  # how much more a nearer neighbour counts: exp(SHARPNESS * cosine)
OWN, WORDS, CASES, SITUATION, TAUGHT = 1.0, 0.6, 0.6, 1.0, 2.0  # how much each voice counts
MOST = 10
COLLEAGUES = "what colleagues offer for this"


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """A practice that may fit, its score (no unit; only the order means something), and why.

    `share`: how likely a colleague would offer it, 0 to 1, as authored situations taught.
    """

    practice: Practice
    score: float
    why: str
    share: float = 0.0

    @property
    def grade(self) -> Grade:
        """Say how sure we are."""
        return self.practice.grade


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What is looked for: clean text, its rows (n, width) of unit length, and what it may be.

    `situations`: id of a situation -> how sure, 0 to 1. `minutes`: how much time there is.
    """

    text: str
    rows: Rows
    situations: Mapping[str, float] = field(default_factory=dict)
    minutes: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Finder:
    """The shelf, made ready to be searched.

    `own` recalls practices by what they say of themselves, `cases` the exchanges; `offered` says
    which practices were offered in each of these. `chooser` was taught by situations which of
    `names` a colleague would offer.
    """

    practices: Mapping[str, Practice]
    own: Recall
    cases: Recall
    offered: Mapping[str, tuple[str, ...]]
    words: "Words"
    chooser: Chooser
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Texts by name, made ready for BM25."""

    texts: Mapping[str, Sequence[str]]
    _rarity: dict[str, float] = field(init=False)
    _gains: dict[str, list[tuple[str, float]]] = field(init=False)  # of each text by a word of it

    def __post_init__(self) -> None:
        bags = {name: Counter(words) for name, words in self.texts.items()}
        within = Counter(word for bag in bags.values() for word in bag)
        count = len(bags)
        rarity = {word: log(1 + (count - n + 0.5) / (n + 0.5)) for word, n in within.items()}
        mean = sum(bag.total() for bag in bags.values()) / max(1, count)
        gains: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for name, bag in bags.items():
            length = 1 - B + B * bag.total() / mean if bag else 1.0
            for word, often in bag.items():
                gain = rarity[word] * often * (K1 + 1) / (often + K1 * length)
                gains[word].append((name, gain))
        object.__setattr__(self, "_rarity", rarity)
        object.__setattr__(self, "_gains", dict(gains))

    def shared(self, asked: Iterable[str]) -> dict[str, float]:
        """Say how much of what is asked each text shares, rare words first, 0 to about 1."""
        known = set(asked) & self._rarity.keys()
        most = sum(self._rarity[word] for word in known) * (K1 + 1) / 1.6
        return {name: score / most for name, score in self.scores(known).items()} if most else {}

    def scores(self, asked: Iterable[str]) -> dict[str, float]:
        """Score every text that shares a word with what is asked."""
        scores: dict[str, float] = defaultdict(float)
        for word in set(asked) & self._gains.keys():
            for name, gain in self._gains[word]:
                scores[name] += gain
        return scores


def find(asked: Asked, finder: Finder, most: int = MOST) -> tuple[Found, ...]:
    """Give the practices that fit best, the best first; nothing that takes longer than there is."""
    scores: dict[str, float] = defaultdict(float)
    why: dict[str, str] = {}
    taught = _by_chooser(asked, finder)
    for voice, weight, reason in (*_voices(asked, finder), (taught, TAUGHT, COLLEAGUES)):
        top = max(voice.values(), default=0.0)
        for name, score in voice.items():
            scores[name] += weight * score / top if top else 0.0
            why.setdefault(name, reason)
    fitting = [name for name in scores if _fits(finder.practices[name], asked.minutes)]
    best = sorted(fitting, key=lambda name: (-scores[name], name))[:most]
    return tuple(
        Found(
            practice=finder.practices[name],
            score=round(scores[name], 4),
            why=why[name],
            share=taught.get(name, 0.0) ** 2,
        )
        for name in best
    )


def _voices(asked: Asked, finder: Finder) -> Iterable[tuple[dict[str, float], float, str]]:
    near = finder.cases.nearest(asked.rows, NEIGHBOURS)
    yield _offered(near, finder), CASES, "offered in situations like this"
    own = finder.own.nearest(asked.rows, 40)
    yield _best_of(own), OWN, "what it is for is near to what you say"
    yield finder.words.scores(words_in(asked.text)), WORDS, "shares words with what you say"
    yield _by_situation(asked, finder), SITUATION, "meant for this situation"


def _offered(near: Sequence[Near], finder: Finder) -> dict[str, float]:
    scores: dict[str, float] = defaultdict(float)
    for one in near:
        for place, name in enumerate(finder.offered.get(one.name, ())):
            if name in finder.practices:
                scores[name] += 2.0 ** (SHARPNESS * (one.cosine - 1)) / (1 + 0.3 * place)
    return scores


def _best_of(near: Sequence[Near]) -> dict[str, float]:
    scores: dict[str, float] = {}
    for one in near:
        scores[one.name] = max(scores.get(one.name, 0.0), max(0.0, one.cosine))
    return scores


def _by_situation(asked: Asked, finder: Finder) -> dict[str, float]:
    scores: dict[str, float] = defaultdict(float)
    for one in finder.practices.values():
        for place, name in enumerate(one.situations):
            scores[one.id] += asked.situations.get(name, 0.0) / (1 + 0.15 * place)
    return {name: score for name, score in scores.items() if score}


def _by_chooser(asked: Asked, finder: Finder) -> dict[str, float]:
    if not (finder.names and len(asked.rows)):
        return {}
    leans = log_odds([asked.text], asked.rows[:1], finder.chooser)
    likely = np.sqrt(shares(leans)[0, :-1])  # without "none"; evener, for five are shown
    return dict(zip(finder.names, map(float, likely), strict=True))


def _fits(practice: Practice, minutes: int | None) -> bool:
    if not practice.is_offered:
        return False
    return minutes is None or 0 < practice.minutes <= minutes
