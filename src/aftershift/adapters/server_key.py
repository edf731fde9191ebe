"""The server's own key: it protects what is not private (cookies, the seeds of second factors)."""

import os
from hashlib import sha256
from pathlib import Path
from secrets import token_bytes


class UnsafeKeyFile(Exception):
    """The key file is missing bytes or others may read it; the message says what to do."""


def load_or_make(path: Path) -> bytes:
    """Read the 32-byte key, or make it once, readable by its owner alone."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _load(path)
    with os.fdopen(handle, "wb") as file:
        key = token_bytes(32)
        file.write(key)
    return key


def derive(key: bytes, purpose: str) -> str:
    """Give one purpose its own secret, so that no two uses share one."""
    return sha256(key + purpose.encode()).hexdigest()


def _load(path: Path) -> bytes:
    if path.stat().st_mode & 0o077:
        reason = f"{path}: others can read the server's key; run: chmod 600 {path}"
        raise UnsafeKeyFile(reason)
    key = path.read_bytes()
    if len(key) != 32:
        reason = f"{path}: not a server key (32 bytes); restore it from your backup"
        raise UnsafeKeyFile(reason)
    return key
