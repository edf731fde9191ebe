"""`aftershift redact`: JSON lines in, what leads to a patient out, and the text without it."""

import argparse
import json
import sys
from collections.abc import Iterator
from typing import Any

from aftershift.cli.batch.printing import write_json
from aftershift.cli.refusals import Refusal
from aftershift.engines.safety.phi import Phi, find_phi
from aftershift.library.phi import load_phi_words

HELP = """\
Find patients' data: names where care is spoken of, numbers, dates, beds,
streets.
Standard input is one JSON object a line:

  {"id": 1, "text": "handed over Mrs Okafor in bed 12"}

Each line gives one line, in the same order. Places are code points of the text
as given; "blocked" says that something was found.

  {"id": 1, "spans": [{"start": 12, "end": 22, "kind": "patient_name"}, ...],
   "masked": "handed over [name] in [bed]", "blocked": true}

A line that is no such object gives {"id": ..., "error": "..."}, and the run
goes on.
"""
LONGEST = 100_000  # code points of one text


def arguments(parser: argparse.ArgumentParser) -> None:
    """Name the arguments of `redact`: there are none."""
    parser.description = HELP


def run(given: argparse.Namespace) -> int:
    """Answer each line of standard input with one line."""
    del given
    words = load_phi_words()
    for line in _lines():
        asked = _object(line)
        trouble = _trouble(asked)
        if trouble:
            write_json({"id": asked.get("id"), "error": trouble})
        else:
            write_json(shape(asked["id"], find_phi(asked["text"], words)))
    return 0


def _lines() -> Iterator[str]:
    """Read line by line; refuse, with its number, a line that is no text in UTF-8."""
    for number, line in enumerate(sys.stdin.buffer, start=1):
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            reason = f"standard input, line {number}: no text in UTF-8"
            raise Refusal(reason) from error
        if text.strip():
            yield text


def _object(line: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _trouble(asked: dict[str, Any]) -> str:
    """Say what is wrong with a line, never what it holds."""
    if "id" not in asked:
        return 'give one JSON object with "id" and "text"'
    if not isinstance(asked.get("text"), str):
        return "text: give a text"
    return f"text: longer than {LONGEST} letters" if len(asked["text"]) > LONGEST else ""


def shape(of: object, found: Phi) -> dict[str, object]:
    """Shape one answer."""
    spans = [{"start": one.start, "end": one.end, "kind": str(one.kind)} for one in found.spans]
    return {"id": of, "spans": spans, "masked": found.masked, "blocked": found.blocked}
