"""The algebra of spans, against sets of minutes; and the wall clock."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftershift.engines.basics import spans
from aftershift.engines.basics.spans import Span, Spans

LONDON = ZoneInfo("Europe/London")
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")

STRETCHES = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=8)
SPANS = STRETCHES.map(spans.union)


def minutes(some: Spans) -> set[int]:
    return {minute for starts, ends in some for minute in range(starts, ends)}


def are_tidy(some: Spans) -> bool:
    flat = [edge for span in some for edge in span]
    return flat == sorted(set(flat))


@given(STRETCHES)
def test_a_union_holds_the_same_minutes_in_order_and_apart(some: list[Span]) -> None:
    joined = spans.union(some)
    assert minutes(joined) == minutes(some)
    assert are_tidy(joined)


@given(SPANS, SPANS)
def test_what_lies_in_both_and_in_one_alone_is_what_sets_say(one: Spans, other: Spans) -> None:
    assert minutes(spans.intersect(one, other)) == minutes(one) & minutes(other)
    assert minutes(spans.subtract(one, other)) == minutes(one) - minutes(other)
    assert are_tidy(spans.subtract(one, other))
    assert spans.total(one) == len(minutes(one))


@given(SPANS, st.integers(0, 60), st.integers(1, 60))
def test_cutting_to_one_stretch_is_meeting_it(some: Spans, starts: int, length: int) -> None:
    within = (starts, starts + length)
    assert spans.clip(some, within) == spans.intersect(some, [within])
    assert spans.meets(within, some) == bool(minutes(some) & minutes([within]))
    assert spans.is_inside(within, some) == (minutes([within]) <= minutes(some))


@given(st.lists(SPANS, max_size=4))
def test_several_are_shared_only_where_all_are(several: list[Spans]) -> None:
    shared = minutes([(0, 60)]).intersection(*(minutes(one) for one in several))
    assert minutes(spans.intersect_all(several, (0, 60))) == shared


@pytest.mark.parametrize(
    ("day", "zone", "hours"),
    [
        (date(2026, 10, 25), LONDON, 25),
        (date(2026, 3, 29), LONDON, 23),
        (date(2026, 6, 1), LONDON, 24),
        (date(2026, 4, 5), LORD_HOWE, 24.5),
        (date(2026, 10, 4), LORD_HOWE, 23.5),
    ],
)
def test_a_local_day_is_as_long_as_its_clocks_say(day: date, zone: ZoneInfo, hours: float) -> None:
    starts, ends = spans.day_span(day, zone)
    assert ends - starts == hours * 60


@pytest.mark.parametrize(
    ("day", "minute", "moment"),
    [
        (date(2026, 6, 1), 22 * 60, "2026-06-01T21:00+00:00"),
        (date(2026, 6, 1), -60, "2026-05-31T22:00+00:00"),
        (date(2026, 10, 24), 31 * 60, "2026-10-25T07:00+00:00"),  # 07:00 after the change
        (date(2026, 10, 25), 90, "2026-10-25T00:30+00:00"),  # 01:30 comes twice: the first
        (date(2026, 3, 29), 90, "2026-03-29T01:30+00:00"),  # 01:30 is skipped: the old offset
    ],
)
def test_the_wall_clock_is_read_on_both_sides_of_a_change(
    day: date, minute: int, moment: str
) -> None:
    assert spans.moment_of(spans.wall_minute(day, minute, LONDON)) == datetime.fromisoformat(moment)


def test_a_stretch_of_the_wall_clock_repeats_daily_and_over_midnight() -> None:
    within = (
        spans.day_span(date(2026, 10, 24), LONDON)[0],
        spans.day_span(date(2026, 10, 25), LONDON)[1],
    )
    quiet = spans.daily(within, LONDON, starts=23 * 60, ends=30 * 60)
    assert [ends - starts for starts, ends in quiet] == [6 * 60, 8 * 60, 60]
    assert spans.daily((5, 5), LONDON, starts=0, ends=60) == []


def test_clock_times_count_from_midnight() -> None:
    assert spans.minute_of_day(time(22, 30)) == 1350
