"""The one row of bytes that crosses to another person."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engines.windows.household import anybody, at, available, hours, over

from aftershift.engines.basics.spans import Spans, minute_of, subtract, union
from aftershift.engines.windows.overlap import Availability, WindowsError
from aftershift.engines.windows.packing import EMPTY_ROW, ROW_BYTES, packed, unpacked

NOW = datetime(2026, 6, 1, 10, 7, tzinfo=UTC)
RANGE = (minute_of(NOW) - 3000, minute_of(NOW) + 30 * 1440)


def whole_slots(spans: Spans) -> Spans:
    """Count, slot by slot, the quarter hours that lie wholly in the next 28 days of a span."""
    midnight = minute_of(NOW) // 1440 * 1440
    slots = [(at, at + 15) for at in range(midnight, midnight + 28 * 1440, 15)]
    return union(
        slot
        for slot in slots
        if slot[0] >= minute_of(NOW) and any(a <= slot[0] and slot[1] <= b for a, b in spans)
    )


@given(anybody("Sam", RANGE))
def test_a_row_holds_the_whole_quarter_hours_of_the_future_and_nothing_else(
    person: Availability,
) -> None:
    row = packed(person, now=NOW)
    read = unpacked(row, name="Sam", now=NOW)
    assert len(row) == ROW_BYTES
    assert read.free == whole_slots(person.free)
    assert read.home_awake == whole_slots(person.home_awake)
    assert read.rested == whole_slots(person.rested)
    assert (read.work, read.sleep, read.unfit) == ((), (), ())


@given(anybody("Sam", RANGE), st.integers(0, 40))
def test_a_row_read_later_holds_what_is_left_of_it(person: Availability, days: int) -> None:
    later = NOW + timedelta(days=days)
    at_once = unpacked(packed(person, now=NOW), name="Sam", now=NOW)
    read = unpacked(packed(person, now=NOW), name="Sam", now=later)
    assert read.rested == subtract(at_once.rested, [(0, minute_of(later))])
    assert read.covers[0] >= minute_of(later)


def test_paused_empty_and_expired_read_alike() -> None:
    nothing = Availability(name="Sam", covers=RANGE, free=(), home_awake=(), rested=())
    busy = packed(nothing, now=NOW)
    expired = packed(available(hours("-"), over(2)), now=NOW)
    later = NOW + timedelta(days=29)
    assert busy == EMPTY_ROW
    assert expired != EMPTY_ROW
    assert unpacked(expired, name="Sam", now=later) == unpacked(busy, name="Sam", now=later)
    assert unpacked(busy, name="Sam", now=later).free == []


def test_a_row_of_another_size_is_refused() -> None:
    with pytest.raises(WindowsError, match="size"):
        unpacked(EMPTY_ROW[:-1], name="Sam", now=at(1, 12))
