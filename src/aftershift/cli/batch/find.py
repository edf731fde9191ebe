"""`aftershift find`: the practices that fit a situation, graded."""

import argparse
import sys
from collections.abc import Callable, Mapping
from typing import Any

from aftershift.cli.batch.lines import BadLine, answer_lines, text_in
from aftershift.listening import Found, TooLong, finder_with

HELP = """\
Find the practices that fit a situation. Standard input is JSON lines:

  {"id": 1, "text": "...", "minutes": 5}

and each is answered by a line:

  {"id": 1, "practices": [{"practice", "grade", "score", "why"}]}

The best first, ten at most. `minutes` may be left out; where it is given,
nothing that takes longer is found. What each grade means, and how often the
right practice is among the first five: docs/coach.md.
"""
Find = Callable[[str, int | None], tuple[Found, ...]]


def arguments(parser: argparse.ArgumentParser) -> None:
    """Name the arguments of `find`: there are none."""
    parser.description = HELP


def run(_given: argparse.Namespace) -> int:
    """Answer every line of standard input."""
    finder = finder_with(lambda words: print(words, file=sys.stderr))  # noqa: T201
    return answer_lines(lambda asked: _answer(asked, finder))


def _answer(asked: Mapping[str, Any], finder: Find) -> Mapping[str, Any]:
    minutes = asked.get("minutes")
    if minutes is not None and (isinstance(minutes, bool) or not isinstance(minutes, int)):
        reason = "minutes: give a whole number, or leave it out"
        raise BadLine(reason)
    try:
        found = finder(text_in(asked), minutes)
    except TooLong as error:
        raise BadLine(str(error)) from error
    return {
        "practices": [
            {
                "practice": one.practice.id,
                "grade": one.grade.value,
                "score": one.score,
                "why": one.why,
            }
            for one in found
        ]
    }
