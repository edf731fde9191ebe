"""Kill -9 at random moments: the old state or the new one, and nothing acknowledged is lost.

Ten kills by default; `KILLS=100` for longer. Each run is the same as the last, as far as the
machine's own timing allows: the seed is `KILL_SEED`.
"""

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from time import monotonic, sleep

import pysqlite3
from tests.kill.person import Person
from tests.served import Served, start

KILLS = int(os.environ.get("KILLS", "10"))
SEED = int(os.environ.get("KILL_SEED", "2026"))
MOST_SECONDS = 0.8  # some twenty changes
PATIENCE_SECONDS = 60  # for the first change of each, on a machine that is busy
SETTINGS = {
    "NOW": "2026-10-19T08:00+01:00",
    "TESTING": "yes",
    "ARGON2_KIB": "64",  # a password costs nothing here: the kills are what is tried
}


def test_a_kill_leaves_the_old_state_or_the_new_one(tmp_path: Path) -> None:
    chance, data = Random(SEED), tmp_path / "data"  # noqa: S311 - no secret
    server = start("serve", data, **SETTINGS)
    try:
        people = [Person(f"Heron {n}", server.port, Random(SEED + n)) for n in (1, 2)]  # noqa: S311
        for kill in range(KILLS):
            live_until_killed(server, people, chance.uniform(0, MOST_SECONDS))
            assert health(data, tmp_path / "copy") == "ok"
            server = start("serve", data, **SETTINGS)
            for person in people:
                person.sign_in(server.port)
                assert "\n".join(person.faults()) == "", f"kill {kill}"
        # Each was really killed in the middle of work.
        assert all(person.acknowledged >= KILLS for person in people)
    finally:
        server.kill()


def live_until_killed(server: Served, people: list[Person], seconds: float) -> None:
    """Let both change things at the same time, and end the server in the midst of it."""
    before = [person.acknowledged for person in people]
    until = monotonic() + PATIENCE_SECONDS
    with ThreadPoolExecutor(len(people)) as threads:
        lives = [threads.submit(person.live) for person in people]
        while monotonic() < until and any(
            person.acknowledged == then for person, then in zip(people, before, strict=True)
        ):
            sleep(0.01)
        sleep(seconds)
        server.kill()
    for life in lives:
        life.result()


def health(data: Path, copy: Path) -> str:
    """Check a copy of the files as the kill left them, before any server mends them."""
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir()
    for file in data.glob("aftershift.sqlite3*"):
        shutil.copy(file, copy)
    connection = pysqlite3.connect(str(copy / "aftershift.sqlite3"))
    try:
        (verdict,) = connection.execute("PRAGMA integrity_check").fetchone()
    finally:
        connection.close()
    return str(verdict)
