"""Judges a model's words: by the craft's rules, by what nobody may say, and by what they mean."""

from dataclasses import dataclass

from aftershift.adapters import hearing
from aftershift.adapters.encoders import Encoder, LexicalEncoder
from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.heads import Heads
from aftershift.engines.safety.output_check import OutputBook, check
from aftershift.engines.safety.output_kinds import Fault as OutputFault
from aftershift.engines.safety.output_kinds import FaultKind
from aftershift.engines.safety.output_meaning import meant
from aftershift.engines.voice.craft import CraftBook, Fault, says_too, sentence_fault
from aftershift.engines.voice.nearness import is_near, is_on_topic, is_turned
from aftershift.engines.voice.slots import Slots, sentences_of

# What the draft says in the same words may be said again, and no more than that.
_NEVER_AGAIN = frozenset({FaultKind.LENGTH, FaultKind.MARKUP})


@dataclass(frozen=True, kw_only=True, slots=True)
class VoiceJudge:
    """Everything a model's words are held against. Without MiniLM nothing of it may be said."""

    encoder: Encoder
    heads: Heads
    output: OutputBook
    craft: CraftBook

    def sentence(self, sentence: str, slots: Slots) -> Fault | None:
        """Judge one sentence as soon as it is whole."""
        if fault := sentence_fault(sentence, slots, self.craft):
            return fault
        if any(not _is_drafted(one, sentence, slots) for one in self._output(sentence)):
            return Fault.OUTPUT
        rows = self.encoder.embed([clean(sentence).text])
        return None if is_on_topic(rows, self.encoder.embed(_drafted(slots))) else Fault.FAR

    def whole(self, said: str, slots: Slots) -> Fault | None:
        """Judge all of it together with what is said behind it."""
        if isinstance(self.encoder, LexicalEncoder):
            return Fault.FAR
        together = check(slots.whole(said), self.output)
        if any(not _is_drafted(one, slots.whole(said), slots) for one in together):
            return Fault.OUTPUT
        texts = [clean(said).text, clean(slots.draft).text]
        if is_turned(*texts):
            return Fault.TURNED
        rows = self.encoder.embed(texts)
        return None if is_near(rows[:1], rows[1:]) else Fault.FAR

    def _output(self, sentence: str) -> tuple[OutputFault, ...]:
        found = check(sentence, self.output)
        return found or tuple(meant(hearing.hear(sentence, self.encoder), self.heads))


def _is_drafted(fault: OutputFault, said: str, slots: Slots) -> bool:
    words = said[fault.starts : fault.ends]
    return fault.kind not in _NEVER_AGAIN and says_too(f"{slots.draft} {slots.then}", words)


def _drafted(slots: Slots) -> list[str]:
    return [clean(one).text for one in (slots.draft, *sentences_of(slots.draft))]
