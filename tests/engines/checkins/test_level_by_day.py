"""The level, swept over answers alone, beside the same filter written out day by day."""

from datetime import date, timedelta

import numpy as np
import pytest

from aftershift.engines.checkins import trend

START = date(2024, 1, 1)
CLOSE = 1e-9


def by_day(seen: np.ndarray, ratio: float, grain: float) -> tuple[np.ndarray, np.ndarray, float]:
    """Filter forward and smooth backward by the textbook: level, variance, and how likely it is."""
    ahead, levels, variances, squares, logs = [], [seen[0]], [1.0], 0.0, 0.0
    for value in seen[1:]:
        ahead.append(variances[-1] + ratio)
        if np.isnan(value):
            levels.append(levels[-1])
            variances.append(ahead[-1])
            continue
        whole, surprise = ahead[-1] + 1, value - levels[-1]
        squares, logs = squares + surprise**2 / whole, logs + np.log(whole)
        levels.append(levels[-1] + surprise * ahead[-1] / whole)
        variances.append(ahead[-1] / whole)
    count = int(np.sum(~np.isnan(seen))) - 1
    noise = max(squares / max(count, 1), grain**2 / 12)
    for at in range(len(seen) - 2, -1, -1):
        back = variances[at] / ahead[at]
        levels[at] += back * (levels[at + 1] - levels[at])
        variances[at] += back**2 * (variances[at + 1] - ahead[at])
    fit = -count * np.log(noise) - logs - squares / noise
    return np.array(levels), np.array(variances) * noise, fit


def likeliest_by_day(seen: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    every = [by_day(seen, ratio, 1.0) for ratio in trend.RATIOS]
    levels, variances, _ = every[int(np.argmax([fit for _, _, fit in every]))]
    return levels, variances


def made(count: int, missing: float, drift: float) -> np.ndarray:
    dice = np.random.default_rng([count, round(100 * missing), round(100 * drift)])
    seen = np.round(5 + dice.normal(0, 1.5, count) + np.cumsum(dice.normal(0, drift, count)))
    seen[1:][dice.random(count - 1) < missing] = np.nan
    return seen


SERIES = [
    made(count, missing, drift)
    for count in (3, 40, 366)
    for missing in (0.0, 0.3, 0.9)
    for drift in (0.0, 0.3, 2.0)
]


@pytest.mark.parametrize("seen", [*SERIES, np.full(30, 4.0), np.array([7.0, np.nan, np.nan])])
def test_it_is_the_same_as_day_by_day(seen: np.ndarray) -> None:
    levels, variances = trend.smooth(seen)
    expected, spreads = likeliest_by_day(seen)
    assert levels == pytest.approx(expected, abs=CLOSE)
    assert variances == pytest.approx(spreads, abs=CLOSE)


def test_ten_years_of_days_are_the_same_too() -> None:
    seen = made(3652, 0.2, 0.05)
    levels, variances = trend.smooth(seen)
    chosen = trend._likeliest([seen], 1.0)[0][0]
    expected, spreads, _ = by_day(seen, chosen, 1.0)
    assert levels == pytest.approx(expected, abs=CLOSE)
    assert variances == pytest.approx(spreads, abs=CLOSE)


def test_several_in_one_sweep_are_each_as_by_itself() -> None:
    """Of other lengths and with other gaps, so that none may leak into its neighbour."""
    together = trend.smooth_all(SERIES)
    for seen, (levels, variances) in zip(SERIES, together, strict=True):
        alone, spreads = trend.smooth(seen)
        assert levels == pytest.approx(alone, abs=CLOSE)
        assert variances == pytest.approx(spreads, abs=CLOSE)


def test_levels_of_several_items_are_each_as_by_itself() -> None:
    of = {
        f"item {at}": [
            (START + timedelta(days=day), float(value))
            for day, value in enumerate(seen)
            if not np.isnan(value)
        ]
        for at, seen in enumerate(SERIES)
    }
    until = START + timedelta(days=365)
    for name, found in trend.levels(of, until=until).items():
        assert found == trend.level(of[name], until=until)


def test_points_from_a_day_on_are_the_last_of_all_of_them() -> None:
    days = [(START + timedelta(days=at), float(at % 4)) for at in range(60)]
    until, since = days[-1][0], days[40][0]
    whole, some = (trend.level(days, until=until, since=one) for one in (None, since))
    assert some.points == whole.points[40:]
    assert some.verdict is whole.verdict
    early = trend.level(days, until=until, since=START - timedelta(days=9))
    assert early.points == whole.points
