"""Days and zones as they are typed on the command line, and the range that is asked for."""

import argparse
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from aftershift.cli.refusals import Refusal
from aftershift.engines.basics.spans import day_span, moment_of

LONGEST_DAYS = 400


@dataclass(frozen=True, kw_only=True, slots=True)
class DayRange:
    """Some local days, the first and the last included."""

    first: date
    last: date


def add_days(parser: argparse.ArgumentParser, *, required: bool) -> None:
    """Name the arguments of a range of days."""
    words = "" if required else " (default: all that the roster speaks of)"
    parser.add_argument(
        "--from",
        dest="first",
        type=day,
        metavar="DAY",
        required=required,
        help=f"the first day, 2026-10-19{words}",
    )
    parser.add_argument(
        "--days", type=int, metavar="N", required=required, help="how many days from there"
    )


def range_of(first: date | None, days: int | None) -> DayRange | None:
    """Turn `--from` and `--days` into a range; None when neither is given."""
    if first is None and days is None:
        return None
    if first is None or days is None:
        reason = "give --from and --days together, or neither"
        raise Refusal(reason)
    if not 1 <= days <= LONGEST_DAYS:
        reason = f"--days: from 1 to {LONGEST_DAYS}"
        raise Refusal(reason)
    return DayRange(first=first, last=first + timedelta(days=days - 1))


def bounds_of(days: DayRange, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Bound some days by midnights on a zone's clocks, as moments in UTC."""
    starts, ends = day_span(days.first, zone)[0], day_span(days.last, zone)[1]
    return moment_of(starts), moment_of(ends)


def day(word: str) -> date:
    """Read a day as typed."""
    try:
        found = date.fromisoformat(word)
    except ValueError:
        found = date.min
    if 1990 <= found.year <= 2090:
        return found
    reason = f"{word!r} is no day such as 2026-10-19"
    raise argparse.ArgumentTypeError(reason)


def zone(word: str) -> ZoneInfo:
    """Read a time zone by its name."""
    try:
        return ZoneInfo(word)
    except (ValueError, OSError, KeyError) as error:
        reason = f"{word!r} is no time zone such as Europe/London"
        raise argparse.ArgumentTypeError(reason) from error
