"""What the doctor looks at in the database."""

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from aftershift.cli.parts import Part
from aftershift.cli.serve import start_django
from aftershift.wiring import Settings

NOT_YET = "none yet; serve makes it"


def database(settings: Settings) -> Part:
    """Can it be reached, and is it whole?"""
    if not _is_there(settings):
        return Part(part="database", says=NOT_YET)
    start_django()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SHOW server_version")
            return Part(part="database", version=cursor.fetchone()[0], says="PostgreSQL answers")
        cursor.execute("PRAGMA quick_check")
        whole = cursor.fetchone()[0] == "ok"
    says = "SQLite, whole" if whole else "damaged: stop the server and restore your backup"
    return Part(part="database", works=whole, says=says)


def migrations(settings: Settings) -> Part:
    """Is the database what the code expects?"""
    if not _is_there(settings):
        return Part(part="migrations", says=NOT_YET)
    start_django()
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    says = f"{len(waiting)} to apply; serve does it at its start" if waiting else "all applied"
    return Part(part="migrations", stale=bool(waiting), says=says)


def _is_there(settings: Settings) -> bool:
    """Without its key or its file nothing is opened: looking must not make them."""
    if settings.database:
        return (settings.data / "server.key").exists()
    return (settings.data / "server.key").exists() and (
        settings.data / "aftershift.sqlite3"
    ).exists()
