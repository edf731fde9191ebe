"""What somebody did with one line of a hard conversation: asked, reflected, wished, blamed.

Four things hear a line: authored signs, the rules of empathy, the kinds of risky pattern that were
found in it, and heads that were taught by lines of ours. It is the words that are heard, never the
person who says them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.cues import any_of
from aftershift.engines.language.empathy_rules import RuleBook
from aftershift.engines.language.kinds import Kind
from aftershift.engines.language.sentences import sentences
from aftershift.engines.language.signs import STRONGEST

MOST_QUOTED = 6  # words of a line that are given back
# Log-odds from which the likeliest move is heard, and further ones; what a sign adds to them.
LEAST, ALSO, SAID = -1.5, -0.5, 1.0


class RehearsalError(Exception):
    """Something of a rehearsal that may not be used; says what."""


class Move(StrEnum):
    """What a line does. Where no head listens, the first of several counts as the line's own."""

    THREAT = "threat"
    BLAME = "blame"
    GENERALISE = "generalise"
    SORRY_BUT = "sorry_but"
    GAVE_IN = "gave_in"
    PLAIN = "plain"
    REFLECT = "reflect"
    OPEN = "open"
    OTHER = "other"


HURTS = frozenset({Move.THREAT, Move.BLAME, Move.GENERALISE, Move.SORRY_BUT})
UNDERSTANDS = frozenset({Move.REFLECT, Move.OPEN})
OF_KIND: Mapping[Kind, Move] = {
    Kind.THREAT: Move.THREAT,
    Kind.CONTROL: Move.THREAT,
    Kind.BLAME: Move.BLAME,
    Kind.CRITICISM: Move.BLAME,
    Kind.CONTEMPT: Move.BLAME,
    Kind.SARCASM: Move.BLAME,
    Kind.ABSOLUTES: Move.GENERALISE,
}
# Where a sentence begins, with a small word before it or none.
_BEGINS = r"^(?:(?:so|and|but|then|yes|ok|okay|now),? )*"
# An apology and its "but" may stand far apart, so that no phrase of a sign reaches over both.
_SORRY_BUT = re.compile(
    r"\b(?:sorry|apologi[sz]e)\b(?! to |,? but (?:i|we|the|it)\b)[^.?!\n]*?[ ,]but\b"
)
_BUT = re.compile(r"[\s,;]+but\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Sign:
    """Phrases that are a move; `unless` one of others is in the same sentence.

    `asks`: only in a sentence that is a question; `opens`: only where one that is none begins.
    """

    move: Move
    says: tuple[str, ...]
    unless: tuple[str, ...] = ()
    asks: bool = False
    opens: bool = False
    hears: tuple[str, ...]
    spares: tuple[str, ...]

    def __post_init__(self) -> None:
        if not (self.says and self.hears and self.spares):
            reason = f"{self.move}: phrases, a sentence to hear and one to spare are needed"
            raise RehearsalError(reason)


@dataclass(frozen=True, kw_only=True, slots=True)
class Heard:
    """The moves of one line, the first of them its own, and the words that were most of it."""

    moves: tuple[Move, ...] = (Move.OTHER,)
    words: str = ""

    @property
    def move(self) -> Move:
        """Give the move that counts."""
        return self.moves[0]

    @property
    def understands(self) -> bool:
        """Say whether the other's side was asked for or said back, and nothing took it away."""
        return self.move not in HURTS and not UNDERSTANDS.isdisjoint(self.moves)


Likely: TypeAlias = Mapping[Move, float]  # log-odds of each move by taught heads
NOBODY: Likely = {}  # where no head listens

_Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class SignBook:
    """All signs, made ready once, with the rules that hear understanding."""

    signs: tuple[Sign, ...]
    rules: RuleBook
    _ready: tuple[tuple[Sign, _Pattern, _Pattern | None], ...] = field(init=False)

    def __post_init__(self) -> None:
        made = tuple((one, _pattern(one), _either(one.unless)) for one in self.signs)
        object.__setattr__(self, "_ready", made)

    def find(self, sentence: str) -> Iterator[tuple[Move, str]]:
        """Give each move of one clean sentence, with the words that were heard."""
        for sign, says, unless in self._ready:
            if (sign.asks and "?" not in sentence) or (sign.opens and "?" in sentence):
                continue
            found = says.search(sentence)
            if found and not (unless and unless.search(sentence)):
                yield sign.move, found.group()
        if _SORRY_BUT.search(sentence):
            yield Move.SORRY_BUT, "but"
        if self.rules.marks(sentence, frozenset())[1] == STRONGEST and " you" in f" {sentence}":
            yield Move.REFLECT, ""


def hear(line: str, book: SignBook, kinds: Iterable[Kind] = (), likely: Likely = NOBODY) -> Heard:
    """Say what a line does.

    `kinds` are the risky patterns that were found in it, `likely` what taught heads hear in it.
    """
    text = clean(line).text
    found: dict[Move, str] = {}
    for one in sentences(text):
        for move, words in book.find(text[slice(*one)].strip()):
            found.setdefault(move, words)
    for kind in kinds:
        if kind in OF_KIND:
            found.setdefault(OF_KIND[kind], "")
    moves = _made(found, likely)
    if not moves:
        return Heard()
    return Heard(moves=moves, words=" ".join(found.get(moves[0], "").split()[:MOST_QUOTED]))


def _made(found: Mapping[Move, str], likely: Likely) -> tuple[Move, ...]:
    """Give the moves of a line: the likeliest first, or the gravest where no head listens."""
    if not likely:
        return tuple(move for move in Move if move in found)
    odds = {move: odd + (SAID if move in found else 0) for move, odd in likely.items()}
    surest = sorted(odds, key=odds.__getitem__, reverse=True)
    return tuple(move for at, move in enumerate(surest) if odds[move] > (ALSO if at else LEAST))


def without_but(line: str) -> str:
    """Give an apology up to its "but"; empty where nothing is left that could stand alone."""
    kept = _BUT.split(line.strip(), maxsplit=1)[0].strip(" ,;")
    starts = max((kept.rfind(mark) for mark in ".?!"), default=-1) + 1
    kept = kept[starts:].strip()
    return f"{kept}." if len(kept.split()) >= 4 else ""


def faults_of(sign: Sign, rules: RuleBook) -> Iterator[str]:
    """Name every sentence that a sign should hear and does not, or hears and should spare."""
    book = SignBook((sign,), RuleBook((), rules.empty))

    def is_heard(sentence: str) -> bool:
        return any(move is sign.move for move, _words in book.find(clean(sentence).text))

    yield from (f"{sign.move}: is deaf to {one!r}" for one in sign.hears if not is_heard(one))
    yield from (f"{sign.move}: hears {one!r}" for one in sign.spares if is_heard(one))


def _pattern(sign: Sign) -> _Pattern:
    return any_of(sign.says, start=_BEGINS) if sign.opens else any_of(sign.says)


def _either(phrases: tuple[str, ...]) -> _Pattern | None:
    return any_of(phrases) if phrases else None
