"""The words of three pages of help in one language: which kind, a sheet to take along, leaving."""

from collections.abc import Mapping
from dataclasses import dataclass

from aftershift.engines.safety.help_card import Part, Step
from aftershift.engines.safety.stepped_care import Sign
from aftershift.engines.safety.stepped_care import Step as Kind

QUESTIONS = 6


class PaperError(Exception):
    """A page of help that may not be shown; the message says what is wrong."""


@dataclass(frozen=True, kw_only=True, slots=True)
class KindWords:
    """One kind of help: its name, what it is, and what may come next."""

    title: str
    about: str
    next: str


@dataclass(frozen=True, kw_only=True, slots=True)
class WhichWords:
    """Which kind of help. `reasons` are those of the table's rules, by their names."""

    title: str
    lead: str
    first: str
    people: str
    ask: str
    kept: str
    offline: str
    answer: str
    nothing: str
    because: str
    lines: str
    again: str
    four: str
    four_lead: str
    limits: str
    coach: str
    reading: str
    pocket: str
    sheet: str
    leaving: str
    signs: Mapping[Sign, str]
    kinds: Mapping[Kind, KindWords]
    reasons: Mapping[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class SheetWords:
    """A sheet for a first talk with a professional: blank parts, and six questions to ask."""

    title: str
    link: str
    lead: str
    printed: str
    keep: str
    parts: tuple[Step, ...]
    private: str
    private_says: str
    private_from: tuple[str, ...]
    private_rules: str
    ask: str
    ask_says: str
    questions: tuple[Step, ...]

    def __post_init__(self) -> None:
        if len(self.questions) != QUESTIONS:
            reason = f"questions: {len(self.questions)}, and there are {QUESTIONS}"
            raise PaperError(reason)


@dataclass(frozen=True, kw_only=True, slots=True)
class LeavingWords:
    """How to think about staying or leaving; `safe` stands before all else."""

    title: str
    link: str
    lead: str
    safe: Part
    people: str
    hurt: str
    parts: tuple[Part, ...]
    deciding: str
    end: str
