"""What corrections teach: a shrunken mean, a narrower band, and no harm by one absurdity."""

from dataclasses import astuple
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from tests.engines.sleep.rota import LONDON, MONDAY, roster
from tests.engines.sleep.synthetic import errors_after

from aftershift.engines.sleep.episodes import (
    BAND_MINUTES,
    Episode,
    Habits,
    PersonalSleep,
    SleepKind,
    learnt_sleep,
    likely_sleep,
    told_sleep,
)
from aftershift.engines.sleep.learning import (
    BETWEEN_MINUTES,
    WITHIN_MINUTES,
    Offset,
    learn,
)
from aftershift.engines.sleep.sleeps import episode_of

DAYS = 20
FREE = SleepKind.FREE


def free_nights(count: int) -> list[Episode]:
    """Predict nights from 23:00 to 07:00."""
    first = int(datetime(2026, 6, 1, 23, tzinfo=UTC).timestamp()) // 60
    return [
        episode_of((at, at + 480), FREE, BAND_MINUTES[FREE])
        for at in range(first, first + count * 1440, 1440)
    ]


def slept(night: Episode, later: int, longer: int) -> Episode:
    return told_sleep(
        night.starts + timedelta(minutes=later), night.ends + timedelta(minutes=later + longer)
    )


def learnt(*corrections: tuple[int, int]) -> Offset:
    nights = free_nights(len(corrections))
    told = [slept(one, *by) for one, by in zip(nights, corrections, strict=True)]
    return learn(told, nights).of(FREE)


@pytest.mark.parametrize("count", [1, 2, 3, 10])
def test_the_mean_is_shrunken_as_the_normal_posterior_is(count: int) -> None:
    """Posterior mean of N(0, between) under n readings of SD within: n m / (n + w^2 / b^2)."""
    found = learnt(*[(60, -30)] * count)
    share = count / (count + (66 / 54) ** 2)
    assert (found.onset, found.length) == (round(60 * share), round(-30 * share))
    assert found.heard == count


def test_ten_nights_an_hour_late_are_believed_to_nine_tenths() -> None:
    assert learnt(*[(60, 0)] * 10) == Offset(kind=FREE, onset=52, length=0, heard=10)


def test_one_absurd_correction_among_ten_moves_little() -> None:
    calm = learnt(*[(60, 0)] * 10)
    shaken = learnt(*[(60, 0)] * 9, (450, 600))
    assert 0 <= shaken.onset - calm.onset <= 15
    assert 0 <= shaken.length <= 15


def test_one_absurd_correction_alone_moves_an_hour_and_a_quarter_at_most() -> None:
    alone = learnt((470, 700))
    assert 0 < alone.onset <= 75
    assert 0 < alone.length <= 75


@pytest.mark.parametrize("kind", list(BETWEEN_MINUTES))
def test_the_band_narrows_with_each_correction_and_never_below_the_nights_own_scatter(
    kind: SleepKind,
) -> None:
    bands = [Offset(kind=kind, heard=count).band_minutes for count in (0, 1, 3, 10, 1000)]
    assert bands[0] == BAND_MINUTES[kind]
    assert bands == sorted(bands, reverse=True)
    scatter = WITHIN_MINUTES / np.hypot(WITHIN_MINUTES, BETWEEN_MINUTES[kind])
    assert bands[-1] == pytest.approx(scatter * BAND_MINUTES[kind], abs=1)
    assert bands[-1] < bands[0]


def test_nothing_told_changes_nothing() -> None:
    assert learn([], free_nights(3)) == PersonalSleep()
    assert learnt_sleep((), Habits(), zone=LONDON, told=()) == PersonalSleep()
    assert PersonalSleep().of(FREE) == Offset(kind=FREE)


def test_a_sleep_that_meets_no_prediction_teaches_nothing() -> None:
    (night,) = free_nights(1)
    nap = told_sleep(night.ends + timedelta(hours=6), night.ends + timedelta(hours=7))
    assert learn([nap], [night]) == PersonalSleep()


def test_of_a_sleep_in_two_parts_the_longer_teaches() -> None:
    (night,) = free_nights(1)
    short = told_sleep(night.starts, night.starts + timedelta(hours=1))
    long = told_sleep(night.starts + timedelta(hours=2), night.ends)
    assert learn([short, long], [night]) == learn([long], [night])


def test_each_kind_of_sleep_is_learnt_apart() -> None:
    shifts = roster("D D - N N - - D D - N N - -")
    last = MONDAY + timedelta(days=13)
    predicted = likely_sleep(shifts, Habits(), zone=LONDON, first=MONDAY, last=last)
    told = [slept(one, 40, 0) for one in predicted if one.kind is SleepKind.AFTER_NIGHT]
    personal = learnt_sleep(shifts, Habits(), zone=LONDON, told=told)
    assert [one.kind for one in personal.offsets] == [SleepKind.AFTER_NIGHT]
    own = likely_sleep(shifts, Habits(), zone=LONDON, first=MONDAY, last=last, personal=personal)
    moved = [
        (one.starts - before.starts) // timedelta(minutes=1)
        for before, one in zip(predicted, own, strict=True)
        if one.kind is SleepKind.AFTER_NIGHT
    ]
    assert moved == [personal.of(SleepKind.AFTER_NIGHT).onset] * 2
    others = [
        [one for one in found if one.kind is not SleepKind.AFTER_NIGHT]
        for found in (predicted, own)
    ]
    assert others[0] == others[1]
    assert {one.band_minutes for one in own if one.kind is SleepKind.AFTER_NIGHT} == {73}


def test_nobody_sleeps_past_the_alarm_however_long_her_nights_are() -> None:
    long = PersonalSleep(offsets=(Offset(kind=SleepKind.NIGHT, onset=30, length=200, heard=9),))
    shifts = roster("D")
    plain, own = (
        likely_sleep(shifts, Habits(), zone=LONDON, first=MONDAY, last=MONDAY, personal=one)[0]
        for one in (PersonalSleep(), long)
    )
    assert own.ends == plain.ends
    assert own.starts == plain.starts + timedelta(minutes=30)


def test_told_sleep_is_truth_beside_what_it_taught() -> None:
    last = MONDAY + timedelta(days=3)
    predicted = likely_sleep((), Habits(), zone=LONDON, first=MONDAY, last=last)
    told = [slept(predicted[0], 90, 0)]
    personal = learnt_sleep((), Habits(), zone=LONDON, told=told)
    found = likely_sleep(
        (), Habits(), zone=LONDON, first=MONDAY, last=last, told=told, personal=personal
    )
    assert found[0] == told[0]
    assert found[1].starts - predicted[1].starts == timedelta(minutes=personal.of(FREE).onset)


def test_ten_corrections_bring_the_rules_near_to_known_people_and_the_page_says_how_near() -> None:
    page = (Path(__file__).parents[3] / "docs/rhythm.md").read_text(encoding="utf-8")
    found = {
        count: np.mean(
            [astuple(errors_after(count, people=40, seed=seed)) for seed in (1, 2, 3)], axis=0
        )
        for count in (0, 10)
    }
    for count, errors in found.items():
        assert f"| {count} | {' | '.join(str(round(one)) for one in errors)} |" in page
    assert all(found[10] < found[0])
    assert all(found[10][:2] < 0.7 * found[0][:2])
