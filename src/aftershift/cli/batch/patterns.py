"""`aftershift patterns`: what may make a message hard to answer, before it is sent."""

import argparse
import sys
from collections.abc import Mapping
from typing import Any

from aftershift.cli.batch.lines import BadLine, answer_lines, text_in
from aftershift.engines.language.patterns import Reading
from aftershift.sending import ReadPatterns, TooLong, patterns_with

HELP = """\
Say of each message that somebody is about to send which words may go wrong.
Standard input is JSON lines:

  {"id": 1, "text": "..."}

and each is answered by a line:

  {"id": 1, "patterns": [{"kind", "start", "end", "why"}], "softer": null}

The places are in code points of the text. `softer` is another way to begin,
with what only you can know left open in [brackets], or null. It speaks of words
and never of a person. It misses most, with numbers: docs/patterns.md.
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Name the arguments of `patterns`: there are none."""
    parser.description = HELP


def run(_given: argparse.Namespace) -> int:
    """Answer every line of standard input."""
    read = patterns_with(lambda words: print(words, file=sys.stderr))  # noqa: T201
    return answer_lines(lambda asked: _answer(asked, read))


def _answer(asked: Mapping[str, Any], read: ReadPatterns) -> Mapping[str, Any]:
    try:
        return shape(read(text_in(asked)))
    except TooLong as error:
        raise BadLine(str(error)) from error


def shape(reading: Reading) -> Mapping[str, Any]:
    """Write what was found as cli.md's batch contract has it."""
    return {
        "patterns": [
            {"kind": one.kind.value, "start": one.starts, "end": one.ends, "why": one.why}
            for one in reading.patterns
        ],
        "softer": reading.softer,
    }
