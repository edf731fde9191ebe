"""How much of what may not leave is stopped, and how much that may is let through.

    python -m benchmarks.output_check

The sets of tests/sets/output were written by the same hand as the rules: the first files before
any rule, `later` after the first rules (one half of what it showed was then used), `last` after
all, and nothing was changed for it. Intervals are Wilson's, 95 %. Rewrites its part of
docs/safety.md.
"""

import hashlib
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from benchmarks._timing import say

from aftershift.engines.safety.output_check import check
from aftershift.engines.safety.output_kinds import State
from aftershift.library.output import load_output

ROOT = Path(__file__).resolve().parent.parent
SETS = ROOT / "tests" / "sets" / "output"
PAGE = ROOT / "docs" / "safety.md"
MEASURED = re.compile(r"(<!-- output: measured -->\n).*?(<!-- output: end -->)", re.DOTALL)
PARTS = {
    "first-read": "before the rules, read with them",
    "first-unread": "before the rules, misses unread",
    "later": "after the first rules, half used",
    "last": "after all, used for nothing",
}
Z = 1.96


@dataclass(frozen=True, kw_only=True, slots=True)
class Judged:
    """One sentence of a set: which fault it carries, if any, and which were found."""

    text: str
    part: str
    kind: str
    found: frozenset[str]


def judged() -> Iterator[Judged]:
    """Look at every sentence of every set."""
    book = load_output()
    for path in sorted(SETS.glob("*.toml")):
        for group in tomllib.loads(path.read_text("utf-8"))["group"]:
            for text in group["says"]:
                faults = check(text, book, state=State(group.get("state", "")))
                yield Judged(
                    text=text,
                    part=_part(path.stem, text),
                    kind=group["kind"],
                    found=frozenset(one.kind.value for one in faults),
                )


def _part(stem: str, text: str) -> str:
    if stem in PARTS:
        return stem
    read = int(hashlib.sha256(text.encode()).hexdigest(), 16) % 2 == 0
    return "first-read" if read else "first-unread"


def share(hits: int, n: int) -> str:
    """Write a share with its interval (Wilson 1927)."""
    if not n:
        return "none"
    p = hits / n
    middle, half = p + Z * Z / (2 * n), Z * sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
    low, high = ((middle + sign * half) / (1 + Z * Z / n) for sign in (-1, 1))
    return f"{hits} of {n}: {p:.2f} ({max(0.0, low):.2f} to {min(1.0, high):.2f})"


def tables(all_of_them: Sequence[Judged]) -> Iterator[str]:
    """Write what was stopped by set, and by kind for the sets before the rules and after them."""
    yield "| written | stopped of what may not leave (recall) | stopped of what may | precision |"
    yield "|---|---|---|---|"
    for part, words in PARTS.items():
        these = [one for one in all_of_them if one.part == part]
        bad, good = [one for one in these if one.kind], [one for one in these if not one.kind]
        caught, spoilt = sum(bool(one.found) for one in bad), sum(bool(one.found) for one in good)
        yield (
            f"| {words} | {share(caught, len(bad))} | {share(spoilt, len(good))} "
            f"| {caught / (caught + spoilt):.2f} |"
        )
    yield ""
    yield "| kind | before the rules | after them (`later` and `last`) |"
    yield "|---|---|---|"
    by_kind: dict[str, tuple[list[bool], list[bool]]] = defaultdict(lambda: ([], []))
    for one in all_of_them:
        if one.kind:
            by_kind[one.kind][not one.part.startswith("first")].append(bool(one.found))
    for kind, (before, after) in sorted(by_kind.items()):
        yield f"| {kind} | {sum(before)} of {len(before)} | {sum(after)} of {len(after)} |"


def main() -> None:
    """Measure, and write the tables into the page."""
    written = "\n".join(tables(list(judged()))) + "\n"
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(MEASURED.sub(lambda old: old[1] + written + old[2], page), encoding="utf-8")
    say(written)


if __name__ == "__main__":
    main()
