"""Where dots, a line and a band lie on a drawing; plain geometry, no words.

Values are 0 to 10 from bottom to top, days from left to right. Coordinates are whole units of a
drawing of WIDTH by HEIGHT.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np

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
    across = _across(max((last - first).days, 1))
    shown = [one for one in points if first <= one[0] <= last]
    said = [one for one in days if first <= one[0] <= last]
    places = [across[(day - first).days] for day, _value in said]
    dots = tuple(zip(places, _up([value for _day, value in said]), strict=True))
    marks = "".join([f"M{across} {down}h0" for across, down in dots])
    if not shown:
        return Chart(dots=dots, marks=marks, line="", band="")
    the_days, level, low, high = zip(*shown, strict=True)
    over = [across[(day - first).days] for day in the_days]
    around = zip([*over, *reversed(over)], [*_up(high), *reversed(_up(low))], strict=True)
    return Chart(
        dots=dots,
        marks=marks,
        line=_path(zip(over, _up(level), strict=True)),
        band=f"{_path(around)} Z",
    )


@lru_cache(maxsize=8)
def _across(span: int) -> tuple[int, ...]:
    """Say where each day of a stretch lies; all drawings of a page share one."""
    return tuple(round(WIDTH * at / span) for at in range(span + 1))


def _up(values: Sequence[float]) -> list[int]:
    within = np.clip(np.array(values, float), LOWEST, HIGHEST)
    places = np.rint(HEIGHT - HEIGHT * (within - LOWEST) / (HIGHEST - LOWEST))
    whole: list[int] = places.astype(int).tolist()
    return whole


def _path(places: Iterable[tuple[int, int]]) -> str:
    return "M" + " L".join([f"{across} {down}" for across, down in places])
