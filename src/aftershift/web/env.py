"""The settings record filled from the environment, and the SQLite that is safe to use."""

import os
import sys

import pysqlite3

from aftershift.wiring import Settings, settings_from

# Below this, two connections that write and checkpoint one WAL file can corrupt it.
# Reference: SQLite's "WAL-reset bug", fixed in 3.51.3.
LEAST_SQLITE = (3, 51, 3)


class UnsafeSqlite(Exception):
    """The SQLite at hand has the WAL-reset bug."""


def use_safe_sqlite(version: tuple[int, ...] = pysqlite3.sqlite_version_info) -> None:
    """Put the bundled SQLite in the standard one's place, before Django loads it."""
    if version < LEAST_SQLITE:
        least = ".".join(map(str, LEAST_SQLITE))
        found = ".".join(map(str, version))
        reason = f"SQLite {found} can corrupt its WAL; install pysqlite3 with {least}"
        raise UnsafeSqlite(reason)
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2


use_safe_sqlite()
ENV: Settings = settings_from(os.environ)
