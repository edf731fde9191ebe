"""Which evenings are possible, and which blocks a changed roster takes away."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from aftershift.engines.basics.spans import Span, day_span, wall_minute
from aftershift.engines.checkins.evenings import (
    days_from,
    evening_span,
    evenings_of,
    place_in,
    still_possible,
)
from aftershift.engines.checkins.experiments import Block, Evening
from aftershift.engines.checkins.pairing_dots import HEIGHT, WIDTH, pairs

LONDON = ZoneInfo("Europe/London")
MONDAY = date(2026, 10, 19)
WEEK = (day_span(MONDAY, LONDON)[0], day_span(MONDAY + timedelta(days=7), LONDON)[0])


def hours(day: int, starts: float, ends: float) -> Span:
    on = MONDAY + timedelta(days=day)
    return wall_minute(on, int(starts * 60), LONDON), wall_minute(on, int(ends * 60), LONDON)


@pytest.mark.parametrize(
    ("starts", "ends", "minutes", "possible"),
    [
        (17, 17.5, 0, True),  # half an hour is the least
        (17, 17.4, 0, False),
        (8, 17.25, 0, False),  # only a quarter of an hour of it is evening
        (22.5, 24, 0, True),
        (22.75, 24, 0, False),
        (18, 19, 60, True),
        (18, 18.9, 60, False),
    ],
)
def test_an_evening_has_room_or_not(
    starts: float, ends: float, minutes: int, *, possible: bool
) -> None:
    awake = [hours(0, starts, ends)]
    found = evenings_of(awake, known=WEEK, zone=LONDON, days=[MONDAY], minutes=minutes)
    assert found == (Evening(day=MONDAY, possible=possible),)


def test_two_short_stretches_are_not_one_long_one() -> None:
    awake = [hours(0, 17, 17.4), hours(0, 20, 20.4)]
    assert place_in(awake, evening_span(MONDAY, LONDON), minutes=0) is None


def test_an_evening_that_no_roster_speaks_of_is_left_out() -> None:
    until_six = (WEEK[0], hours(1, 0, 18)[1])
    found = evenings_of(
        [hours(0, 17, 23)], known=until_six, zone=LONDON, days=days_from(MONDAY, 3), minutes=0
    )
    assert [one.day for one in found] == [MONDAY]


def test_the_evening_of_a_clock_change_is_as_long_as_any() -> None:
    starts, ends = evening_span(date(2026, 10, 25), LONDON)
    assert ends - starts == 6 * 60


def block(first: int, second: int) -> Block:
    return Block(
        with_ritual=MONDAY + timedelta(days=first), without=MONDAY + timedelta(days=second)
    )


def evenings(*impossible: int) -> list[Evening]:
    return [
        Evening(day=day, possible=n not in impossible) for n, day in enumerate(days_from(MONDAY, 7))
    ]


@pytest.mark.parametrize(
    ("impossible", "untouched", "stay"),
    [
        ((), 0, [(0, 1), (3, 2), (4, 5)]),
        ((3,), 0, [(0, 1), (4, 5)]),  # the evening with it
        ((2,), 0, [(0, 1), (4, 5)]),  # and the one without: both have to be possible
        ((1,), 1, [(0, 1), (3, 2), (4, 5)]),  # its first evening was answered: never after
        ((0, 5), 2, [(0, 1), (3, 2)]),
    ],
)
def test_a_block_goes_whole_and_only_before_anything_of_it_is_known(
    impossible: tuple[int, ...], untouched: int, stay: list[tuple[int, int]]
) -> None:
    blocks = [block(0, 1), block(3, 2), block(4, 5)]
    stays, goes = still_possible(
        blocks, evenings(*impossible), untouched=MONDAY + timedelta(days=untouched)
    )
    assert list(stays) == [block(*each) for each in stay]
    assert {*stays, *goes} == set(blocks)


def test_a_roster_that_speaks_no_more_takes_nothing_away() -> None:
    stays, goes = still_possible([block(0, 1)], [], untouched=MONDAY)
    assert (stays, goes) == ((block(0, 1),), ())


def test_pairs_lie_side_by_side_with_more_further_up() -> None:
    one, other = pairs([(10, 0), (5, 12)], highest=10)
    assert (one.with_down, one.without_down) == (0, HEIGHT)
    assert (other.with_down, other.without_down) == (HEIGHT // 2, 0)  # 12 is kept inside
    assert 0 < one.across < other.across < WIDTH
    assert pairs([], highest=10) == ()
