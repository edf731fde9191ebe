"""`aftershift sleep`: when the person of a roster likely sleeps."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

from aftershift.cli.batch.days import DayRange
from aftershift.cli.batch.printing import (
    day_name,
    hours_words,
    iso,
    spread_words,
    table,
    write_json,
)
from aftershift.cli.batch.questions import remarks
from aftershift.cli.batch.roster_arguments import ROSTER_HELP, add_roster, how_to_read
from aftershift.cli.batch.roster_files import read_roster, within
from aftershift.engines.rosters.shifts import Reading
from aftershift.engines.sleep.episodes import Episode, Habits, SleepKind, likely_sleep

KIND_WORDS = {
    SleepKind.NIGHT: "by night, before a day with work",
    SleepKind.AFTER_NIGHT: "by day, between nights",
    SleepKind.AFTER_LAST_NIGHT: "short, after the last night",
    SleepKind.FREE: "a free day",
    SleepKind.TOLD: "as told",
}
NOTE = "An average person's sleep; yours may differ by as much as the +- says, or more.\n"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Name the arguments of `sleep`."""
    parser.description = f"Say when the person of a roster likely sleeps.\n{ROSTER_HELP}"
    parser.add_argument("file", type=Path, metavar="FILE")
    add_roster(parser)
    parser.add_argument(
        "--commute",
        type=int,
        metavar="MINUTES",
        default=Habits().commute,
        help=f"one way (default: {Habits().commute})",
    )
    parser.add_argument("--json", action="store_true", help="all of it, for machines")


def run(given: argparse.Namespace) -> int:
    """Read the roster, predict sleep around it and print that."""
    how = how_to_read(given)
    habits = replace(Habits(), commute=given.commute)
    reading = read_roster(given.file, how)
    episodes = sleep_in(reading, habits, how.days, how.zone)
    if given.json:
        write_json({"episodes": [episode_shape(episode) for episode in episodes]})
    else:
        sys.stdout.write(readable(within(reading, how.days, how.zone), episodes, how.zone))
    return 0


def sleep_in(
    reading: Reading, habits: Habits, days: DayRange | None, zone: ZoneInfo
) -> tuple[Episode, ...]:
    """Predict the sleeps of the days asked for, or of those that the roster speaks of."""
    if days is None and reading.covers is not None:
        days = DayRange(first=reading.covers[0], last=reading.covers[1])
    if days is None:
        return ()
    return likely_sleep(reading.shifts, habits, zone=zone, first=days.first, last=days.last)


def episode_shape(episode: Episode) -> dict[str, object]:
    """Shape one sleep for machines."""
    return {
        "starts": iso(episode.starts),
        "ends": iso(episode.ends),
        "kind": episode.kind.value,
        "asleep_minutes": episode.asleep_minutes,
        "band_minutes": episode.band_minutes,
    }


def readable(reading: Reading, episodes: tuple[Episode, ...], zone: ZoneInfo) -> str:
    """Set each sleep as a row: the day of its waking, in bed from when to when, how long asleep."""
    if not episodes:
        return "No days to sleep in: the roster is empty.\n" + remarks(reading)
    rows = [
        [
            day_name(episode.ends.astimezone(zone).date()),
            spread_words(episode.starts, episode.ends, zone),
            hours_words(episode.asleep_minutes),
            hours_words(episode.band_minutes),
            KIND_WORDS[episode.kind],
        ]
        for episode in episodes
    ]
    headers = ["waking", "in bed", "asleep>", "+->", "why"]
    return table(headers, rows) + f"\n{NOTE}" + remarks(reading)
