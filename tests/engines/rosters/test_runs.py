"""Three long shifts on days in a row are a run; its evening before is when a note is hidden."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from aftershift.engines.rosters.runs import run_tonight, runs_ahead
from aftershift.engines.rosters.shifts import Kind, Shift

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)


def shift(day: int, *, at: int = 7, hours: float = 12.5, kind: Kind = Kind.WORK) -> Shift:
    starts = datetime(2026, 11, day, at, tzinfo=LONDON).astimezone(UTC)
    ends = starts + timedelta(hours=hours)
    return Shift(
        identity=f"{day}",
        starts=starts,
        ends=ends,
        exact_starts=starts,
        exact_ends=ends,
        zone="Europe/London",
        code="LD",
        kind=kind,
        certainty=1.0,
    )


def days_of(*shifts: Shift) -> list[tuple[int, int]]:
    return [(run.first.day, run.shifts) for run in runs_ahead(shifts, zone=LONDON, now=NOW)]


@pytest.mark.parametrize(
    ("shifts", "runs"),
    [
        ((shift(3), shift(4), shift(5)), [(3, 3)]),
        ((shift(3), shift(4)), []),
        ((shift(3), shift(4), shift(6)), []),
        ((shift(3, hours=8), shift(4, hours=8), shift(5, hours=8)), []),
        ((shift(3, at=22, hours=8), shift(4, at=22, hours=8), shift(5, at=22, hours=8)), [(3, 3)]),
        (tuple(shift(day, kind=Kind.ON_CALL) for day in (3, 4, 5)), []),
        ((shift(5), shift(3), shift(4), shift(6)), [(3, 4)]),
        ((shift(3), shift(4), shift(5), shift(9), shift(10), shift(11)), [(3, 3), (9, 3)]),
        ((), []),
    ],
)
def test_what_is_a_run(shifts: tuple[Shift, ...], runs: list[tuple[int, int]]) -> None:
    assert days_of(*shifts) == runs


@pytest.mark.parametrize(
    ("now", "is_due"),
    [
        (datetime(2026, 11, 2, 16, 59, tzinfo=LONDON), False),
        (datetime(2026, 11, 2, 17, tzinfo=LONDON), True),
        (datetime(2026, 11, 3, 6, 59, tzinfo=LONDON), True),
        (datetime(2026, 11, 3, 7, tzinfo=LONDON), False),  # it has begun
        (datetime(2026, 11, 4, 17, tzinfo=LONDON), False),
    ],
)
def test_it_is_due_from_the_evening_before_until_it_begins(now: datetime, is_due: bool) -> None:
    run = run_tonight([shift(3), shift(4), shift(5)], zone=LONDON, now=now)
    assert (run is not None) == is_due
    if run is not None:
        assert (run.first, run.last) == (date(2026, 11, 3), date(2026, 11, 5))
