"""Authored texts and what the encoder makes of them: shipped with the package, or made once.

A row is kept in 384 bytes: whole numbers in proportion, for every row has the length one.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from aftershift.adapters.encoders import Encoder
from aftershift.adapters.learnt import kept_arrays, kept_file
from aftershift.engines.basics.recall import Recall, Rows, gathered
from aftershift.engines.language.cleaning import clean

RECIPE = "1"  # grows with every change of how rows are made
Texts = Sequence[tuple[str, str]]  # (name, text)


def recalls(
    texts: Mapping[str, Texts],
    digest: str,
    encoder: Encoder,
    cache: Path,
    tell: Callable[[str], None],
) -> dict[str, Recall]:
    """Give a recall for each list of texts, from the cache where their rows lie there already."""
    kept = kept_file(f"recall-{digest[:12]}-{encoder.version}-{RECIPE}.npz", cache)
    found = kept_arrays(
        kept,
        lambda: {
            name: _small(encoder.embed([clean(text).text for _name, text in given]))
            for name, given in texts.items()
        },
        tell,
        "Reading all that the coach can say, once: a minute",
        "all that the coach can say",
    )
    return {name: gathered(given, _whole(found[name])) for name, given in texts.items()}


def _small(rows: Rows) -> Any:
    largest = np.abs(rows).max(axis=1, keepdims=True)
    return np.rint(rows * (127 / np.where(largest > 0, largest, 1))).astype(np.int8)


def _whole(kept: Any) -> Rows:
    rows: Rows = kept.astype(np.float32)
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.divide(rows, np.where(length > 0, length, 1), dtype=np.float32)
