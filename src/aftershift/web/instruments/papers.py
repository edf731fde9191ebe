"""The shape of what this wing keeps sealed."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """A filled form: answers by item of the key, and which official form they were given on."""

    id: str
    instrument: str
    at: datetime
    answers: dict[str, int]
    form: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class MeasuresPaper:
    """Everything that was kept, the oldest first."""

    kept: tuple[Kept, ...] = ()
