"""Show the app with a made-up household: a real one in the real app, new at each start."""

import argparse
import importlib
import os
import sys
from pathlib import Path

from aftershift.cli.serve import add_port, listen, migrate, open_house
from aftershift.library.demo import load_demo
from aftershift.wiring import DEFAULTS, PREFIX

HOST = "localhost"
DATABASE = "aftershift.sqlite3"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Name the arguments of `demo`."""
    parser.description = (
        "Show Aftershift with a household that we made up: an ICU nurse, a surgical\n"
        "resident, a fortnight in which the clocks change. It has its own database, in\n"
        "the folder demo of AFTERSHIFT_DATA, is made anew at each start, and its clock\n"
        "stands still."
    )
    add_port(parser)
    parser.add_argument("--no-serve", action="store_true", help="make the household, then stop")


def run(given: argparse.Namespace) -> int:
    """Make the household anew, say how to get in, and serve it."""
    data = settle()
    port = open_house(HOST, given.port)
    forget(data)
    migrate()
    login = importlib.import_module("aftershift.web.home.demo").furnish()
    taken = f"Port {given.port} is taken; {port} is free.\n" if port != given.port else ""
    sys.stdout.write(
        f"{taken}The demo household is at http://{HOST}:{port}/\n"
        f"  name      {login.name}\n"
        f"  password  {login.password}\n"
    )
    if given.no_serve:
        return 0
    sys.stdout.write("Ctrl-C stops it; the next start makes it anew.\n")
    sys.stdout.flush()
    listen(HOST, port, workers=1, tls={})
    return 0


def settle() -> Path:
    """Give the demo its own folder, its own database and a clock that stands still."""
    data = Path(os.environ.get(f"{PREFIX}DATA", DEFAULTS["DATA"])).absolute() / "demo"
    settled = {"DATA": str(data), "DATABASE": "", "NOW": load_demo().now.isoformat(), "DEMO": "yes"}
    os.environ.update({f"{PREFIX}{name}": value for name, value in settled.items()})
    return data


def forget(data: Path) -> None:
    """Remove the demo's old database, with what SQLite keeps beside it."""
    for suffix in ("", "-wal", "-shm"):
        (data / f"{DATABASE}{suffix}").unlink(missing_ok=True)
