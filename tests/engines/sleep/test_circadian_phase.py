"""The body clock of people with rosters: scenario 8, clock changes, and the band."""

from datetime import date, time, timedelta
from itertools import pairwise
from math import hypot
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from tests.engines.sleep.rota import KATHMANDU, LONDON, LORD_HOWE, MONDAY, NEW_YORK, roster

from aftershift.engines.basics.spans import day_span
from aftershift.engines.sleep.alertness import alertness_through
from aftershift.engines.sleep.episodes import likely_sleep
from aftershift.engines.sleep.light import Light
from aftershift.engines.sleep.phase import (
    ERROR_AFTER_NIGHTS_HOURS,
    ERROR_HOURS,
    Phase,
    acrophase_of,
    acrophase_through,
    body_clock,
    clock_in,
    phases,
)
from aftershift.engines.sleep.sleeps import Habits

BLOCK = "- - - - N N N N - - - - - - - - - -"
FREE_DAYS = " ".join("-" * 14)


def clock_of(
    line: str, first: date = MONDAY, zone: ZoneInfo = LONDON, habits: Habits | None = None
) -> tuple[Phase, ...]:
    habits = habits or Habits()
    shifts = roster(line, first, zone)
    last = first + timedelta(days=len(line.split()) - 1)
    sleep = likely_sleep(shifts, habits, zone=zone, first=first, last=last)
    return body_clock(shifts, sleep, habits, zone=zone, first=first, last=last)


def on_the_wall(phase: Phase, zone: ZoneInfo = LONDON) -> float:
    shown = phase.cbtmin.astimezone(zone)
    return shown.hour + shown.minute / 60 + shown.second / 3600


# --- scenario 8 ------------------------------------------------------------------------


@pytest.mark.parametrize("line", [BLOCK, BLOCK.replace("N", "M")])
def test_four_nights_delay_the_low_every_night_from_the_second_and_it_comes_back(line: str) -> None:
    lows = [on_the_wall(phase) for phase in clock_of(line)]
    assert len(lows) == len(line.split())
    mornings = lows[5:9]  # after the 1st to the 4th night
    assert all(0.4 <= after - before <= 1.2 for before, after in pairwise(mornings))
    back = lows[9:]
    assert all(after < before for before, after in pairwise(back))
    assert back[-1] == pytest.approx(lows[0], abs=0.25)


def test_on_free_days_melatonin_begins_about_two_hours_before_bed() -> None:
    for phase in clock_of(FREE_DAYS):
        bed = phase.cbtmin.astimezone(LONDON).replace(hour=0, minute=15, second=0)
        assert 1.5 <= (bed - phase.dlmo) / timedelta(hours=1) <= 2.5
        assert phase.cbtmin - phase.dlmo == timedelta(hours=7)


def test_a_later_chronotype_has_a_later_low() -> None:
    early, late = (
        clock_of(FREE_DAYS, habits=Habits(mid_sleep_free=time(hour)))[-1] for hour in (3, 6)
    )
    assert 1.5 < on_the_wall(late) - on_the_wall(early) < 4.5


def test_the_days_before_are_remembered() -> None:
    """The same fortnight, seen from its middle: what came before still counts."""
    shifts, habits = roster(BLOCK), Habits()
    last = MONDAY + timedelta(days=17)
    sleep = likely_sleep(shifts, habits, zone=LONDON, first=MONDAY, last=last)
    later = MONDAY + timedelta(days=8)
    seen = body_clock(shifts, sleep, habits, zone=LONDON, first=later, last=last)
    for one, whole in zip(seen, clock_of(BLOCK)[8:], strict=True):
        assert one.day == whole.day
        assert abs(one.cbtmin - whole.cbtmin) < timedelta(seconds=1)


# --- time itself -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("zone", "first", "hours"),
    [
        (LONDON, date(2026, 3, 22), +1),
        (LONDON, date(2026, 10, 18), -1),
        (NEW_YORK, date(2026, 3, 1), +1),
        (LORD_HOWE, date(2026, 9, 27), +0.5),
        (KATHMANDU, date(2026, 3, 22), 0),
    ],
    ids=str,
)
def test_the_body_does_not_know_of_clock_changes(zone: ZoneInfo, first: date, hours: float) -> None:
    """The clocks change on the eighth day; the wall jumps at once, the body takes days."""
    found = clock_of(FREE_DAYS, first, zone)
    assert [phase.day for phase in found] == [first + timedelta(days=n) for n in range(14)]
    steps = [(b.cbtmin - a.cbtmin) / timedelta(hours=1) - 24 for a, b in pairwise(found)]
    assert max(abs(step) for step in steps) < 0.45
    before, after = on_the_wall(found[6], zone), on_the_wall(found[8], zone)
    assert after - before == pytest.approx(hours, abs=0.45)
    assert on_the_wall(found[-1], zone) == pytest.approx(before, abs=0.3)


def test_in_darkness_the_low_wanders_and_skips_a_day_at_midnight() -> None:
    start = MONDAY
    dark = Light(minutes=(29671200, 29671200 + 200 * 1440), lux=(0.0,))
    run = clock_in(dark, Habits(), LONDON)
    found = phases(run, Habits(), zone=LONDON, first=start, last=start + timedelta(days=190))
    gaps = {(b.day - a.day).days for a, b in pairwise(found)}
    assert gaps == {1, 2}


# --- how unsure --------------------------------------------------------------------------


def test_the_band_is_never_below_the_published_error_and_grows_after_nights() -> None:
    found = clock_of(BLOCK)
    errors = [ERROR_HOURS] * 5 + [ERROR_AFTER_NIGHTS_HOURS] * 6 + [ERROR_HOURS] * 7
    apart = [(phase.band_hours**2 - error**2) for phase, error in zip(found, errors, strict=True)]
    assert min(apart) >= 0
    # Half of the models' distance, at most an hour and a half here.
    assert max(phase.band_hours for phase in found) <= hypot(ERROR_AFTER_NIGHTS_HOURS, 0.75)


def test_alertness_peaks_half_a_day_after_the_low() -> None:
    free = clock_of(FREE_DAYS)[0]
    assert acrophase_of(free, LONDON) == pytest.approx(on_the_wall(free) + 12.3, abs=1e-3)
    after = clock_of(BLOCK)[8]
    assert acrophase_of(after, LONDON) - acrophase_of(free, LONDON) > 1
    assert 0 <= acrophase_of(after, KATHMANDU) < 24


CLOCKS_GO_BACK = date(2026, 10, 25)


def test_over_a_clock_change_and_nights_alertness_follows_the_body_and_never_jumps() -> None:
    first, last = CLOCKS_GO_BACK - timedelta(days=7), CLOCKS_GO_BACK + timedelta(days=6)
    shifts = roster("- - - N N N N - - - - - - -", first, LONDON)
    episodes = likely_sleep(shifts, Habits(), zone=LONDON, first=first, last=last)
    found = body_clock(shifts, episodes, Habits(), zone=LONDON, first=first, last=last)
    within = day_span(first, LONDON)[0], day_span(last, LONDON)[1]
    through = acrophase_through([one.cbtmin.timestamp() / 60 for one in found], LONDON)
    sleep = [one.span for one in episodes]
    run = alertness_through(sleep, zone=LONDON, within=within, step=1, acrophase=through)
    steepest = 2.5 * 2 * np.pi / 24 / 60  # a minute of C, were the body clock to stand still
    assert np.abs(np.diff(run.c)).max() < 1.1 * steepest
    for phase in found:
        minute = np.array([phase.cbtmin.timestamp() / 60])
        assert through(minute)[0] == pytest.approx(acrophase_of(phase, LONDON), abs=1e-3)
    at_the_edge = np.array([float(within[0] - 60), float(within[0])])
    assert through(at_the_edge)[0] == pytest.approx(through(at_the_edge)[1])
