"""How often what somebody says instead is taken, when they correct the coach.

    python -m benchmarks.corrections

On 150 corrections of two hands, 40 near misses, and the turns of forty talks, in which hardly
anybody corrects. All of them were read while the rules were written.
"""

import sys
import tomllib
from collections.abc import Sequence

from benchmarks._timing import say
from benchmarks.judging import SET, held

from aftershift.engines.coach.own_words.turning import turned_words
from aftershift.engines.coach.state import Act, Reply
from aftershift.engines.language.cleaning import clean
from aftershift.listening import coach_with

BEFORE = "it was a long week and we had words on sunday"
TALKS = 40


def main() -> None:
    """Print how many corrections are adopted, and how many of the others are taken for one."""
    coach = coach_with(lambda line: sys.stderr.write(f"{line}\n"))
    known = tomllib.loads((SET / "corrections.toml").read_text())
    talks = tomllib.loads((SET / "talks.toml").read_text())["talk"][:TALKS]
    adopted = sum(
        _takes(held((BEFORE, one["says"]), coach)[-1], one["instead"])
        for one in known["correction"]
    )
    near = sum(_repairs(held((BEFORE, one["says"]), coach)[-1:]) for one in known["near"])
    told = [held(one["turns"], coach) for one in talks]
    say(f"adopted: {adopted} of {len(known['correction'])}")
    say(f"near misses taken for one: {near} of {len(known['near'])}")
    say(f"turns of talks taken for one: {sum(map(_repairs, told))} of {sum(map(len, told))}")


def _takes(reply: Reply, instead: str) -> bool:
    """Say whether a reply begins with what was meant, or a part of it."""
    taken, said_so, _rest = reply.text.lower().partition(", then.")
    meant = turned_words(clean(instead).text).lower()
    return bool(said_so) and (taken in meant or meant in taken)


def _repairs(said: Sequence[Reply]) -> int:
    return sum(reply.act is Act.REPAIR for reply in said)


if __name__ == "__main__":
    main()
