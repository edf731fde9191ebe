"""Scenario 9: two people on opposite twelve-hour shifts, from their codes to what they can do."""

from datetime import timedelta

import pytest
from tests.engines.sleep.rota import LONDON, MONDAY
from tests.engines.windows.household import at, available, hours, over

from aftershift.engines.basics.spans import meets, minute_of
from aftershift.engines.sleep.sleeps import Episode
from aftershift.engines.windows.availability import sleep_of
from aftershift.engines.windows.family import Member
from aftershift.engines.windows.finding import Search, find
from aftershift.engines.windows.month import Horizon
from aftershift.engines.windows.ritual_plan import plan_rituals
from aftershift.library.rituals import load_rituals

# A works 07-19, B 19-07, from Monday 1 June to Thursday; both are off from Friday the 5th.
ALEX, SAM = hours("L L L L - - -", "Alex"), hours("M M M M - - -", "Sam")
FREE_DAY = 5
SEARCH = Search(zone=LONDON, first=MONDAY, last=MONDAY + timedelta(days=6), now=at(1, 1))
PLAN = plan_rituals(
    load_rituals(),
    [Member(availability=available(one, over(35)), commute=45) for one in (ALEX, SAM)],
    Horizon(zone=LONDON, first=MONDAY, now=at(1, 1), days=7),
)


@pytest.mark.parametrize("day", [2, 3, 4])
def test_9_on_a_day_on_which_both_work_there_is_no_time_together(day: int) -> None:
    """One is gone from 05:30 to 19:45, the other from 17:30 to 07:45, then asleep."""
    found = find([ALEX, SAM], SEARCH)
    (shared,) = [one for one in found.days if one.day.day == day]
    assert (shared.awake_together, shared.rested_together) == (0, 0)
    assert not [one for one in found.proposals.windows if one.starts.day == day]


@pytest.mark.parametrize("day", [2, 3, 4])
def test_9_on_such_a_day_there_are_notes_and_nothing_that_needs_both(day: int) -> None:
    placed = [one for one in PLAN.placed if one.starts.astimezone(LONDON).day == day]
    assert {one.people for one in placed} <= {("Alex",), ("Sam",)}
    notes = {one.people[0]: one for one in placed if one.ritual == "voice-note"}
    heard = {who: one.heard_at.astimezone(LONDON) for who, one in notes.items() if one.heard_at}
    assert notes["Alex"].ends <= at(day, 6, 15)  # before she leaves
    assert heard == {"Alex": at(day, 7, 45), "Sam": at(day, 19, 45)}  # when each comes home


def last_day_sleep(of_sam: tuple[Episode, ...]) -> Episode:
    """The sleep of Friday, after the last night."""
    (found,) = [
        one for one in of_sam if minute_of(at(FREE_DAY, 7)) < one.span[0] < minute_of(at(5, 14))
    ]
    return found


def test_9_the_first_time_together_is_on_the_free_day_after_the_day_sleep() -> None:
    """And never before the one off her nights has been in bed for four and a half hours."""
    slept = last_day_sleep(sleep_of(SAM, covers=over(7)))
    assert slept.span[1] - slept.span[0] >= 270
    windows = find([ALEX, SAM], SEARCH).proposals.windows
    together = sorted(one.span[0] for one in PLAN.placed if len(one.people) == 2)
    assert windows
    assert together
    starts = [minute_of(one.starts) for one in windows]
    work_over = minute_of(at(1, 17))  # what is left of Monday, before the first night
    for first in (starts, together):
        later = [one for one in first if one > work_over]
        assert min(later) >= slept.span[1]


def test_9_nothing_lies_in_anybodys_sleep() -> None:
    sleeps = {
        one.name: [episode.span for episode in sleep_of(one, covers=over(7))] for one in (ALEX, SAM)
    }
    assert not [one for one in PLAN.placed for who in one.people if meets(one.span, sleeps[who])]
