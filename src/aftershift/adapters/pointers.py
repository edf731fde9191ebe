"""What points at the words that carry a message, taught by what readers marked."""

import hashlib
import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from aftershift.adapters.learnt import APART, kept_arrays, kept_file
from aftershift.engines.coach.lessons import Pointed
from aftershift.engines.coach.pointing import Pointer
from aftershift.engines.coach.pointing_lessons import taught_pointer as taught

RECIPE = "1"  # grows with every change of signs, columns or teaching


def taught_pointer(
    points: Sequence[Pointed], names: Collection[str], cache: Path, tell: Callable[[str], None]
) -> Pointer:
    """Give the pointer that readers' marks teach, from the cache where it lies there already.

    `names` are first names, in small letters, that are never given back.
    """
    found = kept_arrays(
        kept_file(f"points-{digest_of(points)[:12]}-{RECIPE}.npz", cache),
        lambda: _arrays_of(taught(points)),
        tell,
        "Teaching the coach which words carry a message, once: some seconds",
        "points",
    )
    signs = found["places"].tobytes().decode().split(APART)
    pointer = Pointer(
        places={sign: at for at, sign in enumerate(signs)},
        signs=found["signs"].astype(np.float32),
        columns=found["columns"].astype(np.float32),
    )
    return replace(pointer, names=frozenset(names))


def digest_of(points: Sequence[Pointed]) -> str:
    """Tell one state of what readers marked from another."""
    marked = [(one.text, one.words) for one in points]
    return hashlib.sha256(json.dumps(marked).encode()).hexdigest()


def _arrays_of(pointer: Pointer) -> dict[str, np.ndarray]:
    signs = APART.join(pointer.places).encode()
    return {
        "places": np.frombuffer(signs, dtype=np.uint8),
        "signs": pointer.signs.astype(np.float16),
        "columns": pointer.columns.astype(np.float16),
    }
