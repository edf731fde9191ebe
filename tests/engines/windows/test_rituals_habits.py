"""One habit at a time, begun at an event of a shift."""

from datetime import date, timedelta

from tests.engines.windows.test_rituals import SHELF

from aftershift.engines.windows.habits import Habit, NotYet, TakenUp, take_up
from aftershift.engines.windows.rituals import Tie

TODAY = date(2026, 6, 1)
FIRST = Habit(ritual="no-work-talk", tie=Tie.AFTER_RETURN, since=TODAY)


def test_the_first_habit_is_taken_up() -> None:
    assert take_up(None, SHELF["no-work-talk"], today=TODAY) == TakenUp(habit=FIRST)


def test_a_second_is_refused_and_the_first_stays() -> None:
    found = take_up(FIRST, SHELF["gratitude"], today=TODAY)
    assert found == TakenUp(habit=FIRST, refused=NotYet.ONE_AT_A_TIME)


def test_the_same_again_keeps_its_day() -> None:
    later = TODAY + timedelta(days=9)
    assert take_up(FIRST, SHELF["no-work-talk"], today=later) == TakenUp(habit=FIRST)


def test_a_habit_needs_an_event_to_begin_at() -> None:
    found = take_up(None, SHELF["micro-date"], today=TODAY)
    assert found == TakenUp(habit=None, refused=NotYet.NEEDS_AN_EVENT)
