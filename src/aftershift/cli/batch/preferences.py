"""What people want of their time, from a TOML file: habits of each, and the household's lines."""

import argparse
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, time
from pathlib import Path
from zoneinfo import ZoneInfo

from aftershift.cli.batch.days import zone
from aftershift.cli.batch.files import bytes_of
from aftershift.cli.batch.roster_arguments import HowToRead, legend_of
from aftershift.cli.refusals import Refusal
from aftershift.engines.sleep.episodes import Habits
from aftershift.engines.windows.limits import Limits
from aftershift.library.shelf import read_record

PREFERENCES_HELP = """\
Preferences, in TOML; any line may be left out, and a person is a file's name:
  curfew = "22:30"         hard things wait from here; the earliest one counts
  minimum_minutes = 20     nothing shorter is proposed; the longest one counts
  [people.jo]              jo.ics; curfew and minimum_minutes, too
  commute = 40             minutes; also prepare, wind_down, unwind_evening
  children_wake = "06:45"  and children_bed
  mid_sleep_free = "04:30" the middle of a night's sleep on free days
  sleep_need = 510         minutes in bed on a free night
  called_share = 0.3       of nights on call at home, those with a call
  row = "Jo"               also zone, codes, anchor and dialect, for her
"""
HABITS = tuple(one.name for one in fields(Habits))
NOON = time(12)
LEAST_MINUTES, MOST_MINUTES = 5, 480


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonTable:
    """What the file says of one person; None is what it does not say."""

    commute: int | None = None
    prepare: int | None = None
    wind_down: int | None = None
    unwind_evening: int | None = None
    mid_sleep_free: time | None = None
    sleep_need: int | None = None
    children_wake: time | None = None
    children_bed: time | None = None
    called_share: float | None = None
    curfew: time | None = None
    minimum_minutes: int | None = None
    zone: str | None = None
    codes: str | None = None
    anchor: date | None = None
    row: str | None = None
    dialect: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Preferences:
    """The whole file."""

    curfew: time | None = None
    minimum_minutes: int | None = None
    people: Mapping[str, PersonTable] = field(default_factory=dict)


def preferences_of(path: Path | None, names: tuple[str, ...]) -> Preferences:
    """Read the file; refuse it when it speaks of somebody whose roster is not given."""
    if path is None:
        return Preferences()
    bytes_of(path)  # refuses what is missing or too large
    found = read_record(path, Preferences)
    strangers = [name for name in found.people if name not in names]
    if strangers:
        reason = f"{path}: people.{strangers[0]} has no roster; there are {', '.join(names)}"
        raise Refusal(reason)
    return found


def habits_of(person: PersonTable) -> Habits:
    """Take what is said; the rest is an average person's. Raises SleepError."""
    said = {name: value for name in HABITS if (value := getattr(person, name)) is not None}
    return replace(Habits(), **said)


def limits_of(preferences: Preferences) -> Limits:
    """Draw the household's lines: the earliest curfew and the longest minimum that anyone has."""
    tables: list[Preferences | PersonTable] = [preferences, *preferences.people.values()]
    curfews = [one.curfew for one in tables if one.curfew is not None]
    least = max((one.minimum_minutes or 0 for one in tables), default=0)
    if least and not LEAST_MINUTES <= least <= MOST_MINUTES:
        reason = f"minimum_minutes: from {LEAST_MINUTES} to {MOST_MINUTES}"
        raise Refusal(reason)
    usual = Limits()
    return replace(
        usual,
        curfew=min(curfews, key=lambda at: (at < NOON, at), default=usual.curfew),
        talk_minutes=max(usual.talk_minutes, least),
        time_minutes=max(usual.time_minutes, least),
        moment_minutes=least or usual.moment_minutes,
    )


def own_way(how: HowToRead, person: PersonTable, folder: Path) -> HowToRead:
    """Read this person's roster as her table says; a legend lies beside the preferences."""
    return replace(
        how,
        zone=how.zone if person.zone is None else _zone(person.zone),
        legend=how.legend if person.codes is None else legend_of(folder / person.codes),
        anchor=person.anchor or how.anchor,
        row=person.row or how.row,
        dialect=person.dialect or how.dialect,
    )


def _zone(name: str) -> ZoneInfo:
    try:
        return zone(name)
    except argparse.ArgumentTypeError as error:
        raise Refusal(str(error)) from error
