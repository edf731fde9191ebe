"""What others see while somebody changes something that nobody may notice (policy R6).

    def test_nobody_can_tell(nurse, rooms, partner, nobody, monkeypatch):
        with watched(rooms, partner.browser, nobody, monkeypatch=monkeypatch):
            nurse.browser.post("/mine/away")

A wing joins by its lines in `tests/web/house/routes.py`: every address that one may look at is
asked for by everybody else before and after, and each byte and each header has to be the same,
but for form tokens. The feed is among them: whoever has its address watches too. Of the database
the number of rows and the size of each envelope have to stay.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

import pytest
from django.apps import apps
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.web.house.furnished import Rooms
from tests.web.house.routes import LOOK, ROUTES, address

from aftershift.web.people import sessions
from aftershift.web.sealed import Sealed
from aftershift.wiring import Vault

# Pages that show something drawn by chance are another one at each look.
DRAWN = frozenset({"people:sign-up", "people:code-app", "people:check-recovery-key"})
# Drawn by chance, or signed with the second in which it was made.
TOKEN = re.compile(rb'(name="(?:csrfmiddlewaretoken|stand)" value=)"[^"]+"')


def bytes_of(answer: HttpResponse) -> tuple[object, ...]:
    """Give all that comes over the wire, form tokens apart."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    cookies = sorted(name for name in answer.cookies)
    headers = {name: said for name, said in answer.items() if name != "Content-Security-Policy"}
    return answer.status_code, headers, cookies, TOKEN.sub(rb"\1", body)


def seen_by(browsers: tuple[Client, ...], rooms: Rooms) -> dict[tuple[int, str], object]:
    """Ask for every address that one may look at, with each browser."""
    looked = [name for name, route in ROUTES.items() if route.methods >= LOOK and name not in DRAWN]
    return {
        (place, name): bytes_of(browser.get(address(name, rooms)))
        for place, browser in enumerate(browsers)
        for name in looked
    }


def work_for(
    browser: Client, rooms: Rooms, monkeypatch: pytest.MonkeyPatch
) -> dict[str, tuple[int, tuple[int, ...]]]:
    """Give for each address how many queries it takes, and the sizes of the envelopes it opens.

    It stands for the time that a page takes, without a clock: an answer that asks or opens more
    takes longer.
    """
    opened: list[int] = []
    open_one = Vault.open

    def counted(vault: Vault, kind: str, row: UUID, envelope: bytes) -> bytes:
        opened.append(len(envelope))
        return open_one(vault, kind, row, envelope)

    work = {}
    with monkeypatch.context() as patch:
        patch.setattr(Vault, "open", counted)
        for name, route in ROUTES.items():
            if not route.methods >= LOOK or name in DRAWN:
                continue
            opened.clear()
            with CaptureQueriesContext(connection) as asked:
                bytes_of(browser.get(address(name, rooms)))
            work[name] = len(asked), tuple(sorted(opened))
    return work


def sizes() -> dict[tuple[str, object], tuple[int, ...]]:
    """Give every row with the sizes of its envelopes: what a look at the disk would show."""
    return {
        (model.__name__, row.pk): tuple(
            len(value.envelope)
            for field in model._meta.concrete_fields
            if isinstance(value := getattr(row, field.attname), Sealed)
        )
        for model in apps.get_models()
        for row in model._default_manager.all()
    }


class Noticed(AssertionError):
    """Somebody else saw a difference: names the addresses and rows."""


@contextmanager
def watched(rooms: Rooms, *browsers: Client, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Look at everything before and after what happens inside; nothing may have changed."""
    monkeypatch.setattr(sessions, "see", lambda session, now: None)  # their own minute, not hers
    before, rows = seen_by(browsers, rooms), sizes()
    yield
    after, rows_after = seen_by(browsers, rooms), sizes()
    changed = {name for place, name in before if before[place, name] != after[place, name]}
    changed |= {f"a row of {table}" for table, _ in dict(rows.items() ^ rows_after.items())}
    if changed:
        raise Noticed(", ".join(sorted(changed)))
