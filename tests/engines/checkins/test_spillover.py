"""Strain today against closeness tomorrow: found where it is, not found where it is not."""

from datetime import date, timedelta

import numpy as np
import pytest

from aftershift.engines.checkins import spillover as engine
from aftershift.engines.checkins.spillover import Spills, spillover

START = date(2026, 1, 5)
Days = list[tuple[date, float]]


def alike(dice: np.random.Generator, count: int, phi: float = 0.3) -> np.ndarray:
    values = dice.normal(0, 1, count)
    for at in range(1, count):
        values[at] = phi * values[at - 1] + np.sqrt(1 - phi**2) * values[at]
    return values


def diaries(dice: np.random.Generator, count: int, effect: float) -> tuple[Days, Days]:
    strain, close = alike(dice, count), alike(dice, count)
    close[1:] -= effect * strain[:-1]
    days = [START + timedelta(days=at) for at in range(count)]
    return (
        [(day, float(value)) for day, value in zip(days, strain, strict=True)],
        [(day, float(value)) for day, value in zip(days, close, strict=True)],
    )


def found(effect: float, runs: int, count: int = 60) -> float:
    dice = np.random.default_rng(8)
    verdicts = [spillover(*diaries(dice, count, effect)).verdict for _ in range(runs)]
    return verdicts.count(Spills.FOUND) / runs


def test_fewer_than_forty_pairs_are_not_enough() -> None:
    strain, close = diaries(np.random.default_rng(1), 41, 3)
    assert spillover(strain, close).pairs == 40
    assert spillover(strain, close).verdict is Spills.FOUND
    few = spillover(strain[:-2], close)
    assert (few.verdict, few.pairs, few.estimate) == (Spills.NOT_ENOUGH, 39, None)


def test_a_missing_day_makes_no_pair() -> None:
    strain, close = diaries(np.random.default_rng(1), 60, 1)
    del close[30]  # it was the tomorrow of one day and the today of another
    assert spillover(strain, close).pairs == 57


def test_a_planted_effect_is_found_and_has_its_sign() -> None:
    assert found(0.8, 60) >= 0.85
    told = spillover(*diaries(np.random.default_rng(3), 120, 0.8))
    assert told.estimate is not None
    assert told.high is not None
    assert told.low is not None
    assert told.low < told.estimate < told.high < 0


def test_none_is_found_where_there_is_none() -> None:
    assert found(0, 300) <= 0.08  # three hundred runs of .05: 2.4 standard errors


def test_an_effect_of_the_same_day_alone_is_not_taken_for_tomorrow() -> None:
    dice = np.random.default_rng(9)
    verdicts = []
    for _ in range(100):
        strain, close = diaries(dice, 60, 0)
        close = [(day, value - hard) for (day, value), (_, hard) in zip(close, strain, strict=True)]
        verdicts.append(spillover(strain, close).verdict)
    assert verdicts.count(Spills.FOUND) <= 20


def test_one_answer_throughout_compares_nothing() -> None:
    days = [START + timedelta(days=at) for at in range(60)]
    same = [(day, 5.0) for day in days]
    varied = [(day, float(at % 7)) for at, day in enumerate(days)]
    assert spillover(same, varied).verdict is Spills.NOT_ENOUGH
    assert spillover(varied, same).verdict is Spills.NOT_ENOUGH


def test_a_long_series_is_judged_as_a_short_one() -> None:
    dice = np.random.default_rng(3)
    strain, close = dice.normal(size=50), dice.normal(size=50)
    plain = [float(np.roll(strain, -at) @ close) for at in range(50)]
    assert engine._by_fourier(strain, close) == pytest.approx(plain)


def test_ranks_share_the_middle() -> None:
    assert engine.ranks(np.array([5.0, 1.0, 5.0, 9.0])) == pytest.approx([0, -1.5, 0, 1.5])
