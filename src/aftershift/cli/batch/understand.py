"""`aftershift understand`: feelings, situation and needs in what somebody tells."""

import argparse
import sys
from collections.abc import Mapping
from typing import Any

from aftershift.cli.batch.lines import BadLine, answer_lines, text_in
from aftershift.engines.language.understanding import Understanding
from aftershift.listening import TooLong, Understand, understand_with

HELP = """\
Say which feelings, which situation and which needs a text tells of.
Standard input is JSON lines:

  {"id": 1, "text": "..."}

and each is answered by a line:

  {"id": 1, "emotions": [{"emotion", "strength", "confidence"}],
   "situations": [{"situation", "confidence"}],
   "needs": [{"need", "confidence"}],
   "not_sure": false}

At most three of each, the surest first. An empty list is an answer: not sure.
`not_sure` is true where all three are empty. Strength is 1 a little, 2 plainly,
3 very. It understands English only. What it misses, with numbers:
docs/understanding.md.
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Name the arguments of `understand`: there are none."""
    parser.description = HELP


def run(_given: argparse.Namespace) -> int:
    """Answer every line of standard input."""
    hear = understand_with(lambda words: print(words, file=sys.stderr))  # noqa: T201
    return answer_lines(lambda asked: _answer(asked, hear))


def _answer(asked: Mapping[str, Any], hear: Understand) -> Mapping[str, Any]:
    try:
        return shape(hear(text_in(asked)))
    except TooLong as error:
        raise BadLine(str(error)) from error


def shape(understood: Understanding) -> Mapping[str, Any]:
    """Write what was understood as cli.md's batch contract has it."""
    return {
        "emotions": [
            {"emotion": one.name, "strength": one.strength, "confidence": one.confidence}
            for one in understood.emotions
        ],
        "situations": [
            {"situation": one.name, "confidence": one.confidence} for one in understood.situations
        ],
        "needs": [{"need": one.name, "confidence": one.confidence} for one in understood.needs],
        "not_sure": understood.is_not_sure,
    }
