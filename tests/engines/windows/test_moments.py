"""Small things in real time: where they may lie, how many, and what they follow."""

from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from tests.engines.sleep.rota import LONDON, MONDAY
from tests.engines.windows.household import LIMITS, available, hours, over

from aftershift.engines.basics.spans import day_of, is_inside, meets, subtract
from aftershift.engines.windows.family import Member
from aftershift.engines.windows.habits import moments_of
from aftershift.engines.windows.moments import (
    Gap,
    Ground,
    Idea,
    first_fit,
    gaps_of,
    offer,
    places_of,
    recovering,
    still_fits,
)
from aftershift.engines.windows.month import Horizon
from aftershift.engines.windows.overlap import WindowsError
from aftershift.engines.windows.rituals import Tie

NOW = datetime(MONDAY.year, MONDAY.month, MONDAY.day, 4, tzinfo=LONDON)
IDEAS = [Idea(name=f"idea.{n}", minutes=5, gap=Gap.ALONE) for n in range(9)]


def ground(line: str, theirs: str = "", taken: tuple[tuple[int, int], ...] = ()) -> Ground:
    covers = over(14)
    own = Member(availability=available(hours(line), covers), commute=45)
    other = hours(theirs, name="Sam") if theirs else None
    return Ground(
        own=own,
        other=Member(availability=available(other, covers)) if other else None,
        horizon=Horizon(zone=LONDON, first=MONDAY, now=NOW, limits=LIMITS, days=7),
        taken=taken,
    )


@pytest.mark.parametrize(
    "line", ["D D N N - - -", "N N N N - - -", "D D D D D D D", "- - - - - - -"]
)
@pytest.mark.parametrize("gap", [Gap.ALONE, Gap.OFFICE])
def test_nothing_lies_in_work_sleep_the_way_or_after_nights(line: str, gap: Gap) -> None:
    here = ground(line)
    person = here.own.availability
    bound = subtract([person.covers], person.home_awake)
    for one in places_of(Idea(name="any", minutes=5, gap=gap), here):
        assert not meets(one.span, bound)
        assert not meets(one.span, recovering(person))
        assert one.starts > NOW


def test_what_is_for_two_lies_where_both_are_awake_at_home() -> None:
    here = ground("D D N N - - -", "D D D - - - -")
    found = places_of(Idea(name="any", minutes=5, gap=Gap.TOGETHER), here)
    assert found
    assert here.other is not None
    for one in found:
        assert is_inside(one.span, here.own.availability.home_awake)
        assert is_inside(one.span, here.other.availability.home_awake)


def test_what_is_for_two_has_no_place_where_there_is_one() -> None:
    assert gaps_of(Gap.TOGETHER, ground("D D N N - - -")) == []


def test_after_handover_is_after_a_day_and_before_the_way_home() -> None:
    here = ground("D D N N - - -")
    person = here.own.availability
    ends = [over_ for _starts, over_ in subtract([person.covers], person.free)]
    found = places_of(Idea(name="any", minutes=5, gap=Gap.HANDOVER), here)
    assert [one.span[0] for one in found] == ends[:2]  # the days', not the nights'


@pytest.mark.parametrize("room", [0, 1, 3, 7])
def test_there_are_never_more_than_there_is_room_for_and_one_on_a_day(room: int) -> None:
    for line in ("- - - - - - -", "D D D D D D D", "N N N N N N N"):
        found = offer(IDEAS, ground(line), room=room)
        assert len(found) <= room
        assert len({day_of(one.span[0], LONDON) for one in found}) == len(found)


def test_they_lie_two_days_apart_where_the_week_has_room() -> None:
    found = offer(IDEAS, ground("- - - - - - -"), room=3)
    days = [day_of(one.span[0], LONDON) for one in found]
    gaps = [later - before for before, later in pairwise(days)]
    assert gaps == [timedelta(days=2)] * 2


def test_a_day_that_holds_something_is_left_alone() -> None:
    free = places_of(IDEAS[0], ground("- - - - - - -"))[0]
    found = offer(IDEAS, ground("- - - - - - -", taken=(free.span,)), room=3)
    assert all(day_of(one.span[0], LONDON) != day_of(free.span[0], LONDON) for one in found)


def test_what_lies_in_work_now_does_not_fit_any_more() -> None:
    before = places_of(IDEAS[0], ground("- - - - - - -"))[1]
    assert still_fits(before.span, Gap.ALONE, ground("- - - - - - -"))
    assert not still_fits(before.span, Gap.ALONE, ground("- E - - - - -"))


def test_something_without_minutes_is_no_idea() -> None:
    with pytest.raises(WindowsError):
        Idea(name="nothing", minutes=0, gap=Gap.ALONE)


@pytest.mark.parametrize("tie", list(Tie))
def test_a_habit_goes_where_its_shift_goes(tie: Tie) -> None:
    before, after = ground("D - - - - - -"), ground("- - N - - - -")
    times = [moments_of(tie, one.own, one.horizon) for one in (before, after)]
    assert times[0]
    assert times[0] != times[1]
    if tie is not Tie.AFTER_WAKING:
        assert len(times[0]) == len(times[1]) == 1
        assert times[1][0] - times[0][0] > timedelta(days=1)


@pytest.mark.parametrize(
    ("line", "gaps", "found"),
    [
        ("D D N N - - -", (Gap.HANDOVER, Gap.ALONE), Gap.HANDOVER),
        ("D D N N - - -", (Gap.ALONE, Gap.HANDOVER), Gap.ALONE),
        ("N N N N - - -", (Gap.HANDOVER, Gap.ALONE), Gap.ALONE),
        ("N N N N - - -", (Gap.HANDOVER,), None),
        ("- - - - - - -", (Gap.HANDOVER, Gap.OFFICE), Gap.OFFICE),
    ],
)
def test_the_first_kind_of_time_that_has_a_place_is_taken_where_somebody_is_fit(
    line: str, gaps: tuple[Gap, ...], found: Gap | None
) -> None:
    here = ground(line)
    place = first_fit([Idea(name="any", minutes=10, gap=one) for one in gaps], here)
    assert (place.idea.gap if place else None) is found
    if place is not None and found is not Gap.HANDOVER:
        assert is_inside(place.span, here.own.availability.rested)


def test_a_step_that_takes_longer_than_anybody_is_fit_for_has_no_place() -> None:
    assert (
        first_fit([Idea(name="any", minutes=16, gap=Gap.HANDOVER)], ground("D D D D D D D")) is None
    )
    assert first_fit([], ground("D D D D D D D")) is None
