"""Serve the app: safe by default, one process, no data leaves the machine."""

import argparse
import importlib
import os
import resource
import sys
from collections.abc import Mapping
from pathlib import Path

import django
import uvicorn
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import Error as DatabaseError

from aftershift.cli.ports import address_of, is_this_machine, name_of, next_free, port_number
from aftershift.cli.refusals import Refusal
from aftershift.wiring import DEFAULTS, PREFIX, inherit, settings_from

APPLICATION = "aftershift.web.asgi:application"
NEEDS_TLS = (
    "is not this machine alone, and then Aftershift needs TLS: "
    "give --certificate FILE --private-key FILE, or serve on localhost"
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Name the arguments of `serve`."""
    parser.description = (
        "Serve Aftershift on this machine. The database and the server's key are made\n"
        "at the first start, in the folder that AFTERSHIFT_DATA names (default: data).\n"
        "Everybody has to sign in again after a restart: the key of the sessions is\n"
        "never stored."
    )
    add_port(parser)
    parser.add_argument(
        "--host",
        default=os.environ.get(f"{PREFIX}HOST", DEFAULTS["HOST"]),
        help="the name in the address bar (default: localhost; any other needs TLS)",
    )
    parser.add_argument("--workers", type=int, default=1, help="server processes (default: 1)")
    parser.add_argument("--certificate", type=Path, metavar="FILE", help="TLS certificate, PEM")
    parser.add_argument("--private-key", type=Path, metavar="FILE", help="its private key, PEM")


def add_port(parser: argparse.ArgumentParser) -> None:
    """Name the argument that `serve` and `demo` share."""
    parser.add_argument(
        "--port",
        type=port_number,
        default=os.environ.get(f"{PREFIX}PORT", DEFAULTS["PORT"]),
        help=f"the next free one is taken if it is in use (default: {DEFAULTS['PORT']})",
    )


def run(given: argparse.Namespace) -> int:
    """Make the database ready, say the address, serve until Ctrl-C."""
    tls = _tls(given)
    if not tls and not is_this_machine(given.host):
        reason = f"{given.host} {NEEDS_TLS}"
        raise Refusal(reason)
    port = open_house(given.host, given.port)
    migrate()
    address = f"{'https' if tls else 'http'}://{name_of(given.host)}:{port}/"
    _announce(address, wanted=given.port, port=port)
    listen(given.host, port, workers=given.workers, tls=tls)
    return 0


def open_house(host: str, wanted_port: int) -> int:
    """Choose the port and settle the environment that the web reads; return the port.

    It must run before Django loads: the settings (the origins that forms may come from among
    them) are read from the environment once. The key of the sessions is new at each start.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core dump would hold opened keys
    os.umask(0o077)  # what the server writes is for nobody else on this machine
    port = next_free(host, wanted_port)
    os.environ.pop(f"{PREFIX}RUNTIME_KEY", None)
    os.environ.update({f"{PREFIX}HOST": name_of(host), f"{PREFIX}PORT": str(port)})
    os.environ.update(inherit(settings_from(os.environ)))
    return port


def migrate() -> None:
    """Bring the database to what the code expects; a new one is made."""
    try:
        start_django()
        call_command("migrate", verbosity=0, interactive=False)
    except (DatabaseError, ImproperlyConfigured) as error:
        reason = f"the database cannot be opened ({type(error).__name__}); see aftershift doctor"
        raise Refusal(reason) from error
    except OSError as error:
        reason = f"the folder of AFTERSHIFT_DATA cannot be used ({error.strerror})"
        raise Refusal(reason) from error


def start_django() -> None:
    """Load Django with our settings; it reads the environment now and never again."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "aftershift.web.settings"
    importlib.import_module("aftershift.web.env")  # the safe SQLite, before Django takes another
    django.setup()


def listen(host: str, port: int, *, workers: int, tls: Mapping[str, str]) -> None:
    """Answer requests until the process is told to stop; no access log, for paths hold tokens."""
    uvicorn.run(
        APPLICATION,
        host=address_of(host),
        port=port,
        workers=workers,
        access_log=False,
        log_config=None,  # errors go through our own log, which prints no message
        lifespan="off",
        timeout_graceful_shutdown=5,
        server_header=False,
        ssl_certfile=tls.get("certificate"),
        ssl_keyfile=tls.get("private_key"),
    )


def _announce(address: str, *, wanted: int, port: int) -> None:
    taken = f"Port {wanted} is taken; {port} is free.\n" if port != wanted else ""
    sys.stdout.write(f"{taken}Aftershift is at {address}\nCtrl-C stops it.\n")
    sys.stdout.flush()


def _tls(given: argparse.Namespace) -> dict[str, str]:
    files = {"certificate": given.certificate, "private_key": given.private_key}
    named = {name: file for name, file in files.items() if file is not None}
    if len(named) == 1:
        reason = "TLS needs both --certificate FILE and --private-key FILE"
        raise Refusal(reason)
    for file in named.values():
        if not os.access(file, os.R_OK):
            reason = f"{file}: cannot be read"
            raise Refusal(reason)
    return {name: str(file) for name, file in named.items()}
