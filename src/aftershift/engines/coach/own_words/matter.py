"""What words to somebody may say: the lines in what was told, turned to them.

Who asks for words has mostly said already what they are to say, to us and about somebody: "she
minded the kids, which was good of her, and I found the knives in with the tea towels". Every
sentence of the last messages, and every part of a long one, that can be turned to them is a line;
which of them could be sent is taught (`Matter`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from aftershift.engines.basics.recall import Rows
from aftershift.engines.coach.own_words.addressing import plainly
from aftershift.engines.coach.own_words.cutting import ENDS, cut, parts
from aftershift.engines.coach.own_words.gravity import is_grave_sentence
from aftershift.engines.coach.own_words.second_person import to_them
from aftershift.engines.coach.own_words.whom import Whom, may_be_another, whom_of
from aftershift.engines.language.choosing import Numbers
from aftershift.engines.language.cleaning import Cleaned, clean
from aftershift.engines.language.heads import DENSE_SCALE
from aftershift.engines.language.sentences import Stretch

FEWEST, MOST, MOST_OF_TWO = 3, 28, 14  # words of a line, and of two sentences that are one
MOST_LINES = 16
APART = " / "  # between two messages that are read together

_LEADS = re.compile(  # what a line needs not begin with
    r"(?:(?:(?:and|but|so|then|because|cos|coz|well|ok|okay|yes|yeah|no(?=,)|anyway|also|honestly|"
    r"right|haha|lol|tbh)\b|(?:that|like|just|only|which)(?= (?:i|we|he|she|they|my|our)\b))"
    r"[ ,.]*)+(?=[a-z])",
    re.IGNORECASE,
)
_TRAILS = re.compile(r"[ ,]+(?:and|but|so|because|cos|lol|haha|tho|though|or)$", re.IGNORECASE)
_ASKS_US = re.compile(  # what asks for words is none of them
    r"(?:how|what|where|which|why) (?:do|can|could|should|would|shall|might|must) i\b|"
    r"(?:can|could|will|would) (?:you|u) (?:please |just |maybe )?(?:help|give|find|write|word|"
    r"draft|suggest|phrase|put)\b",
    re.IGNORECASE,
)
_MARKED = re.compile(r"^[\"“']([^\"“”]*)[\"”']$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line to somebody, where it was told, in which message, and how likely it could be sent."""

    message: int
    told: Stretch
    says: str
    share: float = 0.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """Messages of which the last asks for words, and what readers found could be sent, or never.

    Both are words of the messages, the best first, with plain apostrophes.
    """

    said: tuple[str, ...]
    sends: tuple[str, ...]
    never: tuple[str, ...] = ()

    def could_send(self, line: Line) -> bool:
        """Say whether a line is one of those that could be sent."""
        return self._told(line) in self.sends

    def never_sends(self, line: Line) -> bool:
        """Say whether a line is one of those that should never be sent."""
        return self._told(line) in self.never

    def _told(self, line: Line) -> str:
        return self.said[line.message].replace("’", "'")[slice(*line.told)]


def lines_of(said: Sequence[str]) -> tuple[Line, ...]:
    """Give the lines that messages hold, the latest message's first; the last asks for words.

    They are as they were typed, and of what is grave there is none.
    """
    messages = [one.replace("’", "'") for one in said]
    whom, found = whom_of(messages), dict[str, Line]()
    for at in reversed(range(len(messages))):
        for told, says in _lines(messages[at], whom):
            found.setdefault(says.lower(), Line(at, told, says))
    return tuple(found.values())[:MOST_LINES]


def _lines(text: str, whom: Whom) -> Iterator[tuple[Stretch, str]]:
    sentences = [*cut(text, ENDS, (0, len(text)))]
    both = ((one[0], two[1]) for one, two in pairwise(sentences))
    short = (one for one in both if len(text[slice(*one)].split()) <= MOST_OF_TWO)
    for starts, ends in dict.fromkeys((*parts(text), *sentences, *short)):
        is_asked = "?" in text[starts : ends + 2]
        if is_asked or "[" in text[starts:ends] or is_grave_sentence(text[starts:ends]):
            continue
        leads = _LEADS.match(text, starts, ends)
        told = (leads.end() if leads else starts, ends)
        if _ASKS_US.match(text, *told):
            continue
        says = "" if may_be_another(text, told, whom) else to_them(text[slice(*told)], whom)
        says = _MARKED.sub(r"\1", says.strip(" ,-;:").rstrip(".!, "))
        says = plainly(_TRAILS.sub("", says))
        if FEWEST <= len(says.split()) <= MOST:
            yield told, says


def read_together(said: Sequence[str], lines: Sequence[Line]) -> tuple[str, tuple[Stretch, ...]]:
    """Give clean messages as they are read at once, the last first, and where each line stands."""
    cleaned = [clean(one.replace("’", "'")) for one in said]
    begins, text = dict[int, int](), ""
    for at in reversed(range(len(cleaned))):
        text = f"{text}{APART}" if text else ""
        begins[at] = len(text)
        text += cleaned[at].text
    return text, tuple(_moved(cleaned[one.message], one.told, begins[one.message]) for one in lines)


def _moved(cleaned: Cleaned, told: Stretch, begins: int) -> Stretch:
    starts, ends = cleaned.cleaned(*told)
    return begins + starts, begins + ends


@dataclass(frozen=True, kw_only=True, slots=True)
class Matter:
    """The head that was tuned to what could be sent, (width + 1, 1); or none."""

    head: Numbers | None

    def weighed(self, lines: Sequence[Line], rows: Rows) -> tuple[Line, ...]:
        """Give the lines with their shares, the likeliest first; `rows` as they are read together.

        None are known where nothing was tuned.
        """
        if self.head is None or not lines:
            return ()
        odds = DENSE_SCALE * rows @ self.head[:-1, 0] + self.head[-1, 0]
        shares = map(float, 1 / (1 + np.exp(-odds)))
        known = (replace(line, share=share) for line, share in zip(lines, shares, strict=True))
        return tuple(sorted(known, key=lambda one: -one.share))
