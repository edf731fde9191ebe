"""Our own items: 0 to 10, in our own words, with no norm and no band. A check-in, not a test."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from aftershift.engines.checkins.instruments import Better

LOWEST, HIGHEST = 0, 10
DAY_TURNS = timedelta(hours=4)  # until then it is still the day before: our own judgement
YESTERDAY_UNTIL = timedelta(hours=12)


class Moment(StrEnum):
    """When an item is asked."""

    DAILY = "daily"
    WEEKLY = "weekly"


class About(StrEnum):
    """What an item is about; what is about two goes away with whatever is for two."""

    ME = "me"
    TWO = "two"
    WORK = "work"


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnItem:
    """One item with the meaning of its two ends."""

    id: str
    moment: Moment
    about: About
    better: Better
    name: str
    asks: str
    low: str
    high: str


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenQuestion:
    """A question that is answered in own words, with one line below it."""

    id: str
    asks: str
    hint: str


def day_of(local: datetime) -> date:
    """Say which day a check-in belongs to: until four in the morning, the day before."""
    return (local - DAY_TURNS).date()


def may_add_yesterday(local: datetime) -> bool:
    """Say whether yesterday may still be answered: until noon."""
    return local - datetime.combine(day_of(local), datetime.min.time(), local.tzinfo) < (
        YESTERDAY_UNTIL
    )


def week_of(day: date) -> date:
    """Give the Monday of a day's week."""
    return day - timedelta(days=day.weekday())
