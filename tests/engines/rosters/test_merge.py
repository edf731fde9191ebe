from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines.rosters.wards import WARD, shift, wall

from aftershift.engines.rosters.facts import minutes_of_work
from aftershift.engines.rosters.lines import read_line
from aftershift.engines.rosters.merge import merge, union_of
from aftershift.engines.rosters.shifts import Reading

MONDAY = date(2026, 10, 19)
BEFORE = wall("2026-10-01 00:00")


def line(text, anchor=MONDAY):
    return read_line(text, anchor=anchor, ward=WARD)


def test_a_first_reading_is_all_added_and_a_second_changes_nothing():
    first = merge((), line("D D N N"), now=BEFORE)
    assert len(first.added) == 4
    again = merge(first.shifts, line("D D N N"), now=BEFORE)
    assert again.is_empty
    assert again.unchanged == again.shifts == first.shifts


def test_a_feed_without_a_past_deletes_nothing():
    held = line("D D N N").shifts
    later = line("N N", anchor=date(2026, 10, 21))
    assert merge(held, later, now=wall("2026-10-21 12:00")).is_empty
    assert merge(held, Reading(shifts=()), now=BEFORE).shifts == held


def test_a_shift_that_is_missing_inside_the_range_is_cancelled_and_a_past_one_is_not():
    held = line("D D N N").shifts
    now = wall("2026-10-19 12:00")
    difference = merge(held, line("- - N N"), now=now)
    assert [one.identity for one in difference.cancelled] == ["2026-10-20#0"]
    assert [one.identity for one in difference.shifts] == [
        "2026-10-19#0",
        "2026-10-21#0",
        "2026-10-22#0",
    ]


def test_a_shift_beyond_the_range_is_kept():
    held = line("D D N N").shifts
    assert merge(held, line("D D -"), now=BEFORE).cancelled[0].code == "N"
    assert merge(held, line("D D"), now=BEFORE).is_empty


def test_a_moved_shift_keeps_its_identity():
    held = line("D").shifts
    difference = merge(held, line("N"), now=BEFORE)
    (moved,) = difference.moved
    assert moved.before.identity == moved.after.identity
    assert (moved.before.code, moved.after.code) == ("D", "N")
    assert (difference.added, difference.cancelled) == ((), ())


def test_a_feed_that_renames_every_event_changes_nothing():
    held = line("D N").shifts
    renamed = replace(
        line("D N"), shifts=tuple(replace(one, identity=f"x{one.identity}") for one in held)
    )
    difference = merge(held, renamed, now=BEFORE)
    assert difference.is_empty
    assert difference.shifts == held


def test_an_answered_question_is_no_change_of_the_roster():
    held = tuple(replace(one, certainty=0.5) for one in line("D").shifts)
    difference = merge(held, line("D"), now=BEFORE)
    assert difference.is_empty
    assert difference.shifts[0].certainty > 0.5


def test_trap_4_two_worksites_are_merged_without_counting_twice():
    ward = (
        shift("2026-10-19 07:00", "2026-10-19 15:00", certainty=0.5),
        shift("2026-10-21 07:00", "2026-10-21 15:00"),
    )
    clinic = (
        shift("2026-10-19 07:00", "2026-10-19 15:00", code="DAY", identity="c1"),
        shift("2026-10-21 14:00", "2026-10-21 18:00", code="CL", identity="c2"),
    )
    both = union_of([ward, clinic])
    assert [one.code for one in both] == ["DAY", "D", "CL"]
    assert minutes_of_work(both) == 8 * 60 + 11 * 60


def shifts_within(days):
    codes = st.sampled_from(["D", "N", "E", "L", "-", "06-10+16-21", "28h"])
    return st.lists(codes, min_size=1, max_size=days).map(" ".join)


NOWS = st.integers(-5, 25).map(lambda days: wall("2026-10-19 12:00") + timedelta(days=days))


@settings(max_examples=120, deadline=None)
@given(shifts_within(20), shifts_within(20), st.integers(-8, 8), NOWS)
def test_merging_twice_is_merging_once_and_nothing_is_deleted_that_was_not_spoken_of(
    old, new, days_later, now
):
    held = line(old).shifts
    incoming = line(new, anchor=MONDAY + timedelta(days=days_later))
    once = merge(held, incoming, now=now)
    twice = merge(once.shifts, incoming, now=now)
    assert twice.is_empty
    assert twice.shifts == once.shifts
    first, last = incoming.covers
    kept = {one.identity for one in once.shifts}
    for one in held:
        if not first <= date.fromisoformat(one.identity[:10]) <= last or one.starts <= now:
            assert one.identity in kept
    assert {one.identity for one in incoming.shifts} <= kept
    cancelled = {one.identity for one in once.cancelled}
    assert len(once.shifts) == len(held) + len(once.added) - len(cancelled)


@settings(max_examples=60, deadline=None)
@given(shifts_within(12), shifts_within(12))
def test_a_union_holds_every_hour_once_whatever_the_order(one, other):
    sources = [line(one).shifts, line(other).shifts]
    both = union_of(sources)
    keys = [(each.starts, each.ends, each.kind) for each in both]
    assert len(set(keys)) == len(keys)
    assert set(keys) == {(s.starts, s.ends, s.kind) for source in sources for s in source}
    assert [k[:2] for k in keys] == [(s.starts, s.ends) for s in union_of(sources[::-1])]
