"""Choices of the coach that are taught: which theme a text is about, and what is done with it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from aftershift.adapters.encoders import Encoder
from aftershift.adapters.learnt import arrays_of, kept_file, vocabulary_in, write_arrays
from aftershift.engines.coach.lessons import Lesson, Lessons
from aftershift.engines.coach.moves import NAMES
from aftershift.engines.language.choosing import (
    Chooser,
    Examples,
    Numbers,
    answers_of,
    log_odds,
    shares,
    taught_choice,
)
from aftershift.engines.language.cleaning import clean

RECIPE = "1"  # grows with every change of how choosers are taught


@dataclass(frozen=True, kw_only=True, slots=True)
class Choices:
    """What was learnt: two choosers, and how each exchange leans to the themes."""

    themes: Chooser
    moves: Chooser
    cases: Numbers


def taught_choices(
    lessons: Callable[[], Lessons],
    digest: str,
    encoder: Encoder,
    cache: Path,
    tell: Callable[[str], None],
) -> Choices:
    """Give what the shelf teaches, from the cache where it lies there already."""
    kept = kept_file(f"choices-{digest[:12]}-{encoder.version}-{RECIPE}.npz", cache)
    if not kept.exists():
        tell("Teaching the coach what talks are about, once: some minutes")
        _write(_teach(lessons(), encoder), kept)
        tell("Done: what talks are about")
    return _read(kept)


def _teach(lessons: Lessons, encoder: Encoder) -> Choices:
    themes = _chooser(lessons.names, lessons.themes, encoder)
    moves = _chooser([move.value for move in NAMES], lessons.moves, encoder)
    said = [[clean(text).text for text in texts] for texts in lessons.cases]
    flat = [text for texts in said for text in texts]
    each = shares(log_odds(flat, encoder.embed(flat), themes))[:, :-1]
    cases = each.reshape(len(said), -1, each.shape[1]).mean(axis=1)
    return Choices(themes=themes, moves=moves, cases=cases)


def _chooser(names: Sequence[str], lessons: Sequence[Lesson], encoder: Encoder) -> Chooser:
    texts = tuple(clean(one.text).text for one in lessons)
    return taught_choice(
        Examples(
            texts=texts,
            embeddings=encoder.embed(list(texts)),
            answers=answers_of(names, [one.names for one in lessons]),
            weights=np.array([one.weight for one in lessons], dtype=np.float32),
        )
    )


def _write(choices: Choices, path: Path) -> None:
    arrays: dict[str, Any] = {"cases": choices.cases.astype(np.float16)}
    for name, chooser in (("themes.", choices.themes), ("moves.", choices.moves)):
        arrays |= arrays_of(chooser.vocabulary, name)
        arrays[f"{name}words"] = chooser.words.astype(np.float16)
        arrays[f"{name}meaning"] = chooser.meaning.astype(np.float16)
    write_arrays(path, arrays)


def _read(path: Path) -> Choices:
    with np.load(path, allow_pickle=False) as kept:
        themes, moves = (
            Chooser(
                vocabulary=vocabulary_in(kept, name),
                words=kept[f"{name}words"].astype(np.float32),
                meaning=kept[f"{name}meaning"].astype(np.float32),
            )
            for name in ("themes.", "moves.")
        )
        return Choices(themes=themes, moves=moves, cases=kept["cases"].astype(np.float32))
