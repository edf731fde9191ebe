"""The drill of reflective listening: what was meant said back, the feeling named, no advice.

Read by authored signs and by the words that both have in common; `docs/rehearsal.md` says how
often it is right.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.cues import any_of
from aftershift.engines.language.empathy_rules import RuleBook, Stems
from aftershift.engines.language.sentences import sentences

# Where a clause begins, with a small word before an order or none.
_BEGINS = r"(?:^|(?<=[.!?;:,\n] ))(?:(?:just|simply|always|maybe|please|then|and) )*"
# Comfort and mere feeling say nothing back.
_CONSOLES = re.compile(
    r"^you(?:'ll| will| can| did (?:well|great|everything|what))\b"
    r"|^you're (?:great|strong|amazing|doing)\b"
    r"|^you (?:sound|look|seem|feel|must|can)\b|\b(?:fault|in the first|gets better)\b"
)
_YOU = re.compile(r"\b(?:you|your|you're|you've|you'd|yourself|u|ur)\b")


@dataclass(frozen=True, kw_only=True, slots=True)
class Message:
    """What somebody says, what they may feel, and two replies that reflect it."""

    id: str
    who: str
    says: str
    feels: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Cue:
    """Phrases of one kind, with sentences that they must hear and must not hear."""

    says: tuple[str, ...]
    hears: tuple[str, ...]
    spares: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Marks:
    """What a reply does. All three together are reflective listening."""

    paraphrase: bool
    feeling: bool
    no_advice: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Remark:
    """What is said where a mark is there, and where it is not."""

    there: str
    not_there: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Remarks:
    """What is said of each mark."""

    paraphrase: Remark
    feeling: Remark
    no_advice: Remark


@dataclass(frozen=True, kw_only=True, slots=True)
class ListeningNote:
    """At most one strength and one change, and a reply that has all three."""

    strength: str = ""
    change: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class ListeningBook:
    """What replies are read with."""

    says_back: Cue
    told: Cue  # only where a sentence begins
    feelings: Cue
    advice: Cue
    orders: Cue  # only where a clause begins
    rules: RuleBook
    _ready: tuple[re.Pattern[str], ...] = field(init=False)

    def __post_init__(self) -> None:
        cues = (self.says_back, self.feelings, self.advice)
        opens = (_beginning(self.told), _opening(self.orders))
        ready = (*(any_of(one.says) for one in cues), *opens)
        object.__setattr__(self, "_ready", ready)

    def marks(self, said: str, reply: str) -> Marks:
        """Say what a reply to a message does."""
        text, about = clean(reply).text, self.rules.stems(clean(said).text)
        parts = [text[slice(*one)].strip() for one in sentences(text)]
        says_back, feelings, *_others = self._ready
        told = [one for one in parts if not self._advises(one)]
        return Marks(
            paraphrase=any(says_back.search(one) or self._takes_up(one, about) for one in told),
            feeling=any(feelings.search(one) for one in parts),
            no_advice=len(told) == len(parts),
        )

    def _advises(self, sentence: str) -> bool:
        advice, _told, orders = self._ready[2:]
        return bool(advice.search(sentence) or orders.search(sentence))

    def _takes_up(self, sentence: str, about: Stems) -> bool:
        """Say whether a statement is told to the other, or about two things that they spoke of."""
        if "?" in sentence or _CONSOLES.search(sentence):
            return False
        is_to_them = bool(_YOU.search(sentence))
        shares = len(self.rules.stems(sentence) & about) > 1
        return bool(self._ready[3].search(sentence)) or (is_to_them and shares)


def note_on(reply: str, message: Message, book: ListeningBook, remarks: Remarks) -> ListeningNote:
    """Say one thing to keep and one to change: advice first, then what was meant, then feeling."""
    marks = book.marks(message.says, reply)
    ordered = ("no_advice", "paraphrase", "feeling")
    missing = next((one for one in ordered if not getattr(marks, one)), None)
    there = next((one for one in ("feeling", "paraphrase") if getattr(marks, one)), None)
    if there is None and missing != "no_advice":
        there = "no_advice"
    return ListeningNote(
        strength=getattr(remarks, there).there if there else "",
        change=getattr(remarks, missing).not_there if missing else "",
        example=message.examples[len(reply) % len(message.examples)] if missing else "",
    )


def faults_in(book: ListeningBook) -> Iterator[str]:
    """Name every sentence that a cue should hear and does not, or hears and should spare."""
    yield from _faults_of("says_back", book.says_back, any_of(book.says_back.says))
    yield from _faults_of("feelings", book.feelings, any_of(book.feelings.says))
    yield from _faults_of("advice", book.advice, any_of(book.advice.says))
    yield from _faults_of("told", book.told, _beginning(book.told))
    yield from _faults_of("orders", book.orders, _opening(book.orders))


def _faults_of(name: str, cue: Cue, pattern: re.Pattern[str]) -> Iterator[str]:

    def is_heard(sentence: str) -> bool:
        return bool(pattern.search(clean(sentence).text))

    yield from (f"{name}: is deaf to {one!r}" for one in cue.hears if not is_heard(one))
    yield from (f"{name}: hears {one!r}" for one in cue.spares if is_heard(one))


def _opening(cue: Cue) -> re.Pattern[str]:
    return any_of(cue.says, start=_BEGINS)


def _beginning(cue: Cue) -> re.Pattern[str]:
    return any_of(cue.says, start=r"^(?:(?:so|and|but|then|oh),? )*")
