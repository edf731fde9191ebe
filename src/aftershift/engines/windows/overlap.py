"""When two or more are free, awake at home, and rested together: a sweep over end points."""

from dataclasses import dataclass, field
from datetime import date

from aftershift.engines.basics.spans import Span, Spans


@dataclass(frozen=True, kw_only=True, slots=True)
class Availability:
    """All that the time together is computed from: what may cross from one person to another.

    `free` is time without work on the calendar; `home_awake` is awake, home and not bound;
    `rested` is the part of it that is fit for a real talk. Always rested <= home_awake <= free.
    All lie inside `covers`. `work` and `sleep` are empty unless the person shares times: then
    they are for words and pictures, and nothing is computed from their absence.
    """

    name: str
    covers: Span
    free: Spans
    home_awake: Spans
    rested: Spans
    work: Spans = field(default=())
    sleep: Spans = field(default=())


@dataclass(frozen=True, kw_only=True, slots=True)
class DayTogether:
    """Minutes of one local day that all of them share."""

    day: date
    free_together: int
    awake_together: int
    rested_together: int
