"""The demo household of `content/demo`: made-up people with real files."""

from dataclasses import dataclass
from datetime import date, datetime

from aftershift.library.shelf import CONTENT, read_record

SHELF = CONTENT / "demo"


@dataclass(frozen=True, kw_only=True, slots=True)
class Nurse:
    """The one with the account."""

    name: str
    password: str
    dialect: str
    roster: str
    after_a_swap: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Resident:
    """The one whose hours the nurse knows."""

    name: str
    dialect: str
    roster: str


@dataclass(frozen=True, kw_only=True, slots=True)
class DemoHousehold:
    """Who lives in the demo, and the moment at which its clock stands."""

    now: datetime
    zone: str
    first_day: date
    nurse: Nurse
    resident: Resident

    @property
    def files(self) -> tuple[str, ...]:
        """Name the files that a visitor may try an import with."""
        return self.nurse.roster, self.resident.roster, self.nurse.after_a_swap


def load_demo() -> DemoHousehold:
    """Load the household. Raises ContentError."""
    return read_record(SHELF / "household.toml", DemoHousehold)


def file_of(name: str) -> bytes:
    """Read one of the household's files."""
    return (SHELF / name).read_bytes()
