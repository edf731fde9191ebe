"""The names of what can be understood: situations of our trade, feelings, needs.

The words are authored (`content/understanding`). A feeling's strength is 1 a little, 2 plainly,
3 very: what people say is not finer than that, and a decimal would pretend it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

LEAST_SENTENCES = 12  # that teach a situation


class TaxonomyError(Exception):
    """Authored words about situations, feelings or needs that may not be used; says why."""


class Scope(StrEnum):
    """How far a situation reaches."""

    ME = "me"
    TWO = "two"
    TEAM = "team"
    ORGANISATION = "organisation"


class Subject(StrEnum):
    """The three things that are heard in a message."""

    SITUATIONS = "situations"
    EMOTIONS = "emotions"
    NEEDS = "needs"


@dataclass(frozen=True, kw_only=True, slots=True)
class Situation:
    """Something that happens to people of our trade; its needs, the likeliest first."""

    id: str
    scope: Scope
    title: str
    about: str
    needs: tuple[str, ...]
    plain: tuple[str, ...]
    cues: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Emotion:
    """A feeling by its everyday name, with words for it by their strength."""

    id: str
    title: str
    about: str
    mild: tuple[str, ...]
    plain: tuple[str, ...]
    strong: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Need:
    """What a person may need, and words that speak for it."""

    id: str
    title: str
    about: str
    cues: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Says:
    """Sentences that teach. What a group does not speak of is None; none of them is empty."""

    messages: tuple[str, ...]
    situations: tuple[str, ...] | None = None
    emotions: tuple[str, ...] | None = None
    needs: tuple[str, ...] | None = None

    def names(self, subject: Subject) -> tuple[str, ...] | None:
        """Give the names of one subject."""
        return {
            Subject.SITUATIONS: self.situations,
            Subject.EMOTIONS: self.emotions,
            Subject.NEEDS: self.needs,
        }[subject]


@dataclass(frozen=True, kw_only=True, slots=True)
class Taxonomy:
    """All names, and all that teaches them."""

    situations: tuple[Situation, ...]
    emotions: tuple[Emotion, ...]
    needs: tuple[Need, ...]
    says: tuple[Says, ...]
    _names: Mapping[Subject, tuple[str, ...]] = field(init=False)

    def __post_init__(self) -> None:
        held: dict[Subject, tuple[Situation | Emotion | Need, ...]] = {
            Subject.SITUATIONS: self.situations,
            Subject.EMOTIONS: self.emotions,
            Subject.NEEDS: self.needs,
        }
        names = {subject: tuple(one.id for one in some) for subject, some in held.items()}
        object.__setattr__(self, "_names", names)
        for subject in Subject:
            _check(subject, self.names(subject), self.says)
        unknown = {need for one in self.situations for need in one.needs} - set(
            self.names(Subject.NEEDS)
        )
        if unknown:
            reason = f"a situation has an unknown need: {min(unknown)}"
            raise TaxonomyError(reason)

    def names(self, subject: Subject) -> tuple[str, ...]:
        """Give the ids of one subject, in their order."""
        return self._names[subject]


def _check(subject: Subject, names: tuple[str, ...], says: tuple[Says, ...]) -> None:
    if len(set(names)) != len(names):
        reason = f"{subject}: an id is there twice"
        raise TaxonomyError(reason)
    taught = dict.fromkeys(names, 0)
    for group in says:
        for name in group.names(subject) or ():
            if name not in taught:
                reason = f"{subject}: nobody knows {name}"
                raise TaxonomyError(reason)
            taught[name] += len(group.messages)
    least = LEAST_SENTENCES if subject is Subject.SITUATIONS else 1
    if poor := [name for name, count in taught.items() if count < least]:
        reason = f"{subject}: too few sentences teach {poor[0]}"
        raise TaxonomyError(reason)
