"""Reads of check-ins; each takes `by`, whose vault opens what is read."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from aftershift.engines.basics.spans import day_span, minute_of
from aftershift.engines.checkins.items import day_of, may_add_yesterday, week_of
from aftershift.engines.rosters.facts import is_night
from aftershift.engines.rosters.shifts import Kind
from aftershift.engines.windows.availability import KnownHours, sleep_of
from aftershift.engines.windows.weeks import WEEK, WeekTogether, weeks_together
from aftershift.web.checkins.models import CheckInYear, FootprintYear
from aftershift.web.checkins.papers import Daily, Footprint, FootprintPaper, Weekly, YearPaper
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.windows import queries as windows
from aftershift.web.windows.company import partners

MINUTES = 60
OFF = "off"
WEEKS = 12  # looked back at: as far as a calendar is read


def paper(*, by: SignedIn, year: int) -> YearPaper:
    """Open the check-ins of a year."""
    row = CheckInYear.objects.filter(person=by.person, year=year).first()
    return row.read_as(by.vault, YearPaper) if row else YearPaper()


def years(*, by: SignedIn) -> tuple[int, ...]:
    """Say of which years there are any, the oldest first."""
    rows = CheckInYear.objects.filter(person=by.person).order_by("year")
    return tuple(rows.values_list("year", flat=True))


def between(*, by: SignedIn, since: date, until: date) -> YearPaper:
    """Give the days and the weeks from `since` to `until`; each year's row is opened once."""
    papers = [paper(by=by, year=year) for year in range(since.year, until.year + 1)]
    return YearPaper(
        days=tuple(one for every in papers for one in every.days if since <= one.day <= until),
        weeks=tuple(one for every in papers for one in every.weeks if since <= one.week <= until),
    )


def daily(*, by: SignedIn, since: date, until: date) -> tuple[Daily, ...]:
    """Give the days from `since` to `until`, both included, the oldest first."""
    return between(by=by, since=since, until=until).days


def weekly(*, by: SignedIn, since: date, until: date) -> tuple[Weekly, ...]:
    """Give the weeks whose Monday lies from `since` to `until`, the oldest first."""
    return between(by=by, since=since, until=until).weeks


def footprint_paper(*, by: SignedIn, year: int) -> FootprintPaper:
    """Open what was written about the weeks of a year."""
    row = FootprintYear.objects.filter(person=by.person, year=year).first()
    return row.read_as(by.vault, FootprintPaper) if row else FootprintPaper()


def footprint_years(*, by: SignedIn) -> tuple[int, ...]:
    """Say of which years there are any footprints, the oldest first."""
    rows = FootprintYear.objects.filter(person=by.person).order_by("year")
    return tuple(rows.values_list("year", flat=True))


def footprints(*, by: SignedIn, year: int) -> tuple[Footprint, ...]:
    """Give what was written about the weeks of a year and of the one before, the oldest first."""
    papers = (footprint_paper(by=by, year=one) for one in (year - 1, year))
    return tuple(one for every in papers for one in every.footprints)


def today(*, by: SignedIn, now: datetime) -> date:
    """Say which day a check-in belongs to now, on this person's own clock."""
    return day_of(now.astimezone(windows.own_zone(by=by)))


def may_add_yesterday_now(*, by: SignedIn, now: datetime) -> bool:
    """Say whether yesterday may still be answered."""
    return may_add_yesterday(now.astimezone(windows.own_zone(by=by)))


def likely_slept(*, by: SignedIn, day: date, now: datetime) -> float | None:
    """Give the hours, to the half, that somebody likely slept before or on a day, by the roster.

    Every sleep counts out of which they woke on that day and by now. None without a roster.
    """
    hours = _own_hours(by)
    if hours is None:
        return None
    covers = day_span(day, hours.zone)
    found = sleep_of(hours, covers=covers, lead_in=timedelta(days=2))
    woken = [
        one for one in found if covers[0] < minute_of(one.ends) <= min(covers[1], minute_of(now))
    ]
    slept = sum(one.asleep_minutes for one in woken)
    return round(2 * slept / MINUTES) / 2 if woken else None


def kinds_of_days(hours: KnownHours, *, since: date, until: date) -> Mapping[date, str]:
    """Say of each day from `since` to `until` whether it was a day's work, a night's or off.

    A shift is of the day on which it starts. Nothing is said of days that the hours do not cover.
    """
    worked = {
        one.starts.astimezone(hours.zone).date(): "night" if is_night(one) else "day"
        for one in hours.shifts
        if one.kind is Kind.WORK
    }
    days = (since + timedelta(days=more) for more in range((until - since).days + 1))
    return {day: worked.get(day, OFF) for day in days if _is_known(day, hours)}


def _is_known(day: date, hours: KnownHours) -> bool:
    starts, ends = day_span(day, hours.zone)
    return hours.known is None or (hours.known[0] <= starts and ends <= hours.known[1])


def hours_of_partners(*, by: SignedIn) -> tuple[KnownHours, ...]:
    """Gather the hours of the partners, this person's own first; none where those are not known."""
    known = partners(windows.everybody(by=by))
    if not known or known[0].id != windows.own_member(by=by):
        return ()
    return tuple(one.hours for one in known if isinstance(one.hours, KnownHours))


def awake_together(everyone: Sequence[KnownHours], *, today: date) -> tuple[WeekTogether, ...]:
    """Count the minutes in which all are awake, home and off work, for twelve whole weeks.

    Only those before this week that every roster covers; none for one person alone.
    """
    if len(everyone) < 2:
        return ()
    first = week_of(today) - WEEKS * WEEK
    return weeks_together(everyone, zone=everyone[0].zone, first=first, weeks=WEEKS)


def _own_hours(by: SignedIn) -> KnownHours | None:
    own = windows.own_member(by=by)
    known = next((one for one in windows.everybody(by=by) if one.id == own), None)
    return known.hours if known and isinstance(known.hours, KnownHours) else None
