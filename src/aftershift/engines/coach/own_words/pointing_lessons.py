"""How a pointer is taught: by what readers marked, all runs of a message as one choice.

Reference: a log-linear model with a Gaussian prior (Berger et al. 1996), descended by Adam (Kingma
& Ba 2015) over all messages at once: the same weights each time.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aftershift.engines.coach.own_words.lessons import Pointed
from aftershift.engines.coach.own_words.pointing import Pointer
from aftershift.engines.coach.own_words.spans import (
    COLUMNS,
    Whole,
    Words,
    columns_of,
    runs_of,
    signs_inside,
    signs_of_first,
    signs_of_last,
    signs_of_nothing,
    words_of,
)
from aftershift.engines.language.cleaning import Cleaned, clean

Exact = NDArray[np.float64]

SEEN = 2  # times at least, or a sign says nothing of the next message
NEARLY = 0.3  # how right a run is that shares half or more with the reader's, by the square of it
ALSO = 0.5  # how right words are that a reader marked beside the first
PRIOR = 0.004
STEPS, RATE, LAST_RATE = 140, 0.05, 0.001
FIRST, SECOND, STILL = 0.9, 0.98, 1e-6  # how long Adam remembers


@dataclass(frozen=True, kw_only=True, slots=True)
class _Table:
    """Signs of many things: places of signs, and whose they are."""

    signs: Whole
    of: Whole
    many: int

    def weighed(self, weights: Exact) -> Exact:
        return _summed(self.of, weights[self.signs], self.many)

    def slope(self, errors: Exact, size: int) -> Exact:
        return _summed(self.signs, errors[self.of], size)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Lessons:
    """All messages behind one another; runs of all, and after those of each one nothing."""

    first: _Table
    last: _Table
    inside: _Table
    nothing: _Table
    runs: Whole  # (all runs, first and last word), words counted over all messages
    columns: Whole  # (all runs, columns)
    of: Whole  # message of each choice; runs first, and then one "nothing" for each message
    right: Exact  # how right each choice is; the sum for each message is one


def taught_pointer(points: Sequence[Pointed]) -> Pointer:
    """Teach a pointer."""
    messages = [(said, one) for one in points if len((said := words_of(clean(one.text))).words) > 1]
    known = Counter(sign for said, _one in messages for sign in _all_signs(said))
    signs = sorted(sign for sign, often in known.items() if often >= SEEN)
    places = {sign: at for at, sign in enumerate(signs)}
    weights, columns = _descended(_lessons(messages, places), len(places))
    return Pointer(
        places=places, signs=weights.astype(np.float32), columns=columns.astype(np.float32)
    )


def _all_signs(said: Words) -> Iterable[str]:
    often, many = Counter(said.words), range(len(said.words))
    for at in many:
        yield from signs_of_first(said, at)
        yield from signs_of_last(said, at)
        yield from signs_inside(said, at, often)
    yield from signs_of_nothing(said)


def _lessons(messages: Sequence[tuple[Words, Pointed]], places: Mapping[str, int]) -> _Lessons:
    first: list[Iterable[str]] = []
    last: list[Iterable[str]] = []
    inside: list[Iterable[str]] = []
    runs, columns, of, right, none = [], [], [], [], []
    words = 0
    for at, (said, one) in enumerate(messages):
        often, many = Counter(said.words), range(len(said.words))
        first += [signs_of_first(said, place) for place in many]
        last += [signs_of_last(said, place) for place in many]
        inside += [signs_inside(said, place, often) for place in many]
        some = runs_of(said)
        *rights, nothing = _right(said, some, one)
        runs.append(some + words)
        columns.append(columns_of(said, some))
        of.append(np.full(len(some), at))
        right.append(rights)
        none.append(nothing)
        words += len(said.words)
    return _Lessons(
        first=_table(first, places),
        last=_table(last, places),
        inside=_table(inside, places),
        nothing=_table([signs_of_nothing(said) for said, _one in messages], places),
        runs=np.concatenate(runs),
        columns=np.concatenate(columns),
        of=np.concatenate([*of, np.arange(len(messages))]),
        right=np.concatenate([*right, none]),
    )


def _table(given: Sequence[Iterable[str]], places: Mapping[str, int]) -> _Table:
    found = [(places[one], at) for at, some in enumerate(given) for one in some if one in places]
    signs, of = np.array(found, dtype=np.int64).T
    return _Table(signs=signs, of=of, many=len(given))


def _right(said: Words, runs: Whole, one: Pointed) -> Exact:
    """Say how right each run is, and "nothing" last; what shares half or more is a little right."""
    right = np.zeros(len(runs) + 1)
    cleaned = clean(one.text)
    for words, counts in ((one.words, 1.0), *((words, ALSO) for words in one.also)):
        marked = _marked(said, cleaned, one.text, words) if words else []
        if marked:
            right[:-1] = np.maximum(right[:-1], counts * _like(runs, marked[0], marked[-1]))
    if not right.any():
        right[-1] = 1.0
    whole: Exact = right / right.sum()
    return whole


def _like(runs: Whole, first: int, last: int) -> Exact:
    """Say how right each run is beside the one that was marked."""
    both = np.minimum(runs[:, 1], last) - np.maximum(runs[:, 0], first) + 1
    both = np.maximum(both, 0)
    shared = both / (runs[:, 1] - runs[:, 0] + last - first + 2 - both)
    nearly = np.where(shared >= 1 / 2, NEARLY * shared**2, 0.0)
    like: Exact = np.where(shared == 1, 1.0, nearly)
    return like


def _marked(said: Words, cleaned: Cleaned, text: str, words: str) -> list[int]:
    """Give the places of the words that a reader marked."""
    starts = text.index(words)
    ends = starts + len(words)
    stand = [cleaned.original(*edges) for edges in zip(said.starts, said.ends, strict=True)]
    return [at for at, (begins, over) in enumerate(stand) if starts <= begins and over <= ends]


def _descended(lessons: _Lessons, signs: int) -> tuple[Exact, Exact]:
    """Go down from nothing known; give the weights of signs and of columns."""
    held = np.zeros(signs + sum(COLUMNS))
    mean, spread = np.zeros_like(held), np.zeros_like(held)
    messages = lessons.nothing.many
    for step in range(1, STEPS + 1):
        slope = _slope(lessons, held[:signs], held[signs:]) / messages + PRIOR * held
        mean = FIRST * mean + (1 - FIRST) * slope
        spread = SECOND * spread + (1 - SECOND) * slope**2
        size = np.sqrt(spread / (1 - SECOND**step)) + STILL
        rate = RATE * (1 - step / STEPS) + LAST_RATE
        held = held - rate * mean / (1 - FIRST**step) / size
    return held[:signs], held[signs:]


def _slope(lessons: _Lessons, signs: Exact, columns: Exact) -> Exact:
    """Say how each weight would change what the readers' choices cost."""
    begins, ends = lessons.runs.T
    words = lessons.first.many
    sums = np.concatenate(([0.0], np.cumsum(lessons.inside.weighed(signs))))
    weighed = lessons.first.weighed(signs)[begins] + lessons.last.weighed(signs)[ends]
    weighed += sums[ends + 1] - sums[begins] + columns[lessons.columns].sum(axis=1)
    wrong = _shares(np.append(weighed, lessons.nothing.weighed(signs)), lessons) - lessons.right
    of_runs, of_nothing = wrong[: len(begins)], wrong[len(begins) :]
    begun = _summed(begins, of_runs, words + 1)
    ended = _summed(ends, of_runs, words)
    over = _summed(ends + 1, of_runs, words + 1)
    size = len(signs)
    slope = lessons.first.slope(begun[:-1], size) + lessons.last.slope(ended, size)
    slope += lessons.inside.slope(np.cumsum(begun - over)[:-1], size)
    slope += lessons.nothing.slope(of_nothing, size)
    each = np.repeat(of_runs, lessons.columns.shape[1])
    return np.append(slope, _summed(lessons.columns.ravel(), each, len(columns)))


def _shares(weighed: Exact, lessons: _Lessons) -> Exact:
    """Turn weights into shares that sum to one over the choices of each message."""
    highest = np.full(lessons.nothing.many, -np.inf)
    np.maximum.at(highest, lessons.of, weighed)
    steep = np.exp(weighed - highest[lessons.of])
    shares: Exact = steep / _summed(lessons.of, steep, lessons.nothing.many)[lessons.of]
    return shares


def _summed(places: Whole, values: Exact, many: int) -> Exact:
    """Add up values by their places, of so many."""
    return np.bincount(places, values, minlength=many).astype(np.float64)
