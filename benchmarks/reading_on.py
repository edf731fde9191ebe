"""What a talk around a turn does to how the ear hears it: readings beside one another.

    python -m benchmarks.reading_on

A turn is heard in windows of a sentence or two, alone; read on from the two turns before it, and
cut again; or each window in one piece with the words before it, up to as many as a window may have.
What each reading would leave of risks, and how many ordinary talks it would disturb, is counted
without the phrases: risks that somebody comes out with behind two turns of an ordinary talk (every
second message of risk of the blind sets, the turns by the toss of a seeded coin), talks of risk by
their last turn, and ordinary talks with the coach of which every turn is heard. Record 0030.
"""

import random
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from benchmarks._timing import say
from benchmarks.triage import COACH, COACH_TALKS, FRESH, READ, SET
from numpy.typing import NDArray
from training.turns import behind

from aftershift.engines.safety.lessons import read_on
from aftershift.engines.safety.risk import Level
from aftershift.engines.safety.triage import (
    AGREED,
    SURE_ALONE,
    SURE_READ_ON,
    Ear,
    level_odds,
    level_of,
)
from aftershift.library.triage import load_lessons
from aftershift.listening import Hear, ear_with

SEED, EVERY = 4, 2
SURER, MOSTLY = 1.5, 0.7  # over the threshold; what the words before a window weigh in a mean

LEAST = (Level.CHECK_IN, Level.ELEVATED)

Odds = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Turn:
    """Log-odds of the levels: of each window alone, and with the words before it; all read on."""

    alone: Sequence[Odds]
    behind: Sequence[Odds]
    read_on: Odds | None  # none of a first message

    def as_it_is(self, level: Callable[[Odds], Level]) -> Level:
        """Say what is heard where the turn and the turn read on must agree, or one be sure."""
        if self.read_on is None:
            return max(map(level, self.alone))
        both = level(self.read_on + AGREED)
        agreed = (min(level(one + AGREED), both) for one in self.alone)
        sure = (level(one - SURE_ALONE) for one in self.alone)
        return max(*agreed, *sure, level(self.read_on - SURE_READ_ON))

    def behind_words(self, level: Callable[[Odds], Level], sure: float = SURE_ALONE) -> Level:
        """Say the same where each window must agree with itself behind the words before it."""
        if self.read_on is None:
            return max(map(level, self.alone))
        pairs = zip(self.alone, self.behind, strict=True)
        agreed = (min(level(one + AGREED), level(other + AGREED)) for one, other in pairs)
        alone = (level(one - sure) for one in self.alone)
        return max(*agreed, *alone, *(level(one - SURE_READ_ON) for one in self.behind))

    def by_mean(self, level: Callable[[Odds], Level]) -> Level:
        """Say what the mean of a window alone and behind the words before it is heard as."""
        pairs = zip(self.alone, self.behind, strict=True)
        return max(level((1 - MOSTLY) * one + MOSTLY * other) for one, other in pairs)


def turn(before: Sequence[str], text: str, ear: Ear, hear: Hear) -> Turn:
    """Hear a turn in each way."""
    utterance = hear(text)
    windows = [utterance.window(at) for at in range(len(utterance.windows))]
    alone = [level_odds(hear(one), ear) for one in windows]
    if not before:
        return Turn(alone, alone, None)
    told = [level_odds(hear(one), ear) for one in behind(before, windows)]
    return Turn(alone, told, level_odds(hear(read_on((*before, text))), ear))


def ordinary() -> Iterator[list[str]]:
    """Give ordinary talks with the coach."""
    for name in COACH_TALKS:
        told = tomllib.loads((COACH / f"{name}.toml").read_text(encoding="utf-8"))["talk"]
        yield from (talk["turns"] for talk in told)


def risks() -> Iterator[tuple[Sequence[str], str, bool]]:
    """Give what stands before a risk, the risk, and whether it is told over turns of its own."""
    coin = random.Random(SEED)  # noqa: S311 - a fair coin, and no secret
    talks = [*ordinary()]
    count = 0
    for lesson in (*load_lessons(SET), *load_lessons(FRESH)):
        for group in lesson.group:
            for text in group.messages if group.grave else ():
                count += 1
                if count % EVERY == 0:
                    told = coin.choice(talks)
                    at = coin.randrange(1, len(told) - 1)
                    yield told[at - 1 : at + 1], text, False
        for talk in lesson.conversation:
            if talk.grave:
                yield talk.turns[:-1][-READ:], talk.turns[-1], True


def main() -> None:
    """Print a table."""
    ear, hear = ear_with(lambda line: say(f"  {line}"))
    heard = [(turn(before, text, ear, hear), own) for before, text, own in risks()]
    talks = [
        [turn(told[max(0, at - READ) : at], text, ear, hear) for at, text in enumerate(told)]
        for told in ordinary()
    ]

    def level(odds: Odds) -> Level:
        return level_of(odds, ear.thresholds)

    readings: dict[str, Callable[[Turn], Level]] = {
        "as it is": lambda one: one.as_it_is(level),
        "each window with the words before it": lambda one: one.behind_words(level),
        f"the same, alone sure from {SURER} on": lambda one: one.behind_words(level, SURER),
        f"the mean, the words before weighing {MOSTLY}": lambda one: one.by_mean(level),
    }
    behind, own = ([one for one, is_own in heard if is_own is kind] for kind in (False, True))
    heads = (
        f"{len(behind)} risks behind a talk",
        f"{len(own)} talks of risk",
        f"{len(talks)} ordinary talks disturbed",
        "as elevated",
    )
    say(f"| reading | {' | '.join(heads)} |")
    say("|---" * (len(heads) + 1) + "|")
    for name, reading in readings.items():
        found = [sum(bool(reading(one)) for one in some) for some in (behind, own)]
        gravest = [max(map(reading, told)) for told in talks]
        found += [sum(one >= least for one in gravest) for least in LEAST]
        say(f"| {name} | {' | '.join(map(str, found))} |")


if __name__ == "__main__":
    main()
