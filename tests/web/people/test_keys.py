"""The promises about keys that no single room can keep alone: processes, restarts, and the disk."""

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from time import sleep

import pytest
from django.db import connection
from tests import people
from tests.people import PASSWORD, Account

from aftershift.adapters.envelope import CannotOpen
from aftershift.adapters.vault import Keyholder
from aftershift.web.env import ENV
from aftershift.web.limits import DERIVATIONS, TooBusy
from aftershift.web.people import actions, personal, queries, throttle
from aftershift.web.people.models import Keyring, LiveSession, Member

ROOT = Path(__file__).parents[3]
on_sqlite = pytest.mark.skipif(ENV.database != "", reason="PostgreSQL keeps its own files")


class Worker:
    """Another process of the server, or of the server after a restart."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def opens_with(self, secret: str) -> bool:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(secret + "\n")
        self.process.stdin.flush()
        return self.process.stdout.readline() == "200\n"


@contextmanager
def a_worker(runtime_key: str) -> Iterator[Worker]:
    environ = {**os.environ, "AFTERSHIFT_RUNTIME_KEY": runtime_key}
    command = [sys.executable, "-m", "tests.web.people.worker"]
    name = str(connection.settings_dict["NAME"])
    with subprocess.Popen(
        [*command, name],
        cwd=ROOT,
        env=environ,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        try:
            yield Worker(process)
        finally:
            process.terminate()


@pytest.mark.django_db(transaction=True)
def test_one_worker_unlocks_and_another_opens_until_it_is_locked() -> None:
    nurse = people.nurse()
    with a_worker(ENV.runtime_key.hex()) as other:
        assert other.opens_with(nurse.secret)
        nurse.browser.post("/lock")
        assert nurse.browser.get("/account").status_code == 302
        assert not other.opens_with(nurse.secret)


@pytest.mark.django_db(transaction=True)
def test_database_and_cookie_open_nothing_after_a_restart() -> None:
    nurse = people.nurse()
    with a_worker("") as restarted:
        assert not restarted.opens_with(nurse.secret)
    assert nurse.browser.get("/account").status_code == 200  # it was the restart, not the row


def test_rows_swapped_between_people_stay_shut(nurse: Account, stranger: Account) -> None:
    hers, theirs = (LiveSession.objects.get(person=who.person) for who in (nurse, stranger))
    LiveSession.objects.filter(id=hers.id).update(key=theirs.key)
    assert nurse.browser.get("/account").status_code == 302
    LiveSession.objects.filter(id=hers.id).update(key=hers.key, person=stranger.person)
    assert nurse.browser.get("/account").status_code == 302


def test_a_wrap_moved_to_another_persons_ring_opens_nothing(
    nurse: Account, stranger: Account
) -> None:
    theirs = Keyring.objects.get(person=stranger.person)
    Keyring.objects.filter(person=nurse.person).update(
        password_wrap=theirs.password_wrap, recovery_wrap=theirs.recovery_wrap
    )
    now = nurse.by.session.born
    assert actions.sign_in(people.credentials(nurse.name), now=now) is None
    key = people.credentials(nurse.name, stranger.recovery_key)
    assert actions.sign_in_by_recovery_key(key, now=now) is None


def test_a_label_moved_to_another_row_is_refused(nurse: Account) -> None:
    sam, alex = (actions.add_member(label, by=nurse.by) for label in ("Sam", "Alex"))
    Member.objects.filter(id=alex).update(label=Member.objects.get(id=sam).label)
    with pytest.raises(CannotOpen):
        queries.household(by=nurse.by)


@on_sqlite
@pytest.mark.django_db(transaction=True)
def test_after_erase_no_wrap_is_in_the_database_or_its_log() -> None:
    nurse, stranger = people.nurse(), people.stranger()
    before = _wraps_of(nurse)
    actions.change_password(PASSWORD, "a better set of words", by=nurse.by, now=_born(nurse))
    actions.sign_out_everywhere(by=nurse.by)
    after, theirs = _wraps_of(nurse), _wraps_of(stranger)
    assert _on_disk(after + theirs) == set(after + theirs)  # the search finds what is there
    personal.erase(nurse.person)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        assert cursor.fetchone()[0] == 0
    assert _on_disk(before + after + theirs) == set(theirs)


def test_a_hundred_sign_ins_at_once_keep_memory_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    derivations = Derivations()
    monkeypatch.setattr(Keyholder, "spend_a_guess", derivations.one)
    monkeypatch.setattr(actions, "_keyring_for", lambda given, now: None)
    with ThreadPoolExecutor(100) as crowd:
        answers = list(crowd.map(_try_to_sign_in, range(100)))
    assert derivations.most_at_once == 2
    assert derivations.done == answers.count("refused")
    assert derivations.done >= 8  # two at work and six waiting
    assert answers.count("busy") == 100 - derivations.done
    with DERIVATIONS.turn():
        pass  # every turn was given back


class Derivations:
    """Stands in for 64 MiB of work, and counts how many are in hand at once."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.now = self.most_at_once = self.done = 0

    def one(self, password: str) -> None:
        with self.lock:
            self.now += 1
            self.most_at_once = max(self.most_at_once, self.now)
        sleep(0.02)
        with self.lock:
            self.now -= 1
            self.done += 1


def _try_to_sign_in(number: int) -> str:
    try:
        actions.sign_in(people.credentials(f"Somebody {number}"), now=throttle._EPOCH)
    except TooBusy:
        return "busy"
    return "refused"


def _born(account: Account) -> object:
    return account.by.session.born


def _wraps_of(account: Account) -> list[bytes]:
    ring = Keyring.objects.get(person=account.person)
    return [ring.password_wrap.envelope, ring.recovery_wrap.envelope, ring.private_half.envelope]


def _on_disk(wraps: list[bytes]) -> set[bytes]:
    """Give the wraps of which any sixteen bytes in a row are in a file of the database."""
    name = str(connection.settings_dict["NAME"])
    files = [Path(name + ending) for ending in ("", "-wal")]
    held = b"".join(file.read_bytes() for file in files if file.exists())
    return {wrap for wrap in wraps if wrap[-32:] in held or wrap[40:72] in held}
