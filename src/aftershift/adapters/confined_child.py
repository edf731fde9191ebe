"""The limited process: reads one file from standard input, writes what it says as JSON.

Started by `confined.read` and by nothing else.
"""

import json
import resource
import sys

from aftershift.adapters import calendars, spreadsheets
from aftershift.engines.rosters.shifts import RosterError

_READERS = {"calendar": calendars.read_as_json, "spreadsheet": spreadsheets.read_as_json}
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
    _confine(int(sys.argv[1]), int(sys.argv[2]))
    order = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    try:
        reply = _READERS[order.pop("kind")](data, order)
    except RosterError as error:
        reply = {"refused": str(error)}
    sys.stdout.buffer.write(json.dumps(reply).encode())


if __name__ == "__main__":
    main()
