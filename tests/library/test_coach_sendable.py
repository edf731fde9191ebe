"""What readers marked as what could be sent, of what was told."""

import tomllib
from pathlib import Path

import pytest
from benchmarks.judging import SET

from aftershift.engines.coach.own_words.matter import lines_of
from aftershift.library.coach_sendable import load_sendable
from aftershift.library.shelf import ContentError

PIECE = '[[piece]]\nsays = ["I miss the dog", "a note for him"]\nsends = ["{}"]\n'
REQUEST = "[[request]]\ntalk = {}\nturn = 1\nsends = []\n"


def test_in_most_pieces_something_could_be_sent_and_in_some_nothing() -> None:
    found = load_sendable()
    assert len(found) > 3_500
    assert 0.75 < sum(bool(one.sends) for one in found) / len(found) < 0.95


def test_what_could_be_sent_is_a_line_and_a_fourth_of_all_are() -> None:
    lines = sent = marked = 0
    for one in load_sendable()[::7]:
        found = lines_of(one.said)
        lines += len(found)
        sent += sum(map(one.could_send, found))
        marked += len(one.sends)
    assert sent > 0.9 * marked
    assert 0.15 < sent / lines < 0.35


def test_the_pieces_that_measure_teach_nothing() -> None:
    measure = tomllib.loads((SET / "sendable.toml").read_text(encoding="utf-8"))["piece"]
    taught = {one.said[0] for one in load_sendable()}
    assert len(measure) > 150
    assert not taught.intersection(one["says"][0] for one in measure)


@pytest.mark.parametrize(
    ("name", "written"),
    [("writer.toml", PIECE.format("i miss the cat")), ("asks.toml", REQUEST.format(999))],
)
def test_marks_of_what_was_not_told_are_refused(tmp_path: Path, name: str, written: str) -> None:
    (tmp_path / name).write_text(written, encoding="utf-8")
    with pytest.raises(ContentError):
        load_sendable(tmp_path)
