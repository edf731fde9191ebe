"""What a changed roster moves, and what it leaves alone."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines.sleep.rota import LINES, LONDON
from tests.engines.windows.household import LIMITS, at, available, hours, over

from aftershift.engines.basics.spans import is_inside, meets, minute_of
from aftershift.engines.windows.limits import Limits
from aftershift.engines.windows.overlap import Availability
from aftershift.engines.windows.plan import (
    ItemState,
    Move,
    MoveCause,
    PlanItem,
    accept,
    call_off,
    replan,
)
from aftershift.engines.windows.ranking import Window, WindowKind, stretches_for

NOW = at(1, 6)
WEEK = over(10)


def people(mine: str, theirs: str = "- - - - - - - - - -") -> list[Availability]:
    return [available(hours(mine), WEEK), available(hours(theirs, "Sam"), WEEK)]


def item(
    starts: datetime, minutes: int = 60, kind: WindowKind = WindowKind.TALK, uid: str = "a"
) -> PlanItem:
    window = Window(
        starts=starts, ends=starts + timedelta(minutes=minutes), kind=kind, score=1.0, reasons=()
    )
    return accept(window, uid=uid, now=NOW)


def moved(
    items: list[PlanItem], couple: list[Availability], limits: Limits = LIMITS
) -> tuple[Move, ...]:
    return replan(items, couple, zone=LONDON, now=NOW, limits=limits)


def test_accepting_holds_the_window_and_calling_off_tells_the_calendars() -> None:
    held = item(at(2, 17))
    assert (held.sequence, held.state, held.changed) == (0, ItemState.HELD, NOW)
    off = call_off(held, now=at(1, 7))
    assert (off.uid, off.sequence, off.state) == ("a", 1, ItemState.CANCELLED)


def test_what_is_still_good_stays() -> None:
    assert moved([item(at(2, 17))], people("- D - -")) == ()


@pytest.mark.parametrize(
    ("roster", "starts", "kind", "cause"),
    [
        ("- E - -", at(2, 17), WindowKind.TALK, MoveCause.WORK),
        ("N - - -", at(2, 10), WindowKind.TIME, MoveCause.SLEEP),
        ("- D - -", at(2, 15, 30), WindowKind.MOMENT, MoveCause.AWAY),
        ("N - - -", at(2, 17), WindowKind.TALK, MoveCause.TIRED),
    ],
)
def test_what_is_lost_moves_with_its_cause(
    roster: str, starts: datetime, kind: WindowKind, cause: MoveCause
) -> None:
    before = item(starts, 20 if kind is WindowKind.MOMENT else 60, kind)
    (move,) = moved([before], people(roster))
    assert move.cause is cause
    assert move.before == before
    assert move.after is not None
    assert (move.after.uid, move.after.sequence, move.after.kind) == ("a", 1, kind)


def test_the_same_day_is_tried_first_and_on_a_quarter_hour() -> None:
    (move,) = moved([item(at(2, 12))], people("- D - -"))
    assert move.after is not None
    assert move.after.starts == at(2, 16, 15)
    assert move.voice_note_at is None


def test_another_day_comes_with_a_voice_note_for_the_others_waking() -> None:
    couple = people("- L - -", "N N - - - - - - - -")
    (move,) = moved([item(at(2, 10), kind=WindowKind.TIME)], couple)
    assert move.cause is MoveCause.WORK
    assert move.after is not None
    assert move.after.starts.astimezone(LONDON).day != 2
    assert move.voice_note_at == at(2, 15, 36)


def test_a_full_length_is_kept_before_it_is_cut() -> None:
    evening = item(at(1, 12), 180, WindowKind.TIME)
    (move,) = moved([evening], people("L - - -"))
    assert move.after is not None
    assert move.after.ends - move.after.starts == timedelta(minutes=180)


def test_without_a_place_there_is_no_after_and_a_voice_note() -> None:
    couple = people("L L L L L L L L L L", "M M M M M M M M M M")
    (move,) = moved([item(at(5, 18))], couple)
    assert move.after is None
    assert move.cause is MoveCause.WORK
    assert move.voice_note_at == at(6, 15, 6)  # 12 h nights: in bed from 08:30 for 6.6 h


@pytest.mark.parametrize(
    "left_alone",
    [
        item(at(1, 5)),  # has begun
        call_off(item(at(2, 9)), now=NOW),
        item(at(25, 17)),  # beyond what is known
    ],
)
def test_the_past_the_cancelled_and_the_unknown_are_left_alone(left_alone: PlanItem) -> None:
    assert moved([left_alone], people("L L L L")) == ()


def test_two_that_move_do_not_land_on_each_other() -> None:
    items = [item(at(2, 12), uid="a"), item(at(2, 13), uid="b"), item(at(2, 17), uid="c")]
    moves = moved(items, people("- D - -"))
    assert [move.before.uid for move in moves] == ["a", "b"]
    spans = [move.after.span for move in moves if move.after] + [items[2].span]
    assert len(spans) == 3
    assert not any(meets(one, [other]) for one in spans for other in spans if one is not other)


ITEMS = st.lists(
    st.tuples(
        st.integers(1, 8),
        st.integers(0, 23),
        st.sampled_from([20, 60]),
        st.sampled_from(list(WindowKind)),
    ),
    max_size=5,
)


@settings(max_examples=60)
@given(LINES, LINES, ITEMS)
def test_only_what_must_moves_and_it_moves_to_a_good_place(
    mine: str, theirs: str, wanted: list[tuple[int, int, int, WindowKind]]
) -> None:
    couple = people(mine, theirs)
    items = [
        item(at(day, hour), max(minutes, 60 if kind is WindowKind.TIME else 0), kind, str(n))
        for n, (day, hour, minutes, kind) in enumerate(wanted)
    ]
    moves = moved(items, couple)
    assert moves == moved(items, couple)
    bad = {
        one.uid
        for one in items
        if minute_of(one.starts) > minute_of(NOW)
        and not is_inside(
            one.span,
            stretches_for(one.kind, couple, zone=LONDON, within=WEEK, limits=LIMITS),
        )
    }
    assert {move.before.uid for move in moves} == bad
    staying = [one.span for one in items if one.uid not in bad]
    placed = [move.after for move in moves if move.after]
    for n, after in enumerate(placed):
        good = stretches_for(after.kind, couple, zone=LONDON, within=WEEK, limits=LIMITS)
        assert is_inside(after.span, good)
        assert after.starts > NOW
        assert not any(meets(after.span, [span]) for span in staying)
        assert not any(meets(after.span, [other.span]) for other in placed[:n])
    again = [one for one in items if one.uid not in bad] + placed
    assert moved(again, couple) == ()


def test_the_clock_change_moves_nothing() -> None:
    first = date(2026, 10, 24)
    covers = over(3, first)
    couple = [available(hours("- - -", n, first), covers) for n in ("Alex", "Sam")]
    starts = datetime(2026, 10, 25, 17, tzinfo=LONDON)
    assert replan([item(starts)], couple, zone=LONDON, now=NOW, limits=LIMITS) == ()
