"""A time-out always has a return, and in a window of both where there is one."""

from datetime import UTC, datetime, timedelta

import pytest

from aftershift.engines.basics.spans import Spans, minute_of
from aftershift.engines.together.returning import other_returns, return_after

NOW = datetime(2026, 10, 19, 20, 7, tzinfo=UTC)
MINUTE = minute_of(NOW)
HOUR = 60
DAY = 24 * HOUR


def spans(*hours: tuple[float, float]) -> Spans:
    """Lay windows so many hours after now."""
    return [(MINUTE + round(a * HOUR), MINUTE + round(b * HOUR)) for a, b in hours]


@pytest.mark.parametrize(
    ("minutes_away", "windows", "wall", "is_window"),
    [
        (20, (), "20:30", False),  # 20:27, on the next quarter
        (5, (), "20:30", False),  # twenty is the least
        (60, (), "21:15", False),
        (20, ((0, 2),), "20:30", True),  # the window has begun
        (20, ((1, 2),), "21:15", True),
        (60, ((0, 1.3), (3, 5)), "23:15", True),  # too little is left of the first
        (20, ((200, 205),), "20:30", False),  # more than a week away
    ],
)
def test_a_return_is_always_set(
    minutes_away: int, windows: tuple[tuple[float, float], ...], wall: str, is_window: bool
) -> None:
    back = return_after(NOW, minutes_away, spans(*windows))
    assert (back.starts.strftime("%H:%M"), back.is_window) == (wall, is_window)
    assert back.starts >= NOW + timedelta(minutes=20)
    assert back.ends - back.starts == timedelta(minutes=30)


def test_the_other_returns_lie_in_windows_alone() -> None:
    assert other_returns(NOW, 0, []) == ()
    found = other_returns(NOW, 0, spans((1, 2), (24, 24.4), (30, 40)))
    assert [one.starts.strftime("%d %H:%M") for one in found] == ["19 21:15", "21 02:15"]
