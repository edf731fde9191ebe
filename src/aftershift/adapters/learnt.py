"""What was learnt from our own messages, as files: they come with the package, or are made once.

Each lies under a name that changes with the messages, the encoder and how teaching goes. The
package brings those of its own messages and encoder (`python -m training.heads` writes them); with
any other they are taught once for each user and kept in the user's cache. Nothing in them is
anybody's writing but ours.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any, Generic, TypeVar

import numpy as np

from aftershift.adapters.encoders import Encoder
from aftershift.engines.language.choosing import Chooser
from aftershift.engines.language.features import Vocabulary
from aftershift.engines.language.heads import Heads

Given = TypeVar("Given")

SHIPPED = Path(__file__).resolve().parent.parent / "learnt"
SEED = 1
KEPT_BACK = 7  # of so many one
APART = "\0"  # between features in a file; no clean text holds it


@dataclass(frozen=True, kw_only=True, slots=True)
class HeadsOf(Generic[Given]):
    """One kind of heads, called with what teaches them and its digest.

    `name` is one word, the beginning of their file's name; `recipe` grows with every change of how
    they are taught; `what` says in words what they know.
    """

    name: str
    recipe: str
    what: str
    teach: Callable[[Given, Encoder], Heads]

    def __call__(
        self,
        given: Callable[[], Given],
        digest: str,
        encoder: Encoder,
        cache: Path,
        tell: Callable[[str], None],
    ) -> Heads:
        """Give the heads, from the cache where they lie there already."""

        def taught() -> dict[str, Any]:
            heads = self.teach(given(), encoder)
            return arrays_of(heads) | {"names": np.array(heads.names)}

        kept = kept_arrays(
            kept_file(f"{self.name}-{digest[:12]}-{encoder.version}-{self.recipe}.npz", cache),
            taught,
            tell,
            f"Teaching {self.what}, once: a minute or two",
            self.what,
        )
        return Heads(names=tuple(kept["names"].tolist()), **_parts_in(kept))


def kept_file(name: str, cache: Path) -> Path:
    """Say where something that was learnt lies, or would lie once it is."""
    shipped = SHIPPED / name
    return shipped if shipped.exists() else cache / name


def kept_arrays(
    path: Path,
    make: Callable[[], Mapping[str, Any]],
    tell: Callable[[str], None],
    doing: str,
    what: str,
) -> dict[str, Any]:
    """Give the arrays of a file, or make them and keep them there.

    `tell` hears `doing` before and `what` after. They are as they were kept, so the first time is
    no other.
    """
    if not path.exists():
        tell(doing)
        write_arrays(path, make())
        tell(f"Done: {what}")
    with np.load(path, allow_pickle=False) as kept:
        return dict(kept)


def write_arrays(path: Path, arrays: Mapping[str, Any]) -> None:
    """Write arrays whole or not at all, also when two processes do."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}.npz")
    np.savez_compressed(beside, **arrays)
    beside.replace(path)


def arrays_of(taught: Heads | Chooser, of: str = "") -> dict[str, Any]:
    """Give what was taught as arrays; `of` goes before their names, where a file has several."""
    features = APART.join(taught.vocabulary.places).encode()
    return {
        f"{of}features": np.frombuffer(features, dtype=np.uint8),
        f"{of}rarity": taught.vocabulary.weights.astype(np.float16),
        f"{of}words": taught.words.astype(np.float16),
        f"{of}meaning": taught.meaning.astype(np.float16),
    }


def chooser_in(kept: Mapping[str, Any], of: str = "") -> Chooser:
    """Read a chooser from the arrays of a file."""
    return Chooser(**_parts_in(kept, of))


def shuffled(many: int) -> list[int]:
    """Give a fixed shuffle of so many."""
    order = list(range(many))
    Random(SEED).shuffle(order)  # noqa: S311 - a fixed shuffle, nothing secret
    return order


def kept_back(text: str) -> bool:
    """Say whether a text teaches nothing, so that thresholds can be chosen by it: one in seven."""
    return int.from_bytes(sha256(text.encode()).digest()[:4]) % KEPT_BACK == 0


def _parts_in(kept: Mapping[str, Any], of: str = "") -> dict[str, Any]:
    features = kept[f"{of}features"].tobytes().decode()
    known = features.split(APART) if features else []
    return {
        "vocabulary": Vocabulary(
            places={name: place for place, name in enumerate(known)},
            weights=kept[f"{of}rarity"].astype(np.float32),
        ),
        "words": kept[f"{of}words"].astype(np.float32),
        "meaning": kept[f"{of}meaning"].astype(np.float32),
    }
