"""One change of a person's things at a time, on any database and from any process."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from aftershift.web.people.models import Person
from aftershift.web.people.signed_in import SignedIn


@contextmanager
def own_turn(by: SignedIn) -> Iterator[None]:
    """Open a transaction that waits for every other change of the same person's things.

    Sealed documents are read, changed and written whole: two changes at once would lose one.
    SQLite takes the whole database at BEGIN IMMEDIATE; PostgreSQL takes the person's row.
    """
    with transaction.atomic():
        Person.objects.select_for_update().get(id=by.person.id)
        yield
