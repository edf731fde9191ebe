"""A message -> what each of its words means, as the encoder that was tuned by messages reads it."""

from dataclasses import dataclass

import numpy as np

from aftershift.adapters.encoders import Encoder, Vectors
from aftershift.engines.language.heads import DENSE_SCALE
from aftershift.engines.language.sentences import sentences
from aftershift.engines.safety.name_meaning import MEANT, Meaning, words_of
from aftershift.engines.safety.phi_text import read

LONGEST_READ = 240  # characters that are read at once, at the ends of sentences


@dataclass(frozen=True, kw_only=True, slots=True)
class NameEar:
    """Hears of each word whether it leads to a patient. `head` is (width + 1, kinds)."""

    encoder: Encoder
    head: Vectors

    def hear(self, text: str) -> Meaning:
        """Read a message as it was typed; the words are those of its clean text."""
        clean = read(text).clean
        words, odds = words_of(clean), list[Vectors]()
        for start, end in _pieces(clean):
            inside = [(a - start, b - start) for a, b in words if start <= a < end]
            if inside:
                rows = self.encoder.embed_parts(clean[start:end], inside)[1:]
                odds.append(DENSE_SCALE * rows @ self.head[:-1] + self.head[-1])
        heard = np.concatenate(odds) if odds else np.zeros((0, len(MEANT)), dtype=np.float32)
        return Meaning(words=words, odds=heard)


def name_ear(encoder: Encoder) -> NameEar | None:
    """Take the head that was tuned together with an encoder; without one there is no such ear."""
    head = encoder.head("patients")
    return None if head is None else NameEar(encoder=encoder, head=head)


def _pieces(text: str) -> list[tuple[int, int]]:
    """Cut a text where sentences end into pieces that are read at once."""
    pieces: list[tuple[int, int]] = []
    for _start, end in sentences(text):
        if pieces and end - pieces[-1][0] <= LONGEST_READ:
            pieces[-1] = (pieces[-1][0], end)
        else:
            pieces.append((pieces[-1][1] if pieces else 0, end))
    return pieces
