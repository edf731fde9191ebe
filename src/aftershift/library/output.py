"""The shelves of what may leave: content/output holds what may not, content/claims the numbers,
content/spoken the sentences that teach what is meant by words of one's own.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from aftershift.engines.safety.authored import SignalError
from aftershift.engines.safety.output_check import OutputBook
from aftershift.engines.safety.output_figures import Ledger
from aftershift.engines.safety.output_kinds import Claim, OutputError, OutputScope, Refusal
from aftershift.engines.safety.output_meaning import Spoken
from aftershift.engines.safety.output_rules import RuleBook, faults_of
from aftershift.library.phi import load_phi_words
from aftershift.library.resources import countries
from aftershift.library.shelf import CONTENT, ContentError, read_record

RULES = CONTENT / "output"
CLAIMS = CONTENT / "claims"
SPOKEN = CONTENT / "spoken"
SCOPE = "scope.toml"
DIRECTORY = "findahelpline.com"  # the list of lines that the help page links to
_SITE = re.compile(r"^https?://|/.*$")


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleFile:
    """One file of rules, with the sets of words that its phrases name."""

    refusal: tuple[Refusal, ...]
    sets: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class ClaimFile:
    """One file of claims."""

    claim: tuple[Claim, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SpokenFile:
    """One file of sentences that a coach could say."""

    group: tuple[Spoken, ...]


@cache
def load_output(shelf: Path = RULES, claims: Path = CLAIMS) -> OutputBook:
    """Make ready all that a text about to leave is asked; raises ContentError for a wrong file."""
    numbers = {
        number for country in countries() for line in country.lines
        for number in (line.dial, line.text_dial) if number
    }  # fmt: skip
    sites = {
        address for country in countries() for line in country.lines if line.web
        for address in [_SITE.sub("", line.web)]
    }  # fmt: skip
    rules = load_rules(shelf)
    names = {line.name for country in countries() for line in country.lines}
    return OutputBook(
        rules=rules,
        ledger=load_ledger(claims),
        words=load_phi_words(),
        numbers=frozenset(numbers),
        sites=frozenset({*sites, *(site.removeprefix("www.") for site in sites), DIRECTORY}),
        names=tuple(sorted({*names, *rules.scope.public}, key=len, reverse=True)),
    )


def load_rules(shelf: Path = RULES) -> RuleBook:
    """Load every rule; raise ContentError with the file of one that is wrong."""
    scope = read_record(shelf / SCOPE, OutputScope)
    refusals: list[Refusal] = []
    sets: dict[str, str] = {}
    for path in sorted(shelf.glob("*.toml")):
        if path.name == SCOPE:
            continue
        try:
            read = read_record(path, RuleFile)
            RuleBook(read.refusal, scope, read.sets)
        except OutputError as error:
            raise ContentError(path.name, "", str(error)) from error
        if doubled := set(sets) & set(read.sets):
            raise ContentError(path.name, "sets", f"{', '.join(sorted(doubled))}: named twice")
        refusals += read.refusal
        sets |= read.sets
    if len({one.id for one in refusals}) < len(refusals):
        raise ContentError(shelf.name, "id", "two rules have one id")
    return RuleBook(tuple(refusals), scope, sets)


def prove_rules(shelf: Path = RULES) -> int:
    """Hold every rule against its own sentences; raise ContentError for the first that fails."""
    book = load_rules(shelf)
    if fault := next(faults_of(book), ""):
        raise ContentError(shelf.name, "", fault)
    return len(book.refusals)


def load_ledger(shelf: Path = CLAIMS) -> Ledger:
    """Load every number that we can stand for."""
    try:
        claims = [
            claim
            for path in sorted(shelf.glob("*.toml"))
            for claim in read_record(path, ClaimFile).claim
        ]
        return Ledger(tuple(claims))
    except (OutputError, SignalError) as error:
        raise ContentError(shelf.name, "claim", str(error)) from error


def load_spoken(shelf: Path = SPOKEN) -> tuple[Spoken, ...]:
    """Load the sentences that teach; raise ContentError with the file of one that is wrong."""
    groups: list[Spoken] = []
    for path in sorted(shelf.glob("*.toml")):
        try:
            groups += read_record(path, SpokenFile).group
        except OutputError as error:
            raise ContentError(path.name, "group", str(error)) from error
    return tuple(groups)


def spoken_digest(shelf: Path = SPOKEN) -> str:
    """Tell one state of the sentences from another."""
    digest = hashlib.sha256()
    for path in sorted(shelf.glob("*.toml")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
