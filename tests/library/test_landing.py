"""The shelf of how words may land: every kind, plain words, and what is refused."""

import shutil
from pathlib import Path

import pytest
from tests.library.readability import reading_age

from aftershift.engines.language.kinds import KINDS
from aftershift.engines.language.landing import LEAST, Sign
from aftershift.library.landing import LANDING, LINES, SIGNS, load_landing
from aftershift.library.shelf import ContentError

OLDEST_READER, LONGEST = 13, 90  # years, characters


def lines() -> list[str]:
    every = load_landing().lines.values()
    return [words for one in every for words in (*one.says, *one.home, *one.ward)]


def test_every_kind_has_its_lines_for_each_place_and_no_two_are_alike() -> None:
    assert set(load_landing().lines) == set(KINDS)
    assert len(lines()) >= len(KINDS) * LEAST * 3
    assert len(set(lines())) == len(lines())
    assert {one.sign for one in load_landing().phrases} == set(Sign)


@pytest.mark.parametrize("line", lines())
def test_a_line_is_short_and_plain(line: str) -> None:
    assert len(line) <= LONGEST
    assert reading_age(line) <= OLDEST_READER


@pytest.mark.parametrize(
    ("file", "old", "new", "reason"),
    [
        (LINES, 'id = "vague"', 'id = "muddled"', "lines.toml: kind.10.id"),
        (LINES, 'id = "vague"', 'id = "blame"', "lines.toml: a kind is there twice"),
        (LINES, 'id = "vague"', 'id = "vague"\nmood = "x"', "lines.toml: kind.10.mood"),
        (LINES, "It may sound like a list", "It sounds like a list", "says no 'may'"),
        (SIGNS, 'sign = "fear"', 'sign = "ward"', "every sign is there once"),
        (SIGNS, "give me a ring", "stop reading my diary", "finds 'stop reading my diary'"),
    ],
)
def test_a_wrong_shelf_is_refused_with_its_file_and_a_reason(
    file: str, old: str, new: str, reason: str, tmp_path: Path
) -> None:
    shelf = tmp_path / "landing"
    shutil.copytree(LANDING, shelf)
    text = (shelf / file).read_text("utf-8")
    assert text.count(old) == 1
    (shelf / file).write_text(text.replace(old, new), "utf-8")
    with pytest.raises(ContentError, match=reason):
        load_landing(shelf)
