"""`aftershift empathy`: how much warmth, understanding and asking the words of a reply show."""

import argparse
import os
import sys
from collections.abc import Mapping
from typing import Any

from aftershift.cli.batch.lines import BadLine, answer_lines, text_in
from aftershift.empathy import ReadEmpathy, TooLong, empathy_with
from aftershift.engines.language.signs import SIGNS, Levels
from aftershift.wiring import settings_from

HELP = """\
Say of each reply how much it shows of three signs of empathy, 0 to 2 each.
Standard input is JSON lines, what was said and a reply to it:

  {"id": 1, "said": "...", "reply": "..."}

and each is answered by a line:

  {"id": 1, "emotional_reaction": 0, "interpretation": 2, "exploration": 0}

It speaks of words and never of the person. What the levels mean and how often
it is wrong, with numbers: docs/empathy.md. Heads that you taught yourself are
used instead of ours where there are some: aftershift train --help.
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Name the arguments of `empathy`: there are none."""
    parser.description = HELP


def run(_given: argparse.Namespace) -> int:
    """Answer every line of standard input."""
    data = settings_from(os.environ).data
    read = empathy_with(lambda words: print(words, file=sys.stderr), data)  # noqa: T201
    return answer_lines(lambda asked: _answer(asked, read))


def _answer(asked: Mapping[str, Any], read: ReadEmpathy) -> Mapping[str, Any]:
    said, reply = text_in(asked, "said"), text_in(asked, "reply")
    try:
        return shape(read(said, reply))
    except TooLong as error:
        raise BadLine(str(error)) from error


def shape(levels: Levels) -> Mapping[str, int]:
    """Write the levels as cli.md's batch contract has them."""
    return {sign.value: level for sign, level in zip(SIGNS, levels, strict=True)}
