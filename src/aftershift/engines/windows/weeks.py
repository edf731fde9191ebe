"""How long all are awake at home in each whole week, by their rosters and not by what they did."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from aftershift.engines.basics.spans import Span, clip, day_span, intersect_all, total
from aftershift.engines.windows.availability import KnownHours, home_awake_of

WEEK = timedelta(days=7)
SUNDAY = timedelta(days=6)


@dataclass(frozen=True, kw_only=True, slots=True)
class WeekTogether:
    """A week by its Monday, and the minutes in which all were awake, home and off work."""

    monday: date
    minutes: int


def weeks_together(
    everyone: Sequence[KnownHours], *, zone: ZoneInfo, first: date, weeks: int
) -> tuple[WeekTogether, ...]:
    """Count the shared minutes of so many weeks from the Monday `first` on.

    A week that one of the rosters does not cover from its first minute to its last is left out.
    """
    mondays = [first + WEEK * at for at in range(weeks)]
    bounds = {day: (day_span(day, zone)[0], day_span(day + SUNDAY, zone)[1]) for day in mondays}
    covered = {day: span for day, span in bounds.items() if _is_known(everyone, span)}
    if not covered or not everyone:
        return ()
    within = min(span[0] for span in covered.values()), max(span[1] for span in covered.values())
    shared = intersect_all((home_awake_of(one, covers=within) for one in everyone), within)
    return tuple(
        WeekTogether(monday=day, minutes=total(clip(shared, span))) for day, span in covered.items()
    )


def _is_known(everyone: Sequence[KnownHours], span: Span) -> bool:
    known = (one.known for one in everyone)
    return all(one is None or (one[0] <= span[0] and span[1] <= one[1]) for one in known)
