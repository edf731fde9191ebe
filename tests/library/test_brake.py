"""The brake's words: each kind in several ways, plain, and such as may leave."""

import pytest

from aftershift.engines.safety.brake import Brake
from aftershift.engines.safety.output_check import check
from aftershift.library.brake import LINES, load_brake
from aftershift.library.output import load_output
from aftershift.library.shelf import ContentError

LINES_OF_ALL = [(one.kind, line) for one in load_brake().values() for line in one.says]


def test_every_kind_has_three_ways_or_more_to_say_it() -> None:
    assert set(load_brake()) == set(Brake) - {Brake.NONE}
    assert all(len(one.says) >= 3 for one in load_brake().values())


@pytest.mark.parametrize(("kind", "line"), LINES_OF_ALL)
def test_each_line_may_leave_and_asks_no_more_than_one_thing(kind: Brake, line: str) -> None:
    assert check(line, load_output()) == ()
    assert line.count("?") <= 1
    assert "!" not in line
    assert len(line.split()) <= 25


@pytest.mark.parametrize("kind", [Brake.NOTICE, Brake.PROGRAM])
def test_what_the_laws_ask_for_says_that_it_is_a_program(kind: Brake) -> None:
    assert all("program" in line or "software" in line for line in load_brake()[kind].says)


@pytest.mark.parametrize(
    ("old", "new"),
    [('kind = "break"', 'kind = "notice"'), ('kind = "break"', 'kind = "none"'), ("says", "said")],
)
def test_a_broken_file_is_refused(tmp_path, old: str, new: str) -> None:
    wrong = tmp_path / "lines.toml"
    wrong.write_text(LINES.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(ContentError, match=r"lines\.toml"):
        load_brake(wrong)
