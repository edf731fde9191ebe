"""What the coach is taught: what a text is about, what is done in it, which words carry it."""

import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from aftershift.adapters.encoders import Encoder
from aftershift.adapters.learnt import APART, arrays_of, chooser_in, kept_arrays, kept_file
from aftershift.engines.coach.own_words.lessons import Lessons, Pointed
from aftershift.engines.coach.own_words.matter import Asked
from aftershift.engines.coach.own_words.pointing import Pointer
from aftershift.engines.coach.own_words.pointing_lessons import taught_pointer as taught_by
from aftershift.engines.coach.own_words.weights import Weighed
from aftershift.engines.language.choosing import Chooser, Examples, answers_of, taught_choice
from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.features import vocabulary_of

RECIPE = "1"  # grows with every change of how choosers are taught
POINTING = "2"  # and with every change of signs, columns or teaching of a pointer


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


def digest_of_marks(weighed: Sequence[Weighed]) -> str:
    """Tell one state of what readers found to weigh most from another."""
    marked = [(one.text, one.parts, one.heavy) for one in weighed]
    return hashlib.sha256(json.dumps(marked).encode()).hexdigest()


def digest_of_lines(asked: Sequence[Asked]) -> str:
    """Tell one state of what readers found could be sent from another.

    Which lines are cut of it belongs to how they are served, and may change without new marks.
    """
    marked = [(one.said, one.sends, one.never) for one in asked]
    return hashlib.sha256(json.dumps(marked).encode()).hexdigest()


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


def taught_pointer(
    points: Sequence[Pointed], names: frozenset[str], cache: Path, tell: Callable[[str], None]
) -> Pointer:
    """Give the pointer that readers' marks teach, from the cache where it lies there already.

    `names` are first names, in small letters, that are never given back.
    """
    found = kept_arrays(
        kept_file(f"points-{digest_of_points(points)[:12]}-{POINTING}.npz", cache),
        lambda: _arrays_of(taught_by(points)),
        tell,
        "Teaching the coach which words carry a message, once: some seconds",
        "points",
    )
    signs = found["places"].tobytes().decode().split(APART)
    return Pointer(
        places={sign: at for at, sign in enumerate(signs)},
        signs=found["signs"].astype(np.float32),
        columns=found["columns"].astype(np.float32),
        names=names,
    )


def digest_of_points(points: Sequence[Pointed]) -> str:
    """Tell one state of what readers marked from another."""
    marked = [(one.text, one.words, one.also) for one in points]
    return hashlib.sha256(json.dumps(marked).encode()).hexdigest()


def _arrays_of(pointer: Pointer) -> dict[str, Any]:
    signs = APART.join(pointer.places).encode()
    return {
        "places": np.frombuffer(signs, dtype=np.uint8),
        "signs": pointer.signs.astype(np.float16),
        "columns": pointer.columns.astype(np.float16),
    }
