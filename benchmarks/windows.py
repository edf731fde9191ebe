"""A year of two people's shared windows, against portion and intervaltree.

Two jobs, each with the same input for all three, in minutes, and the same windows asserted.
The short one starts from when each is awake at home; the whole one starts from what takes each
away (work, the way, sleep), so that the free time has to be found first. A peer is used in each
way that its users have, the quickest that we found among them.
"""

from collections.abc import Iterable

import portion
from benchmarks._household import NURSE, RESIDENT, YEAR, hours
from benchmarks._timing import Work, race, same, say, table
from intervaltree import Interval, IntervalTree

from aftershift.engines.basics.spans import Span, Spans, at_least, intersect, subtract, total
from aftershift.engines.windows.availability import KnownHours, availability_of, body_of
from aftershift.engines.windows.limits import Limits

SHORTEST = 20


def main() -> None:
    """Print both tables."""
    one, other = (
        awake_at_home(hours(name, pattern))
        for name, pattern in (("Alex", NURSE), ("Sam", RESIDENT))
    )
    busy, also_busy = subtract([YEAR], one), subtract([YEAR], other)
    compete("From when each is awake at home", {
        "aftershift": lambda: by_sweep(one, other),
        "portion: &": lambda: by_portion(one, other),
        "intervaltree: overlap": lambda: by_intervaltree(one, other),
    })  # fmt: skip
    compete("From what takes each away: the whole job", {
        "aftershift": lambda: whole_by_sweep(busy, also_busy),
        "portion: (year - one) & (year - other)": lambda: whole_by_portion(busy, also_busy),
        "portion: year - (one | other)": lambda: whole_by_portion_joined(busy, also_busy),
        "intervaltree: chop": lambda: whole_by_chopping(busy, also_busy),
        "intervaltree: merge_overlaps, gaps by hand": lambda: whole_by_merging(busy, also_busy),
    })  # fmt: skip


def compete(title: str, contenders: dict[str, Work]) -> None:
    """See that all find the same, then time them."""
    found = {name: work() for name, work in contenders.items()}
    same("windows", found)
    windows = found["aftershift"]
    words = f"{title}: {len(windows)} windows, {total(windows) / 60:.1f} h, found by all"
    table(words, race(contenders), "ours")


def awake_at_home(person: KnownHours) -> Spans:
    """List when one person is awake at home, in order and apart."""
    body = body_of(person, covers=YEAR)
    return availability_of(person, body, covers=YEAR, limits=Limits()).home_awake


# --- from when each is awake at home ------------------------------------------------


def by_sweep(one: Spans, other: Spans) -> list[Span]:
    """Sweep both lists once, as the engine does."""
    return list(at_least(intersect(one, other), SHORTEST))


def by_portion(one: Spans, other: Spans) -> list[Span]:
    """Intersect two interval sets."""
    return _long_enough(_set_of(one) & _set_of(other))


def by_intervaltree(one: Spans, other: Spans) -> list[Span]:
    """Make a tree of the one, and query it for each of the other."""
    tree = IntervalTree.from_tuples(one)
    shared = (
        (max(starts, span.begin), min(ends, span.end))
        for starts, ends in other
        for span in tree.overlap(starts, ends)
    )
    return sorted(span for span in shared if span[1] - span[0] >= SHORTEST)


# --- from what takes each away --------------------------------------------------------


def whole_by_sweep(one: Spans, other: Spans) -> list[Span]:
    """Take each one's time from the year, and sweep what is left, as the engine does."""
    return list(at_least(intersect(subtract([YEAR], one), subtract([YEAR], other)), SHORTEST))


def whole_by_portion(one: Spans, other: Spans) -> list[Span]:
    """Say the same with interval sets."""
    year = portion.closedopen(*YEAR)
    return _long_enough((year - _set_of(one)) & (year - _set_of(other)))


def whole_by_portion_joined(one: Spans, other: Spans) -> list[Span]:
    """Join what is taken before it is taken off: the quicker way."""
    return _long_enough(portion.closedopen(*YEAR) - (_set_of(one) | _set_of(other)))


def whole_by_chopping(one: Spans, other: Spans) -> list[Span]:
    """Chop every stretch that is taken out of one whole year."""
    tree = IntervalTree.from_tuples([YEAR])
    for starts, ends in (*one, *other):
        tree.chop(starts, ends)
    return sorted((span.begin, span.end) for span in tree if span.length() >= SHORTEST)


def whole_by_merging(one: Spans, other: Spans) -> list[Span]:
    """Merge all that is taken, and read the gaps between by hand."""
    tree = IntervalTree.from_tuples((*one, *other))
    tree.merge_overlaps(strict=False)
    return list(_gaps(sorted(tree)))


def _gaps(taken: list[Interval]) -> Iterable[Span]:
    edges = [YEAR[0], *(edge for span in taken for edge in (span.begin, span.end)), YEAR[1]]
    for starts, ends in zip(edges[::2], edges[1::2], strict=True):
        if ends - starts >= SHORTEST:
            yield starts, ends


def _set_of(spans: Spans) -> portion.Interval:
    return portion.Interval(*(portion.closedopen(starts, ends) for starts, ends in spans))


def _long_enough(shared: portion.Interval) -> list[Span]:
    return [(span.lower, span.upper) for span in shared if span.upper - span.lower >= SHORTEST]


if __name__ == "__main__":
    say("Windows of a year, two people")
    main()
