"""How a roster is to be read, as it is typed on the command line."""

import argparse
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from aftershift.cli.batch.days import DayRange, add_days, day, range_of, zone
from aftershift.cli.batch.files import bytes_of
from aftershift.cli.refusals import Refusal
from aftershift.engines.rosters.codes import Dialect, Ward, ward_at
from aftershift.engines.rosters.shifts import Legend
from aftershift.library.dialects import load_dialects, load_legend

LEGEND_HELP = """\
A legend says what your ward's codes mean, in TOML:
  [codes.N]
  hours = ["19:30-07:30"]        a split shift: ["06:00-10:00", "16:00-21:00"]
  meaning = "Night"              optional
  [codes.OC]
  kind = "on_call"               work (if you say nothing), on_call, or off
"""
ROSTER_HELP = """\
FILE is a calendar (.ics), a table of days and people (.csv, .xlsx), or a text
of one person's shift codes, the first one on the day of --anchor; - is standard
input. Codes are read as wards near the time zone write them; what is not
certain is asked.

"""


@cache
def dialects() -> tuple[Dialect, ...]:
    """Load how wards write, once."""
    return load_dialects()


@dataclass(frozen=True, kw_only=True, slots=True)
class HowToRead:
    """How one roster is to be read: the ward's clock and codes, the range, the row, the anchor."""

    zone: ZoneInfo
    days: DayRange | None
    legend: Legend
    anchor: date | None = None
    row: str | None = None
    dialect: str | None = None

    @property
    def ward(self) -> Ward:
        """Set up the ward; the dialect that was named comes before those near the zone."""
        shelf = dialects()
        names = [one.id for one in shelf]
        if self.dialect is not None and self.dialect not in names:
            reason = f"there is no dialect of that name; there are {', '.join(names)}"
            raise Refusal(reason)
        chosen = () if self.dialect is None else (self.dialect,)
        return ward_at(self.zone, self.legend, shelf, chosen=chosen)


def add_roster(parser: argparse.ArgumentParser) -> None:
    """Name the arguments by which one roster is read."""
    parser.epilog = LEGEND_HELP
    parser.add_argument("--zone", type=zone, required=True, help="the ward's, Europe/London")
    add_days(parser, required=False)
    add_codes(parser)


def add_codes(parser: argparse.ArgumentParser) -> None:
    """Name the arguments by which codes are read."""
    parser.add_argument("--codes", type=Path, metavar="LEGEND.toml", help="your ward's own codes")
    parser.add_argument("--anchor", type=day, metavar="DAY", help="the day of the first code")
    parser.add_argument("--row", metavar="NAME", help="whose row of a table")
    parser.add_argument("--dialect", metavar="NAME", help="whose codes, such as uk-nursing")


def legend_of(path: Path | None) -> Legend:
    """Read a person's own legend; without a file it is empty."""
    if path is None:
        return {}
    bytes_of(path)  # refuses what is missing or too large
    return load_legend(path)


def how_to_read(given: argparse.Namespace) -> HowToRead:
    """Gather what was typed."""
    return HowToRead(
        zone=given.zone,
        days=range_of(given.first, given.days),
        legend=legend_of(given.codes),
        anchor=given.anchor,
        row=given.row,
        dialect=given.dialect,
    )
