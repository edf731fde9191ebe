"""A year of two people's shared windows against portion and intervaltree; and our whole chain.

Run: python -m benchmarks.windows. All three get the same two lists of stretches awake at home, in
minutes, sorted, and must find the same windows; the ratios are of the best of several
runs in this one process. Nothing here passes or fails by the clock.
"""

import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta
from time import perf_counter
from typing import TypeVar
from zoneinfo import ZoneInfo

import portion
from intervaltree import IntervalTree

from aftershift.engines.basics.spans import (
    Span,
    Spans,
    at_least,
    day_span,
    intersect_all,
    moment_of,
    subtract,
    total,
    wall_minute,
)
from aftershift.engines.rosters.shifts import Kind, Shift
from aftershift.engines.sleep.alertness import alertness_through
from aftershift.engines.sleep.episodes import Habits
from aftershift.engines.windows.availability import KnownHours, availability_of, sleep_of
from aftershift.engines.windows.finding import Search, find
from aftershift.engines.windows.limits import Limits

ZONE = ZoneInfo("Europe/London")
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
YEAR = (day_span(FIRST, ZONE)[0], day_span(LAST, ZONE)[1])
HOURS = {"D": (420, 930), "E": (780, 1290), "N": (1290, 1890), "L": (450, 1200), "M": (1170, 1890)}
NURSE = "LL--MMM---LLL--MM---"
RESIDENT = "DDDDE--DDNNN--EEDD---"
SHORTEST = 20
LOOPS = 5

Result = TypeVar("Result")


def main() -> None:
    """Print one table."""
    nurse, resident = hours("Alex", NURSE), hours("Sam", RESIDENT)
    one, other = awake_at_home(nurse), awake_at_home(resident)
    ours, swept = best_of(lambda: by_sweep(one, other), 100)
    say(f"a year of two people: {len(swept)} windows, {total(swept) / 60:.1f} h")
    say(f"{'aftershift':<14}{1000 * ours:>10.3f} ms")
    for name, peer in PEERS:
        theirs, found = best_of(lambda peer=peer: peer(one, other), LOOPS)
        same = "the same windows" if found == swept else "OTHER WINDOWS"
        say(f"{name:<14}{1000 * theirs:>10.3f} ms {theirs / ours:>8.0f} times ours, {same}")
    chain(nurse, resident)


def chain(nurse: KnownHours, resident: KnownHours) -> None:
    """Print what each step of our own chain takes."""
    limits = Limits()
    sleep = sleep_of(nurse, covers=YEAR)
    spans = [one.span for one in sleep]
    now = datetime(FIRST.year, FIRST.month, FIRST.day, tzinfo=ZONE)
    search = Search(zone=ZONE, first=FIRST, last=LAST, now=now)
    fortnight = Search(zone=ZONE, first=FIRST, last=FIRST + timedelta(days=13), now=now)
    steps: tuple[tuple[str, Callable[[], object]], ...] = (
        ("sleep, one year", lambda: sleep_of(nurse, covers=YEAR)),
        ("alertness each 15 min", lambda: alertness_through(spans, zone=ZONE, within=YEAR)),
        ("availability", lambda: availability_of(nurse, sleep, covers=YEAR, limits=limits)),
        ("two people, shifts to windows", lambda: find([nurse, resident], search)),
        ("the same for a fortnight", lambda: find([nurse, resident], fortnight)),
    )
    say("our own chain")
    for name, step in steps:
        seconds, _result = best_of(step, LOOPS)
        say(f"  {name:<32}{1000 * seconds:>10.2f} ms")


def hours(name: str, pattern: str) -> KnownHours:
    """Repeat a pattern of codes over the year."""
    shifts = []
    for n in range((LAST - FIRST).days + 1):
        code = pattern[n % len(pattern)]
        if code in HOURS:
            day = FIRST + timedelta(days=n)
            starts, ends = (moment_of(wall_minute(day, at, ZONE)) for at in HOURS[code])
            shifts.append(
                Shift(
                    identity=f"{name}-{n}",
                    starts=starts,
                    ends=ends,
                    exact_starts=starts,
                    exact_ends=ends,
                    zone=ZONE.key,
                    code=code,
                    kind=Kind.WORK,
                    certainty=1.0,
                )
            )
    return KnownHours(name=name, zone=ZONE, shifts=tuple(shifts), habits=Habits())


def awake_at_home(person: KnownHours) -> Spans:
    """List when one person is awake at home, in order and apart: what all three are given."""
    sleep = sleep_of(person, covers=YEAR)
    return availability_of(person, sleep, covers=YEAR, limits=Limits()).home_awake


def by_sweep(one: Spans, other: Spans) -> list[Span]:
    """Find the shared windows our way."""
    return list(at_least(intersect_all((one, other), YEAR), SHORTEST))


def by_portion(one: Spans, other: Spans) -> list[Span]:
    """Find them with portion: two interval sets and their intersection."""
    mine, theirs = (
        portion.Interval(*(portion.closedopen(starts, ends) for starts, ends in spans))
        for spans in (one, other)
    )
    shared = mine & theirs
    return [(span.lower, span.upper) for span in shared if span.upper - span.lower >= SHORTEST]


def by_intervaltree(one: Spans, other: Spans) -> list[Span]:
    """Find them with intervaltree: a tree of the one, a query for each of the other."""
    tree = IntervalTree.from_tuples(one)
    shared = (
        (max(starts, span.begin), min(ends, span.end))
        for starts, ends in other
        for span in tree.overlap(starts, ends)
    )
    return sorted(span for span in shared if span[1] - span[0] >= SHORTEST)


def say(line: str) -> None:
    """Print one line."""
    sys.stdout.write(line + "\n")


def by_chopping(one: Spans, other: Spans) -> list[Span]:
    """Find them with intervaltree's other way: one whole year, less all that is taken."""
    tree = IntervalTree.from_tuples([YEAR])
    for spans in (one, other):
        for starts, ends in subtract([YEAR], spans):
            tree.chop(starts, ends)
    return sorted((span.begin, span.end) for span in tree if span.length() >= SHORTEST)


PEERS = (
    ("portion", by_portion),
    ("intervaltree", by_intervaltree),
    ("  by chopping", by_chopping),
)


def best_of(work: Callable[[], Result], loops: int) -> tuple[float, Result]:
    """Time the quickest of some runs, in seconds."""
    quickest, result = float("inf"), work()
    for _ in range(loops):
        starts = perf_counter()
        result = work()
        quickest = min(quickest, perf_counter() - starts)
    return quickest, result


if __name__ == "__main__":
    main()
