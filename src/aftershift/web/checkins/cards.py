"""What the pages of check-ins show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median

from django.utils.functional import Promise
from django.utils.safestring import SafeString

from aftershift.engines.checkins.charting import Chart, chart
from aftershift.engines.checkins.items import About, Moment, OwnItem, week_of
from aftershift.engines.checkins.spillover import Spillover, Spills, spillover
from aftershift.engines.checkins.trend import Trend, Verdict, levels
from aftershift.library.checkins import items_of, load_footprint
from aftershift.web.checkins import queries
from aftershift.web.checkins.papers import Daily, Weekly
from aftershift.web.checkins.side_by_side import WeeksCard, record_by_week, weeks_side_by_side
from aftershift.web.checkins.words import OTHER_WAY, SPANS, SPILLS, VERDICTS
from aftershift.web.checkins.written import lines_of, number_words
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.safety import queries as safety

YEAR = 365  # days that a level is learnt from, whatever stretch is drawn


@dataclass(frozen=True, kw_only=True, slots=True)
class ItemCard:
    """One item over time: its drawing, its table, and what may be said of it."""

    item: OwnItem
    chart: Chart
    rows: Sequence[tuple[date, float]]  # a line for each day or week, with its number
    says: Promise | str
    is_adjusted: bool = False  # what each kind of shift adds was taken off first

    def lines(self) -> SafeString:
        """Write the table's lines at once."""
        return lines_of((day, number_words(value)) for day, value in self.rows)


@dataclass(frozen=True, kw_only=True, slots=True)
class TrendsPage:
    """All that the page of trends shows; what is for two is empty where that is put away."""

    span: str
    spans: tuple[tuple[str, Promise], ...]
    first: date
    last: date
    days: tuple[ItemCard, ...]
    weeks: tuple[ItemCard, ...]
    spill: str
    thanked: int
    beside: tuple[WeeksCard, ...]
    record: WeeksCard | None  # minutes on the record after hours
    has_both: bool  # whether the hours of two are known


@dataclass(frozen=True, kw_only=True, slots=True)
class FootprintPage:
    """The week that is asked about with what is kept of it, and the weeks before, newest first."""

    week: date
    this: dict[str, str]
    earlier: tuple[tuple[date, tuple[tuple[str, str], ...]], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Summary:
    """A line of the page on paper: the item, its middle and range, and what may be said."""

    item: OwnItem
    answers: int
    middle: float
    low: float
    high: float
    says: Promise | str


def shown_items(moment: Moment, *, by: SignedIn) -> tuple[OwnItem, ...]:
    """Give the items of a moment; without those about two where that is put away."""
    just_me = safety.is_just_me(by=by)
    return tuple(one for one in items_of(moment) if not (just_me and one.about is About.TWO))


def trends_page(*, by: SignedIn, now: datetime, span: str) -> TrendsPage:
    """Gather the trends. Every span learns from the same year, so each takes as long."""
    last, two = queries.today(by=by, now=now), not safety.is_just_me(by=by)
    since, first = last - timedelta(days=YEAR), last - timedelta(days=SPANS[span][0] - 1)
    year = queries.between(by=by, since=since, until=last)
    hours = queries.hours_of_partners(by=by)
    kinds = queries.kinds_of_days(hours[0], since=since, until=last) if hours else {}
    items = shown_items(Moment.DAILY, by=by)
    days = day_cards(items, year.days, kinds, first=first, last=last)
    together = queries.awake_together(hours, today=last) if two else ()
    return TrendsPage(
        span=span,
        spans=tuple((name, words) for name, (_days, words) in SPANS.items()),
        first=first,
        last=last,
        days=days,
        weeks=tuple(
            _week_card(one, year.weeks, first=first, last=last)
            for one in shown_items(Moment.WEEKLY, by=by)
        ),
        spill=spill_words(year.days, kinds) if two else "",
        thanked=sum(one.thanked for one in year.days if one.day >= first),
        beside=weeks_side_by_side(
            year.days, together, today=last, closeness=_says_of("closeness", days)
        )
        if two
        else (),
        record=record_by_week(year.days, today=last),
        has_both=len(hours) > 1,
    )


def _says_of(item: str, cards: Sequence[ItemCard]) -> Promise | str:
    return next((one.says for one in cards if one.item.id == item), "")


def footprint_page(*, by: SignedIn, week: date) -> FootprintPage:
    """Gather what was written about this week and those before it, as far as the last year."""
    kept = queries.footprints(by=by, year=week.year)
    questions = load_footprint()
    return FootprintPage(
        week=week,
        this=next((one.answers for one in kept if one.week == week), {}),
        earlier=tuple(
            (one.week, tuple((q.asks, one.answers[q.id]) for q in questions if q.id in one.answers))
            for one in reversed(kept)
            if one.week != week
        ),
    )


def summaries(*, by: SignedIn, now: datetime, weeks: int) -> tuple[Summary, ...]:
    """Gather a line for each item that was answered in so many weeks; nothing is drawn."""
    last = queries.today(by=by, now=now)
    since, first = last - timedelta(days=YEAR), last - timedelta(days=7 * weeks - 1)
    year = queries.between(by=by, since=since, until=last)
    hours = queries.hours_of_partners(by=by)
    kinds = queries.kinds_of_days(hours[0], since=since, until=last) if hours else {}
    items = shown_items(Moment.DAILY, by=by)
    said = {one.id: _series(year.days, one.id) for one in items}
    trends = levels(said, until=last, since=last, kinds=kinds)
    daily = [_summary(one, said[one.id], first, VERDICTS[trends[one.id].verdict]) for one in items]
    weekly = [
        _summary(one, _by_week(year.weeks, one.id), week_of(first), "")
        for one in shown_items(Moment.WEEKLY, by=by)
    ]
    return tuple(one for one in (*daily, *weekly) if one)


def _summary(
    item: OwnItem, said: Sequence[tuple[date, float]], first: date, says: Promise | str
) -> Summary | None:
    values = [value for day, value in said if day >= first]
    if not values:
        return None
    return Summary(
        item=item,
        answers=len(values),
        middle=median(values),
        low=min(values),
        high=max(values),
        says=says,
    )


def spill_words(days: Sequence[Daily], kinds: Mapping[date, str]) -> str:
    """Say whether a hard day at work shows in the next day's closeness, in one sentence.

    A day that the roster calls free is no day at work.
    """
    worked = [one for one in days if kinds.get(one.day) != queries.OFF]
    found = spillover(_series(worked, "stress"), _series(days, "closeness"))
    return str(_spill_template(found)) % {"pairs": found.pairs}


def _spill_template(found: Spillover) -> Promise:
    is_other = found.verdict is Spills.FOUND and (found.estimate or 0) > 0
    return OTHER_WAY if is_other else SPILLS[found.verdict]


def _series(days: Sequence[Daily], item: str) -> list[tuple[date, float]]:
    return [(one.day, float(one.values[item])) for one in days if item in one.values]


def _by_week(weeks: Sequence[Weekly], item: str) -> list[tuple[date, float]]:
    return [(one.week, float(one.values[item])) for one in weeks if item in one.values]


def day_cards(
    items: Sequence[OwnItem],
    days: Sequence[Daily],
    kinds: Mapping[date, str],
    *,
    first: date,
    last: date,
) -> tuple[ItemCard, ...]:
    """Draw the days of a stretch; what each kind of shift adds is taken off before it is judged."""
    said = {one.id: _series(days, one.id) for one in items}
    trends = levels(said, until=last, since=first, kinds=kinds)
    return tuple(_card(one, said[one.id], trends[one.id], first=first, last=last) for one in items)


def _week_card(item: OwnItem, weeks: Sequence[Weekly], *, first: date, last: date) -> ItemCard:
    """Draw the weeks of a stretch; of so few numbers no level is estimated and no change named."""
    said, shown = _by_week(weeks, item.id), week_of(first)
    rows = [one for one in said if one[0] >= shown]
    return ItemCard(item=item, chart=chart(said, (), first=shown, last=last), rows=rows, says="")


def _card(
    item: OwnItem, said: Sequence[tuple[date, float]], trend: Trend, *, first: date, last: date
) -> ItemCard:
    return ItemCard(
        item=item,
        chart=chart(said, trend.points, first=first, last=last),
        rows=[one for one in said if one[0] >= first],
        says=VERDICTS[trend.verdict] if said else VERDICTS[Verdict.NOT_YET],
        is_adjusted=trend.adjusted,
    )
