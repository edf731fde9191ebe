"""Scenarios 7, 8, 10, 11 and 12: what a roster asks of a body, from codes to figures.

The sums of scenario 11 over 50,000 staff in several engines wait until somebody needs a whole
hospital. The order of convergence, batches and both oscillators' cross-checks of scenario 12 are
in tests/engines/sleep/test_circadian*.py, the alertness model's closed forms in test_alertness.py,
and the plan against the proven optimum in tests/engines/windows/test_plan_optimum.py.
"""

from datetime import date, datetime, timedelta
from itertools import pairwise

import numpy as np
import pytest
from tests.engines.sleep.rota import LONDON, MONDAY, one_shift, roster
from tests.engines.sleep.test_circadian import last_low, regular
from tests.engines.windows.household import at, hours
from tests.engines.windows.seeded import HORIZON, RITUALS, household

from aftershift.engines.basics.spans import minute_of, moment_of
from aftershift.engines.rosters.facts import DAILY_REST_MINUTES, quick_returns, runs_of_nights
from aftershift.engines.rosters.merge import union_of
from aftershift.engines.rosters.shifts import Shift
from aftershift.engines.rosters.strain import (
    INJURY_RATE_RATIO,
    average_week,
    strain_of,
    weeks_of,
)
from aftershift.engines.sleep.alertness import CEILING, LOWER, alertness, alertness_through
from aftershift.engines.sleep.circadian import HANNAY_START, START, forger99, hannay19
from aftershift.engines.sleep.episodes import Episode, likely_sleep
from aftershift.engines.sleep.jetlag import hours_between, social_jetlag
from aftershift.engines.sleep.phase import body_clock
from aftershift.engines.sleep.sleeps import Habits, SleepKind
from aftershift.engines.windows.finding import Search, find
from aftershift.engines.windows.ritual_plan import plan_rituals

HABITS = Habits()


def sleep_through(line: str, first: date = MONDAY) -> tuple[Episode, ...]:
    last = first + timedelta(days=len(line.split()) - 1)
    return likely_sleep(roster(line, first), HABITS, zone=LONDON, first=first, last=last)


def wall(moment: datetime) -> float:
    shown = moment.astimezone(LONDON)
    return shown.hour + shown.minute / 60 + shown.second / 3600


def in_bed(line: str, day: int) -> int:
    """Minutes in bed of the sleep that ends on one day of June 2026."""
    (night,) = [one for one in sleep_through(line) if moment_of(one.span[1]).day == day]
    return night.span[1] - night.span[0]


# --- scenario 7: evening, then day ------------------------------------------------


def test_7_an_evening_before_a_day_is_one_quick_return_below_eleven_hours() -> None:
    """13:00-21:30, then 07:00: 9.5 h (2003/88/EC, Article 3), hints for two days after."""
    shifts = roster("- E D - - - -")
    (found,) = quick_returns(shifts)
    assert found.minutes == 9.5 * 60 < DAILY_REST_MINUTES
    covers = (MONDAY, MONDAY + timedelta(days=6))
    hints = strain_of(shifts, zone=LONDON, covers=covers).recovery
    assert [(hint.day.day, hint.number) for hint in hints] == [(3, 1), (4, 2)]
    assert INJURY_RATE_RATIO == 1.39


def test_7_the_quick_return_costs_an_hour_of_sleep() -> None:
    """Asleep about 5.0 h (4.3 to 6.1), 0.8 to 1.2 h less in bed than between two days."""
    (short,) = [one for one in sleep_through("D D E D D") if one.span[1] < minute_of(at(4, 8))][-1:]
    assert short.asleep_minutes / 60 == pytest.approx(5.0, abs=0.1)
    lost = in_bed("D D D D D", 4) - in_bed("D D E D D", 4)
    assert 48 <= lost <= 72


def test_7_nothing_is_proposed_late_on_the_evening_before_a_quick_return() -> None:
    both = [hours("- E D - -", "Alex"), hours("- - - - -", "Sam")]
    search = Search(zone=LONDON, first=at(2, 0).date(), last=at(2, 0).date(), now=at(1, 12))
    windows = find(both, search).proposals.windows
    assert windows
    assert all(one.ends <= at(2, 22, 30) for one in windows)


# --- scenario 8: four nights ------------------------------------------------------

NIGHTS = "- - - - N N N N - - - - - - - -"
FIRST_NIGHT = MONDAY + timedelta(days=4)


def test_8_four_nights_are_one_run_and_day_sleep_does_not_grow() -> None:
    """5.7 h asleep by day, give or take half an hour; after the last night a shorter one."""
    (run,) = runs_of_nights(roster(NIGHTS))
    assert (run.first, run.days) == (FIRST_NIGHT, 4)
    by_day = [one for one in sleep_through(NIGHTS) if one.kind is SleepKind.AFTER_NIGHT]
    asleep = [one.asleep_minutes / 60 for one in by_day]
    assert len(asleep) == 3
    assert asleep == pytest.approx([5.7] * 3, abs=0.5)
    assert all(after <= before for before, after in pairwise(asleep))
    (last,) = [one for one in sleep_through(NIGHTS) if one.kind is SleepKind.AFTER_LAST_NIGHT]
    assert last.asleep_minutes / 60 < min(asleep)


def test_8_the_first_night_is_severely_sleepy_at_six() -> None:
    """KSS 7 or more at 06:00 of night 1, and 2 or more above a day shift at noon."""
    six, noon = at(6, 6), at(5, 12)
    at_six, on_days = (
        alertness_through(
            [one.span for one in sleep_through(line)],
            zone=LONDON,
            within=(minute_of(moment), minute_of(moment)),
        ).kss[0]
        for line, moment in ((NIGHTS, six), (NIGHTS.replace("N", "D"), noon))
    )
    assert at_six >= 7.0
    assert at_six >= on_days + 2


def test_8_from_the_second_night_on_the_low_is_later_each_day_and_comes_back() -> None:
    """By 0.4 to 1.2 h a night; on the way back earlier each day, whole within nine days."""
    shifts, sleep = roster(NIGHTS), sleep_through(NIGHTS)
    last = MONDAY + timedelta(days=15)
    found = body_clock(shifts, sleep, HABITS, zone=LONDON, first=MONDAY, last=last)
    lows = {one.day.day: wall(one.cbtmin) for one in found}
    after_nights = [lows[day] for day in (6, 7, 8, 9)]
    assert all(0.4 <= later - sooner <= 1.2 for sooner, later in pairwise(after_nights))
    home = [lows[day] for day in range(10, 17)]
    assert all(later < sooner for sooner, later in pairwise(home))
    assert home[-1] == pytest.approx(lows[3], abs=0.5)


# --- scenario 10: social jetlag ---------------------------------------------------


@pytest.mark.parametrize(
    ("work", "free", "expected"),
    [
        ((3, 0), (5, 0), 2.0),
        ((23, 30), (1, 0), 1.5),  # and not 22.5: the shorter way round
        ((12, 0), (4, 30), -7.5),
    ],
)
def test_10_social_jetlag_goes_the_shorter_way_round(
    work: tuple[int, int], free: tuple[int, int], expected: float
) -> None:
    assert hours_between(60 * work[0] + work[1], 60 * free[0] + free[1]) == expected


def test_10_a_block_of_nights_is_most_of_a_working_day_away_from_free_days() -> None:
    """|7.5| h from a middle at noon; ours lies at 12:05, after a night that ends at 07:30."""
    line = "- - - - - N N N N - - - - -"
    found = social_jetlag(sleep_through(line), roster(line), zone=LONDON)
    assert found.free == pytest.approx(4 * 60 + 30, abs=15)
    assert found.after_nights is not None
    assert abs(found.after_nights) == pytest.approx(7.5, abs=0.5)


# --- scenario 11: hours a week ----------------------------------------------------


def weeks_of_work(week_hours: list[int]) -> list[Shift]:
    return [
        one_shift(MONDAY + timedelta(days=7 * week + day), 420, 420 + 12 * total)
        for week, total in enumerate(week_hours)
        for day in range(5)
    ]


@pytest.mark.parametrize(
    ("week_hours", "mean_hours", "over", "is_breached"),
    [
        (([50, 50, 40, 40] * 5)[:17], 45.3, 9, False),
        ([49] * 17, 49.0, 17, True),
    ],
)
def test_11_the_48_hour_limit_is_an_average_and_duplicates_do_not_count_twice(
    week_hours: list[int], mean_hours: float, over: int, is_breached: bool
) -> None:
    shifts = weeks_of_work(week_hours)
    twice = union_of([shifts, shifts[::50]])  # 2 % of the rows come again
    covers = (MONDAY, MONDAY + timedelta(days=7 * 17 - 1))
    for rows in (shifts, twice, [*shifts, *shifts[::50]]):
        found = average_week([one.minutes for one in weeks_of(rows, zone=LONDON, covers=covers)])
        assert found is not None
        assert found.mean_minutes / 60 == pytest.approx(mean_hours, abs=0.05)
        assert (found.weeks_over, found.is_breached) == (over, is_breached)


# --- scenario 12: the models are what was published -------------------------------


def test_12_sixteen_hours_of_light_entrain_both_clocks() -> None:
    """500 lux from 07 to 23. Published CBTmin 4.3 and 4.6 are cut to a grid of 0.1 h with light a
    step early; the models' own answer on a fine grid is 4.43 and 4.66 (docs/rhythm.md)."""
    light = regular(60)
    assert last_low(forger99(light, START)) == pytest.approx(4.43, abs=0.01)
    assert last_low(hannay19(light, HANNAY_START)) == pytest.approx(4.66, abs=0.01)
    early = regular(60, on=7 * 60 - 6, off=23 * 60 - 6)
    assert last_low(forger99(early, START)) == pytest.approx(4.3, abs=0.1)


def test_12_melatonin_begins_seven_hours_before_the_low() -> None:
    line = " ".join("-" * 10)
    last = MONDAY + timedelta(days=9)
    for one in body_clock((), sleep_through(line), HABITS, zone=LONDON, first=MONDAY, last=last):
        assert one.cbtmin - one.dlmo == timedelta(hours=7)


def test_12_pressure_to_sleep_never_falls_in_sleep_and_has_no_jumps() -> None:
    """The common implementation drops from 14.0 to 13.44 when a nap follows soon after waking."""
    nap = (0.1, 2.1)
    grid = np.linspace(0, 2.1, 2101)
    s = alertness([nap], grid, clock=8.0, initial_s=14.0).s
    asleep = s[grid >= nap[0]]
    assert np.all(np.diff(asleep) >= 0)
    assert np.max(np.abs(np.diff(s))) < 0.01
    assert LOWER < s.min() < s.max() < CEILING
    assert alertness([(0, 1)], [0.1, 1.0 - 1e-9], clock=8.0, initial_s=14.0).s == pytest.approx(
        [14.01, 14.10], abs=0.005
    )


def test_12_the_same_household_has_the_same_plan_to_the_byte() -> None:
    one, again = (repr(plan_rituals(RITUALS, household(5), HORIZON)) for _ in range(2))
    assert one == again
