"""What teaches the coach's choices."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Lesson:
    """A text that teaches a choice, and the names that are right for it; none is an answer too."""

    text: str
    names: tuple[str, ...]
    weight: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Lessons:
    """What teaches themes, by their `names`, and moves; `cases` are three ways of each exchange."""

    names: Sequence[str]
    themes: Sequence[Lesson]
    moves: Sequence[Lesson]
    cases: Sequence[tuple[str, ...]]
