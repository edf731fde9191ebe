"""Sealed rows: the plan, and the calendar feed that goes out."""

from django.db import models

from aftershift.web.sealed import SealedDocument


class Plan(SealedDocument):
    """Everything a person accepted: one row, whatever is in it."""

    KIND = "windows.plan"


class OutFeed(SealedDocument):
    """A calendar for the person's own calendar app.

    Whoever has the token in the address can open `calendar`; the server has the token's hash
    alone. The sealed body holds the token, for the person to see and for the next version.
    """

    KIND = "windows.feed"

    token_hash = models.CharField(max_length=64, unique=True)
    calendar = models.BinaryField()
    etag = models.CharField(max_length=64)
