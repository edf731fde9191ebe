"""What readers marked in the talks that teach the ear, as weighing most in a message."""

from pathlib import Path

import pytest

from aftershift.library.coach_weights import load_weights
from aftershift.library.shelf import ContentError


def test_most_messages_of_several_parts_have_one_that_weighs_most() -> None:
    found = load_weights()
    assert len(found) > 10_000
    heavy = [one for one in found if one.heavy]
    assert 0.85 < len(heavy) / len(found) < 0.97
    assert all(len(one.parts) > 1 for one in found)
    # the weight stands anywhere, and not mostly at one end
    first, last = (
        sum(one.heavy[0] == place % len(one.parts) for one in heavy) / len(heavy)
        for place in (0, -1)
    )
    assert 0.3 < first < 0.5
    assert 0.3 < last < 0.5


def test_marks_that_begin_no_part_are_refused(tmp_path: Path) -> None:
    mark = '[[weight]]\ntalk = {}\nturn = 1\nparts = ["{}"]\n'
    for talk, begins in ((1, "these words begin no part"), (99, "a note")):
        (tmp_path / "asks.toml").write_text(mark.format(talk, begins), encoding="utf-8")
        with pytest.raises(ContentError, match=r"asks\.toml"):
            load_weights(tmp_path)
