"""How much of patients' data is found in the authored sets; writes the tables of docs/safety.md.

`tests/sets/phi/teach_*.toml` taught the rules and the head on names; `test.toml` was written apart
and was read by nobody who wrote rules. Reserved domains and telephone prefixes of the sets are
swapped for ordinary ones that are made up, lest a rule live on ".example". A sentence counts as
caught when any of its marked spans is touched. Where the made-up sentences of Presidio lie beside
the project (they are no part of it), they are counted too; there no word says who is a patient.

    python -m benchmarks.phi [--misses]
"""

import argparse
import csv
import hashlib
import json
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from benchmarks._timing import say

from aftershift.adapters.learnt import kept_back
from aftershift.engines.safety.phi import Phi
from aftershift.sending import FindPatients, patients_with

ROOT = Path(__file__).resolve().parents[1]
SETS = ROOT / "tests/sets/phi"
PAGE = ROOT / "docs/safety.md"
OUTSIDE = ROOT.parent / "shared/language/dev/presidio_synth.csv"
PARTS = ("teaching", "kept back", "test")
TAG = re.compile(r"</?([a-z_0-9]+)>")
SWAPS = (
    (re.compile(r"example\.(com|org|net)"), r"mailhaven.\1"),
    (re.compile(r"\bexample\."), "mailhaven."),
    (re.compile(r"\.(?:test|invalid|example)\b"), ".com"),
    (re.compile(r"07700( ?)900"), r"07812\g<1>634"),
    (re.compile(r"\b555(?=[- ]?01)"), "482"),
    (re.compile(r"0491 570"), "0427 318"),
)
SUMS = {
    "caught": "**sentences caught at all**",
    "clean stopped": "**clean sentences stopped**",
    "structured touched": "structured identifiers, touched",
    "structured exact": "structured identifiers, exact",
}
NUMBERED = frozenset(
    [
        "record_number",
        "national_number",
        "birth_date",
        "date",
        "phone",
        "email",
        "address",
        "url_or_handle",
        "device_or_plate",
    ]
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """One message of a set with its marked spans; `part` says if it taught, `stem` its file."""

    text: str
    spans: tuple[tuple[int, int, str], ...]
    part: str
    stem: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Tally:
    """How many of how many."""

    hits: int
    all: int

    @property
    def share(self) -> float:
        """Give the share, one of nothing is all of it."""
        return self.hits / self.all if self.all else 1.0


def sentences() -> list[Sentence]:
    """Read all sets."""
    found = []
    for path in sorted(SETS.glob("*.toml")):
        for group in tomllib.loads(path.read_text("utf-8"))["group"]:
            found += [_sentence(message, path.stem) for message in group["messages"]]
    return found


def _sentence(message: str, stem: str) -> Sentence:
    for pattern, ordinary in SWAPS:
        message = pattern.sub(ordinary, message)
    text, spans, opened, ended = "", [], 0, 0
    for tag in TAG.finditer(message):
        text += message[ended : tag.start()]
        ended = tag.end()
        if tag.group().startswith("</"):
            spans.append((opened, len(text), tag.group(1)))
        opened = len(text)
    text += message[ended:]
    part = "test" if stem == "test" else "kept back" if kept_back(text) else "teaching"
    return Sentence(text=text, spans=tuple(spans), part=part, stem=stem)


def lessons_checksum() -> str:
    """Name the sentences that teach: SHA-256 of the files, in the order of their names."""
    joined = b"".join(path.read_bytes() for path in sorted(SETS.glob("teach_*.toml")))
    return hashlib.sha256(joined).hexdigest()


def measure(chosen: Sequence[Sentence], find: FindPatients) -> dict[str, Tally]:
    """Count sentences caught, clean ones stopped, and spans of each kind touched and exact."""
    counts: dict[str, list[bool]] = defaultdict(list)
    for one in chosen:
        found = find(one.text)
        if not one.spans:
            counts["clean stopped"].append(found.blocked)
            continue
        counts["caught"].append(any(_is_touched(span, found) for span in one.spans))
        for span in one.spans:
            counts[f"{span[2]} touched"].append(_is_touched(span, found))
            counts[f"{span[2]} exact"].append(_is_exact(span, found))
            if span[2] in NUMBERED:
                counts["structured touched"].append(_is_touched(span, found))
                counts["structured exact"].append(_is_exact(span, found))
    return {name: Tally(hits=sum(hits), all=len(hits)) for name, hits in counts.items()}


def _is_touched(span: tuple[int, int, str], found: Phi) -> bool:
    return any(one.start < span[1] and span[0] < one.end for one in found.spans)


def _is_exact(span: tuple[int, int, str], found: Phi) -> bool:
    return any((one.start, one.end) == span[:2] for one in found.spans)


def wilson(tally: Tally) -> tuple[float, float]:
    """Give the 95 % interval of a share (Wilson 1927)."""
    if not tally.all:
        return 0.0, 1.0
    z, n, p = 1.96, tally.all, tally.share
    middle, half = p + z * z / (2 * n), z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return (middle - half) / (1 + z * z / n), (middle + half) / (1 + z * z / n)


def main() -> None:
    """Write the tables into docs/safety.md, or print what is missed of the sentences that teach."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--misses", action="store_true")
    if parser.parse_args().misses:
        _print_misses([one for one in sentences() if one.part == "teaching"])
        return
    everything = sentences()
    find = patients_with(say)
    tallies = {
        part: measure([one for one in everything if one.part == part], find) for part in PARTS
    }
    for part in PARTS:
        _print(part, tallies[part])
    _write("measured", table(tallies))
    if OUTSIDE.exists():
        _write("outside", outside(find))


def table(tallies: dict[str, dict[str, Tally]]) -> Iterator[str]:
    """Write one row for each sum and kind, with one column for each part."""
    yield "| | teaching | kept back | test, unseen |"
    yield "|---|---|---|---|"
    names = sorted(set(tallies["teaching"]) - set(SUMS))
    shown = {name: name.replace("_", " ") for name in names if name.endswith("touched")}
    for name, title in [*SUMS.items(), *shown.items()]:
        cells = [_cell(tallies[part].get(name, Tally(hits=0, all=0))) for part in PARTS]
        yield f"| {title} | {' | '.join(cells)} |"


def outside(find: FindPatients) -> Iterator[str]:
    """Count what is touched of the made-up sentences of Presidio, by their own kinds."""
    counts = defaultdict(list)
    with OUTSIDE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found, spans = find(row["text"]), json.loads(row["spans"])
            for span in spans:
                place = (span["start_position"], span["end_position"], "")
                counts[span["entity_type"].lower()].append(_is_touched(place, found))
            if not spans:
                counts["nothing marked, stopped"].append(found.blocked)
    yield "| kind | touched |"
    yield "|---|---|"
    for kind, hits in sorted(counts.items()):
        yield f"| {kind.replace('_', ' ')} | {_cell(Tally(hits=sum(hits), all=len(hits)))} |"


def _cell(tally: Tally) -> str:
    low, high = wilson(tally)
    return f"{tally.hits} of {tally.all}: {tally.share:.2f} ({low:.2f} to {high:.2f})"


def _write(name: str, lines: Iterator[str]) -> None:
    """Put a table between its marks in docs/safety.md."""
    begin, end = f"<!-- phi: {name} -->\n", f"<!-- phi: {name}, end -->"
    head, rest = PAGE.read_text("utf-8").split(begin)
    tail = rest.split(end)[1]
    PAGE.write_text(head + begin + "\n".join(lines) + "\n" + end + tail, "utf-8")


def _print(part: str, tallies: dict[str, Tally]) -> None:
    say(f"\n{part}")
    for line in tally_lines(tallies):
        say(line)


def tally_lines(tallies: dict[str, Tally]) -> Iterator[str]:
    """Write each tally as a line, the sums first."""
    first = ["caught", "clean stopped", "structured touched", "structured exact"]
    for name in [*first, *sorted(set(tallies) - set(first))]:
        tally = tallies.get(name, Tally(hits=0, all=0))
        low, high = wilson(tally)
        yield (
            f"  {name:<28}{tally.hits:>5} of {tally.all:<5}{tally.share:6.3f}  {low:.3f}-{high:.3f}"
        )


def _print_misses(chosen: Sequence[Sentence]) -> None:
    find = patients_with(say)
    for one in chosen:
        found = find(one.text)
        missed = [one.text[span[0] : span[1]] for span in one.spans if not _is_touched(span, found)]
        extra = [
            f"{span.kind}:{one.text[span.start : span.end]}"
            for span in found.spans
            if not any(span.start < mark[1] and mark[0] < span.end for mark in one.spans)
        ]
        if missed or extra:
            say(f"{'MISS' if missed else '    '} {missed} EXTRA {extra} :: {one.text[:170]}")


if __name__ == "__main__":
    main()
