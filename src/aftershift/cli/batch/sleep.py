"""`aftershift sleep`: when the person of a roster likely sleeps, and her body's night with it."""

import argparse
import sys
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from aftershift.cli.batch.days import DayRange
from aftershift.cli.batch.printing import (
    clock,
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
from aftershift.engines.sleep.phase import LEAD_IN, Phase, body_clock

KIND_WORDS = {
    SleepKind.NIGHT: "by night, before a day with work",
    SleepKind.AFTER_NIGHT: "by day, between nights",
    SleepKind.AFTER_LAST_NIGHT: "short, after the last night",
    SleepKind.FREE: "a free day",
    SleepKind.TOLD: "as told",
}
NOTE = "An average person's sleep; yours may differ by as much as the +- says, or more.\n"
CLOCK_NOTE = (
    "The body's night: lowest at its depth, melatonin 7 h before. The light that sets it is\n"
    "guessed from shifts and sleep; the +- is a typical error, not a limit.\n"
)
MODELS = (
    "Models: sleep by published rules (Ganesan 2019, Ingre 2008, Juda 2013); body clock\n"
    "by Forger 1999, with Hannay 2019 in the +-.\n"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Nights:
    """What is said of some days: the sleeps, and what the body clock does under them."""

    episodes: tuple[Episode, ...] = ()
    phases: tuple[Phase, ...] = ()


def arguments(parser: argparse.ArgumentParser) -> None:
    """Name the arguments of `sleep`."""
    parser.description = (
        "Say when the person of a roster likely sleeps, and when her body's night is.\n"
        f"{ROSTER_HELP}"
    )
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
    found = nights_in(reading, habits, how.days, how.zone)
    if given.json:
        write_json({
            "episodes": [episode_shape(episode) for episode in found.episodes],
            "phase": [phase_shape(phase) for phase in found.phases],
        })  # fmt: skip
    else:
        sys.stdout.write(readable(within(reading, how.days, how.zone), found, how.zone))
    return 0


def nights_in(reading: Reading, habits: Habits, days: DayRange | None, zone: ZoneInfo) -> Nights:
    """Predict the nights of the days asked for, or of those that the roster speaks of."""
    if days is None and reading.covers is not None:
        days = DayRange(first=reading.covers[0], last=reading.covers[1])
    if days is None:
        return Nights()
    first, last = days.first, days.last
    around = first - LEAD_IN, last + timedelta(days=1)
    led_in = likely_sleep(reading.shifts, habits, zone=zone, first=around[0], last=around[1])
    return Nights(
        episodes=likely_sleep(reading.shifts, habits, zone=zone, first=first, last=last),
        phases=body_clock(reading.shifts, led_in, habits, zone=zone, first=first, last=last),
    )


def episode_shape(episode: Episode) -> dict[str, object]:
    """Shape one sleep for machines."""
    return {
        "starts": iso(episode.starts),
        "ends": iso(episode.ends),
        "kind": episode.kind.value,
        "asleep_minutes": episode.asleep_minutes,
        "band_minutes": episode.band_minutes,
    }


def phase_shape(phase: Phase) -> dict[str, object]:
    """Shape one day of the body clock for machines."""
    return {
        "day": phase.day.isoformat(),
        "cbtmin": iso(phase.cbtmin),
        "dlmo": iso(phase.dlmo),
        "band_hours": round(phase.band_hours, 2),
    }


def readable(reading: Reading, found: Nights, zone: ZoneInfo) -> str:
    """Set the sleeps and the body clock in two tables, and what is to be remarked below."""
    if not found.episodes:
        return "No days to sleep in: the roster is empty.\n" + remarks(reading)
    sleep, body = sleep_table(found.episodes, zone), clock_table(found.phases, zone)
    return f"{sleep}\n{NOTE}\n{body}\n{CLOCK_NOTE}{MODELS}" + remarks(reading)


def sleep_table(episodes: tuple[Episode, ...], zone: ZoneInfo) -> str:
    """Set each sleep as a row: the day of its waking, in bed from when to when, how long asleep."""
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
    return table(["waking", "in bed", "asleep>", "+->", "why"], rows)


def clock_table(phases: tuple[Phase, ...], zone: ZoneInfo) -> str:
    """Set each low as a row: its day, its hour, melatonin's onset before it, and how unsure."""
    rows = [
        [
            day_name(phase.day),
            clock(phase.cbtmin, zone),
            clock(phase.dlmo, zone),
            hours_words(60 * phase.band_hours),
        ]
        for phase in phases
    ]
    return table(["body clock", "lowest", "melatonin from", "+->"], rows)
