"""Rituals: the small things that two or more do again and again, as records.

What they are called and how they are worded is content; here is only what placing them needs.
"""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from aftershift.engines.windows.overlap import WindowsError

# Shared hours awake of a week at which a ritual that may shrink is whole, and at its shortest:
# a judgement (two day workers share about 35 h, opposite twelve-hour shifts 8 to 12 h).
GOOD_WEEK_MINUTES = 20 * 60
BAD_WEEK_MINUTES = 5 * 60
STEP = 5


class Place(StrEnum):
    """Where it is done: all at home, each alone anywhere off duty, or as a message."""

    HOME = "home"
    APART = "apart"
    MESSAGE = "message"


class Energy(StrEnum):
    """What it asks for: a real talk needs rest, light things only being awake, a hug nothing."""

    TALK = "talk"
    LIGHT = "light"
    NONE = "none"


class Who(StrEnum):
    """Who takes part."""

    PARTNERS = "partners"
    FAMILY = "family"  # partners and children
    EVERYONE = "everyone"
    EACH = "each"  # every partner for herself


class Every(StrEnum):
    """In what `times` is counted: a week is seven days from the plan's first, a month the plan."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Tie(StrEnum):
    """The event that it follows: when the shift moves, it moves too."""

    AFTER_WAKING = "after_waking"
    BEFORE_LEAVING = "before_leaving"
    AFTER_HANDOVER = "after_handover"
    AFTER_RETURN = "after_return"


@dataclass(frozen=True, kw_only=True, slots=True)
class Ritual:
    """One ritual, and what placing it needs.

    At most `times` in each `every`, `spacing` minutes or more from start to start. `weight`, 1 to
    100, is what one of them is worth beside the others. It lies between `earliest` and `latest` on
    the wall. With a `tie` it lies within two hours of that event. `shortest` is how many minutes
    it may shrink to in a bad week. `needs_free_day`: only on a day on which none of them works.
    `when_apart`: only on days on which the partners share no moment.
    """

    id: str
    seconds: int
    times: int
    every: Every
    weight: int
    place: Place = Place.HOME
    energy: Energy = Energy.LIGHT
    who: Who = Who.PARTNERS
    earliest: time = time(0)
    latest: time = time(23, 59)
    spacing: int = 0
    tie: Tie | None = None
    shortest: int | None = None
    needs_free_day: bool = False
    when_apart: bool = False

    def __post_init__(self) -> None:
        for rule, reason in _RULES:
            if not rule(self):
                raise WindowsError(f"ritual {self.id}: {reason}")

    @property
    def minutes(self) -> int:
        """Give the whole minutes that it takes in a plan."""
        return -(-self.seconds // 60)


_RULES = (
    (lambda it: 1 <= it.seconds <= 480 * 60, "not between a second and eight hours"),
    (lambda it: 1 <= it.times <= 10, "not between one and ten times"),
    (lambda it: 1 <= it.weight <= 100, "weight: not between 1 and 100"),
    (lambda it: it.earliest < it.latest, "latest: not after earliest"),
    (lambda it: it.spacing >= 0, "spacing: below nothing"),
    (lambda it: it.shortest is None or 1 <= it.shortest <= it.minutes, "shortest: longer than it"),
    (lambda it: (it.place is Place.HOME) == (it.who is not Who.EACH), "alone is not at home"),
    (lambda it: not (it.place is Place.HOME and it.when_apart), "when_apart: not at home"),
    (
        lambda it: it.tie is not Tie.AFTER_HANDOVER or it.place is not Place.HOME,
        "after handover nobody is at home",
    ),
)


def minutes_in_week(ritual: Ritual, shared_minutes: int) -> int:
    """Give its length in a week in which they share so many minutes awake at home.

    Whole from 20 h on, at its shortest up to 5 h, in steps of five minutes between.
    """
    if ritual.shortest is None:
        return ritual.minutes
    room = (shared_minutes - BAD_WEEK_MINUTES) / (GOOD_WEEK_MINUTES - BAD_WEEK_MINUTES)
    grown = (ritual.minutes - ritual.shortest) * min(1.0, max(0.0, room))
    return ritual.shortest + round(grown / STEP) * STEP if grown else ritual.shortest
