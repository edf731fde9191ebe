"""The shape of what this wing keeps sealed."""

from dataclasses import dataclass
from datetime import date

LONGEST_ANSWER = 300  # characters: a year of weeks in the longest words fits its row


@dataclass(frozen=True, kw_only=True, slots=True)
class Daily:
    """A day: 0 to 10 by item, hours slept where they were said, and whether thanks were given.

    `record` is the minutes that went into the record after hours; None where nothing was said.
    """

    day: date
    values: dict[str, int]
    slept: float | None = None
    thanked: bool = False
    record: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Weekly:
    """A week by its Monday: 0 to 10 by item."""

    week: date
    values: dict[str, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class YearPaper:
    """The days and weeks of one year, the oldest first; a week is of the year of its Monday."""

    days: tuple[Daily, ...] = ()
    weeks: tuple[Weekly, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Footprint:
    """What somebody left behind at work in a week by its Monday: own words by question."""

    week: date
    answers: dict[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class FootprintPaper:
    """The footprints of one year, the oldest first; a week is of the year of its Monday."""

    footprints: tuple[Footprint, ...] = ()
