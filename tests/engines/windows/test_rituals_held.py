"""What is held of rituals: firm for a month's plan, and moved within its own week by a roster."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines.sleep.rota import LINES, LONDON
from tests.engines.windows.household import at, hours
from tests.engines.windows.test_rituals import HORIZON, SHELF, couple, local

from aftershift.engines.basics.spans import is_inside, meets
from aftershift.engines.windows.causes import explained
from aftershift.engines.windows.family import Member
from aftershift.engines.windows.holding import firm_of, follow_held
from aftershift.engines.windows.month import Home
from aftershift.engines.windows.placing import Caps
from aftershift.engines.windows.plan import ItemState, Move, MoveCause, PlanItem, call_off
from aftershift.engines.windows.ranking import WindowKind
from aftershift.engines.windows.reminders import Budget, alarms, worths_of
from aftershift.engines.windows.ritual_plan import RitualPlan, plan_rituals

RITUALS = tuple(SHELF.values())
AT_HOME = ("hug", "micro-date", "check-in", "weekly-ritual", "lazy-morning", "no-work-talk")
LINE = "D D - - E E - - L L - - D D - - - - D D D D D - - - - -"


def item(starts: datetime, minutes: int = 60, ritual: str = "") -> PlanItem:
    return PlanItem(
        uid=f"{starts:%d%H%M}{ritual}",
        kind=WindowKind.TIME if minutes >= 60 else WindowKind.MOMENT,
        starts=starts,
        ends=starts + timedelta(minutes=minutes),
        sequence=0,
        state=ItemState.HELD,
        changed=HORIZON.now,
        ritual=ritual,
    )


def planned(members: Sequence[Member], *held: PlanItem, caps: Caps | None = None) -> RitualPlan:
    firm = firm_of(held, RITUALS, Home(members, HORIZON))
    return plan_rituals(RITUALS, members, HORIZON, caps=caps, firm=firm)


def moved(
    held: Sequence[PlanItem], members: Sequence[Member], now: datetime | None = None
) -> tuple[Move, ...]:
    horizon = replace(HORIZON, now=now) if now else HORIZON
    return follow_held(held, RITUALS, Home(members, horizon))


def after(held: Sequence[PlanItem], moves: Sequence[Move]) -> list[PlanItem]:
    gone = {move.before.uid: move.after for move in moves}
    return [found for one in held if (found := gone.get(one.uid, one)) is not None]


def of(plan: RitualPlan, ritual: str) -> list[datetime]:
    return [local(one) for one in plan.placed if one.ritual == ritual]


# --- a month around what is held ------------------------------------------------------


def test_what_is_held_is_in_the_plan_and_no_second_place_is_proposed_that_week() -> None:
    held = item(at(4, 10), 60, "weekly-ritual")
    found = of(planned(couple("-"), held), "weekly-ritual")
    assert found[0] == at(4, 10)
    assert [one.isocalendar().week for one in found] == [23, 24, 25, 26]


def test_nothing_is_proposed_on_top_of_a_held_window() -> None:
    free = planned(couple("-")).placed
    taken = next(one for one in free if one.ritual == "weekly-ritual")
    window = item(taken.starts, 180)
    for one in planned(couple("-"), window).placed:
        assert one.ends <= window.starts or window.ends <= one.starts


def test_held_windows_and_rituals_count_against_the_caps() -> None:
    tight = Caps(a_day=1, a_week=2, gap=0)
    window, ritual = item(at(2, 18)), item(at(3, 12), 15, "micro-date")
    week = [one for one in planned(couple("-"), window, ritual, caps=tight).placed if one.ritual]
    assert [local(one) for one in week if local(one).day <= 7] == [at(3, 12)]


def test_what_was_held_last_week_keeps_its_spacing_from_the_next() -> None:
    before = item(datetime(2026, 5, 31, 10, tzinfo=LONDON), 60, "weekly-ritual")
    first = of(planned(couple("-"), before), "weekly-ritual")[0]
    assert first >= before.starts + timedelta(days=4)
    assert of(planned(couple("-")), "weekly-ritual")[0] < before.starts + timedelta(days=4)


def test_what_was_called_off_counts_for_nothing() -> None:
    held = call_off(item(at(4, 10), 60, "weekly-ritual"), now=HORIZON.now)
    assert planned(couple("-"), held) == planned(couple("-"))


@settings(max_examples=15, deadline=None)
@given(LINES, LINES, st.integers(0, 99))
def test_a_month_around_what_is_held_breaks_no_cap(mine: str, theirs: str, pick: int) -> None:
    members = couple(" ".join(mine.split() * 4), " ".join(theirs.split() * 4))
    held = some_items(members, pick)
    found = planned(members, *held)
    rituals = SHELF
    days = [local(one).date() for one in found.placed]
    days += [one.starts.astimezone(LONDON).date() for one in held if not one.ritual]
    assert max((days.count(day) for day in days), default=0) <= max(4, len(held))
    for one, other in combinations(found.placed, 2):
        same_week = local(one).isocalendar().week == local(other).isocalendar().week
        if one.ritual == other.ritual and rituals[one.ritual].every == "week":
            assert not same_week or rituals[one.ritual].times > 1
    for window in (one for one in held if not one.ritual):
        assert not [one for one in found.placed if meets(one.span, [window.span])]


# --- a roster changes -----------------------------------------------------------------


def test_a_swap_moves_a_held_ritual_to_the_nearest_place_of_its_week_and_says_why() -> None:
    held = (item(at(11, 20), 60, "weekly-ritual"), item(at(13, 19), 15, "micro-date"))
    members, codes = couple(LINE), LINE.split()
    assert moved(held, members) == ()
    codes[10] = "N"  # Thursday the eleventh
    changed = " ".join(codes)
    moves = moved(held, couple(changed))
    told = explained(moves, [hours(changed), hours("-", "Sam")], zone=LONDON)
    assert [move.before.ritual for move in told] == ["weekly-ritual"]
    (move,) = told
    assert move.after is not None
    assert (move.after.ritual, move.after.sequence) == ("weekly-ritual", 1)
    assert move.after.starts.isocalendar().week == held[0].starts.isocalendar().week
    assert move.because is not None
    assert (move.because.name, move.because.code, move.because.day.day) == ("Alex", "x", 11)


def test_an_unchanged_shift_of_the_other_is_not_to_blame_though_it_is_nearer() -> None:
    held = (item(at(4, 20), 15, "micro-date"),)
    assert moved(held, couple("-", "- - - L")) == ()
    members = couple("- - - N", "- - - L")
    moves, known = moved(held, members), (hours("- - - N"), hours("- - - L", "Sam"))
    people = [one.availability for one in members]
    (nearest,) = explained(moves, known, zone=LONDON)
    (told,) = explained(moves, known, zone=LONDON, people=people)
    assert [one.because and one.because.name for one in (nearest, told)] == ["Sam", "Alex"]


def test_without_a_place_left_in_its_week_it_is_gone_though_the_next_week_has_many() -> None:
    held = (item(at(4, 12), 60, "weekly-ritual"),)
    (move,) = moved(held, couple("T T T T T T T - - - - - - -"))
    assert move.after is None
    window = (item(at(4, 12), 60),)
    (move,) = moved(window, couple("T T T T T T T - - - - - - -"))
    assert move.after is not None


def test_a_ritual_makes_way_for_a_window_that_still_lies_well() -> None:
    """The one open stretch of the day is the window's."""
    window = item(at(2, 16, 30), 60)
    ritual = item(at(2, 12), 15, "micro-date")
    (move,) = moved((window, ritual), couple("- D - -"))
    assert move.before == ritual
    assert move.after is not None
    assert not meets(move.after.span, [window.span])


def test_a_lost_window_moves_around_rituals() -> None:
    window = item(at(2, 12), 60)
    ritual = item(at(2, 17), 15, "micro-date")
    (move,) = moved((window, ritual), couple("- D - -"))
    assert move.before == window
    assert move.after is not None
    assert not meets(move.after.span, [ritual.span])


def test_a_slow_morning_is_lost_to_work_and_not_to_tiredness() -> None:
    held = (item(at(3, 9, 30), 60, "lazy-morning"),)
    assert moved(held, couple("-")) == ()
    (move,) = moved(held, couple("- - E - -"))
    assert move.cause is MoveCause.WORK


def test_what_a_roster_says_nothing_of_is_left_alone() -> None:
    held = (item(at(4, 12), 60, "weekly-ritual"),)
    mine, sam = couple("T T T T T T T", "-")
    covers = (sam.availability.covers[0], item(at(2, 0)).span[0])
    unknown = replace(sam, availability=replace(sam.availability, covers=covers))
    assert moved(held, (mine, unknown)) == ()


def test_a_ritual_that_is_not_on_the_shelf_any_more_moves_like_a_window() -> None:
    held = (item(at(4, 12), 60, "long-forgotten"),)
    (move,) = moved(held, couple("T T T T T T T - - - - - - -"))
    assert move.after is not None


@settings(max_examples=25, deadline=None)
@given(LINES, LINES, LINES, st.integers(0, 99))
def test_only_what_must_moves_within_its_week_and_onto_nothing(
    mine: str, theirs: str, changed: str, pick: int
) -> None:
    held = some_items(couple(" ".join(mine.split() * 4), " ".join(theirs.split() * 4)), pick)
    members = couple(" ".join(changed.split() * 4), " ".join(theirs.split() * 4))
    moves = moved(held, members)
    assert repr(moves) == repr(moved(held, members))
    stands = after(held, moves)
    for one, other in combinations(stands, 2):
        assert one.ends <= other.starts or other.ends <= one.starts
    for move in moves:
        if move.after and move.before.ritual:
            every = SHELF[move.before.ritual].every
            before, then = (one.starts.astimezone(LONDON) for one in (move.before, move.after))
            assert every == "month" or before.isocalendar().week == then.isocalendar().week
            assert every != "day" or before.date() == then.date()
    people = [one.availability for one in members]
    for one in (one for one in stands if one.ritual):
        assert all(is_inside(one.span, person.home_awake) for person in people)
    assert moved(stands, members) == ()


def some_items(members: Sequence[Member], pick: int) -> list[PlanItem]:
    """Hold every few of a month's rituals, and windows where other rituals would lie."""
    placed = [one for one in plan_rituals(RITUALS, members, HORIZON).placed if len(one.people) == 2]
    return [
        item(
            one.starts,
            one.span[1] - one.span[0],
            one.ritual if n % 5 and one.ritual in AT_HOME else "",
        )
        for n, one in enumerate(placed)
        if (n * 7 + pick) % 3
    ]


# --- habits and their shifts ----------------------------------------------------------


def rings(held: Sequence[PlanItem], members: Sequence[Member]) -> list[datetime]:
    own = members[0]
    found = alarms(worths_of(held, RITUALS), own, zone=LONDON, budget=Budget(), rung=())
    return [one.at.astimezone(LONDON) for one in found]


def test_what_is_tied_to_a_return_follows_the_shift_and_so_does_its_reminder() -> None:
    members = couple("- L - -")
    first = of(planned(members), "no-work-talk")[0]
    held = [item(first, 5, "no-work-talk")]
    assert moved(held, members) == ()
    earlier = couple("- D - -")
    (move,) = moved(held, earlier)
    assert move.after is not None
    assert local_of(move.after) < first
    assert move.after.starts == of(planned(earlier), "no-work-talk")[0]
    shift = first - local_of(move.after)
    (before,), (now,) = rings(held, members), rings(after(held, [move]), earlier)
    assert before - now == shift


def test_what_is_tied_and_lies_at_another_hour_than_its_event_says_so() -> None:
    held = [item(at(2, 21), 5, "no-work-talk")]
    (move,) = moved(held, couple("- D - -"))
    assert move.cause is MoveCause.EVENT


def test_what_is_tied_to_a_return_that_is_over_stays() -> None:
    members = couple("- D - -")
    first = of(planned(members), "no-work-talk")[0]
    late = [item(first + timedelta(minutes=45), 5, "no-work-talk")]
    assert moved(late, members, now=first + timedelta(minutes=20)) == ()
    assert len(moved(late, members)) == 1


def local_of(one: PlanItem) -> datetime:
    return one.starts.astimezone(LONDON)


@pytest.mark.parametrize("ritual", sorted(set(SHELF) - {"hug", "eye-contact"}))
def test_a_plan_with_everything_held_is_the_same_plan(ritual: str) -> None:
    members = couple(LINE)
    found = [one for one in planned(members).placed if one.ritual == ritual]
    held = [item(one.starts, one.span[1] - one.span[0], ritual) for one in found]
    again = [one for one in planned(members, *held).placed if one.ritual == ritual]
    if SHELF[ritual].place == "home":
        assert [one.starts for one in again] == [one.starts for one in found]
