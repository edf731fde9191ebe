"""Search for a word in anything: as text, as other text, as base64 or hex, in any case."""

import contextlib
import io
import logging
import os
import re
import tempfile
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

from django.core import mail
from django.core.cache import caches
from django.db import connection

STEM = "zorve"  # no language has it, and no base64 of anything here
_LONGEST = 100  # a word in UTF-16, in base64 or hex, with room to spare
_LETTERS = "bcdfghjklmnpqrstvwxz"


def word(number: int) -> str:
    """Give a word of its own to each line of the table: `zorvebabuk`, `zorvebacuk`."""
    high, low = divmod(number, len(_LETTERS))
    return f"{STEM}{_LETTERS[high]}a{_LETTERS[low]}uk"


def disguises(said: str) -> set[bytes]:
    """Give the byte strings of which one is there wherever the word is."""
    found = set()
    for text in (said, said.upper(), said.title()):
        for plain in (text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be")):
            found |= {plain, plain.hex().encode(), plain.hex().upper().encode()}
            found |= {_base64(plain, behind) for behind in range(3)}
    return found


def _base64(plain: bytes, behind: int) -> bytes:
    """Encode behind nought to two unknown bytes, and keep only what those cannot change."""
    encoded = b64encode(bytes(behind) + plain).rstrip(b"=")
    is_cut = (behind + len(plain)) % 3 != 0  # then the last letter depends on what follows
    return encoded[(0, 2, 3)[behind] : len(encoded) - is_cut]


def is_in(said: str, data: bytes) -> bool:
    """Say whether a word is in some bytes, however it is written."""
    return any(one in data for one in disguises(said))


def near_any(data: bytes) -> bytes:
    """Keep of some bytes only what stands around any canary, to look closer there."""
    starts = {at.start() for one in disguises(STEM) for at in re.finditer(re.escape(one), data)}
    return b"\n".join(data[at : at + _LONGEST] for at in sorted(starts))


def database() -> bytes:
    """Everything the database holds: its rows, and its files where it is a file."""
    held = [b""]
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            held += [_bytes_of(value) for row in cursor.fetchall() for value in row]
    if connection.vendor == "sqlite":
        name = str(connection.settings_dict["NAME"])
        files = (Path(name + ending) for ending in ("", "-wal", "-journal"))
        held += [file.read_bytes() for file in files if file.exists()]
    return b"\n".join(held)


def _bytes_of(value: object) -> bytes:
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()


def memories() -> bytes:
    """What the caches and the outbox hold."""
    cached = [repr(vars(cache)).encode() for cache in caches.all(initialized_only=True)]
    return b"\n".join([*cached, *(repr(vars(one)).encode() for one in getattr(mail, "outbox", []))])


def files_below(*folders: Path) -> bytes:
    """Everything in some folders, the files' names too; the database is searched apart."""
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    own = [path for path in files if "sqlite3" not in path.name]
    return b"\n".join(str(path).encode() + b"\n" + path.read_bytes() for path in own)


class Logs:
    """Keeps all that would have been logged or printed meanwhile, by us and by our children."""

    def __init__(self) -> None:
        self.text = io.StringIO()
        self.printed = b""

    def everything(self) -> bytes:
        return self.text.getvalue().encode() + self.printed


@contextlib.contextmanager
def logs_kept() -> Iterator[Logs]:
    """Keep what our handlers write, what every library says, and what is printed."""
    kept = Logs()
    ours = [
        handler
        for name in ("", "django", "django.request", "django.security")
        for handler in logging.getLogger(name).handlers
        if type(handler) is logging.StreamHandler
    ]
    all_ears, root = logging.StreamHandler(kept.text), logging.getLogger()
    streams, level = [handler.setStream(kept.text) for handler in ours], root.level
    root.addHandler(all_ears)
    root.setLevel(logging.DEBUG)
    try:
        with _printed(kept):
            yield kept
    finally:
        root.removeHandler(all_ears)
        root.setLevel(level)
        for handler, stream in zip(ours, streams, strict=True):
            handler.setStream(stream)


@contextlib.contextmanager
def _printed(kept: Logs) -> Iterator[None]:
    with tempfile.TemporaryFile() as paper:
        before = os.dup(1), os.dup(2)
        try:
            os.dup2(paper.fileno(), 1)
            os.dup2(paper.fileno(), 2)
            yield
        finally:
            for end, kept_end in enumerate(before, start=1):
                os.dup2(kept_end, end)
                os.close(kept_end)
            paper.seek(0)
            kept.printed = paper.read()
