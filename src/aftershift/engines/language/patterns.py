"""Risky patterns in a message that somebody is about to send: which words, of what kind, and why.

Each clause is heard alone and inside its window, by its words and by its meaning, and an authored
cue in it counts on top. What is over the threshold of its kind is shown, and nothing else is:
a flag that is wrong costs more trust than one that is missing.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from operator import itemgetter
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from aftershift.engines.language.cleaning import Cleaned
from aftershift.engines.language.cues import CueBook, Found
from aftershift.engines.language.heads import Heads
from aftershift.engines.language.kinds import KINDS, Kind, Reason
from aftershift.engines.language.sentences import Stretch
from aftershift.engines.language.softening import Softener

CLAUSE_SAY = 0.5  # the clause alone; the rest is the window around it
CUE_SAY = 3.0  # log-odds that an authored cue adds to its kind
SUREST_ALONE = 1.0  # log-odds that a clause hardly ever has alone, unless there is a cue in it
_QUOTED = re.compile(r"\"[^\"]*\"")

Embeddings: TypeAlias = NDArray[np.float32]  # (texts, width), rows of unit length

# Log-odds from which each kind is shown, chosen together: those that find most while of a hundred
# shown 84 were right, and 70 of each kind, on the messages that are kept back and taught nothing
# (`python -m benchmarks.patterns --thresholds`).
THRESHOLDS: Mapping[Kind, float] = {
    Kind.CRITICISM: -1.24,
    Kind.CONTEMPT: 0.08,
    Kind.DEFENSIVENESS: 0.94,
    Kind.STONEWALLING: -1.46,
    Kind.DEMAND_WITHDRAW: -0.40,
    Kind.ABSOLUTES: -0.35,
    Kind.BLAME: -0.22,
    Kind.SARCASM: 0.98,
    Kind.THREAT: -0.26,
    Kind.CONTROL: -0.83,
    Kind.VAGUE: -1.47,
}


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Part:
    """One window of a message: its clauses, and what the encoder makes of it and of each."""

    window: Stretch
    meaning: NDArray[np.float32]
    clauses: tuple[Stretch, ...]
    meanings: Embeddings


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Message:
    """A message about to be sent, as it was typed and as it was heard.

    `about` gives what MiniLM makes of its first window: what it is about, and not what may go wrong
    in it. It costs time, and is called only where something was found.
    """

    typed: str
    cleaned: Cleaned
    parts: tuple[Part, ...]
    about: Callable[[], NDArray[np.float32]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Pattern:
    """Words that carry a pattern, in code points of what was typed, and a reason in one line."""

    kind: Kind
    starts: int
    ends: int
    why: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """What was found in a message, in its order, and a softer start where there is one."""

    patterns: tuple[Pattern, ...] = ()
    softer: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Reader:
    """Everything that messages are read with. `heads` has one name for each kind, in order."""

    heads: Heads
    cues: CueBook
    reasons: Mapping[Kind, Reason]
    softener: Softener
    thresholds: Mapping[Kind, float]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Carried:
    kind: Kind
    stretch: Stretch
    over: float  # how far over the threshold, in log-odds


def read(message: Message, reader: Reader) -> Reading:
    """Say which words of a message may make it harder to answer."""
    heard = (part for part in message.parts if part.clauses)
    found = [one for part in heard for one in _carried(message, part, reader)]
    if not found:
        return Reading()
    patterns = sorted(
        (_pattern(message, one, reader) for one in found),
        key=lambda one: (one.starts, one.ends, one.kind),
    )
    surest = sorted(found, key=lambda one: -one.over)
    softer = reader.softener.softer(
        tuple(dict.fromkeys(one.kind for one in surest)),
        message.about(),
        _own_words(message, found) if len(message.parts) == 1 else "",
    )
    return Reading(patterns=tuple(patterns), softer=softer)


def cues_in(text: str, book: CueBook) -> tuple[Found, ...]:
    """Find the cues of a clean text; what somebody else said, in quotes, is not the writer's."""
    quoted = [one.span() for one in _QUOTED.finditer(text)]
    return tuple(
        cue
        for cue in book.find(text)
        if not any(starts <= cue.starts < ends for starts, ends in quoted)
    )


def may_carry(text: str, meaning: NDArray[np.float32], reader: Reader) -> bool:
    """Say whether a window is worth being heard clause by clause: most are not, and cost time."""
    if cues_in(text, reader.cues):
        return True
    around = reader.heads.log_odds(text, meaning)
    least = np.array([reader.thresholds[kind] for kind in KINDS])
    best = CLAUSE_SAY * SUREST_ALONE + (1 - CLAUSE_SAY) * around
    return bool((best > least).any())


def odds(message: Message, part: Part, reader: Reader) -> Embeddings:
    """Give each clause's log-odds of each kind, (clauses, kinds)."""
    text = message.cleaned.text
    around = reader.heads.log_odds(text[slice(*part.window)], part.meaning)
    alone = np.stack(
        [
            reader.heads.log_odds(text[slice(*clause)], meaning)
            for clause, meaning in zip(part.clauses, part.meanings, strict=True)
        ]
    )
    both: Embeddings = CLAUSE_SAY * alone + (1 - CLAUSE_SAY) * around
    for cue in cues_in(text, reader.cues):
        for at, clause in enumerate(part.clauses):
            if _meet(clause, (cue.starts, cue.ends)):
                both[at, KINDS.index(cue.kind)] += CUE_SAY
    return both


def _carried(message: Message, part: Part, reader: Reader) -> Iterator[_Carried]:
    """Give the stretches that carry each kind; neighbouring clauses of one kind are one."""
    over = odds(message, part, reader) - np.array([reader.thresholds[kind] for kind in KINDS])
    for at, kind in enumerate(KINDS):
        rows = enumerate(over[:, at] > 0)
        for shown, run in groupby(rows, key=itemgetter(1)):
            if shown:
                carrying = [row for row, _shown in run]
                yield _Carried(
                    kind=kind,
                    stretch=(part.clauses[carrying[0]][0], part.clauses[carrying[-1]][1]),
                    over=float(over[carrying, at].max()),
                )


def _pattern(message: Message, one: _Carried, reader: Reader) -> Pattern:
    said = message.cleaned.text[slice(*one.stretch)]
    starts, ends = message.cleaned.original(*one.stretch)
    whys = reader.reasons[one.kind].why
    why = whys[sha256(said.encode()).digest()[0] % len(whys)]
    return Pattern(kind=one.kind, starts=starts, ends=ends, why=why)


def _own_words(message: Message, found: Sequence[_Carried]) -> str:
    """Give what was typed before the first words that carry anything."""
    first = min(one.stretch[0] for one in found)
    return message.typed[: message.cleaned.places[first]]


def _meet(one: Stretch, other: Stretch) -> bool:
    return one[0] < other[1] and other[0] < one[1]
