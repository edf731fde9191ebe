"""The import contracts of pyproject.toml are kept, and each was seen to break."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from tests.house.test_guards import ROOT

LINT = Path(sys.executable).with_name("lint-imports")
SPANS = "engines/basics/spans.py"
UPWARDS = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from aftershift import wiring"

# contract, a module, what it says too much, what the contract must name
VIOLATIONS = [
    ("floors", SPANS, "import aftershift.web", "basics.spans"),
    ("floors", SPANS, UPWARDS, "basics.spans"),
    ("floors", "attic/__init__.py", "", "attic"),
    ("engine-floors", SPANS, "import aftershift.engines.windows", "basics.spans"),
    ("engine-floors", "engines/luck/__init__.py", "", "luck"),
    (
        "coach-floors",
        "engines/coach/hearing/wants.py",
        "import aftershift.engines.coach.answers.telling",
        "hearing.wants",
    ),
    ("coach-floors", "engines/coach/luck.py", "", "luck"),
    ("web-floors", "web/people/urls.py", "import aftershift.web.home", "people.urls"),
    ("wing-floors", "web/rosters/queries.py", "import aftershift.web.rosters.urls", "queries"),
    ("pure", SPANS, "import django", "basics.spans"),
    ("library-plain", "library/shelf.py", "import django", "shelf"),
    ("batch-without-django", "cli/batch/x.py", "import aftershift.web.urls", "batch.x"),
    ("one-switchboard", "web/home/urls.py", "import aftershift.adapters", "home.urls"),
    ("model-behind-its-adapter", "adapters/models/client.py", "import openai", "models.client"),
    ("help-is-open", "web/help/urls.py", "import aftershift.web.people", "help.urls"),
    ("help-is-open", "web/reading/urls.py", "import aftershift.web.sealed", "reading.urls"),
    ("no-circles", SPANS, "import aftershift.engines.windows.overlap", "aftershift.engines"),
]


def contracts() -> list[str]:
    """Name the contracts, in their order."""
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [contract["id"] for contract in pyproject["tool"]["importlinter"]["contracts"]]


def lint(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Check the contracts on the source below `root`."""
    return subprocess.run(
        [LINT, "--no-cache", "--no-logo", *arguments],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root / "src"), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_contracts_are_kept() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(("contract", "module", "line", "named"), VIOLATIONS)
def test_a_violation_breaks_its_contract(
    contract: str, module: str, line: str, named: str, tmp_path: Path
) -> None:
    shutil.copytree(
        ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("content", "*.pyc")
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    path = tmp_path / "src/aftershift" / module
    path.parent.mkdir(exist_ok=True)
    with path.open("a", encoding="utf-8") as source:
        source.write(f"\n{line}\n")
    done = lint(tmp_path, "--contract", contract)
    assert done.returncode == 1
    assert "0 kept, 1 broken" in done.stdout
    assert named in done.stdout.split("Broken contracts")[1]


def test_every_contract_was_seen_to_break() -> None:
    assert {contract for contract, *_ in VIOLATIONS} == set(contracts())
