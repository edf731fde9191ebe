"""One budget of notifications for everything, and nobody is woken."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines.sleep.rota import LINES, LONDON
from tests.engines.windows.test_rituals import HORIZON, SHELF, couple

from aftershift.engines.basics.spans import is_inside, meets, minute_of, moment_of
from aftershift.engines.windows.family import Member, Role
from aftershift.engines.windows.overlap import WindowsError
from aftershift.engines.windows.plan import ItemState, PlanItem
from aftershift.engines.windows.ranking import WindowKind
from aftershift.engines.windows.reminders import (
    Alarm,
    Budget,
    Reminder,
    Silence,
    alarms,
    from_now,
    reminders,
    silence_of,
    worths_of,
)
from aftershift.engines.windows.ritual_plan import plan_rituals

BUDGET = Budget()


def given_to(
    members: tuple[Member, ...],
    budget: Budget = BUDGET,
    spent: dict[tuple[str, date], int] | None = None,
) -> tuple[Reminder, ...]:
    placed = plan_rituals(list(SHELF.values()), members, HORIZON).placed
    return reminders(placed, members, zone=LONDON, budget=budget, spent=spent or {})


def held_of(members: tuple[Member, ...], pick: int) -> list[PlanItem]:
    """Hold two of three of a month's rituals, every fifth as a window."""
    placed = plan_rituals(list(SHELF.values()), members, HORIZON).placed
    return [
        PlanItem(
            uid=str(n),
            kind=list(WindowKind)[n % 3],
            starts=one.starts,
            ends=one.ends,
            sequence=0,
            state=ItemState.HELD,
            changed=HORIZON.now,
            ritual=one.ritual if n % 5 else "",
        )
        for n, one in enumerate(placed)
        if (n + pick) % 3
    ]


def rung(held: list[PlanItem], own: Member, budget: Budget, *before: Alarm) -> tuple[Alarm, ...]:
    worths = worths_of(held, list(SHELF.values()))
    return alarms(worths, own, zone=LONDON, budget=budget, rung=before)


@settings(max_examples=25, deadline=None)
@given(
    LINES,
    st.integers(0, 2),
    st.integers(1, 2),
    st.integers(1, 8),
    st.lists(st.integers(1, 27), min_size=1, max_size=3, unique=True),
)
def test_however_often_a_plan_changes_no_day_and_no_seven_days_ring_too_often(
    line: str, pick: int, a_day: int, a_week: int, changes: list[int]
) -> None:
    """Each change works the alarms out anew; those of the days before stay spent."""
    budget = Budget(a_day=a_day, a_week=a_week)
    members = couple(" ".join(line.split() * 4))
    all_of_them: tuple[Alarm, ...] = ()
    for n, day in enumerate([0, *sorted(changes)]):
        now = HORIZON.now + timedelta(days=day)
        before = tuple(one for one in all_of_them if one.at <= now)
        held = [one for one in held_of(members, pick + n) if one.ends > now]
        found = rung(held, from_now(members[0], now), budget, *before)
        assert all(one.at > now for one in found)
        all_of_them = (*before, *found)
    used = Counter(one.at.astimezone(LONDON).date() for one in all_of_them)
    first = HORIZON.first - timedelta(days=7)
    days = [used[first + timedelta(days=n)] for n in range(50)]
    assert max(days) <= a_day
    assert max(sum(days[n : n + 7]) for n in range(44)) <= a_week
    for one in all_of_them:
        minute = minute_of(one.at)
        assert not meets((minute, minute + 1), members[0].availability.sleep)


def test_only_her_own_are_written_and_each_silence_has_its_reason() -> None:
    own = couple("D D - - N N -")[0]
    held = held_of(couple("D D - - N N -"), 0)
    tight = Budget(a_day=1, a_week=2)
    found = {one.uid for one in rung(held, own, tight)}
    silent = [one for one in held if one.uid not in found]
    assert {silence_of(one, own, tight) for one in silent} <= {Silence.SPENT, Silence.ASLEEP}
    assert Silence.SPENT in {silence_of(one, own, tight) for one in silent}
    later = replace(held[0], starts=own_end(own), ends=own_end(own) + timedelta(hours=1))
    assert silence_of(later, own, tight) is Silence.UNKNOWN
    assert rung([later], own, tight) == ()


def test_what_she_would_sleep_up_to_is_silent_for_that_reason() -> None:
    own = couple("-")[0]
    starts, _ends = own.availability.sleep[3]
    inside = moment_of(starts + 60)
    held = replace(held_of(couple("-"), 0)[0], starts=inside, ends=inside + timedelta(minutes=5))
    assert rung([held], own, BUDGET) == ()
    assert silence_of(held, own, BUDGET) is Silence.ASLEEP


def own_end(own: Member) -> datetime:
    return moment_of(own.availability.covers[1])


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
    child = Member(availability=replace(members[1].availability, name="Mia", role=Role.CHILD))
    found = given_to((*members, child))
    assert {one.name for one in found} == {"Alex", "Sam"}


@pytest.mark.parametrize("wrong", [{"a_day": 21}, {"a_week": 71}, {"lead_minutes": -1}])
def test_a_budget_that_cannot_be_is_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(WindowsError):
        Budget(**wrong)
