"""What understanding is taught by, encoded; and the choosers that it teaches."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from aftershift.adapters.encoders import Encoder, Vectors
from aftershift.adapters.learnt import arrays_of, chooser_in, kept_arrays, kept_file
from aftershift.engines.language.choosing import Chooser, Examples, answers_of, taught_choice
from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.feelings import FeelingWords
from aftershift.engines.language.phrases import PhraseBook, words_in
from aftershift.engines.language.taxonomy import Emotion, Need, Subject, Taxonomy
from aftershift.engines.language.understanding import Listener

RECIPE = "2"  # grows with every change of how choosers are taught
DESCRIPTION, NOTHING = 2.0, 0.3  # how much a description counts, and what says nothing


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """A clean sentence that teaches one subject, and the names that are right for it."""

    text: str
    names: tuple[str, ...]
    weight: float = 1.0
    is_said: bool = True  # by somebody, and no description


@dataclass(frozen=True, kw_only=True, slots=True)
class Taught:
    """What was learnt: a chooser for each subject, and the words that are known."""

    choosers: dict[Subject, Chooser]
    known: frozenset[str]


def taught_understanding(
    taxonomy: Taxonomy, digest: str, encoder: Encoder, cache: Path, tell: Callable[[str], None]
) -> Taught:
    """Give what these sentences teach, from the cache where it lies there already."""
    kept = kept_file(f"understanding-{digest[:12]}-{encoder.version}-{RECIPE}.npz", cache)
    found = kept_arrays(
        kept,
        lambda: _arrays(teach_understanding(taxonomy, encoder)),
        tell,
        "Teaching what people may mean, once: some minutes",
        "what people may mean",
    )
    return Taught(
        choosers={subject: chooser_in(found, f"{subject.value}.") for subject in Subject},
        known=frozenset(found["known"].tolist()),
    )


def understander(taxonomy: Taxonomy, taught: Taught) -> Listener:
    """Put together what listens: what was taught, and the authored words."""
    return Listener(
        taxonomy=taxonomy,
        choosers=taught.choosers,
        cues={
            Subject.SITUATIONS: PhraseBook(
                {place: one.cues for place, one in enumerate(taxonomy.situations)}
            ),
            Subject.NEEDS: PhraseBook(
                {place: one.cues for place, one in enumerate(taxonomy.needs)}
            ),
        },
        feelings=FeelingWords(taxonomy.emotions),
        known=taught.known,
    )


def teach_understanding(taxonomy: Taxonomy, encoder: Encoder) -> Taught:
    """Teach one chooser for each subject."""
    choosers = {}
    for subject in Subject:
        given = list(sentences(taxonomy, subject))
        rows = encoder.embed([one.text for one in given])
        choosers[subject] = taught_by(taxonomy, subject, given, rows)
    return Taught(choosers=choosers, known=known_words(taxonomy))


def taught_by(
    taxonomy: Taxonomy, subject: Subject, given: list[Sentence], rows: Vectors
) -> Chooser:
    """Teach by sentences that were encoded already."""
    return taught_choice(
        Examples(
            texts=tuple(one.text for one in given),
            embeddings=rows,
            answers=answers_of(taxonomy.names(subject), [one.names for one in given]),
            weights=np.array([one.weight for one in given], dtype=np.float32),
        )
    )


def sentences(taxonomy: Taxonomy, subject: Subject) -> Iterator[Sentence]:
    """Give all that teaches one subject: what was said, and what is written about each name."""
    for group in taxonomy.says:
        names = group.names(subject)
        if names is not None:
            weight = 1.0 if names else NOTHING
            for text in group.messages:
                yield Sentence(text=clean(text).text, names=names, weight=weight)
    yield from _written(taxonomy, subject)


def _written(taxonomy: Taxonomy, subject: Subject) -> Iterator[Sentence]:
    if subject is Subject.SITUATIONS:
        for situation in taxonomy.situations:
            for text in (situation.title, situation.about, *situation.plain):
                yield _described(text, situation.id)
        return
    named: dict[Subject, tuple[Emotion | Need, ...]] = {
        Subject.EMOTIONS: taxonomy.emotions,
        Subject.NEEDS: taxonomy.needs,
    }
    for one in named[subject]:
        yield _described(f"{one.title}: {one.about}", one.id)


def _described(text: str, name: str) -> Sentence:
    return Sentence(text=clean(text).text, names=(name,), weight=DESCRIPTION, is_said=False)


def known_words(taxonomy: Taxonomy) -> frozenset[str]:
    """Collect the words of all that teaches something: other languages stand where nothing is."""
    texts = [
        *(text for group in taxonomy.says if _teaches(group.situations, group.emotions, group.needs)
          for text in group.messages),
        *(text for one in taxonomy.situations for text in (one.about, *one.plain)),
        *(text for one in taxonomy.emotions for text in (one.title, one.about)),
        *(text for one in taxonomy.needs for text in (one.title, one.about)),
    ]  # fmt: skip
    return frozenset(word for text in texts for word in words_in(clean(text).text))


def _teaches(*names: tuple[str, ...] | None) -> bool:
    return any(names)


def _arrays(taught: Taught) -> dict[str, Any]:
    arrays: dict[str, Any] = {"known": np.array(sorted(taught.known))}
    for subject, chooser in taught.choosers.items():
        arrays |= arrays_of(chooser, f"{subject.value}.")
    return arrays
