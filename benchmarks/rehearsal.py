"""How often a reply of the listening drill is read right; writes the table of docs/rehearsal.md.

python -m benchmarks.rehearsal
"""

import re
import tomllib
from collections import Counter
from pathlib import Path

from benchmarks._timing import say

from aftershift.engines.rehearsal.reflecting import Marks
from aftershift.library.rehearsal import load_rehearsal

ROOT = Path(__file__).resolve().parent.parent
LABELLED = ROOT / "tests" / "sets" / "listening" / "replies.toml"
PAGE = ROOT / "docs" / "rehearsal.md"
MEASURED = re.compile(r"(<!-- listening: measured -->\n).*?(<!-- listening: end -->)", re.DOTALL)
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


def _shares(right: Counter[tuple[str, str]], half: str, size: int) -> str:
    return " | ".join(f"{right[half, mark] / size:.0%}" for mark in (*MARKS, "all three"))


def main() -> None:
    """Print the table, and put it on its page."""
    table, wrong = measured()
    say(table)
    for one in wrong:
        say(f"  {one}")
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(MEASURED.sub(rf"\g<1>{table}\n\g<2>", page), encoding="utf-8")


if __name__ == "__main__":
    main()
