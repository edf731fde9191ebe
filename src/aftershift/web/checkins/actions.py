"""Every change of check-ins; none of them is announced to anybody."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from aftershift.web.checkins import queries
from aftershift.web.checkins.models import CheckInYear, FootprintYear
from aftershift.web.checkins.papers import Daily, Footprint, FootprintPaper, Weekly, YearPaper
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.people.turns import own_turn

ChangedFootprints: TypeAlias = Callable[[tuple[Footprint, ...]], tuple[Footprint, ...]]


def keep_day(*, by: SignedIn, daily: Daily) -> None:
    """Keep a day, in place of what was said of it before."""
    _change(by, daily.day.year, lambda paper: _with_day(paper, daily))


def keep_week(*, by: SignedIn, weekly: Weekly) -> None:
    """Keep a week, in place of what was said of it before."""
    _change(by, weekly.week.year, lambda paper: _with_week(paper, weekly))


def forget_day(*, by: SignedIn, day: date) -> None:
    """Take a day out; a year without a row gets none by it."""
    if day.year in queries.years(by=by):
        _change(by, day.year, lambda paper: _without_day(paper, day))


def keep_footprint(*, by: SignedIn, footprint: Footprint) -> None:
    """Keep what was written about a week, in place of what was there before. Raises TooMuch."""
    _change_footprints(
        by,
        footprint.week.year,
        lambda others: tuple(sorted((*others, footprint), key=lambda one: one.week)),
        week=footprint.week,
    )


def forget_footprint(*, by: SignedIn, week: date) -> None:
    """Take out what was written about a week; a year without a row gets none by it."""
    if week.year in queries.footprint_years(by=by):
        _change_footprints(by, week.year, lambda others: others, week=week)


def _with_day(paper: YearPaper, daily: Daily) -> YearPaper:
    others = (one for one in paper.days if one.day != daily.day)
    return replace(paper, days=tuple(sorted((*others, daily), key=lambda one: one.day)))


def _without_day(paper: YearPaper, day: date) -> YearPaper:
    return replace(paper, days=tuple(one for one in paper.days if one.day != day))


def _with_week(paper: YearPaper, weekly: Weekly) -> YearPaper:
    others = (one for one in paper.weeks if one.week != weekly.week)
    return replace(paper, weeks=tuple(sorted((*others, weekly), key=lambda one: one.week)))


def _change(by: SignedIn, year: int, changed: Callable[[YearPaper], YearPaper]) -> None:
    with own_turn(by):
        before = queries.paper(by=by, year=year)
        row = CheckInYear.objects.filter(person=by.person, year=year).first()
        row = row or CheckInYear(person=by.person, year=year)
        row.write_from(by.vault, changed(before))
        row.save()


def _change_footprints(by: SignedIn, year: int, changed: ChangedFootprints, *, week: date) -> None:
    with own_turn(by):
        before = queries.footprint_paper(by=by, year=year).footprints
        others = tuple(one for one in before if one.week != week)
        row = FootprintYear.objects.filter(person=by.person, year=year).first()
        row = row or FootprintYear(person=by.person, year=year)
        row.write_from(by.vault, FootprintPaper(footprints=changed(others)))
        row.save()
