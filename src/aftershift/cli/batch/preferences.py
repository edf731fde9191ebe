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
from aftershift.engines.rosters.dates import weekday_named
from aftershift.engines.sleep.episodes import Habits
from aftershift.engines.windows.family import Child
from aftershift.engines.windows.holidays import NotDays, days_of, holidays_in
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
  [people.nana]            no roster; at_home = true: a relative without shifts
  [children.mia]           a child has no roster; it takes part in all windows
  wakes = "07:00"          and bedtime = "19:30"
  school = ["08:30", "15:30"]    away from the door and back; where they differ,
  school_days = ["Mon", "Tue", "Wed", "Thu", "Fri"]
  holidays = ["2026-10-26 to 2026-10-30", "2026-11-06"]
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
    at_home: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class ChildTable:
    """A child's days."""

    wakes: time
    bedtime: time
    school: tuple[time, time] | None = None
    school_days: tuple[str, ...] = ("Mon", "Tue", "Wed", "Thu", "Fri")
    holidays: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Preferences:
    """The whole file."""

    curfew: time | None = None
    minimum_minutes: int | None = None
    people: Mapping[str, PersonTable] = field(default_factory=dict)
    children: Mapping[str, ChildTable] = field(default_factory=dict)

    def at_home(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Name those who have no roster and are usually at home."""
        return tuple(
            name for name, person in self.people.items() if person.at_home and name not in names
        )


def preferences_of(path: Path | None, names: tuple[str, ...]) -> Preferences:
    """Read the file; refuse it when it speaks of somebody whose roster is not given."""
    if path is None:
        return Preferences()
    bytes_of(path)  # refuses what is missing or too large
    found = read_record(path, Preferences)
    twice = [name for name in found.children if name in names or name in found.people]
    if twice:
        reason = f"{path}: children.{twice[0]} has a roster or habits, too; a child has neither"
        raise Refusal(reason)
    known = (*names, *found.at_home(names))
    strangers = [name for name in found.people if name not in known]
    if strangers:
        reason = f"{path}: people.{strangers[0]} has no roster; there are {', '.join(names)}"
        raise Refusal(reason)
    return found


def habits_of(person: PersonTable) -> Habits:
    """Take what is said; the rest is an average person's. Raises SleepError."""
    said = {name: value for name in HABITS if (value := getattr(person, name)) is not None}
    return replace(Habits(), **said)


def child_of(name: str, child: ChildTable, home: ZoneInfo, near: date) -> Child:
    """Take a child's days on the household's wall clock. Raises Refusal and WindowsError."""
    days = [weekday_named(day) for day in child.school_days]
    if None in days:
        reason = f"children.{name}: school_days holds no weekday at number {days.index(None) + 1}"
        raise Refusal(reason)
    try:
        holidays = days_of(holidays_in("\n".join(child.holidays), near=near))
    except NotDays as error:
        reason = f"children.{name}: holidays holds no day or stretch at number {error.place}"
        raise Refusal(reason) from error
    return Child(
        name=name,
        zone=home,
        wakes=child.wakes,
        bedtime=child.bedtime,
        school=child.school,
        school_days=tuple(day for day in days if day is not None),
        holidays=holidays,
    )


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
