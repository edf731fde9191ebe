"""How the benchmarks measure: contenders take turns in one process, and neighbours are compared.

A machine that others use is slow for a while and then quick again. So each contender gets a short
turn in each round, and a ratio is the median of the rounds' own ratios: what slows a round slows
all of it. Nothing here passes or fails by the clock.
"""

import gc
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter

Work = Callable[[], object]

ROUNDS = 11
TURN_SECONDS = 0.02


@dataclass(frozen=True, kw_only=True, slots=True)
class Times:
    """Seconds of one run of a contender, one figure for each round."""

    rounds: Sequence[float]

    @property
    def ms(self) -> float:
        """Give the median in milliseconds."""
        return 1000 * median(self.rounds)

    def times(self, other: "Times") -> float:
        """Say how many times longer than another it takes, in the median round."""
        pairs = zip(self.rounds, other.rounds, strict=True)
        return median(mine / theirs for mine, theirs in pairs)


def race(contenders: Mapping[str, Work], rounds: int = ROUNDS) -> dict[str, Times]:
    """Let each contender run for a moment in each round."""
    taken: dict[str, list[float]] = {name: [] for name in contenders}
    for work in contenders.values():
        work()
    for _ in range(rounds):
        for name, work in contenders.items():
            taken[name].append(_turn(work))
    return {name: Times(rounds=rounds) for name, rounds in taken.items()}


def _turn(work: Work) -> float:
    """Run one contender once or as often as fits into a turn; seconds for each run."""
    gc.collect()
    runs, starts = 0, perf_counter()
    while True:
        work()
        runs += 1
        lasted = perf_counter() - starts
        if lasted >= TURN_SECONDS:
            return lasted / runs


def table(title: str, times: Mapping[str, Times], unit: str) -> None:
    """Print what each took; the first is ours, and the others are told as multiples of it."""
    say(f"\n{title}")
    ours, *_peers = times
    for name, one in times.items():
        ratio = "" if name == ours else f"{one.times(times[ours]):>10.1f} times {unit}"
        say(f"  {name:<44}{one.ms:>10.3f} ms{ratio}")


def say(line: str) -> None:
    """Print one line, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def same(what: str, found: Mapping[str, object]) -> None:
    """Stop unless all contenders found the same."""
    _first, *others = found
    expected = next(iter(found.values()))
    for name in others:
        if found[name] != expected:
            reason = f"{name} finds other {what}"
            raise SystemExit(reason)
