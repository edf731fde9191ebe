"""What a roster asks of a day, and why a new roster is no change of mood and no strain of work."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from aftershift.engines.basics.spans import day_span
from aftershift.engines.checkins.items import Moment
from aftershift.engines.rosters.shifts import Kind, Shift
from aftershift.engines.sleep.episodes import Habits
from aftershift.engines.windows.availability import KnownHours
from aftershift.library.checkins import items_of
from aftershift.web.checkins import cards, queries
from aftershift.web.checkins.papers import Daily

LONDON = ZoneInfo("Europe/London")
TODAY = date(2026, 10, 19)


def hours(*shifts: Shift, first: date, last: date) -> KnownHours:
    """Make the hours of somebody whose roster speaks about some days."""
    known = (day_span(first, LONDON)[0], day_span(last, LONDON)[1])
    return KnownHours(
        name="Jo", zone=LONDON, shifts=shifts, habits=Habits(), known=known, shares_times=True
    )


def shift(day: date, starts: int, length: int, kind: Kind = Kind.WORK) -> Shift:
    at = datetime.combine(day, time(starts), LONDON).astimezone(UTC)
    ends = at + timedelta(hours=length)
    return Shift(
        identity=f"{day}", starts=at, ends=ends, exact_starts=at, exact_ends=ends,
        zone="Europe/London", code="X", kind=kind, certainty=1.0,
    )  # fmt: skip


def test_the_kind_of_a_day_is_that_of_the_shift_that_starts_on_it() -> None:
    monday = date(2026, 10, 12)
    week = [monday + timedelta(days=more) for more in range(7)]
    known = hours(
        shift(week[0], 7, 12), shift(week[2], 19, 12), shift(week[4], 8, 10, Kind.ON_CALL),
        first=week[0], last=week[5],
    )  # fmt: skip
    found = queries.kinds_of_days(known, since=monday - timedelta(days=2), until=week[6])
    assert list(found) == week[:6]  # of other days the roster says nothing
    assert [found[day] for day in week[:5]] == ["day", "off", "night", "off", "off"]


def test_a_roster_that_changes_is_no_change_of_mood() -> None:
    start = TODAY - timedelta(days=119)
    kinds, days = {}, []
    for at in range(120):
        day = start + timedelta(days=at)
        kinds[day] = "night" if at % 8 < (2 if at < 99 else 6) else "off"
        low = 2 if kinds[day] == "night" else 7
        days.append(Daily(day=day, values={"energy": low + at % 2}))
    item = next(one for one in items_of(Moment.DAILY) if one.id == "energy")
    blind = cards.day_cards([item], days, {}, first=start, last=TODAY)[0]
    seeing = cards.day_cards([item], days, kinds, first=start, last=TODAY)[0]
    assert str(blind.says).startswith("A real change: lower")
    assert str(seeing.says).startswith("No real change")
    assert seeing.is_adjusted


def test_a_day_off_is_no_strain_at_work() -> None:
    start = date(2026, 1, 1)
    days = [
        Daily(day=start + timedelta(days=at), values={"stress": at % 7, "closeness": at % 5})
        for at in range(60)
    ]
    kinds = {one.day: "off" if one.day.weekday() >= 3 else "day" for one in days}
    assert "59 pairs" in cards.spill_words(days, {})
    assert "of 40 pairs of days so far" in cards.spill_words(days, kinds)
