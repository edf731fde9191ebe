"""Before a hard talk: a warning when somebody is not fit for it, silence when all are."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines.sleep.rota import LINES
from tests.engines.windows.household import at, available, hours, over

from aftershift.engines.basics.spans import is_inside, minute_of, moment_of
from aftershift.engines.windows.overlap import Availability, WindowsError, rested_together
from aftershift.engines.windows.reasons import ReasonKind
from aftershift.engines.windows.timing_guard import Guarded, guard

WEEK = over(10)
OFF = "- - - - - - - - - -"


def people(mine: str, theirs: str = OFF) -> list[Availability]:
    return [available(hours(mine), WEEK), available(hours(theirs, "Sam"), WEEK)]


def kinds(found: Guarded) -> list[ReasonKind]:
    return [one.kind for one in found.reasons]


def test_it_is_silent_when_both_are_rested() -> None:
    assert guard(people(OFF), at=at(2, 17), minutes=30) == Guarded(is_good=True)


@pytest.mark.parametrize(
    ("mine", "moment", "why"),
    [
        ("N N - -", at(3, 15), ReasonKind.AFTER_NIGHTS),
        ("- - - -", at(2, 9), ReasonKind.JUST_WOKEN),
        ("- - - -", at(2, 23), ReasonKind.CURFEW),
        ("C C - -", at(2, 6), ReasonKind.ASLEEP),
        ("- C - -", at(2, 17), ReasonKind.ON_CALL),
        ("T - - -", at(2, 15), ReasonKind.SHORT_SLEEP),
    ],
)
def test_it_fires_with_the_readers_own_reason(mine: str, moment: datetime, why: ReasonKind) -> None:
    found = guard(people(mine), at=moment, minutes=30)
    assert not found.is_good
    assert why in kinds(found)
    assert found.better is not None
    assert found.better > moment
    assert guard(people(mine), at=found.better, minutes=30).is_good


def test_of_the_other_it_is_only_said_that_it_is_not_good_for_them() -> None:
    found = guard(people(OFF, "N N - -"), at=at(3, 15), minutes=30)
    assert [(one.kind, one.name, one.minutes) for one in found.reasons] == [
        (ReasonKind.NOT_GOOD_FOR_THEM, "Sam", 0)
    ]


def test_who_works_is_away_and_no_reason_is_sought() -> None:
    found = guard(people(OFF, "- D - -"), at=at(2, 11), minutes=30)
    assert (found.away, found.reasons) == (("Sam",), ())


def test_a_talk_that_runs_into_the_curfew_is_warned_of() -> None:
    assert guard(people(OFF), at=at(2, 22), minutes=30).is_good
    assert kinds(guard(people(OFF), at=at(2, 22, 15), minutes=30)) == [ReasonKind.CURFEW]


def test_nothing_is_better_where_the_range_ends() -> None:
    short = [replace(one, covers=(WEEK[0], minute_of(at(3, 16)))) for one in people("N N - -")]
    assert guard(short, at=at(3, 15), minutes=30).better is None


def test_nobody_and_no_length_are_refused() -> None:
    with pytest.raises(WindowsError):
        guard([], at=at(1, 9), minutes=30)
    with pytest.raises(WindowsError):
        guard(people(OFF), at=at(1, 9), minutes=0)


@settings(max_examples=40)
@given(LINES, LINES, st.integers(0, 9 * 1440 // 5), st.integers(1, 24))
def test_it_agrees_with_the_minutes_that_both_are_rested(
    mine: str, theirs: str, fives: int, slots: int
) -> None:
    couple, minutes = people(mine, theirs), 5 * slots
    starts = WEEK[0] + 5 * fives
    rested = {
        minute for a, b in rested_together(couple, WEEK) for minute in range(a, b)
    }  # minute by minute
    found = guard(couple, at=moment_of(starts), minutes=minutes)
    assert found.is_good == rested.issuperset(range(starts, starts + minutes))
    good = [
        minute
        for minute in range(-(-starts // 15) * 15, WEEK[1], 15)
        if rested.issuperset(range(minute, minute + minutes))
    ]
    if not found.is_good:
        assert found.better == (moment_of(good[0]) if good else None)
        assert found.reasons or found.away or not is_inside((starts, starts + minutes), [WEEK])
        assert found.better is None or found.better - moment_of(starts) < timedelta(days=10)
