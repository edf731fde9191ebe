"""Logs that know which route failed and which line of code, and nothing a person sent."""

import logging
import traceback
from typing import Any

from django.http import HttpRequest


class RouteNames(logging.Filter):
    """Replace a request's path by its route's name: a path can hold a token."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record pass, its path taken out."""
        request = getattr(record, "request", None)
        if isinstance(request, HttpRequest):
            match = request.resolver_match
            route = match.view_name if match else "no route"
            status = getattr(record, "status_code", "")
            record.msg, record.args = "%s %s %s", (status, request.method, route)
        return True


class Plain(logging.Formatter):
    """Print where an exception came from, never its message: that may hold private words."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def formatException(self, ei: Any) -> str:  # noqa: N802 - the library's name
        """Name the exception's class and the lines of code, the innermost last."""
        kind, _, trace = ei
        frames = traceback.extract_tb(trace)
        places = (f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames)
        return "\n".join([f"{kind.__module__}.{kind.__qualname__}", *places])
