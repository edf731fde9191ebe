"""Several results of a scale: known answers by hand, and how often it is wrong, by simulation."""

from datetime import date, timedelta
from math import sqrt

import numpy as np
import pytest

from aftershift.engines.checkins.change import sem
from aftershift.engines.checkins.instruments import Better, Kind, Reliability, Scale, Seen
from aftershift.engines.checkins.waves import Course, waves
from aftershift.library.instruments import load_instruments

START = date(2026, 1, 5)
PHQ = load_instruments()["PHQ-9"].scale("total")
WIGGLE = sem(6.1, 0.89)


def on(*values: float, apart: int = 14) -> list[tuple[date, float]]:
    return [(START + timedelta(days=apart * at), value) for at, value in enumerate(values)]


def test_two_results_say_nothing_and_a_scale_without_reliability_has_no_rule():
    assert waves(PHQ, on(3, 20)).course is Course.NOT_YET
    bare = load_instruments()["MISS-HP"].scales[0]
    found = waves(bare, on(80, 40, 10))
    assert (found.course, found.points) == (Course.NO_RULE, ())


@pytest.mark.parametrize(
    ("values", "course"),
    [
        ((12, 13, 12, 11), Course.NO_CHANGE),
        ((18, 14, 9, 5), Course.BETTER),
        ((5, 9, 14, 18), Course.WORSE),
        ((4, 18, 4, 18, 4), Course.UNEVEN),
    ],
)
def test_plain_cases_are_called_what_they_are(values: tuple[float, ...], course: Course):
    assert waves(PHQ, on(*values)).course is course


def test_higher_is_better_where_the_scale_says_so_and_neither_has_no_rule():
    by = Reliability(kind=Kind.RETEST, r=0.9, sd=5, of="somebody", seen=Seen.SOURCE)
    scale = {"id": "x", "name": "X", "items": ("1",), "rule": PHQ.rule, "low": 0, "high": 50}
    up = Scale(**scale, better=Better.HIGHER, reliability=by)
    assert waves(up, on(5, 20, 35)).course is Course.BETTER
    assert waves(Scale(**scale, reliability=by), on(5, 20, 35)).course is Course.NO_RULE


def test_of_equal_results_the_level_is_their_mean_with_its_standard_error():
    found = waves(PHQ, on(10, 10, 10, 10))
    assert [level for _, level, _, _ in found.points] == pytest.approx([10] * 4)
    halves = [high - level for _, level, _, high in found.points]
    assert halves == pytest.approx([1.96 * WIGGLE / sqrt(4)] * 4)


def test_where_it_leaps_the_level_follows():
    found = waves(PHQ, on(2, 2, 2, 20, 20, 20, apart=60))
    (_, first, low, high), (_, last, _, _) = found.points[0], found.points[-1]
    assert first < 5
    assert last > 17
    assert high - low < 2 * 1.96 * WIGGLE + 1e-9


def test_nothing_is_called_a_change_more_than_five_times_in_a_hundred():
    dice = np.random.default_rng(20261127)
    for size in (3, 6, 12):
        drawn = dice.normal(12, WIGGLE, (2000, size))
        called = sum(waves(PHQ, on(*row)).course is not Course.NO_CHANGE for row in drawn.tolist())
        assert called / 2000 <= 0.06, size
        assert called > 0


def test_a_steady_change_is_found_more_often_the_more_results_there_are():
    dice = np.random.default_rng(7)
    found = []
    for size in (3, 6, 12):
        line = np.linspace(14, 8, size)
        drawn = line + dice.normal(0, WIGGLE, (400, size))
        courses = [waves(PHQ, on(*row)).course for row in drawn.tolist()]
        assert Course.WORSE not in courses
        found.append(sum(one is Course.BETTER for one in courses) / 400)
    assert found == sorted(found)
    assert found[0] > 0.4
    assert found[-1] > 0.75
