"""A message -> what each of its words means, as the encoder that was tuned by messages reads it."""

from bisect import bisect_left
from dataclasses import dataclass

import numpy as np

from aftershift.adapters.encoders import WIDTH, Encoder, Vectors
from aftershift.engines.language.heads import DENSE_SCALE
from aftershift.engines.language.sentences import sentences
from aftershift.engines.safety.name_meaning import Meaning, words_of
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
        words = words_of(clean)
        begins = [begin for begin, _end in words]
        rows = [np.zeros((0, WIDTH), dtype=np.float32)]
        for start, end in _pieces(clean):
            inside = words[bisect_left(begins, start) : bisect_left(begins, end)]
            moved = [(a - start, b - start) for a, b in inside]
            if moved:
                rows.append(self.encoder.embed_parts(clean[start:end], moved)[1:])
        odds = DENSE_SCALE * np.concatenate(rows) @ self.head[:-1] + self.head[-1]
        return Meaning(words=np.array(words, dtype=np.intp).reshape(-1, 2), odds=odds)


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
