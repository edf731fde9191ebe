"""`aftershift windows`: the time that two or more rosters really leave together."""

import argparse
import sys
from pathlib import Path

from aftershift.cli.batch.days import add_days, bounds_of, zone
from aftershift.cli.batch.household import household_of
from aftershift.cli.batch.preferences import PREFERENCES_HELP
from aftershift.cli.batch.printing import write_json
from aftershift.cli.batch.roster_arguments import LEGEND_HELP, ROSTER_HELP, add_codes
from aftershift.cli.batch.window_shapes import shape
from aftershift.cli.batch.window_words import readable
from aftershift.engines.windows.finding import Search, find


def arguments(parser: argparse.ArgumentParser) -> None:
    """Name the arguments of `windows`."""
    parser.description = (
        "Find the time that two or more rosters really leave together: what calendars\n"
        f"say, when all are awake and home, and when all are rested.\n\n{ROSTER_HELP}"
    )
    parser.epilog = f"{LEGEND_HELP}\n{PREFERENCES_HELP}"
    parser.add_argument(
        "files", type=Path, nargs="+", metavar="FILE", help="rosters of two to six people"
    )
    parser.add_argument("--zone", type=zone, required=True, help="the household's, Europe/London")
    add_days(parser, required=True)
    add_codes(parser)
    parser.add_argument("--prefs", type=Path, metavar="FILE.toml", help="see below")
    parser.add_argument("--json", action="store_true", help="all of it, for machines")


def run(given: argparse.Namespace) -> int:
    """Read everybody's roster, find the time together and print it."""
    home = household_of(given)
    starts, _ends = bounds_of(home.days, home.zone)
    found = find(
        home.hours,
        Search(
            zone=home.zone,
            first=home.days.first,
            last=home.days.last,
            now=starts,
            limits=home.limits,
        ),
    )
    if given.json:
        write_json(shape(found, home))
    else:
        sys.stdout.write(readable(found, home))
    return 0
