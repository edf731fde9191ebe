"""May a model's sentence be said? What the craft forbids, by phrases and by its form.

A model's words have less leave than our own: what an author may weigh, a model may not say at all.
Where a rule fires, the authored draft stands in, so too much is better than too little. What the
draft says itself may be said again.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import TypeAlias

from aftershift.engines.language.cleaning import clean
from aftershift.engines.safety.authored import SignalError, pattern_of
from aftershift.engines.safety.output_figures import WORDS, Ledger, figures
from aftershift.engines.safety.output_text import sentences, spelt_out
from aftershift.engines.voice.slots import Slots

RUN_OF_THEIRS = 4  # words of the person's own in a row that may be given back
RUN_OF_RULES = 6  # words of the instructions in a row that give them away
# Plain letters, figures and marks: what is no English text is no sentence of ours.
_WRITTEN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ0-9 .,;:'\"?()-]+")
_SHAPED = re.compile(
    r"^\W*(?:\d+[.)]|[-*#>•])\s|[:;]$|^(?:reply|draft|act|coach|assistant)\b *:", re.I
)
_DIGITS = re.compile(r"\d+(?:[.,:]\d+)*")
_WORD = re.compile(r"[a-z0-9']+")
# "One" is an article here, and shares are found as figures by `engines/safety/output_check`.
_TEENS = {"thirteen", "fourteen", "sixteen", "seventeen", "eighteen", "nineteen"}
NUMBERS = frozenset({*WORDS, *_TEENS, "thousand", "million", "dozen", "percent"}) - {"one"}


class VoiceError(Exception):
    """A rule on a model's words that cannot be used; says which and why."""


class Fault(StrEnum):
    """Why a model's words are not said."""

    EMPTY = "empty"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    MARKS = "marks"  # another script, a list, a label
    QUESTION = "question"
    NUMBER = "number"
    OUTPUT = "output"  # what nobody may say here: engines/safety/output_check
    VERDICT = "verdict"
    ADVICE = "advice"
    SELF = "self"  # speaks of itself, or of its orders
    TONE = "tone"
    PRACTICE = "practice"
    ECHO = "echo"
    RULES = "rules"
    FAR = "far"  # means something else than the draft
    TURNED = "turned"  # denies what the draft says, or says what it denies


@dataclass(frozen=True, kw_only=True, slots=True)
class Never:
    """Some phrases that no model may say, in the language of `engines.safety.signals`.

    Each carries sentences that it must find and sentences that it must spare.
    """

    id: str
    fault: Fault
    says: tuple[str, ...]
    finds: tuple[str, ...]
    spares: tuple[str, ...]

    def __post_init__(self) -> None:
        if not (self.says and self.finds and self.spares):
            reason = f"{self.id}: phrases, a sentence to find and one to spare are needed"
            raise VoiceError(reason)


@dataclass(frozen=True, slots=True)
class CraftBook:
    """All that a model's sentence is asked, made ready once. Raises VoiceError.

    `practices` are names of practices; `rules` what the model is told.
    """

    nevers: tuple[Never, ...]
    practices: tuple[str, ...]
    rules: str
    ledger: Ledger
    _phrases: tuple[tuple[Never, re.Pattern[str]], ...] = field(init=False)
    _rules: frozenset[tuple[str, ...]] = field(init=False)
    _practices: Mapping[tuple[str, ...], str] = field(init=False)

    def __post_init__(self) -> None:
        try:
            phrases = tuple(
                (one, re.compile(pattern_of(says))) for one in self.nevers for says in one.says
            )
        except SignalError as error:
            raise VoiceError(str(error)) from error
        named = {tuple(words_of(one)): one for one in self.practices}
        object.__setattr__(self, "_phrases", phrases)
        object.__setattr__(self, "_rules", frozenset(runs(words_of(self.rules), RUN_OF_RULES)))
        object.__setattr__(self, "_practices", named)

    def never(self, sentence: str, draft: str) -> Fault | None:
        """Find a phrase that may not be said and that the draft does not say itself."""
        said = clean(sentence).text
        for one, pattern in self._phrases:
            if (found := pattern.search(said)) and not says_too(draft, found.group()):
                return one.fault
        return None

    def names_practice(self, sentence: str, draft: str) -> bool:
        """Say whether a practice is named that the draft does not name."""
        said, drafted = words_of(sentence), words_of(draft)
        return any(
            size <= len(said) and name in set(runs(said, size)) - set(runs(drafted, size))
            for name in self._practices
            for size in (len(name),)
            if size > 1
        )

    def tells_rules(self, sentence: str) -> bool:
        """Say whether a run of the instructions stands in it."""
        return bool(self._rules & set(runs(words_of(sentence), RUN_OF_RULES)))


Broken: TypeAlias = Callable[[str, Slots, CraftBook], Fault | bool | None]
# What a sentence is asked, in this order: a fault of its own, or whether it commits the named one.
ASKED: tuple[tuple[Fault, Broken], ...] = (
    (Fault.MARKS, lambda said, _slots, _book: not is_written(said)),
    (Fault.QUESTION, lambda said, _slots, _book: "?" in said),
    (Fault.NUMBER, lambda said, slots, book: adds_number(said, slots.draft, book.ledger)),
    (Fault.VERDICT, lambda said, slots, book: book.never(said, slots.draft)),
    (Fault.PRACTICE, lambda said, slots, book: book.names_practice(said, slots.draft)),
    (Fault.RULES, lambda said, _slots, book: book.tells_rules(said)),
    (Fault.ECHO, lambda said, slots, _book: gives_back(said, slots)),
)


def sentence_fault(sentence: str, slots: Slots, book: CraftBook) -> Fault | None:
    """Give the first reason why a sentence may not be said; None, and it may."""
    for fault, is_broken in ASKED:
        if found := is_broken(sentence, slots, book):
            return found if isinstance(found, Fault) else fault
    return None


def is_written(sentence: str) -> bool:
    """Say whether it is a plain sentence in our letters: no other script, list or label."""
    return bool(_WRITTEN.fullmatch(sentence)) and not _SHAPED.search(sentence)


def length_fault(said: str, slots: Slots) -> Fault | None:
    """Say whether all that was said is too short or too long."""
    words = len(said.split())
    if not words:
        return Fault.EMPTY
    if words < slots.fewest_words:
        return Fault.TOO_SHORT
    return Fault.TOO_LONG if words > slots.most_words else None


def adds_number(sentence: str, draft: str, ledger: Ledger) -> bool:
    """Say whether a number is neither in the draft nor one that we can stand for."""
    new = numbers_in(sentence) - numbers_in(draft)
    if not new:
        return False
    held = " ".join(
        one.text[starts:ends]
        for one in sentences(spelt_out(sentence).text)
        for starts, ends in figures(one.text)
        if ledger.holds(one.text[starts:ends], one.text)
    )
    return bool(new - numbers_in(held))


def numbers_in(text: str) -> frozenset[str]:
    """Give the numbers of a text, in figures and in words."""
    said = spelt_out(text).text
    words = {one for word in _WORD.findall(said) for one in word.split("-")}
    return frozenset({*_DIGITS.findall(said), *(words & NUMBERS)})


def gives_back(sentence: str, slots: Slots) -> bool:
    """Say whether more of the person's own words stand in a row than a listener gives back."""
    size = RUN_OF_THEIRS + 1
    theirs = set(runs(words_of(slots.message.text), size))
    drafted = set(runs(words_of(slots.draft), size))
    return bool((theirs - drafted) & set(runs(words_of(sentence), size)))


def words_of(text: str) -> tuple[str, ...]:
    """Give the words of a text as they are compared."""
    return tuple(_WORD.findall(clean(text).text))


def says_too(text: str, phrase: str) -> bool:
    """Say whether the words of a phrase stand in a text in their order."""
    words = words_of(phrase)
    return bool(words) and words in set(runs(words_of(text), len(words)))


def runs(words: Sequence[str], size: int) -> list[tuple[str, ...]]:
    """Give every run of so many words."""
    return [tuple(words[at : at + size]) for at in range(len(words) - size + 1)]


def repeats_itself(said: Sequence[str]) -> bool:
    """Say whether a sentence is said twice in a row: a model that runs in circles."""
    return any(first.casefold() == second.casefold() for first, second in pairwise(said))
