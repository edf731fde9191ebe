"""`aftershift score NAME`: the answers of a form as its key scores them."""

import argparse
from collections.abc import Mapping
from typing import Any

from aftershift.cli.batch.lines import BadLine, answer_lines
from aftershift.cli.refusals import Refusal
from aftershift.engines.checkins.instruments import Instrument
from aftershift.engines.checkins.scoring import Scored, ScoringError, score
from aftershift.library.instruments import instrument_named, load_instruments

HELP = """\
Score the answers to an instrument exactly as its key says. No wording is here:
answers are numbers in the order of the form, null for a missing one. Standard
input is JSON lines,

  {"id": 1, "answers": [2, 1, 0, null, ...]}

and each is answered by a line:

  {"id": 1, "scores": {...}, "bands": {...}, "warnings": [...]}

Where a form has parts, "answers" is an object of such lists. Where the same
answers are written down in two ways, "coding" names the one that they are in.
A sum with a missing answer is null: nothing is guessed. What each key rests on,
and how sure that is: docs/instruments.md.
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Name the arguments of `score` and `change`."""
    parser.description = HELP
    parser.add_argument("name", metavar="NAME", help=", ".join(load_instruments()))


def run(given: argparse.Namespace) -> int:
    """Score every line of standard input."""
    instrument = named(given.name)
    return answer_lines(lambda asked: _answer(asked, instrument))


def named(name: str) -> Instrument:
    """Find a key. Raises Refusal."""
    instrument = instrument_named(name)
    if instrument is None:
        reason = f"{name[:40]!r} is no instrument; there are: {', '.join(load_instruments())}"
        raise Refusal(reason)
    return instrument


def _answer(asked: Mapping[str, Any], instrument: Instrument) -> Mapping[str, Any]:
    if "answers" not in asked:
        reason = "answers: give a list in the order of the form"
        raise BadLine(reason)
    coding = asked.get("coding") or ""
    if not isinstance(coding, str):
        reason = "coding: give a text"
        raise BadLine(reason)
    try:
        return shape(score(instrument, asked["answers"], coding=coding))
    except ScoringError as error:
        raise BadLine(str(error)) from error


def shape(scored: Scored) -> Mapping[str, Any]:
    """Write a score as cli.md's batch contract has it."""
    return {
        "scores": dict(scored.scores),
        "bands": dict(scored.bands),
        "warnings": list(scored.warnings),
    }
