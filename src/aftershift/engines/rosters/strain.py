"""What a roster asks of the one who works it, counted: facts for herself, never of another.

Only work counts; call from home is not known to be work. Work from several sources is joined
first, so what stands in two of them, or overlaps, counts once. Hours are real, days and evenings
are the wall's. Nothing is said of weeks that a roster does not cover whole.

Each fact is defined once, with its source, in `DEFINITIONS`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from aftershift.engines.basics.spans import (
    Span,
    Spans,
    clip,
    day_of,
    day_span,
    meets,
    minute_of,
    moment_of,
    subtract,
    total,
    union,
    wall_minute,
)
from aftershift.engines.rosters.facts import QuickReturn, Run, quick_returns, runs_of_nights
from aftershift.engines.rosters.shifts import Kind, Shift

LONG_SHIFT_MINUTES = 720
EVENING, EVENING_MINUTES = (17 * 60, 22 * 60), 120
NIGHT, NIGHT_MINUTES = (23 * 60, 30 * 60), 180
WEEKEND_MINUTES = 120
WEEK_LIMIT_MINUTES = 48 * 60
REFERENCE_WEEKS = 17  # four months
WEEKLY_REST_MINUTES = (24 + 11) * 60
RECOVERY_DAYS = 2
INJURY_RATE_RATIO = 1.39


@dataclass(frozen=True, kw_only=True, slots=True)
class Definition:
    """What one fact counts, in words that a page can show, and where that comes from."""

    id: str
    words: str
    source: str


HAERMAE = "after Härmä 2015, 10.5271/sjweh.3492"
DIRECTIVE = "Directive 2003/88/EC"
DEFINITIONS = (
    Definition(
        id="quick_returns",
        words="Less than 11 hours from the end of one shift to the start of the next.",
        source=f"{DIRECTIVE}, Article 3",
    ),
    Definition(
        id="night_runs",
        words="Nights in a row: shifts with 3 hours or more between 23:00 and 06:00.",
        source=f"{DIRECTIVE}, Article 2; {HAERMAE}",
    ),
    Definition(
        id="nights",
        words="Nights with 3 hours or more of work between 23:00 and 06:00.",
        source=HAERMAE,
    ),
    Definition(
        id="long_shifts",
        words="12 hours of work or more without a break between shifts.",
        source=f"{HAERMAE}; 12 h as in 10.1186/s12912-019-0332-4",
    ),
    Definition(
        id="lost_evenings",
        words="Evenings with 2 hours or more of work between 17:00 and 22:00.",
        source=HAERMAE,
    ),
    Definition(
        id="lost_weekends",
        words="Weekends with 2 hours or more of work from Saturday 00:00 to Sunday 24:00.",
        source=f"{HAERMAE}; the two hours are ours",
    ),
    Definition(
        id="weekly_hours",
        words=(
            "The mean week over 17 weeks, against 48 hours, the European Union's limit; elsewhere "
            "there are others, or none. Leave counts as no work here, which that law does not "
            "allow, so its mean may be higher."
        ),
        source=f"{DIRECTIVE}, Articles 6 and 16",
    ),
    Definition(
        id="weekly_rest",
        words=(
            "Weeks without 35 hours of rest in one piece (24 and the daily 11), as in the European "
            "Union. Some of its countries let two weeks share it."
        ),
        source=f"{DIRECTIVE}, Articles 5 and 16",
    ),
    Definition(
        id="recovery",
        words=(
            "The two days after a quick return: on each, injuries were 1.39 times as frequent "
            "as after 15 to 17 hours of rest."
        ),
        source="Nielsen 2019, 10.5271/sjweh.3770 (69,200 hospital staff)",
    ),
    Definition(
        id="social_jetlag",
        words="How many hours later the middle of sleep lies on free days than on days of work.",
        source="Roenneberg 2012, 10.1016/j.cub.2012.03.038; Juda 2013, 10.1177/0748730412475041",
    ),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Stretch:
    """Work without a pause in the roster, in UTC."""

    starts: datetime
    ends: datetime

    @property
    def minutes(self) -> int:
        """Count its real minutes."""
        return minute_of(self.ends) - minute_of(self.starts)


@dataclass(frozen=True, kw_only=True, slots=True)
class Week:
    """One whole week, Monday to Sunday: its minutes at work, and its longest rest.

    `is_short_of_rest` is False where a longer rest may lie outside what the roster covers.
    """

    monday: date
    minutes: int
    longest_rest: int
    is_short_of_rest: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class WeeklyAverage:
    """The heaviest mean of 17 weeks in a row, or of all weeks where fewer are known."""

    mean_minutes: float
    weeks: int
    weeks_over: int  # of all known weeks, those over 48 h
    is_breached: bool  # over 48 h, on the whole of a reference period


@dataclass(frozen=True, kw_only=True, slots=True)
class RecoveryHint:
    """A day to take it easy: the first or the second after a quick return."""

    day: date
    number: int
    after: QuickReturn


@dataclass(frozen=True, kw_only=True, slots=True)
class Strain:
    """All of it, for one person; the fields bear the definitions' ids."""

    quick_returns: tuple[QuickReturn, ...]
    night_runs: tuple[Run, ...]
    nights: tuple[date, ...]
    long_shifts: tuple[Stretch, ...]
    lost_evenings: tuple[date, ...]
    lost_weekends: tuple[date, ...]  # their Saturdays
    weeks: tuple[Week, ...]
    weekly_hours: WeeklyAverage | None  # None where no whole week is known
    recovery: tuple[RecoveryHint, ...]


def strain_of(shifts: Sequence[Shift], *, zone: ZoneInfo, covers: tuple[date, date]) -> Strain:
    """Count what a person's rosters ask of her on the local days `covers`, both included.

    Shifts of the days around count where they reach into them: give those too.
    """
    weeks = weeks_of(shifts, zone=zone, covers=covers)

    def is_covered(day: date) -> bool:
        return covers[0] <= day <= covers[1]

    def is_begun(moment: datetime) -> bool:
        return is_covered(moment.astimezone(zone).date())

    return Strain(
        quick_returns=tuple(one for one in quick_returns(shifts) if is_begun(one.starts)),
        night_runs=tuple(one for one in runs_of_nights(shifts) if is_covered(one.last)),
        nights=tuple(filter(is_covered, nights_worked(shifts, zone=zone))),
        long_shifts=tuple(one for one in long_shifts(shifts) if is_begun(one.starts)),
        lost_evenings=tuple(filter(is_covered, lost_evenings(shifts, zone=zone))),
        lost_weekends=tuple(filter(is_covered, lost_weekends(shifts, zone=zone))),
        weeks=weeks,
        weekly_hours=average_week([one.minutes for one in weeks]),
        recovery=tuple(one for one in recovery_hints(shifts, zone=zone) if is_covered(one.day)),
    )


def nights_worked(shifts: Iterable[Shift], *, zone: ZoneInfo) -> tuple[date, ...]:
    """Name the evenings whose night holds three hours of work between 23:00 and 06:00."""
    work = _work(shifts)
    return tuple(day for day in _days(work, zone) if _on(day, NIGHT, work, zone) >= NIGHT_MINUTES)


def lost_evenings(shifts: Iterable[Shift], *, zone: ZoneInfo) -> tuple[date, ...]:
    """Name the days with two hours of work between 17:00 and 22:00."""
    work = _work(shifts)
    return tuple(
        day for day in _days(work, zone) if _on(day, EVENING, work, zone) >= EVENING_MINUTES
    )


def lost_weekends(shifts: Iterable[Shift], *, zone: ZoneInfo) -> tuple[date, ...]:
    """Name the Saturdays of weekends with two hours of work; a Friday night's end counts."""
    work = _work(shifts)
    saturdays = {day - timedelta(days=day.weekday() - 5) for day in _days(work, zone)}
    return tuple(
        sorted(
            day
            for day in saturdays
            if total(clip(work, _days_span(day, 2, zone))) >= WEEKEND_MINUTES
        )
    )


def long_shifts(shifts: Iterable[Shift]) -> tuple[Stretch, ...]:
    """Find twelve hours of work or more in one piece; a shift that the clocks stretch counts."""
    return tuple(
        Stretch(starts=moment_of(starts), ends=moment_of(ends))
        for starts, ends in _work(shifts)
        if ends - starts >= LONG_SHIFT_MINUTES
    )


def weeks_of(
    shifts: Iterable[Shift], *, zone: ZoneInfo, covers: tuple[date, date]
) -> tuple[Week, ...]:
    """Add up each whole week that the roster covers, and find its longest rest.

    A rest belongs to the week in which its middle lies, whole, and to others with what of it lies
    in them: Article 5 asks for one rest in each period of seven days and leaves open where in it.
    """
    known = (day_span(covers[0], zone)[0], day_span(covers[1], zone)[1])
    work = clip(_work(shifts), known)
    rests = subtract([known], work)
    weeks = [_week(_days_span(day, 7, zone), zone, work, rests) for day in _mondays(covers)]
    cut_short = [rest for rest in rests if rest[0] == known[0] or rest[1] == known[1]]
    return tuple(
        replace(one, is_short_of_rest=False)
        if meets(_days_span(one.monday, 7, zone), cut_short)
        else one
        for one in weeks
    )


def average_week(minutes: Sequence[int]) -> WeeklyAverage | None:
    """Average weeks that follow each other, by 17 at a time; None without a week.

    Reference: Directive 2003/88/EC, Articles 6 and 16(b).
    """
    if not minutes:
        return None
    weeks = min(len(minutes), REFERENCE_WEEKS)
    sums = [sum(minutes[n : n + weeks]) for n in range(len(minutes) - weeks + 1)]
    mean = max(sums) / weeks
    return WeeklyAverage(
        mean_minutes=mean,
        weeks=weeks,
        weeks_over=sum(one > WEEK_LIMIT_MINUTES for one in minutes),
        is_breached=weeks == REFERENCE_WEEKS and mean > WEEK_LIMIT_MINUTES,
    )


def recovery_hints(shifts: Iterable[Shift], *, zone: ZoneInfo) -> tuple[RecoveryHint, ...]:
    """Mark the day of the shift after each quick return, and the day that follows it.

    A day that follows two of them is marked for the nearer one. Reference: Nielsen 2019,
    10.5271/sjweh.3770: injury rate ratio 1.39 on the first day (1.23-1.58) and on the second
    (1.21-1.58), against 15-17 h of rest; it counts 11 h exactly as a quick return, the law not.
    """
    hints: dict[date, RecoveryHint] = {}
    for one in quick_returns(shifts):
        day = day_of(minute_of(one.starts), zone)
        for number in range(1, RECOVERY_DAYS + 1):
            on = day + timedelta(days=number - 1)
            if on not in hints or number < hints[on].number:
                hints[on] = RecoveryHint(day=on, number=number, after=one)
    return tuple(hints[day] for day in sorted(hints))


def _work(shifts: Iterable[Shift]) -> Spans:
    return union((minute_of(s.starts), minute_of(s.ends)) for s in shifts if s.kind is Kind.WORK)


def _days(work: Spans, zone: ZoneInfo) -> list[date]:
    """List the days that work touches, and the evening before each stretch."""
    days: set[date] = set()
    for starts, ends in work:
        first, last = day_of(starts, zone) - timedelta(days=1), day_of(ends, zone)
        days.update(first + timedelta(days=n) for n in range((last - first).days + 1))
    return sorted(days)


def _on(day: date, clock: Span, work: Spans, zone: ZoneInfo) -> int:
    """Add up the work between two hours of one day's wall clock."""
    hours = (wall_minute(day, clock[0], zone), wall_minute(day, clock[1], zone))
    return total(clip(work, hours))


def _days_span(day: date, days: int, zone: ZoneInfo) -> Span:
    return day_span(day, zone)[0], day_span(day + timedelta(days=days - 1), zone)[1]


def _mondays(covers: tuple[date, date]) -> Iterator[date]:
    monday = covers[0] + timedelta(days=-covers[0].weekday() % 7)
    while monday + timedelta(days=6) <= covers[1]:
        yield monday
        monday += timedelta(days=7)


def _week(span: Span, zone: ZoneInfo, work: Spans, rests: Spans) -> Week:
    touching = [rest for rest in rests if rest[0] < span[1] and span[0] < rest[1]]
    longest = max((_rest_in(rest, span) for rest in touching), default=0)
    return Week(
        monday=day_of(span[0], zone),
        minutes=total(clip(work, span)),
        longest_rest=longest,
        is_short_of_rest=longest < WEEKLY_REST_MINUTES,
    )


def _rest_in(rest: Span, week: Span) -> int:
    if week[0] <= (rest[0] + rest[1]) // 2 < week[1]:
        return rest[1] - rest[0]
    return min(rest[1], week[1]) - max(rest[0], week[0])
