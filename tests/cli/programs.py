"""Aftershift as a program of its own, with its own folder, for tests of whole commands."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CALL = [sys.executable, "-m", "aftershift"]


def surroundings(data: Path) -> dict[str, str]:
    """Give the environment of a test: a folder of its own, cheap passwords, no other setting."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AFTERSHIFT_")}
    return {
        **kept,
        "AFTERSHIFT_DATA": str(data),
        "AFTERSHIFT_TESTING": "yes",
        "AFTERSHIFT_ARGON2_KIB": "64",
    }


def done(data: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run one command to its end."""
    return subprocess.run(
        [*CALL, *words],
        env=surroundings(data),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@contextmanager
def running(data: Path, *words: str) -> Iterator[subprocess.Popen[str]]:
    """Run one command and end it after the test; its output is read line by line."""
    with subprocess.Popen(
        [*CALL, *words],
        env=surroundings(data),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        try:
            yield program
        finally:
            program.kill()
