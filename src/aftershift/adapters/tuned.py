"""What the coach's own encoder hears in a message: what is done, wanted, and weighs most in it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from aftershift.adapters.encoders import Encoder
from aftershift.engines.basics.recall import Rows
from aftershift.engines.coach.hearing.wants import Wanting, Wants
from aftershift.engines.coach.own_words.cutting import clean_parts, parts
from aftershift.engines.coach.own_words.matter import Line, Matter, lines_of, read_together
from aftershift.engines.coach.own_words.weights import Scale, Weights
from aftershift.engines.language.utterance import Utterance


@dataclass(frozen=True, kw_only=True, slots=True)
class Tuned:
    """What was heard. `done` are the whole and its windows, where it has several."""

    done: Rows
    wants: Wants
    weights: Weights


@dataclass(frozen=True, kw_only=True, slots=True)
class TunedEar:
    """The encoder that was tuned to gists, wants and weights, with its heads."""

    encoder: Encoder
    wanting: Wanting
    scale: Scale
    matter: Matter

    def hear(self, text: str, utterance: Utterance, windows: Sequence[str]) -> Tuned:
        """Read a message, as it was typed and heard, once; and its windows."""
        rows = self.encoder.embed_parts(utterance.text, clean_parts(text, utterance.cleaned))
        done = np.concatenate([rows[:1], self.encoder.embed(windows)])
        return Tuned(
            done=done,
            wants=self.wanting.heard(done),
            weights=self.scale.weights(parts(text), rows[1:]),
        )

    def lines(self, said: Sequence[str]) -> tuple[Line, ...]:
        """Give what messages as they were typed hold that could be said to somebody."""
        lines = lines_of(said)
        rows = self.encoder.embed_parts(*read_together(said, lines))[1:]
        return self.matter.weighed(lines, rows)


def tuned_ear(encoder: Encoder) -> TunedEar:
    """Take the heads that were tuned together with an encoder; without any it hears nothing."""
    return TunedEar(
        encoder=encoder,
        wanting=Wanting(head=encoder.head("wants")),
        scale=Scale(head=encoder.head("weights")),
        matter=Matter(head=encoder.head("lines")),
    )
