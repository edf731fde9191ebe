"""Connection and clarity: how often a message is put where its reader puts it.

Two sets that another hand wrote and nobody here read (`tests/sets/connection/test.toml`,
`tests/sets/clarity/test.toml`); nothing was chosen by them. Before them stands what five-fold
cross-validation says on the messages that teach. Intervals are Wilson's, at 95 %.

`--alarms` says instead how often such messages are taken for somebody at risk. `--words` hears
with words and letters alone, as a house without the encoder's weights does.
"""

import hashlib
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks._timing import say
from benchmarks.patterns import share

from aftershift.adapters import encoder_files, encoders
from aftershift.adapters.connecting import connection_heads, hear_about, teach
from aftershift.adapters.encoders import Encoder
from aftershift.engines.language.clarity import Piece, request_in
from aftershift.engines.language.connection import ABOUTS, About, Group, Listener, Way
from aftershift.engines.language.kinds import Kind
from aftershift.engines.safety.risk import Level
from aftershift.library.clarity import load_clarity
from aftershift.library.connection import connection_digest, load_groups, load_shorts
from aftershift.library.shelf import read_record
from aftershift.listening import triage_with
from aftershift.sending import patterns_with

SETS = Path(__file__).parents[1] / "tests" / "sets"
FOLDS = 5
NEAR = 8  # ordinary messages on each side of a grave one
MOST_GRAVE = 120  # of each level, about
PAGES = (20, 60, 200)  # messages


@dataclass(frozen=True, kw_only=True, slots=True)
class Placed:
    """A message, and where its reader puts it."""

    says: str
    kind: About


@dataclass(frozen=True, kw_only=True, slots=True)
class Places:
    """The set of connection."""

    message: tuple[Placed, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """A message, whether it asks for something, and which pieces its reader misses."""

    says: str
    asks: bool
    missing: tuple[Piece, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Askings:
    """The set of clarity."""

    message: tuple[Asked, ...]


def main() -> None:
    """Measure both."""
    if "--alarms" in sys.argv:
        alarms()
        grave()
        return
    encoder = (
        encoders.LexicalEncoder()
        if "--words" in sys.argv
        else encoders.best_encoder(encoder_files.cache_folder(), say)
    )
    by_folds(encoder)
    connection(encoder)
    for name in ("dev", "test"):
        clarity(name)


def connection(encoder: Encoder) -> None:
    """Print accuracy, each class and the confusion on the set that nobody read."""
    cache = encoder_files.cache_folder()
    heads = connection_heads(load_groups, connection_digest(), encoder, cache, say)
    listener = Listener(heads=heads, shorts=load_shorts())
    given = read_record(SETS / "connection" / "test.toml", Places).message
    heard = [hear_about(one.says, listener, encoder).about for one in given]
    say(f"connection, {len(given)} messages by another hand")
    confusion(list(zip((one.kind for one in given), heard, strict=True)))


def by_folds(encoder: Encoder) -> None:
    """Print the same for the messages that teach, each heard by heads that never saw it."""
    groups = load_groups()
    pairs: list[tuple[About, About]] = []
    ways: Counter[tuple[Way | None, bool]] = Counter()
    shorts = load_shorts()
    for fold in range(FOLDS):
        heads = teach(list(parts(groups, fold, is_in=False)), encoder)
        listener = Listener(heads=heads, shorts=shorts)
        for group in parts(groups, fold, is_in=True):
            for text in group.says:
                heard = hear_about(text, listener, encoder)
                pairs.append((group.about, heard.about))
                if group.about is heard.about is About.CONNECTION:
                    ways[group.way, group.way is heard.way] += 1
    say(f"connection, {len(pairs)} that teach, by {FOLDS} folds")
    confusion(pairs)
    right = sum(count for (_way, is_right), count in ways.items() if is_right)
    say(f"| way, where it is to each other | {share(right, sum(ways.values()))} |")


def parts(groups: Sequence[Group], fold: int, *, is_in: bool) -> Iterator[Group]:
    """Give the messages of a fold, or all others, in their groups."""
    for group in groups:
        says = tuple(one for one in group.says if (fold_of(one) == fold) is is_in)
        if says:
            yield Group(about=group.about, way=group.way, why=group.why, says=says)


def fold_of(text: str) -> int:
    """Put a message into a fold by its own words."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % FOLDS


def confusion(pairs: Sequence[tuple[About, About]]) -> None:
    """Print how many are right, of all and of each class, and where the others went."""
    counts = Counter(pairs)
    say(f"| all | {share(sum(one is other for one, other in pairs), len(pairs))} |")
    for about in ABOUTS:
        row = {other: counts[about, other] for other in ABOUTS}
        taken = sum(counts[other, about] for other in ABOUTS)
        went = ", ".join(f"{count} {other}" for other, count in row.items() if other is not about)
        found = f"found {share(row[about], sum(row.values()))}"
        say(f"| {about} | {found} | right {share(row[about], taken)} | else {went} |")


def clarity(name: str) -> None:
    """Print how often a request is seen, and each missing piece of those that were asked."""
    given = read_record(SETS / "clarity" / f"{name}.toml", Askings).message
    vague, book = vague_in(), load_clarity()
    found = [request_in(one.says, book, is_vague=vague(one.says)) for one in given]
    both = list(zip(given, found, strict=True))
    say(f"clarity, {name}: {len(given)} messages")
    asks = [one for one in both if one[0].asks]
    still = [one for one in both if not one[0].asks]
    say(f"| requests seen | {share(sum(r is not None for _, r in asks), len(asks))} |")
    say(f"| no request taken for one | {share(sum(r is not None for _, r in still), len(still))} |")
    for piece in Piece:
        there = [r for one, r in both if piece in one.missing]
        shown = [one for one, r in both if r is not None and piece in r.missing]
        hits = sum(r is not None and piece in r.missing for r in there)
        precision = share(sum(piece in one.missing for one in shown), len(shown))
        say(f"| {piece} missing | found {share(hits, len(there))} | right {precision} |")
    exact = sum(set(one.missing) == set(r.missing if r else ()) for one, r in asks)
    say(f"| all three right, of requests | {share(exact, len(asks))} |")


def alarms() -> None:
    """Print how often ordinary messages are asked about, or answered with help alone.

    Each is heard by itself, as the page does it.
    """
    hear = triage_with(say)
    texts = [one.says for one in read_record(SETS / "connection" / "test.toml", Places).message]
    levels = [hear(one, ()).level for one in texts]
    helped = sum(one >= Level.ELEVATED for one in levels)
    say(f"| ordinary messages asked about | {share(levels.count(Level.CHECK_IN), len(levels))} |")
    say(f"| answered with help alone | {share(helped, len(levels))} |")
    for many in PAGES:
        least_one = 1 - (1 - helped / len(levels)) ** many
        say(f"| at random, of pages of {many} so many get help alone | {least_one:.2f} |")


def grave() -> None:
    """Print how many grave messages are heard as grave: alone, after two others, among sixteen."""
    hear = triage_with(say)
    lines = [one.says for one in read_record(SETS / "connection" / "test.toml", Places).message]
    found, given = Counter[str](), list(grave_messages())
    for at, text in enumerate(given):
        first = NEAR + at % (len(lines) - 2 * NEAR)
        before, after = lines[first - NEAR : first], lines[first : first + NEAR]
        ways = {
            "alone": hear(text, ()),
            "after two others": hear(text, before[-2:]),
            "among sixteen, as one text": hear("\n".join((*before, text, *after)), ()),
        }
        found.update(name for name, risk in ways.items() if risk.level >= Level.ELEVATED)
    for name, count in found.items():
        say(f"| grave messages, {name} | {share(count, len(given))} |")


def grave_messages() -> Iterator[str]:
    """Give the grave English messages of our own sets, so many of each level."""
    for name in ("elevated", "emergency"):
        groups = tomllib.loads((SETS / "triage" / f"{name}.toml").read_text("utf-8"))["group"]
        english = [
            one for group in groups if group["language"] == "en" for one in group["messages"]
        ]
        yield from english[:: max(1, len(english) // MOST_GRAVE)]


def vague_in() -> Callable[[str], bool]:
    """Make ready to say whether the reader of patterns finds an unclear request."""
    read = patterns_with(say)
    return lambda text: any(one.kind is Kind.VAGUE for one in read(text).patterns)


if __name__ == "__main__":
    main()
