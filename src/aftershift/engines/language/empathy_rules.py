"""Authored rules of empathy: what the phrases of a sentence say of each sign.

A rule of level 0 takes its sign away from the sentence it stands in: advice in the shape of a
question explores nothing. A question is a sign by its shape too: a generic one is weak, and one
that takes up a word of what was said is strong.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.cues import any_of
from aftershift.engines.language.signs import SIGNS, STRONGEST, EmpathyError, Levels, Sign

Stems: TypeAlias = frozenset[str]

TAKEN_AWAY = -1  # by a rule of level 0
STEM = 5  # letters by which two words count as the same
LEAST_WORD = 4  # letters of a word that can be taken up
_WORD = re.compile(r"[a-z']+")
_TO_YOU = re.compile(r"(?<![a-z])(?:you|your|u|ya|yourself)(?![a-z])")


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """Phrases of one sign and level, with sentences that it must hear and must not hear."""

    sign: Sign
    level: int
    says: tuple[str, ...]
    hears: tuple[str, ...]
    spares: tuple[str, ...]

    def __post_init__(self) -> None:
        if not 0 <= self.level <= STRONGEST:
            reason = f"{self.sign}: a level is none of 0 to {STRONGEST}"
            raise EmpathyError(reason)
        if not (self.says and self.hears and self.spares):
            reason = f"{self.sign}: phrases, a sentence to hear and one to spare are needed"
            raise EmpathyError(reason)


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All rules, made ready once, and the words of a question that say nothing of its subject."""

    rules: tuple[Rule, ...]
    empty: Stems
    _patterns: tuple[tuple[int, int, re.Pattern[str]], ...] = field(init=False)

    def __post_init__(self) -> None:
        # The strongest first, those that take away before all: the first that is found counts.
        ordered = sorted(self.rules, key=lambda rule: (rule.level > 0, -rule.level))
        made = tuple(
            (SIGNS.index(rule.sign), rule.level or TAKEN_AWAY, any_of(rule.says))
            for rule in ordered
        )
        object.__setattr__(self, "_patterns", made)

    def stems(self, text: str) -> Stems:
        """Give what a clean text is about: its longer words by their beginnings."""
        return frozenset(
            word[:STEM]
            for word in _WORD.findall(text)
            if len(word) >= LEAST_WORD and word not in self.empty
        )

    def marks(self, sentence: str, about: Stems) -> Levels:
        """Say how strong each sign is by rule; `TAKEN_AWAY` where a rule forbids it.

        `about` is what the other's words are about.
        """
        found = [0] * len(SIGNS)
        for at, level, pattern in self._patterns:
            if found[at] == 0 and (hit := pattern.search(sentence)):
                asks = SIGNS[at] is not Sign.EXPLORATION or _asks(sentence, hit.start())
                found[at] = level if asks else 0
        warm, understood, asked = found
        return warm, understood, max(asked, self._shape(sentence, about)) if asked >= 0 else asked

    def _shape(self, sentence: str, about: Stems) -> int:
        """Say how much a sentence asks by its shape alone."""
        if "?" not in sentence:
            return 0
        if self.stems(sentence) & about:
            return STRONGEST
        return 1 if _TO_YOU.search(sentence) else 0


def faults_of(rule: Rule) -> Iterator[str]:
    """Name every sentence that a rule should hear and does not, or hears and should spare."""
    pattern = any_of(rule.says)
    name = f"{rule.sign} {rule.level}"
    yield from (f"{name}: is deaf to {one!r}" for one in rule.hears if not _in(pattern, one))
    yield from (f"{name}: hears {one!r}" for one in rule.spares if _in(pattern, one))


def strongest(marks: Sequence[Levels]) -> Levels:
    """Give the strongest of each sign over some sentences; nothing where all was taken away."""
    warm, understood, asked = (max((0, *column)) for column in zip(*marks, strict=True))
    return warm, understood, asked


def _asks(sentence: str, starts: int) -> bool:
    """Say whether a phrase asks: in a question, or at the beginning where the mark was left out."""
    return "?" in sentence or starts == 0


def _in(pattern: re.Pattern[str], sentence: str) -> bool:
    return bool(pattern.search(clean(sentence).text))
