"""What holds in every test: the network is shut, and the same examples are tried each time.

The clock stands still through `AFTERSHIFT_NOW` in tests/settings.py.
"""

import ipaddress
import sys

import pytest
from hypothesis import settings


class NetworkIsShut(Exception):
    """A test reached for the world outside; no OSError, so that nobody takes it for bad luck."""


def is_this_machine(host: object) -> bool:
    """Say whether a host is one of this machine's own; only names and addresses of it pass."""
    name = host.decode() if isinstance(host, bytes) else host
    if name in (None, "", "localhost"):
        return True
    try:
        return ipaddress.ip_address(str(name)).is_loopback
    except ValueError:
        return False


def shut_the_network(event: str, details: tuple[object, ...]) -> None:
    """Refuse to connect, send or look a name up outside; Python tells us before it does so."""
    if event in ("socket.connect", "socket.sendto"):
        address = details[1]
        host = address[0] if isinstance(address, tuple) else "localhost"  # else a Unix socket
    elif event == "socket.getaddrinfo":
        host = details[0]
    else:
        return
    if not is_this_machine(host):
        message = f"{event}: {host}"
        raise NetworkIsShut(message)


def pytest_configure(config: pytest.Config) -> None:
    """Shut the network for this process and each worker, and name the markers."""
    sys.addaudithook(shut_the_network)
    config.addinivalue_line("markers", "smoke: the one journey that PostgreSQL walks too")


# Nothing here is a race against the clock, and a red run can be run again; `./do soak` explores.
settings.register_profile("house", deadline=None, derandomize=True, database=None)
settings.register_profile("soak", deadline=None, max_examples=5000)
settings.load_profile("house")
