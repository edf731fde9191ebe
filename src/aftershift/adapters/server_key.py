"""The server's own key: it protects what is not private (cookies, the seeds of second factors)."""

import os
import tempfile
from hashlib import sha256
from pathlib import Path
from secrets import token_bytes

_KEY_BYTES = 32


class UnsafeKeyFile(Exception):
    """The key file is missing bytes or others may read it; the message says what to do."""


def load_or_make(path: Path) -> bytes:
    """Read the 32-byte key, or make it once, readable by its owner alone."""
    if not path.exists():
        _make(path)
    if path.stat().st_mode & 0o077:
        reason = f"{path}: others can read the server's key; run: chmod 600 {path}"
        raise UnsafeKeyFile(reason)
    key = path.read_bytes()
    if len(key) != _KEY_BYTES:
        reason = f"{path}: not a server key (32 bytes); restore it from your backup"
        raise UnsafeKeyFile(reason)
    return key


def derive(key: bytes, purpose: str) -> str:
    """Give one purpose its own secret, so that no two uses share one."""
    return sha256(key + purpose.encode()).hexdigest()


def _make(path: Path) -> None:
    """Write the whole key under another name first: a crash or a second worker finds no half."""
    handle, draft = tempfile.mkstemp(dir=path.parent)  # mode 0600 from birth
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(token_bytes(_KEY_BYTES))
            file.flush()
            os.fsync(file.fileno())
        path.hardlink_to(draft)
    except FileExistsError:
        return  # another worker was first; its key counts
    finally:
        Path(draft).unlink()
