"""Runs the reading of a file from outside in a process of its own, with limits.

The process is fresh for each file and dies with it, so a file that eats time or memory costs
one refusal while the server keeps answering. The limits are set by the child itself, because
code between fork and exec is not safe in a server with threads.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aftershift.engines.rosters.shifts import RosterError

_CHILD = "aftershift.adapters.confined_child"
_LARGEST_FILE = 2_000_000  # bytes; what is larger is not worth starting a process for
_KEPT = ("PATH", "PYTHONPATH", "PYTHONTZPATH")
_ENVIRONMENT = {"OPENBLAS_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"}  # no threads, no files
_TOO_LARGE = "this file is larger than 2 MB; export fewer months, or type the line of codes"
_TOO_HARD = (
    "this file took too long to read and was given up; export fewer months, "
    "or type the line of codes"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Allowance:
    """What one reading may use; `patience` is for a machine that is busy with other things."""

    cpu_seconds: int = 2
    memory_bytes: int = 512 * 1024 * 1024
    patience_seconds: float = 10.0


USUAL = Allowance()


def read(
    kind: str, data: bytes, request: Mapping[str, Any], allowance: Allowance = USUAL
) -> dict[str, Any]:
    """Have one file read by the reader named `kind`; the answer is what it says, as JSON.

    Raises: RosterError, with the reader's own reason or because a limit was hit.
    """
    if len(data) > _LARGEST_FILE:
        raise RosterError(_TOO_LARGE)
    limits = [str(allowance.cpu_seconds), str(allowance.memory_bytes)]
    order = json.dumps({"kind": kind, **request}).encode()
    try:
        done = subprocess.run(  # noqa: S603  (our own interpreter and our own module)
            [sys.executable, "-P", "-m", _CHILD, *limits],
            input=order + b"\n" + data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # it might quote the file
            timeout=allowance.patience_seconds,
            env=_ENVIRONMENT | {key: os.environ[key] for key in _KEPT if key in os.environ},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise RosterError(_TOO_HARD) from None
    if done.returncode != 0:
        raise RosterError(_TOO_HARD)
    reply: dict[str, Any] = json.loads(done.stdout)
    if "refused" in reply:
        raise RosterError(reply["refused"])
    return reply
