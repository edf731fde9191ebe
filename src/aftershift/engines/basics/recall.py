"""Texts remembered by their meaning: the nearest ones to what is asked."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Rows: TypeAlias = NDArray[np.float32]  # (texts, width), each of unit length


@dataclass(frozen=True, slots=True)
class Near:
    """Something that was remembered, which of its texts was nearest, and how near, -1 to 1."""

    name: str
    at: int
    cosine: float


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Recall:
    """Texts in their order, by the name of what each belongs to, and their embeddings."""

    names: tuple[str, ...]
    rows: Rows

    def nearest(
        self, asked: Rows, most: int, *, among: Collection[str] | None = None
    ) -> tuple[Near, ...]:
        """Give the nearest names, each once, the nearest first; `asked` is one text in pieces."""
        if not (len(self.names) and len(asked)):
            return ()
        cosines = (self.rows @ asked.T).max(axis=1)
        found: dict[str, Near] = {}
        for at in np.argsort(-cosines, kind="stable"):
            name = self.names[at]
            if name in found or (among is not None and name not in among):
                continue
            found[name] = Near(name, int(at), float(cosines[at]))
            if len(found) >= most:
                break
        return tuple(found.values())


def gathered(texts: Sequence[tuple[str, str]], rows: Rows) -> Recall:
    """Put (name, text) pairs together with the row of each."""
    return Recall(names=tuple(name for name, _text in texts), rows=rows)
