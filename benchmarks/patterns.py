"""Risky patterns: how much of what is shown is right, and how much of what is there is shown.

The blind set in `tests/sets/patterns` was written apart from the messages that teach, and nobody
looked at it while the reader was built. Shown words are right when they overlap words that are
marked with the same kind. Intervals are Wilson's, at 95 %.

`--thresholds` prints those that `engines/language/patterns.py` holds instead, chosen by the
messages that are kept back and teach nothing (`learnt.kept_back`). The two outside sets (GitHub
incivility and unhealthy conversations) lie beside the repository, if at all; they are measured and
never taught.
"""

import csv
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import sqrt
from pathlib import Path
from time import perf_counter

import numpy as np
from benchmarks._timing import say

from aftershift.adapters import encoder_files, encoders
from aftershift.adapters.encoders import Encoder, Vectors
from aftershift.adapters.learnt import kept_back
from aftershift.adapters.reading import TUNED, Worth, clean_stretch, hear_message, pattern_heads
from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.cues import CueBook
from aftershift.engines.language.heads import Heads
from aftershift.engines.language.kinds import KINDS, Kind, Marked, Shelf
from aftershift.engines.language.patterns import (
    THRESHOLDS,
    Message,
    Reader,
    may_carry,
    odds,
    read,
)
from aftershift.engines.language.sentences import Stretch
from aftershift.engines.language.softening import Softener
from aftershift.library.patterns import (
    load_cues,
    load_frames,
    load_marked,
    load_messages,
    load_pairs,
    load_reasons,
    patterns_digest,
)
from aftershift.library.shelf import read_record

HearMessage = Callable[[str, Worth], Message]

ROOT = Path(__file__).parents[1]
BLIND = ROOT / "tests" / "sets" / "patterns" / "test.toml"
OUTSIDE = ROOT.parent / "shared" / "language" / "dev"
LEAST_PRECISION, LEAST_OF_KIND = 0.84, 0.70  # of all, of each; on what was kept back
LEAST_SHOWN = 5  # right ones, or a threshold rests on luck
NOBODY_PASSES = 9.0
MOST_OUTSIDE = 600  # texts of each outside set


@dataclass(frozen=True, kw_only=True, slots=True)
class Chosen:
    """A threshold, how much it shows, how much of that is right, and how many marks it finds."""

    least: float = NOBODY_PASSES
    shown: int = 0
    right: int = 0
    found: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """A clause and one kind: its log-odds, and which marks it would find."""

    odds: float
    message: int
    finds: frozenset[tuple[int, int]]


def main() -> None:
    """Measure, or choose thresholds."""
    cache = encoder_files.cache_folder()
    encoder, plain = (encoders.best_encoder(cache, say, one) for one in (TUNED, None))
    heads = pattern_heads(load_marked, patterns_digest(), encoder, cache, say)
    reader = reader_with(heads, plain)

    def hear(text: str, worth: Worth) -> Message:
        return hear_message(text, encoder, plain, worth)

    if "--thresholds" in sys.argv:
        thresholds(reader, hear)
    else:
        blind(reader, hear)
        outside(reader, hear)


def reader_with(heads: Heads, plain: Encoder) -> Reader:
    """Make a reader as the wiring does."""
    pairs = load_pairs()
    said = plain.embed([clean(one.said).text for one in pairs])
    return Reader(
        heads=heads,
        cues=CueBook(load_cues()),
        reasons={one.id: one for one in load_reasons()},
        softener=Softener(pairs=pairs, said=said, frames=load_frames()),
        thresholds=THRESHOLDS,
    )


# --- the blind set ---------------------------------------------------------------------


def blind(reader: Reader, hear: HearMessage) -> None:
    """Print precision and recall of each kind, of all, and of "anything at all"."""
    given = [one for group in read_record(BLIND, Shelf).group for one in group.read()]
    counts, anything = Counter[tuple[str, str]](), Counter[str]()
    began = perf_counter()
    worth = partial(may_carry, reader=reader)
    readings = [read(hear(one.text, worth), reader) for one in given]
    took = perf_counter() - began
    for one, reading in zip(given, readings, strict=True):
        shown = [(each.kind, (each.starts, each.ends)) for each in reading.patterns]
        there = [(each.kind, (each.starts, each.ends)) for each in one.marks]
        for kind, place in shown:
            right = any(kind == other and meet(place, mark) for other, mark in there)
            counts[kind, "right" if right else "wrong"] += 1
        for kind, place in there:
            seen = any(kind == other and meet(place, mark) for other, mark in shown)
            counts[kind, "found" if seen else "missed"] += 1
        anything[f"{bool(shown)} {bool(there)}"] += 1
        anything["softer"] += reading.softer is not None
    say(f"{len(given)} messages, {len(given) / took:.0f} a second; softer for {anything['softer']}")
    for kind in (*KINDS, "all"):
        say(row(kind, {what: total(counts, kind, what) for what in SIDES}))
    say(row("risky at all", {
        "right": anything["True True"], "wrong": anything["True False"],
        "found": anything["True True"], "missed": anything["False True"],
    }))  # fmt: skip


SIDES = ("right", "wrong", "found", "missed")


def total(counts: Counter[tuple[str, str]], kind: str, what: str) -> int:
    """Count one kind, or all."""
    return sum(n for (one, side), n in counts.items() if side == what and kind in ("all", one))


def row(name: str, of: dict[str, int]) -> str:
    """Write one line of the table."""
    precision = share(of["right"], of["right"] + of["wrong"])
    return f"| {name:<16} | {precision} | {share(of['found'], of['found'] + of['missed'])} |"


def share(some: int, of: int) -> str:
    """Write a share with its Wilson interval."""
    if not of:
        return "none shown"
    p, z = some / of, 1.96
    middle = (p + z * z / (2 * of)) / (1 + z * z / of)
    half = z * sqrt(p * (1 - p) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return f"{p:.2f} ({max(0.0, middle - half):.2f} to {middle + half:.2f}), {some} of {of}"


def always(_text: str, _meaning: Vectors) -> bool:
    """Hear every clause."""
    return True


# --- thresholds ------------------------------------------------------------------------


def thresholds(reader: Reader, hear: HearMessage) -> None:
    """Print thresholds that find most and are precise enough together, by what taught nothing."""
    apart = [one for group in load_messages() for one in group.read() if kept_back(one.text)]
    candidates: dict[Kind, list[Candidate]] = {kind: [] for kind in KINDS}
    for at, marked in enumerate(apart):
        for kind, one in candidates_of(marked, at, reader, hear):
            candidates[kind].append(one)
    marks = Counter(mark.kind for one in apart for mark in one.marks)
    for kind, one in chosen(candidates).items():
        say(
            f"    Kind.{kind.name}: {one.least:.2f},  # finds {share(one.found, marks[kind])}, "
            f"right {share(one.right, one.shown)}"
        )


def candidates_of(
    marked: Marked, message: int, reader: Reader, hear: HearMessage
) -> Iterator[tuple[Kind, Candidate]]:
    """Give every clause of a message with its log-odds of every kind."""
    heard = hear(marked.text, always)
    marks = [(one.kind, clean_stretch(heard.cleaned.places, one)) for one in marked.marks]
    for part in heard.parts:
        for clause, values in zip(part.clauses, odds(heard, part, reader), strict=True):
            for kind, value in zip(KINDS, values, strict=True):
                finds = frozenset(
                    (message, at)
                    for at, (other, mark) in enumerate(marks)
                    if kind == other and meet(clause, mark)
                )
                yield kind, Candidate(odds=float(value), message=message, finds=finds)


def chosen(candidates: Mapping[Kind, Sequence[Candidate]]) -> dict[Kind, Chosen]:
    """Choose for each kind so that most is found while enough of all that is shown is right.

    What a wrong one costs beside one that is found grows until all kinds together are precise
    enough; none of them may be less precise than the least of a kind.
    """
    ladders = {kind: list(ladder(some)) for kind, some in candidates.items()}
    for cost in np.arange(0.0, 10.0, 0.05):
        best = {
            kind: max(steps, key=lambda one: one.found - cost * (one.shown - one.right))
            for kind, steps in ladders.items()
        }
        shown = sum(one.shown for one in best.values())
        if sum(one.right for one in best.values()) >= LEAST_PRECISION * shown:
            return best
    return {kind: Chosen() for kind in candidates}


def ladder(candidates: Sequence[Candidate]) -> Iterator[Chosen]:
    """Give every threshold of a kind that it could have, with what it would show."""
    yield Chosen()
    right, found = 0, set[tuple[int, int]]()
    for shown, one in enumerate(sorted(candidates, key=lambda one: -one.odds), start=1):
        right += bool(one.finds)
        found |= one.finds
        if right >= LEAST_SHOWN and right >= LEAST_OF_KIND * shown:
            yield Chosen(least=one.odds, shown=shown, right=right, found=len(found))


def meet(one: Stretch, other: Stretch) -> bool:
    """Say whether two stretches overlap."""
    return one[0] < other[1] and other[0] < one[1]


# --- other people's sets ---------------------------------------------------------------


def outside(reader: Reader, hear: HearMessage) -> None:
    """Print how well "any pattern" parts others' labels, where their files are at hand."""
    for name in ("gh_incivility.csv", "ucc.csv"):
        path = OUTSIDE / name
        if not path.exists():
            say(f"{name}: not measured, {path} is not there")
            continue
        texts, labels = labelled(path)
        scores = [risk_of(text, reader, hear) for text in texts]
        say(f"{name}: AUC {auc(np.array(scores), np.array(labels)):.3f}, {len(texts)} texts")


def labelled(path: Path) -> tuple[list[str], list[bool]]:
    """Read texts spread over a set, each with whether people found it uncivil or unhealthy."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rows = rows[:: max(1, len(rows) // MOST_OUTSIDE)]
    if "comment_body" in rows[0]:
        return [one["comment_body"] for one in rows], [one["y"] == "1" for one in rows]
    return [one["comment"] for one in rows], [one["healthy"] == "0" for one in rows]


def risk_of(text: str, reader: Reader, hear: HearMessage) -> float:
    """Give the highest log-odds over its threshold that any clause has of any kind."""
    heard = hear(text[:2000], always)
    least = np.array([min(reader.thresholds[kind], NOBODY_PASSES) for kind in KINDS])
    over = (float((odds(heard, one, reader) - least).max()) for one in heard.parts)
    return max(over, default=-NOBODY_PASSES)


def auc(scores: Vectors, labels: Vectors) -> float:
    """Give the chance that a labelled text scores above one that is not."""
    risky, plain = scores[labels], scores[~labels]
    above = (risky[:, None] > plain).mean() + 0.5 * (risky[:, None] == plain).mean()
    return float(above)


if __name__ == "__main__":
    main()
