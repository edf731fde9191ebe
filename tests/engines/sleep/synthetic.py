"""People whose sleep is known exactly, because we made them: how well are they learnt?"""

from dataclasses import dataclass
from datetime import timedelta

import numpy as np
from tests.engines.sleep.rota import LONDON, MONDAY, roster

from aftershift.engines.rosters.shifts import Shift
from aftershift.engines.sleep.episodes import (
    Episode,
    Habits,
    PersonalSleep,
    SleepKind,
    learnt_sleep,
    likely_sleep,
    told_sleep,
)
from aftershift.engines.sleep.learning import BETWEEN_MINUTES, WITHIN_MINUTES, Offset

LINES = ("D D E E - N N - - ", "D D D - - E E D - ", "N N N - - - D E - ", "E D - N - D D - - ")
WEEKS, LEARNING_DAYS = 12, 40
LAST = MONDAY + timedelta(days=7 * WEEKS)
PLAIN = Habits()


@dataclass(frozen=True, kw_only=True)
class Errors:
    """Mean absolute errors in minutes, of a habit and of a single sleep."""

    onset: float
    length: float
    single_onset: float
    single_length: float


@dataclass(frozen=True, kw_only=True)
class Synthetic:
    """Somebody with habits of her own, and a roster."""

    shifts: tuple[Shift, ...]
    habits: tuple[Episode, ...]  # each sleep as it is for her on average
    slept: tuple[Episode, ...]  # as it was


def somebody(dice: np.random.Generator) -> Synthetic:
    """Draw one person around the average one, with the SDs that the engine assumes."""
    line = LINES[int(dice.integers(len(LINES)))] * 10
    shifts = roster(line)
    own = PersonalSleep(
        offsets=tuple(
            Offset(
                kind=kind,
                onset=round(dice.normal(0, between)),
                length=round(dice.normal(0, between)),
            )
            for kind, between in BETWEEN_MINUTES.items()
        )
    )
    habits = likely_sleep(shifts, PLAIN, zone=LONDON, first=MONDAY, last=LAST, personal=own)
    return Synthetic(
        shifts=shifts, habits=habits, slept=tuple(_one_night(one, dice) for one in habits)
    )


def errors_after(corrections: int, *, people: int, seed: int) -> Errors:
    """Learn from so many corrections of the first weeks; measure over the weeks after them."""
    dice = np.random.default_rng(seed)
    found = [_errors_of(somebody(dice), corrections, dice) for _number in range(people)]
    onset, length, single_onset, single_length = np.mean(np.vstack(found), axis=0)
    return Errors(
        onset=float(onset),
        length=float(length),
        single_onset=float(single_onset),
        single_length=float(single_length),
    )


def _one_night(habit: Episode, dice: np.random.Generator) -> Episode:
    """Scatter one sleep about its habit; the alarm of a working day does not scatter."""
    later, longer = (timedelta(minutes=round(dice.normal(0, WITHIN_MINUTES))) for _ in range(2))
    starts = habit.starts + later
    ends = habit.ends if habit.kind is SleepKind.NIGHT else habit.ends + later + longer
    return told_sleep(starts, max(ends, starts + timedelta(hours=1)))


def _errors_of(
    person: Synthetic, corrections: int, dice: np.random.Generator
) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    early = [
        number
        for number, one in enumerate(person.habits)
        if one.ends.date() < MONDAY + timedelta(days=LEARNING_DAYS)
    ]
    told = [person.slept[n] for n in dice.choice(early, size=corrections, replace=False)]
    personal = learnt_sleep(person.shifts, PLAIN, zone=LONDON, told=told)
    predicted = likely_sleep(
        person.shifts, PLAIN, zone=LONDON, first=MONDAY, last=LAST, personal=personal
    )
    rows = []
    for number in range(len(early), len(person.habits)):
        habit, slept = person.habits[number], person.slept[number]
        best = min(predicted, key=lambda one: abs(one.starts - habit.starts))
        rows.append([*_apart(best, habit), *_apart(best, slept)])
    return np.array(rows)


def _apart(one: Episode, other: Episode) -> tuple[float, float]:
    onset = abs(one.span[0] - other.span[0])
    length = abs((one.span[1] - one.span[0]) - (other.span[1] - other.span[0]))
    return float(onset), float(length)
