"""How often triage is right on our own blind messages; writes the tables of docs/safety.md.

    python -m benchmarks.triage [--thresholds]

The messages of tests/sets/triage were written apart from those that teach, without looking at the
detector. One half of them, by checksum, chose the thresholds; the other half did not, and is what
the tables show. A conversation is measured by what its last turn is heard as, with the turns
before; one of ordinary talk by the gravest that any of its turns is heard as. Intervals are
Wilson's, 95 %.
"""

import hashlib
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from time import process_time

import numpy as np
from benchmarks._timing import say
from numpy.typing import NDArray

from aftershift.engines.safety.risk import LEVELS, Level
from aftershift.engines.safety.triage import Ear, level_odds
from aftershift.library.triage import load_lessons
from aftershift.listening import Hear, Triage, ear_with, triage_with

ROOT = Path(__file__).resolve().parent.parent
SET = ROOT / "tests" / "sets" / "triage"
PAGE = ROOT / "docs" / "safety.md"
MEASURED = re.compile(r"(<!-- triage: measured -->\n).*?(<!-- triage: end -->)", re.DOTALL)
BEARABLE = {  # shares that may be disturbed: of the hard harmless messages, of ordinary talk
    Level.CHECK_IN: (0.08, 0.03),
    Level.ELEVATED: (0.025, 0.01),
    Level.EMERGENCY: (0.01, 0.003),
}
ORDINARY, ORDINARY_TURNS = "ordinary", "ordinary_turns"
Z = 1.96


@dataclass(frozen=True, kw_only=True, slots=True)
class Hit:
    """One message: how grave it is, how grave it was heard, and of what it is."""

    is_level: Level
    heard: Level
    kinds: tuple[str, ...]
    language: str
    is_conversation: bool
    is_seen: bool  # in the half that chose the thresholds
    shelf: str  # the file it is from


def hits(triage: Triage) -> Iterator[Hit]:
    """Hear every message and every conversation of the blind set."""
    for path, lesson in zip(sorted(SET.glob("*.toml")), load_lessons(SET), strict=True):
        for group in lesson.group:
            for text in group.messages:
                yield Hit(
                    is_level=group.grave,
                    heard=triage(text, ()).level,
                    kinds=group.categories,
                    language=group.language,
                    is_conversation=False,
                    is_seen=chose_thresholds(text),
                    shelf=path.stem,
                )
        for talk in lesson.conversation:
            turns = range(len(talk.turns)) if path.stem == ORDINARY_TURNS else [len(talk.turns) - 1]
            heard = (triage(talk.turns[at], talk.turns[max(0, at - 5) : at]) for at in turns)
            yield Hit(
                is_level=talk.grave,
                heard=max(one.level for one in heard),
                kinds=talk.categories,
                language=talk.language,
                is_conversation=True,
                is_seen=False,
                shelf=path.stem,
            )


def chose_thresholds(text: str) -> bool:
    """Say in which half of the set a message lies."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % 2 == 0


def tables(found: list[Hit]) -> Iterator[str]:
    """Write the tables: by level, by kind, by language."""
    unseen = [one for one in found if not (one.is_seen or one.is_conversation)]
    talks = [one for one in found if one.is_conversation]
    yield "| said | n | heard as none | check_in | elevated | emergency |"
    yield "|---|---|---|---|---|---|"
    for name, some in (("messages", unseen), ("conversations", talks)):
        for word, level in LEVELS.items():
            these = [one for one in some if one.is_level is level]
            counts = [sum(one.heard is heard for one in these) for heard in Level]
            yield f"| {word}, {name} | {len(these)} | " + " | ".join(map(str, counts)) + " |"
    yield ""
    yield "| ordinary talk | n | disturbed at all | as elevated or more |"
    yield "|---|---|---|---|"
    yield _row("messages, unseen half", [one for one in unseen if one.shelf == ORDINARY])
    yield _row("conversations of ten turns", [one for one in talks if one.shelf == ORDINARY_TURNS])
    yield ""
    yield "| of the unseen half | n | heard at all | as elevated or more |"
    yield "|---|---|---|---|"
    by_kind: dict[str, list[Hit]] = defaultdict(list)
    for one in unseen:
        by_kind["all of risk" if one.is_level else "all without risk"].append(one)
        for kind in one.kinds:
            by_kind[kind if one.is_level else f"no risk: {kind}"].append(one)
        if one.language != "en":
            by_kind[f"{one.language}: {'risk' if one.is_level else 'no risk'}"].append(one)
    for kind, these in sorted(
        by_kind.items(), key=lambda pair: (pair[0].startswith("no"), pair[0])
    ):
        yield _row(kind, these)


def _row(kind: str, these: list[Hit]) -> str:
    heard = sum(one.heard > Level.NONE for one in these)
    grave = sum(one.heard > Level.CHECK_IN for one in these)
    return f"| {kind} | {len(these)} | {share(heard, these)} | {share(grave, these)} |"


def thresholds(ear: Ear, hear: Hear) -> Iterator[str]:
    """Say what each level head would find and disturb at thresholds chosen on the seen half.

    The lowest that disturbs no more of the hard harmless messages, and of ordinary talk, than is
    bearable; what follows are the shares of each level that it reaches.
    """
    odds: dict[tuple[str, Level], list[NDArray[np.float32]]] = defaultdict(list)
    for path, lesson in zip(sorted(SET.glob("*.toml")), load_lessons(SET), strict=True):
        for group in lesson.group:
            for text in filter(chose_thresholds, group.messages):
                odds[path.stem, group.grave].append(level_odds(hear(text), ear))
    by_level = {
        level: np.stack([one for (_stem, of), some in odds.items() if of is level for one in some])
        for level in Level
    }
    hard, plain = (np.stack(odds[stem, Level.NONE]) for stem in ("harmless", ORDINARY))
    for at, (level, bearable) in enumerate(BEARABLE.items()):
        least = max(
            float(np.quantile(some[:, at], 1 - share))
            for some, share in zip((hard, plain), bearable, strict=True)
        )
        reached = (f"{of.word} {(some[:, at] > least).mean():.2f}" for of, some in by_level.items())
        yield f"{level.word}: {least:.2f} ({', '.join(reached)})"


def share(count: int, these: list[Hit]) -> str:
    """Write a share with its interval."""
    n = len(these)
    middle, half = (
        (count / n + Z**2 / (2 * n)),
        Z * sqrt(count / n * (1 - count / n) / n + Z**2 / (4 * n**2)),
    )
    low, high = ((middle + sign * half) / (1 + Z**2 / n) for sign in (-1, 1))
    return f"{count / n:.2f} ({max(0.0, low):.2f} to {min(1.0, high):.2f})"


def main() -> None:
    """Measure, and write the tables into the page; or choose thresholds."""
    if "--thresholds" in sys.argv:
        say("\n".join(thresholds(*ear_with(say))))
        return
    triage = triage_with(say)
    began = process_time()
    found = list(hits(triage))
    seconds = process_time() - began
    written = "\n".join(tables(found)) + "\n"
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(MEASURED.sub(lambda old: old[1] + written + old[2], page), encoding="utf-8")
    say(written)
    say(
        f"{len(found)} heard in {seconds:.1f} s of a processor: {len(found) / seconds:.0f} a second"
    )


if __name__ == "__main__":
    main()
