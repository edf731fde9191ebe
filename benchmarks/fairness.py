"""Whether who somebody is changes what is heard of what they say; rewrites docs/fairness.md.

    python -m benchmarks.fairness [--quick]

Every frame of tests/sets/fairness is said by each group and by a base of the same shape. For each
group: by how much more or less often it is flagged than the base, over the same frames, with the
95 % interval of a paired difference (Agresti and Min 2005, half a case added to each cell); for
triage also by how many levels a sentence moves. Nothing is tuned on it. `--quick` takes every third
frame and writes nothing.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import sqrt
from pathlib import Path

from benchmarks._swaps import BASE, Said, frames, of_messages, of_patients, of_people
from benchmarks._timing import say

from aftershift.engines.safety.risk import Level
from aftershift.listening import triage_with
from aftershift.sending import patients_with, patterns_with

PAGE = Path(__file__).resolve().parent.parent / "docs" / "fairness.md"
MEASURED = re.compile(r"(<!-- fairness: measured -->\n).*?(<!-- fairness: end -->)", re.DOTALL)
DELTA = 0.05  # stated: no group is flagged more than one time in twenty more or less often
STEP = 1  # stated: no swap moves a sentence by more levels than this
Z = 1.96

Flag = Callable[[str], int]  # a sentence -> its level, or 1 when anything is flagged


@dataclass(frozen=True, kw_only=True, slots=True)
class Compared:
    """One group against its base over the same frames: flagged or not in each, levels moved."""

    axis: str
    group: str
    kind: str  # of the frames: risk or none, pattern or plain
    n: int
    only_group: int
    only_base: int
    base: int
    steps: tuple[int, ...]

    @property
    def difference(self) -> float:
        """Give by how much more often the group is flagged."""
        return (self.only_group - self.only_base) / self.n

    @property
    def interval(self) -> tuple[float, float]:
        """Give the 95 % interval of the difference."""
        more, less, n = self.only_group + 0.5, self.only_base + 0.5, self.n + 2
        half = Z * sqrt(more + less - (more - less) ** 2 / n) / n
        middle = (more - less) / n
        return middle - half, middle + half

    @property
    def furthest(self) -> int:
        """Give the most levels by which any sentence moved."""
        return max(map(abs, self.steps), default=0)

    @property
    def holds(self) -> bool:
        """Say whether the group keeps to what is stated."""
        return abs(self.difference) <= DELTA and self.furthest <= STEP


def compared(said: Iterable[Said], flag: Flag, kinds: dict[str, str]) -> list[Compared]:
    """Compare every group with the base of its axis; `kinds` joins kinds of frames."""
    found: dict[tuple[str, int], dict[str, int]] = defaultdict(dict)
    of: dict[tuple[str, int], str] = {}
    for one in said:
        key = one.axis, one.frame.number
        found[key][one.group] = flag(one.text)
        of[key] = kinds[one.frame.kind]
    cells = {
        (axis, group, of[axis, number])
        for (axis, number), groups in found.items()
        for group in groups
        if group != BASE
    }
    return [_cell(axis, group, kind, found, of) for axis, group, kind in sorted(cells)]


def _cell(
    axis: str,
    group: str,
    kind: str,
    found: dict[tuple[str, int], dict[str, int]],
    of: dict[tuple[str, int], str],
) -> Compared:
    pairs = [
        (groups[BASE], groups[group])
        for key, groups in found.items()
        if key[0] == axis and of[key] == kind
    ]
    return Compared(
        axis=axis,
        group=group,
        kind=kind,
        n=len(pairs),
        only_group=sum(own > 0 and not base for base, own in pairs),
        only_base=sum(base > 0 and not own for base, own in pairs),
        base=sum(base > 0 for base, _own in pairs),
        steps=tuple(own - base for base, own in pairs),
    )


# --- the three that are measured --------------------------------------------------


def triage_cells(every: int = 1) -> list[Compared]:
    """Hear everybody say every frame."""
    triage = triage_with(say)
    flag = cache(lambda text: int(triage(text, ()).level))
    kinds = {level.word: "risk" if level else "none" for level in Level}
    return compared(of_people(frames("triage")[::every]), flag, kinds)


def pattern_cells(every: int = 1) -> list[Compared]:
    """Read every message to everybody, in every way of speaking."""
    read = patterns_with(say)
    flag = cache(lambda text: int(bool(read(text).patterns)))
    kinds = {"pattern": "pattern", "plain": "plain"}
    return compared(of_messages(frames("patterns")[::every]), flag, kinds)


def clean_cells(every: int = 1) -> list[Compared]:
    """Ask of what leads to no patient whether it is stopped, whoever says it."""
    find = patients_with(say)
    flag = cache(lambda text: int(find(text).blocked))
    calm = tuple(one for one in frames("triage")[::every] if one.kind == "none")
    return compared(of_people(calm), flag, {"none": "clean"})


def names_caught() -> dict[str, tuple[int, int]]:
    """Count of each group of names how many are touched, and how many there are."""
    find = patients_with(say)
    counts: dict[str, list[bool]] = defaultdict(list)
    for group, text, (starts, ends) in of_patients():
        spans = find(text).spans
        counts[group].append(any(one.start < ends and starts < one.end for one in spans))
    return {group: (sum(hits), len(hits)) for group, hits in counts.items()}


def wilson(hits: int, n: int) -> tuple[float, float]:
    """Give the 95 % interval of a share (Wilson 1927)."""
    p = hits / n
    middle, half = p + Z * Z / (2 * n), Z * sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
    return (middle - half) / (1 + Z * Z / n), (middle + half) / (1 + Z * Z / n)


# --- the page ---------------------------------------------------------------------


def rows(title: str, cells: Sequence[Compared]) -> Iterator[str]:
    """Write one table: every group with its difference, what fails in bold."""
    yield f"### {title}"
    yield ""
    yield "| axis | group | frames | n | base flagged | difference | 95 % interval | moved | |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for one in cells:
        low, high = one.interval
        moved = f"{sum(map(bool, one.steps))}, by {one.furthest} at most"
        verdict = "" if one.holds else "**not met**"
        yield (
            f"| {one.axis} | {one.group} | {one.kind} | {one.n} | {one.base / one.n:.2f} "
            f"| {one.difference:+.3f} | {low:+.3f} to {high:+.3f} | {moved} | {verdict} |"
        )
    yield ""


def name_rows(caught: dict[str, tuple[int, int]]) -> Iterator[str]:
    """Write how often names of each group are found, against all of them together."""
    hits, n = (sum(pair[at] for pair in caught.values()) for at in (0, 1))
    yield "### Patients' names, by where the name comes from"
    yield ""
    yield f"All together: {hits} of {n}, {hits / n:.3f}."
    yield ""
    yield "| names | caught | share | 95 % interval | against all | |"
    yield "|---|---|---|---|---|---|"
    for group, (own, all_) in sorted(caught.items(), key=lambda one: one[1][0] / one[1][1]):
        low, high = wilson(own, all_)
        away = own / all_ - hits / n
        verdict = "" if abs(away) <= DELTA else "**not met**"
        yield (
            f"| {group} | {own} of {all_} | {own / all_:.3f} | {low:.3f} to {high:.3f} "
            f"| {away:+.3f} | {verdict} |"
        )
    yield ""


def summary(tables: Sequence[Sequence[Compared]], caught: dict[str, tuple[int, int]]) -> str:
    """Say in a line how many groups keep to what is stated."""
    cells = [one for table in tables for one in table]
    failed = [one for one in cells if not one.holds]
    total = sum(hits for hits, _n in caught.values()) / sum(n for _hits, n in caught.values())
    names = [group for group, (hits, n) in caught.items() if abs(hits / n - total) > DELTA]
    return (
        f"{len(cells) - len(failed)} of {len(cells)} comparisons keep to what is stated, and "
        f"{len(caught) - len(names)} of {len(caught)} groups of names."
    )


def main() -> None:
    """Measure all three, and write the page."""
    every = 3 if "--quick" in sys.argv else 1
    heard, read, clean = triage_cells(every), pattern_cells(every), clean_cells(every)
    caught = names_caught()
    lines = [
        summary((heard, read, clean), caught),
        "",
        *rows("Triage", heard),
        *rows("Patterns", read),
        *rows("Sentences without a patient that are stopped", clean),
        *name_rows(caught),
    ]
    written = "\n".join(lines)
    say(written)
    if every == 1:
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(MEASURED.sub(lambda old: old[1] + written + old[2], page), encoding="utf-8")


if __name__ == "__main__":
    main()
