"""One budget of notifications for everything, and nobody is woken."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from tests.engines.sleep.rota import LINES, LONDON
from tests.engines.windows.test_rituals import HORIZON, SHELF, couple

from aftershift.engines.basics.spans import is_inside, meets, minute_of
from aftershift.engines.windows.family import Member, Role
from aftershift.engines.windows.overlap import WindowsError
from aftershift.engines.windows.reminders import Budget, Reminder, reminders
from aftershift.engines.windows.ritual_plan import plan_rituals

BUDGET = Budget()


def given_to(
    members: tuple[Member, ...],
    budget: Budget = BUDGET,
    spent: dict[tuple[str, date], int] | None = None,
) -> tuple[Reminder, ...]:
    placed = plan_rituals(list(SHELF.values()), members, HORIZON).placed
    return reminders(placed, members, zone=LONDON, budget=budget, spent=spent or {})


@settings(max_examples=20, deadline=None)
@given(LINES, LINES)
def test_nobody_is_notified_between_sleep_onset_and_waking(mine: str, theirs: str) -> None:
    members = couple(" ".join(mine.split() * 4), " ".join(theirs.split() * 4))
    for one in given_to(members):
        (person,) = [it.availability for it in members if it.name == one.name]
        minute = minute_of(one.at)
        assert not meets((minute, minute + 1), person.sleep)
        assert one.at in {one.starts, one.starts - timedelta(minutes=30)}


def test_where_sleep_is_not_known_only_time_awake_at_home_counts() -> None:
    members = couple("D N - -", "N N - -")
    hidden = replace(members[1].availability, sleep=(), work=())
    members = (members[0], replace(members[1], availability=hidden))
    for one in given_to(members):
        if one.name == "Sam":
            minute = minute_of(one.at)
            assert is_inside((minute, minute + 1), hidden.home_awake)


def test_the_budget_is_kept_in_every_seven_days_and_shared_with_everything_else() -> None:
    first = date(2026, 6, 1)
    spent = {("Alex", first + timedelta(days=n)): 1 for n in range(28)}
    found = given_to(couple("D D - - E E -" * 1), spent=spent)
    used = Counter(spent) + Counter((one.name, one.at.astimezone(LONDON).date()) for one in found)
    for name in ("Alex", "Sam"):
        days = [used[name, first + timedelta(days=n)] for n in range(28)]
        assert max(days) <= BUDGET.a_day
        assert all(sum(days[n : n + 7]) <= BUDGET.a_week for n in range(22))
    counts = Counter(one.name for one in found)
    assert counts["Alex"] < counts["Sam"]


def test_without_a_budget_nothing_is_sent_and_the_plan_stays() -> None:
    assert given_to(couple("D"), Budget(a_day=0)) == ()


def test_what_is_worth_most_is_reminded_of_first() -> None:
    tight = Budget(a_day=1, a_week=1)
    assert {one.ritual for one in given_to(couple("-"), tight)} <= {
        "weekly-ritual",
        "lazy-morning",
        "check-in",
    }


def test_children_get_none() -> None:
    members = couple("-")
    child = Member(availability=replace(members[1].availability, name="Mia"), role=Role.CHILD)
    found = given_to((*members, child))
    assert {one.name for one in found} == {"Alex", "Sam"}


@pytest.mark.parametrize("wrong", [{"a_day": 21}, {"a_week": 71}, {"lead_minutes": -1}])
def test_a_budget_that_cannot_be_is_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(WindowsError):
        Budget(**wrong)
