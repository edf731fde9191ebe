"""Words to begin with: authored, in three strengths, for somebody to change and make theirs."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from aftershift.engines.wording.cues import WordingError

STRENGTHS = 3
_OPEN = re.compile(r"\[[^\[\]]+\]")


class To(StrEnum):
    """Whom the words are for."""

    PARTNER = "partner"
    FAMILY = "family"
    FRIEND = "friend"
    COLLEAGUE = "colleague"
    MANAGER = "manager"
    SENIOR = "senior"
    PROFESSIONAL = "professional"


class No(StrEnum):
    """The three ways of saying no."""

    DECLINE = "decline"
    DELEGATE = "delegate"
    DEFER = "defer"


def leaves_open(texts: Iterable[str]) -> bool:
    """Say whether a [bracket] is not closed, or stands in another."""
    return any(re.search(r"[\[\]]", _OPEN.sub("", one)) for one in texts)


@dataclass(frozen=True, kw_only=True, slots=True)
class Strengths:
    """One thing to say, in three strengths; `names` only where they are called otherwise."""

    soft: str
    firm: str
    firmer: str
    names: tuple[str, ...] = ("Soft", "Firm", "Firmer")

    def __post_init__(self) -> None:
        if len(self.names) != STRENGTHS or len(set(self.texts)) != STRENGTHS:
            reason = f"{self.names[0]}: three strengths are three texts with three names"
            raise WordingError(reason)
        if leaves_open(self.texts):
            reason = f"{self.soft}: a bracket is left open"
            raise WordingError(reason)

    @property
    def texts(self) -> tuple[str, str, str]:
        """Give the three strengths in their order."""
        return self.soft, self.firm, self.firmer


DECIDES = frozenset({To.MANAGER, To.SENIOR})  # who holds power over the writer's work


@dataclass(frozen=True, kw_only=True, slots=True)
class ScriptGroup:
    """Situations that belong together, and how their three strengths are called."""

    id: str
    name: str
    about: str
    variants: tuple[str, ...]

    def __post_init__(self) -> None:
        if len(self.variants) != STRENGTHS:
            reason = f"{self.id}: three strengths have three names"
            raise WordingError(reason)


@dataclass(frozen=True, kw_only=True, slots=True)
class Script:
    """One situation, and words for it: soft, firm, firmer. `no` is which way of saying no it is."""

    id: str
    group: str
    to: To
    title: str
    soft: str
    firm: str
    firmer: str
    kind: No | None = None

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[a-z]+(?:-[a-z]+)*", self.id):
            reason = f"{self.id}: small letters and single dashes"
            raise WordingError(reason)
        if leaves_open(self.texts):
            reason = f"{self.id}: a bracket is left open"
            raise WordingError(reason)

    @property
    def texts(self) -> tuple[str, str, str]:
        """Give the three strengths in their order."""
        return self.soft, self.firm, self.firmer

    @property
    def is_for_two(self) -> bool:
        """Say whether the words are made for the other of the two."""
        return self.to is To.PARTNER

    @property
    def goes_up(self) -> bool:
        """Say whether they go to somebody who decides about the writer's work."""
        return self.to in DECIDES


@dataclass(frozen=True, kw_only=True, slots=True)
class Scripts:
    """The file of scripts: its groups, and its situations."""

    group: tuple[ScriptGroup, ...]
    script: tuple[Script, ...]

    def __post_init__(self) -> None:
        fault = next(_faults(self), "")
        if fault:
            raise WordingError(fault)

    def of(self, group: ScriptGroup) -> tuple[Script, ...]:
        """Give the situations of a group."""
        return tuple(one for one in self.script if one.group == group.id)


def _faults(shelf: Scripts) -> Iterator[str]:
    groups = [one.id for one in shelf.group]
    ids = [one.id for one in shelf.script]
    if len(set(groups)) < len(groups) or len(set(ids)) < len(ids):
        yield "an id is there twice"
    yield from (f"{one.id}: no such group" for one in shelf.script if one.group not in groups)
    yield from (f"{one.id}: an empty group" for one in shelf.group if not shelf.of(one))
    yield from (
        f"{one.id}: which no?" for one in shelf.script if (one.group == "no") != bool(one.kind)
    )
