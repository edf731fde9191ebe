"""Refuse a release whose telephone lines nobody checked lately."""

import argparse
import sys
from datetime import UTC, date, datetime

from aftershift.engines.safety.resources import RELEASE_DAYS, must_be_checked
from aftershift.library.resources import countries

REFUSED = 1


def arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser.description = "Say whether a release may go out: every line to call checked lately."
    parser.add_argument(
        "--on",
        type=date.fromisoformat,
        metavar="DAY",
        help="the day of the release, such as 2026-11-26; today where none is given",
    )


def run(given: argparse.Namespace) -> int:
    """Name every line that keeps the release from going out; 0 when there is none."""
    day: date = given.on or datetime.now(tz=UTC).date()
    known = countries()
    old = must_be_checked(known, day)
    for line in old:
        age = (day - line.checked).days
        sys.stdout.write(f"{line.id}: checked {age} days before {day}, not {RELEASE_DAYS}\n")
    lines = sum(len(country.lines) for country in known)
    verdict = f"refused, {len(old)} of {lines}" if old else f"may go out, all {lines}"
    sys.stdout.write(f"Release on {day}: {verdict} lines to call.\n")
    return REFUSED if old else 0
