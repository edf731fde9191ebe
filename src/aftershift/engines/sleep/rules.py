"""The rules by which sleep is laid into a gap between duties, each with its published number.

Reference, number by number:
* after nights: 5.74 h asleep (Ganesan 2019, PMC6420632), not growing with more nights and
  shortest after the last (PMC8527589); the 4.5 h of the last one is a judgement;
* before a start at `st` o'clock: 5.0 h in bed up to 04:30, 0.7 h more for each hour later, at most
  8 h (Ingre 2008, 10.1080/07420520802110704); children who wake their parent before work would
  are a start like any other;
* free days: by mid-sleep; displaced less than an hour by the shift before (Juda 2013,
  10.1177/0748730412475041).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from aftershift.engines.basics.spans import Span, day_of, minute_of_day, moment_of
from aftershift.engines.sleep.gaps import SHORTEST_MINUTES, Gap, Night, Nights
from aftershift.engines.sleep.sleeps import SleepKind

AFTER_NIGHT_MINUTES = 396  # 6.6 h in bed, 5.74 h asleep
AFTER_LAST_NIGHT_MINUTES = 270
LATEST_DAY_SLEEP = 15 * 60  # who comes home later than this waits for the night
DISPLACED_MINUTES = 60  # a late finish moves the waking by at most this


@dataclass(frozen=True, kw_only=True, slots=True)
class Rest:
    """One sleep as the rules lay it, and the bounds that no habit can move it past."""

    starts: int
    ends: int
    kind: SleepKind
    earliest: float  # home, and the children in bed
    latest: float  # up for work or for the children

    @property
    def span(self) -> Span:
        """Its time in bed, in minutes since the epoch."""
        return self.starts, self.ends


def minutes_in_bed_before(start: int) -> int:
    """Give the night's length before a shift at `start` minutes after midnight on the wall.

    Reference: Ingre 2008; 5.0 h before 04:30, slope 0.7 h per hour, at most 8 h.
    """
    return round(min(max(300.0, 300.0 + 0.7 * (start - 270)), 480.0))


def rests_in(gap: Gap, nights: Nights) -> list[Rest]:
    """Lay the sleeps into one gap: first by day after a night duty, then night by night."""
    rests = _day_sleep(gap, nights) if gap.after_night else []
    if rests and rests[0].kind is SleepKind.AFTER_NIGHT:
        return rests
    if rests:
        gap = replace(gap, opens=rests[0].ends)
    for night in nights.between(gap.ended, gap.begins):
        if gap.after_night and gap.ended is not None and night.bed < gap.ended:
            continue
        if gap.opens < night.wake and nights.may_be_slept(night, gap.alarm):
            rests += _night_sleep(gap, night, nights)
    return rests


# --- by day, after a night duty ---------------------------------------------------


def _day_sleep(gap: Gap, nights: Nights) -> list[Rest]:
    """Sleep by day after a night duty: the only sleep before the next one, or a short one."""
    if gap.is_short:
        return _day_rest(gap, AFTER_NIGHT_MINUTES, SleepKind.AFTER_NIGHT)
    at_home = moment_of(int(gap.opens)).astimezone(nights.zone).time()
    if minute_of_day(at_home) > LATEST_DAY_SLEEP:
        return []
    return _day_rest(gap, AFTER_LAST_NIGHT_MINUTES, SleepKind.AFTER_LAST_NIGHT)


def _day_rest(gap: Gap, minutes: int, kind: SleepKind) -> list[Rest]:
    ends = min(gap.alarm, gap.opens + minutes)
    if ends - gap.opens < SHORTEST_MINUTES:
        return []
    return [
        Rest(
            starts=int(gap.opens),
            ends=int(ends),
            kind=kind,
            earliest=gap.home,
            latest=gap.alarm,
        )
    ]


# --- by night: rules read from the top, the first that fits one night -------------


@dataclass(frozen=True, kw_only=True, slots=True)
class _Case:
    """One night in one gap."""

    night: Night
    opens: float  # home, unwound, and the children in bed
    rises: float  # must be up, for work or for the children
    length: int  # in bed before having to rise at that hour


@dataclass(frozen=True, kw_only=True, slots=True)
class _Rule:
    name: str
    when: Callable[[_Case], bool]
    to_bed: Callable[[_Case], float]
    up: Callable[[_Case], float]


NIGHT_RULES = (
    _Rule(
        name="before an early start",
        when=lambda case: case.rises < case.night.wake,
        to_bed=lambda case: max(case.opens, case.rises - case.length),
        up=lambda case: case.rises,
    ),
    _Rule(
        name="after a late finish",
        when=lambda case: case.opens > case.night.bed,
        to_bed=lambda case: case.opens,
        up=lambda case: min(
            case.opens + case.night.need, case.night.wake + DISPLACED_MINUTES, case.rises
        ),
    ),
    _Rule(
        name="by the body's own clock",
        when=lambda _case: True,
        to_bed=lambda case: case.night.bed,
        up=lambda case: case.night.wake,
    ),
)


def _case(gap: Gap, night: Night, nights: Nights) -> _Case:
    habits = nights.habits
    rises, like_a_start_at = gap.alarm, gap.begins_at
    children_rise = nights.children_rise_at(night)
    if habits.children_wake is not None and children_rise < rises:
        rises = children_rise
        like_a_start_at = minute_of_day(habits.children_wake) + habits.prepare + habits.commute
    return _Case(
        night=night,
        opens=max(gap.opens, nights.children_sleep_by(night)),
        rises=rises,
        length=min(minutes_in_bed_before(like_a_start_at), night.need),
    )


def _night_sleep(gap: Gap, night: Night, nights: Nights) -> list[Rest]:
    case = _case(gap, night, nights)
    rule = next(rule for rule in NIGHT_RULES if rule.when(case))
    starts, ends = rule.to_bed(case), rule.up(case)
    if ends - starts < SHORTEST_MINUTES:
        return []
    works = gap.begins is not None and day_of(gap.begins, nights.zone) == night.day
    return [
        Rest(
            starts=int(starts),
            ends=int(ends),
            kind=SleepKind.NIGHT if works else SleepKind.FREE,
            earliest=max(gap.home, nights.children_sleep_by(night)),
            latest=case.rises,
        )
    ]
