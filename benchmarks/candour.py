"""Candour: how often a draft of feedback is put into its quarter, and each half of it.

The drafts of `tests/sets/candour/test.toml` were written before the reader and before what teaches
it, by the same hand, and were not read while either was made; what the folds say is of what
teaches. Neither is anybody's own message. Intervals are Wilson's, at 95 %.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks._timing import say
from benchmarks.wording import share

from aftershift import sending
from aftershift.engines.language.candour import Quadrant
from aftershift.library.shelf import read_record

SET = Path(__file__).parents[1] / "tests" / "sets" / "candour" / "test.toml"
CARING = frozenset({Quadrant.BOTH, Quadrant.CARE_ALONE})
SAID = frozenset({Quadrant.BOTH, Quadrant.POINT_ALONE})


@dataclass(frozen=True, kw_only=True, slots=True)
class Drafts:
    """The set, by the quarter of each draft."""

    both: tuple[str, ...]
    care_alone: tuple[str, ...]
    point_alone: tuple[str, ...]
    neither: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """In which quarter a draft lies, in which it was read, and whether that was close."""

    is_: Quadrant
    read: Quadrant
    is_close: bool


def cases() -> tuple[Case, ...]:
    """Read every draft of the set."""
    read, given = sending.candour_with(say), read_record(SET, Drafts)
    return tuple(
        Case(is_=quadrant, read=found.quadrant, is_close=found.is_close)
        for quadrant in Quadrant
        for found in map(read, getattr(given, quadrant))
    )


def right(of: Sequence[Case]) -> str:
    """Write the share that was put into its quarter."""
    return share(sum(one.is_ is one.read for one in of), len(of))


def main() -> None:
    """Print how often each quarter, each half of it and all are read right."""
    found = cases()
    say(f"drafts of feedback: {len(found)}, where each is read")
    for quadrant in Quadrant:
        those = [one for one in found if one.is_ is quadrant]
        spread = ", ".join(f"{sum(c.read is q for c in those)} {q}" for q in Quadrant)
        say(f"| {quadrant} | {right(those)} | {spread} |")
    for name, half in (("care", CARING), ("point", SAID)):
        same = sum((one.is_ in half) == (one.read in half) for one in found)
        say(f"| {name} there or not | {share(same, len(found))} |")
    say(f"| the right quarter | {right(found)} |")
    say(f"| the right quarter, not close | {right([one for one in found if not one.is_close])} |")


if __name__ == "__main__":
    main()
