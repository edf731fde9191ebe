"""Where dots, a line and a band lie on a drawing; plain geometry, no words.

Values are 0 to 10 from bottom to top, days from left to right. Coordinates are whole units of a
drawing of WIDTH by HEIGHT.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from aftershift.engines.checkins.trend import Point

WIDTH, HEIGHT = 320, 96
LOWEST, HIGHEST = 0.0, 10.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Chart:
    """Dots for what was said, a line for the level, and the band around it as a closed path.

    `marks` is all dots as one path of points: a year of them is drawn as fast as a week.
    """

    dots: tuple[tuple[int, int], ...]
    marks: str
    line: str
    band: str


def chart(
    days: Sequence[tuple[date, float]], points: Sequence[Point], *, first: date, last: date
) -> Chart:
    """Lay the days from `first` to `last` out; whatever lies outside is left out."""
    span = max((last - first).days, 1)
    shown = [one for one in points if first <= one.day <= last]

    def across(day: date) -> int:
        return round(WIDTH * (day - first).days / span)

    upper = [(across(one.day), _up(one.high)) for one in shown]
    lower = [(across(one.day), _up(one.low)) for one in reversed(shown)]
    dots = tuple((across(day), _up(value)) for day, value in days if first <= day <= last)
    return Chart(
        dots=dots,
        marks="".join(f"M{across} {down}h0" for across, down in dots),
        line=_path([(across(one.day), _up(one.level)) for one in shown]),
        band=f"{_path([*upper, *lower])} Z" if shown else "",
    )


def _up(value: float) -> int:
    within = min(max(value, LOWEST), HIGHEST)
    return round(HEIGHT - HEIGHT * (within - LOWEST) / (HIGHEST - LOWEST))


def _path(places: Sequence[tuple[int, int]]) -> str:
    return " ".join(
        f"{'L' if at else 'M'}{across} {down}" for at, (across, down) in enumerate(places)
    )
