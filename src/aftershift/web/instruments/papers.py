"""The shape of what this wing keeps sealed."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """A filled form: answers by item of the key, and which official form they were given on.

    `key` is the version of the key by which it was first scored; "" for those kept before that
    was noted. The numbers are never kept: they are made anew out of the answers.
    """

    id: str
    instrument: str
    at: datetime
    answers: dict[str, int]
    form: str = ""
    key: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class MeasuresPaper:
    """Everything that was kept, the oldest first."""

    kept: tuple[Kept, ...] = ()
