"""How often a line of a scene, and a reply of the listening drill, is read right.

    python -m benchmarks.rehearsal

It writes the tables of docs/rehearsal.md. The lines of scenes are by two hands that saw neither
signs nor what teaches; by the first (`seen`) it was chosen how heads and signs go together.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from benchmarks._timing import say

from aftershift.engines.rehearsal.lessons import Line
from aftershift.engines.rehearsal.moves import HURTS, Heard, Move, hear
from aftershift.engines.rehearsal.reflecting import Marks
from aftershift.library.rehearsal import Lines, load_rehearsal
from aftershift.library.shelf import read_record
from aftershift.sending import moves_with, patterns_with

ROOT = Path(__file__).resolve().parent.parent
LABELLED = ROOT / "tests" / "sets" / "listening" / "replies.toml"
SCENES = ROOT / "tests" / "sets" / "rehearsal"
PAGE = ROOT / "docs" / "rehearsal.md"
MEASURED = re.compile(r"(<!-- listening: measured -->\n).*?(<!-- listening: end -->)", re.DOTALL)
MOVES = re.compile(r"(<!-- moves: measured -->\n).*?(<!-- moves: end -->)", re.DOTALL)
MARKS = ("paraphrase", "feeling", "no_advice")
HALVES = ("seen", "blind")


def measured() -> tuple[str, list[str]]:
    """Give the table, and every seen reply that was read wrong."""
    shelf = load_rehearsal()
    right: Counter[tuple[str, str]] = Counter()
    sizes: Counter[str] = Counter()
    wrong = []
    for one in tomllib.loads(LABELLED.read_text(encoding="utf-8"))["reply"]:
        said = shelf.messages[one["message"]].says
        read = shelf.listening.marks(said, one["reply"])
        meant = Marks(**{mark: one[mark] for mark in MARKS})
        half = one["half"]
        sizes[half] += 1
        right[half, "all three"] += read == meant
        for mark in MARKS:
            right[half, mark] += getattr(read, mark) == one[mark]
        if half == "seen" and read != meant:
            wrong.append(f"{one['reply']}\n    read {read}")
    rows = [f"| {half} ({sizes[half]}) | {_shares(right, half, sizes[half])} |" for half in HALVES]
    head = "| replies | paraphrase | feeling | no advice | all three |\n|---|---|---|---|---|"
    return "\n".join((head, *rows)), wrong


@dataclass(frozen=True, kw_only=True, slots=True)
class Read:
    """A line of a scene: what it does, and what was heard by signs alone and with the heads."""

    line: Line
    by_signs: Heard
    heard: Heard


def lines_read(half: str) -> list[Read]:
    """Hear every line of one hand, as a page hears it."""
    signs = load_rehearsal().signs
    patterns, moves = patterns_with(say), moves_with(say)
    found = []
    for one in read_record(SCENES / f"{half}.toml", Lines).line:
        kinds = {pattern.kind for pattern in patterns(one.says).patterns}
        heard = hear(one.says, signs, kinds, moves(one.says))
        found.append(Read(line=one, by_signs=hear(one.says, signs, kinds), heard=heard))
    return found


def table_of_moves() -> Iterator[str]:
    """Say by move how many lines are heard as what they do."""
    sets = {half: lines_read(half) for half in HALVES}
    heads = (f"{half}: {what}" for half in HALVES for what in ("signs alone", "with heads", "of"))
    yield f"| what a line does first | {' | '.join(heads)} |"
    yield "|---" * (1 + 3 * len(HALVES)) + "|"
    exactly = {one.value: frozenset({one}) for one in Move} | {"all": frozenset(Move)}
    for name, of in exactly.items():
        yield _row(name, sets, of, lambda heard, line: heard.move is line.moves[0])
    for name, of in (("what hurts, as such", HURTS), ("the rest, as such", set(Move) - HURTS)):
        yield _row(name, sets, of, lambda heard, line: (heard.move in HURTS) is hurts(line))


def hurts(line: Line) -> bool:
    """Say whether what a line does first hurts."""
    return line.moves[0] in HURTS


def _row(
    name: str,
    sets: Mapping[str, Sequence[Read]],
    of: Set[Move],
    is_right: Callable[[Heard, Line], bool],
) -> str:
    """Count by hand what is heard rightly of some moves: by signs alone, with heads, and all."""
    counts: list[int] = []
    for half in HALVES:
        some = [one for one in sets[half] if one.line.moves[0] in of]
        counts += (
            sum(is_right(one.by_signs, one.line) for one in some),
            sum(is_right(one.heard, one.line) for one in some),
            len(some),
        )
    return f"| {name} | {' | '.join(map(str, counts))} |"


def _shares(right: Counter[tuple[str, str]], half: str, size: int) -> str:
    return " | ".join(f"{right[half, mark] / size:.0%}" for mark in (*MARKS, "all three"))


def main() -> None:
    """Print the tables, and put them on their page."""
    table, wrong = measured()
    say(table)
    for one in wrong:
        say(f"  {one}")
    moves = "\n".join(table_of_moves())
    say(moves)
    page = MOVES.sub(rf"\g<1>{moves}\n\g<2>", PAGE.read_text(encoding="utf-8"))
    PAGE.write_text(MEASURED.sub(rf"\g<1>{table}\n\g<2>", page), encoding="utf-8")


if __name__ == "__main__":
    main()
