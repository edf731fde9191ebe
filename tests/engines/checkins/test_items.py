"""Which day and week a check-in belongs to, and where its numbers lie on a drawing."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from aftershift.engines.checkins.charting import HEIGHT, WIDTH, chart
from aftershift.engines.checkins.items import day_of, may_add_yesterday, week_of
from aftershift.engines.checkins.trend import level

LONDON = ZoneInfo("Europe/London")
MONDAY = date(2026, 10, 19)


@pytest.mark.parametrize(
    ("at", "day", "adds"),
    [
        ("2026-10-20T03:59", 19, False),  # the night still belongs to the day before
        ("2026-10-20T04:00", 20, True),
        ("2026-10-20T11:59", 20, True),
        ("2026-10-20T12:00", 20, False),
        ("2026-10-20T23:59", 20, False),
    ],
)
def test_the_day_turns_at_four_and_yesterday_may_be_added_until_noon(at, day, adds) -> None:
    local = datetime.fromisoformat(at).replace(tzinfo=LONDON)
    assert day_of(local) == date(2026, 10, day)
    assert may_add_yesterday(local) is adds


def test_a_week_is_its_monday() -> None:
    assert {week_of(MONDAY + timedelta(days=more)) for more in range(7)} == {MONDAY}


def test_values_go_from_the_bottom_to_the_top_and_days_from_left_to_right() -> None:
    days = [(MONDAY, 0.0), (MONDAY + timedelta(days=5), 5.0), (MONDAY + timedelta(days=10), 10.0)]
    drawn = chart(days, (), first=MONDAY, last=MONDAY + timedelta(days=10))
    assert drawn.dots == ((0, HEIGHT), (WIDTH // 2, HEIGHT // 2), (WIDTH, 0))
    assert drawn.marks == f"M0 {HEIGHT}h0M{WIDTH // 2} {HEIGHT // 2}h0M{WIDTH} 0h0"
    assert (drawn.line, drawn.band) == ("", "")


def test_what_lies_outside_the_stretch_is_not_drawn() -> None:
    days = [(MONDAY - timedelta(days=1), 3.0), (MONDAY, 3.0)]
    assert len(chart(days, (), first=MONDAY, last=MONDAY).dots) == 1


def test_the_band_lies_around_the_line_and_inside_the_drawing() -> None:
    days = [(MONDAY + timedelta(days=at), float(at % 11)) for at in range(30)]
    last = MONDAY + timedelta(days=29)
    drawn = chart(days, level(days, until=last).points, first=MONDAY, last=last)
    assert drawn.line.startswith("M0 ")
    assert drawn.band.endswith(" Z")
    numbers = [int(one) for one in drawn.band[:-2].replace("M", "").replace("L", "").split()]
    assert all(0 <= down <= HEIGHT for down in numbers[1::2])
    assert all(0 <= across <= WIDTH for across in numbers[::2])
