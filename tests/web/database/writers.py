"""Eight writers at once on one person's things, and what is left: for test and benchmark."""

import json
import os
import subprocess
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import connection
from tests.people import Account

from aftershift.web.env import ENV
from aftershift.web.rosters.models import Draft, Ways

ROOT = Path(__file__).parents[3]
WRITERS = 8


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What the writers were told, and what the database holds."""

    changed: int
    added: int
    refused: list[str]
    change_ms: list[float]
    add_ms: list[float]
    counted: int  # in the shared document
    kept: int  # documents of the writers' own
    by_each: list[int]  # changes of each writer

    @property
    def lost(self) -> int:
        """Say how many writes were told to be done and are not there."""
        return self.changed - self.counted + self.added - self.kept


def let_them_write(account: Account, *, seconds: float, words: tuple[str, ...] = ()) -> Outcome:
    """Start all writers, let them go at the same moment, and count."""
    by = account.by
    shared = Ways(person=by.person)
    shared.write(by.vault, {"count": 0})
    shared.save()
    told = _run(account.secret, seconds, words)
    shared.refresh_from_db()
    return Outcome(
        changed=sum(one["changed"] for one in told),
        added=sum(one["added"] for one in told),
        refused=[reason for one in told for reason in one["refused"]],
        change_ms=sorted(ms for one in told for ms in one["change_ms"]),
        add_ms=sorted(ms for one in told for ms in one["add_ms"]),
        counted=shared.read(by.vault)["count"],
        kept=Draft.objects.filter(person=by.person).count(),
        by_each=[one["changed"] for one in told],
    )


def _run(secret: str, seconds: float, words: tuple[str, ...]) -> list[dict[str, Any]]:
    database = str(connection.settings_dict["NAME"])
    command = [sys.executable, "-m", "tests.web.database.writer"]
    environ = {**os.environ, "AFTERSHIFT_RUNTIME_KEY": ENV.runtime_key.hex()}
    with ExitStack() as stack:
        writers = [
            stack.enter_context(
                subprocess.Popen(
                    [*command, database, secret, str(seconds), *words],
                    cwd=ROOT,
                    env=environ,
                    text=True,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                )
            )
            for _ in range(WRITERS)
        ]
        try:
            for writer in writers:
                assert writer.stdout is not None
                assert writer.stdout.readline() == "ready\n", "a writer did not start"
            for writer in writers:
                assert writer.stdin is not None
                writer.stdin.write("go\n")
                writer.stdin.flush()
            return [json.loads(writer.communicate(timeout=seconds + 60)[0]) for writer in writers]
        finally:
            for writer in writers:
                writer.kill()
