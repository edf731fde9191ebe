"""How often the practices that a careful colleague would offer are among the first five found.

    python -m benchmarks.find

On 130 situations of an author who saw nothing of the shelf's words for the coach.
"""

import sys
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks._timing import say

from aftershift.listening import Found, finder_with

SET = Path(__file__).parents[1] / "tests" / "sets" / "coach" / "find.toml"
FIRST = 5


Finder = Callable[[str, int | None], Sequence[Found]]  # (a situation, minutes there are)


def main() -> None:
    """Print recall at five: of all that is right, and of the first choice alone."""
    finder = finder_with(lambda line: sys.stderr.write(f"{line}\n"))
    found_any, found_first, found_all = shares_found(finder)
    say(f"at {FIRST}:")
    say(f"  any of the right ones {found_any:.2f}")
    say(f"  the first choice      {found_first:.2f}")
    say(f"  recall of all         {found_all:.2f}")


def shares_found(finder: Finder) -> tuple[float, float, float]:
    """Give how often any of the right ones is found, and the first, and what share of all is."""
    asked = tomllib.loads(SET.read_text())["ask"]
    found_any = found_first = found_all = wanted = 0
    for one in asked:
        names = [found.practice.id for found in finder(one["text"], None)][:FIRST]
        right = one["practices"]
        found_any += any(name in names for name in right)
        found_first += right[0] in names
        found_all += sum(name in names for name in right)
        wanted += len(right)
    return found_any / len(asked), found_first / len(asked), found_all / wanted


if __name__ == "__main__":
    main()
