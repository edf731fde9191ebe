"""One couple: from the bytes of two .ics to ranked windows and a ritual plan; and how it grows.

There is no peer; the figures are absolute, for the record. What is shown is the growth, in days
(two people, a week to a year) and in people (28 days, two to six of a household), as straight lines
on a log-log plot, drawn anew into docs/pictures/growth.svg with --draw. Each feed is as long as
the days asked for. A plan has 28 days at most, as in the product: longer stretches have several,
one after the other. The six take three kinds of roster by turns; the first two are the partners.
"""

import sys
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from pathlib import Path

from benchmarks._household import DAYS, FIRST, NOW, NURSE, RESIDENT, ZONE, calendar
from benchmarks._log_plot import Panel, fitted, svg_of
from benchmarks._timing import Times, race, say

from aftershift.adapters import calendars
from aftershift.engines.rosters.codes import Ward, ward_at
from aftershift.engines.rosters.events import shifts_from
from aftershift.engines.sleep.episodes import Habits
from aftershift.engines.windows.availability import KnownHours
from aftershift.engines.windows.family import Member
from aftershift.engines.windows.finding import Found, Search, find
from aftershift.engines.windows.month import PLAN_DAYS, Horizon
from aftershift.engines.windows.overlap import Role
from aftershift.engines.windows.ritual_plan import RitualPlan, plan_rituals
from aftershift.library.dialects import load_dialects
from aftershift.library.rituals import load_rituals

PICTURE = Path(__file__).parents[1] / "docs/pictures/growth.svg"
PATTERNS = (NURSE, RESIDENT, "DDDDD--", NURSE[7:] + NURSE[:7], RESIDENT[4:] + RESIDENT[:4], "EE---")
LENGTHS = (7, 14, 28, 56, 112, 224, 364)
PEOPLE = (2, 3, 4, 5, 6)
ROUNDS = 5
WARD = ward_at(ZONE, {}, load_dialects())
RITUALS = load_rituals()


def main() -> None:
    """Print the stages of 28 days, then the growth."""
    feeds = feeds_of(2, PLAN_DAYS)
    found, plans = chain(feeds, PLAN_DAYS)
    placed = sum(len(plan.placed) for plan in plans)
    windows = len(found.proposals.windows)
    say(f"\nTwo people, 28 days: {windows} windows proposed, {placed} ritual places")
    people = known_of(feeds, PLAN_DAYS)
    taken = race({
        "bytes to windows and plan": lambda: chain(feeds, PLAN_DAYS),
        "  bytes to shifts": lambda: known_of(feeds, PLAN_DAYS),
        "  shifts to ranked windows": lambda: found_of(people, PLAN_DAYS),
        "  availability to plan": lambda: plans_of(found, PLAN_DAYS),
    }, ROUNDS)  # fmt: skip
    for name, times in taken.items():
        say(f"  {name:<44}{times.ms:>10.1f} ms{1000 * min(times.rounds):>10.1f} at best")
    by_days = grown({days: (2, days) for days in LENGTHS})
    by_people = grown({count: (count, PLAN_DAYS) for count in PEOPLE})
    tell("days, two people", by_days)
    tell("people, 28 days", by_people)
    if "--draw" in sys.argv:
        PICTURE.write_text(drawn(by_days, by_people), "utf-8")


def feeds_of(people: int, days: int) -> list[bytes]:
    """Write everybody's calendar."""
    return [calendar(f"{n}", pattern, days=days) for n, pattern in enumerate(PATTERNS[:people])]


def chain(feeds: Sequence[bytes], days: int) -> tuple[Found, list[RitualPlan]]:
    """Do all of it: read, predict, find, rank, place."""
    found = found_of(known_of(feeds, days), days)
    return found, plans_of(found, days)


def known_of(feeds: Sequence[bytes], days: int, ward: Ward = WARD) -> list[KnownHours]:
    """Read calendars."""
    window = (FIRST, FIRST + timedelta(days=days - 1))
    readings = [
        shifts_from(calendars.read(feed, zone=ZONE.key, window=window).events, ward=ward)
        for feed in feeds
    ]
    return [
        KnownHours(
            name=f"{n}",
            role=Role.PARTNER if n < 2 else Role.RELATIVE,
            zone=ZONE,
            shifts=reading.shifts,
            habits=Habits(),
        )
        for n, reading in enumerate(readings)
    ]


def found_of(people: Sequence[KnownHours], days: int) -> Found:
    """Find and rank the windows of these days."""
    last = FIRST + timedelta(days=days - 1)
    return find(people, Search(zone=ZONE, first=FIRST, last=last, now=NOW))


def plans_of(found: Found, days: int) -> list[RitualPlan]:
    """Place all rituals of the library, month by month."""
    members = [Member(availability=one) for one in found.people]
    return [
        plan_rituals(RITUALS, members, horizon_from(begun, min(PLAN_DAYS, days - begun)))
        for begun in range(0, days, PLAN_DAYS)
    ]


def horizon_from(begun: int, days: int) -> Horizon:
    """Give one plan's days."""
    first = FIRST + timedelta(days=begun)
    return Horizon(zone=ZONE, first=first, now=datetime.combine(first, time(), ZONE), days=days)


# --- growth -----------------------------------------------------------------------------


def grown(sizes: dict[int, tuple[int, int]]) -> dict[int, Times]:
    """Race the sizes against each other: each in its turn, so that a slow moment slows all."""
    feeds = {size: feeds_of(people, days) for size, (people, days) in sizes.items()}
    taken = race({
        str(size): lambda size=size, days=days: chain(feeds[size], days)  # type: ignore[misc]
        for size, (_people, days) in sizes.items()
    }, ROUNDS)  # fmt: skip
    return {size: taken[str(size)] for size in sizes}


def points(taken: dict[int, Times]) -> list[tuple[float, float]]:
    """Take each size's quietest round: neighbours only ever add to it."""
    return [(size, 1000 * min(times.rounds)) for size, times in taken.items()]


def tell(what: str, taken: dict[int, Times]) -> None:
    """Print each size and the slope."""
    whole, upper = (fitted(points(taken)[since:])[0] for since in (0, len(taken) // 2))
    say(f"\nGrowth in {what}: to the {whole:.2f}, in the upper half to the {upper:.2f}")
    for size, ms in points(taken):
        say(f"  {size:>4}{ms:>12.1f} ms{ms / size:>10.2f} ms for each")


def drawn(by_days: dict[int, Times], by_people: dict[int, Times]) -> str:
    """Draw both."""
    return svg_of((
        Panel(
            title="Two people, a week to a year",
            along="days",
            x_ticks=LENGTHS,
            y_ticks=(10, 100, 1000),
            points=points(by_days),
        ),
        Panel(
            title="28 days, two to six people",
            along="people",
            x_ticks=PEOPLE,
            y_ticks=(10, 100, 1000),
            points=points(by_people),
        ),
    ))  # fmt: skip


if __name__ == "__main__":
    say(f"A couple, 28 days and up to {DAYS - 1}")
    main()
