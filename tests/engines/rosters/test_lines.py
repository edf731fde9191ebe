from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines.rosters.wards import BOTH, GERMAN, LONDON, WARD, Ward, on_the_wall

from aftershift.engines.rosters.lines import MAX_CHARACTERS, read_line
from aftershift.engines.rosters.shifts import Flag, Kind, RosterError

MONDAY = date(2026, 10, 19)


def days_and_codes(text, *, ward=WARD, anchor=MONDAY):
    found = read_line(text, anchor=anchor, ward=ward)
    return [(one.starts.astimezone(LONDON).day, one.code) for one in found.shifts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("D D N N - - - -", [(19, "D"), (20, "D"), (21, "N"), (22, "N")]),
        ("D,D;N\tN", [(19, "D"), (20, "D"), (21, "N"), (22, "N")]),
        ("D\nD\n-\nN", [(19, "D"), (20, "D"), (22, "N")]),
        ("E/L/N", [(19, "E"), (20, "L"), (21, "N")]),
        ("A/L N", [(20, "N")]),
        ("OFF O . -- N", [(23, "N")]),
        ("4xN", [(19, "N"), (20, "N"), (21, "N"), (22, "N")]),
        ("D N*2 2*E", [(19, "D"), (20, "N"), (21, "N"), (22, "E"), (23, "E")]),
        ("DDNN--E", [(19, "D"), (20, "D"), (21, "N"), (22, "N"), (25, "E")]),
        ("0730-2000 N", [(19, "0730-2000"), (20, "N")]),
        ("Mon D, Tue N", [(19, "D"), (20, "N")]),
        ("Wed D Fri N", [(21, "D"), (23, "N")]),
        ("Monday: D\nTuesday: N", [(19, "D"), (20, "N")]),
        ("2026-10-21 N", [(21, "N")]),
        ("21/10 N\n23/10 D", [(21, "N"), (23, "D")]),
        ("10/21 N\n10/23 D", [(21, "N"), (23, "D")]),
        ("21.10. N 23.10.2026 D", [(21, "N"), (23, "D")]),
        ("Wed 21 Oct N, Fri 23rd October D", [(21, "N"), (23, "D")]),
        ("Oct 21 N", [(21, "N")]),
        ("21/10 N N -", [(21, "N"), (22, "N")]),
        ("MON TUE WED THU\nD D - N", [(19, "D"), (20, "D"), (22, "N")]),
        ("W/C 20/10: D D", [(20, "D"), (21, "D")]),
        ("Week 1: D D\nWeek 2: N", [(19, "D"), (20, "D"), (26, "N")]),
        ("KW 43 D\nKW 44 N", [(19, "D"), (26, "N")]),
        ("Long Day, Early Night", [(19, "LD"), (20, "E"), (21, "N")]),
    ],
)
def test_a_line_of_codes_is_read(text, expected):
    assert days_and_codes(text) == expected


def test_german_weekdays_are_heads_where_several_stand():
    ward = Ward(zone=LONDON, dialects=(GERMAN,))
    assert days_and_codes("Mo F, Di F, Do S", ward=ward) == [(19, "F"), (20, "F"), (22, "S")]


def test_hours_beside_a_headed_code_are_its_own():
    found = read_line("2026-10-19 N 20:00-08:00", anchor=MONDAY, ward=WARD)
    assert [on_the_wall(one) for one in found.shifts] == [("19 20:00", "20 08:00")]
    assert found.shifts[0].code == "N"


def test_trap_1_a_slot_over_midnight_is_one_shift():
    found = read_line("23:00-01:00", anchor=MONDAY, ward=WARD)
    assert [on_the_wall(one) for one in found.shifts] == [("19 23:00", "20 01:00")]


def test_trap_2_an_on_call_day_is_call_all_day_and_never_work():
    (call,) = read_line("OC", anchor=MONDAY, ward=WARD).shifts
    assert call.kind is Kind.ON_CALL
    assert Flag.ALL_DAY in call.flags
    assert on_the_wall(call) == ("19 00:00", "20 00:00")


def test_trap_3_a_shift_of_28_hours_and_a_split_shift_are_kept_whole():
    found = read_line("28h 06-10+16-21", anchor=MONDAY, ward=WARD)
    assert [on_the_wall(one) for one in found.shifts] == [
        ("19 07:00", "20 11:00"),
        ("20 06:00", "20 10:00"),
        ("20 16:00", "20 21:00"),
    ]
    assert [one.flags for one in found.shifts] == [(Flag.LONG,), (), ()]
    assert len({one.identity for one in found.shifts}) == 3


@pytest.mark.parametrize(
    ("night", "hours", "flag"),
    [
        (date(2026, 10, 24), 13, Flag.CLOCKS_GO_BACK),
        (date(2026, 3, 28), 11, Flag.CLOCKS_GO_FORWARD),
        (date(2026, 10, 23), 12, None),
    ],
)
def test_trap_5_a_night_over_a_clock_change_is_flagged_and_ends_by_the_wall(night, hours, flag):
    (shift,) = read_line("N", anchor=night, ward=WARD).shifts
    assert shift.ends - shift.starts == timedelta(hours=hours)
    assert shift.flags == ((flag,) if flag else ())
    assert on_the_wall(shift)[1].endswith("07:30")


def test_trap_5_a_day_stays_its_own_day_in_every_zone():
    for zone in ("Pacific/Auckland", "America/Los_Angeles", "Asia/Kolkata"):
        ward = Ward(zone=LONDON.__class__(zone), dialects=WARD.dialects)
        found = read_line("D", anchor=MONDAY, ward=ward)
        assert on_the_wall(found.shifts[0]) == ("19 07:00", "19 19:30")
        assert found.covers == (MONDAY, MONDAY)


def test_a_start_that_the_clocks_skip_gives_no_backward_shift():
    (shift,) = read_line("0115-0145", anchor=date(2026, 3, 29), ward=WARD).shifts
    assert shift.ends - shift.starts == timedelta(minutes=30)


def test_what_is_not_settled_is_asked_once_with_all_its_days():
    found = read_line("N D N ZQ ZQ", anchor=MONDAY, ward=BOTH)
    asked = {one.code: one for one in found.questions}
    assert asked["N"].days == (MONDAY, MONDAY + timedelta(days=2))
    assert len(asked["N"].suggestions) == 2
    assert asked["ZQ"].suggestions == ()
    amber = [one for one in found.shifts if one.code == "N"]
    assert len(amber) == 2
    assert all(one.certainty < 0.8 for one in amber)
    assert not [one for one in found.shifts if one.code == "ZQ"]


def test_prose_takes_no_day_and_is_named_without_its_words():
    found = read_line("Roster: D secretword N", anchor=MONDAY, ward=WARD)
    assert [one.starts.day for one in found.shifts] == [19, 20]
    assert [one.place for one in found.warnings] == ["line 1, character 1", "line 1, character 11"]
    assert "secretword" not in repr(found)


def test_a_weekday_that_is_not_the_dates_is_named_and_the_date_counts():
    found = read_line("2026-10-20 Mon N", anchor=MONDAY, ward=WARD)
    assert [one.starts.day for one in found.shifts] == [20]
    assert len(found.warnings) == 1


@pytest.mark.parametrize("text", ["D " * MAX_CHARACTERS, " ".join(["99xN"] * 20)])
def test_a_text_too_long_for_a_roster_is_refused(text):
    with pytest.raises(RosterError):
        read_line(text, anchor=MONDAY, ward=WARD)


@pytest.mark.parametrize("anchor", [date.min, date.max])
def test_a_day_of_which_nobody_has_a_roster_is_refused(anchor):
    with pytest.raises(RosterError, match="outside 1990 to 2100"):
        read_line("D", anchor=anchor, ward=WARD)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="DNELO-/.,;x*0123456789: \n?ÄaMonTue+", max_size=60))
def test_no_text_raises_anything_but_a_refusal_and_identities_are_unique(text):
    found = read_line(text, anchor=MONDAY, ward=WARD)
    identities = [one.identity for one in found.shifts]
    assert len(set(identities)) == len(identities)
    assert all(len(one.code) <= 12 for one in (*found.shifts, *found.questions))
