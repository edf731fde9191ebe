"""Private words at rest: opaque until somebody opens them with their own vault.

A wing keeps private things in sealed documents, declared like this:

    class Roster(SealedDocument):
        KIND = "roster"          # permanent: renaming it shuts every roster for ever

and used like this, in queries and actions that take `by: SignedIn`:

    roster = Roster(person=by.person)
    roster.write(by.vault, {"shifts": [...]})           # any JSON; the keys are yours
    roster.save()

    roster = Roster.objects.get(id=roster_id, person=by.person)     # always ask by person
    document = roster.read(by.vault)                                # {"shifts": [...]}

    with transaction.atomic():                          # change: lock, read, write, save
        roster = Roster.objects.select_for_update().get(id=roster_id, person=by.person)
        roster.write(by.vault, {**roster.read(by.vault), "zone": "Europe/London"})
        roster.save(update_fields=["body"])

Migrations have no key, so a document's shape is upgraded when it is opened: append a function
to UPGRADES for each change of shape, and never remove one.

        UPGRADES = (name_the_zone,)      # version 1 -> version 2

One row tells the database that it exists and its size in steps, and nothing else. Where counting
rows would tell something (shifts in a month), keep one document for many of them.
"""

import json
from collections.abc import Callable
from functools import cache
from typing import Any, ClassVar, TypeAlias, TypeVar
from uuid import UUID, uuid4

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from pydantic import TypeAdapter
from pydantic_core import from_json

from aftershift.wiring import Vault

Document: TypeAlias = dict[str, Any]
Upgrade: TypeAlias = Callable[[Document], Document]

Record = TypeVar("Record")

_VERSION = "v"
_FILL = "fill"


@cache
def _adapter(shape: Any) -> TypeAdapter[Any]:
    return TypeAdapter(shape)


class FromTheFuture(Exception):
    """A document was written by a newer version of Aftershift than this one."""


class TooMuch(Exception):
    """More than a document of one size holds; nothing was changed."""


class Sealed:
    """An envelope that prints, formats, logs and pickles as `<sealed>`."""

    __slots__ = ("envelope",)

    def __init__(self, envelope: bytes) -> None:
        self.envelope = envelope

    def open(self, vault: Vault, *, kind: str, row: UUID) -> bytes:
        """Open the envelope with somebody's vault, at the place where it was sealed."""
        return vault.open(kind, row, self.envelope)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sealed) and other.envelope == self.envelope

    def __hash__(self) -> int:
        return hash(self.envelope)

    def __repr__(self) -> str:
        return "<sealed>"

    def __format__(self, spec: str) -> str:
        return "<sealed>"

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        return (str, ("<sealed>",))


class SealedField(models.BinaryField):  # type: ignore[type-arg]  # Django's fields take none
    """A column of envelopes; it takes and gives `Sealed`, and nothing that could be read."""

    def from_db_value(
        self, value: Any, expression: object, connection: BaseDatabaseWrapper
    ) -> Sealed | None:
        """Wrap what the database holds; PostgreSQL hands out a memoryview."""
        return None if value is None else Sealed(bytes(value))

    def get_prep_value(self, value: Any) -> bytes | None:
        """Hand the envelope to the database; refuse anything that was never sealed."""
        if value is not None and not isinstance(value, Sealed):
            raise TypeError(self.attname)
        return None if value is None else value.envelope

    def value_to_string(self, obj: models.Model) -> str:
        """Serialise as the opaque thing it is."""
        return repr(self.value_from_object(obj))


class SealedDocument(models.Model):
    """One JSON document of one person, sealed with their own key; see the top of this file."""

    KIND: ClassVar[str]
    UPGRADES: ClassVar[tuple[Upgrade, ...]] = ()

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    body = SealedField()

    class Meta:
        abstract = True

    def read(self, vault: Vault) -> Document:
        """Open the document and bring it to today's shape."""
        return opened(vault, self.body, kind=self.KIND, row=self.id, upgrades=self.UPGRADES)

    def write(self, vault: Vault, document: Document) -> None:
        """Seal a document into this row; the caller saves it."""
        version = 1 + len(self.UPGRADES)
        self.body = sealed(vault, document, kind=self.KIND, row=self.id, version=version)

    def read_as(self, vault: Vault, shape: type[Record]) -> Record:
        """Open the document as a dataclass of the wing; a field that is unknown is refused."""
        known: Any = shape  # the type checker calls no class hashable
        record: Record = _adapter(known).validate_python(self.read(vault))
        return record

    def write_from(self, vault: Vault, record: Record) -> None:
        """Seal a dataclass of the wing into this row; the caller saves it."""
        shape: Any = type(record)
        self.write(vault, _adapter(shape).dump_python(record, mode="json"))


class FilledDocument(SealedDocument):
    """A sealed document that is filled up to one size, so that its size says nothing."""

    BYTES: ClassVar[int]

    class Meta:
        abstract = True

    def write(self, vault: Vault, document: Document) -> None:
        """Seal the document, filled up to its one size. Raises TooMuch."""
        said = len(_written(document))
        if said > self.BYTES:
            raise TooMuch
        super().write(vault, {**document, _FILL: " " * (self.BYTES - said)})

    def read(self, vault: Vault) -> Document:
        """Open the document without what filled it; an older one was not filled."""
        return {key: value for key, value in super().read(vault).items() if key != _FILL}


def sealed(vault: Vault, document: Document, *, kind: str, row: UUID, version: int = 1) -> Sealed:
    """Seal a JSON document with the version of its shape."""
    return Sealed(vault.seal(kind, row, _written({**document, _VERSION: version})))


def _written(document: Document) -> bytes:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def opened(
    vault: Vault, envelope: Sealed, *, kind: str, row: UUID, upgrades: tuple[Upgrade, ...] = ()
) -> Document:
    """Open a JSON document and apply the upgrades that it has not seen."""
    document: Document = from_json(envelope.open(vault, kind=kind, row=row))
    version = document.pop(_VERSION)
    if version > 1 + len(upgrades):
        raise FromTheFuture(kind)
    for upgrade in upgrades[version - 1 :]:
        document = upgrade(document)
    return document
