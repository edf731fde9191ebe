"""`./do` is the one script: it explains itself, and says no to what it does not know."""

import re
import subprocess

import pytest
from tests.house.test_guards import ROOT

SCRIPT = (ROOT / "do").read_text(encoding="utf-8")


def do(*words: str) -> subprocess.CompletedProcess[str]:
    """Run the script with these words."""
    return subprocess.run([ROOT / "do", *words], capture_output=True, text=True, check=False)


def test_alone_it_lists_every_command() -> None:
    explained = set(re.findall(r"^  \./do (\w+)", do().stdout, re.MULTILINE))
    known = set(re.findall(r"^  (\w+)\) ", SCRIPT, re.MULTILINE)) - {"help"}
    assert explained == known


def test_an_unknown_command_is_refused_in_one_line() -> None:
    done = do("dance")
    assert done.returncode == 1
    assert done.stderr.strip() == "There is no ./do dance. Alone, ./do lists what there is."


def test_continuous_integration_runs_the_same_tests_as_people_do() -> None:
    lines = (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()
    commands = [line for line in lines if line and not line.startswith("#")]
    assert len(commands) == 1
    assert commands[0].endswith("CI=true exec ./do test")


@pytest.mark.parametrize("script", ["do", ".ci/run"])
def test_a_script_is_executable_bash(script: str) -> None:
    path = ROOT / script
    assert path.stat().st_mode & 0o111
    assert path.read_text(encoding="utf-8").startswith("#!/usr/bin/env bash\n")
