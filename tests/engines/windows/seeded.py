"""Forty households made from their numbers, for plans whose best worth is known.

They lean on no sleep model and no content: what they are changes only with this file, so the
optimum of each can be stored beside it (`plan_optima.json`, written by `benchmarks/plans.py`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from random import Random
from zoneinfo import ZoneInfo

from aftershift.engines.basics.spans import Span, daily, day_span, intersect, subtract, union
from aftershift.engines.basics.spans import wall_minute as wall
from aftershift.engines.windows.family import Child, Member, Role, availability_of_child
from aftershift.engines.windows.month import Horizon
from aftershift.engines.windows.overlap import Availability
from aftershift.engines.windows.rituals import Energy, Every, Place, Ritual, Tie, Who
from aftershift.engines.windows.slots import Slot

ZONE = ZoneInfo("Europe/London")
FIRST = date(2026, 10, 12)  # the clocks go back on the 25th
DAYS = 28
SEEDS = range(40)
HORIZON = Horizon(zone=ZONE, first=FIRST, now=datetime(2026, 10, 11, tzinfo=UTC), days=DAYS)
COVERS: Span = (
    day_span(FIRST, ZONE)[0],
    day_span(FIRST + timedelta(days=2 * DAYS - 1), ZONE)[1],
)
CODES = {"D": (420, 930), "E": (780, 1290), "N": (1290, 1890), "L": (420, 1140), "M": (1140, 1860)}
BLOCKS = ("DDDDD--", "LL--LL-", "MMM----", "NNNN---", "EEDD---", "DEDED--", "L-M--LL", "-------")
COMMUTE = 45

RITUALS = (
    Ritual(
        id="hug",
        seconds=30,
        times=1,
        every=Every.DAY,
        weight=20,
        energy=Energy.NONE,
    ),
    Ritual(
        id="eyes",
        seconds=60,
        times=2,
        every=Every.DAY,
        weight=12,
        energy=Energy.NONE,
        spacing=360,
    ),
    Ritual(
        id="thanks",
        seconds=60,
        times=1,
        every=Every.DAY,
        weight=10,
        place=Place.APART,
        energy=Energy.NONE,
        who=Who.EACH,
        tie=Tie.AFTER_WAKING,
    ),
    Ritual(
        id="note",
        seconds=120,
        times=1,
        every=Every.DAY,
        weight=15,
        place=Place.MESSAGE,
        who=Who.EACH,
        when_apart=True,
    ),
    Ritual(
        id="no-work",
        seconds=300,
        times=1,
        every=Every.DAY,
        weight=15,
        tie=Tie.AFTER_RETURN,
    ),
    Ritual(
        id="weekly",
        seconds=3600,
        times=1,
        every=Every.WEEK,
        weight=100,
        energy=Energy.TALK,
        spacing=5760,
        earliest=time(8),
        latest=time(22),
    ),
    Ritual(
        id="date",
        seconds=900,
        times=2,
        every=Every.WEEK,
        weight=50,
        spacing=2880,
        earliest=time(8),
        latest=time(22),
    ),
    Ritual(
        id="check-in",
        seconds=1800,
        times=1,
        every=Every.WEEK,
        weight=80,
        spacing=5760,
        shortest=5,
        earliest=time(8),
        latest=time(22),
    ),
    Ritual(
        id="lazy",
        seconds=9000,
        times=1,
        every=Every.MONTH,
        weight=90,
        earliest=time(8),
        latest=time(12),
        needs_free_day=True,
    ),
    Ritual(
        id="family",
        seconds=3600,
        times=2,
        every=Every.WEEK,
        weight=60,
        who=Who.FAMILY,
        spacing=1440,
        earliest=time(8),
        latest=time(20),
    ),
)


def household(seed: int) -> tuple[Member, ...]:
    """Two partners with rosters; every second home has a child, every fourth two and a Nana."""
    dice = Random(seed)  # noqa: S311 - the same households for ever
    people = [
        Member(availability=worker(name, _line(dice)), commute=COMMUTE) for name in ("Alex", "Sam")
    ]
    if seed % 2:
        people.append(_child("Mia", time(7), time(19, 30)))
    if seed % 4 == 3:
        people.append(_child("Ben", time(6, 30), time(18, 45)))
        nana = replace(worker("Nana", "-" * 2 * DAYS), role=Role.RELATIVE)
        people.append(Member(availability=nana))
    return tuple(people)


def worker(name: str, line: str) -> Availability:
    """Sleep by a plain rule: 23:00 to 07:00, cut by shifts and their way; after nights by day."""
    work = union(_shifts(line))
    nights = [span for span in work if _ends_by_morning(span)]
    bound = union((starts - 2 * COMMUTE, ends + COMMUTE) for starts, ends in work)
    by_day = union((ends + 2 * COMMUTE, ends + 2 * COMMUTE + 396) for _starts, ends in nights)
    by_night = subtract(daily(COVERS, ZONE, starts=1380, ends=1860), union([*bound, *by_day]))
    sleep = union([*by_day, *by_night])
    winding = [(ends, ends + 2 * COMMUTE) for _starts, ends in nights]
    free = subtract([COVERS], work)
    awake = subtract(free, union([*bound, *winding, *sleep]))
    woken = [(ends, ends + 60) for _starts, ends in sleep]
    after = [(ends, ends + 900) for _starts, ends in nights]
    late = daily(COVERS, ZONE, starts=1350, ends=1800)
    return Availability(
        name=name,
        covers=COVERS,
        free=free,
        home_awake=awake,
        rested=subtract(awake, union([*woken, *after, *late])),
        sleep=intersect(sleep, [COVERS]),
    )


def _line(dice: Random) -> str:
    return "".join(BLOCKS[int(dice.random() * len(BLOCKS))] for _ in range(2 * DAYS // 7))


def _shifts(line: str) -> Iterator[Span]:
    for n, code in enumerate(line):
        if code in CODES:
            starts, ends = CODES[code]
            day = FIRST + timedelta(days=n)
            yield wall(day, starts, ZONE), wall(day, ends, ZONE)


def _ends_by_morning(span: Span) -> bool:
    return span[1] - span[0] > 300 and (span[1] // 60) % 24 < 9


def _child(name: str, wakes: time, bedtime: time) -> Member:
    child = Child(
        name=name, zone=ZONE, wakes=wakes, bedtime=bedtime, school=(time(8, 30), time(15, 30))
    )
    return Member(availability=availability_of_child(child, covers=COVERS))


def digest(slots: Sequence[Slot]) -> str:
    """Name the places that an optimum was found among: another digest, another problem."""
    text = "\n".join(",".join(map(str, slot)) for slot in sorted(slots))
    return sha256(text.encode()).hexdigest()[:16]
