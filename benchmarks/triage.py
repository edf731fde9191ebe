"""How often triage is right on our own blind messages; writes the tables of docs/safety.md.

    python -m benchmarks.triage [--thresholds]

Two sets were written apart from the messages that teach, without looking at the detector. Of the
first (tests/sets/triage) one half of the messages, by checksum, and all conversations chose the
thresholds. The other half and the second set (tests/sets/triage_fresh, by somebody else, later) did
not, and are what the tables show. Two more (tests/sets/triage_hard and triage_unseen) hold ordinary
talks and risks told in passing that are hard on purpose; by triage_unseen, and by the 300 messages
of triage_exam, only one threshold was chosen. By triage_plain nothing was: plain sentences in five
languages, and harmless ones of nearly the same words. By triage_errors (errors in care, everyday
openings) nothing was chosen either. What strangers asked counsellors (counselchat, topics without
risk; nobody looked for risks in them) is heard where that file lies beside the repository. A
conversation is measured by what its last turn is heard as, with the turns before; one of ordinary
talk by the gravest that any of its turns is heard as. Intervals are Wilson's, 95 %.
"""

import csv
import hashlib
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from time import process_time

import numpy as np
from benchmarks._timing import say
from numpy.typing import NDArray

from aftershift.engines.safety.lessons import Conversation, Group
from aftershift.engines.safety.risk import LEVELS, Level
from aftershift.engines.safety.triage import Ear, level_odds
from aftershift.library.triage import load_lessons
from aftershift.listening import Hear, Triage, ear_with, triage_with

ROOT = Path(__file__).resolve().parent.parent
SETS = ROOT / "tests" / "sets"
COACH = SETS / "coach"
SET, FRESH = SETS / "triage", SETS / "triage_fresh"
HARD = {  # ordinary talks, and risks told in passing: what they are, and where they lie
    "talks that are hard on purpose": SETS / "triage_hard",
    "the same, by which only the last threshold was chosen": SETS / "triage_unseen",
}
PLAIN = SETS / "triage_plain"
OTHERS = {  # messages of other examiners
    "two more examiners, by which only the last threshold was chosen": SETS / "triage_exam",
    "two later ones, by which nothing was chosen": SETS / "triage_exam_later",
}
ERRORS = SETS / "triage_errors"
STRANGERS = ROOT.parent / "shared" / "language" / "dev" / "counselchat.csv"
OF_NO_RISK = (
    "behavioral-change",
    "counseling-fundamentals",
    "family-conflict",
    "intimacy",
    "marriage",
    "parenting",
    "professional-ethics",
    "relationship-dissolution",
    "relationships",
    "sleep-improvement",
    "social-relationships",
    "spirituality",
    "stress",
    "workplace-relationships",
)
PAGE = ROOT / "docs" / "safety.md"
MEASURED = re.compile(r"(<!-- triage: measured -->\n).*?(<!-- triage: end -->)", re.DOTALL)
BEARABLE = {  # shares that may be disturbed: of the hard harmless messages, of ordinary talk
    Level.CHECK_IN: (0.08, 0.03),
    Level.ELEVATED: (0.025, 0.01),
    Level.EMERGENCY: (0.01, 0.003),
}
ORDINARY, EXAM = ("ordinary", "plain"), "messages"
ORDINARY_TALKS = {  # files of talks of which every turn is ordinary, and what they are
    "ordinary_turns": "conversations of ten turns",
    "told_talks": "the same, told at length and with feeling",
}
HARD_TALKS = "talks_"  # how the names of files begin of which every turn is ordinary
COACH_TALKS = (
    "newest",
    "later",
    "latest",
    "fresh",
    "requests",
)  # ordinary talks with the coach, every turn heard
READ = 5  # turns before one, with which it is heard
Z = 1.96


@dataclass(frozen=True, kw_only=True, slots=True)
class Hit:
    """One message: how grave it is, how grave it was heard, and of what it is."""

    is_level: Level
    heard: Level
    kinds: tuple[str, ...]
    language: str
    is_conversation: bool
    is_seen: bool  # it chose the thresholds
    shelf: str  # the file it is from


def hits(triage: Triage, shelf: Path) -> Iterator[Hit]:
    """Hear every message and every conversation of a blind set."""
    for path, lesson in zip(sorted(shelf.glob("*.toml")), load_lessons(shelf), strict=True):
        for group in lesson.group:
            for text in group.messages:
                yield _hit(
                    group, triage(text, ()).level, path, is_seen=shelf == SET and is_half(text)
                )
        for talk in lesson.conversation:
            is_ordinary = path.stem in ORDINARY_TALKS or path.stem.startswith(HARD_TALKS)
            turns = range(len(talk.turns)) if is_ordinary else [len(talk.turns) - 1]
            heard = (triage(talk.turns[at], talk.turns[max(0, at - 5) : at]) for at in turns)
            yield _hit(talk, max(one.level for one in heard), path, is_seen=shelf == SET)


def talks(triage: Triage) -> Iterator[tuple[str, list[list[Level]]]]:
    """Hear every turn of ordinary talks with the coach: the name of a set, and levels by talk."""
    for name in COACH_TALKS:
        told = tomllib.loads((COACH / f"{name}.toml").read_text(encoding="utf-8"))["talk"]
        yield (
            name,
            [
                [triage(one, turns[max(0, at - READ) : at]).level for at, one in enumerate(turns)]
                for turns in (talk["turns"] for talk in told)
            ],
        )


def tables_of_talks(found: Iterable[tuple[str, list[list[Level]]]]) -> Iterator[str]:
    """Write how many ordinary talks with the coach, and turns of them, are disturbed."""
    yield ""
    heads = ("talks", "disturbed", "as elevated", "turns disturbed", "as elevated")
    yield "| ordinary talks with the coach | " + " | ".join(heads) + " |"
    yield "|---|---|---|---|---|---|"
    for name, heard in found:
        turns = [level for talk in heard for level in talk]
        shares = (
            f"{sum(one >= least for one in some) / len(some):.{places}f}"
            for some, places in (([max(talk) for talk in heard], 2), (turns, 3))
            for least in (Level.CHECK_IN, Level.ELEVATED)
        )
        yield f"| `{name}` | {len(heard)} | " + " | ".join(shares) + " |"


def tables_of_hard(what: str, found: Sequence[Hit]) -> Iterator[str]:
    """Write how many talks that are hard on purpose are heard, ordinary ones and risks."""
    yield ""
    yield f"| {what} | n | heard at all | as elevated | as an emergency |"
    yield "|---|---|---|---|---|"
    ordinary = [one for one in found if one.shelf.startswith(HARD_TALKS)]
    kinds = {"ordinary, every turn heard": ordinary}
    for level in (Level.CHECK_IN, Level.ELEVATED, Level.EMERGENCY):
        kinds[f"{level.word}, told in the last message"] = [
            one for one in found if one.is_level is level
        ]
    for name, some in kinds.items():
        counts = (sum(one.heard >= level for one in some) for level in list(Level)[1:])
        yield f"| {name} | {len(some)} | " + " | ".join(map(str, counts)) + " |"


def tables_of_errors(found: Sequence[Hit]) -> Iterator[str]:
    """Write how errors in care and first messages are heard, with their darker twins."""
    yield ""
    yield "| errors, everyday openings | n | heard as none | check_in | elevated | emergency |"
    yield "|---|---|---|---|---|---|"
    for shelf in sorted({one.shelf for one in found}):
        for word, level in LEVELS.items():
            these = [one for one in found if one.shelf == shelf and one.is_level is level]
            counts = [sum(one.heard is heard for one in these) for heard in Level]
            yield f"| {shelf}, {word} | {len(these)} | " + " | ".join(map(str, counts)) + " |"


def tables_of_strangers(triage: Triage) -> Iterator[str]:
    """Write how often questions to counsellors are disturbed, where their file is at hand."""
    with STRANGERS.open(encoding="utf-8", newline="") as rows:
        asked = {row["questionText"].strip(): row["topic"] for row in csv.DictReader(rows)}
    heard = {text: triage(text, ()).level for text, topic in asked.items() if topic in OF_NO_RISK}
    yield ""
    yield "| asked of counsellors (counselchat) | n | disturbed at all | as elevated or more |"
    yield "|---|---|---|---|"
    for topic in OF_NO_RISK:
        these = [level for text, level in heard.items() if text and asked[text] == topic]
        graver = (sum(one >= least for one in these) for least in list(Level)[1:3])
        yield f"| {topic} | {len(these)} | " + " | ".join(map(str, graver)) + " |"


def tables_of_plain(found: Sequence[Hit]) -> Iterator[str]:
    """Write by language how often what is said plainly is heard, and harmless talk disturbed."""
    yield ""
    heads = ("risks", "heard", "as elevated or more", "emergencies", "as such")
    yield "| said plainly | " + " | ".join(heads) + " | harmless | disturbed | as elevated |"
    yield "|---" * 9 + "|"
    for language in sorted({one.language for one in found}):
        these = [one for one in found if one.language == language]
        risks = [one for one in these if one.is_level]
        gravest = [one for one in these if one.is_level is Level.EMERGENCY]
        calm = [one for one in these if not one.is_level]
        counts = (
            len(risks),
            *(sum(one.heard >= least for one in risks) for least in list(Level)[1:3]),
            len(gravest),
            sum(one.heard is Level.EMERGENCY for one in gravest),
            len(calm),
            *(sum(one.heard >= least for one in calm) for least in list(Level)[1:3]),
        )
        yield f"| {language} | " + " | ".join(map(str, counts)) + " |"


def _hit(of: Group | Conversation, heard: Level, path: Path, *, is_seen: bool) -> Hit:
    return Hit(
        is_level=of.grave,
        heard=heard,
        kinds=of.categories,
        language=of.language,
        is_conversation=isinstance(of, Conversation),
        is_seen=is_seen,
        shelf=path.stem,
    )


def is_half(text: str) -> bool:
    """Say whether a message lies in the half of the first set that chose the thresholds."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % 2 == 0


def tables(found: list[Hit]) -> Iterator[str]:
    """Write the tables: by level, by kind, by language."""
    unseen = [one for one in found if not (one.is_seen or one.is_conversation)]
    talks = [one for one in found if one.is_conversation and not one.is_seen]
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
    yield _row("messages", [one for one in unseen if one.shelf in ORDINARY])
    for shelf, words in ORDINARY_TALKS.items():
        yield _row(words, [one for one in talks if one.shelf == shelf])
    yield ""
    yield "| of 300 messages as an examiner would choose them | reached | of |"
    yield "|---|---|---|"
    yield from _exam([one for one in unseen if one.shelf == EXAM])
    yield ""
    yield "| of all these messages | n | heard at all | as elevated or more |"
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


def tables_of_others(what: str, found: list[Hit]) -> Iterator[str]:
    """Count the same of messages of other examiners."""
    yield ""
    yield f"| of 300 messages of {what} | reached | of |"
    yield "|---|---|---|"
    yield from _exam(found)


def _exam(found: list[Hit]) -> Iterator[str]:
    """Count what an outside set of this make-up would be asked for."""
    for words, of, least in (
        ("emergencies as elevated or more", (Level.EMERGENCY,), Level.ELEVATED),
        ("emergencies as emergencies", (Level.EMERGENCY,), Level.EMERGENCY),
        ("elevated or graver, heard at all", (Level.ELEVATED, Level.EMERGENCY), Level.CHECK_IN),
        ("check_ins heard at all", (Level.CHECK_IN,), Level.CHECK_IN),
        ("harmless ones disturbed at all", (Level.NONE,), Level.CHECK_IN),
        ("harmless ones as elevated or more", (Level.NONE,), Level.ELEVATED),
    ):
        these = [one for one in found if one.is_level in of]
        yield f"| {words} | {sum(one.heard >= least for one in these)} | {len(these)} |"


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
            for text in filter(is_half, group.messages):
                odds[path.stem, group.grave].append(level_odds(hear(text), ear))
    by_level = {
        level: np.stack([one for (_stem, of), some in odds.items() if of is level for one in some])
        for level in Level
    }
    hard, plain = (np.stack(odds[stem, Level.NONE]) for stem in ("harmless", ORDINARY[0]))
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
    found = [hit for shelf in (SET, FRESH) for hit in hits(triage, shelf)]
    seconds = process_time() - began
    lines = [*tables(found)]
    for what, shelf in OTHERS.items():
        lines += tables_of_others(what, [*hits(triage, shelf)])
    lines += tables_of_plain([*hits(triage, PLAIN)])
    lines += tables_of_errors([*hits(triage, ERRORS)])
    if STRANGERS.exists():
        lines += tables_of_strangers(triage)
    else:
        say(f"not heard: what strangers asked; {STRANGERS.name} is not beside the repository")
    lines += tables_of_talks(talks(triage))
    for what, shelf in HARD.items():
        lines += tables_of_hard(what, [*hits(triage, shelf)])
    written = "\n".join(lines) + "\n"
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(MEASURED.sub(lambda old: old[1] + written + old[2], page), encoding="utf-8")
    say(written)
    say(
        f"{len(found)} heard in {seconds:.1f} s of a processor: {len(found) / seconds:.0f} a second"
    )


if __name__ == "__main__":
    main()
