"""The messages that teach the ear, as people wrote them down."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from aftershift.engines.safety.risk import LEVELS, Category, Level

# What a message of no risk may be of: the kinds that share words with risk, and plain talk.
HARMLESS = frozenset(
    {
        *("dark_humour", "clinical_talk", "idiom", "resolved_past", "quoted", "lyrics_fiction"),
        *("grief_patient", "ordinary_vent", "exhaustion", "news_education", "relationship"),
        *("roster_life", "second_victim", "licensing_fear"),
    }
)
PLAIN = frozenset({"ordinary_vent", "relationship", "roster_life"})
READ_ON = 2  # turns that a short one is read on from


class LessonError(Exception):
    """A message or group that may not teach; says why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Labelled:
    """What all that teaches carries: the level and why, the kinds of it, who speaks, in what."""

    level: str
    categories: tuple[str, ...]
    why: str
    voice: str = ""
    language: str = "en"

    def __post_init__(self) -> None:
        if self.level not in LEVELS:
            reason = f"level is none of {', '.join(LEVELS)}"
            raise LessonError(reason)
        known = {kind.value for kind in Category}
        known |= HARMLESS if self.grave is Level.NONE else frozenset()
        unknown = sorted(set(self.categories) - known)
        if unknown or not self.categories:
            reason = f"categories: {', '.join(unknown) or 'none given'}"
            raise LessonError(reason)

    @property
    def grave(self) -> Level:
        """Its level as a value."""
        return LEVELS[self.level]


@dataclass(frozen=True, kw_only=True, slots=True)
class Group(Labelled):
    """Some messages of one kind, each of them of the group's level."""

    messages: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Conversation(Labelled):
    """Some turns of one person, and the level after the last of them."""

    turns: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Lesson:
    """One file of messages and conversations."""

    group: tuple[Group, ...] = ()
    conversation: tuple[Conversation, ...] = ()


def messages_of(lessons: Iterable[Lesson]) -> Iterator[tuple[Labelled, str]]:
    """Give every text whose level is known: messages, ends of conversations, and plain talk.

    Of a conversation its end has a level, as it is read on from the turns before; a turn alone may
    be grave and taken back. Of plain talk each turn has, and each turn read on.
    """
    for lesson in lessons:
        for group in lesson.group:
            yield from ((group, text) for text in group.messages)
        for talk in lesson.conversation:
            yield talk, read_on(talk.turns)
            if is_plain(talk):
                yield from ((talk, text) for text in talk.turns)
                ends = range(2, len(talk.turns))
                yield from ((talk, read_on(talk.turns[:end])) for end in ends)


def is_plain(talk: Conversation) -> bool:
    """Say whether every turn of a talk is harmless, and shares no words with risk for its kind."""
    return talk.grave is Level.NONE and PLAIN.issuperset(talk.categories)


def read_on(turns: Sequence[str]) -> str:
    """Give the last turn as it is read on from those before it."""
    return ". ".join(turns[-READ_ON - 1 :])
