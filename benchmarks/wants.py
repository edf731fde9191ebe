"""How often the coach hears what a message wants of it, in talks that taught it nothing.

    python -m benchmarks.wants

Of `fresh.toml` and `asked.toml` in `tests/sets/coach`, 168 talks, five readers marked what each
message wants (`wants.toml`). Rules were mended by the first; the second was written when the coach
learnt what messages want. It prints how often that is surely heard, how often what is heard so is
right, and by which rules such messages are answered.
"""

import sys
import tomllib
from collections import Counter
from dataclasses import dataclass

from benchmarks._timing import say
from benchmarks.judging import SET, held

from aftershift.engines.coach.hearing.wants import SURE, Want
from aftershift.engines.safety.risk import NO_RISK
from aftershift.listening import Coach, coach_with

SHELVES = ("fresh", "asked")
MOST_RULES = 4


@dataclass(frozen=True, slots=True)
class Message:
    """What a message wants, what of it was surely heard, and the rule that answered it."""

    wants: frozenset[Want]
    heard: frozenset[Want]
    rule: str


def messages(shelf: str, coach: Coach) -> list[Message]:
    """Hold every talk of a shelf, and give its messages."""
    known = tomllib.loads((SET / "wants.toml").read_text())["want"]
    marked = {(one["talk"], one["turn"]): frozenset(map(Want, one["wants"])) for one in known}
    found = []
    for talk in tomllib.loads((SET / f"{shelf}.toml").read_text())["talk"]:
        replies = held(talk["turns"], coach)
        for turn, (text, reply) in enumerate(zip(talk["turns"], replies, strict=True), start=1):
            wants = coach.hear(text, ()).wants
            heard = frozenset(one for one in SURE if wants.surely(one))
            found.append(Message(marked.get((talk["id"], turn), frozenset()), heard, reply.rule))
    return found


def main() -> None:
    """Print a table for each shelf."""
    coach = coach_with(lambda line: sys.stderr.write(f"{line}\n"), lambda _text, _before: NO_RISK)
    for shelf in SHELVES:
        say(
            f"| wanted in `{shelf}` | n | surely heard | of what is heard so, right | answered by |"
        )
        say("|---|---|---|---|---|")
        found = messages(shelf, coach)
        for want in Want:
            say(_row(want, found))


def _row(want: Want, found: list[Message]) -> str:
    some = [one for one in found if want in one.wants]
    heard = [one for one in found if want in one.heard]
    right = sum(want in one.wants for one in heard)
    rules = Counter(one.rule for one in some).most_common(MOST_RULES)
    by = ", ".join(f"{rule} {often}" for rule, often in rules)
    shares = (f"{right / len(of):.2f}" if of else "-" for of in (some, heard))
    return f"| {want} | {len(some)} | {' | '.join(shares)} | {by} |"


if __name__ == "__main__":
    main()
