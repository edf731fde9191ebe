"""Windows with children and a grandparent in them, and what is held with them."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest
from tests.engines.sleep.rota import LONDON, MONDAY
from tests.engines.windows.household import at, hours

from aftershift.engines.basics.spans import minute_of
from aftershift.engines.windows.availability import KnownHours
from aftershift.engines.windows.family import Child
from aftershift.engines.windows.finding import Found, Search, find, person_over
from aftershift.engines.windows.overlap import DayTogether, Role
from aftershift.engines.windows.plan import ItemState, Move, MoveCause, PlanItem, replan
from aftershift.engines.windows.ranking import ReasonKind, WindowKind

MIA = Child(
    name="Mia", zone=LONDON, wakes=time(7), bedtime=time(19, 30), school=(time(8, 30), time(15, 30))
)
BEN = Child(name="Ben", zone=LONDON, wakes=time(6, 30), bedtime=time(18, 45))
ALEX, SAM = hours("D D - E N - -" * 3), hours("D D D D D - -" * 3, "Sam")
NANA = replace(hours("-", "Nana"), role=Role.RELATIVE)
AUTUMN = date(2026, 10, 19)  # the clocks go back on the Sunday after


def search(first: date = MONDAY, days: int = 14, **more: object) -> Search:
    now = datetime.combine(first, time(1), LONDON)
    last = first + timedelta(days=days - 1)
    return Search(zone=LONDON, first=first, last=last, now=now, **more)  # type: ignore[arg-type]


def moves(
    items: list[PlanItem], *people: KnownHours | Child, now: datetime | None = None
) -> tuple[Move, ...]:
    looked = search()
    available = [person_over(one, looked).availability for one in people]
    return replan(items, available, zone=LONDON, now=now or looked.now, limits=looked.limits)


def item(starts: datetime, minutes: int = 60, people: tuple[str, ...] = ()) -> PlanItem:
    return PlanItem(
        uid=f"{starts:%d%H}",
        kind=WindowKind.TIME,
        starts=starts,
        ends=starts + timedelta(minutes=minutes),
        sequence=0,
        state=ItemState.HELD,
        changed=starts,
        people=people,
    )


@pytest.mark.parametrize(
    "people",
    [
        (ALEX, MIA),
        (ALEX, SAM, MIA),
        (ALEX, SAM, MIA, BEN),
        (ALEX, SAM, MIA, NANA),
        (ALEX, SAM, MIA, BEN, NANA),
        (ALEX, SAM, MIA, BEN, NANA, replace(NANA, name="Pop")),
    ],
)
def test_no_window_with_a_child_is_a_talk_or_ends_after_its_bedtime(
    people: tuple[KnownHours | Child, ...],
) -> None:
    found = find(people, search())
    assert found.proposals.windows
    bedtime = min(one.bedtime for one in people if isinstance(one, Child))
    for window in found.proposals.windows:
        assert window.kind is not WindowKind.TALK
        assert window.ends.astimezone(LONDON).time() <= bedtime


@pytest.mark.parametrize("first", [AUTUMN, date(2026, 3, 23)])
def test_in_a_week_of_clock_changes_a_bedtime_is_the_walls(first: date) -> None:
    free = [hours("-" * 14, name, first) for name in ("Alex", "Sam")]
    found = find((*free, MIA), search(first, 7))
    assert [one.free_together for one in found.days[-2:]] in ([1440, 1500], [1440, 1380])
    assert [one.awake_together for one in found.days[-2:]] == [
        minutes_from(one, free, found) for one in found.days[-2:]
    ]
    for window in found.proposals.windows:
        assert time(7) <= window.starts.astimezone(LONDON).time()
        assert window.ends.astimezone(LONDON).time() <= time(19, 30)


def minutes_from(day: DayTogether, free: list[KnownHours], found: Found) -> int:
    """Count by hand: from the last to wake until Mia's bedtime."""
    bed = minute_of(datetime.combine(day.day, time(19, 30), LONDON))
    up = minute_of(datetime.combine(day.day, time(7), LONDON))
    woke = [
        span[1]
        for person in found.people[: len(free)]
        for span in person.sleep
        if bed - 1000 < span[1] < bed
    ]
    return bed - max(up, *woke)


def test_a_school_holiday_opens_the_day() -> None:
    day = date(2026, 6, 3)  # a Wednesday on which Alex is free
    people = (hours("- - - - - - -"), hours("- - - - - - -", "Sam"))
    at_school = find((*people, MIA), search(days=7)).days[2]
    off = find((*people, replace(MIA, holidays=frozenset({day}))), search(days=7)).days[2]
    assert off.awake_together == at_school.awake_together + 7 * 60 - 15  # asleep till 08:45


def test_the_reasons_name_the_child_and_the_hour() -> None:
    found = find((ALEX, SAM, MIA), search())
    reasons = [reason for one in found.proposals.windows for reason in one.reasons]
    bed = next(one for one in reasons if one.kind is ReasonKind.BEFORE_BEDTIME)
    assert bed.name == "Mia"
    assert bed.at is not None
    assert bed.at.astimezone(LONDON).time() == time(19, 30)


def test_back_from_school_is_a_reason_and_never_work() -> None:
    people = (hours("- - - - - - -"), hours("- - - - - - -", "Sam"), MIA)
    looked = replace(search(days=1), now=at(1, 15))
    (window,) = find(people, looked).proposals.windows
    said = {one.kind: one for one in window.reasons}
    assert said[ReasonKind.SCHOOL_UNTIL].at == at(1, 15, 30)
    assert ReasonKind.HOME_FROM not in said


def test_the_first_bedtime_is_the_one_that_is_named() -> None:
    people = (hours("- - - - - - -"), hours("- - - - - - -", "Sam"), MIA, BEN)
    (window,) = find(people, replace(search(days=1), now=at(1, 16))).proposals.windows
    bed = next(one for one in window.reasons if one.kind is ReasonKind.BEFORE_BEDTIME)
    assert (bed.name, bed.at) == ("Ben", at(1, 18, 45))


def test_an_evening_after_bedtime_is_nothing_to_warn_of() -> None:
    people = (hours("- - - - - - -"), hours("- - - - - - -", "Sam"), MIA)
    for warning in find(people, search(days=7)).proposals.not_now:
        assert warning.starts.astimezone(LONDON).time() < time(19, 30)


def test_of_a_grandparents_sleep_no_more_is_said_than_of_a_partners() -> None:
    tired = replace(hours("N N N - - - -", "Nana"), role=Role.RELATIVE)
    found = find((hours("-" * 7), hours("-" * 7, "Sam"), MIA, tired), search(days=7))
    kinds = {one.reason.kind for one in found.proposals.not_now if one.reason.name == "Nana"}
    assert kinds == {ReasonKind.NOT_GOOD_FOR_THEM}


# --- what is held with them ---------------------------------------------------------------


def test_what_the_family_holds_leaves_the_couple_the_rest_of_its_day() -> None:
    free = find((ALEX, SAM), search()).proposals.windows[0]
    day = free.starts.astimezone(LONDON)
    family = item(day.replace(hour=7, minute=0), 30, ("Alex", "Sam", "Mia"))
    found = find((ALEX, SAM), search(held=(family,))).proposals.windows
    assert free.starts in {one.starts for one in found}
    own = replace(family, people=())
    found = find((ALEX, SAM), search(held=(own,))).proposals.windows
    assert day.date() not in {one.starts.astimezone(LONDON).date() for one in found}


def test_the_couple_is_offered_no_hour_that_the_family_holds() -> None:
    free = find((ALEX, SAM), search()).proposals.windows[0]
    family = replace(item(free.starts), ends=free.ends, people=("Alex", "Sam", "Mia"))
    for window in find((ALEX, SAM), search(held=(family,))).proposals.windows:
        assert window.ends <= family.starts or family.ends <= window.starts


def test_a_family_hour_moves_when_the_bedtime_does_and_stays_before_it() -> None:
    held = item(at(3, 18, 15), people=("Alex", "Sam", "Mia"))
    people = (hours("- - - - - - -"), hours("- - - - - - -", "Sam"))
    assert moves([held], *people, MIA) == ()
    (move,) = moves([held], *people, replace(MIA, bedtime=time(18, 30)))
    assert move.cause is MoveCause.SLEEP
    assert move.after is not None
    assert move.after.people == held.people
    assert move.after.ends == at(3, 18, 30)


def test_a_new_bedtime_moves_nothing_of_the_couples() -> None:
    held = item(at(3, 20))
    people = (hours("- - - - - - -"), hours("- - - - - - -", "Sam"))
    assert moves([held], *people, MIA) == ()


def test_what_moves_lands_on_nothing_that_others_hold() -> None:
    own = item(at(3, 17))
    family = item(at(3, 18, 15), people=("Alex", "Sam", "Mia"))
    people = (hours("- - - - - - -"), hours("- - - - - - -", "Sam"))
    (move,) = moves([own, family], *people, replace(MIA, bedtime=time(18, 30)))
    assert move.after is not None
    spans = sorted([own.span, move.after.span])
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_an_hour_with_somebody_who_is_not_known_any_more_is_left_alone() -> None:
    held = item(at(3, 20), people=("Alex", "Sam", "Mia"))
    assert moves([held], hours("- - - - - - -"), hours("L L L L L L L", "Sam")) == ()


def test_a_lost_family_hour_offers_no_voice_note_to_a_child() -> None:
    held = item(at(3, 17), people=("Alex", "Mia"))
    (move,) = moves([held], hours("L L L L L L L"), MIA)
    assert move.voice_note_at is None
