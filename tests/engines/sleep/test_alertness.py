"""The three-process model, against its published closed forms."""

from datetime import UTC, datetime, timedelta
from math import cos, exp, log, pi
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engines.sleep.rota import KATHMANDU, LONDON, LORD_HOWE, MONDAY, NEW_YORK, roster

from aftershift.engines.basics.spans import minute_of, moment_of
from aftershift.engines.sleep.alertness import alertness, alertness_through, clock_hours
from aftershift.engines.sleep.episodes import Habits, SleepError, likely_sleep

G = log((14.3 - 14) / (14.3 - 7.96)) / 8


def published(sleep: list[tuple[float, float]], at: float, clock: float, s: float) -> list[float]:
    """Walk the equations of Ingre 2014 from time 0, one phase after the other."""
    woken, asleep = 0.0, False
    for onset, waking in sleep:
        if onset > at:
            break
        s = 2.4 + (s - 2.4) * exp(-0.0353 * (onset - woken))
        asleep = at < waking
        lasted = min(at, waking) - onset
        linear = min(lasted, max(0.0, (12.2 - s) / (G * (12.2 - 14.3))))
        s += linear * G * (12.2 - 14.3)
        if lasted > linear:
            s = 14.3 - (14.3 - s) * exp(G * (lasted - linear))
        woken = waking
    w = 0.0
    if not asleep:
        s = 2.4 + (s - 2.4) * exp(-0.0353 * (at - woken))
        w = -5.72 * exp(-1.51 * (at - woken))
    c = 2.5 * cos(2 * pi / 24 * (clock - 16.8))
    u = -0.5 + 0.5 * cos(2 * pi / 12 * (clock - 19.8))
    return [s, c, u, w, min(9.0, max(1.0, 10.6 - 0.6 * (s + c + u + w)))]


NIGHTS = st.lists(st.tuples(st.floats(0.1, 20), st.floats(0.5, 12)), min_size=0, max_size=5)


@given(NIGHTS, st.floats(2.4, 14.3), st.floats(0, 24))
def test_the_vectors_equal_the_published_closed_forms(
    lengths: list[tuple[float, float]], initial: float, wakes_at: float
) -> None:
    sleep, now = [], 0.0
    for awake, asleep in lengths:
        sleep.append((now + awake, now + awake + asleep))
        now += awake + asleep
    hours = np.arange(0, now + 5, 0.25)
    clock = (wakes_at + hours) % 24
    run = alertness(sleep, hours, clock=clock, initial_s=initial)
    expected = [published(sleep, h, k, initial) for h, k in zip(hours, clock, strict=True)]
    ours = np.stack([run.s, run.c, run.u, run.w, run.kss], axis=1)
    assert np.abs(ours - np.array(expected)).max() < 1e-9


def test_sleep_that_starts_above_the_brake_goes_on_without_a_jump() -> None:
    """engine.md 1.2: S = 14.0 at onset is 14.01 after 6 min and 14.10 after an hour."""
    run = alertness([(0.0, 4.0)], [0.0, 0.1, 1.0], clock=12.0, initial_s=14.0)
    assert run.s == pytest.approx([14.0, 14.01, 14.10], abs=0.005)


def test_eight_hours_restore_s_from_7_96() -> None:
    """The definition of the recovery rate: above the brake, 7.96 towards 14."""
    run = alertness([(0.0, 24.0)], [0.0, 8.0], clock=0.0, initial_s=12.2)
    assert run.s[1] == pytest.approx(14.3 - 2.1 * (0.3 / 6.34), abs=1e-12)


@pytest.mark.parametrize("onset_s", [3.0, 7.96, 12.2, 13.5, 14.3])
def test_s_never_falls_in_sleep_and_never_rises_awake(onset_s: float) -> None:
    hours = np.linspace(0, 12, 400)
    asleep = alertness([(0.0, 12.0)], hours[:-1], clock=0.0, initial_s=onset_s)
    awake = alertness([], hours, clock=0.0, initial_s=onset_s)
    assert (np.diff(asleep.s) >= 0).all()
    assert (np.diff(awake.s) < 0).all()


def test_an_onset_is_asleep_and_a_waking_is_awake() -> None:
    run = alertness([(16.0, 24.0)], [16.0, 24.0], clock=[23.0, 7.0])
    assert run.w == pytest.approx([0.0, -5.72])


def test_sleepiness_stays_on_the_scale() -> None:
    hours = np.arange(0, 200, 0.5)
    run = alertness([], hours, clock=hours % 24)
    assert run.kss.min() >= 1.0
    assert run.kss.max() == 9.0


@pytest.mark.parametrize(
    ("sleep", "initial"),
    [([(5.0, 4.0)], 14.0), ([(1.0, 6.0), (5.0, 8.0)], 14.0), ([], 15.0), ([], 2.0)],
)
def test_what_cannot_be_is_refused(sleep: list[tuple[float, float]], initial: float) -> None:
    with pytest.raises(SleepError):
        alertness(sleep, [0.0, 1.0], clock=0.0, initial_s=initial)


def test_nothing_asked_for_is_answered_with_nothing() -> None:
    assert alertness([], [], clock=0.0).kss.size == 0


@pytest.mark.parametrize("zone", [LONDON, NEW_YORK, LORD_HOWE, KATHMANDU])
def test_the_time_of_day_is_the_wall_clocks_on_each_side_of_each_change(zone: ZoneInfo) -> None:
    start = minute_of(datetime(2026, 1, 1, tzinfo=UTC))
    minutes = np.arange(start, start + 365 * 1440, 97, dtype=np.float64)
    shown = [moment_of(int(minute)).astimezone(zone).time() for minute in minutes]
    expected = [clock.hour + clock.minute / 60 for clock in shown]
    assert clock_hours(minutes, zone) == pytest.approx(expected)


def test_the_first_night_is_sleepy_at_six_and_more_than_a_day_shift_is() -> None:
    """Scenario 8: KSS at least 7 at the end of night 1 and at least 2 above a day shift."""
    last = MONDAY + timedelta(days=9)
    night, day = (
        likely_sleep(
            roster(line), Habits(), zone=LONDON, first=MONDAY - timedelta(days=3), last=last
        )
        for line in ("- - - N N N N - -", "- - - D D D D - -")
    )
    six_in_the_morning = minute_of(datetime(2026, 6, 5, 5, tzinfo=UTC))
    noon = minute_of(datetime(2026, 6, 4, 11, tzinfo=UTC))
    on_nights, on_days = (
        alertness_through([one.span for one in found], zone=LONDON, within=(at, at))
        for found, at in ((night, six_in_the_morning), (day, noon))
    )
    assert on_nights.kss[0] >= 7.0
    assert on_nights.kss[0] >= on_days.kss[0] + 2
    assert on_nights.total[0] == pytest.approx((10.6 - on_nights.kss[0]) / 0.6)
