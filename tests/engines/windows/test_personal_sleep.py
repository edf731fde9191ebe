"""What somebody told of her nights moves the nights to come."""

from dataclasses import replace
from datetime import timedelta

from tests.engines.sleep.rota import LONDON, MONDAY
from tests.engines.windows.household import hours, over

from aftershift.engines.basics.spans import day_span
from aftershift.engines.sleep.episodes import (
    Episode,
    PersonalSleep,
    SleepKind,
    likely_sleep,
    told_sleep,
)
from aftershift.engines.windows.availability import KnownHours, personal_sleep_of, sleep_of

LINE = " ".join(["D"] * 21)
LATER = timedelta(minutes=60)
TEN = 10
LAST = MONDAY + timedelta(days=20)
TO_COME = day_span(LAST, LONDON)
BY_THE_RULES = hours(LINE)


def night_of(known: KnownHours) -> Episode:
    """Give the night before the last day shift."""
    return next(one for one in sleep_of(known, covers=TO_COME) if TO_COME[0] < one.span[1])


def nights_told(known: KnownHours, later: timedelta = LATER) -> tuple[Episode, ...]:
    predicted = sleep_of(known, covers=over(12))
    nights = [one for one in predicted if one.kind is SleepKind.NIGHT][:TEN]
    return tuple(told_sleep(one.starts + later, one.ends) for one in nights)


def test_ten_nights_told_later_than_predicted_move_the_next_predicted_onset() -> None:
    """Ten corrections by an hour: 60 * 10 / (10 + 66^2 / 30.6^2) is 41 minutes."""
    told = replace(BY_THE_RULES, told=nights_told(BY_THE_RULES))
    before, after = night_of(BY_THE_RULES), night_of(told)
    assert after.starts - before.starts == timedelta(minutes=41)
    assert after.ends == before.ends
    assert after.band_minutes < before.band_minutes


def test_without_a_told_night_sleep_is_what_the_rules_say() -> None:
    rules = likely_sleep(
        BY_THE_RULES.shifts,
        BY_THE_RULES.habits,
        zone=LONDON,
        first=LAST - timedelta(days=3),
        last=LAST + timedelta(days=2),
    )
    assert sleep_of(BY_THE_RULES, covers=TO_COME) == rules
    assert personal_sleep_of(BY_THE_RULES) == PersonalSleep()


def test_what_was_learnt_once_is_not_learnt_again() -> None:
    told = replace(BY_THE_RULES, told=nights_told(BY_THE_RULES))
    once = replace(told, personal=personal_sleep_of(told))
    assert sleep_of(once, covers=TO_COME) == sleep_of(told, covers=TO_COME)
    unmoved = replace(told, personal=PersonalSleep())
    assert night_of(unmoved) == night_of(BY_THE_RULES)


def test_a_night_of_which_the_roster_says_nothing_teaches_nothing() -> None:
    told = replace(BY_THE_RULES, told=nights_told(BY_THE_RULES))
    first_told = [one.span[1] for one in told.told]
    half = replace(told, known=(first_told[4], TO_COME[1]))
    assert sum(one.heard for one in personal_sleep_of(half).offsets) == TEN - 5
    later = replace(told, known=TO_COME)
    assert personal_sleep_of(later) == PersonalSleep()
    assert night_of(later) == night_of(BY_THE_RULES)
