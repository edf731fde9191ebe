"""How often what weighs most in a message comes back, with weights and without.

    python -m benchmarks.weights

Of the messages of several parts in `tests/sets/coach/asked.toml`, 48 talks whose writers taught the
coach nothing, a reader marked which parts weigh most (`weights.toml`). It prints how often the
heaviest is given back at all, one of those marked, and in how many words.
"""

import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from statistics import mean

from benchmarks._timing import say
from benchmarks.judging import SET

from aftershift.engines.coach.own_words.cutting import parts
from aftershift.engines.coach.own_words.passages import passages
from aftershift.engines.coach.own_words.weights import NOT_WEIGHED, Weighed, Weights
from aftershift.engines.language.sentences import Stretch
from aftershift.engines.safety.risk import NO_RISK
from aftershift.listening import Coach, coach_with

HALF = 0.5  # of a part that has to come back


def marked() -> Iterator[Weighed]:
    """Give the messages in which something weighs most."""
    talks = tomllib.loads((SET / "asked.toml").read_text())["talk"]
    turns = {one["id"]: one["turns"] for one in talks}
    for mark in tomllib.loads((SET / "weights.toml").read_text())["weight"]:
        text = turns[mark["talk"]][mark["turn"] - 1]
        cut = parts(text)
        places = (
            next(at for at, one in enumerate(cut) if text.startswith(words, one[0]))
            for words in mark["parts"]
        )
        if mark["parts"]:
            yield Weighed(text=text, parts=cut, heavy=tuple(places))


def comes_back(text: str, given: tuple[str, ...], part: Stretch) -> bool:
    """Say whether half of a part or more is in what is given back."""
    starts, ends = part
    spans = [(at, at + len(one)) for one in given for at in (text.index(one),)]
    shared = sum(max(0, min(ends, over) - max(starts, at)) for at, over in spans)
    return shared >= HALF * (ends - starts)


def row_of(name: str, coach: Coach, *, is_weighed: bool) -> str:
    """Count over all messages of which something is given back."""
    found, words = Counter[str](), list[int]()
    for one in marked():
        weights: Weights = coach.hear(one.text, ()).weights if is_weighed else NOT_WEIGHED
        pointer = coach.shelves.pointer
        given = passages(one.text, pointer, weights=weights) if pointer else ()
        if given:
            back = [comes_back(one.text, given, one.parts[place]) for place in one.heavy]
            found.update(n=1, heaviest=back[0], marked=any(back))
            words.append(sum(len(words.split()) for words in given))
    shares = (f"{found[key] / found['n']:.2f}" for key in ("heaviest", "marked"))
    return f"| {name} | {found['n']} | {' | '.join(shares)} | {mean(words):.1f} |"


def main() -> None:
    """Print the table."""
    coach = coach_with(lambda line: sys.stderr.write(f"{line}\n"), lambda _text, _before: NO_RISK)
    say("| chosen by | messages | the heaviest part comes back | one that is marked does | words |")
    say("|---|---|---|---|---|")
    say(row_of("what points at it", coach, is_weighed=False))
    say(row_of("and by what weighs most", coach, is_weighed=True))


if __name__ == "__main__":
    main()
