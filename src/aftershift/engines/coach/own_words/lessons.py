"""What teaches the coach's choices."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Lesson:
    """A text that teaches a choice, and the names that are right for it; none is an answer too."""

    text: str
    names: tuple[str, ...]
    weight: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Lessons:
    """What teaches one choice among some names."""

    names: tuple[str, ...]
    taught: tuple[Lesson, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Pointed:
    """A message, and its own words that a reader would give back; "" where none should be.

    `also`: other words of it that would do nearly as well. `may_be_risk`: a clinician might ask
    after it, so it is no example of talk that is to be left in peace.
    """

    text: str
    words: str
    also: tuple[str, ...] = ()
    may_be_risk: bool = False
