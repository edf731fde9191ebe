"""A model's answer, taken as it comes: every sentence is judged before the next is waited for.

Either a whole reply comes out that passed everything, or `NotSaid` with the reason. Whoever asked
then says the draft; nothing of what was refused is handed on.
"""

from collections.abc import Iterator
from typing import Protocol

from aftershift.engines.voice.craft import Fault, length_fault, repeats_itself
from aftershift.engines.voice.slots import Slots
from aftershift.engines.voice.streaming import Cutter, TooMuch


class NotSaid(Exception):
    """A model's words may not be said; `fault` says why, and no word of them is in it."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


class Judge(Protocol):
    """Who knows whether words may be said: the rules, and what the words mean."""

    def sentence(self, sentence: str, slots: Slots) -> Fault | None:
        """Judge one sentence as soon as it is whole."""

    def whole(self, said: str, slots: Slots) -> Fault | None:
        """Judge all of them together."""


def said_again(pieces: Iterator[str], slots: Slots, judge: Judge) -> str:
    """Take a model's answer and give the reply, with what is authored behind it. Raises NotSaid.

    An answer that goes on too long is cut after the last sentence that has room; then nothing
    more is read.
    """
    said: list[str] = []
    for sentence in _sentences(pieces):
        words = len(" ".join((*said, sentence)).split())
        if words > slots.most_words and length_fault(" ".join(said), slots) is None:
            break
        if fault := judge.sentence(sentence, slots):
            raise NotSaid(fault)
        said.append(sentence)
    text = " ".join(said)
    if repeats_itself(said):
        raise NotSaid(Fault.MARKS)
    if fault := length_fault(text, slots) or judge.whole(text, slots):
        raise NotSaid(fault)
    return slots.whole(_ended(text))


def _sentences(pieces: Iterator[str]) -> Iterator[str]:
    cutter = Cutter()
    try:
        for piece in pieces:
            yield from cutter.feed(piece)
    except TooMuch:
        raise NotSaid(Fault.TOO_LONG) from None
    if left := cutter.rest():
        yield left


def _ended(text: str) -> str:
    return text if text.endswith((".", '."', ".'")) else f"{text.rstrip(',;:')}."
