"""A swap moves as little as possible, and what was accepted last."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines.sleep.rota import LINES, LONDON
from tests.engines.windows.household import at, hours
from tests.engines.windows.test_rituals import HORIZON, SHELF, couple, local

from aftershift.engines.basics.spans import is_inside, meets, minute_of
from aftershift.engines.windows.causes import explained
from aftershift.engines.windows.family import Member
from aftershift.engines.windows.following import Followed, Standing, follow_rosters
from aftershift.engines.windows.month import Home, Horizon
from aftershift.engines.windows.overlap import WindowsError
from aftershift.engines.windows.placing import Caps
from aftershift.engines.windows.plan import MoveCause
from aftershift.engines.windows.ritual_plan import Placed, plan_rituals

RITUALS = tuple(SHELF.values())
LINE = "D D - - E E - - L L - - D D - - - - D D D D D - - - - -"


def standing(members: tuple[Member, ...], *accepted: str) -> Standing:
    placed = plan_rituals(RITUALS, members, HORIZON).placed
    firm = frozenset(one for one in placed if one.ritual in accepted)
    return Standing(rituals=RITUALS, placed=placed, accepted=firm)


def followed(held: Standing, members: tuple[Member, ...], now: datetime | None = None) -> Followed:
    horizon = replace(HORIZON, now=now) if now else HORIZON
    return follow_rosters(held, Home(members, horizon))


def test_the_same_rosters_move_nothing() -> None:
    held = standing(couple(LINE))
    assert followed(held, couple(LINE)) == Followed(placed=held.placed, moves=())


def test_a_night_moves_its_own_days_rituals_and_says_because_of_which_shift() -> None:
    """S3-11: "because Thursday became a night"."""
    held = standing(couple(LINE))
    codes = LINE.split()
    codes[10] = "N"  # Thursday the eleventh
    changed = " ".join(codes)
    after = followed(held, couple(changed))
    assert after.moves
    assert {local(move.before).day for move in after.moves} <= {11, 12}
    told = explained(after.moves, [hours(changed), hours("-", "Sam")], zone=LONDON)
    shifts = {(one.because.name, one.because.day.day) for one in told if one.because}
    assert ("Alex", 11) in shifts
    assert None not in {move.cause for move in after.moves}


def test_what_has_begun_is_left_alone() -> None:
    held = standing(couple(LINE))
    busy = " ".join(["T"] * 28)
    after = followed(held, couple(busy), now=at(15, 12))
    assert all(move.before.starts > at(15, 12) for move in after.moves)
    assert [one for one in after.placed if one.starts <= at(15, 12)] == [
        one for one in held.placed if one.starts <= at(15, 12)
    ]


def test_what_was_accepted_finds_its_place_first_and_pushes_out_what_was_not() -> None:
    tight = Caps(a_day=1, a_week=2, gap=0)
    rituals = (SHELF["micro-date"], SHELF["hug"])
    both = ("Alex", "Sam")
    date = Placed(
        ritual="micro-date", starts=at(2, 12), ends=at(2, 12, 15), people=both, value=50_000
    )
    hug = Placed(ritual="hug", starts=at(4, 18), ends=at(4, 18, 1), people=both, value=20_000)
    busy = couple(" ".join(["T", "T", "T", "-", "T", "T", "T"]))
    home = Home(busy, replace(HORIZON, days=7))

    def moves(*accepted: Placed) -> dict[str, Placed | None]:
        held = Standing(rituals=rituals, placed=(date, hug), accepted=frozenset(accepted))
        after = follow_rosters(held, home, caps=tight)
        assert all((move.cause is None) == (move.before == hug) for move in after.moves)
        return {move.before.ritual: move.after for move in after.moves}

    pushed = moves(date)
    assert pushed["micro-date"] is not None
    assert local(pushed["micro-date"]).day == 4
    assert pushed["hug"] is None
    assert moves() == moves(hug) == {"micro-date": None}


@settings(max_examples=25, deadline=None)
@given(LINES, LINES, st.booleans())
def test_only_what_must_moves_and_it_lands_well(mine: str, changed: str, is_accepted: bool) -> None:
    before = couple(" ".join(mine.split() * 3), "D D - - N N -")
    members = couple(" ".join(changed.split() * 3), "D D - - N N -")
    held = standing(before, *(("micro-date", "check-in") if is_accepted else ()))
    after = followed(held, members)
    assert after == followed(held, members)
    moved = {move.before for move in after.moves}
    stayed = {one for one in held.placed if one not in moved}
    assert stayed <= set(after.placed)
    landed = {move.after for move in after.moves if move.after}
    assert set(after.placed) == stayed | landed
    people = {one.name: one.availability for one in members}
    for one in after.placed:
        assert all(is_inside(one.span, people[name].free) for name in one.people)
        assert not any(meets(one.span, people[name].sleep) for name in one.people)
    assert all(move.cause for move in after.moves if move.before in held.accepted)
    again = Standing(rituals=RITUALS, placed=after.placed)
    assert [one.cause for one in followed(again, members).moves] == []


def test_the_nearest_place_of_the_same_day_is_taken_first() -> None:
    dates = SHELF["micro-date"]
    held = Standing(
        rituals=(dates,),
        placed=(
            Placed(
                ritual="micro-date",
                starts=at(2, 12),
                ends=at(2, 12, 15),
                people=("Alex", "Sam"),
                value=1,
            ),
        ),
    )
    (move,) = followed(held, couple("- D - -")).moves
    assert (move.cause, move.after and move.after.starts) == (MoveCause.WORK, at(2, 16, 15))
    assert minute_of(move.before.starts) == minute_of(at(2, 12))


@pytest.mark.parametrize("days", [7, 28])
def test_without_a_place_there_is_no_after(days: int) -> None:
    horizon = Horizon(zone=LONDON, first=HORIZON.first, now=HORIZON.now, days=days)
    held = standing(couple(LINE))
    within = tuple(one for one in held.placed if local(one).day <= days and local(one).month == 6)
    together = tuple(one for one in within if len(one.people) == 2)
    away = couple(" ".join(["T"] * 40))
    after = follow_rosters(Standing(rituals=RITUALS, placed=together), Home(away, horizon))
    assert after.placed == ()
    assert all(move.after is None for move in after.moves)
    assert len(after.moves) == len(together)


def test_people_whom_the_household_has_not_are_refused_without_their_names() -> None:
    held = standing(couple(LINE))
    with pytest.raises(WindowsError) as refused:
        follow_rosters(held, Home(couple(LINE)[:1], HORIZON))
    assert "Alex" not in str(refused.value)


@pytest.mark.parametrize("days", [0, 57])
def test_a_plan_of_no_days_or_of_too_many_is_refused(days: int) -> None:
    with pytest.raises(WindowsError):
        replace(HORIZON, days=days)
