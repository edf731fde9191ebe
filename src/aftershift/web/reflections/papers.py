"""The shape of what this wing keeps sealed."""

from dataclasses import dataclass, field
from datetime import date

from aftershift.engines.checkins.reflections import Answer

LONGEST_NAME = 40
LONGEST_LINE = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class About:
    """Who a list with two sides is about, and a line each of what was given and what was got."""

    name: str = ""
    gave: str = ""
    got: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """A filled list. What was skipped is not in `answers`."""

    id: str
    checklist: str
    day: date
    answers: dict[str, Answer]
    about: About = field(default_factory=About)


@dataclass(frozen=True, kw_only=True, slots=True)
class ReflectionsPaper:
    """Everything that was kept, the oldest first."""

    kept: tuple[Kept, ...] = ()
