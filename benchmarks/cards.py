"""Which card a risk leads to, and how far the ear's odds can be believed; docs/safety.md.

    python -m benchmarks.cards

A card fits where it is that of a kind with which the message is labelled, at any level. Where no
kind is sure, the question is asked whether somebody wants to live, which fits most of what is grave
and harms nobody. Any other card is a wrong one.

Odds are believed where of the messages that are given 80 % as many are so. The heads were taught
by texts of which every second is a risk, so first a line is laid through the half of the first set
that chose the thresholds (Platt 1999), and what it says is held against all other sets.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from benchmarks._timing import say
from benchmarks.triage import FRESH, HARD, OTHERS, PAGE, PLAIN, SET, is_half
from numpy.typing import NDArray

from aftershift.engines.safety.lessons import Conversation, Group
from aftershift.engines.safety.risk import Category, Level
from aftershift.engines.safety.rows import DESPAIR, PATHS, path_for
from aftershift.engines.safety.triage import LEVEL_HEADS, level_odds
from aftershift.library.triage import load_lessons
from aftershift.listening import Triage, ear_with, triage_with

MEASURED = re.compile(r"(<!-- cards: measured -->\n).*?(<!-- cards: end -->)", re.DOTALL)
LATER = OTHERS["two later ones, by which nothing was chosen"]
SHELVES = (SET, FRESH, PLAIN, *OTHERS.values(), *HARD.values())
BINS = (0.0, 0.05, 0.2, 0.5, 0.8, 0.95, 1.0)
STEPS, RATE = 4000, 0.05  # of the line's descent
FITS, LIFE, WRONG, UNHEARD = "it fits", "wants to live?", "another", "not heard"


@dataclass(frozen=True, kw_only=True, slots=True)
class Answered:
    """A risk: of which kinds it is, by which set, and how well the card fits that answers it."""

    kinds: tuple[str, ...]
    shelf: Path
    how: str


def risks(shelf: Path) -> Iterator[tuple[Group | Conversation, tuple[str, ...]]]:
    """Give each labelled text of a set, the last turn of a talk with those before it."""
    for lesson in load_lessons(shelf):
        for group in lesson.group:
            yield from ((group, (text,)) for text in group.messages)
        yield from ((talk, talk.turns) for talk in lesson.conversation)


def answered(triage: Triage, shelf: Path) -> Iterator[Answered]:
    """Hear every risk of a set, and say how well the card fits that it leads to."""
    for of, turns in risks(shelf):
        if of.grave > Level.NONE:
            risk = triage(turns[-1], turns[-6:-1])
            card = path_for(risk) if risk.level else ""
            yield Answered(kinds=of.categories, shelf=shelf, how=how_well(card, of.categories))


def how_well(card: str, kinds: Iterable[str]) -> str:
    """Say whether a card is that of a kind, the question of life, another, or none."""
    if not card:
        return UNHEARD
    if any(card in PATHS[Category(kind)] for kind in kinds):
        return FITS
    return LIFE if card in DESPAIR else WRONG


def table_of_cards(found: Iterable[Answered]) -> Iterator[str]:
    """Count by the first kind of each risk."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in found:
        for name in ("all", "of the two later examiners" * (one.shelf == LATER), one.kinds[0]):
            counts[name][one.how] += 1
    counts.pop("", None)
    yield f"| risk | n | {FITS} | {LIFE} | {WRONG} | {UNHEARD} |"
    yield "|---|---|---|---|---|---|"
    for name, of in sorted(counts.items(), key=lambda pair: (" " not in pair[0], pair[0])):
        cells = (str(of[how]) for how in (FITS, LIFE, WRONG, UNHEARD))
        yield f"| {name} | {of.total()} | " + " | ".join(cells) + " |"


def table_of_odds(seen: NDArray[np.float64], other: NDArray[np.float64]) -> Iterator[str]:
    """Write how many are so of those to which a share is given; rows are (odds, is so)."""
    slope, shift = line_through(seen)
    given = 1 / (1 + np.exp(-(slope * other[:, 0] + shift)))
    for low, high in pairwise(BINS):
        these = (given >= low) & ((given < high) | (high == 1.0))
        if these.any():
            mean, share = given[these].mean(), other[these, 1].mean()
            yield f"{low:.0%} to {high:.0%} | {these.sum()} | {mean:.2f} | {share:.2f} |"


def line_through(rows: NDArray[np.float64]) -> tuple[float, float]:
    """Lay Platt's line through log-odds: by what they are multiplied, and what is added."""
    slope, shift = 1.0, 0.0
    for _ in range(STEPS):
        wrong = 1 / (1 + np.exp(-(slope * rows[:, 0] + shift))) - rows[:, 1]
        slope -= RATE * float((wrong * rows[:, 0]).mean())
        shift -= RATE * float(wrong.mean())
    return slope, shift


def odds_of(shelves: Iterable[Path]) -> Iterator[tuple[bool, NDArray[np.float32], Level]]:
    """Give of each message whether it chose the thresholds, its odds, and how grave it is."""
    ear, hear = ear_with(say)
    for shelf in shelves:
        for of, turns in risks(shelf):
            if isinstance(of, Group):
                yield (
                    shelf == SET and is_half(turns[-1]),
                    level_odds(hear(turns[-1]), ear),
                    of.grave,
                )


def main() -> None:
    """Measure, and write the tables into the page."""
    triage = triage_with(say)
    lines = [*table_of_cards(one for shelf in SHELVES for one in answered(triage, shelf)), ""]
    lines += [
        "| heard as | given | messages | given on average | are so |",
        "|---|---|---|---|---|",
    ]
    heard = [*odds_of((SET, FRESH, *OTHERS.values()))]
    for at, level in enumerate(LEVEL_HEADS):
        halves = (
            np.array([[odds[at], of >= level] for is_seen, odds, of in heard if is_seen is half])
            for half in (True, False)
        )
        named = level.word + " or graver" * (level < Level.EMERGENCY)
        lines += [f"| {named} | {row}" for row in table_of_odds(*halves)]
    written = "\n".join(lines) + "\n"
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(MEASURED.sub(lambda old: old[1] + written + old[2], page), encoding="utf-8")
    say(written)


if __name__ == "__main__":
    main()
