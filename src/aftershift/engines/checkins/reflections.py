"""Reflection checklists: what of a list rings true, and whether it is as much as its rule says.

They have no norms and were never tested, so a count is a count: no trend, no reliable change, no
share of anybody else. A threshold is quoted as the source article's own or as ours.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

LEAST_SHOWN = 3  # lines; a count of fewer says what was said to one


class ReflectionError(Exception):
    """A checklist that may not be used; names what is wrong with it."""


class Scope(StrEnum):
    """Whom a list is about."""

    ME = "me"
    US = "us"
    TEAM = "team"
    WORK = "work"


class Kind(StrEnum):
    """How a list asks: for signs, for what is there, or by open questions to answer for oneself."""

    SIGNS = "signs"
    PRESENT = "present"
    QUESTIONS = "questions"


class Whose(StrEnum):
    """Whose threshold it is."""

    ARTICLE = "article"
    OURS = "ours"


class Answer(StrEnum):
    """What somebody says to an item; without an answer it is skipped."""

    YES = "yes"
    NO = "no"
    SKIP = "skip"


class Side(StrEnum):
    """Who of two does it, where a list asks about both."""

    I = "i"  # noqa: E741 - the word itself
    THEY = "they"


@dataclass(frozen=True, kw_only=True, slots=True)
class Threshold:
    """From how many on there is something to do, whose number it is, and what to do then."""

    at_least: int
    whose: Whose
    says: str
    then: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Way:
    """Somewhere to go on from a result: a room or a list by its name, or a practice."""

    says: str
    to: str = ""
    practice: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """One line to answer, and the one small thing that it leads to.

    `they` is the same line about the other, in a list with two sides. `practice` is of the shelf
    of evidence. `touches` names what has to be asked about first, as `engines/safety/touches`.
    `alone`: it may be about fear without saying so, and is for nobody else's eyes.
    """

    id: str
    says: str
    small: str
    they: str = ""
    practice: str = ""
    touches: str = ""
    alone: bool = False

    @property
    def may_be_shown(self) -> bool:
        """Say whether a partner may ever see what was said to it; not what touches harm or fear."""
        return not (self.touches or self.alone)


@dataclass(frozen=True, kw_only=True, slots=True)
class Checklist:
    """One list in our own words. `source` is the article whose list it follows."""

    id: str
    title: str
    lead: str
    source: str
    scope: Scope
    kind: Kind
    items: tuple[Item, ...]
    sides: bool = False
    threshold: Threshold | None = None
    ways: tuple[Way, ...] = ()

    def __post_init__(self) -> None:
        if not self.items or len({one.id for one in self.items}) < len(self.items):
            raise ReflectionError(f"{self.id}: items are needed, each with an id of its own")
        if any(bool(one.they) != self.sides for one in self.items):
            raise ReflectionError(f"{self.id}: two sides are asked in every item or in none")
        if self.threshold and not 0 < self.threshold.at_least <= len(self.items):
            raise ReflectionError(f"{self.id}: a threshold that nobody or everybody meets")
        if self.threshold and self.kind is not Kind.SIGNS:
            raise ReflectionError(f"{self.id}: only signs add up to a threshold")

    @property
    def keys(self) -> tuple[str, ...]:
        """Name each answer that it asks for; with two sides there are two of each item."""
        sides = tuple(Side) if self.sides else ("",)
        return tuple(key_of(one.id, side) for one in self.items for side in sides)


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """How many were answered with yes, of how many lines, and how many were skipped.

    `is_at`: as many as the threshold says, or more. `opens`: what is asked about before any of it
    is shown, each kind once.
    """

    count: int
    of: int
    skipped: int
    is_at: bool
    opens: tuple[str, ...]
    leads: tuple[Item, ...]


def key_of(item: str, side: str = "") -> str:
    """Name an answer: the item, and the side where there are two."""
    return f"{side}-{item}" if side else item


def outcome(
    checklist: Checklist, answers: Mapping[str, Answer], side: Side | None = None
) -> Outcome:
    """Count one side of a list, or the whole of one that has no sides.

    Raises ValueError for an answer to an item that the list does not have.
    """
    if stray := answers.keys() - set(checklist.keys):
        reason = f"{len(stray)} answers to no item of {checklist.id}"
        raise ValueError(reason)
    given = [(one, answers.get(key_of(one.id, side or ""), Answer.SKIP)) for one in checklist.items]
    yes = [one for one, said in given if said is Answer.YES]
    leads_on = Answer.NO if checklist.kind is Kind.PRESENT else Answer.YES
    limit = checklist.threshold
    return Outcome(
        count=len(yes),
        of=len(checklist.items),
        skipped=sum(said is Answer.SKIP for _one, said in given),
        is_at=limit is not None and len(yes) >= limit.at_least,
        opens=tuple(dict.fromkeys(one.touches for one in yes if one.touches)),
        leads=tuple(one for one, said in given if said is leads_on),
    )


def may_be_shown(checklist: Checklist) -> bool:
    """Say whether two may lay it side by side: of signs about the two, with lines to show."""
    is_of_two = checklist.scope is Scope.US and checklist.kind is Kind.SIGNS
    return is_of_two and not checklist.sides and len(lines_to_show(checklist)) >= LEAST_SHOWN


def lines_to_show(checklist: Checklist) -> tuple[Item, ...]:
    """Give the lines that a partner may see: the same ones whatever anybody said to the others."""
    return tuple(one for one in checklist.items if one.may_be_shown)


def opened_by(checklist: Checklist, answers: Mapping[str, Answer]) -> tuple[str, ...]:
    """Name all that a filled list touches, on whichever side."""
    return tuple(dict.fromkeys(touch for one in _sides(checklist, answers) for touch in one.opens))


def _sides(checklist: Checklist, answers: Mapping[str, Answer]) -> Iterator[Outcome]:
    for side in Side if checklist.sides else (None,):
        yield outcome(checklist, answers, side)
