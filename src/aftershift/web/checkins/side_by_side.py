"""Closeness, time together and thanks by whole weeks: laid side by side, and never added up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from statistics import median
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from aftershift.engines.checkins.charting import HIGHEST as HIGHEST_DRAWN
from aftershift.engines.checkins.charting import Chart, chart
from aftershift.engines.checkins.items import HIGHEST, week_of
from aftershift.engines.checkins.lasting import lasting
from aftershift.engines.checkins.trend import OF_WEEK
from aftershift.engines.windows.weeks import WEEK, WeekTogether
from aftershift.web.checkins.papers import Daily
from aftershift.web.checkins.queries import MINUTES, WEEKS
from aftershift.web.checkins.words import (
    CLOSENESS,
    RECORD,
    THANKS,
    TIME,
    TIME_VERDICTS,
    WeeklyNumber,
)
from aftershift.web.checkins.written import lines_of
from aftershift.web.rosters.words import length_words

DAYS_OF_WEEK = 7
TEN_HOURS = 10 * MINUTES  # a drawing of time ends at a whole ten of hours


class WeekRow(NamedTuple):
    """A week by its Monday, its number, and the number in words."""

    monday: date
    value: float
    words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class WeeksCard:
    """One number a week: its drawing from nothing to `top`, its table, and what may be said."""

    about: WeeklyNumber
    top: str
    chart: Chart
    rows: tuple[WeekRow, ...]
    says: Promise | str

    def lines(self) -> SafeString:
        """Write the table's lines at once."""
        return lines_of((row.monday, format_html("{}", row.words)) for row in self.rows)


def weeks_side_by_side(
    days: Sequence[Daily],
    together: Sequence[WeekTogether],
    *,
    today: date,
    closeness: Promise | str,
) -> tuple[WeeksCard, ...]:
    """Gather the cards that have a week to show; `closeness` is what its days may say."""
    weeks = _by_week(days, today)
    found = (_closeness(weeks, today, closeness), _time(together, today), _thanks(weeks, today))
    return tuple(one for one in found if one.rows)


def record_by_week(days: Sequence[Daily], *, today: date) -> WeeksCard | None:
    """Add up the minutes on the record after hours, by whole weeks; None where none were told."""
    weeks = _by_week([one for one in days if one.record is not None], today)
    sums = [(day, sum(one.record or 0 for one in of), len(of)) for day, of in weeks.items()]
    rows = tuple(
        WeekRow(day, minutes, ngettext("%(n)d, of %(days)d day", "%(n)d, of %(days)d days", told)
                % {"n": minutes, "days": told})
        for day, minutes, told in sums
    )  # fmt: skip
    top = MINUTES * ceil(max([minutes for _, minutes, _ in sums], default=1) / MINUTES) or MINUTES
    return _card(RECORD, rows, top=top, today=today, says="") if rows else None


def _by_week(days: Sequence[Daily], today: date) -> dict[date, list[Daily]]:
    """Put the days of the last twelve whole weeks together, by their Monday."""
    weeks: dict[date, list[Daily]] = {}
    this = week_of(today)
    for one in days:
        if this - WEEKS * WEEK <= one.day < this:
            weeks.setdefault(week_of(one.day), []).append(one)
    return weeks


def _closeness(
    weeks: Mapping[date, Sequence[Daily]], today: date, says: Promise | str
) -> WeeksCard:
    said = {
        day: [one.values["closeness"] for one in of if "closeness" in one.values]
        for day, of in weeks.items()
    }
    middles = {day: float(median(of)) for day, of in said.items() if len(of) >= OF_WEEK}
    rows = tuple(WeekRow(day, middle, f"{middle:g}") for day, middle in middles.items())
    return _card(CLOSENESS, rows, top=HIGHEST, today=today, says=says)


def _time(together: Sequence[WeekTogether], today: date) -> WeeksCard:
    rows = tuple(WeekRow(one.monday, one.minutes, length_words(one.minutes)) for one in together)
    minutes = [row.value for row in rows]
    top = TEN_HOURS * ceil(max([*minutes, 1]) / TEN_HOURS)
    says = TIME_VERDICTS[lasting(minutes, least=MINUTES)]
    return _card(TIME, rows, top=top, today=today, says=says)


def _thanks(weeks: Mapping[date, Sequence[Daily]], today: date) -> WeeksCard:
    rows = tuple(
        WeekRow(day, count, ngettext("%(n)d, of %(days)d day", "%(n)d, of %(days)d days", len(of))
                % {"n": count, "days": len(of)})
        for day, of in weeks.items()
        for count in [sum(one.thanked for one in of)]
    )  # fmt: skip
    return _card(THANKS, rows, top=DAYS_OF_WEEK, today=today, says="")


def _card(
    about: WeeklyNumber, rows: tuple[WeekRow, ...], *, top: int, today: date, says: Promise | str
) -> WeeksCard:
    first, last = week_of(today) - WEEKS * WEEK, week_of(today) - WEEK
    scaled = [(row.monday, HIGHEST_DRAWN * row.value / top) for row in rows]
    return WeeksCard(
        about=about,
        top=_("%(hours)d h") % {"hours": top // MINUTES} if about is TIME else str(top),
        chart=chart(scaled, (), first=first, last=last),
        rows=rows,
        says=says,
    )
