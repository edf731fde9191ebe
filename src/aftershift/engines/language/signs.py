"""The signs of empathy in a reply, how strong each is, and the authored replies that teach them.

A level is about the words of a reply and never about the one who wrote it.

Reference: Sharma et al. 2020, "A computational approach to understanding empathy expressed in
text-based mental health support" (EMNLP): three mechanisms, each none, weak or strong.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

STRONGEST = 2
Levels: TypeAlias = tuple[int, int, int]  # one for each sign, in the order of SIGNS


class Sign(StrEnum):
    """How a reply may show that it was written to somebody in particular."""

    EMOTIONAL_REACTION = "emotional_reaction"  # warmth, by the one who replies
    INTERPRETATION = "interpretation"  # the other's feeling or experience is understood
    EXPLORATION = "exploration"  # the other is asked about it


SIGNS = tuple(Sign)
# A head for each sign and level: is it at least so strong?
HEADS = tuple(f"{sign}_{least}" for sign in SIGNS for least in range(1, STRONGEST + 1))


class EmpathyError(Exception):
    """Authored words about empathy, or labelled replies, that may not be used; says why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Labelled:
    """A reply to something said, and how strong each sign is in it."""

    said: str
    reply: str
    levels: Levels

    def __post_init__(self) -> None:
        if not self.reply.strip():
            reason = "a reply without words"
            raise EmpathyError(reason)
        if any(not 0 <= level <= STRONGEST for level in self.levels):
            reason = f"a level is none of 0 to {STRONGEST}"
            raise EmpathyError(reason)


@dataclass(frozen=True, kw_only=True, slots=True)
class Scene:
    """Something that somebody said, and replies to it: three levels and the words of each."""

    said: str
    voice: str
    replies: tuple[tuple[int, int, int, str], ...]

    def __post_init__(self) -> None:
        if not (self.said.strip() and self.replies):
            reason = "a scene needs something said, and replies to it"
            raise EmpathyError(reason)
        words = [words.casefold() for *_levels, words in self.replies]
        if len(set(words)) < len(words):
            reason = "a reply is there twice"
            raise EmpathyError(reason)
        for _checked in self.labelled():
            pass

    def labelled(self) -> Iterator[Labelled]:
        """Give each reply with what it replies to. Raises EmpathyError for a wrong level."""
        for warm, understood, asked, words in self.replies:
            yield Labelled(said=self.said, reply=words, levels=(warm, understood, asked))
