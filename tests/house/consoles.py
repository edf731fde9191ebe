"""The commands that documents show: found, sorted into run and not run, and run."""

import doctest
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.house.guards import written_text

# Shown to people, and not run by the test of documents: CI itself runs them, or they need a
# second machine or a person.
NOT_RUN_HERE = {
    "./do run": "stays until Ctrl-C; the journeys start the same demo",
    "./do test": "it is what runs this",
    "./do check": "a part of ./do test",
    "./do bench": "minutes; its numbers stand in docs/benchmarks.md",
    "./do soak": "an hour or so",
    "./do lock": "changes the locks",
    "git clone": "brings the repository in which this stands",
    "cd aftershift": "goes into it",
    "aftershift serve": "stays until Ctrl-C; the kill tests start the same server",
    "aftershift demo": "stays until Ctrl-C; the journeys start the same demo",
}
RUN_HERE = {"aftershift", "./do"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown:
    """One command of a document, and what the document says it prints ("" if nothing)."""

    place: str
    command: str
    prints: str

    @property
    def is_run_here(self) -> bool:
        """Say whether the test of documents runs it; `--help` of anything is harmless."""
        words = shlex.split(self.command)
        left_out = {self.command, " ".join(words[:2])} & set(NOT_RUN_HERE)
        return words[0] in RUN_HERE and (words[-1] == "--help" or not left_out)

    @property
    def is_known(self) -> bool:
        """Say whether somebody has decided on it."""
        start = " ".join(shlex.split(self.command)[:2])
        return self.is_run_here or self.command in NOT_RUN_HERE or start in NOT_RUN_HERE


def shown_in(root: Path) -> Iterator[Shown]:
    """Find the `$ ` lines of every console block in every document."""
    for place, text in written_text(root, "*.md"):
        for block in text.split("```console\n")[1:]:
            before, *commands = f"\n{block.split('```')[0]}".split("\n$ ")
            if before.strip():
                commands.insert(0, before.strip())  # not a command: nobody has decided on it
            for command in commands:
                first, _, prints = command.partition("\n")
                yield Shown(place=place, command=first.strip(), prints=prints.strip())


def run(shown: Shown, root: Path, data: Path) -> subprocess.CompletedProcess[str]:
    """Run a command as its reader would, from the top of the repository."""
    programs = Path(sys.executable).parent
    environment = {
        **{name: text for name, text in os.environ.items() if not name.startswith("AFTERSHIFT_")},
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "AFTERSHIFT_DATA": str(data),
        "COLUMNS": "100",
    }
    return subprocess.run(
        ["/bin/bash", "-c", shown.command],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def prints_as_shown(shown: Shown, printed: str) -> bool:
    """Compare what came with what the document shows; `...` stands for anything."""
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    return not shown.prints or doctest.OutputChecker().check_output(shown.prints, printed, flags)
