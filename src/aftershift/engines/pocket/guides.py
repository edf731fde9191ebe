"""What a pocket holds: guides in steps and seconds, words to send, and cards to print."""

from dataclasses import dataclass
from enum import StrEnum

from aftershift.engines.evidence.browsing import ANYWHERE, ENERGIES
from aftershift.engines.evidence.practices import Company

PLACES = ("home", "work", "travel", "bed", ANYWHERE)
ASKS = ("minutes", "place", "energy", "company", "after")


class PocketError(Exception):
    """A guide or a room that cannot be used; says which and why."""


class After(StrEnum):
    """What comes straight after a break, and asks for a clear head or does not."""

    NOTHING = "nothing"
    CARE = "care"
    WHEEL = "wheel"


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One thing to do. `seconds` is how long it takes; `send` are words for somebody."""

    says: str
    seconds: int
    send: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Version:
    """A guide in one length; its steps fill the minutes to the second."""

    minutes: int
    steps: tuple[Step, ...]

    @property
    def seconds(self) -> int:
        """Add up the steps."""
        return sum(one.seconds for one in self.steps)


@dataclass(frozen=True, kw_only=True, slots=True)
class Guide:
    """Something to do in a few minutes, taken from a graded practice.

    `places`, `energy` and `company` are as in the practices. `never_before`: what may not follow
    it at once, such as driving after eyes that were shut. `not_for` stands beside what the
    practice says of itself. `phones_down`: the screen goes dark while it runs.
    """

    id: str
    name: str
    about: str
    practice: str
    places: tuple[str, ...]
    energy: str
    company: Company
    versions: tuple[Version, ...]
    not_for: tuple[str, ...] = ()
    never_before: tuple[After, ...] = ()
    phones_down: bool = False

    def __post_init__(self) -> None:
        if strange := set(self.places) - set(PLACES):
            raise PocketError(f"{self.id}: no such place: {min(strange)}")
        if self.energy not in ENERGIES or not self.places or not self.versions:
            reason = f"{self.id}: places, versions and a known energy are needed"
            raise PocketError(reason)
        for one in self.versions:
            if one.minutes < 1 or one.seconds != one.minutes * 60:
                reason = f"{self.id}: {one.seconds} seconds are not {one.minutes} minutes"
                raise PocketError(reason)


@dataclass(frozen=True, kw_only=True, slots=True)
class Saying:
    """Words to send, and when they fit."""

    when: str
    says: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Room:
    """Guides that belong together. `asks`: by what one may narrow them, `lengths`: minutes."""

    title: str
    lead: str
    asks: tuple[str, ...]
    lengths: tuple[int, ...]
    guide: tuple[Guide, ...]
    sayings_title: str = ""
    sayings_lead: str = ""
    saying: tuple[Saying, ...] = ()

    def __post_init__(self) -> None:
        if strange := set(self.asks) - set(ASKS):
            raise PocketError(f"{self.title}: nobody can ask for {min(strange)}")
        offered = {one.minutes for guide in self.guide for one in guide.versions}
        if not offered <= set(self.lengths):
            raise PocketError(f"{self.title}: lengths are not those of its guides")
        if bool(self.saying) != bool(self.sayings_title and self.sayings_lead):
            raise PocketError(f"{self.title}: sayings need a title and a lead")


@dataclass(frozen=True, kw_only=True, slots=True)
class Card:
    """A note to print, and where it may lie."""

    says: str
    lies: str
