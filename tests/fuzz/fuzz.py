"""Break rosters at random and read them: only a RosterError may come out, within two seconds.

    python -m tests.fuzz.fuzz calendar --minutes 10 --seed 1

Starts from good rosters and from those that broke something in a way not seen before: what a
parser answers (its refusals, its omissions, how much it read) is what tells two inputs apart. An
input that breaks a promise is written to data/fuzz/, and the run ends with a failure.
"""

import argparse
import resource
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from random import Random
from time import monotonic, process_time
from traceback import extract_tb
from types import FrameType
from typing import NoReturn

from tests.fuzz.mutations import mutated
from tests.fuzz.parsers import PARSERS, Parser

from aftershift.engines.rosters.shifts import RosterError

FOUND = Path("data/fuzz")
SLOW_SECONDS = 2.0
HUNG_SECONDS = 20.0
MEMORY = 3 << 30
MOST_KEPT = 2000
Says = Callable[[str], object]


class Hung(BaseException):
    """A parser that does not come back; no Exception, so that no parser catches it."""


@dataclass(slots=True)
class Outcome:
    """What a run saw: how often it read, and each kind of finding with an input that shows it."""

    executions: int = 0
    slowest: float = 0.0
    findings: dict[str, bytes] = field(default_factory=dict)


def fuzz(parser: Parser, random: Random, is_over: Callable[[int], bool]) -> Outcome:
    """Read mutated rosters until it is over, a question that is asked with their count."""
    outcome = Outcome()
    pool = list(parser.seeds())
    seen: set[object] = set()
    while not is_over(outcome.executions):
        data = mutated(random.choice(pool), pool, random, parser)
        began = process_time()
        try:
            answer: object = parser.read(data)
        except RosterError as refusal:
            answer = str(refusal)
        except (Exception, Hung) as broken:  # what else comes is what we look for
            answer = _place_of(broken)
            outcome.findings.setdefault(str(answer), data)
        seconds = process_time() - began
        outcome.executions += 1
        outcome.slowest = max(outcome.slowest, seconds)
        if seconds > SLOW_SECONDS:
            outcome.findings.setdefault("over two seconds", data)
        if answer not in seen and len(pool) < MOST_KEPT and len(data) < parser.longest:
            seen.add(answer)
            pool.append(data)
    return outcome


def _place_of(broken: BaseException) -> str:
    frame = extract_tb(broken.__traceback__)[-1]
    return f"{type(broken).__name__} at {Path(frame.filename).name}:{frame.lineno}"


def _hung(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise Hung


def _guarded(parser: Parser) -> Parser:
    """Give each reading a limit in processor time."""

    def read(data: bytes) -> object:
        signal.setitimer(signal.ITIMER_VIRTUAL, HUNG_SECONDS)
        try:
            return parser.read(data)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)

    return parser._replace(read=read)


def main(arguments: Sequence[str], say: Says) -> int:
    """Fuzz one parser for some minutes, and keep what it found."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("parser", choices=sorted(PARSERS))
    wanted.add_argument("--minutes", type=float, default=10.0)
    wanted.add_argument("--seed", type=int, default=0)
    given = wanted.parse_args(arguments)
    signal.signal(signal.SIGVTALRM, _hung)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    until = monotonic() + 60 * given.minutes
    random = Random(given.seed)  # noqa: S311 - the same dice again, no secret
    outcome = fuzz(_guarded(PARSERS[given.parser]), random, lambda _count: monotonic() > until)
    say(f"{given.parser}: read {outcome.executions}, slowest {outcome.slowest:.2f} s\n")
    for kind, data in outcome.findings.items():
        FOUND.mkdir(parents=True, exist_ok=True)
        kept = FOUND / f"{given.parser}-{sha256(data).hexdigest()[:12]}"
        kept.write_bytes(data)
        say(f"{kind}: {kept}\n")
    return 1 if outcome.findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], sys.stdout.write))
