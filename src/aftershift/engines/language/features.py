"""Clean words and letters as numbers: what a lexical head looks at.

Single words, pairs of neighbours, and runs of three and four letters inside a word. How often
each occurs is taken by its logarithm and weighed by how rare it is (TF-IDF); words and letters
are brought to unit length apart, so that a long message weighs no more than a short one.

Reference: Salton & Buckley 1988 (TF-IDF, sublinear counts).
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log, sqrt
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Sparse: TypeAlias = tuple[NDArray[np.int32], NDArray[np.float32]]  # places and values
Spelt: TypeAlias = tuple[list[str], list[str]]  # words and pairs of them; runs of letters

SHORTEST_RUN, LONGEST_RUN = 3, 4
SEEN_IN = 3  # texts at least, or a feature says nothing of the next one
_WORD = re.compile(r"[a-z0-9']+|[^\sa-z0-9']")


@dataclass(frozen=True, kw_only=True, slots=True)
class Vocabulary:
    """The features of some texts: each one's place and its weight."""

    places: dict[str, int]
    weights: NDArray[np.float32]

    def features(self, text: str) -> Sparse:
        """Give a text's features, words and letters each at unit length."""
        return self.features_of(spelt(text))

    def features_of(self, text: Spelt) -> Sparse:
        """Give the features of a text that was spelt before, for several vocabularies."""
        words, letters = map(self._block, text)
        return (
            np.concatenate((words[0], letters[0])),
            np.concatenate((words[1], letters[1])),
        )

    def _block(self, found: Iterable[str]) -> Sparse:
        known = Counter(map(self.places.get, found))
        del known[None]  # of what no text taught
        places = np.fromiter(known, dtype=np.int32, count=len(known))
        counts = np.fromiter(known.values(), dtype=np.float32, count=len(known))
        values = (1 + np.log(counts)) * self.weights[places]
        length = sqrt(float(values @ values)) or 1.0
        return places, (values / length).astype(np.float32)


def vocabulary_of(texts: Sequence[str]) -> Vocabulary:
    """Learn the features that some texts share."""
    seen: Counter[str] = Counter()
    for text in texts:
        seen.update({one for some in spelt(text) for one in some})
    kept = sorted(one for one, count in seen.items() if count >= SEEN_IN)
    weights = [log((1 + len(texts)) / (1 + seen[one])) + 1 for one in kept]
    return Vocabulary(
        places={one: place for place, one in enumerate(kept)},
        weights=np.array(weights, dtype=np.float32),
    )


def spelt(text: str) -> Spelt:
    """Cut a clean text into all that may be a feature."""
    spoken = spoken_of(text)
    return words_of(spoken), letters_of(spoken)


def spoken_of(text: str) -> list[str]:
    """Cut a clean text into words and marks."""
    return _WORD.findall(text)


def words_of(spoken: Sequence[str]) -> list[str]:
    """Give words and pairs of neighbours, marks among them."""
    return [*spoken, *map(" ".join, pairwise(spoken))]


def letters_of(spoken: Sequence[str]) -> list[str]:
    """Give runs of letters inside each word, with its edges."""
    return [
        f"~{edged[at : at + length]}"
        for edged in (f"<{word}>" for word in spoken)
        for length in range(SHORTEST_RUN, LONGEST_RUN + 1)
        for at in range(len(edged) - length + 1)
    ]
