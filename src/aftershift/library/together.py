"""The shelf of what two do together: the prompts of the check-in, and rules to begin with."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aftershift.engines.together.agreements import LONGEST_WORDS
from aftershift.engines.together.check_in import Prompt
from aftershift.engines.together.repair import Question, Ready
from aftershift.library.evidence import load_evidence
from aftershift.library.shelf import CONTENT, ContentError, read_record

SHELF = CONTENT / "together"


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckIn:
    """The file of the check-in."""

    prompt: tuple[Prompt, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """A ground rule for disagreeing, as a sentence to begin with."""

    id: str
    words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class GroundRules:
    """The file of ground rules."""

    rule: tuple[Rule, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Opening:
    """Words to begin a repair with; what only the writer knows is open in [brackets]."""

    id: str
    words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Repair:
    """The file of the repair: questions before it, words to begin with, and when to stop."""

    stop: tuple[str, ...]
    question: tuple[Question, ...]
    opening: tuple[Opening, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class HeroCard:
    """Something that being the strong one may cost, and one small practice against it."""

    id: str
    name: str
    says: str
    small: str
    practice: str


@dataclass(frozen=True, kw_only=True, slots=True)
class HeroAudit:
    """The file of the four cards."""

    card: tuple[HeroCard, ...]


@cache
def load_check_in(shelf: Path = SHELF) -> tuple[Prompt, ...]:
    """Load the prompts in their order; raise ContentError for one without a part of the time."""
    path = shelf / "check_in.toml"
    prompts = read_record(path, CheckIn).prompt
    for one in prompts:
        if one.share < 1:
            raise ContentError(path.name, one.id, "has no part of the time")
    return prompts


@cache
def load_ground_rules(shelf: Path = SHELF) -> tuple[Rule, ...]:
    """Load the rules; raise ContentError for one that no agreement could hold."""
    path = shelf / "ground_rules.toml"
    rules = read_record(path, GroundRules).rule
    for one in rules:
        if len(one.words) > LONGEST_WORDS:
            raise ContentError(path.name, one.id, "is longer than an agreement")
    return rules


@cache
def load_repair(shelf: Path = SHELF) -> Repair:
    """Load the repair; raise ContentError where nothing would lead to help."""
    path = shelf / "repair.toml"
    repair = read_record(path, Repair)
    if not any(one.yes is Ready.UNSAFE for one in repair.question):
        raise ContentError(path.name, "question", "none leads to help")
    return repair


@cache
def load_hero_audit(shelf: Path = SHELF) -> tuple[HeroCard, ...]:
    """Load the cards; raise ContentError for one whose practice is not on its shelf."""
    path = shelf / "hero.toml"
    cards = read_record(path, HeroAudit).card
    for one in cards:
        if one.practice not in load_evidence().practices:
            raise ContentError(path.name, one.id, "names a practice that is not on its shelf")
    return cards
