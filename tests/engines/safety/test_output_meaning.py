"""What no phrase names is stopped by what it means, where the fault is one for this reader."""

import numpy as np
import pytest

from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.features import vocabulary_of
from aftershift.engines.language.heads import Heads
from aftershift.engines.language.utterance import Utterance
from aftershift.engines.safety.output_kinds import FaultKind, OutputError, Speaker, State
from aftershift.engines.safety.output_meaning import HEADS, Spoken, answers_of, meant

SURE = 4.0


def heads_sure_of(*kinds: FaultKind) -> Heads:
    """Make heads that hear the same in everything: these kinds, the last one surest."""
    vocabulary = vocabulary_of(("a word", "a word"))
    words = np.zeros((len(vocabulary.weights) + 1, len(HEADS)), dtype=np.float32)
    words[-1] = -SURE
    for more, kind in enumerate(kinds):
        words[-1, HEADS.index(kind.value)] = SURE + more
    return Heads(
        names=HEADS,
        vocabulary=vocabulary,
        words=words,
        meaning=np.zeros((3, len(HEADS)), dtype=np.float32),
    )


def said(text: str) -> Utterance:
    cleaned = clean(text)
    return Utterance(
        cleaned=cleaned,
        windows=((0, len(cleaned.text)),),
        embeddings=np.array([[1.0, 0.0]], dtype=np.float32),
    )


def found(
    *kinds: FaultKind, state: State = State.ORDINARY, speaker: Speaker = Speaker.COACH
) -> list[FaultKind]:
    faults = meant(said("Any words at all."), heads_sure_of(*kinds), state=state, speaker=speaker)
    return [one.kind for one in faults]


def test_the_surest_fault_of_a_window_is_given_with_its_place() -> None:
    heads = heads_sure_of(FaultKind.PROMISE, FaultKind.HUMAN)
    (fault,) = meant(said("Any words at all."), heads)
    assert (fault.kind, fault.starts, fault.ends) == (FaultKind.HUMAN, 0, 17)
    assert fault.reason == "reads like human"


def test_what_nothing_is_sure_of_may_leave() -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("kind", "state"),
    [(FaultKind.CONFRONTING, State.VIOLENCE), (FaultKind.BODY_NUMBERS, State.EATING)],
)
def test_some_are_faults_only_while_something_else_is_true(kind: FaultKind, state: State) -> None:
    assert found(kind) == []
    assert found(kind, state=state) == [kind]


def test_words_for_somebody_else_may_speak_of_a_self() -> None:
    assert found(FaultKind.HUMAN, speaker=Speaker.SCRIPT) == []
    assert found(FaultKind.DIAGNOSIS, speaker=Speaker.SCRIPT) == [FaultKind.DIAGNOSIS]


def test_what_depends_on_the_reader_does_not_teach_what_is_always_a_fault() -> None:
    assert answers_of("") == (False,) * len(HEADS)
    assert [name for name, is_so in zip(HEADS, answers_of("human"), strict=True) if is_so] == [
        "fault",
        "human",
    ]
    assert [
        name for name, is_so in zip(HEADS, answers_of("confronting"), strict=True) if is_so
    ] == ["confronting"]


def test_a_kind_that_is_no_fault_is_refused() -> None:
    with pytest.raises(OutputError, match="rude"):
        Spoken(kind="rude", says=("No.",))
