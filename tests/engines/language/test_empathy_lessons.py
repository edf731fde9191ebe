"""What replies teach is measured by what was said apart from them."""

import numpy as np
import pytest

from aftershift.engines.language.empathy_lessons import (
    FOLDS,
    Heard,
    fold_of,
    foresight_of,
    levels_of_all,
    macro_f1,
    scores_of,
    thresholds_for,
    unseen_odds,
    weights_for,
)
from aftershift.engines.language.signs import Levels


def test_two_replies_to_the_same_words_lie_in_the_same_fold() -> None:
    assert fold_of("Bad night ") == fold_of("bad night")
    assert {fold_of(f"said {at}") for at in range(100)} == set(range(FOLDS))


def test_scores_are_what_they_are_by_hand() -> None:
    given: list[Levels] = [(0, 0, 0), (1, 0, 0), (2, 0, 0), (2, 0, 0)]
    found: list[Levels] = [(0, 0, 0), (2, 0, 0), (2, 0, 0), (0, 0, 0)]
    warm, understood, _asked = scores_of(given, found)
    # F1 by level: 2/3 for none, 0 for weak, 1/2 for strong.
    assert warm.macro_f1 == pytest.approx((2 / 3 + 0 + 1 / 2) / 3)
    assert warm.accuracy == 0.5
    assert (warm.precision, warm.recall) == (1.0, pytest.approx(2 / 3))
    assert warm.f1 == pytest.approx(0.8)
    assert (understood.macro_f1, understood.f1) == (1.0, 0.0)


def test_a_level_that_is_neither_there_nor_found_does_not_count() -> None:
    assert macro_f1(np.array([0, 1]), np.array([0, 1])) == 1.0


def test_thresholds_part_what_can_be_parted() -> None:
    levels: list[Levels] = [(0, 0, 0)] * 6 + [(1, 0, 0)] * 3 + [(2, 0, 2)] * 3
    odds = np.array([[-2, -3, -1, -1, -1, -1]] * 6 + [[1, -3, -1, -1, -1, -1]] * 3
        + [[3, 2, -1, -1, 4, 4]] * 3, dtype=np.float32)  # fmt: skip
    assert levels_of_all(odds, thresholds_for(odds, levels)) == levels


def test_nobody_is_judged_by_heads_that_know_them() -> None:
    rng = np.random.default_rng(5)
    heard = [
        Heard(
            said=f"said {at}",
            text=f"word{at} word{at} word{at}",
            meaning=rng.standard_normal(8).astype(np.float32),
            levels=(at % 3, 0, 0),
        )
        for at in range(20)
    ]
    seen: list[int] = []

    def dice(many: int) -> range:
        seen.append(many)
        return range(many)

    odds = unseen_odds(heard, [at % 4 for at in range(20)], dice)
    assert odds.shape == (2, 20, 6)
    assert seen == [15] * 4


def test_what_tells_most_counts_most() -> None:
    rng = np.random.default_rng(5)
    levels: list[Levels] = [(at % 3, 0, 0) for at in range(300)]
    odds = rng.standard_normal((2, 300, 6)).astype(np.float32)
    odds[1, :, 0] += np.array([4.0 * (one[0] > 0) - 2 for one in levels])
    shapes = np.ones((300, 13), dtype=np.float32)
    words, meaning, shape = weights_for(odds, shapes, levels)
    assert (words.shape, meaning.shape, shape.shape) == ((6, 6), (6, 6), (13, 6))
    assert meaning[0, 0] > 4 * abs(words[0, 0])


def test_words_foretell_a_meaning_that_follows_them() -> None:
    words = np.random.default_rng(5).standard_normal((200, 6))
    meaning = 0.5 * words - 1
    meaning[::10] += 3
    seen = foresight_of(words, meaning)
    assert seen.slope == pytest.approx(np.full(6, 0.5), abs=0.2)
    assert (seen.least < 0.1).all()
    assert (seen.most < 0.5).all()  # one in ten is far off, and that is taken
