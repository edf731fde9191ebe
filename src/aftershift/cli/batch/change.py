"""`aftershift change NAME`: whether two scores differ by more than the instrument wiggles."""

import argparse
from collections.abc import Mapping
from typing import Any

from aftershift.cli.batch.lines import BadLine, answer_lines
from aftershift.cli.batch.score import named
from aftershift.engines.checkins.change import Change, changes
from aftershift.engines.checkins.instruments import Instrument
from aftershift.library.instruments import load_instruments

HELP = """\
Say of two results of one instrument whether the change is reliable. Standard
input is JSON lines, with scores by the name of their scale as `score` prints
them, null where there is none:

  {"id": 1, "before": {"total": 14}, "after": {"total": 6}}

and each is answered by a line with every scale that both hold:

  {"id": 1, "total": {"difference": -8, "rc95": 5.61,
                      "verdict": "reliable improvement", ...}}

Verdicts: reliable improvement, no reliable change, reliable deterioration, not
enough data, no reliable-change rule. "basis" names the reliability behind it;
a "meaningful" change is another threshold, by somebody else. Where no rule can
be defended there is none: docs/instruments.md.
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Name the arguments of `change`."""
    parser.description = HELP
    parser.add_argument("name", metavar="NAME", help=", ".join(load_instruments()))


def run(given: argparse.Namespace) -> int:
    """Answer every line of standard input."""
    instrument = named(given.name)
    return answer_lines(lambda asked: _answer(asked, instrument))


def _answer(asked: Mapping[str, Any], instrument: Instrument) -> Mapping[str, Any]:
    before, after = (_scores(asked, key, instrument) for key in ("before", "after"))
    found = changes(instrument, before, after)
    if not found:
        known = ", ".join(one.id for one in instrument.scales) or "none"
        reason = f"before and after share no scale of {instrument.id}; its scales: {known}"
        raise BadLine(reason)
    return {name: shape(one) for name, one in found.items()}


def _scores(asked: Mapping[str, Any], key: str, instrument: Instrument) -> dict[str, float | None]:
    said = asked.get(key)
    if not isinstance(said, dict):
        reason = f"{key}: give an object of scores by scale"
        raise BadLine(reason)
    scales = {one.id: one for one in instrument.scales}
    for name in said.keys() & scales.keys():
        scale, value = scales[name], said[name]
        if value is not None and not _is_within(value, scale.low, scale.high):
            reason = f"{key}: {name} is a number from {scale.low:g} to {scale.high:g}, or null"
            raise BadLine(reason)
    return said


def _is_within(value: Any, low: float, high: float) -> bool:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and low <= value <= high  # NaN is within nothing


def shape(change: Change) -> Mapping[str, Any]:
    """Write a change as cli.md's batch contract has it, and what it rests on."""
    said: dict[str, Any] = {
        "difference": change.difference,
        "rc95": change.rc95,
        "verdict": change.verdict.value,
        "rc90": change.rc90,
        "basis": change.basis,
    }
    if change.meaningful:
        said["meaningful"] = {
            "name": change.meaningful,
            "points": change.meaningful_points,
            "reached": change.is_meaningful,
        }
    if change.crossed is not None:
        said["crossed_the_line"] = change.crossed
    return said
