"""The authored rules on what may leave, made ready: which phrases a sentence holds, and of which
it is freed by a "not", a quote, or what else it says.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from operator import itemgetter

from aftershift.engines.safety.authored import SignalError, needs_of, pattern_of
from aftershift.engines.safety.output_kinds import (
    Denial,
    OutputError,
    OutputScope,
    Refusal,
    Speaker,
    State,
)
from aftershift.engines.safety.output_text import (
    Sentence,
    clause_before,
    quoted,
    sentences,
    spelt_out,
)

_Known = tuple[str, tuple[frozenset[str], ...]]  # a pattern, and what a text must have for it


@dataclass(frozen=True, kw_only=True, slots=True)
class Hit:
    """One rule in a sentence, with its place there."""

    refusal: Refusal
    starts: int
    ends: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """For whom a text is looked at: who says it, what is true of the other, what is in quotes."""

    speaker: Speaker
    state: State
    quoted: bytearray


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All rules, with their phrases made ready once. Raises OutputError for one that is none."""

    refusals: tuple[Refusal, ...]
    scope: OutputScope
    sets: Mapping[str, str] = field(default_factory=dict)
    _phrases: tuple[tuple[int, _Known], ...] = field(init=False)  # of which rule each is
    _by_key: Mapping[str, tuple[int, ...]] = field(init=False)
    _unless: tuple[tuple[_Known, ...], ...] = field(init=False)
    _nots: Mapping[Denial, re.Pattern[str]] = field(init=False)
    _seeming: re.Pattern[str] = field(init=False)
    _doubts: tuple[_Known, ...] = field(init=False)

    def __post_init__(self) -> None:
        ready = object.__setattr__
        phrases = tuple(
            (at, known)
            for at, one in enumerate(self.refusals)
            for known in self._known(one.id, one.says)
        )
        ready(self, "_phrases", phrases)
        ready(self, "_by_key", _by_rarest_key(phrases))
        ready(self, "_unless", tuple(self._known(one.id, one.unless) for one in self.refusals))
        nots = {Denial.BEFORE: (*self.scope.nots, *self.scope.own), Denial.OWN: self.scope.own}
        ready(self, "_nots", {denial: self._any_of(words) for denial, words in nots.items()})
        ready(self, "_seeming", self._any_of(self.scope.seeming))
        ready(self, "_doubts", self._known("doubts", self.scope.doubts))

    def hits(self, sentence: Sentence, asked: Asked) -> Iterator[Hit]:
        """Give the first place of each rule that a sentence breaks, in the order of the rules."""
        for at, phrases in self._near(sentence):
            refusal = self.refusals[at]
            found = next(
                (
                    one
                    for one in _found(phrases, sentence)
                    if not self._is_spared(refusal, one, sentence, asked)
                ),
                None,
            )
            if found and _applies(refusal, asked) and not _has(self._unless[at], sentence):
                yield Hit(refusal=refusal, starts=found.start(), ends=found.end())

    def _near(self, sentence: Sentence) -> Iterator[tuple[int, list[_Known]]]:
        """Give of each rule the phrases that some word of the sentence may begin."""
        numbers = {
            number for key in sentence.begun & self._by_key.keys() for number in self._by_key[key]
        }
        near = (self._phrases[number] for number in sorted(numbers))
        for at, phrases in groupby(near, key=itemgetter(0)):
            yield at, [known for _at, known in phrases]

    def doubts(self, sentence: Sentence) -> bool:
        """Say whether a sentence tells that its number is not known."""
        return _has(self._doubts, sentence)

    def _is_spared(
        self, refusal: Refusal, found: re.Match[str], sentence: Sentence, asked: Asked
    ) -> bool:
        if refusal.of_self and asked.quoted[sentence.starts + found.start()]:
            return True
        if refusal.denial is Denial.NEVER:
            return False
        if refusal.denial is Denial.SENTENCE:
            whole = self._seeming.sub("~", sentence.text)
            return self._nots[Denial.BEFORE].search(whole) is not None
        before = clause_before(sentence.text, found.start(), self._seeming)
        return self._nots[refusal.denial].search(before) is not None

    def _known(self, id_: str, phrases: Sequence[str]) -> tuple[_Known, ...]:
        try:
            return tuple((pattern_of(one, self.sets), needs_of(one, self.sets)) for one in phrases)
        except SignalError as error:
            reason = f"{id_}: {error}"
            raise OutputError(reason) from error

    def _any_of(self, phrases: Sequence[str]) -> re.Pattern[str]:
        known = self._known("scope", phrases)
        return re.compile("|".join(pattern for pattern, _needs in known) or r"(?!)")


def faults_of(book: RuleBook) -> Iterator[str]:
    """Name every sentence that a rule should find and does not, or finds and should spare."""
    for refusal in book.refusals:
        alone = RuleBook((refusal,), book.scope, book.sets)
        yield from (
            f"{refusal.id}: lets through {one!r}" for one in refusal.finds if not _in(alone, one)
        )
        yield from (f"{refusal.id}: stops {one!r}" for one in refusal.spares if _in(alone, one))


def _applies(refusal: Refusal, asked: Asked) -> bool:
    if refusal.of_self and asked.speaker is Speaker.SCRIPT:
        return False
    return refusal.state in (State.ORDINARY, asked.state)


def _by_rarest_key(phrases: Sequence[tuple[int, _Known]]) -> Mapping[str, tuple[int, ...]]:
    """List the phrases under the beginnings of that word of theirs which is likely the rarest."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, (_at, (_pattern, needs)) in enumerate(phrases):
        for key in max(needs, key=lambda keys: min(map(len, keys))):
            found[key].append(number)
    return {key: tuple(numbers) for key, numbers in found.items()}


def _in(book: RuleBook, text: str) -> bool:
    said = spelt_out(text).text
    asked = Asked(speaker=Speaker.COACH, state=book.refusals[0].state, quoted=quoted(said))
    return any(True for one in sentences(said) for _hit in book.hits(one, asked))


def _has(known: Sequence[_Known], sentence: Sentence) -> bool:
    return any(True for _found_one in _found(known, sentence))


def _found(known: Sequence[_Known], sentence: Sentence) -> Iterator[re.Match[str]]:
    for pattern, needs in known:
        if not any(sentence.begun.isdisjoint(keys) for keys in needs):
            yield from _compiled(pattern).finditer(sentence.text)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
