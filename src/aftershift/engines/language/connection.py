"""What a message between two people is for: the household, each other, or neither of both.

Whole messages of a word or two, and those of pictures alone, are looked up; everything else is
heard by heads that were taught by our own messages. It counts messages and judges nobody.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.heads import Heads

_HEART = re.compile(r"<3+")
_MARK = re.compile(r"[^a-z0-9 ]")
_KISS = re.compile(r"x+o*x*|xo+(?:xo*)*")


class About(StrEnum):
    """What a message is for. `NEITHER` is also what nobody can tell from the message alone."""

    LOGISTICS = "logistics"
    CONNECTION = "connection"
    NEITHER = "neither"


class Way(StrEnum):
    """How a message is to the other."""

    ASKS = "asks"
    WARMTH = "warmth"
    TELLS = "tells"
    THANKS = "thanks"
    PLAY = "play"


ABOUTS, WAYS = tuple(About), tuple(Way)
NAMES = (*ABOUTS, *WAYS)  # of the heads, in this order


class LessonError(Exception):
    """Authored messages that may not teach; says why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Heard:
    """What a message is for, and how where it is to the other."""

    about: About
    way: Way | None = None

    def __post_init__(self) -> None:
        if (self.about is About.CONNECTION) is not (self.way is not None):
            reason = "a way is given where a message is to the other, and nowhere else"
            raise LessonError(reason)


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """Messages that teach one thing. `is_hard`: words of another kind stand in them, or few."""

    about: About
    why: str
    says: tuple[str, ...]
    way: Way | None = None
    is_hard: bool = False

    def __post_init__(self) -> None:
        Heard(about=self.about, way=self.way)
        if not self.says:
            reason = "a group without messages"
            raise LessonError(reason)


@dataclass(frozen=True, kw_only=True, slots=True)
class Short:
    """Whole messages that are known, and pictures that decide where nothing else is there."""

    about: About
    says: tuple[str, ...]
    way: Way | None = None
    pictures: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class ShortBook:
    """Short messages, made ready once; of two pictures the first kind of the file counts."""

    words: Mapping[str, Heard]
    pictures: tuple[tuple[frozenset[str], Heard], ...]

    def look_up(self, text: str) -> Heard | None:
        """Give what a clean text is known for; None for what is not known."""
        drawn = _HEART.sub("\u2764", text)
        words = _MARK.sub("", drawn).split()
        said = [one for one in words if not _KISS.fullmatch(one)]
        if said:
            return self.words.get(" ".join(said))
        if words:
            return Heard(about=About.CONNECTION, way=Way.WARMTH)  # nothing but a kiss
        seen = frozenset(drawn)
        return next((heard for known, heard in self.pictures if known & seen), None)


@dataclass(frozen=True, kw_only=True, slots=True)
class Listener:
    """Everything that messages are heard with. `heads` has the names of `NAMES`."""

    heads: Heads
    shorts: ShortBook


def hear(text: str, meaning: NDArray[np.float32], listener: Listener) -> Heard:
    """Say what a clean text is for; `meaning` is what the encoder makes of it."""
    known = listener.shorts.look_up(text)
    if known is not None:
        return known
    if not any(letter.isalnum() for letter in text):
        return Heard(about=About.NEITHER)  # marks and pictures that say nothing by themselves
    odds = listener.heads.log_odds(text, meaning)
    about = ABOUTS[int(odds[: len(ABOUTS)].argmax())]
    way = WAYS[int(odds[len(ABOUTS) :].argmax())] if about is About.CONNECTION else None
    return Heard(about=about, way=way)


def short_book(shorts: Sequence[Short]) -> ShortBook:
    """Make short messages ready. Raises LessonError where one stands twice."""
    words: dict[str, Heard] = {}
    for one in shorts:
        for said in one.says:
            key = " ".join(_MARK.sub("", clean(said).text).split())
            if key in words:
                reason = f"{said!r} stands twice"
                raise LessonError(reason)
            words[key] = Heard(about=one.about, way=one.way)
    pictures = tuple(
        (frozenset(clean(one.pictures).text) - {" "}, Heard(about=one.about, way=one.way))
        for one in shorts
        if one.pictures
    )
    return ShortBook(words=words, pictures=pictures)


def lessons_of(groups: Sequence[Group]) -> Iterator[tuple[str, tuple[bool, ...]]]:
    """Give each message that teaches as a clean text, and which of `NAMES` are true of it."""
    for group in groups:
        right = tuple(name in (group.about, group.way) for name in NAMES)
        for said in group.says:
            yield clean(said).text, right
