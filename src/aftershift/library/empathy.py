"""The shelf of empathy: replies that teach its signs, and the rules under them."""

import hashlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from aftershift.engines.language.empathy_rules import Rule, RuleBook, faults_of
from aftershift.engines.language.kinds import PatternError
from aftershift.engines.language.signs import (
    SIGNS,
    STRONGEST,
    EmpathyError,
    Labelled,
    Scene,
)
from aftershift.library.shelf import CONTENT, ContentError, Record, read_record

EMPATHY = CONTENT / "empathy"
TEACHING = "teach_*.toml"
LEAST_TAUGHT = 60  # replies for each sign and level


@dataclass(frozen=True, kw_only=True, slots=True)
class Scenes:
    """One file of scenes."""

    scene: tuple[Scene, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Rules:
    """The file of rules: every sign has some of each level."""

    rule: tuple[Rule, ...]

    def __post_init__(self) -> None:
        fault = next((fault for rule in self.rule for fault in faults_of(rule)), "")
        if fault:
            raise EmpathyError(fault)
        there = {(rule.sign, rule.level) for rule in self.rule}
        for sign in SIGNS:
            if missing := set(range(STRONGEST + 1)) - {
                level for one, level in there if one == sign
            }:
                reason = f"{sign}: no rule of level {min(missing)}"
                raise EmpathyError(reason)


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """The file of words that say nothing of what a question is about."""

    empty: tuple[str, ...]

    def __post_init__(self) -> None:
        if len(set(self.empty)) < len(self.empty):
            reason = "a word is there twice"
            raise EmpathyError(reason)


def load_scenes(shelf: Path = EMPATHY) -> tuple[Scene, ...]:
    """Load every scene that teaches; raise ContentError with file and key for a wrong one."""
    return tuple(
        scene for path in sorted(shelf.glob(TEACHING)) for scene in _read(path, Scenes).scene
    )


def read_scenes(path: Path) -> tuple[Scene, ...]:
    """Load the scenes of one file, such as a set to measure by."""
    return _read(path, Scenes).scene


def load_labelled(shelf: Path = EMPATHY) -> tuple[Labelled, ...]:
    """Load every reply that teaches; raise ContentError where a sign has too few of a level."""
    replies = tuple(one for scene in load_scenes(shelf) for one in scene.labelled())
    counts = Counter((sign, level) for one in replies for sign, level in enumerate(one.levels))
    for sign, name in enumerate(SIGNS):
        for level in range(STRONGEST + 1):
            if counts[sign, level] < LEAST_TAUGHT:
                reason = f"{name} {level}: fewer than {LEAST_TAUGHT} replies"
                raise ContentError(TEACHING, "", reason)
    return replies


def load_rules(shelf: Path = EMPATHY) -> RuleBook:
    """Load the rules and hold each against its own sentences; with the words that say nothing."""
    rules = _read(shelf / "rules.toml", Rules).rule
    return RuleBook(rules, frozenset(_read(shelf / "words.toml", Words).empty))


def empathy_digest(shelf: Path = EMPATHY) -> str:
    """Tell one state of what teaches from another."""
    return _digest(sorted(shelf.glob(TEACHING)))


def rules_digest(shelf: Path = EMPATHY) -> str:
    """Tell one state of the rules from another."""
    return _digest([shelf / "rules.toml", shelf / "words.toml"])


def _digest(paths: list[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _read(path: Path, shape: type[Record]) -> Record:
    try:
        return read_record(path, shape)
    except (EmpathyError, PatternError) as error:
        raise ContentError(path.name, "", str(error)) from error
