"""Say of every part whether it works and what is stale, and what to do about it."""

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import django
import pysqlite3

from aftershift import __version__
from aftershift.cli import content_health, database_health, machine_health
from aftershift.cli.parts import Part
from aftershift.cli.ports import next_free
from aftershift.cli.refusals import is_ours
from aftershift.cli.serve import add_port
from aftershift.empathy import own_heads_at_hand
from aftershift.listening import encoder_at_hand
from aftershift.wiring import Settings, settings_from

LEAST_SQLITE = (3, 51, 3)  # below it the WAL-reset bug can corrupt a database
PYTHONS = ((3, 11), (3, 13))


def arguments(parser: argparse.ArgumentParser) -> None:
    """Name the arguments of `doctor`."""
    parser.description = (
        "Look at every part: its version, whether it works, what is stale, what to do.\n"
        "Nothing is made or changed. Exit code 0 if all is right, 1 if something needs\n"
        "care."
    )
    add_port(parser)
    parser.add_argument("--json", action="store_true", help="all of it, for machines")


def run(given: argparse.Namespace) -> int:
    """Look at every part and print what was found."""
    settings = settings_from(os.environ)
    parts = list(examine(settings, port=given.port, today=datetime.now(UTC).date()))
    write = _machine if given.json else _readable
    sys.stdout.write(write(parts))
    return 0 if all(part.is_right for part in parts) else 1


def examine(settings: Settings, *, port: int, today: date) -> Iterator[Part]:
    """Look at one part after the other; a check that fails is a part that does not work."""
    checks: tuple[tuple[str, Callable[[], Part]], ...] = (
        ("Aftershift", lambda: Part(part="Aftershift", version=__version__)),
        ("Python", python),
        ("Django", lambda: Part(part="Django", version=django.get_version())),
        ("SQLite", lambda: sqlite(pysqlite3.sqlite_version_info)),
        ("server key", lambda: machine_health.server_key(settings.data)),
        ("database", lambda: database_health.database(settings)),
        ("migrations", lambda: database_health.migrations(settings)),
        ("content", content_health.pack),
        ("shift codes", content_health.dialects),
        ("situations", content_health.situations),
        ("questionnaires", lambda: content_health.questionnaires(settings.data)),
        ("encoder", lambda: Part(part="encoder", says=encoder_at_hand())),
        ("empathy", lambda: empathy(settings)),
        ("model", lambda: machine_health.model(settings)),
        ("transcription", lambda: machine_health.transcription(settings)),
        ("help lines", lambda: content_health.telephone_lines(today)),
        ("time zones", lambda: machine_health.time_zones(today)),
        ("swap", machine_health.swap),
        ("core dumps", machine_health.core_dumps),
        ("port", lambda: free_port(settings, port)),
    )
    for name, check in checks:
        try:
            yield check()
        except Exception as fault:  # a check must not hide the checks after it
            says = str(fault) if is_ours(fault) else f"cannot be looked at: {type(fault).__name__}"
            yield Part(part=name, works=False, says=says)


def python() -> Part:
    """Is this Python one that the suite is run on?"""
    least, last = PYTHONS
    works = least <= sys.version_info[:2] <= last
    says = "" if works else "use Python 3.11, 3.12 or 3.13"
    return Part(part="Python", version=platform.python_version(), works=works, says=says)


def sqlite(version: tuple[int, ...]) -> Part:
    """Is the SQLite at hand one that cannot corrupt its WAL?"""
    works = version >= LEAST_SQLITE
    says = "" if works else "it can corrupt a database; reinstall pysqlite3 (needs 3.51.3)"
    return Part(part="SQLite", version=".".join(map(str, version)), works=works, says=says)


def empathy(settings: Settings) -> Part:
    """Which heads read replies for empathy; may the host's own ones be used?"""
    says, may_be_used = own_heads_at_hand(settings.data)
    return Part(part="empathy", stale=not may_be_used, says=says)


def free_port(settings: Settings, wanted: int) -> Part:
    """Which port would be served on? A taken one is no fault: it may be Aftershift itself."""
    port = next_free(settings.host, wanted)
    says = "free" if port == wanted else f"taken (by Aftershift?); serve would take {port}"
    return Part(part="port", version=str(wanted), says=says)


def _readable(parts: list[Part]) -> str:
    rows = [f"{part.mark:<5} {part.part:<14} {part.version:<12} {part.says}" for part in parts]
    needing = [part.part for part in parts if not part.is_right]
    verdict = f"Needs care: {', '.join(needing)}." if needing else "All is right."
    return "\n".join([*(row.rstrip() for row in rows), "", verdict, ""])


def _machine(parts: list[Part]) -> str:
    found = {
        "all_right": all(part.is_right for part in parts),
        "parts": [
            {
                "part": part.part,
                "version": part.version,
                "works": part.works,
                "stale": part.stale,
                "says": part.says,
            }
            for part in parts
        ],
    }
    return json.dumps(found, indent=2) + "\n"
