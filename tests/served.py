"""A real server in a process of its own, started by the command that a person types."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

READY = "Ctrl-C"  # the last line before the server listens
PATIENCE_SECONDS = 30


class NotServed(Exception):
    """The server ended, or did not answer in time; what it said comes with it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Served:
    """A server that answers."""

    process: subprocess.Popen[str]
    port: int
    log: Path

    @property
    def address(self) -> str:
        """Say what to type in the address bar, without a slash at its end."""
        return f"http://localhost:{self.port}"

    def kill(self) -> None:
        """End it as a power cut does: SIGKILL, nothing flushed, nothing closed."""
        self.process.kill()
        self.process.wait()


@contextmanager
def served(command: str, data: Path, **settings: str) -> Iterator[Served]:
    """Serve from a data folder as long as it is needed."""
    server = start(command, data, **settings)
    try:
        yield server
    finally:
        server.process.terminate()
        try:
            server.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            server.kill()


def start(command: str, data: Path, **settings: str) -> Served:
    """Start `aftershift COMMAND` on a free port and wait until it answers."""
    data.mkdir(parents=True, exist_ok=True)
    port, log = free_port(), data / "log"
    outside = {name: value for name, value in os.environ.items() if "AFTERSHIFT_" not in name}
    ours = {f"AFTERSHIFT_{name}": value for name, value in settings.items()}
    with log.open("w", encoding="utf-8") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "aftershift", command, "--port", str(port)],
            env={**outside, **ours, "AFTERSHIFT_DATA": str(data)},
            stdout=said,
            stderr=subprocess.STDOUT,
            text=True,
        )
    server = Served(process=process, port=port, log=log)
    _wait_for(server)
    return server


def free_port() -> int:
    """Find a port that nobody uses at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _wait_for(server: Served) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until and server.process.poll() is None:
        if READY in server.log.read_text(encoding="utf-8"):
            try:
                socket.create_connection(("127.0.0.1", server.port), timeout=1).close()
            except OSError:
                pass
            else:
                return
        time.sleep(0.05)
    server.kill()
    raise NotServed(server.log.read_text(encoding="utf-8"))
