"""A ward's codes as shifts, for tests that need a roster."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from aftershift.engines.basics.spans import moment_of, wall_minute
from aftershift.engines.rosters.shifts import Kind, Shift
from aftershift.engines.sleep.episodes import Habits
from aftershift.engines.sleep.learning import BETWEEN_MINUTES, Offset, PersonalSleep

LONDON = ZoneInfo("Europe/London")
NEW_YORK = ZoneInfo("America/New_York")
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")
KATHMANDU = ZoneInfo("Asia/Kathmandu")
MONDAY = date(2026, 6, 1)

HOURS = {  # minutes after midnight
    "D": ((420, 930),),  # 07:00-15:30
    "E": ((780, 1290),),  # 13:00-21:30
    "N": ((1290, 1890),),  # 21:30-07:30
    "L": ((420, 1140),),  # 07:00-19:00
    "M": ((1140, 1860),),  # 19:00-07:00
    "S": ((360, 600), (960, 1260)),  # split 06-10 + 16-21
    "T": ((480, 1920),),  # 24 h
    "U": ((480, 2160),),  # 28 h
    "C": ((480, 1920),),  # at home, may be called
}


def roster(line: str, first: date = MONDAY, zone: ZoneInfo = LONDON) -> tuple[Shift, ...]:
    """Read a line of codes, one for each day from `first`; other letters are days off."""
    return tuple(_shifts(line.split(), first, zone))


def one_shift(
    day: date, starts: int, ends: int, zone: ZoneInfo = LONDON, kind: Kind = Kind.WORK
) -> Shift:
    at, until = moment_of(wall_minute(day, starts, zone)), moment_of(wall_minute(day, ends, zone))
    return Shift(
        identity=f"{day}-{starts}",
        starts=at,
        ends=until,
        exact_starts=at,
        exact_ends=until,
        zone=zone.key,
        code="x",
        kind=kind,
        certainty=1.0,
    )


def _shifts(codes: list[str], first: date, zone: ZoneInfo) -> Iterator[Shift]:
    for n, code in enumerate(codes):
        kind = Kind.ON_CALL if code == "C" else Kind.WORK
        for starts, ends in HOURS.get(code, ()):
            yield one_shift(first + timedelta(days=n), starts, ends, zone, kind)


EIGHT_ZONES = (
    LONDON,
    NEW_YORK,
    LORD_HOWE,  # the clocks change by half an hour
    KATHMANDU,  # 5:45 ahead, and they never change
    ZoneInfo("Pacific/Chatham"),  # 12:45 ahead, at 02:45
    ZoneInfo("America/St_Johns"),
    ZoneInfo("America/Santiago"),  # at midnight
    ZoneInfo("Africa/Cairo"),  # at midnight
)


def weeks_of_interest(zone: ZoneInfo) -> tuple[date, ...]:
    """Find the days four before each clock change of 2026, and a plain summer Monday."""
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
    changes = [
        day for day in days if wall_minute(day, 1440, zone) - wall_minute(day, 0, zone) != 1440
    ]
    return MONDAY, *(day - timedelta(days=4) for day in changes)


ZONES = st.sampled_from(EIGHT_ZONES)
# A week before each clock change of London, New York and Lord Howe, and a plain summer week.
FIRST_DAYS = st.sampled_from(
    [date(2026, 10, 20), date(2026, 3, 24), date(2026, 3, 3), date(2026, 9, 29), MONDAY]
)
PLACES = st.sampled_from([(zone, day) for zone in EIGHT_ZONES for day in weeks_of_interest(zone)])
LINES = st.lists(st.sampled_from("DENLMSTUC--"), min_size=1, max_size=10).map(" ".join)
HABITS = st.builds(
    Habits,
    commute=st.sampled_from([0, 20, 45, 90]),
    prepare=st.sampled_from([0, 45, 60]),
    wind_down=st.sampled_from([0, 45]),
    sleep_need=st.sampled_from([360, 480, 510, 600]),
    mid_sleep_free=st.sampled_from([time(2), time(4, 30), time(6, 30)]),
    children_wake=st.sampled_from([None, time(5, 45), time(6, 30)]),
    children_bed=st.sampled_from([None, time(19, 30), time(21)]),
    called_share=st.sampled_from([0.0, 0.3, 1.0]),
)
_OFFSETS = st.integers(-240, 240)
PERSONS = st.builds(
    lambda found: PersonalSleep(
        offsets=tuple(
            Offset(kind=kind, onset=onset, length=length, heard=5)
            for kind, (onset, length) in found.items()
        )
    ),
    st.dictionaries(st.sampled_from(list(BETWEEN_MINUTES)), st.tuples(_OFFSETS, _OFFSETS)),
)
