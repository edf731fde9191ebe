"""What was learnt from our own messages, as files: they come with the package, or are made once.

Each lies under a name that changes with the messages, the encoder and how teaching goes. The
package brings those of its own messages and encoder (`python -m training.heads` writes them); with
any other they are taught once for each user and kept in the user's cache. Nothing in them is
anybody's writing but ours.
"""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from aftershift.engines.language.features import Vocabulary
from aftershift.engines.language.heads import Heads

SHIPPED = Path(__file__).resolve().parent.parent / "learnt"
_APART = "\0"  # between features in a file; no clean text holds it


def kept_file(name: str, cache: Path) -> Path:
    """Say where something that was learnt lies, or would lie once it is."""
    shipped = SHIPPED / name
    return shipped if shipped.exists() else cache / name


def kept_heads(
    name: str, cache: Path, teach: Callable[[], Heads], what: str, tell: Callable[[str], None]
) -> Heads:
    """Give heads from the file of a name, or teach them and keep them there.

    `tell` hears of `what` is taught. They are as they were kept, so the first time is no other.
    """
    kept = kept_file(name, cache)
    if not kept.exists():
        tell(f"Teaching {what}, once: a minute or two")
        _write(teach(), kept)
        tell(f"Done: {what}")
    return _read(kept)


def write_arrays(path: Path, arrays: Mapping[str, Any]) -> None:
    """Write arrays whole or not at all, also when two processes do."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}.npz")
    np.savez_compressed(beside, **arrays)
    beside.replace(path)


def arrays_of(vocabulary: Vocabulary, of: str = "") -> dict[str, Any]:
    """Give a vocabulary as arrays; `of` goes before their names, where a file has several."""
    features = _APART.join(vocabulary.places).encode()
    return {
        f"{of}features": np.frombuffer(features, dtype=np.uint8),
        f"{of}rarity": vocabulary.weights.astype(np.float16),
    }


def vocabulary_in(kept: Mapping[str, Any], of: str = "") -> Vocabulary:
    """Read a vocabulary from the arrays of a file."""
    features = kept[f"{of}features"].tobytes().decode()
    known = features.split(_APART) if features else []
    return Vocabulary(
        places={name: place for place, name in enumerate(known)},
        weights=kept[f"{of}rarity"].astype(np.float32),
    )


def _write(heads: Heads, path: Path) -> None:
    arrays = {
        **arrays_of(heads.vocabulary),
        "names": np.array(heads.names),
        "words": heads.words.astype(np.float16),
        "meaning": heads.meaning.astype(np.float16),
    }
    write_arrays(path, arrays)


def _read(path: Path) -> Heads:
    with np.load(path, allow_pickle=False) as kept:
        return Heads(
            names=tuple(kept["names"].tolist()),
            vocabulary=vocabulary_in(kept),
            words=kept["words"].astype(np.float32),
            meaning=kept["meaning"].astype(np.float32),
        )
