"""A ward's codes as shifts, for tests that need a roster."""

from collections.abc import Iterator
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from aftershift.engines.basics.spans import moment_of, wall_minute
from aftershift.engines.rosters.shifts import Kind, Shift
from aftershift.engines.sleep.episodes import Habits

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


ZONES = st.sampled_from([LONDON, NEW_YORK, LORD_HOWE, KATHMANDU])
# A week before each clock change of the first three zones, and a plain summer week.
FIRST_DAYS = st.sampled_from(
    [date(2026, 10, 20), date(2026, 3, 24), date(2026, 3, 3), date(2026, 9, 29), MONDAY]
)
LINES = st.lists(st.sampled_from("DENLMSTUC--"), min_size=1, max_size=10).map(" ".join)
HABITS = st.builds(
    Habits,
    commute=st.sampled_from([0, 20, 45, 90]),
    prepare=st.sampled_from([0, 45, 60]),
    wind_down=st.sampled_from([0, 45]),
    sleep_need=st.sampled_from([360, 480, 510, 600]),
)
