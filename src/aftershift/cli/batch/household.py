"""Two rosters or more -> what is known of everybody's hours."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from aftershift.cli.batch.days import DayRange, range_of
from aftershift.cli.batch.files import STANDARD_INPUT
from aftershift.cli.batch.preferences import (
    PersonTable,
    Preferences,
    child_of,
    habits_of,
    limits_of,
    own_way,
    preferences_of,
)
from aftershift.cli.batch.roster_arguments import how_to_read
from aftershift.cli.batch.roster_files import read_roster, within
from aftershift.cli.refusals import Refusal
from aftershift.engines.rosters.shifts import Reading
from aftershift.engines.windows.availability import KnownHours
from aftershift.engines.windows.family import MOST_PEOPLE, Child
from aftershift.engines.windows.limits import Limits
from aftershift.engines.windows.overlap import Role


@dataclass(frozen=True, kw_only=True, slots=True)
class Household:
    """Everybody's roster as read, and the hours it makes known; the first is the reader."""

    readings: tuple[Reading, ...]  # of those with rosters, who come first
    hours: tuple[KnownHours | Child, ...]
    days: DayRange
    zone: ZoneInfo
    limits: Limits

    @property
    def names(self) -> tuple[str, ...]:
        """Name everybody: as their files are named, then those at home, then the children."""
        return tuple(one.name for one in self.hours)


def household_of(given: argparse.Namespace) -> Household:
    """Read every roster in its person's own way."""
    days = range_of(given.first, given.days)
    how = how_to_read(given)
    names = names_of(given.files)
    preferences = preferences_of(given.prefs, names)
    others = _without_rosters(preferences, names, given)
    if len(names) + len(others) < 2 or days is None:
        reason = "give two rosters or more"
        raise Refusal(reason)
    if len(names) + len(others) > MOST_PEOPLE:
        reason = f"windows are for two to {MOST_PEOPLE} people"
        raise Refusal(reason)
    limits = limits_of(preferences)
    folder = given.prefs.parent if given.prefs else Path()
    readings, hours = [], []
    for name, path in zip(names, given.files, strict=True):
        person = preferences.people.get(name, PersonTable())
        way = own_way(how, person, folder)
        reading = read_roster(path, way)
        readings.append(within(reading, days, way.zone))
        hours.append(
            KnownHours(
                name=name,
                zone=way.zone,
                shifts=reading.shifts,
                habits=habits_of(person),
                shares_times=True,  # both rosters lie on this table
            )
        )
    return Household(
        readings=tuple(readings),
        hours=(*hours, *others),
        days=days,
        zone=given.zone,
        limits=limits,
    )


def _without_rosters(
    preferences: Preferences, names: tuple[str, ...], given: argparse.Namespace
) -> tuple[KnownHours | Child, ...]:
    """Gather who is at home without a roster, and the children."""
    return (
        *(
            KnownHours(
                name=name,
                zone=given.zone,
                shifts=(),
                habits=habits_of(preferences.people[name]),
                shares_times=True,
                role=Role.RELATIVE,
            )
            for name in preferences.at_home(names)
        ),
        *(
            child_of(name, child, given.zone, given.first)
            for name, child in preferences.children.items()
        ),
    )


def names_of(files: Sequence[Path]) -> tuple[str, ...]:
    """Name people after their files; a name that comes again gets a number."""
    names: list[str] = []
    for path in files:
        stem = "input" if path == STANDARD_INPUT else path.stem
        again = sum(name == stem or name.startswith(f"{stem}-") for name in names)
        names.append(f"{stem}-{again + 1}" if stem in names else stem)
    return tuple(names)
