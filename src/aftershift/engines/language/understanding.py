"""What somebody tells: feelings, the situation, what is needed; and "not sure" as an answer.

Each is chosen by what a message means (a head on the encoder) with authored words on top. What
comes out is a share, and a table that was made from messages of another hand turns it into a
confidence: of what is said at 0.7, about 70 of 100 were right there. What is below its threshold
is not said, and an empty list means "not sure": better to ask than to guess.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from aftershift.engines.language.choosing import Chooser, Numbers, log_odds_of, shares
from aftershift.engines.language.features import Spelt, spelt
from aftershift.engines.language.feelings import FeelingWords, Felt
from aftershift.engines.language.phrases import PhraseBook, words_in
from aftershift.engines.language.taxonomy import Subject, Taxonomy
from aftershift.engines.language.utterance import Utterance

MOST = 3  # of each that are said
CUE = 1.5  # on the leaning to a name, for its first cue; each further one half of that before
OWN_WORD = 6.0  # for a word of the teller's own for a feeling: it counts far more than a meaning
PLAINLY = 2  # strength of a feeling that no word names
LEAST_KNOWN = 0.5  # of the words, or this is no English that we know
NEED_IN_SITUATION = (0.6, 0.45, 0.3)  # first, second, third need of a situation: a judgement

# Share -> confidence, from `python -m benchmarks.understanding --calibrate`.
CONFIDENCE: Mapping[Subject, tuple[tuple[float, ...], tuple[float, ...]]] = MappingProxyType({
    Subject.SITUATIONS: (
        (0.0, 0.032, 0.1, 0.263, 0.5, 0.7, 0.9, 0.999, 1.0),
        (0.0, 0.04, 0.09, 0.29, 0.48, 0.74, 0.9, 0.95, 0.95),
    ),
    Subject.EMOTIONS: (
        (0.0, 0.013, 0.087, 0.263, 0.5, 0.7, 0.9, 1.0),
        (0.0, 0.02, 0.08, 0.13, 0.19, 0.23, 0.28, 0.95),
    ),
    Subject.NEEDS: (
        (0.0, 0.018, 0.105, 0.249, 0.5, 0.7, 0.9, 0.997, 1.0),
        (0.0, 0.08, 0.16, 0.17, 0.26, 0.38, 0.54, 0.95, 0.95),
    ),
})  # fmt: skip
# The first of each is said from here on, what comes after it from LEAST_NEXT on.
LEAST: Mapping[Subject, float] = MappingProxyType({
    Subject.SITUATIONS: 0.5, Subject.EMOTIONS: 0.4, Subject.NEEDS: 0.4,
})  # fmt: skip
LEAST_NEXT = 0.3


@dataclass(frozen=True, kw_only=True, slots=True)
class Guess:
    """A name and how sure we are of it, 0 to 1."""

    name: str
    confidence: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Feeling:
    """A feeling of the teller: strength 1 a little, 2 plainly, 3 very; and how sure we are."""

    name: str
    strength: int
    confidence: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Understanding:
    """What was understood, each list with the surest first and at most three in it."""

    emotions: tuple[Feeling, ...] = ()
    situations: tuple[Guess, ...] = ()
    needs: tuple[Guess, ...] = ()

    @property
    def is_not_sure(self) -> bool:
        """Was nothing understood?"""
        return not (self.emotions or self.situations or self.needs)


@dataclass(frozen=True, kw_only=True, slots=True)
class Listener:
    """What listens: the names, the taught choosers, the authored words, the words we know."""

    taxonomy: Taxonomy
    choosers: Mapping[Subject, Chooser]
    cues: Mapping[Subject, PhraseBook[int]]  # a cue names the place of its name
    feelings: FeelingWords
    known: frozenset[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """One window's text as it is spelt, its words, and what they say of feelings."""

    spelt: Spelt
    words: Sequence[str]
    felt: Felt


def understand(said: Utterance, listener: Listener) -> Understanding:
    """Say what a message tells, as far as it is sure enough."""
    heard = [_words(said.window(at), listener) for at in range(len(said.windows))]
    if not is_english([word for one in heard for word in one.words], listener.known):
        return Understanding()
    sure = {subject: confidences(subject, said.embeddings, heard, listener) for subject in Subject}
    situations = chosen(sure[Subject.SITUATIONS], Subject.SITUATIONS, listener)
    strengths = _strengths(heard)
    needs = with_situations(sure[Subject.NEEDS], situations, listener.taxonomy)
    return Understanding(
        emotions=tuple(
            Feeling(
                name=one.name,
                strength=strengths.get(one.name, PLAINLY),
                confidence=one.confidence,
            )
            for one in chosen(sure[Subject.EMOTIONS], Subject.EMOTIONS, listener)
        ),
        situations=situations,
        needs=chosen(needs, Subject.NEEDS, listener),
    )


def is_english(words: Sequence[str], known: frozenset[str]) -> bool:
    """Say whether enough of the words are ones that we know."""
    letters = [word for word in words if word.isalpha()]
    if not letters:
        return False
    return sum(word in known for word in letters) >= LEAST_KNOWN * len(letters)


def confidences(
    subject: Subject, embeddings: Numbers, heard: Sequence[Words], listener: Listener
) -> Numbers:
    """Say how sure we are of each name of a subject: the surest window counts."""
    share = raw_shares(subject, embeddings, heard, listener).max(axis=0)
    edges, sure = CONFIDENCE[subject]
    read: Numbers = np.interp(share, edges, sure).astype(np.float32)
    return read


def raw_shares(
    subject: Subject, embeddings: Numbers, heard: Sequence[Words], listener: Listener
) -> Numbers:
    """Give each window's share for each name, what it means and its words together."""
    leans = log_odds_of([one.spelt for one in heard], embeddings, listener.choosers[subject])
    if subject is Subject.EMOTIONS:
        return _felt_shares(leans, heard, listener.taxonomy.names(subject))
    for row, one in zip(leans, heard, strict=True):
        _lean_by_cues(row, listener.cues[subject], one.words)
    return shares(leans)[:, :-1]


def with_situations(said: Numbers, situations: Sequence[Guess], taxonomy: Taxonomy) -> Numbers:
    """Add to the needs that were said those that usually go with the situations."""
    places = {name: place for place, name in enumerate(taxonomy.names(Subject.NEEDS))}
    usual = {one.id: one.needs for one in taxonomy.situations}
    missing = 1 - said
    for guess in situations:
        for need, share in zip(usual[guess.name], NEED_IN_SITUATION, strict=False):
            missing[places[need]] *= 1 - share * guess.confidence
    together: Numbers = 1 - missing
    return together


def chosen(sure: Numbers, subject: Subject, listener: Listener) -> tuple[Guess, ...]:
    """Take the surest names, none of them where even the first is not sure enough."""
    names = listener.taxonomy.names(subject)
    order = np.argsort(-sure, kind="stable")[:MOST]
    if sure[order[0]] < LEAST[subject]:
        return ()
    return tuple(
        Guess(name=names[place], confidence=round(float(sure[place]), 2))
        for place in order
        if sure[place] >= LEAST_NEXT
    )


def _strengths(heard: Sequence[Words]) -> dict[str, int]:
    """Give each feeling that a word names, as strong as it is anywhere."""
    strongest: dict[str, int] = {}
    for name, strength in (felt for one in heard for felt in one.felt.own.items()):
        strongest[name] = max(strength, strongest.get(name, 0))
    return strongest


def _words(text: str, listener: Listener) -> Words:
    words = words_in(text)
    return Words(spelt=spelt(text), words=words, felt=listener.feelings.felt(words))


def _felt_shares(leans: Numbers, heard: Sequence[Words], names: Sequence[str]) -> Numbers:
    """Lean to feelings that are named; what is denied keeps no share, and gives it to nobody."""
    own = np.array([[name in one.felt.own for name in names] for one in heard])
    denied = np.array([[name in one.felt.denied for name in names] for one in heard])
    leans[:, :-1] += OWN_WORD * own
    kept: Numbers = shares(leans)[:, :-1] * ~denied
    return kept


def _lean_by_cues(row: Numbers, cues: PhraseBook[int], words: Sequence[str]) -> None:
    """Lean to the names whose cues are there, less where many names have one."""
    found: dict[int, int] = {}
    for one in cues.find(words):
        found[one.name] = found.get(one.name, 0) + 1
    for place, count in found.items():
        row[place] += CUE * (2 - 0.5 ** (count - 1)) / (1 + 0.25 * (len(found) - 1))
