"""What links two accounts: an invitation for ten minutes, each one's own note, and each one's side.

A link in clear is two rows with the same number. What stands in them is sealed, and every side has
one size whatever is in it, so that empty, put away and unlinked look alike.
"""

from typing import ClassVar

from django.db import models

from aftershift.web.people.models import LiveSession, Person
from aftershift.web.sealed import FilledDocument


class Bond(FilledDocument):
    """Whom somebody is linked with, and the other's public key as it was checked: one's own.

    Of one size, so that nobody who sees the database can tell a link that stands from an ended one.
    """

    KIND = "pairing.bond"
    BYTES: ClassVar = 900  # sealed in steps of powers of two, this is one of 1 KiB


class Side(FilledDocument):
    """What one of two shares, sealed for both under their common key; only its author writes it."""

    KIND = "pairing.side"
    BYTES: ClassVar = 60_000  # sealed in steps of powers of two, this is one of 64 KiB

    link = models.UUIDField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=("link", "person"), name="one_side_each")]


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
