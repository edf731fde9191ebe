"""Where rituals lie: at home, apart, around shifts, and what is said when there is no place."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from tests.engines.sleep.rota import LINES, LONDON, MONDAY
from tests.engines.windows.household import at, available, hours, over

from aftershift.engines.basics.spans import is_inside, meets
from aftershift.engines.windows.family import (
    Child,
    Member,
    Role,
    availability_of_child,
    days_apart,
    off_duty,
)
from aftershift.engines.windows.month import Horizon
from aftershift.engines.windows.overlap import WindowsError
from aftershift.engines.windows.placing import Caps
from aftershift.engines.windows.ritual_plan import Placed, RitualPlan, plan_rituals
from aftershift.engines.windows.rituals import (
    BAD_WEEK_MINUTES,
    GOOD_WEEK_MINUTES,
    Every,
    Place,
    Ritual,
    Tie,
    Who,
    minutes_in_week,
)
from aftershift.library.rituals import load_rituals

SHELF = {one.id: one for one in load_rituals()}
COVERS = over(63)
HORIZON = Horizon(zone=LONDON, first=MONDAY, now=datetime(2026, 5, 31, 12, tzinfo=LONDON))
OPPOSITE = ("L L L L - - - " * 4, "M M M M - - - " * 4)


def couple(mine: str, theirs: str = "-") -> tuple[Member, ...]:
    return tuple(
        Member(availability=available(hours(line, name), COVERS), commute=45)
        for name, line in (("Alex", mine), ("Sam", theirs))
    )


def plan(members: tuple[Member, ...], *ids: str, caps: Caps | None = None) -> RitualPlan:
    return plan_rituals([SHELF[one] for one in ids], members, HORIZON, caps=caps)


def local(one: Placed) -> datetime:
    return one.starts.astimezone(LONDON)


@settings(max_examples=25, deadline=None)
@given(LINES, LINES)
def test_a_hug_is_never_placed_while_one_is_at_work(mine: str, theirs: str) -> None:
    """S3-08: hug, eye contact and the five minutes are for when both are home and awake."""
    members = couple(" ".join(mine.split() * 4), " ".join(theirs.split() * 3))
    found = plan(members, "hug", "eye-contact", "no-work-talk", "gratitude", "voice-note")
    for one in found.placed:
        for person in (member.availability for member in members if member.name in one.people):
            assert is_inside(one.span, person.free)
            assert not meets(one.span, person.sleep)
            if one.ritual in {"hug", "eye-contact", "no-work-talk"}:
                assert is_inside(one.span, person.home_awake)


def test_two_people_who_are_off_have_every_micro_action_each_day() -> None:
    generous = Caps(a_day=10, a_week=70, gap=5)
    found = plan(couple("-"), "hug", "eye-contact", "gratitude", "voice-note", caps=generous)
    counts = {one: sum(it.ritual == one for it in found.placed) for one in SHELF}
    assert (counts["hug"], counts["eye-contact"], counts["gratitude"]) == (28, 56, 56)
    assert counts["voice-note"] == 0  # they meet every day


def test_opposite_twelve_hour_shifts_have_notes_heard_at_the_others_waking() -> None:
    """Scenario 9: on work days nothing together, only what can be heard later."""
    members = couple(*OPPOSITE)
    found = plan(members, "hug", "micro-date", "voice-note")
    apart = days_apart(members, (COVERS[0], COVERS[0] + 28 * 1440), zone=LONDON, least=10)
    notes = [one for one in found.placed if one.ritual == "voice-note"]
    assert {one.people for one in notes} == {("Alex",), ("Sam",)}
    for note in notes:
        assert meets(note.span, apart)
        (other,) = [one for one in members if one.name not in note.people]
        assert note.heard_at is not None
        heard = int(note.heard_at.timestamp() // 60)
        assert is_inside((heard, heard + 1), off_duty(other, COVERS))
        assert not meets((note.span[1], heard), off_duty(other, COVERS))
    together = [one.span for one in found.placed if one.ritual != "voice-note"]
    assert together
    assert not any(meets(span, apart) for span in together)


def test_the_weekly_ritual_moves_itself_to_each_weeks_best_place() -> None:
    line = "D D - E E - - L L - - D D - N N N - - - - D D D D D - -"
    found = plan(couple(line, "D D D D D - - " * 4), "weekly-ritual")
    days = [(one.starts.date() - MONDAY).days for one in found.placed]
    assert [day // 7 for day in days] == [0, 1, 2, 3]
    assert len({day % 7 for day in days}) > 1
    assert found.misses == ()


@pytest.mark.parametrize(
    ("shared", "minutes"),
    [
        (0, 5),
        (BAD_WEEK_MINUTES, 5),
        ((BAD_WEEK_MINUTES + GOOD_WEEK_MINUTES) // 2, 15),
        (GOOD_WEEK_MINUTES, 30),
        (5000, 30),
    ],
)
def test_the_check_ins_length_follows_the_shared_time(shared: int, minutes: int) -> None:
    """S0-26: whole in a good week, five minutes in a bad one."""
    assert minutes_in_week(SHELF["check-in"], shared) == minutes
    assert minutes_in_week(SHELF["weekly-ritual"], shared) == 60


def test_a_check_in_shrinks_in_the_bad_week_only() -> None:
    bad = " ".join(["-"] * 7 + ["L"] * 6 + ["E"] + ["-"] * 14)
    theirs = " ".join(["-"] * 7 + ["M"] * 5 + ["-"] * 16)
    found = plan(couple(bad, theirs), "check-in").placed
    lengths = [(one.ends - one.starts) // timedelta(minutes=1) for one in found]
    assert lengths[0] == lengths[2] == lengths[3] == 30
    assert lengths[1] < 15


def test_one_lazy_morning_a_month_lies_on_a_day_off_for_both() -> None:
    found = plan(couple("D D D D D - - " * 4, "D D D D D D - " * 4), "lazy-morning")
    (lazy,) = found.placed
    assert local(lazy).strftime("%a") == "Sun"
    assert time(8) <= local(lazy).time() <= time(9, 30)
    assert found.misses == ()


def test_an_impossible_month_is_said_at_once_with_the_nearest_morning_after_it() -> None:
    """S3-17: not this month; the nearest is the first free morning of the next."""
    busy = " ".join(["D"] * 33)
    found = plan(couple(busy, "-"), "lazy-morning")
    assert found.placed == ()
    (miss,) = found.misses
    assert (miss.first, miss.last) == (MONDAY, date(2026, 6, 28))
    assert (miss.wanted, miss.placed) == (1, 0)
    assert miss.nearest is not None
    assert miss.nearest.astimezone(LONDON).date() == date(2026, 7, 4)


def test_nothing_is_nearest_where_no_free_morning_is_known() -> None:
    (miss,) = plan(couple(" ".join(["D"] * 63), "-"), "lazy-morning").misses
    assert miss.nearest is None


def test_a_week_without_a_place_names_the_nearest_place_of_another() -> None:
    mine, theirs = " ".join(["-"] * 7 + ["L"] * 7), " ".join(["-"] * 7 + ["M"] * 6)
    members = couple(mine, theirs)
    (miss,) = plan(members, "weekly-ritual").misses
    assert miss.first == MONDAY + timedelta(days=7)
    assert miss.nearest is not None
    assert miss.nearest.astimezone(LONDON).date() in {date(2026, 6, 7), date(2026, 6, 15)}


@pytest.mark.parametrize(
    ("tie", "place", "who", "code", "clock"),
    [
        (Tie.AFTER_HANDOVER, Place.APART, Who.EACH, "D", time(15, 30)),
        (Tie.AFTER_HANDOVER, Place.APART, Who.EACH, "L", time(19)),
        (Tie.BEFORE_LEAVING, Place.APART, Who.EACH, "D", time(6, 5)),
        (Tie.BEFORE_LEAVING, Place.APART, Who.EACH, "E", time(12, 5)),
        (Tie.AFTER_RETURN, Place.HOME, Who.PARTNERS, "D", time(16, 15)),
        (Tie.AFTER_WAKING, Place.APART, Who.EACH, "D", time(5, 30)),
    ],
)
def test_moving_a_shift_moves_what_is_tied_to_it(
    tie: Tie, place: Place, who: Who, code: str, clock: time
) -> None:
    """S0-31: reminders follow the shift's events, not the clock."""
    tied = Ritual(
        id="x", seconds=600, times=1, every=Every.DAY, weight=10, place=place, who=who, tie=tie
    )
    placed = plan_rituals([tied], couple(f"- - {code}"), HORIZON).placed
    on_the_day = [one for one in placed if local(one).date() == date(2026, 6, 3)]
    assert clock in {local(one).time() for one in on_the_day if "Alex" in one.people}


def test_family_time_ends_before_bedtime_and_needs_a_child() -> None:
    mia = Child(
        name="Mia", zone=LONDON, wakes=time(7), bedtime=time(19), school=(time(8, 30), time(15, 30))
    )
    child = Member(availability=availability_of_child(mia, covers=COVERS))
    nana = Member(availability=replace(available(hours("-", "Nana"), COVERS), role=Role.RELATIVE))
    members = (*couple("D D E E - - -" * 1, "D D D D D - -"), child, nana)
    placed = plan(members, "family-time", "hug").placed
    family = [one for one in placed if one.ritual == "family-time"]
    assert len(family) == 8
    assert {one.people for one in family} == {("Alex", "Sam", "Mia")}
    assert all(one.ends.astimezone(LONDON).time() <= time(19) for one in family)
    assert {one.people for one in placed if one.ritual == "hug"} == {("Alex", "Sam")}
    assert plan(members[:2], "family-time").placed == ()


def test_one_alone_has_only_what_is_done_alone() -> None:
    found = plan(couple("D")[:1], "hug", "voice-note", "gratitude")
    assert {one.ritual for one in found.placed} == {"gratitude"}


def test_nothing_lies_before_now() -> None:
    late = replace(HORIZON, now=at(10, 12))
    found = plan_rituals(list(SHELF.values()), couple("D D - -"), late)
    assert min(one.starts for one in found.placed) > at(10, 12)


@pytest.mark.parametrize(
    "wrong",
    [
        {"seconds": 0},
        {"times": 0},
        {"weight": 101},
        {"latest": time(0)},
        {"spacing": -1},
        {"shortest": 11},
        {"who": Who.EACH},
        {"when_apart": True},
        {"tie": Tie.AFTER_HANDOVER},
    ],
)
def test_a_ritual_that_cannot_be_is_refused(wrong: dict[str, object]) -> None:
    good = Ritual(id="x", seconds=600, times=1, every=Every.DAY, weight=10)
    with pytest.raises(WindowsError, match="x"):
        replace(good, **wrong)


@pytest.mark.parametrize("wrong", [{"a_day": 0}, {"a_day": 9, "a_week": 8}, {"gap": 300}])
def test_caps_that_cannot_be_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(WindowsError):
        Caps(**wrong)
