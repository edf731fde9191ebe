"""A port to serve on: the wanted one, or the next that is free."""

import argparse
import ipaddress
import socket

from aftershift.cli.refusals import Refusal

TRIES = 20


def port_number(word: str) -> int:
    """Read a port as typed."""
    if word.isdecimal() and 0 < int(word) < 65536:
        return int(word)
    reason = f"{word!r} is no port (1 to 65535)"
    raise argparse.ArgumentTypeError(reason)


def is_this_machine(host: str) -> bool:
    """Say whether a name or address can be reached from this machine only."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def address_of(host: str) -> str:
    """Turn the one name that every machine has into the address to bind."""
    return "127.0.0.1" if host == "localhost" else host


def name_of(host: str) -> str:
    """Write a host as it stands in an address bar: `[::1]`."""
    return f"[{host}]" if ":" in host else host


def is_free(host: str, port: int) -> bool:
    """Say whether a server could listen there now."""
    address = address_of(host)
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server does
        try:
            probe.bind((address, port))
        except PermissionError as error:
            reason = f"port {port} needs an administrator; take one from 1024 up"
            raise Refusal(reason) from error
        except OSError:
            return False
    return True


def next_free(host: str, wanted: int) -> int:
    """Find the first free port from the wanted one upwards."""
    last = min(wanted + TRIES, 65536)
    for port in range(wanted, last):
        if is_free(host, port):
            return port
    reason = f"no free port on {host} from {wanted} to {last - 1}; name another with --port"
    raise Refusal(reason)
