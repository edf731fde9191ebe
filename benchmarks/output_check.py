"""How much of what may not leave is stopped, and how much that may is let through.

    python -m benchmarks.output_check [--thresholds]

The first sets of tests/sets/output were written by the same hand as the rules: the first files
before any rule, `later` after the first rules (one half of what it showed was then used), `last`
after all, and nothing was changed for it. `fresh` is by somebody who saw neither rules nor the
sentences that teach. Intervals are Wilson's, 95 %. Rewrites its part of docs/safety.md.
`--thresholds` does five-fold cross-validation on the sentences that teach what is meant.
"""

import hashlib
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

import numpy as np
from benchmarks._timing import say

from aftershift.adapters import encoder_files
from aftershift.adapters.encoders import best_encoder
from aftershift.adapters.speaking import pairs_of, teach
from aftershift.engines.safety.output_check import check
from aftershift.engines.safety.output_kinds import Speaker, State
from aftershift.engines.safety.output_meaning import FINE
from aftershift.library.output import load_output, load_spoken
from aftershift.listening import CheckOutput, output_with

ROOT = Path(__file__).resolve().parent.parent
SETS = ROOT / "tests" / "sets" / "output"
PAGE = ROOT / "docs" / "safety.md"
MEASURED = re.compile(r"(<!-- output: measured -->\n).*?(<!-- output: end -->)", re.DOTALL)
PARTS = {
    "first-read": "before the rules, read with them",
    "first-unread": "before the rules, misses unread",
    "later": "after the first rules, half used",
    "last": "after all, used for nothing",
    "fresh": "by another hand, used for nothing",
}
FOLDS = 5
BEARABLE = (0.01, 0.02, 0.03, 0.05)  # of the sentences that may leave
Z = 1.96


@dataclass(frozen=True, kw_only=True, slots=True)
class Judged:
    """One sentence of a set: its fault, if any, and whether phrases, or anything, stopped it."""

    part: str
    kind: str
    by_phrases: bool
    stopped: bool


def judged(checked: CheckOutput) -> Iterator[Judged]:
    """Look at every sentence of every set."""
    book = load_output()
    for path in sorted(SETS.glob("*.toml")):
        for group in tomllib.loads(path.read_text("utf-8"))["group"]:
            for text in group["says"]:
                state = State(group.get("state", ""))
                yield Judged(
                    part=_part(path.stem, text),
                    kind=group["kind"],
                    by_phrases=bool(check(text, book, state=state)),
                    stopped=bool(checked(text, state, Speaker.COACH)),
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
    """Write what was stopped by set, and by kind for the set of another hand."""
    yield "| written | faults: by phrases | by what is meant too | fine: by phrases | by both |"
    yield "|---|---|---|---|---|"
    for part, words in PARTS.items():
        these = [one for one in all_of_them if one.part == part]
        shares = (
            share(sum(getattr(one, by) for one in some), len(some))
            for some in ([o for o in these if o.kind], [o for o in these if not o.kind])
            for by in ("by_phrases", "stopped")
        )
        yield f"| {words} | {' | '.join(shares)} |"
    yield ""
    yield "| kind, by another hand | by phrases | both |"
    yield "|---|---|---|"
    by_kind: dict[str, list[Judged]] = defaultdict(list)
    for one in all_of_them:
        if one.kind and one.part == "fresh":
            by_kind[one.kind].append(one)
    for kind, some in sorted(by_kind.items()):
        phrases, both = sum(one.by_phrases for one in some), sum(one.stopped for one in some)
        yield f"| {kind} | {phrases} of {len(some)} | {both} |"


def thresholds() -> Iterator[str]:
    """Say what the taught heads would stop at thresholds that stop so much of what is fine."""
    pairs = pairs_of(load_spoken())
    encoder = best_encoder(encoder_files.cache_folder(), say)
    meanings = encoder.embed([text for text, _ in pairs])
    surest = np.empty(len(pairs), dtype=np.float32)
    fold = [int(hashlib.sha256(text.encode()).hexdigest(), 16) % FOLDS for text, _ in pairs]
    for out in range(FOLDS):
        heads = teach([one for one, at in zip(pairs, fold, strict=True) if at != out], encoder)
        for at in (at for at in range(len(pairs)) if fold[at] == out):
            odds = heads.log_odds(pairs[at][0], meanings[at])
            surest[at] = odds[0] + odds[1:].max()
    is_fine = np.array([kind == FINE for _, kind in pairs])
    for bearable in BEARABLE:
        least = float(np.quantile(surest[is_fine], 1 - bearable))
        caught = float((surest[~is_fine] > least).mean())
        yield f"{least:.2f} stops {bearable:.2f} of what is fine and {caught:.2f} of the faults"


def main() -> None:
    """Measure, and write the tables into the page; or choose a threshold."""
    if "--thresholds" in sys.argv:
        say("\n".join(thresholds()))
        return
    written = "\n".join(tables(list(judged(output_with(say))))) + "\n"
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(MEASURED.sub(lambda old: old[1] + written + old[2], page), encoding="utf-8")
    say(written)


if __name__ == "__main__":
    main()
