"""Files that are named on the command line, `-` for standard input."""

import sys
from pathlib import Path

from aftershift.cli.refusals import Refusal

STANDARD_INPUT = Path("-")
LARGEST = 3_000_000  # bytes, as on the web: a roster of years is a tenth of it


def bytes_of(path: Path) -> bytes:
    """Read a file, or standard input for `-`; refuse what is missing or too large."""
    try:
        if path == STANDARD_INPUT:
            content = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with path.open("rb") as file:
                content = file.read(LARGEST + 1)
    except OSError as error:
        reason = f"{path}: {(error.strerror or 'cannot be read').lower()}"
        raise Refusal(reason) from error
    if len(content) > LARGEST:
        reason = f"{name_of(path)}: larger than {LARGEST // 1_000_000} MB"
        raise Refusal(reason)
    return content


def text_of(path: Path) -> str:
    """Read a text file in UTF-8, with or without a byte order mark."""
    return text_in(path, bytes_of(path))


def text_in(path: Path, content: bytes) -> str:
    """Read what a file holds as text."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        reason = f"{name_of(path)}: no text in UTF-8"
        raise Refusal(reason) from error


def name_of(path: Path) -> str:
    """Name a file in a message."""
    return "standard input" if path == STANDARD_INPUT else str(path)
