"""One of several writers on one person's things: another process of the same server.

python -m tests.web.database.writer DATABASE SECRET SECONDS [plain]

It says `ready`, waits for a line, and then changes the person's one shared document and adds a
document of its own, in turn, until the time is over. Its last line is JSON: what it was told was
written, what was refused, and how long each change took. `plain` takes Django's own settings of
SQLite instead of ours.
"""

import json
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from time import perf_counter

import django
from django.conf import settings

DATABASE, SECRET, SECONDS, *WORDS = sys.argv[1:]
settings.DATABASES["default"]["NAME"] = DATABASE
if "plain" in WORDS:
    settings.DATABASES["default"]["OPTIONS"] = {}
django.setup()

from django.db import DatabaseError, transaction  # noqa: E402 - Django first
from django.utils import timezone  # noqa: E402

from aftershift.web.people import sessions  # noqa: E402
from aftershift.web.people.signed_in import SignedIn  # noqa: E402
from aftershift.web.people.turns import own_turn  # noqa: E402
from aftershift.web.rosters.models import Draft, Ways  # noqa: E402

Step = Callable[[SignedIn], None]


@dataclass
class Tally:
    """What one writer did."""

    changed: int = 0
    added: int = 0
    refused: list[str] = field(default_factory=list)
    change_ms: list[float] = field(default_factory=list)
    add_ms: list[float] = field(default_factory=list)


def change(by: SignedIn) -> None:
    """Count one up in the document that all writers share: read, change and write it whole."""
    with own_turn(by):
        row = Ways.objects.get(person=by.person)
        document = row.read(by.vault)
        row.write(by.vault, {**document, "count": document["count"] + 1})
        row.save()


def add(by: SignedIn) -> None:
    """Add a document of one's own, as large as a few shifts."""
    with transaction.atomic():
        row = Draft(person=by.person)
        row.write(by.vault, {"shifts": ["a night, and the way home"] * 30})
        row.save(force_insert=True)


def write(by: SignedIn, seconds: float) -> Tally:
    """Change and add in turn until the time is over."""
    tally, ends = Tally(), perf_counter() + seconds
    while perf_counter() < ends:
        if _did(change, by, tally.change_ms, tally.refused):
            tally.changed += 1
        if _did(add, by, tally.add_ms, tally.refused):
            tally.added += 1
    return tally


def _did(step: Step, by: SignedIn, lasted: list[float], refused: list[str]) -> bool:
    starts = perf_counter()
    try:
        step(by)
    except DatabaseError as error:
        refused.append(str(error))
        return False
    lasted.append(1000 * (perf_counter() - starts))
    return True


if __name__ == "__main__":
    who = sessions.open_by(SECRET, timezone.now())
    assert who is not None, "this session was locked"
    print("ready", flush=True)  # noqa: T201
    sys.stdin.readline()
    print(json.dumps(asdict(write(who, float(SECONDS)))), flush=True)  # noqa: T201
