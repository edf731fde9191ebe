"""What readers marked in messages: words of the messages themselves, each message once."""

from pathlib import Path

import pytest

from aftershift.engines.coach.answers.giving_back import GLAD, QUIET, QUOTED, TURNED
from aftershift.engines.coach.drafts import asks
from aftershift.engines.coach.hearing.asking_on import KEYS
from aftershift.library.coach import load_coach
from aftershift.library.coach_lessons import pointing_lessons
from aftershift.library.coach_points import load_points
from aftershift.library.shelf import ContentError


def test_several_readers_marked_different_messages_and_left_some_alone() -> None:
    found = load_points()
    texts = [one.text for points in found.values() for one in points]
    assert len(found) >= 3
    assert len(texts) == len(set(texts)) >= 2400
    for points in found.values():
        assert 0.03 < sum(not one.words for one in points) / len(points) < 0.3


@pytest.mark.parametrize(
    ("words", "reason"),
    [("he left", "do not stand in it"), ("it", "too few"), ("a " * 9 + "b", "too many")],
)
def test_words_that_cannot_be_given_back_are_refused(
    tmp_path: Path, words: str, reason: str
) -> None:
    text = f"she said it {'a ' * 9}b"
    (tmp_path / "one.toml").write_text(f'[[point]]\ntext = "{text}"\nwords = "{words}"\n')
    with pytest.raises(ContentError, match=rf"one.toml.*{reason}"):
        load_points(tmp_path)


@pytest.mark.parametrize(("key", "fewest"), [(TURNED, 12), (QUOTED, 14), (QUIET, 5), (GLAD, 10)])
def test_every_frame_holds_the_words_once_and_asks_nothing(key: str, fewest: int) -> None:
    says = load_coach().lines[key]
    assert len(says) >= fewest
    assert all(one.count("{said}") == one.count("{") == 1 for one in says)
    assert not any(map(asks, says))


def test_there_is_a_question_for_each_kind_of_thing_and_they_all_ask() -> None:
    lines = load_coach().lines
    for key in KEYS:
        assert len(lines[key]) >= 3
        assert all(one.endswith("?") for one in lines[key])


def test_first_names_are_known_and_no_plain_words_are_among_them() -> None:
    names = pointing_lessons()[1]
    assert {"petra", "priya"} <= names
    assert names.isdisjoint({"will", "hope", "may"})
