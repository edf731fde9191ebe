"""Heads learn what is plain, from words and from meaning."""

import numpy as np

from aftershift.engines.language.features import spoken_of, vocabulary_of
from aftershift.engines.language.heads import Lessons, taught

CALM = ("the bus was late", "the bus came late again", "late bus, cold tea")
GRAVE = ("i fear the dark", "fear of the dark again", "the dark, and fear")


def lessons() -> Lessons:
    rng = np.random.default_rng(3)
    sides = np.repeat(np.eye(2, 8, dtype=np.float32), 3, axis=0)
    near = sides + 0.05 * rng.standard_normal((6, 8)).astype(np.float32)
    return Lessons(
        names=("grave",),
        texts=CALM + GRAVE,
        embeddings=near / np.linalg.norm(near, axis=1, keepdims=True),
        answers=np.array([[0], [0], [0], [1], [1], [1]], dtype=np.float32),
        weights=np.ones(6, dtype=np.float32),
    )


def test_both_heads_tell_what_they_were_taught_apart() -> None:
    given = lessons()
    heads = taught(given, order=[3, 0, 4, 1, 5, 2])
    odds = [
        float(heads.log_odds(text, vector)[0])
        for text, vector in zip(given.texts, given.embeddings, strict=True)
    ]
    assert max(odds[:3]) < 0 < min(odds[3:])


def test_teaching_the_same_twice_gives_the_same() -> None:
    one, other = (taught(lessons(), order=[3, 0, 4, 1, 5, 2]) for _ in range(2))
    assert np.array_equal(one.words, other.words)
    assert np.array_equal(one.meaning, other.meaning)


def test_words_and_letters_weigh_the_same_in_a_long_and_in_a_short_text() -> None:
    vocabulary = vocabulary_of(CALM * 3)
    for text in ("late bus", "the bus was late " * 30):
        _places, values = vocabulary.features(text)
        assert abs(float(values @ values) - 2) < 1e-4
    assert vocabulary.features("zzz")[0].size == 0


def test_marks_are_heard_and_words_are_kept_whole() -> None:
    assert spoken_of("don't - ok?!") == ["don't", "-", "ok", "?", "!"]
