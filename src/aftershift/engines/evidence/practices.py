"""What may be advised: a practice, how sure we are of it, and for whom it is not."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class EvidenceError(Exception):
    """A practice, source or claim that cannot be used; says which and why."""


class Grade(StrEnum):
    """How sure we are, by the rule that docs/evidence.md states."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"

    @property
    def words(self) -> str:
        """Say the grade in plain words."""
        return GRADE_WORDS[self]


GRADE_WORDS = {
    Grade.A: "well supported",
    Grade.B: "tested, promising",
    Grade.C: "some evidence",
    Grade.D: "sensible, not tested",
    Grade.E: "not recommended",
}


class Stop(StrEnum):
    """What makes a practice wrong for somebody, as far as a program can tell."""

    VIOLENCE = "violence"
    RISK = "risk"
    EXHAUSTION = "exhaustion"
    POWER = "power"
    EATING = "eating"
    DISSOCIATION = "dissociation"


class Company(StrEnum):
    """Who it takes."""

    ALONE = "alone"
    TOGETHER = "together"
    APART = "apart"
    GROUP = "group"


@dataclass(frozen=True, kw_only=True, slots=True)
class Practice:
    """One thing that a person can do, in our own words.

    `minutes` 0 is a programme of weeks. `offers` are ways in which the coach may offer it, `plan`
    an if-then plan in the person's words, `smaller` what of it takes a minute or nothing.
    """

    id: str
    name: str
    scope: tuple[str, ...]
    minutes: int
    about: str
    steps: tuple[str, ...]
    triggers: tuple[str, ...]
    situations: tuple[str, ...]
    places: tuple[str, ...]
    energy: str
    company: Company
    not_for: tuple[str, ...]
    stops: tuple[Stop, ...]
    say: str
    offers: tuple[str, ...]
    plan: str
    smaller: str
    grade: Grade
    directness: str
    harm_risk: str
    design: str
    effect: str
    caveat: str
    why_grade: str
    sources: tuple[str, ...]
    reviewed: date

    def __post_init__(self) -> None:
        if not (self.steps and self.caveat and self.why_grade and self.say):
            reason = f"{self.id}: steps, say, caveat and why_grade are needed"
            raise EvidenceError(reason)
        if self.grade is not Grade.E and not (self.offers and self.not_for and self.plan):
            reason = f"{self.id}: offers, a plan and whom it is not for are needed"
            raise EvidenceError(reason)

    @property
    def is_offered(self) -> bool:
        """Say whether the coach may offer it."""
        return self.grade is not Grade.E

    @property
    def slug(self) -> str:
        """Give the id as it stands in an address."""
        return self.id.replace(".", "-")


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """Where something comes from. `doi` and `url` only where somebody saw them resolve.

    `checked`: "excerpt" where an excerpt was read, "memory" where nothing was.
    """

    key: str
    cite: str
    finding: str
    checked: str
    doi: str = ""
    url: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Myth:
    """Something that many have heard, and what can be said of it honestly, as of `reviewed`."""

    id: str
    heard: str
    verdict: str
    reviewed: date
    say: str
    sources: tuple[str, ...]
    asks: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Term:
    """A word of the trade in plain words; `see` are practices that have to do with it."""

    id: str
    term: str
    plain: str
    source: str
    see: tuple[str, ...] = ()
