"""The house rules hold here, and each was seen to fail on a small repository that breaks it."""

from pathlib import Path

import pytest
from tests.house import guards

ROOT = Path(__file__).parents[2]
ENGINE = "src/aftershift/engines/rosters/shifts.py"
LONG = "\n    pass" * 50
NO_WINGS = '[[tool.importlinter.contracts]]\nid = "wing-floors"\ncontainers = []\n'
TEST = "tests/test_it.py"
IN_BRIEF = "def test_it() -> None:\n    "

# guard, a file that breaks its rule, what the file says, what the guard must say
BROKEN = [
    (guards.impure_imports, ENGINE, "import os", f"{ENGINE}:1: imports os"),
    (guards.impure_imports, ENGINE, "from django import db", f"{ENGINE}:1: imports django"),
    (guards.impure_imports, ENGINE, "from . import merge", f"{ENGINE}:1: imports ."),
    (guards.impure_imports, ENGINE, "from aftershift import web", "imports aftershift"),
    (guards.impure_calls, ENGINE, "at = datetime.now(UTC)", f"{ENGINE}:1: datetime.now(UTC)"),
    (guards.impure_calls, ENGINE, "day = date.today()", f"{ENGINE}:1: date.today()"),
    (guards.impure_calls, ENGINE, "np.random.normal()", f"{ENGINE}:1: np.random"),
    (guards.impure_calls, ENGINE, "open('roster')", f"{ENGINE}:1: open('roster')"),
    (guards.late_imports, ENGINE, "def f():\n import re", f"{ENGINE}:2: imports inside Fu"),
    (guards.late_imports, ENGINE, "if T:\n import re", f"{ENGINE}:2: imports inside If"),
    (guards.wings_without_floors, "src/aftershift/web/luck/urls.py", "", "luck"),
    (guards.nameless_modules, "src/aftershift/web/utils.py", "", "src/aftershift/web/utils.py"),
    (guards.nameless_modules, "tests/helpers/cast.py", "", "tests/helpers/cast.py"),
    (guards.long_files, ENGINE, "x = 1\n" * 401, f"{ENGINE}: 401 lines"),
    (guards.long_functions, ENGINE, f"def f():{LONG}", f"{ENGINE}:1: f has 51 lines"),
    (guards.registry_hosts, "README.md", "from py" + "pi.org", "README.md:1"),
    (guards.registry_hosts, "test.lock", "-i http://mirror/", "test.lock:1"),
    (guards.machine_paths, "docs/tour.md", f"see {Path.home()}/notes", "docs/tour.md:1"),
    (guards.bare_silences, ENGINE, "x = 1  # type: " + "ignore", f"{ENGINE}:1"),
    (guards.bare_silences, ENGINE, "x = 1  # no" + "qa", f"{ENGINE}:1"),
    (guards.unfinished, ENGINE, "# TO" + "DO: the rest", f"{ENGINE}:1"),
    (guards.unfinished, ENGINE, "raise NotImplemented" + "Error", f"{ENGINE}:1"),
    (guards.code_in_content, "src/aftershift/content/x.py", "", "x.py"),
    (guards.tests_without_assertion, TEST, f"{IN_BRIEF}look()", f"{TEST}:1: test_it"),
    (guards.tests_without_assertion, TEST, f"{IN_BRIEF}assert True", f"{TEST}:1: test_it"),
    (guards.dead_links, "README.md", "[gone](docs/gone.md)", "README.md:1: docs/gone.md"),
    (guards.rooms_off_the_tour, "src/aftershift/engines/luck/__init__.py", "", "engines/luck"),
    (guards.records_off_the_index, "docs/decisions/0009-luck.md", "", "0009-luck.md"),
]  # fmt: skip

# The same guards must let these pass.
SOUND = [
    (guards.impure_imports, ENGINE, "from aftershift.engines.basics import spans\nimport numpy"),
    (guards.impure_calls, ENGINE, "is_quiet(now=now)\nspan.opens()\nnp.cumsum(minutes)"),
    (guards.bare_silences, ENGINE, "x = 1  # type: ignore[misc]\ny = 2  # noqa: E402 - why"),
    (guards.unfinished, ENGINE, "# TO" + "DO #7: when the body clock is learnt"),
    (guards.machine_paths, "docs/tour.md", "/usr/bin/env, ./do, ~/roster.ics"),
    (guards.tests_without_assertion, TEST, f"{IN_BRIEF}assert total == 3"),
    (guards.dead_links, "README.md", "[here](README.md) [there](https://example.org) [up](#up)"),
]


def repository(root: Path, place: str, text: str) -> Path:
    """Write a tiny repository with one file in it."""
    files = {"docs/tour.md": "", "docs/decisions/README.md": "", "pyproject.toml": NO_WINGS}
    for name, words in {**files, place: text}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, encoding="utf-8")
    return root


@pytest.mark.parametrize("guard", dict.fromkeys(row[0] for row in BROKEN))
def test_the_house_keeps_its_rule(guard: guards.Guard) -> None:
    assert guard(ROOT) == [], guard.__doc__


@pytest.mark.parametrize(("guard", "place", "text", "finding"), BROKEN)
def test_a_broken_rule_is_reported(
    guard: guards.Guard, place: str, text: str, finding: str, tmp_path: Path
) -> None:
    assert [found for found in guard(repository(tmp_path, place, text)) if finding in found]


@pytest.mark.parametrize(("guard", "place", "text"), SOUND)
def test_a_sound_line_is_let_pass(
    guard: guards.Guard, place: str, text: str, tmp_path: Path
) -> None:
    assert guard(repository(tmp_path, place, text)) == []


def test_every_guard_was_seen_to_fail() -> None:
    tried = {guard.__name__ for guard, *_ in BROKEN}
    rules = {
        name
        for name, function in vars(guards).items()
        if getattr(function, "__annotations__", {}) == {"root": Path, "return": list[str]}
    }
    assert tried == rules
