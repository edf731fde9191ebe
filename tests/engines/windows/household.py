"""Two people with rosters, for tests that need a household."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from tests.engines.sleep.rota import LONDON, MONDAY, roster

from aftershift.engines.basics.spans import Span, Spans, day_span, moment_of, union
from aftershift.engines.sleep.episodes import Habits
from aftershift.engines.windows.availability import KnownHours, availability_of, body_of
from aftershift.engines.windows.limits import Limits
from aftershift.engines.windows.overlap import Availability

LIMITS = Limits()


def hours(
    line: str,
    name: str = "Alex",
    first: date = MONDAY,
    zone: ZoneInfo = LONDON,
    habits: Habits | None = None,
) -> KnownHours:
    return KnownHours(
        name=name,
        zone=zone,
        shifts=roster(line, first, zone),
        habits=habits or Habits(),
        shares_times=True,
    )


def over(days: int, first: date = MONDAY, zone: ZoneInfo = LONDON) -> Span:
    return day_span(first, zone)[0], day_span(first + timedelta(days=days - 1), zone)[1]


def available(known: KnownHours, covers: Span, limits: Limits = LIMITS) -> Availability:
    return availability_of(known, body_of(known, covers=covers), covers=covers, limits=limits)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of June 2026 on London's clocks."""
    return datetime(2026, 6, day, hour, minute, tzinfo=LONDON)


def walls(spans: Spans, zone: ZoneInfo = LONDON) -> list[str]:
    return [
        f"{moment_of(starts).astimezone(zone):%a %H:%M}-{moment_of(ends).astimezone(zone):%H:%M}"
        for starts, ends in spans
    ]


def anybody(name: str, within: Span) -> st.SearchStrategy[Availability]:
    """Availability with its promise kept: rested in home_awake in free."""
    length = within[1] - within[0]
    part = st.integers(0, length)
    stretches = st.lists(st.tuples(part, part), max_size=9).map(
        lambda some: union((within[0] + min(one), within[0] + max(one)) for one in some)
    )

    def made(three: tuple[Spans, Spans, Spans]) -> Availability:
        rested, awake, free = three
        awake = union([*awake, *rested])
        return Availability(
            name=name,
            covers=within,
            free=union([*free, *awake]),
            home_awake=awake,
            rested=rested,
        )

    return st.tuples(stretches, stretches, stretches).map(made)
