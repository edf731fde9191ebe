"""What may not leave: the kinds of faults, what makes a sentence one, and what was found."""

from dataclasses import dataclass
from enum import StrEnum


class OutputError(Exception):
    """A rule on what may leave that cannot be used; says which and why."""


class FaultKind(StrEnum):
    """Why a text may not leave; docs/safety.md says each in a line."""

    DIAGNOSIS = "diagnosis"
    PRESCRIPTION = "prescription"
    METHODS = "methods"
    HUMAN = "human"
    ALERTED = "alerted"
    SECRECY = "secrecy"
    PROMISE = "promise"
    MINIMISING = "minimising"
    CONTRACT = "contract"
    DEPENDENCE = "dependence"
    TRADE = "trade"
    CONFRONTING = "confronting"
    BODY_NUMBERS = "body_numbers"
    FIGURE = "figure"
    FOLKLORE = "folklore"
    PATIENT = "patient"
    MARKUP = "markup"
    LENGTH = "length"


class State(StrEnum):
    """What is true of the person to whom it would go, and forbids more than usual."""

    ORDINARY = ""
    VIOLENCE = "violence"
    EATING = "eating_disorder"


class Speaker(StrEnum):
    """Who says it: the coach of itself, or the person who is offered the words as their own."""

    COACH = "coach"
    SCRIPT = "script"


class Denial(StrEnum):
    """Which "not" takes the fault out of a phrase.

    BEFORE: any in its clause before it. OWN: only the coach's own "I can't", for "don't take it" is
    advice too. SENTENCE: any in the sentence. NEVER: none, for the phrase holds it or needs none.
    """

    BEFORE = "before"
    OWN = "own"
    SENTENCE = "sentence"
    NEVER = "never"


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """One reason why a text may not leave: where, in code points of the text as given, and why."""

    kind: FaultKind
    starts: int
    ends: int
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Refusal:
    """Some phrases that may not leave, written in the language of `engines.safety.signals`.

    `unless`: phrases anywhere in the sentence that spare it. `of_self`: only the coach may not say
    it; a script, and what stands in quotes, is somebody else's. Every one carries sentences that
    it must find and sentences that it must spare.
    """

    id: str
    kind: FaultKind
    why: str
    says: tuple[str, ...]
    finds: tuple[str, ...]
    spares: tuple[str, ...]
    denial: Denial = Denial.BEFORE
    unless: tuple[str, ...] = ()
    of_self: bool = False
    state: State = State.ORDINARY

    def __post_init__(self) -> None:
        if not (self.says and self.finds and self.spares and self.why):
            reason = f"{self.id}: why, phrases, a sentence to find and one to spare are needed"
            raise OutputError(reason)


@dataclass(frozen=True, kw_only=True, slots=True)
class OutputScope:
    """The words around a phrase that count: `nots`, the coach's `own`, and what only seems one.

    `doubts` in a sentence say that a number is not known: then it may be named. `public` names
    look like somebody's and are nobody's.
    """

    nots: tuple[str, ...]
    own: tuple[str, ...]
    seeming: tuple[str, ...]
    doubts: tuple[str, ...]
    public: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """A number that may be said, of what alone, and where it comes from.

    `figures` as they may be written ("45 percent", "a quarter", "twice"); a sentence that holds one
    must also hold one of each of `about`. `source` is what was read, `checked` how:
    "excerpt" of it, "read" whole, or "ours" for a rule of our own engines.
    """

    id: str
    says: str
    figures: tuple[str, ...]
    about: tuple[str, ...]
    source: str
    checked: str
    doi: str = ""

    def __post_init__(self) -> None:
        if not (self.figures and self.about and self.source):
            reason = f"{self.id}: figures, what they are about and a source are needed"
            raise OutputError(reason)
        if self.checked not in {"read", "excerpt", "ours"}:
            reason = f"{self.id}: not checked; what is only remembered is no source"
            raise OutputError(reason)
