"""What was said, as everything that listens gets it: heard once for each turn."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aftershift.engines.language.cleaning import Cleaned
from aftershift.engines.language.sentences import Stretch


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Utterance:
    """A message: its clean text, the windows it is heard in, and what the encoder makes of each.

    `embeddings` is (windows, width), float32, rows of unit length, in the order of `windows`.
    `unmended`: the clean text as it was typed, where words of `cleaned` were mended.
    `plain`: the same message in another reading, where digits or spaces disguise its words.
    """

    cleaned: Cleaned
    windows: tuple[Stretch, ...]
    embeddings: NDArray[np.float32]
    unmended: Cleaned | None = None
    plain: "Utterance | None" = None

    @property
    def text(self) -> str:
        """The clean text, in small Latin letters."""
        return self.cleaned.text

    def window(self, at: int) -> str:
        """Give the clean text of one window."""
        starts, ends = self.windows[at]
        return self.cleaned.text[starts:ends]
