"""What a sentence means that no phrase of ours names: a taught head for each kind of fault.

It stands behind the phrases of `output_check`: they know what is said, it knows what is meant by
words that nobody wrote down. It may stop too much, never let through what a phrase stopped.
"""

from collections.abc import Iterator
from dataclasses import dataclass

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
ANY = "fault"  # the head that only knows that a sentence commits one, whoever reads it
HEADS = (ANY, *(kind.value for kind in TAUGHT))
# Log-odds of "any" and of the likeliest kind together, from which a sentence is stopped: one fine
# sentence in twenty is, by cross-validation (`python -m benchmarks.output_check --thresholds`). An
# authored line stands in its place, so too much is better than too little.
LEAST = -0.4
LEAST_ALONE = 0.0  # of the kind alone, where "any" knows nothing of the reader or the speaker


@dataclass(frozen=True, kw_only=True, slots=True)
class Spoken:
    """Some sentences that a coach could say, and the fault that each of them commits, if any."""

    kind: str
    says: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.kind != FINE and self.kind not in {kind.value for kind in FaultKind}:
            reason = f"kind is no fault: {self.kind}"
            raise OutputError(reason)


def answers_of(kind: str) -> tuple[bool, ...]:
    """Give for each head whether it is true of a sentence of this kind."""
    is_any = kind != FINE and FaultKind(kind) not in ONLY_IN
    return (is_any, *(kind == one for one in TAUGHT))


def meant(
    heard: Utterance,
    heads: Heads,
    *,
    state: State = State.ORDINARY,
    speaker: Speaker = Speaker.COACH,
) -> Iterator[Fault]:
    """Give for each window of a text the surest fault that it seems to commit."""
    is_script = speaker is Speaker.SCRIPT
    kinds = [
        at
        for at, kind in enumerate(TAUGHT, start=1)
        if ONLY_IN.get(kind, state) is state and not (is_script and kind in OF_SELF)
    ]
    for window, (starts, ends) in enumerate(heard.windows):
        odds = heads.log_odds(heard.window(window), heard.embeddings[window])
        over, kind = max(
            (odds[at] - LEAST_ALONE, TAUGHT[at - 1])
            if is_script or TAUGHT[at - 1] in ONLY_IN
            else (odds[0] + odds[at] - LEAST, TAUGHT[at - 1])
            for at in kinds
        )
        if over > 0:
            began, ended = heard.cleaned.original(starts, ends)
            yield Fault(kind=kind, starts=began, ends=ended, reason=f"reads like {kind.value}")
