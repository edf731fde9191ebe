"""The chain of one ritual over the weeks is the best there is; exchanges never lose."""

from datetime import UTC, date, datetime
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines.windows.seeded import HORIZON, RITUALS, household

from aftershift.engines.windows.month import Home, groups_of
from aftershift.engines.windows.placing import Board, Caps, best_chain, choose
from aftershift.engines.windows.ritual_plan import plan_rituals
from aftershift.engines.windows.slots import Slot, slots_of

PLACES = st.lists(
    st.tuples(st.integers(0, 27), st.integers(1, 90)), max_size=9, unique_by=lambda one: one[0]
)


def slot(day: int, value: int) -> Slot:
    return Slot(
        value=value, starts=day * 1440, ends=day * 1440 + 60, group=0, day=day, bucket=day // 7,
        people=1,
    )  # fmt: skip


@settings(max_examples=150)
@given(PLACES, st.integers(1, 3), st.sampled_from([0, 1440, 4320, 5760, 11520]))
def test_the_chain_of_one_ritual_is_the_best_of_all(
    places: list[tuple[int, int]], times: int, spacing: int
) -> None:
    own = [slot(day, value) for day, value in sorted(places)]

    def is_allowed(some: tuple[Slot, ...]) -> bool:
        buckets = [one.bucket for one in some]
        return all(buckets.count(one) <= times for one in buckets) and all(
            abs(one.starts - other.starts) >= spacing for one, other in combinations(some, 2)
        )

    best = max(
        sum(one.value for one in some)
        for n in range(len(own) + 1)
        for some in combinations(own, n)
        if is_allowed(some)
    )
    chain = best_chain(own, [one.value for one in own], times=times, spacing=spacing)
    assert is_allowed(tuple(chain))
    assert sum(one.value for one in chain) == best


def test_going_back_undoes_every_step() -> None:
    members = household(3)
    groups = groups_of(RITUALS, members)
    slots = slots_of(groups, Home(members, HORIZON))
    board = choose(slots, groups, Caps())
    before, steps = board.chosen(), board.steps
    for one in before[::3]:
        board.leave(one)
    for one in slots[::50]:
        if board.is_open(one):
            board.take(one)
    assert board.chosen() != before
    board.go_back(steps)
    assert board.chosen() == before
    assert board.worth() == sum(one.value for one in before)


def test_what_is_kept_is_never_pushed_out() -> None:
    members = household(1)
    groups = groups_of(RITUALS, members)
    slots = slots_of(groups, Home(members, HORIZON))
    board = Board(groups, Caps(), slots)
    least = slots[-1]
    board.keep(least)
    for one in slots:
        board.gains(one)
    assert least in board.chosen()


def test_the_plan_is_in_order_of_time_and_empty_without_rituals() -> None:
    plan = plan_rituals(RITUALS, household(7), HORIZON)
    assert list(plan.placed) == sorted(plan.placed, key=lambda one: one.starts)
    assert plan.placed[0].starts > datetime(2026, 10, 11, tzinfo=UTC)
    nothing = plan_rituals((), household(7), HORIZON)
    assert (nothing.placed, nothing.misses, nothing.value) == ((), (), 0)
    assert nothing.burdens == (("Alex", 0), ("Sam", 0))
    assert date(2026, 10, 12) == HORIZON.first
