"""What readers marked in messages: words of the messages themselves, each message once."""

from pathlib import Path

import pytest

from aftershift.engines.coach.drafts import asks
from aftershift.engines.coach.giving_back import ASKED, FORMS, GLAD_FORMS
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


def test_every_frame_holds_the_words_once_in_quotation_marks_and_asks_as_its_form_does() -> None:
    lines = load_coach().lines
    frames = {form: lines[form] for form in {*FORMS, *GLAD_FORMS}}
    assert sum(map(len, frames.values())) >= 45
    for form, says in frames.items():
        assert len(says) == len(set(says)) >= 11
        assert all(one.count("“{said}”") == one.count("{") == 1 for one in says)
        assert {asks(one) for one in says} == {form == ASKED}
    assert all(one.endswith("?") for one in lines["asks_points"])


def test_first_names_are_known_and_no_plain_words_are_among_them() -> None:
    names = pointing_lessons()[1]
    assert {"petra", "priya"} <= names
    assert names.isdisjoint({"will", "hope", "may"})
