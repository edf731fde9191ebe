"""A chooser learns what lies near to what, and that nothing is an answer."""

import numpy as np

from aftershift.engines.language.choosing import (
    Examples,
    answers_of,
    log_odds,
    shares,
    taught_choice,
)

NAMES = ("north", "east")
ROWS = np.array([[1, 0, 0], [0.9, 0.1, 0], [0, 1, 0], [0, 0, 1], [0.7, 0.7, 0]], dtype=np.float32)
TEXTS = ("it is up there", "up it goes there", "it is over there", "hm", "up there or over there")
GIVEN = (("north",), ("north",), ("east",), (), ("north", "east"))


def test_answers_are_shares_and_nothing_is_the_last() -> None:
    assert answers_of(NAMES, GIVEN).tolist() == [
        [1, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1], [0.5, 0.5, 0],
    ]  # fmt: skip


def test_what_was_taught_is_chosen() -> None:
    chooser = taught_choice(
        Examples(
            texts=TEXTS,
            embeddings=ROWS,
            answers=answers_of(NAMES, GIVEN),
            weights=np.ones(len(ROWS), dtype=np.float32),
        )
    )
    found = shares(log_odds(TEXTS, ROWS, chooser))
    assert np.allclose(found.sum(axis=1), 1)
    assert found[:4].argmax(axis=1).tolist() == [0, 0, 1, 2]
    assert abs(found[4, 0] - found[4, 1]) < 0.3


def test_a_text_without_weight_teaches_nothing() -> None:
    weights = np.array([1, 1, 1, 1, 0], dtype=np.float32)
    with_it = taught_choice(
        Examples(texts=TEXTS, embeddings=ROWS, answers=answers_of(NAMES, GIVEN), weights=weights)
    )
    without = taught_choice(
        Examples(
            texts=TEXTS,
            embeddings=np.vstack([ROWS[:4], ROWS[:1]]),
            answers=answers_of(NAMES, (*GIVEN[:4], GIVEN[2])),
            weights=weights,
        )
    )
    assert np.allclose(with_it.meaning, without.meaning, atol=1e-5)


def test_words_choose_where_the_meaning_says_nothing() -> None:
    silent = np.zeros((6, 2), dtype=np.float32)
    texts = ("the door", "a door", "my door", "the lamp", "a lamp", "my lamp")
    given = [("north",)] * 3 + [("east",)] * 3
    chooser = taught_choice(
        Examples(
            texts=texts,
            embeddings=silent,
            answers=answers_of(NAMES, given),
            weights=np.ones(6, dtype=np.float32),
        )
    )
    found = log_odds(("this door", "this lamp"), silent[:2], chooser)
    assert found.argmax(axis=1).tolist() == [0, 1]
