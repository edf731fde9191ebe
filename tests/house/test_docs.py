"""What the documents tell a reader to type is true."""

import re
from pathlib import Path

import pytest
from tests.house.consoles import Shown, prints_as_shown, run, shown_in
from tests.house.test_guards import ROOT

from aftershift.wiring import DEFAULTS, PREFIX

SHOWN = list(shown_in(ROOT))


def in_brief(shown: Shown) -> str:
    return f"{shown.place}: {shown.command}"


@pytest.mark.parametrize("shown", [each for each in SHOWN if each.is_run_here], ids=in_brief)
def test_a_command_of_a_document_does_what_it_shows(shown: Shown, tmp_path: Path) -> None:
    done = run(shown, ROOT, tmp_path)
    assert done.returncode == 0, done.stderr
    assert prints_as_shown(shown, done.stdout), done.stdout


def test_every_command_of_a_document_is_run_or_listed_as_not_run() -> None:
    assert [in_brief(shown) for shown in SHOWN if not shown.is_known] == []


def test_the_two_commands_are_in_the_readme() -> None:
    readme = {shown.command for shown in SHOWN if shown.place == "README.md"}
    assert {"./do run", "./do test"} <= readme


def test_every_setting_is_documented_with_its_default() -> None:
    page = (ROOT / "docs/settings.md").read_text(encoding="utf-8")
    row = rf"^\| `{PREFIX}(\w+)` \| (?:`([^`]+)`|empty|made at each start) \|"
    told = dict(re.findall(row, page, re.MULTILINE))
    assert told == DEFAULTS


def test_commands_are_found_and_sorted(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(
        "```console\n$ ./do run\n$ aftershift doctor\nall well\n$ aftershift serve --help\n"
        "$ rm -rf data\n```\nand then\n```console\npip install x\n```\n",
        encoding="utf-8",
    )
    found = list(shown_in(tmp_path))
    assert [(shown.command, shown.is_run_here, shown.is_known) for shown in found] == [
        ("./do run", False, True),
        ("aftershift doctor", True, True),
        ("aftershift serve --help", True, True),
        ("rm -rf data", False, False),
        ("pip install x", False, False),
    ]
    assert found[1].prints == "all well"


@pytest.mark.parametrize("command", ["./do nothing-of-the-kind", "aftershift nothing-of-the-kind"])
def test_a_document_that_lies_is_reported(command: str, tmp_path: Path) -> None:
    lie = Shown(place="README.md", command=command, prints="fine")
    done = run(lie, ROOT, tmp_path)
    assert done.returncode != 0
    assert not prints_as_shown(lie, done.stdout)


def test_dots_stand_for_anything() -> None:
    shown = Shown(place="README.md", command="aftershift doctor", prints="SQLite ... works")
    assert prints_as_shown(shown, "SQLite 3.53.4 works\n")
