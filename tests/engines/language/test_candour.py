"""A draft lies where its sentences put it: care in one, the point in one."""

import numpy as np
import pytest

from aftershift.engines.language.candour import (
    NAMES,
    Candour,
    Group,
    LessonError,
    Quadrant,
    Sentence,
    lessons_of,
    read_candour,
)
from aftershift.engines.language.features import Vocabulary
from aftershift.engines.language.heads import Heads


def sentence(care: float, point: float) -> Sentence:
    return Sentence(text="x", care=care, point=point)


@pytest.mark.parametrize(
    ("odds", "quadrant"),
    [
        ([(2, -2), (-2, 2)], Quadrant.BOTH),
        ([(2, 2)], Quadrant.BOTH),
        ([(2, -2), (-2, -2)], Quadrant.CARE_ALONE),
        ([(-2, 2)], Quadrant.POINT_ALONE),
        ([(-2, -2), (-1, -3)], Quadrant.NEITHER),
    ],
)
def test_a_draft_lies_where_its_sentences_put_it(
    odds: list[tuple[float, float]], quadrant: Quadrant
) -> None:
    assert Candour(sentences=tuple(sentence(*one) for one in odds)).quadrant is quadrant


def test_what_could_be_either_is_said_to_be_close() -> None:
    assert Candour(sentences=(sentence(0.2, 3),)).is_close
    assert Candour(sentences=(sentence(-3, -0.1),)).is_close
    assert not Candour(sentences=(sentence(3, 3), sentence(0.1, 0.1))).is_close


def test_each_sentence_is_heard_by_its_meaning() -> None:
    meaning = np.array([[1, 0], [0, 1], [0, 0]], dtype=np.float32)
    heads = Heads(
        names=NAMES,
        vocabulary=Vocabulary(places={}, weights=np.zeros(0, dtype=np.float32)),
        words=np.zeros((1, 2), dtype=np.float32),
        meaning=meaning,
    )
    draft = read_candour(["Thank you.", "Lock it."], np.eye(2, dtype=np.float32), heads)
    assert [(one.cares, one.points) for one in draft.sentences] == [(True, False), (False, True)]


def test_lessons_are_clean_and_a_group_needs_some() -> None:
    group = Group(cares=True, points=False, why="x", says=("THANK you",))
    assert list(lessons_of([group])) == [("thank you", (True, False))]
    with pytest.raises(LessonError):
        Group(cares=True, points=False, why="x", says=())
