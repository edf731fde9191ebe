from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines.rosters.wards import (
    BOTH,
    GERMAN,
    LONDON,
    WARD,
    Ward,
    event,
    on_the_wall,
    reading,
    utc,
    wall,
)

from aftershift.engines.rosters.events import identity_of, shifts_from
from aftershift.engines.rosters.shifts import Flag, Kind
from aftershift.engines.rosters.titles import title_code

DAY = ("2026-10-19 07:00", "2026-10-19 19:30")
NIGHT = ("2026-10-19 19:30", "2026-10-20 07:30")
WHOLE_DAY = ("2026-10-19 00:00", "2026-10-20 00:00")


@pytest.mark.parametrize(
    ("summary", "hours", "code"),
    [
        ("D", DAY, "D"),
        ("d", DAY, "D"),
        ("N swap", ("2026-10-19 19:00", "2026-10-20 07:00"), "N"),
        ("D late", ("2026-10-19 09:00", "2026-10-19 21:00"), "D"),
        ("Night shift - Ward 5", NIGHT, "N"),
        ("Spätdienst Station Ä \u2013 Übergabe", ("2026-10-19 13:00", "2026-10-19 21:00"), "S"),
        ("SBH - ED - Surge-AM - 08:00-17:00", ("2026-10-19 08:00", "2026-10-19 17:00"), "08-17"),
        ("0730-2000", ("2026-10-19 07:30", "2026-10-19 20:00"), "0730-2000"),
        ("Early", ("2026-10-19 07:00", "2026-10-19 15:00"), "E"),
        ("C24", ("2026-10-19 07:00", "2026-10-20 07:00"), "C24"),
    ],
)
def test_a_title_that_is_known_makes_a_sure_shift_with_the_events_own_times(summary, hours, code):
    found = shifts_from([event(summary, *hours)], ward=replace(WARD, others=(GERMAN,)))
    (shift,) = found.shifts
    assert (shift.code, shift.starts, shift.ends) == (code, wall(hours[0]), wall(hours[1]))
    assert shift.certainty >= 0.8
    assert found.questions == ()


def test_the_events_times_settle_what_dialects_differ_about():
    found = shifts_from([event("N", *NIGHT)], ward=BOTH)
    assert found.questions == ()
    assert on_the_wall(found.shifts[0]) == ("19 19:30", "20 07:30")


@pytest.mark.parametrize("summary", ["Off", "Day off", "A/L", "O"])
def test_days_off_and_leave_are_no_shifts_and_no_questions(summary):
    found = shifts_from([event(summary, *WHOLE_DAY, all_day=True)], ward=WARD)
    assert (found.shifts, found.questions, found.warnings) == ((), (), ())
    assert found.covers is not None


@pytest.mark.parametrize(
    ("summary", "hours", "told"),
    [
        ("Sam's birthday", WHOLE_DAY, {"all_day": True}),
        ("Dentist", ("2026-10-19 09:00", "2026-10-19 09:30"), {}),
        ("N & S dinner", ("2026-10-19 19:00", "2026-10-19 21:00"), {}),
        ("Dentist", ("2026-10-19 09:00", "2026-10-19 09:00"), {"has_end": False}),
        ("Holiday in Spain", ("2026-10-19 09:00", "2026-10-25 09:00"), {}),
    ],
)
def test_what_is_no_shift_is_left_out_with_its_line_and_none_of_its_words(summary, hours, told):
    found = shifts_from([event(summary, *hours, line=14, **told)], ward=WARD)
    assert (found.shifts, found.questions) == ((), ())
    assert [one.place for one in found.warnings] == ["line 14"]
    assert not any(word in repr(found) for word in summary.split() if len(word) > 2)


def test_an_unknown_title_of_a_shifts_length_is_asked_once_and_counts_for_nothing():
    hours = [("2026-10-19 09:00", "2026-10-19 17:00"), ("2026-10-20 09:00", "2026-10-20 17:00")]
    found = shifts_from([event("Course at Anna's", *one) for one in hours], ward=WARD)
    (question,) = found.questions
    assert found.shifts == ()
    assert (question.code, len(question.days)) == (title_code("course at  anna's"), 2)
    assert question.code.startswith("?")
    assert len(question.code) == 9
    assert [one.starts for one in question.waiting] == [wall(one[0]) for one in hours]
    assert found.labels == {question.code: "Course at Anna's"}
    assert "Anna" not in repr(found)


def test_a_phrase_among_other_words_at_odd_hours_is_asked_about_by_its_title():
    party = ("2026-10-19 18:00", "2026-10-19 22:00")
    found = shifts_from([event("Night shift farewell party", *party)], ward=WARD)
    (shift,), (question,) = found.shifts, found.questions
    assert shift.certainty < 0.8
    assert shift.code == question.code == title_code("Night shift farewell party")


@pytest.mark.parametrize(("kind", "kept"), [(Kind.WORK, 1), (Kind.OFF, 0)])
def test_an_answer_about_a_title_is_remembered(kind, kept):
    title = "Course at Anna's"
    answer = reading(title_code(title), kind=kind, certainty=1.0)
    ward = replace(WARD, legend={answer.code: answer})
    found = shifts_from([event(title, "2026-10-19 09:00", "2026-10-19 17:00")], ward=ward)
    assert (len(found.shifts), found.questions) == (kept, ())


def test_hours_in_a_title_that_are_not_the_events_are_asked_about_and_the_event_wins():
    found = shifts_from(
        [event("ED 08:00-17:00", "2026-10-19 10:00", "2026-10-19 19:00")], ward=WARD
    )
    assert on_the_wall(found.shifts[0]) == ("19 10:00", "19 19:00")
    assert found.shifts[0].certainty < 0.8
    assert len(found.questions) == 1


def test_trap_2_an_all_day_on_call_event_is_call_and_never_work():
    found = shifts_from([event("On call", *WHOLE_DAY, all_day=True)], ward=WARD)
    (call,) = found.shifts
    assert (call.kind, call.flags) == (Kind.ON_CALL, (Flag.ALL_DAY,))
    assert call.ends - call.starts == timedelta(hours=24)


def test_an_all_day_event_with_a_work_code_has_the_codes_hours_on_each_of_its_days():
    nights = event("N", "2026-10-23 00:00", "2026-10-26 00:00", all_day=True)
    found = shifts_from([nights], ward=WARD)
    assert [on_the_wall(one)[0] for one in found.shifts] == ["23 19:30", "24 19:30", "25 19:30"]
    assert len({one.identity for one in found.shifts}) == 3
    asked = shifts_from([nights], ward=BOTH)
    assert [one.code for one in asked.questions] == ["N"]
    assert all(one.certainty < 0.8 for one in asked.shifts)


def test_trap_3_a_shift_of_28_hours_and_a_split_shift_are_kept():
    found = shifts_from(
        [
            event("28h", "2026-10-24 07:00", "2026-10-25 11:00"),
            event("D", "2026-10-27 06:00", "2026-10-27 10:00", uid="one"),
            event("D", "2026-10-27 16:00", "2026-10-27 21:00", uid="two"),
        ],
        ward=WARD,
    )
    assert len(found.shifts) == 3
    assert found.questions == ()
    assert found.shifts[0].ends - found.shifts[0].starts == timedelta(hours=29)
    assert found.shifts[0].flags == (Flag.CLOCKS_GO_BACK, Flag.LONG)


def test_trap_5_the_wards_wall_and_the_exact_instants_are_both_kept():
    night = event("N", "2026-10-24 19:30", "2026-10-25 07:30")
    night = replace(night, ends=utc("2026-10-25 06:30"))  # twelve hours: RFC 5545's reading
    (shift,) = shifts_from([night], ward=WARD).shifts
    assert (shift.exact_starts, shift.exact_ends) == (
        utc("2026-10-24 18:30"),
        utc("2026-10-25 06:30"),
    )
    assert shift.ends == utc("2026-10-25 07:30")
    assert shift.flags == (Flag.CLOCKS_GO_BACK,)


def test_trap_5_an_all_day_event_stays_on_its_day_in_every_zone():
    for name in ("Pacific/Auckland", "America/Los_Angeles"):
        hours = ("2026-10-19 00:00", "2026-10-20 00:00")
        call = event("On call", *hours, all_day=True, zone=name)
        found = shifts_from([call], ward=WARD)
        assert on_the_wall(found.shifts[0]) == ("19 00:00", "20 00:00")


def test_universal_time_and_unknown_zones_are_read_on_the_wards_wall():
    for zone in ("UTC", "Ward Time"):
        night = replace(event("N", "2026-10-24 19:30", "2026-10-25 07:30"), zone=zone)
        (shift,) = shifts_from([night], ward=WARD).shifts
        assert (shift.zone, shift.flags) == ("Europe/London", (Flag.CLOCKS_GO_BACK,))


def test_an_event_without_an_end_is_asked_and_ends_as_its_code_usually_does():
    start = ("2026-10-19 19:30", "2026-10-19 19:30")
    found = shifts_from([event("N", *start, has_end=False)], ward=WARD)
    (shift,) = found.shifts
    assert on_the_wall(shift) == ("19 19:30", "20 07:30")
    assert shift.exact_ends == shift.exact_starts
    assert Flag.NO_END in shift.flags
    assert [one.code for one in found.questions] == ["N"]
    own = Ward(zone=LONDON, legend={"N": reading("N", "19:30-08:00", certainty=1.0)})
    settled = shifts_from([event("N", *start, has_end=False)], ward=own)
    assert on_the_wall(settled.shifts[0]) == ("19 19:30", "20 08:00")
    assert settled.questions == ()


def test_the_highest_sequence_of_an_instance_counts():
    old = event("D", *DAY, uid="a", sequence=0)
    new = event("N", *NIGHT, uid="a", sequence=2)
    for events in ([old, new], [new, old]):
        assert [one.code for one in shifts_from(events, ward=WARD).shifts] == ["N"]


def test_the_same_hours_and_code_from_two_uids_count_once():
    found = shifts_from([event("D", *DAY, uid="a"), event("D", *DAY, uid="b")], ward=WARD)
    assert len(found.shifts) == 1


def test_an_event_that_ends_before_it_starts_costs_only_itself():
    bad = event("D", DAY[1], DAY[0], line=9)
    found = shifts_from([bad, event("N", *NIGHT)], ward=WARD)
    assert [one.code for one in found.shifts] == ["N"]
    assert [one.place for one in found.warnings] == ["line 9"]


def test_an_identity_follows_the_uid_and_tells_nothing_of_it():
    assert identity_of("uid@host", "") != identity_of("uid@host", "20260602T060000Z")
    assert "uid" not in identity_of("uid@host", "")


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["D", "N", "On call", "Off", "Party", "N swap", "?", "", "08-17 x"]),
            st.integers(0, 200),
            st.integers(0, 40),
            st.booleans(),
        ),
        max_size=12,
    )
)
def test_no_events_raise_and_no_identity_comes_twice(told):
    begin = wall("2026-10-19 00:00")
    events = []
    for number, (summary, hours, length, has_end) in enumerate(told):
        starts = begin + timedelta(hours=hours)
        ends = starts + timedelta(hours=length)
        times = {"starts": starts, "ends": ends, "wall_starts": starts, "wall_ends": ends}
        one = event(summary, *DAY, uid=str(number), has_end=has_end)
        events.append(replace(one, **times))
    found = shifts_from(events, ward=BOTH)
    identities = [one.identity for one in found.shifts]
    assert len(set(identities)) == len(identities)
    assert all(one.certainty >= 0.8 or one.code for one in found.shifts)
