"""What the coach can say and know: playbooks, exchanges, lines; and how it is found again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aftershift.engines.basics.recall import Recall
from aftershift.engines.coach.hearing.asking_on import QuestionRule
from aftershift.engines.coach.hearing.moves import MoveBook
from aftershift.engines.coach.hearing.openers import Openers
from aftershift.engines.coach.own_words.pointing import Pointer
from aftershift.engines.coach.stock.aims import Aim
from aftershift.engines.coach.stock.doings import Doing
from aftershift.engines.coach.stock.gists import Gist, Gisting
from aftershift.engines.coach.stock.occasions import Occasion
from aftershift.engines.coach.stock.purposes import Purpose
from aftershift.engines.coach.stock.theming import Theming
from aftershift.engines.evidence.practices import Myth
from aftershift.engines.evidence.retrieval import Finder, Words
from aftershift.engines.safety.protocols import Protocols

MEETS = 3  # lines of a theme that can be said right behind first words


class CoachError(Exception):
    """Authored words that the coach cannot use; says which and why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Meaning:
    """What a theme mostly is, underneath: how it is heard, and what reflects it."""

    id: str
    hears: tuple[str, ...]
    reflections: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Branch:
    """Where a talk may turn in its middle, and the practice that fits best after it."""

    id: str
    hears: tuple[str, ...]
    reflections: tuple[str, ...]
    practice: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Script:
    """Words that the person may say to somebody, in three firmnesses."""

    purpose: str
    soft: str
    firm: str
    firmer: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Follow:
    """What is said next time: they did it, did not, or it made it worse."""

    did: tuple[str, ...]
    not_done: tuple[str, ...]
    worse: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Playbook:
    """One theme, deep enough for a third conversation on it.

    `equals`: the two are usually equals, so the other's view may be asked for once. `system` names
    the system where it is the cause. `spares` share words with the theme and do not belong to it.
    `meets` can be said right behind somebody's first words, for they suppose nothing but the theme.
    `cues` are phrases that alone say it is the theme; without one of the words of `anchors`
    (`drink*` for all that begin so) it must be very sure.
    """

    id: str
    name: str
    scope: str
    situations: tuple[str, ...]
    equals: bool
    system: str
    cues: tuple[str, ...]
    anchors: tuple[str, ...]
    practices: tuple[str, ...]
    says: tuple[str, ...]
    spares: tuple[str, ...]
    meets: tuple[str, ...]
    others_view: tuple[str, ...]
    human: tuple[str, ...]
    questions: tuple[str, ...]
    meaning: tuple[Meaning, ...]
    branch: tuple[Branch, ...]
    script: tuple[Script, ...]
    follow: Follow

    def __post_init__(self) -> None:
        if not (len(self.meaning) == len(self.branch) == 3 and len(self.script) == 5):
            reason = f"{self.id}: three meanings, three branches and five scripts are needed"
            raise CoachError(reason)
        if len(self.meets) != MEETS:
            reason = f"{self.id}: {MEETS} lines that meet it are needed"
            raise CoachError(reason)
        if bool(self.others_view) is not self.equals:
            reason = f"{self.id}: the other's view belongs to equals, and only to them"
            raise CoachError(reason)

    @property
    def parts(self) -> tuple[Meaning | Branch, ...]:
        """Give its meanings, then its branches."""
        return (*self.meaning, *self.branch)


@dataclass(frozen=True, kw_only=True, slots=True)
class Exchange:
    """What somebody says, in three ways, and a good reply to it.

    `needs`: words of which one must have been said for the reply to be true; `before`: whether it
    opens a conversation or comes in its middle; `wants` is what the person seems to want; `gists`
    are those that it has, whatever it is about.
    """

    said: str
    also: tuple[str, ...]
    before: str
    needs: tuple[str, ...]
    reflects: str
    asks: str
    wants: str
    practices: tuple[str, ...]
    gists: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Case(Exchange):
    """An exchange with its id: the name of its file and its place there."""

    id: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """Lines that belong to no theme, under the key by which rules ask for them."""

    key: str
    says: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Shelves:
    """Everything a turn takes from, made ready once.

    `words` are those of the exchanges, `things` plain nouns that a line may name. Recalls answer
    with names: `<playbook>.<meaning or branch>`; for `reflections`,
    `<playbook>.<meaning or branch>.<place>`, and `<gist>.<place>` for those of `gist_lines`;
    `<playbook>.<place>` of a script; a case; a myth.
    """

    playbooks: Mapping[str, Playbook]
    cases: Mapping[str, Case]
    gists: Mapping[str, Gist]
    things: frozenset[str]
    lines: Mapping[str, tuple[str, ...]]
    questions: tuple[QuestionRule, ...]  # what they need, and what rules them out
    myths: Mapping[str, Myth]
    moves: MoveBook
    finder: Finder
    protocols: Protocols
    theming: Theming
    gisting: Gisting
    openers: Openers
    pointer: Pointer | None  # without one no words are pointed at
    doings: tuple[Doing, ...]
    purposes: Mapping[str, Purpose]
    aims: Mapping[str, Aim]
    occasions: Mapping[str, Occasion]
    words: Words
    turns: Recall
    reflections: Recall
    gist_lines: Recall
    scripts: Recall
    said: Recall
    asked: Recall

    @property
    def names(self) -> frozenset[str]:
        """Give the first names that are known, in small letters."""
        return self.pointer.names if self.pointer else frozenset()


def playbook_texts(playbooks: Sequence[Playbook]) -> list[tuple[str, str]]:
    """Give what leads to each theme, (playbook, text)."""
    return [
        (one.id, text)
        for one in playbooks
        for text in (*one.says, *(text for part in one.meaning for text in part.hears))
    ]


def turn_texts(playbooks: Sequence[Playbook]) -> list[tuple[str, str]]:
    """Give what leads to each meaning and branch, (playbook.part, text)."""
    return [
        (f"{one.id}.{part.id}", text)
        for one in playbooks
        for part in one.parts
        for text in part.hears
    ]


def reflection_texts(playbooks: Sequence[Playbook]) -> list[tuple[str, str]]:
    """Give every reflection, (playbook.part.place, text)."""
    return [
        (f"{one.id}.{part.id}.{place}", text)
        for one in playbooks
        for part in one.parts
        for place, text in enumerate(part.reflections)
    ]


def script_texts(playbooks: Sequence[Playbook]) -> list[tuple[str, str]]:
    """Give the purpose of every script, (playbook.place, text)."""
    return [
        (f"{one.id}.{place}", f"words for {script.purpose}")
        for one in playbooks
        for place, script in enumerate(one.script)
    ]


def case_texts(cases: Sequence[Case]) -> list[tuple[str, str]]:
    """Give the ways in which each exchange begins, (case, text)."""
    return [(one.id, text) for one in cases for text in (one.said, *one.also)]
