"""What was said of coming home counts for six hours, and then by itself no more."""

from datetime import UTC, datetime, timedelta

import pytest

from aftershift.engines.together.coming_home import LASTS, Coming, Left, still

SAID = datetime(2026, 10, 19, 19, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("after", "counts"),
    [
        (timedelta(), True),
        (LASTS - timedelta(minutes=1), True),
        (LASTS, False),
        (timedelta(days=3), False),
        (-timedelta(minutes=1), False),
    ],
)
def test_it_counts_for_six_hours(after: timedelta, counts: bool) -> None:
    coming = Coming(left=Left.NOT_YET, said=SAID)
    assert still(coming, SAID + after) == (coming if counts else None)


def test_nothing_said_is_nothing() -> None:
    assert still(None, SAID) is None
