"""Wording: how often a part of an apology and a sentence of a rant are read right.

Each set has two halves by one writer: one was in view while the cues were written; the fresh one
was written when they were done, and they were not changed after. Neither is anybody's own message.
Intervals are Wilson's, at 95 %. `--misses` prints what is read wrong of what was in view.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from benchmarks._timing import say

from aftershift.engines.wording.apology import read_apology
from aftershift.engines.wording.apology_parts import PRESSES, Part, Trap
from aftershift.engines.wording.conflict import By, Kind, propose
from aftershift.engines.wording.sbi import Says, label
from aftershift.library.shelf import read_record
from aftershift.library.wording import load_apology, load_conflict, load_sbi

SETS = Path(__file__).parents[1] / "tests" / "sets"
HALVES = ("view", "fresh")
Z = 1.96


@dataclass(frozen=True, kw_only=True, slots=True)
class Apology:
    """An apology, the parts that it has, and the traps that are in it."""

    says: str
    parts: tuple[str, ...]
    traps: tuple[str, ...]

    @property
    def signs(self) -> frozenset[str]:
        """Give all that a reader finds in it."""
        free = () if PRESSES in self.parts else (Part.FREE.value,)
        return frozenset({*self.parts, *self.traps, *free}) - {PRESSES}


@dataclass(frozen=True, kw_only=True, slots=True)
class Apologies:
    """One half of the apologies."""

    apology: tuple[Apology, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentences:
    """One half of the sentences."""

    behaviour: tuple[str, ...]
    judgement: tuple[str, ...]
    impact: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Disagreements:
    """What somebody might write of a disagreement, by its kind."""

    task: tuple[str, ...]
    process: tuple[str, ...]
    relation: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """A text, what it is, and what it is read as."""

    text: str
    is_: str
    read: str


def apologies(half: str) -> Iterator[tuple[Apology, frozenset[str]]]:
    """Read each apology of a half: what it says, and the signs that were found in it."""
    for one in read_record(SETS / "apologies" / f"{half}.toml", Apologies).apology:
        reading = read_apology(one.says, load_apology().book)
        parts = {part.value for part in Part if reading.has(part)}
        yield one, frozenset(parts | {trap.value for trap in Trap if reading.traps[trap]})


def sentences(half: str) -> Iterator[Case]:
    """Read each sentence of a half."""
    given = read_record(SETS / "wording" / f"sentences_{half}.toml", Sentences)
    for kind in (Says.BEHAVIOUR, Says.JUDGEMENT, Says.IMPACT):
        for text in getattr(given, kind):
            yield Case(text=text, is_=kind.value, read=label(text, load_sbi()).value)


def disagreements() -> Iterator[Case]:
    """Read each disagreement by its words alone: its kind, the proposed one, or nothing."""
    given = read_record(SETS / "wording" / "disagreements_fresh.toml", Disagreements)
    for kind in Kind:
        for text in getattr(given, kind):
            put = propose(text, kind, load_conflict().book)
            yield Case(text=text, is_=kind, read=put.kind if put.by is By.CUES else "nothing")


def main() -> None:
    """Print accuracy by part and by kind, for each half."""
    for half in HALVES:
        _print_apologies(half)
        _print_cases("sentences", half, tuple(sentences(half)))
    _print_cases("disagreements, by cues alone", "fresh", tuple(disagreements()))
    if "--misses" in sys.argv:
        _print_misses()


def share(right: int, of: int) -> str:
    """Write a share with its Wilson interval."""
    if not of:
        return "none"
    part, z2 = right / of, Z * Z
    middle = (part + z2 / (2 * of)) / (1 + z2 / of)
    reach = Z * sqrt(part * (1 - part) / of + z2 / (4 * of * of)) / (1 + z2 / of)
    return f"{part:.2f} ({middle - reach:.2f} to {middle + reach:.2f}), {right} of {of}"


def _print_apologies(half: str) -> None:
    read = tuple(apologies(half))
    say(f"\napologies, {half}: accuracy | of those there | of those found, right")
    for sign in (*Part, *Trap):
        there, found = sum(sign in a.signs for a, _ in read), sum(sign in f for _, f in read)
        both = sum(sign in a.signs and sign in f for a, f in read)
        right = sum((sign in a.signs) == (sign in f) for a, f in read)
        say(f"| {sign.value} | {share(right, len(read))} | {both} of {there} | {both} of {found} |")
    whole = sum(a.signs == f for a, f in read)
    say(f"| every part and trap right | {share(whole, len(read))} | | |")


def _print_cases(name: str, half: str, cases: tuple[Case, ...]) -> None:
    say(f"\n{name}, {half}")
    for kind in dict.fromkeys(one.is_ for one in cases):
        those = [one for one in cases if one.is_ == kind]
        say(f"| {kind} | {share(sum(one.read == kind for one in those), len(those))} |")
    say(f"| all | {share(sum(one.read == one.is_ for one in cases), len(cases))} |")


def _print_misses() -> None:
    for apology, found in apologies("view"):
        if apology.signs != found:
            missed, wrong = sorted(apology.signs - found), sorted(found - apology.signs)
            say(f"missed {missed}, wrong {wrong}: {apology.says}")
    for one in sentences("view"):
        if one.read != one.is_:
            say(f"{one.is_} read as {one.read}: {one.text}")


if __name__ == "__main__":
    main()
