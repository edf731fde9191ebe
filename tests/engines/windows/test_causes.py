"""Which shift is behind a move."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from tests.engines.sleep.rota import LONDON
from tests.engines.windows.household import LIMITS, at, available, hours, over

from aftershift.engines.windows.causes import explained
from aftershift.engines.windows.plan import PlanItem, accept, replan
from aftershift.engines.windows.ranking import Window, WindowKind

WEEK = over(10)


def item(starts: datetime) -> PlanItem:
    window = Window(
        starts=starts, ends=starts + timedelta(hours=1), kind=WindowKind.TALK, score=1.0, reasons=()
    )
    return accept(window, uid="a", now=at(1, 0))


@pytest.mark.parametrize(
    ("line", "starts", "day"),
    [
        ("- N - -", at(2, 21), 2),  # the night lies over it
        ("N - - -", at(2, 17), 1),  # and here it is the night before
    ],
)
def test_because_a_day_became_a_night(line: str, starts: datetime, day: int) -> None:
    couple = [hours(line), hours("- - - - - - - - - -", "Sam")]
    people = [available(one, WEEK) for one in couple]
    moves = replan([item(starts)], people, zone=LONDON, now=at(1, 0), limits=LIMITS)
    (move,) = explained(moves, couple, zone=LONDON)
    assert move.because is not None
    assert (move.because.name, move.because.day) == ("Alex", date(2026, 6, day))
    hidden = [replace(one, shares_times=False) for one in couple]
    assert explained(moves, hidden, zone=LONDON) == moves
    assert moves[0].because is None


def test_a_shift_of_last_week_is_behind_nothing() -> None:
    couple = [hours("D - - - - - - - N"), hours("- -", "Sam")]
    people = [available(one, WEEK) for one in couple]
    moves = replan([item(at(9, 21))], people, zone=LONDON, now=at(1, 0), limits=LIMITS)
    only_first = replace(couple[0], shifts=couple[0].shifts[:1])
    assert [one.because for one in explained(moves, [only_first], zone=LONDON)] == [None]
