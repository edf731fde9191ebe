"""The one change here: everything goes."""

from django.db import connection, transaction

from aftershift.web.mydata.wings import WINGS
from aftershift.web.people.signed_in import SignedIn


def erase_everything(*, by: SignedIn) -> None:
    """Delete the wraps, then every row, and push what was overwritten out of the log file.

    With the wraps gone no key can be made again, so copies in a backup stay shut too.
    """
    for _, personal in WINGS:
        with transaction.atomic():
            personal.erase(by.person)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
