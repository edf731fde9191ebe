"""The kinds of risky pattern in a message to somebody, and the authored words about them.

A kind is about the words and never about the one who writes them.

References: Gottman & Levenson 1992 (criticism, contempt, defensiveness, stonewalling);
Christensen & Heavey 1990 (demand and withdrawal). The others are the project's own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

PLACES = frozenset({"home", "ward"})
_MARK = re.compile(r"<(/?)([a-z_]+)>")


class Kind(StrEnum):
    """What may make a message harder to answer."""

    CRITICISM = "criticism"
    CONTEMPT = "contempt"
    DEFENSIVENESS = "defensiveness"
    STONEWALLING = "stonewalling"
    DEMAND_WITHDRAW = "demand_withdraw"
    ABSOLUTES = "absolutes"
    BLAME = "blame"
    SARCASM = "sarcasm"
    THREAT = "threat"
    CONTROL = "control"
    VAGUE = "vague"


KINDS = tuple(Kind)


class PatternError(Exception):
    """Authored words about patterns that may not be used; says why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """A stretch of a message that somebody marked: its kind, from and to in code points."""

    kind: Kind
    starts: int
    ends: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Marked:
    """A message without its marks, and the marks."""

    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """Messages that teach: every stretch that carries a pattern stands between its marks."""

    kinds: tuple[Kind, ...]
    place: str
    why: str
    messages: tuple[str, ...]

    def __post_init__(self) -> None:
        _check_place(self.place)
        if not self.messages:
            reason = "a group without messages"
            raise PatternError(reason)
        marked = {mark.kind for one in self.read() for mark in one.marks}
        if marked != set(self.kinds):
            odd = ", ".join(sorted(marked ^ set(self.kinds)))
            reason = f"kinds and marks differ: {odd}"
            raise PatternError(reason)

    def read(self) -> Iterator[Marked]:
        """Give each message apart from its marks."""
        return (read_marks(one) for one in self.messages)


@dataclass(frozen=True, kw_only=True, slots=True)
class Shelf:
    """One file of messages."""

    group: tuple[Group, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    """A message that somebody might send, and a softer start that asks for the same."""

    said: str
    marked: str
    softer: str
    kinds: tuple[Kind, ...]
    place: str

    def __post_init__(self) -> None:
        _check_place(self.place)
        read = self.read()
        if read.text != self.said or {mark.kind for mark in read.marks} != set(self.kinds):
            reason = "what is marked is not what was said, or not of these kinds"
            raise PatternError(reason)

    def read(self) -> Marked:
        """Give what was said apart from its marks."""
        return read_marks(self.marked)


@dataclass(frozen=True, kw_only=True, slots=True)
class Reason:
    """What is said about one kind: why it may go wrong, what to try, and when it is fine."""

    id: Kind
    name: str
    why: tuple[str, ...]
    instead: tuple[str, ...]
    ok_when: str

    def __post_init__(self) -> None:
        if not (self.why and self.instead):
            reason = f"{self.id}: a reason and something to try instead are needed"
            raise PatternError(reason)


def read_marks(message: str) -> Marked:
    """Take the marks out of a message. Raises PatternError for one that does not close."""
    words, marks, opened = "", [], dict[Kind, int]()
    last = 0
    for tag in _MARK.finditer(message):
        words += message[last : tag.start()]
        last = tag.end()
        kind = _kind(tag[2])
        if bool(tag[1]) is not (kind in opened):
            reason = f"a mark of {kind} opens or closes twice"
            raise PatternError(reason)
        if tag[1]:
            marks.append(Mark(kind=kind, starts=opened.pop(kind), ends=len(words)))
        else:
            opened[kind] = len(words)
    if opened:
        reason = f"a mark of {next(iter(opened))} does not close"
        raise PatternError(reason)
    return Marked(text=words + message[last:], marks=tuple(marks))


def _kind(name: str) -> Kind:
    try:
        return Kind(name)
    except ValueError as error:
        reason = f"{name} is no kind"
        raise PatternError(reason) from error


def _check_place(place: str) -> None:
    if place not in PLACES:
        reason = f"place is none of {', '.join(sorted(PLACES))}"
        raise PatternError(reason)
