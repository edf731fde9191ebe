"""The one change here: everything goes."""

from django.db import connection, transaction

from aftershift.web.mydata.wings import WINGS
from aftershift.web.people import personal as people
from aftershift.web.people.signed_in import SignedIn

_TRIES = 3  # each waits as long as the database waits for a lock


def erase_everything(*, by: SignedIn) -> None:
    """Delete the wraps, then every row, and push what was overwritten out of the log file.

    From the first step on, no password and no recovery key opens anything. The account itself
    goes last, with the session: should a step fail, the same may be asked again.
    """
    with transaction.atomic():
        people.erase_keys(by.person)
    for _, personal in reversed(WINGS):
        with transaction.atomic():
            personal.erase(by.person)
    if connection.vendor == "sqlite":
        _empty_the_log()


def _empty_the_log() -> None:
    """Overwrite what SQLite's log still holds; a reader in another process can be in the way."""
    with connection.cursor() as cursor:
        for _ in range(_TRIES):
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            is_blocked, _log, _done = cursor.fetchone()
            if not is_blocked:
                return
