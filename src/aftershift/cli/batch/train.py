"""`aftershift train`: a host who holds labelled data teaches better heads, on their own machine."""

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from aftershift.cli.batch.labelled_replies import replies_in
from aftershift.empathy import Gain, train_empathy
from aftershift.engines.language.signs import SIGNS
from aftershift.wiring import settings_from

NOT_BETTER = 1  # the exit code where nothing was kept

HELP = """\
Teach heads by labelled data of your own, on this machine. So far there is one
thing to teach: empathy.

  aftershift train empathy FILE.csv        or FILE.jsonl

The first line of a .csv names its columns; a .jsonl has one object a line:

  said                 what somebody said
  reply                a reply to it
  emotional_reaction   0 none, 1 weak, 2 strong; the same for the next two
  interpretation
  exploration

Other columns are left alone. The names of the EPITOME set (seeker_post,
response_post, emotional_reactions, interpretations, explorations) do as well.
A wrong line is named by its number, and then nothing is taught.

A fifth of the data, by what was said, is kept apart to measure: you see how
right the shipped heads and the new ones are on it. New ones that are better
are kept in AFTERSHIFT_DATA, readable by you alone, and used from then on.
They hold words that three or more of the replies share, and no reply.
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Name the arguments of `train`."""
    parser.description = HELP
    parser.add_argument("what", choices=["empathy"], help="what the data teach")
    parser.add_argument("file", type=Path, metavar="FILE", help="the data, .csv or .jsonl")


def run(given: argparse.Namespace) -> int:
    """Teach, print what was gained and say where it is kept."""
    data = settings_from(os.environ).data
    replies = replies_in(given.file)
    gain, kept = train_empathy(replies, data, lambda words: print(words, file=sys.stderr))  # noqa: T201
    sys.stdout.write("\n".join([*table(gain), "", verdict(kept), ""]))
    return 0 if kept else NOT_BETTER


def verdict(kept: Path | None) -> str:
    """Say what was done with what was taught."""
    if kept is None:
        return "Not kept: on the part that was measured the shipped heads are better."
    return f"Kept in {kept} and used from now on. Remove the file to undo it."


def table(gain: Gain) -> Iterator[str]:
    """Write what was gained, sign by sign."""
    yield f"Taught by {gain.taught_by} replies, measured on {gain.measured_on} others."
    yield ""
    yield f"{'':<20}{'macro-F1 (three levels)':<26}{'F1 (there or not)'}"
    yield f"{'':<20}{'shipped':<10}{'taught':<16}{'shipped':<10}taught"
    for sign, before, after in zip(SIGNS, gain.before, gain.after, strict=True):
        levels = f"{100 * before.macro_f1:<10.1f}{100 * after.macro_f1:<16.1f}"
        yield f"{sign.value:<20}{levels}{100 * before.f1:<10.1f}{100 * after.f1:.1f}"
