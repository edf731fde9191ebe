"""The two oscillators, against their papers' behaviour and against a fine step."""

from collections.abc import Callable
from itertools import pairwise
from typing import TypeAlias

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftershift.engines.sleep.circadian import (
    HANNAY_START,
    START,
    Course,
    State,
    forger99,
    hannay19,
)
from aftershift.engines.sleep.light import Light

Oscillator: TypeAlias = Callable[..., Course]

DAY = 1440
BOTH = pytest.mark.parametrize(
    ("model", "start"), [(forger99, START), (hannay19, HANNAY_START)], ids=["forger", "hannay"]
)


def regular(days: int, *, on: int = 7 * 60, off: int = 23 * 60, lux: float = 500) -> Light:
    """Repeat a day with one bright stretch, from midnight."""
    changes = [(day * DAY + at, lit) for day in range(days) for at, lit in ((on, lux), (off, 0.0))]
    return light([(0, 0.0), *changes], until=days * DAY + max(off, DAY) - DAY + 1)


def light(changes: list[tuple[int, float]], until: int) -> Light:
    return Light(
        minutes=(*(minute for minute, _lux in changes), until),
        lux=tuple(lux for _minute, lux in changes),
    )


def last_low(course: Course) -> float:
    return course.lows[-1] / 60 % 24


# --- scenario 12 ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("model", "start", "exact"), [(forger99, START, 4.429), (hannay19, HANNAY_START, 4.664)]
)
def test_sixteen_hours_of_500_lux_entrain_to_the_known_low(
    model: Oscillator, start: State, exact: float
) -> None:
    assert last_low(model(regular(60), start)) == pytest.approx(exact, abs=0.001)


@pytest.mark.parametrize(
    ("model", "start", "printed"), [(forger99, START, 4.3), (hannay19, HANNAY_START, 4.6)]
)
def test_a_grid_of_a_tenth_of_an_hour_shows_the_numbers_of_the_package(
    model: Oscillator, start: State, printed: float
) -> None:
    """It holds the light of each step's end, so light comes 0.1 h early, and cuts to its grid."""
    low = last_low(model(regular(60, on=7 * 60 - 6, off=23 * 60 - 6), start))
    assert low == pytest.approx(printed, abs=0.05)


@BOTH
def test_halving_the_step_divides_the_error_by_about_sixteen(
    model: Oscillator, start: State
) -> None:
    one = regular(4)
    exact = model(one, start, 0.005).state.point
    errors = [abs(model(one, start, step).state.point - exact) for step in (0.5, 0.25, 0.125)]
    assert all(14 < coarse / fine < 18 for coarse, fine in pairwise(errors))


@BOTH
def test_the_same_light_gives_the_same_course_to_the_last_bit(
    model: Oscillator, start: State
) -> None:
    assert model(regular(9), start) == model(regular(9), start)


@BOTH
def test_a_course_may_be_cut_anywhere(model: Oscillator, start: State) -> None:
    whole = model(regular(6), start)
    for cut in (2 * DAY + 61, 3 * DAY + 700):
        minutes = np.array(regular(6).minutes)
        at = int(np.searchsorted(minutes, cut))
        lux = regular(6).lux
        before = Light(minutes=(*regular(6).minutes[:at], cut), lux=lux[:at])
        after = Light(minutes=(cut, *regular(6).minutes[at:]), lux=lux[at - 1 :])
        first = model(before, start)
        second = model(after, first.state)
        assert second.state.point == pytest.approx(whole.state.point, abs=1e-4)
        assert (*first.lows, *second.lows) == pytest.approx(whole.lows, abs=0.1)


# --- what the papers say of the clock --------------------------------------------------


@pytest.mark.parametrize(
    ("model", "start", "period"), [(forger99, START, 24.2), (hannay19, HANNAY_START, 24.18)]
)
def test_in_darkness_it_runs_by_its_own_period(
    model: Oscillator, start: State, period: float
) -> None:
    lows = model(Light(minutes=(0, 60 * DAY), lux=(0.0,)), start).lows
    assert np.diff(lows[-10:]) / 60 == pytest.approx(period, abs=0.01)


@BOTH
@pytest.mark.parametrize(
    ("hours_from_low", "shift"),
    [(-5, "later"), (-3, "later"), (+3, "earlier"), (+5, "earlier")],
)
def test_light_before_the_low_delays_and_light_after_it_advances(
    model: Oscillator, start: State, hours_from_low: int, shift: str
) -> None:
    settled = model(regular(40), start)
    pulse = round(settled.lows[-1]) % DAY + hours_from_low * 60 + DAY  # after a day in the dark
    dark = light([(0, 0.0)], until=5 * DAY)
    lit = light([(0, 0.0), (pulse, 5000.0), (pulse + 60, 0.0)], until=5 * DAY)
    moved = model(lit, settled.state).lows[-1] - model(dark, settled.state).lows[-1]
    assert (moved > 2) if shift == "later" else (moved < -2)


@BOTH
def test_a_later_day_moves_the_low_as_much(model: Oscillator, start: State) -> None:
    late = regular(60, on=10 * 60, off=26 * 60)
    assert last_low(model(late, start)) - last_low(model(regular(60), start)) == pytest.approx(
        3.0, abs=0.01
    )


# --- accuracy over any light -------------------------------------------------------------

LIGHTS = st.lists(
    st.tuples(st.integers(10, 900), st.sampled_from([0.0, 50.0, 250.0, 500.0, 1000.0, 10_000.0])),
    min_size=1,
    max_size=25,
)


def as_light(stretches: list[tuple[int, float]]) -> Light:
    edges = np.cumsum([0, *(minutes for minutes, _lux in stretches)])
    return Light(minutes=tuple(edges.tolist()), lux=tuple(lux for _minutes, lux in stretches))


@BOTH
@given(stretches=LIGHTS)
def test_any_light_leaves_a_clock_that_is_near_its_cycle(
    model: Oscillator, start: State, stretches: list[tuple[int, float]]
) -> None:
    course = model(as_light(stretches), start)
    assert 0.1 < abs(course.state.point) < 1.6
    assert 0 <= course.state.n <= 1
    assert list(course.lows) == sorted(course.lows)


@BOTH
@pytest.mark.parametrize("seed", range(3))
def test_half_hour_steps_find_each_low_within_half_a_minute(
    model: Oscillator, start: State, seed: int
) -> None:
    dice = np.random.default_rng(seed)
    changes = [(0, 0.0)]
    for day in range(60):
        up, dusk, bed = (int(dice.normal(mean, 90)) for mean in (420, 960, 1350))
        levels = [(up, 500.0), (max(dusk, up + 60), 200.0), (max(bed, up + 500), 0.0)]
        changes += [(day * DAY + at, lux) for at, lux in levels if day * DAY + at > changes[-1][0]]
    changing = light(changes, until=61 * DAY)
    ours, fine = model(changing, start).lows, model(changing, start, 0.02).lows
    assert len(ours) == len(fine) > 58
    assert np.abs(np.array(ours) - np.array(fine)).max() < 0.5


def test_a_dip_with_two_turns_has_one_low() -> None:
    """Light that is put out just after the low lets x fall again."""
    settled = forger99(regular(40), START)
    low = round(settled.lows[-1]) % DAY
    flash = light(
        [(0, 0.0), (low - 120, 1000.0), (low - 20, 0.0), (low + 200, 500.0)], until=DAY - 60
    )
    assert len(forger99(flash, settled.state).lows) == 1


def test_a_nap_in_the_afternoon_makes_no_low() -> None:
    """Light at its end lifts x from high up, which is a turn but no dip."""
    day = regular(40)
    settled = forger99(Light(minutes=day.minutes[:-1], lux=day.lux[:-1]), START)  # until 23:00
    rest = [(0, 0.0), (8 * 60, 500.0), (16 * 60, 0.0), (18 * 60, 10_000.0)]
    lows = forger99(light(rest, until=21 * 60), settled.state).lows
    assert [round(low / 60) for low in lows] == [5]
