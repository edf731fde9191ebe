"""Weeks that stand apart for two of three; flat noise and patterns of shifts do not."""

from datetime import date
from itertools import combinations

import numpy as np
import pytest
from tests.engines.sleep.rota import LONDON
from tests.engines.windows.household import hours

from aftershift.engines.checkins.lasting import lasting, limits_of
from aftershift.engines.checkins.trend import Verdict
from aftershift.engines.windows.weeks import weeks_together

CHANGES = {Verdict.UP, Verdict.DOWN}
MONDAY = date(2026, 1, 5)
PATTERNS = (
    "L L - - M M M - - - L L L - - M M - - -",
    "D D D D E - - D D N N N - - E E D D - - -",
    "D D D D D - -",
    "D D E E N N - - -",
    "L L M M - - - -",
)
RUNS = 4000


def share(verdicts: set[Verdict], weeks: int, step: float = 0.0) -> float:
    """Give how often a verdict falls on weeks of 15 hours, give or take three, and a step."""
    dice = np.random.default_rng([weeks, round(10 * abs(step))])
    moved = np.where(np.arange(weeks) >= weeks - 3, 180 * step, 0)
    rows = dice.normal(900, 180, (RUNS, weeks)) + moved
    return sum(lasting(list(row), least=60) in verdicts for row in rows) / RUNS


def test_under_eleven_weeks_nothing_is_said() -> None:
    assert lasting([], least=1) is Verdict.NOT_YET
    assert lasting([5.0] * 7 + [50.0] * 3, least=1) is Verdict.NOT_YET
    assert lasting([5.0] * 8 + [50.0] * 3, least=1) is Verdict.UP


@pytest.mark.parametrize("weeks", [11, 12])
def test_flat_noise_gives_no_real_change(weeks: int) -> None:
    assert share({Verdict.NO_CHANGE}, weeks) >= 0.96


def test_a_step_is_found_by_its_size_and_on_its_side() -> None:
    assert share({Verdict.UP}, 12, step=3) >= 0.8
    assert share({Verdict.DOWN}, 12, step=-3) >= 0.8
    assert share({Verdict.DOWN}, 12, step=3) == 0


def test_one_week_apart_is_no_change() -> None:
    calm = [900.0, 960.0, 840.0] * 4
    for at in (9, 10, 11):
        once = [*calm[:at], 0.0, *calm[at + 1 :]]
        assert lasting(once, least=60) is Verdict.NO_CHANGE


def test_less_than_the_least_is_no_change_even_where_weeks_are_alike() -> None:
    assert lasting([900.0] * 9 + [950.0] * 3, least=60) is Verdict.NO_CHANGE
    assert lasting([900.0] * 9 + [961.0] * 3, least=60) is Verdict.UP


def test_the_limits_are_those_of_a_new_value() -> None:
    limits = limits_of([1, 2, 3, 4, 5, 6, 7, 8], least=0)
    assert limits is not None
    assert limits.centre == 4.5
    assert limits.high - 4.5 == pytest.approx(2 * 2.449490 * 1.060660, abs=1e-5)


def test_patterns_of_shifts_that_do_not_change_seldom_sound_like_one() -> None:
    alarms = looks = 0
    for one, other in combinations(PATTERNS, 2):
        everyone = [hours(" ".join([line] * 40), first=MONDAY) for line in (one, other)]
        weeks = weeks_together(everyone, zone=LONDON, first=MONDAY, weeks=40)
        minutes = [each.minutes for each in weeks]
        for at in range(len(minutes) - 12):
            looks += 1
            alarms += lasting(minutes[at : at + 12], least=60) in CHANGES
    assert looks > 250
    assert alarms / looks <= 0.04
