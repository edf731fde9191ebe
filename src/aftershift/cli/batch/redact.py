"""`aftershift redact`: JSON lines in, what leads to a patient out, and the text without it."""

import argparse
import sys
from collections.abc import Mapping
from typing import Any

from aftershift.cli.batch.lines import BadLine, answer_lines, text_in
from aftershift.engines.safety.phi import Phi
from aftershift.sending import patients_with

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


def run(_given: argparse.Namespace) -> int:
    """Answer every line of standard input."""
    find = patients_with(lambda words: print(words, file=sys.stderr))  # noqa: T201
    return answer_lines(lambda asked: shape(find(text_of(asked))))


def text_of(asked: Mapping[str, Any]) -> str:
    """Give the text of a line; refuse one longer than `LONGEST`, and say so."""
    text = text_in(asked)
    if len(text) > LONGEST:
        reason = f"text: longer than {LONGEST} letters"
        raise BadLine(reason)
    return text


def shape(found: Phi) -> Mapping[str, Any]:
    """Write what was found as cli.md's batch contract has it."""
    spans = [{"start": one.start, "end": one.end, "kind": str(one.kind)} for one in found.spans]
    return {"spans": spans, "masked": found.masked, "blocked": found.blocked}
