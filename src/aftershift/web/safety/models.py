"""A sealed row that everybody has from the first day, and that never changes its size."""

import json
from typing import ClassVar

from aftershift.web.sealed import Document, SealedDocument, TooMuch
from aftershift.wiring import Vault

_FILL = "fill"


class Own(SealedDocument):
    """All that this wing keeps of a person, in one row.

    Whether somebody wrote a plan or put anything away must not show by a row that is there, nor
    by its size: so it is there for everybody, and filled up to one size before it is sealed.
    """

    KIND = "safety.own"
    BYTES: ClassVar = 30_000  # sealed in steps of powers of two, this is one of 32 KiB

    def write(self, vault: Vault, document: Document) -> None:
        """Seal the document, filled up to its one size."""
        said = len(json.dumps(document, ensure_ascii=False).encode())
        if said > self.BYTES:
            raise TooLong
        super().write(vault, {**document, _FILL: " " * (self.BYTES - said)})

    def read(self, vault: Vault) -> Document:
        """Open the document without what filled it."""
        return {key: value for key, value in super().read(vault).items() if key != _FILL}


class TooLong(TooMuch):
    """More than the row's one size; the forms let nobody write that much."""
