"""What is sealed: one book of entries for each person, and one row for each voice note.

How much somebody writes, and on which days, is told by rows and sizes as well as by words. So
all entries lie in one row, whatever their number, and both kinds of rows are filled up to a few
sizes, each twice the one before. Notes have rows of their own, for no page opens them all: how
many there are can be counted.
"""

import json
from base64 import b64decode, b64encode
from typing import ClassVar

from aftershift.web import sealed
from aftershift.web.sealed import Document, SealedDocument
from aftershift.wiring import Vault

_FILL = "fill"


class TooMuch(sealed.TooMuch):
    """More than is kept here; nothing was changed."""


class Filled(SealedDocument):
    """A sealed document that is filled up to one of its few sizes before it is sealed."""

    SMALLEST: ClassVar[int]  # bytes; the other sizes are twice, four times and so on
    LARGEST: ClassVar[int]

    class Meta:
        abstract = True

    def write(self, vault: Vault, document: Document) -> None:
        """Seal the document, filled up to its next size; raise TooMuch above the largest."""
        said, size = len(json.dumps(document, ensure_ascii=False).encode()), self.SMALLEST
        while size < said:
            size *= 2
        if size > self.LARGEST:
            raise TooMuch
        super().write(vault, {**document, _FILL: " " * (size - said)})

    def read(self, vault: Vault) -> Document:
        """Open the document without what filled it."""
        return {key: value for key, value in super().read(vault).items() if key != _FILL}


class Journal(Filled):
    """Every entry of one person."""

    KIND = "journal.book"
    SMALLEST = 60_000
    LARGEST = 60_000 * 32  # years of evenings; sealed and opened in some hundredths of a second


class Voice(Filled):
    """One voice note: three minutes of speech fill the smallest size at most."""

    KIND = "journal.voice"
    SMALLEST = 800_000
    LARGEST = 800_000 * 4

    def keep(self, vault: Vault, media_type: str, sound: bytes) -> None:
        """Seal a sound into this row; the caller saves it."""
        self.write(vault, {"type": media_type, "sound": b64encode(sound).decode()})

    def sound(self, vault: Vault) -> tuple[str, bytes]:
        """Open the sound: its type, and its bytes."""
        kept = self.read(vault)
        return kept["type"], b64decode(kept["sound"])
