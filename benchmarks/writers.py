"""Eight writer processes on one person's sealed documents: SQLite, PostgreSQL, Django's defaults.

Each writer changes the one document that all share (read, open, count up, seal, write) in its
`own_turn`, and adds a document of its own, in turn, without a pause. The peer is the same code
on SQLite with the settings that Django has by itself. What counts first is what must be nothing:
changes refused, and changes that were told to be written and are not there.

PostgreSQL is measured where AFTERSHIFT_DATABASE names one; ./do bench starts a private one.
"""

import json
import os
import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks._timing import say

ROOT = Path(__file__).parents[1]
SECONDS = 4.0
ROUNDS = 3
OURS, PEER, POSTGRES = "SQLite, our settings", "SQLite, Django's settings", "PostgreSQL"


def main() -> None:
    """Print one line for each database, the medians of some rounds in which they take turns."""
    databases = [OURS, PEER]
    if os.environ.get("AFTERSHIFT_DATABASE"):
        databases.append(POSTGRES)
    runs: dict[str, list[dict[str, Any]]] = {name: [] for name in databases}
    for _ in range(ROUNDS):
        for name in databases:
            runs[name].append(_run(name))
    say(f"\nEight writers for {SECONDS:.0f} s, {ROUNDS} rounds; times are p50 / p99 / longest")
    say(f"  {'':<28}{'changes/s':>10}{'change ms':>26}{'add ms':>26}{'refused':>9}{'lost':>6}")
    for name in databases:
        say(_line(name, runs[name], runs[OURS]))
    if POSTGRES not in databases:
        say("  PostgreSQL is left out: AFTERSHIFT_DATABASE names none (./do bench starts one)")


def _line(name: str, runs: list[dict[str, Any]], ours: list[dict[str, Any]]) -> str:
    rate = median(run["rate"] for run in runs)
    change, add = (_spread([run[kind] for run in runs]) for kind in ("change", "add"))
    refused, lost = (sum(run[kind] for run in runs) for kind in ("refused", "lost"))
    ratio = median(run["rate"] / mine["rate"] for run, mine in zip(runs, ours, strict=True))
    told = "" if runs is ours else f"   {ratio:.2f} times our rate on SQLite"
    return f"  {name:<28}{rate:>10.0f}{change:>26}{add:>26}{refused:>9}{lost:>6}{told}"


def _spread(runs: list[list[float]]) -> str:
    return " / ".join(f"{median(column):.1f}" for column in zip(*runs, strict=True))


def _run(name: str) -> dict[str, Any]:
    """Measure one database once, in a new folder and in processes of its own."""
    with tempfile.TemporaryDirectory(prefix="aftershift-writers-") as folder:
        done = subprocess.run(  # noqa: S603 - our own module
            [sys.executable, "-m", "benchmarks.writers", name],
            cwd=ROOT,
            env=_environ(name, folder),
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def _environ(name: str, folder: str) -> dict[str, str]:
    database = os.environ.get("AFTERSHIFT_DATABASE", "") if name == POSTGRES else ""
    return {
        **os.environ,
        "AFTERSHIFT_DATA": folder,
        "AFTERSHIFT_DATABASE": database,
        "AFTERSHIFT_TESTING": "yes",
        "AFTERSHIFT_ARGON2_KIB": "64",  # not a password is what is measured
        "DJANGO_SETTINGS_MODULE": "aftershift.web.settings",
    }


def measure(name: str) -> dict[str, Any]:
    """Make the database and an account, let the writers go, and erase the account again."""
    settings = import_module("django.conf").settings
    if name == PEER:
        settings.DATABASES["default"]["OPTIONS"] = {}
    import_module("django").setup()
    import_module("django.core.management").call_command("migrate", verbosity=0)
    account = import_module("tests.people").somebody("Quiet Heron")
    words = ("plain",) if name == PEER else ()
    writers = import_module("tests.web.database.writers")
    outcome = writers.let_them_write(account, seconds=SECONDS, words=words)
    account.person.delete()
    return {
        "rate": outcome.changed / SECONDS,
        "change": _percentiles(outcome.change_ms),
        "add": _percentiles(outcome.add_ms),
        "refused": len(outcome.refused),
        "lost": outcome.lost,
    }


def _percentiles(ordered: list[float]) -> list[float]:
    return [ordered[int(share * (len(ordered) - 1))] for share in (0.5, 0.99, 1.0)]


if __name__ == "__main__":
    if len(sys.argv) > 1:
        json.dump(measure(sys.argv[1]), sys.stdout)
    else:
        main()
