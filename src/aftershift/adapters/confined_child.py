"""The limited process: reads one file from standard input, writes what it says as JSON.

Started by `confined.read` and by nothing else. It imports only the reader that the order names:
a calendar would otherwise wait for the libraries of spreadsheets, which take longer than it.
"""

import importlib
import json
import resource
import sys

from aftershift.engines.rosters.shifts import RosterError

_READERS = {
    "calendar": "aftershift.adapters.calendars",
    "spreadsheet": "aftershift.adapters.spreadsheets",
}
_OPEN_FILES = 32


def _confine(cpu_seconds: int, memory_bytes: int) -> None:
    limits = {
        resource.RLIMIT_CPU: cpu_seconds,
        resource.RLIMIT_AS: memory_bytes,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NOFILE: _OPEN_FILES,
        resource.RLIMIT_CORE: 0,
    }
    for limit, amount in limits.items():
        resource.setrlimit(limit, (amount, amount))


def main() -> None:
    """Read the order (one line of JSON) and the file behind it; answer on standard output."""
    order = json.loads(sys.stdin.buffer.readline())
    reader = importlib.import_module(_READERS[order.pop("kind")])
    _confine(int(sys.argv[1]), int(sys.argv[2]))
    data = sys.stdin.buffer.read()
    try:
        reply = reader.read_as_json(data, order)
    except RosterError as error:
        reply = {"refused": str(error)}
    sys.stdout.buffer.write(json.dumps(reply).encode())


if __name__ == "__main__":
    main()
