"""Choices of the coach that are taught: what a text is about, what is done with it, its gist."""

import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from aftershift.adapters.encoders import Encoder
from aftershift.adapters.learnt import arrays_of, chooser_in, kept_arrays, kept_file
from aftershift.engines.coach.lessons import Lessons
from aftershift.engines.language.choosing import Chooser, Examples, answers_of, taught_choice
from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.features import vocabulary_of

RECIPE = "1"  # grows with every change of how choosers are taught


def taught_chooser(
    kind: str, lessons: Lessons, encoder: Encoder, cache: Path, tell: Callable[[str], None]
) -> Chooser:
    """Give the chooser that lessons teach, from the cache where it lies there already.

    `kind` is one word, the beginning of its file's name.
    """
    kept = kept_file(f"{kind}-{digest_of(lessons)[:12]}-{encoder.version}-{RECIPE}.npz", cache)
    found = kept_arrays(
        kept,
        lambda: arrays_of(_teach(lessons, encoder)),
        tell,
        f"Teaching the coach its {kind}, once: a minute or two",
        kind,
    )
    return chooser_in(found)


def tuned_chooser(kind: str, names: Sequence[str], encoder: Encoder) -> Chooser | None:
    """Give the chooser that was tuned together with an encoder; None where none was, for these."""
    meaning = encoder.head(kind)
    if meaning is None or meaning.shape[1] != len(names) + 1:
        return None
    nothing = np.zeros((0, meaning.shape[1]), dtype=np.float32)
    return Chooser(vocabulary=vocabulary_of(()), words=nothing, meaning=meaning)


def digest_of(lessons: Lessons) -> str:
    """Tell one state of some lessons from another."""
    taught = [(one.text, one.names, one.weight) for one in lessons.taught]
    return hashlib.sha256(json.dumps([lessons.names, taught]).encode()).hexdigest()


def _teach(lessons: Lessons, encoder: Encoder) -> Chooser:
    texts = tuple(clean(one.text).text for one in lessons.taught)
    return taught_choice(
        Examples(
            texts=texts,
            embeddings=encoder.embed(list(texts)),
            answers=answers_of(lessons.names, [one.names for one in lessons.taught]),
            weights=np.array([one.weight for one in lessons.taught], dtype=np.float32),
        )
    )
