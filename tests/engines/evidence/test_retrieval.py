from dataclasses import replace

import numpy as np
from tests.shelves import leaning_to, shelves

from aftershift.engines.basics.recall import Recall
from aftershift.engines.evidence.retrieval import Asked, Finder, Words, find


def finder() -> Finder:
    return shelves().finder


def test_the_words_of_a_practice_find_it() -> None:
    asked = Asked(text="a full apology for what i did", rows=np.zeros((0, 4), dtype=np.float32))
    assert find(asked, finder())[0].practice.id == "any.apologise"


def test_nothing_takes_longer_than_there_is_time() -> None:
    asked = Asked(
        text="tired of the same quarrel", rows=np.zeros((0, 4), dtype=np.float32), minutes=1
    )
    found = find(asked, finder())
    assert found
    assert all(one.practice.minutes == 1 for one in found)


def test_what_is_not_recommended_is_never_found() -> None:
    for text in ("vent session", "compulsory debrief", "resilience sessions"):
        asked = Asked(text=text, rows=np.zeros((0, 4), dtype=np.float32))
        assert all(one.grade.value != "E" for one in find(asked, finder()))


def test_what_was_offered_in_near_exchanges_counts() -> None:
    row = np.array([[1.0, 0.0, 0.0, 0.0]], dtype=np.float32)
    near = replace(
        finder(),
        cases=Recall(names=("one",), rows=row),
        offered={"one": ("friend.reach-out",)},
        words=Words({}),
    )
    assert find(Asked(text="", rows=row), near)[0].practice.id == "friend.reach-out"


def test_what_situations_taught_counts() -> None:
    names = ("any.apologise", "friend.reach-out")
    taught = replace(finder(), words=Words({}), chooser=leaning_to(1, 2), names=names)
    row = np.array([[1.0, 0.0, 0.0, 0.0]], dtype=np.float32)
    assert find(Asked(text="", rows=row), taught)[0].practice.id == "friend.reach-out"


def test_a_rare_word_counts_more_than_a_common_one() -> None:
    words = Words({"a": ["the", "swan"], "b": ["the", "dog"], "c": ["the", "cat"]})
    scores = words.scores(["the", "swan"])
    assert scores["a"] > scores["b"] == scores["c"]
