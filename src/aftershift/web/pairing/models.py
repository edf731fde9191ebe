"""What links two accounts: an invitation for ten minutes, each one's own note, and each one's side.

A link in clear is two rows with the same number. What stands in them is sealed, and every side has
one size whatever is in it, so that empty, put away and unlinked look alike.
"""

import json
from typing import ClassVar

from django.db import models

from aftershift.web.people.models import LiveSession, Person
from aftershift.web.sealed import Document, SealedDocument
from aftershift.wiring import Vault

_FILL = "fill"


class TooMuch(Exception):
    """More than one side holds; nothing was changed."""


class Bond(SealedDocument):
    """Whom somebody is linked with, and the other's public key as it was checked: one's own."""

    KIND = "pairing.bond"


class Side(SealedDocument):
    """What one of two shares, sealed for both under their common key; only its author writes it."""

    KIND = "pairing.side"
    BYTES: ClassVar = 60_000  # sealed in steps of powers of two, this is one of 64 KiB

    link = models.UUIDField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=("link", "person"), name="one_side_each")]

    def write(self, vault: Vault, document: Document) -> None:
        """Seal the document, filled up to its one size. Raises TooMuch."""
        said = len(json.dumps(document, ensure_ascii=False).encode())
        if said > self.BYTES:
            raise TooMuch
        super().write(vault, {**document, _FILL: " " * (self.BYTES - said)})

    def read(self, vault: Vault) -> Document:
        """Open the document without what filled it."""
        return {key: value for key, value in super().read(vault).items() if key != _FILL}


class Invite(models.Model):
    """An invitation under way. The code itself is not here, only what it says, blinded.

    Both tags are blinded with the key of this run of the server, so that neither the code nor
    another public key can be put together from a copy of the database.
    """

    id = models.UUIDField(primary_key=True, editable=False)  # becomes the number of the link
    maker = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    session = models.ForeignKey(LiveSession, on_delete=models.CASCADE, related_name="+")
    locator = models.CharField(max_length=64, unique=True)
    maker_tag = models.CharField(max_length=64)
    joiner = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="+")
    joiner_tag = models.CharField(max_length=64, default="")
    ends = models.DateTimeField(db_index=True)
