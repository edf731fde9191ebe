"""A level with its band, and a change only where it lasts."""

import json
from collections.abc import Callable
from datetime import date, timedelta

import numpy as np
import pytest
from tests.shared_material import shared

from aftershift.engines.checkins import trend
from aftershift.engines.checkins.trend import Verdict

START = date(2026, 1, 5)
# NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.4
NIST = (
    52.0, 47.0, 53.0, 49.3, 50.1, 47.0, 51.0, 50.1, 51.2, 50.5,
    49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1,
)  # fmt: skip
Z = (
    50.6, 49.52, 50.56, 50.18, 50.16, 49.21, 49.75, 49.85, 50.26, 50.33,
    50.11, 49.36, 49.52, 50.05, 49.38, 49.92, 50.73, 51.23, 51.94, 51.99,
)  # fmt: skip


def dated(values: list[float]) -> list[tuple[date, float]]:
    return [(START + timedelta(days=at), value) for at, value in enumerate(values)]


def of(values: list[float]) -> trend.Trend:
    return trend.level(dated(values), until=START + timedelta(days=len(values) - 1))


def share(verdicts: set[Verdict], values: Callable[[np.random.Generator], np.ndarray]) -> float:
    dice = np.random.default_rng(6)
    found = [of([float(each) for each in values(dice)]).verdict for _ in range(60)]
    return sum(each in verdicts for each in found) / len(found)


def test_the_moving_average_of_nist() -> None:
    assert trend.ewma(NIST, centre=50, weight=0.3) == pytest.approx(Z, abs=0.006)
    limits = trend.ewma_limits(centre=50, spread=2.0539, weight=0.3)
    assert (limits.low, limits.high) == pytest.approx((47.4115, 52.5884), abs=1e-4)


def test_the_stored_moving_average_is_the_same() -> None:
    place = shared("checkins/vectors/stat_known_answers.json")
    known = json.loads(place.read_text(encoding="utf-8"))["ewma_nist"]
    assert (tuple(known["inputs"]["x"]), tuple(known["outputs"]["z"])) == (NIST, Z)


def test_spread_by_moving_range() -> None:
    assert trend.moving_range_spread([1, 2, 1, 2]) == pytest.approx(1 / 1.128)


def test_fewer_than_three_answers_say_not_yet() -> None:
    for values in ([], [3.0], [3.0, 9.0]):
        found = of(values)
        assert (found.verdict, found.points, found.limits) == (Verdict.NOT_YET, (), None)


def test_a_change_is_not_looked_for_before_five_weeks() -> None:
    assert of([3.0] * 20 + [9.0] * 14).verdict is Verdict.NOT_YET
    assert of([3.0, 4.0] * 7 + [9.0] * 21).verdict is Verdict.UP


def test_flat_noise_is_no_change() -> None:
    flat = share({Verdict.NO_CHANGE}, lambda dice: np.round(dice.normal(5, 1.5, 84)))
    assert flat >= 0.95


@pytest.mark.parametrize(("size", "verdict"), [(2.5, Verdict.UP), (-2.5, Verdict.DOWN)])
def test_a_step_that_lasts_is_found(size: float, verdict: Verdict) -> None:
    steps = np.where(np.arange(84) >= 63, size, 0)
    assert share({verdict}, lambda dice: dice.normal(5, 1.5, 84) + steps) >= 0.8


def test_one_bad_day_or_one_bad_week_changes_nothing() -> None:
    calm = [4.0, 5.0, 6.0] * 28
    assert of([*calm[:-1], 0.0]).verdict is Verdict.NO_CHANGE
    assert of([*calm[:-7], *[0.0] * 7]).verdict is Verdict.NO_CHANGE
    assert of([*calm[:-14], *[0.0] * 14]).verdict is Verdict.DOWN


def test_a_roster_change_is_no_change_of_mood() -> None:
    dice = np.random.default_rng(2)
    nights = [at % 4 == 0 if at < 63 else at % 4 != 0 for at in range(84)]
    values = [(3.0 if night else 7.0) + float(dice.normal(0, 0.7)) for night in nights]
    days, until = dated(values), START + timedelta(days=83)
    kinds = {day: "night" if night else "off" for (day, _), night in zip(days, nights, strict=True)}
    assert trend.level(days, until=until).verdict is Verdict.DOWN
    found = trend.level(days, until=until, kinds=kinds)
    assert (found.verdict, found.adjusted) == (Verdict.NO_CHANGE, True)


def test_a_kind_that_is_new_says_nothing_of_a_change() -> None:
    days, until = dated([7.0, 6.0] * 31 + [7.0] + [3.0] * 21), START + timedelta(days=83)
    kinds = {day: "off" if at < 63 else "night" for at, (day, _) in enumerate(days)}
    assert trend.level(days, until=until, kinds=kinds).verdict is Verdict.NOT_YET


def test_a_week_needs_four_answers() -> None:
    days = dated([1.0, 2.0, 3.0])
    assert trend.weekly(days, until=START + timedelta(days=6))[0].median is None
    days.append((START + timedelta(days=4), 9.0))
    (week,) = trend.weekly(days, until=START + timedelta(days=6))
    assert (week.median, week.answers, week.ends) == (2.5, 4, START + timedelta(days=6))
    assert trend.weekly([], until=START) == ()


def test_missing_days_widen_the_band() -> None:
    walk = np.cumsum(np.random.default_rng(4).normal(0, 1, 60)) + 20
    days = [
        one for at, one in enumerate(dated([float(each) for each in walk])) if not 25 <= at < 35
    ]
    points = trend.level(days, until=START + timedelta(days=69)).points
    widths = [high - low for _, _, low, high in points]
    assert len(points) == 70
    assert widths[30] > 1.5 * widths[10]
    assert widths[69] > widths[62] > widths[55]


def test_the_band_holds_the_true_level() -> None:
    dice = np.random.default_rng(5)
    inside = []
    for _ in range(20):
        true = 10 + np.cumsum(dice.normal(0, 0.3, 80))
        values = [float(each) for each in true + dice.normal(0, 1, 80)]
        points = of(values).points
        inside += [
            low <= level <= high for (_, _, low, high), level in zip(points, true, strict=True)
        ]
    assert 0.88 <= np.mean(inside) <= 0.99


def test_equal_answers_have_a_band_as_wide_as_rounding_makes_it() -> None:
    found = of([5.0] * 60)
    assert found.verdict is Verdict.NO_CHANGE
    assert all(low < 5 < high for _, _, low, high in found.points)


def test_the_order_of_days_and_later_days_do_not_matter() -> None:
    days = dated([4.0, 5.0, 6.0, 5.0] * 15)
    until = START + timedelta(days=49)
    assert trend.level(days[::-1], until=until) == trend.level(days[:50], until=until)
