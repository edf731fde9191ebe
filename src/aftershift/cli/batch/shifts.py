"""`aftershift shifts`: read one roster, print its shifts and its open questions."""

import argparse
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from aftershift.cli.batch.printing import (
    day_name,
    hours_words,
    iso,
    minutes_between,
    spread_words,
    table,
    write_json,
)
from aftershift.cli.batch.questions import omission_shape, question_shape, remarks
from aftershift.cli.batch.roster_arguments import ROSTER_HELP, add_roster, how_to_read
from aftershift.cli.batch.roster_files import read_roster, within
from aftershift.engines.rosters.codes import SETTLED
from aftershift.engines.rosters.shifts import Flag, Kind, Reading, Shift

FLAG_WORDS = {
    Flag.CLOCKS_GO_BACK: "the clocks go back",
    Flag.CLOCKS_GO_FORWARD: "the clocks go forward",
    Flag.LONG: "long",
    Flag.NO_END: "no end given",
    Flag.ALL_DAY: "the whole day",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Name the arguments of `shifts`."""
    parser.description = (
        f"Read a roster: shifts, and questions where it is not certain.\n{ROSTER_HELP}"
    )
    parser.add_argument("file", type=Path, metavar="FILE")
    add_roster(parser)
    parser.add_argument(
        "--exact",
        action="store_true",
        help="RFC 5545's instants; without it a shift ends when the ward's clock shows its end",
    )
    parser.add_argument("--json", action="store_true", help="all of it, for machines")


def run(given: argparse.Namespace) -> int:
    """Read the roster and print it."""
    how = how_to_read(given)
    reading = within(read_roster(given.file, how), how.days, how.zone)
    span = exact_span if given.exact else wall_span
    if given.json:
        write_json(
            {
                "shifts": [shift_shape(shift, *span(shift)) for shift in reading.shifts],
                "questions": [question_shape(question) for question in reading.questions],
                "warnings": [omission_shape(omission) for omission in reading.warnings],
            }
        )
    else:
        rows = [shift_row(shift, *span(shift), how.zone) for shift in reading.shifts]
        sys.stdout.write(readable(reading, rows))
    return 0


def exact_span(shift: Shift) -> tuple[datetime, datetime]:
    """Take the instants of RFC 5545."""
    return shift.exact_starts, shift.exact_ends


def wall_span(shift: Shift) -> tuple[datetime, datetime]:
    """Take the ward's wall clock."""
    return shift.starts, shift.ends


def shift_shape(shift: Shift, starts: datetime, ends: datetime) -> dict[str, object]:
    """Shape one shift for machines."""
    return {
        "starts": iso(starts),
        "ends": iso(ends),
        "code": shift.code,
        "certainty": round(shift.certainty, 3),
        "flags": [flag.value for flag in shift.flags],
    }


def shift_row(shift: Shift, starts: datetime, ends: datetime, zone: ZoneInfo) -> list[str]:
    """Set one shift as a row: day, times on the wall, length, code, what to know of it."""
    notes = [FLAG_WORDS[flag] for flag in shift.flags]
    if shift.kind is Kind.ON_CALL:
        notes.insert(0, "on call")
    if shift.certainty < SETTLED:
        notes.append("asked below")
    return [
        day_name(starts.astimezone(zone).date()),
        spread_words(starts, ends, zone),
        hours_words(minutes_between(starts, ends)),
        shift.code,
        ", ".join(notes),
    ]


def readable(reading: Reading, rows: list[list[str]]) -> str:
    """Set all of a reading for a person."""
    headers = ["day", "from - to", "length>", "code", "to know"]
    listed = table(headers, rows) if rows else "No shifts.\n"
    return listed + remarks(reading)
