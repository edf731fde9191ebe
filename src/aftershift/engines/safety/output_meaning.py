"""What a sentence means that no phrase of ours names: a taught head for each kind of fault.

It stands behind the phrases of `output_check`: they know what is said, it knows what is meant by
words that nobody wrote down. It may stop too much, never let through what a phrase stopped.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from aftershift.engines.language.heads import Heads
from aftershift.engines.language.utterance import Utterance
from aftershift.engines.safety.output_kinds import Fault, FaultKind, OutputError, Speaker, State

FINE = ""  # the kind of a sentence that may leave
# Figures, patients and plain text are looked up and not guessed.
TAUGHT = (
    *(FaultKind.DIAGNOSIS, FaultKind.PRESCRIPTION, FaultKind.METHODS, FaultKind.HUMAN),
    *(FaultKind.ALERTED, FaultKind.SECRECY, FaultKind.PROMISE, FaultKind.MINIMISING),
    *(FaultKind.CONTRACT, FaultKind.DEPENDENCE, FaultKind.TRADE, FaultKind.CONFRONTING),
    *(FaultKind.BODY_NUMBERS, FaultKind.FOLKLORE),
)
ONLY_IN = {FaultKind.CONFRONTING: State.VIOLENCE, FaultKind.BODY_NUMBERS: State.EATING}
OF_SELF = frozenset(
    {
        *(FaultKind.HUMAN, FaultKind.ALERTED, FaultKind.SECRECY, FaultKind.PROMISE),
        *(FaultKind.CONTRACT, FaultKind.DEPENDENCE, FaultKind.TRADE),
    }
)
# Log-odds from which a kind counts; chosen by cross-validation so that about one fine sentence in
# fifty is stopped by any of them. `python -m benchmarks.output_check --thresholds`
LEAST = 0.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Spoken:
    """Some sentences that a coach could say, and the fault that each of them commits, if any."""

    kind: str
    says: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.kind != FINE and self.kind not in {kind.value for kind in FaultKind}:
            reason = f"kind is no fault: {self.kind}"
            raise OutputError(reason)


def meant(
    heard: Utterance,
    heads: Heads,
    *,
    state: State = State.ORDINARY,
    speaker: Speaker = Speaker.COACH,
    least: float = LEAST,
) -> Iterator[Fault]:
    """Give for each window of a text the surest fault that it seems to commit."""
    kinds = [
        at
        for at, kind in enumerate(map(FaultKind, heads.names))
        if ONLY_IN.get(kind, state) is state and not (speaker is Speaker.SCRIPT and kind in OF_SELF)
    ]
    for at, (starts, ends) in enumerate(heard.windows):
        odds = heads.log_odds(heard.window(at), heard.embeddings[at])[kinds]
        best = int(np.argmax(odds))
        if odds[best] > least:
            kind = FaultKind(heads.names[kinds[best]])
            began, ended = heard.cleaned.original(starts, ends)
            yield Fault(kind=kind, starts=began, ends=ended, reason=f"reads like {kind.value}")
