"""The messages that teach the ear, as people wrote them down."""

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


class LessonError(Exception):
    """A message or group that may not teach; says why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """Some messages of one kind, with the level they are of and why."""

    level: str
    categories: tuple[str, ...]
    why: str
    messages: tuple[str, ...]
    voice: str = ""
    language: str = "en"

    def __post_init__(self) -> None:
        _check(self.level, self.categories)
        if not self.messages:
            reason = "a group without messages"
            raise LessonError(reason)

    @property
    def grave(self) -> Level:
        """Its level as a value."""
        return LEVELS[self.level]


@dataclass(frozen=True, kw_only=True, slots=True)
class Conversation:
    """Some turns of one person, and the level after the last of them."""

    level: str
    categories: tuple[str, ...]
    why: str
    turns: tuple[str, ...]
    voice: str = ""
    language: str = "en"

    def __post_init__(self) -> None:
        _check(self.level, self.categories)

    @property
    def grave(self) -> Level:
        """Its level as a value."""
        return LEVELS[self.level]


@dataclass(frozen=True, kw_only=True, slots=True)
class Lesson:
    """One file of messages and conversations."""

    group: tuple[Group, ...] = ()
    conversation: tuple[Conversation, ...] = ()


def _check(level: str, categories: tuple[str, ...]) -> None:
    if level not in LEVELS:
        reason = f"level is none of {', '.join(LEVELS)}"
        raise LessonError(reason)
    known = {kind.value for kind in Category} | (HARMLESS if level == "none" else frozenset())
    unknown = sorted(set(categories) - known)
    if unknown or not categories:
        reason = f"categories: {', '.join(unknown) or 'none given'}"
        raise LessonError(reason)
