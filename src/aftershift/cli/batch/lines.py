"""JSON lines in, JSON lines out: what every evaluator has in common.

One line is answered by one line, in order. A line that cannot be answered gives its id and an
error, and the run goes on.
"""

import gc
import json
import sys
from collections.abc import Callable, Mapping
from typing import Any

from aftershift.cli.refusals import Refusal

Answer = Callable[[Mapping[str, Any]], Mapping[str, Any]]


class BadLine(Exception):
    """A line that cannot be answered; says why, never what it held."""


def answer_lines(answer: Answer) -> int:
    """Answer every line of standard input. Raises Refusal where it is no text in UTF-8."""
    gc.freeze()  # what was made ready stays, and need not be looked through for what is over
    for number, raw in enumerate(sys.stdin.buffer, start=1):
        try:
            line = raw.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            reason = f"standard input, line {number}: no text in UTF-8"
            raise Refusal(reason) from error
        if line.strip():
            sys.stdout.write(json.dumps(_answered(line, answer), ensure_ascii=False) + "\n")
    return 0


def text_in(asked: Mapping[str, Any], key: str = "text") -> str:
    """Take one text of a line. Raises BadLine."""
    value = asked.get(key)
    if not isinstance(value, str):
        reason = f"{key}: give a text"
        raise BadLine(reason)
    return value


def texts_in(asked: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """Take a list of texts of a line; none where it is not given. Raises BadLine."""
    values = asked.get(key) or []
    if not isinstance(values, list) or not all(isinstance(one, str) for one in values):
        reason = f"{key}: give a list of texts"
        raise BadLine(reason)
    return tuple(values)


def _answered(line: str, answer: Answer) -> Mapping[str, Any]:
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        return {"id": None, "error": "this line is no JSON"}
    if not isinstance(asked, dict):
        return {"id": None, "error": "this line is no JSON object"}
    try:
        return {"id": asked.get("id"), **answer(asked)}
    except BadLine as error:
        return {"id": asked.get("id"), "error": str(error)}
