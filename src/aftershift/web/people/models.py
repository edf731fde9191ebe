"""Records of accounts: what the server must know in clear, and the envelopes beside it."""

from datetime import timedelta
from typing import ClassVar
from uuid import uuid4

from django.db import models

from aftershift.web.sealed import SealedField


class Person(models.Model):
    """An account: a name, a public key, and the day it was made; no address of any kind."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(max_length=40)
    name_key = models.CharField(max_length=120, unique=True)  # the name, blind to case
    public_key = models.BinaryField(max_length=32)
    born = models.DateField()


class Keyring(models.Model):
    """The wraps of one person's content key; without them nothing of theirs opens again."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True)
    password_wrap = SealedField()
    recovery_wrap = SealedField()
    private_half = SealedField()
    recovery_check = SealedField(null=True)  # until the printed key was checked once


class LiveSession(models.Model):
    """One signed-in browser. The browser's secret is not here, only its hash.

    The key is sealed under the state too, so that no change of the row opens a waiting session.
    """

    PENDING = "pending"  # the password was right, the second factor is to come
    RECOVERING = "recovering"  # the recovery key was right, the second factor is to come
    OPEN = "open"
    RECOVERED = "recovered"  # by the recovery key: a new password first, then anything else
    AFTER_FACTOR: ClassVar = {PENDING: OPEN, RECOVERING: RECOVERED}

    IDLE: ClassVar = timedelta(minutes=15)
    ABSOLUTE: ClassVar = timedelta(hours=12)
    WAITING: ClassVar = timedelta(minutes=5)

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    secret_hash = models.CharField(max_length=64, unique=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    state = models.CharField(max_length=16)
    born = models.DateTimeField()
    seen = models.DateTimeField()
    key = SealedField()
    challenge = models.JSONField(null=True)  # a passkey's, used once


class Factor(models.Model):
    """A second factor. Its seed is sealed with the server's key: it is read before sign-in."""

    TOTP = "totp"
    PASSKEY = "webauthn"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    kind = models.CharField(max_length=16)
    name = models.CharField(max_length=40)  # generated, never typed
    seed = SealedField()
    counter = models.BigIntegerField(default=0)  # the last code's time step, or signature count
    born = models.DateField()


class Attempts(models.Model):
    """How often something was tried in one span of time; what was tried is blinded."""

    bucket = models.CharField(max_length=64, primary_key=True)
    count = models.PositiveIntegerField(default=0)
    ends = models.DateTimeField(db_index=True)


class Household(models.Model):
    """People who share a home; two is a household of two."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)


class Member(models.Model):
    """Somebody in a household, with an account or without one, as their keeper names them."""

    KIND = "member-label"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="+")
    keeper = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    label = SealedField()
