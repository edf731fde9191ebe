"""`aftershift triage`: how much somebody is at risk, by what they said."""

import argparse
import sys
from collections.abc import Mapping
from typing import Any

from aftershift.cli.batch.lines import BadLine, answer_lines, text_in, texts_in
from aftershift.engines.safety.risk import Risk
from aftershift.listening import TooLong, Triage, triage_with

HELP = """\
Say of each line how grave it is and of what kind. Standard input is JSON lines:

  {"id": 1, "text": "...", "before": ["what the same person said earlier"]}

and each is answered by a line:

  {"id": 1, "level": "none", "categories": [], "because": []}

The level is none, check_in, elevated or emergency; `because` gives places in
the text, in code points. It finds people who need a kind question. It misses
many, with numbers in docs/safety.md, and "none" never says that all is well.
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Name the arguments of `triage`: there are none."""
    parser.description = HELP


def run(_given: argparse.Namespace) -> int:
    """Answer every line of standard input."""
    triage = triage_with(lambda words: print(words, file=sys.stderr))  # noqa: T201
    return answer_lines(lambda asked: _answer(asked, triage))


def _answer(asked: Mapping[str, Any], triage: Triage) -> Mapping[str, Any]:
    text, before = text_in(asked), texts_in(asked, "before")
    try:
        return shape(triage(text, before))
    except TooLong as error:
        raise BadLine(str(error)) from error


def shape(risk: Risk) -> Mapping[str, Any]:
    """Write a risk as cli.md's batch contract has it."""
    return {
        "level": risk.level.word,
        "categories": [kind.value for kind in risk.categories],
        "because": [
            {"start": one.starts, "end": one.ends, "signal": one.signal} for one in risk.because
        ],
    }
