"""Experiments of one: drawn in blocks, shown at the end, exact."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import product

import numpy as np
import pytest

from aftershift.engines.checkins import experiments
from aftershift.engines.checkins.experiments import Block, Evening, Said

START = date(2026, 1, 5)


def day(at: int) -> date:
    return START + timedelta(days=at)


def evenings(count: int, away: frozenset[int] = frozenset()) -> list[Evening]:
    return [Evening(day=day(at), possible=at not in away) for at in range(count)]


def coin(seed: int) -> Callable[[], bool]:
    dice = np.random.default_rng(seed)
    return lambda: bool(dice.integers(2))


def drawn(blocks: int, seed: int = 1) -> tuple[Block, ...]:
    return experiments.plan(evenings(2 * blocks), blocks=blocks, draw=coin(seed))


def answered(blocks: tuple[Block, ...], better: list[float]) -> dict[date, float]:
    base = {block.without: 5.0 for block in blocks}
    helped = zip(blocks, better, strict=True)
    return base | {block.with_ritual: 5.0 + more for block, more in helped}


MORE = [1.0, 2.0, 1.0, 3.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0]


def test_each_block_has_one_evening_with_and_one_without() -> None:
    blocks = drawn(14)
    assert sorted(each for block in blocks for each in (block.with_ritual, block.without)) == [
        day(at) for at in range(28)
    ]
    firsts = [block.with_ritual < block.without for block in blocks]
    assert 0 < sum(firsts) < 14
    assert drawn(14, seed=2) != blocks


def test_evenings_apart_make_no_block() -> None:
    pairs = experiments.possible_pairs(evenings(10, frozenset({1, 4, 5, 6})))
    assert pairs == ((day(0), day(2)), (day(7), day(8)))


def test_too_few_evenings_say_how_many_blocks_there_are() -> None:
    with pytest.raises(experiments.TooFewEveningsError) as told:
        experiments.plan(evenings(12), blocks=7, draw=coin(1))
    assert told.value.found == 6
    with pytest.raises(ValueError, match="8"):
        experiments.plan(evenings(30), blocks=8, draw=coin(1))


def test_nobody_peeks() -> None:
    blocks = drawn(10)
    outcomes = answered(blocks, MORE)
    early = experiments.result(blocks, outcomes, today=day(19))
    assert (early.said, early.difference, early.p, early.nap) == (Said.RUNNING, None, None, None)
    assert experiments.result(blocks, outcomes, today=day(20)).said is Said.HELPED


def test_an_early_stop_gives_no_verdict_and_no_figure() -> None:
    blocks = drawn(10)
    stopped = experiments.result(blocks, answered(blocks, MORE), today=day(30), stopped=True)
    assert (stopped.said, stopped.difference, stopped.p) == (Said.STOPPED, None, None)
    outcomes = answered(blocks, MORE)
    for block in blocks[:3]:
        del outcomes[block.without]
    thin = experiments.result(blocks, outcomes, today=day(30))
    assert (thin.said, thin.used, thin.left_out, thin.difference) == (Said.STOPPED, 7, 3, None)


def test_a_block_without_both_answers_is_left_out_and_counted() -> None:
    blocks = drawn(10)
    outcomes = answered(blocks, MORE)
    del outcomes[blocks[3].with_ritual]
    told = experiments.result(blocks, outcomes, today=day(30))
    assert (told.said, told.used, told.left_out) == (Said.HELPED, 9, 1)
    assert told.difference == pytest.approx(13 / 9)
    assert told.p == 2 / 2**9


def test_fewer_than_seven_blocks_are_a_taster() -> None:
    blocks = drawn(5)
    told = experiments.result(blocks, answered(blocks, MORE[:5]), today=day(30))
    assert (told.said, told.p, told.low) == (Said.TASTER, None, None)
    assert told.difference == pytest.approx(1.6)
    blocks = drawn(7)
    outcomes = answered(blocks, MORE[:7])
    del outcomes[blocks[0].without]
    assert experiments.result(blocks, outcomes, today=day(30)).said is Said.TASTER


@pytest.mark.parametrize(
    ("sign", "said"), [(1, Said.HELPED), (-1, Said.OPPOSITE), (0, Said.NO_DIFFERENCE)]
)
def test_what_is_said(sign: int, said: Said) -> None:
    blocks = drawn(10)
    told = experiments.result(
        blocks, answered(blocks, [sign * each for each in MORE]), today=day(30)
    )
    assert told.said is said
    assert told.nap == (sign + 1) / 2


def test_the_result_is_as_drawn_and_what_was_done_stands_beside_it() -> None:
    blocks = drawn(10)
    outcomes = answered(blocks, [*MORE[:8], 0.0, 0.0])
    done = {block.with_ritual: True for block in blocks} | {
        block.without: False for block in blocks
    }
    done[blocks[8].with_ritual] = False
    del done[blocks[9].without]
    told = experiments.result(blocks, outcomes, today=day(30), done=done)
    assert told.difference == pytest.approx(1.3)
    assert (told.kept, told.as_done) == (8, pytest.approx(13 / 8))
    assert experiments.result(blocks, outcomes, today=day(30)).kept is None
    assert experiments.result(blocks, outcomes, today=day(30), done={}).as_done is None


# --- the test ---------------------------------------------------------------------


def by_hand(values: np.ndarray, sides: int) -> float:
    every = [float(np.dot(signs, values)) for signs in product((1, -1), repeat=len(values))]
    whole = float(np.sum(values))
    if sides == 1:
        return float(np.mean([each >= whole - 1e-9 for each in every]))
    return float(np.mean([abs(each) >= abs(whole) - 1e-9 for each in every]))


@pytest.mark.parametrize("count", [5, 7, 10])
@pytest.mark.parametrize("sides", [1, 2])
def test_the_sign_flip_is_that_of_plain_counting(count: int, sides: int) -> None:
    values = np.random.default_rng(count).normal(0.4, 1, count)
    assert experiments.sign_flip(values, sides=sides) == pytest.approx(by_hand(values, sides))


def test_the_smallest_possible_p() -> None:
    for count in (5, 7, 10, 14, 21):
        assert experiments.sign_flip(np.ones(count), sides=1) == 1 / 2**count


@pytest.mark.parametrize("count", [7, 10, 12])
def test_the_interval_is_what_the_test_does_not_refuse(count: int) -> None:
    values = np.random.default_rng(count).normal(0.4, 1, count)
    low, high = experiments.interval(values)
    assert low is not None
    assert high is not None
    for inside in (low + 1e-6, high - 1e-6, (low + high) / 2):
        assert experiments.sign_flip(values - inside) > 0.05
    for outside in (low - 1e-6, high + 1e-6):
        assert experiments.sign_flip(values - outside) <= 0.05


def test_so_few_blocks_have_no_interval() -> None:
    assert experiments.interval(np.array([1.0, 2.0, 3.0])) == (None, None)


def test_interval_and_verdict_agree_and_size_is_kept() -> None:
    dice, refused, runs = np.random.default_rng(3), 0, 400
    for values in dice.normal(0, 1, (runs, 10)):
        low, high = experiments.interval(values)
        assert low is not None
        assert high is not None
        p = experiments.sign_flip(values)
        assert (p <= 0.05) == (not low <= 0 <= high)
        refused += p <= 0.05
    assert refused / runs <= 0.075


def test_interval_and_verdict_agree_on_whole_numbers_with_ties() -> None:
    for values in np.random.default_rng(4).integers(-1, 4, (200, 8)).astype(float):
        low, high = experiments.interval(values)
        assert low is not None
        assert high is not None
        assert (experiments.sign_flip(values) <= 0.05) == (low > 1e-9 or high < -1e-9)
