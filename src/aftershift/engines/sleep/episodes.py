"""Shifts -> likely sleep, by rules whose numbers are published.

Lengths are real minutes, so a night shift that the clocks make longer leaves less to sleep in;
bedtimes, shift starts and children are read from the wall clock. Everything here is the likeliest
night of an average person: each episode carries the band that must be shown beside it.

Reference, number by number:
* after nights: 5.74 h asleep (Ganesan 2019, PMC6420632), not growing with more nights and
  shortest after the last (PMC8527589); the 4.5 h of the last one is a judgement;
* before a start at `st` o'clock: 5.0 h in bed up to 04:30, 0.7 h more for each hour later, at most
  8 h (Ingre 2008, 10.1080/07420520802110704);
* free days: by mid-sleep; displaced less than an hour by the shift before (Juda 2013,
  10.1177/0748730412475041);
* asleep = 0.87 of the time in bed reconciles Ingre's diaries with Ganesan's actigraphs (judgement).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TypeAlias
from zoneinfo import ZoneInfo

from aftershift.engines.basics.spans import (
    Span,
    Spans,
    day_of,
    day_span,
    meets,
    minute_of,
    minute_of_day,
    moment_of,
    union,
    wall_minute,
)
from aftershift.engines.rosters.shifts import Kind, Shift

_Rest: TypeAlias = tuple[Span, "SleepKind"]

ASLEEP_SHARE = 0.87
AFTER_NIGHT_MINUTES = 396  # 6.6 h in bed, 5.74 h asleep
AFTER_LAST_NIGHT_MINUTES = 270
SHORTEST_MINUTES = 60  # less is a nap, and naps are not assumed
ONLY_SLEEP_WITHIN = 20 * 60  # a duty this soon after a night leaves one sleep between
LATEST_DAY_SLEEP = 15 * 60  # who comes home later than this waits for the night
DISPLACED_MINUTES = 60  # a late finish moves the waking by at most this
STILL_NIGHT = 4 * 60  # a night duty is still at work at 04:00


class SleepError(Exception):
    """Habits, hours or sleeps that cannot be; the message names the field and the reason."""


class SleepKind(StrEnum):
    """Which rule an episode comes from."""

    NIGHT = "night"  # by night, before a day with work
    AFTER_NIGHT = "after_night"  # by day, between nights
    AFTER_LAST_NIGHT = "after_last_night"  # the short one before turning round
    FREE = "free"  # a free day, by chronotype
    TOLD = "told"  # the person said so; taken as truth


BAND_MINUTES = {
    SleepKind.NIGHT: 55,  # +-0.92 h day to day (Ganesan 2019)
    SleepKind.AFTER_NIGHT: 78,  # +-1.30 h night to night (Ganesan 2019)
    SleepKind.AFTER_LAST_NIGHT: 90,  # judgement: no worse figure is published
    SleepKind.FREE: 60,  # displaced by less than an hour (Juda 2013)
    SleepKind.TOLD: 0,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Habits:
    """A person's own lengths, in minutes, and two times on her own clock.

    Defaults: the recommended engine's (commute, preparing and winding down 45 min each, 90 min of
    unwinding after an evening shift). `mid_sleep_free` is mid-sleep on free days (MSFsc), the
    chronotype; `sleep_need` the time in bed on a free night.
    """

    commute: int = 45
    prepare: int = 45
    wind_down: int = 45
    unwind_evening: int = 90
    mid_sleep_free: time = time(4, 30)
    sleep_need: int = 510
    children_wake: time | None = None
    children_bed: time | None = None

    def __post_init__(self) -> None:
        for name in ("commute", "prepare", "wind_down", "unwind_evening"):
            if not 0 <= getattr(self, name) <= 300:
                raise SleepError(f"{name}: not between 0 and 300 minutes")
        if not 180 <= self.sleep_need <= 840:
            reason = "sleep_need: not between 180 and 840 minutes"
            raise SleepError(reason)


@dataclass(frozen=True, kw_only=True, slots=True)
class Episode:
    """One likely sleep: time in bed from `starts` to `ends` (UTC, aware).

    `asleep_minutes` is what an actigraph would count (0.87 of the time in bed); `band_minutes` the
    one-sided uncertainty that is shown beside it.
    """

    starts: datetime
    ends: datetime
    kind: SleepKind
    asleep_minutes: int
    band_minutes: int

    def __post_init__(self) -> None:
        if self.ends <= self.starts:
            reason = "episode: it ends before it starts"
            raise SleepError(reason)

    @property
    def span(self) -> Span:
        """Its time in bed, in minutes since the epoch."""
        return minute_of(self.starts), minute_of(self.ends)


def likely_sleep(  # noqa: PLR0913 - the contract between rooms; all but two are keywords
    shifts: Sequence[Shift],
    habits: Habits,
    *,
    zone: ZoneInfo,
    first: date,
    last: date,
    told: Sequence[Episode] = (),
) -> tuple[Episode, ...]:
    """Predict when somebody sleeps from the local day `first` to `last`, both included.

    Only work stops sleep; call at home and leave do not. What was told is truth and replaces each
    prediction that it overlaps. The episodes are in order, never overlap, and a predicted one
    never touches work or the way there and back. An episode that crosses the range's edge is
    whole. Shifts outside the range count too: give those of the days around it.
    """
    nights = _Nights(habits=habits, zone=zone, first=first, last=last)
    predicted = [rest for gap in _gaps(shifts, nights) for rest in _rests_in(gap, nights)]
    truths = _latest_of(told)
    starts, ends = day_span(first, zone)[0], day_span(last, zone)[1]
    taken = union(truth.span for truth in truths)
    episodes = [*truths, *(_episode(*rest) for rest in predicted if not meets(rest[0], taken))]
    inside = (one for one in episodes if one.span[0] < ends and starts < one.span[1])
    return tuple(sorted(inside, key=lambda one: one.starts))


def told_sleep(starts: datetime, ends: datetime) -> Episode:
    """Take "I slept from then to then" as truth: time in bed, as in a sleep diary."""
    return _episode((minute_of(starts), minute_of(ends)), SleepKind.TOLD)


def night_duties(shifts: Iterable[Shift], habits: Habits, zone: ZoneInfo) -> Spans:
    """Find the duties that take a whole night: left for before sleeping, still at work at 04:00."""
    nights = _Nights(habits=habits, zone=zone, first=date.min, last=date.max)
    return [duty for duty in _duties(shifts, habits) if nights.are_worked_by(duty)]


def minutes_in_bed_before(start: int) -> int:
    """Give the night's length before a shift at `start` minutes after midnight on the wall.

    Reference: Ingre 2008; 5.0 h before 04:30, slope 0.7 h per hour, at most 8 h.
    """
    return round(min(max(300.0, 300.0 + 0.7 * (start - 270)), 480.0))


# --- the natural night, and the gaps between duties ------------------------------


@dataclass(frozen=True, kw_only=True, slots=True)
class _Night:
    """A night as the body would have it: to bed by the clock, up after the length it needs."""

    day: date  # of the waking
    bed: int
    wake: int


@dataclass(frozen=True, kw_only=True, slots=True)
class _Nights:
    """One person's natural nights over a range of days, with a day to spare at each end."""

    habits: Habits
    zone: ZoneInfo
    first: date
    last: date

    def of(self, day: date) -> _Night:
        middle = minute_of_day(self.habits.mid_sleep_free)
        if middle >= 18 * 60:  # an extreme lark's middle lies on the evening before
            middle -= 1440
        bed = wall_minute(day, middle - self.habits.sleep_need // 2, self.zone)
        return _Night(day=day, bed=bed, wake=bed + self.habits.sleep_need)

    def between(self, starts: int | None, ends: int | None) -> Iterator[_Night]:
        """Walk the nights that touch a gap, those of the range only."""
        day = self.first - timedelta(days=1)
        last = self.last + timedelta(days=2)
        if starts is not None:
            day = max(day, day_of(starts, self.zone))
        if ends is not None:
            last = min(last, day_of(ends, self.zone) + timedelta(days=1))
        while day <= last:
            yield self.of(day)
            day += timedelta(days=1)

    def are_worked_by(self, duty: Span) -> bool:
        """Say whether a duty takes the whole night before its end."""
        night = self.of(day_of(duty[1], self.zone))
        leaves = duty[0] - self.habits.commute - self.habits.prepare
        works_late = duty[1] >= wall_minute(night.day, STILL_NIGHT, self.zone)
        return leaves < night.bed + SHORTEST_MINUTES and works_late


@dataclass(frozen=True, kw_only=True, slots=True)
class _Gap:
    """The time between two duties; None where the roster has none."""

    ended: int | None  # the duty before
    begins: int | None  # the duty after
    after_night: bool
    opens: float  # home and wound down
    alarm: float  # must rise for the duty after
    begins_at: int  # on the wall, minutes after midnight

    @property
    def is_short(self) -> bool:
        """Say whether it holds one sleep only."""
        if self.begins is None or self.ended is None:
            return False
        return self.begins - self.ended <= ONLY_SLEEP_WITHIN


def _duties(shifts: Iterable[Shift], habits: Habits) -> Spans:
    """Join work that leaves no hour of sleep between: two sites in a row, a break, a handover."""
    too_short = 2 * habits.commute + habits.wind_down + habits.prepare + SHORTEST_MINUTES
    work = ((minute_of(s.starts), minute_of(s.ends)) for s in shifts if s.kind is Kind.WORK)
    stretched = union((starts, ends + too_short) for starts, ends in work if starts < ends)
    return [(starts, ends - too_short) for starts, ends in stretched]


def _gaps(shifts: Iterable[Shift], nights: _Nights) -> Iterator[_Gap]:
    duties = _duties(shifts, nights.habits)
    befores: list[Span | None] = [None, *duties]
    afters: list[Span | None] = [*duties, None]
    for before, after in zip(befores, afters, strict=True):
        yield _gap(before, after, nights)


def _gap(before: Span | None, after: Span | None, nights: _Nights) -> _Gap:
    habits = nights.habits
    after_night = before is not None and nights.are_worked_by(before)
    opens, alarm, begins_at = float("-inf"), float("inf"), 0
    if before:
        opens = before[1] + habits.commute
        opens += habits.wind_down if after_night else habits.unwind_evening
    if after:
        alarm = after[0] - habits.commute - habits.prepare
        begins_at = minute_of_day(moment_of(after[0]).astimezone(nights.zone).time())
    return _Gap(
        ended=before[1] if before else None,
        begins=after[0] if after else None,
        after_night=after_night,
        opens=opens,
        alarm=alarm,
        begins_at=begins_at,
    )


# --- the rules, read from the top: the first that fits one night or one day ------


@dataclass(frozen=True, kw_only=True, slots=True)
class _Rule:
    name: str
    when: Callable[[_Gap, _Night], bool]
    to_bed: Callable[[_Gap, _Night], float]
    up: Callable[[_Gap, _Night], float]


def _length_before(gap: _Gap, night: _Night) -> int:
    return min(minutes_in_bed_before(gap.begins_at), night.wake - night.bed)


NIGHT_RULES = (
    _Rule(
        name="before an early start",
        when=lambda gap, night: gap.alarm < night.wake,
        to_bed=lambda gap, night: max(gap.opens, gap.alarm - _length_before(gap, night)),
        up=lambda gap, _night: gap.alarm,
    ),
    _Rule(
        name="after a late finish",
        when=lambda gap, night: gap.opens > night.bed,
        to_bed=lambda gap, _night: gap.opens,
        up=lambda gap, night: min(
            gap.opens + night.wake - night.bed, night.wake + DISPLACED_MINUTES, gap.alarm
        ),
    ),
    _Rule(
        name="by the body's own clock",
        when=lambda _gap, _night: True,
        to_bed=lambda _gap, night: night.bed,
        up=lambda _gap, night: night.wake,
    ),
)


def _rests_in(gap: _Gap, nights: _Nights) -> list[_Rest]:
    """Lay the sleeps into one gap: first by day after a night duty, then night by night."""
    rests = _day_sleep(gap, nights) if gap.after_night else []
    if rests and rests[0][1] is SleepKind.AFTER_NIGHT:
        return rests
    if rests:
        gap = replace(gap, opens=rests[0][0][1])
    for night in nights.between(gap.ended, gap.begins):
        if gap.after_night and gap.ended is not None and night.bed < gap.ended:
            continue
        if gap.opens < night.wake and gap.alarm > night.bed + SHORTEST_MINUTES:
            rests += _night_sleep(gap, night, nights)
    return rests


def _day_sleep(gap: _Gap, nights: _Nights) -> list[_Rest]:
    """Sleep by day after a night duty: the only sleep before the next one, or a short one."""
    opens, alarm = gap.opens, gap.alarm
    if gap.is_short:
        ends = min(alarm, opens + AFTER_NIGHT_MINUTES)
        return _long_enough(opens, ends, SleepKind.AFTER_NIGHT)
    at_home = moment_of(int(opens)).astimezone(nights.zone).time()
    if minute_of_day(at_home) > LATEST_DAY_SLEEP:
        return []
    ends = min(alarm, opens + AFTER_LAST_NIGHT_MINUTES)
    return _long_enough(opens, ends, SleepKind.AFTER_LAST_NIGHT)


def _night_sleep(gap: _Gap, night: _Night, nights: _Nights) -> list[_Rest]:
    rule = next(rule for rule in NIGHT_RULES if rule.when(gap, night))
    starts, ends = rule.to_bed(gap, night), rule.up(gap, night)
    if nights.habits.children_wake is not None:
        woken = wall_minute(night.day, minute_of_day(nights.habits.children_wake), nights.zone)
        ends = min(ends, woken)
    works = gap.begins is not None and day_of(gap.begins, nights.zone) == night.day
    return _long_enough(starts, ends, SleepKind.NIGHT if works else SleepKind.FREE)


def _long_enough(starts: float, ends: float, kind: SleepKind) -> list[_Rest]:
    if ends - starts < SHORTEST_MINUTES:
        return []
    return [((int(starts), int(ends)), kind)]


def _episode(span: Span, kind: SleepKind) -> Episode:
    return Episode(
        starts=moment_of(span[0]),
        ends=moment_of(span[1]),
        kind=kind,
        asleep_minutes=round(ASLEEP_SHARE * (span[1] - span[0])),
        band_minutes=BAND_MINUTES[kind],
    )


def _latest_of(told: Sequence[Episode]) -> list[Episode]:
    """Keep what was told; where two overlap, the one that was told last."""
    kept: list[Episode] = []
    for one in reversed(told):
        if not meets(one.span, union(other.span for other in kept)):
            kept.append(one)
    return kept
