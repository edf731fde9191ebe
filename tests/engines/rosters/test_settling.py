from dataclasses import replace
from datetime import date

from tests.engines.rosters.wards import BOTH, WARD, event, on_the_wall, reading, wall

from aftershift.engines.rosters.events import shifts_from
from aftershift.engines.rosters.lines import read_line
from aftershift.engines.rosters.merge import merge
from aftershift.engines.rosters.settling import settle
from aftershift.engines.rosters.shifts import Flag, Kind

MONDAY = date(2026, 10, 19)
BEFORE = wall("2026-10-01 00:00")


def test_an_answer_settles_amber_shifts_in_place():
    asked = read_line("D N N", anchor=MONDAY, ward=BOTH)
    answer = reading("N", "20:00-08:00", certainty=1.0)
    settled = settle(asked, answer, ward=BOTH)
    nights = [one for one in settled.shifts if one.code == "N"]
    assert [on_the_wall(one) for one in nights] == [
        ("20 20:00", "21 08:00"),
        ("21 20:00", "22 08:00"),
    ]
    assert "N" not in {one.code for one in settled.questions}
    again = read_line("D N N", anchor=MONDAY, ward=replace(BOTH, legend={"N": answer}))
    assert merge(settled.shifts, again, now=BEFORE).is_empty


def test_an_answer_gives_a_code_without_a_suggestion_its_shifts():
    asked = read_line("ZQ D", anchor=MONDAY, ward=WARD)
    settled = settle(asked, reading("ZQ", "10:00-18:00", certainty=1.0), ward=WARD)
    assert [(one.identity, one.code) for one in settled.shifts] == [
        ("2026-10-19#0", "ZQ"),
        ("2026-10-20#0", "D"),
    ]


def test_a_code_that_is_no_work_loses_its_amber_shifts():
    asked = read_line("M D", anchor=MONDAY, ward=WARD)
    settled = settle(asked, reading("M", kind=Kind.OFF), ward=WARD)
    assert [one.code for one in settled.shifts] == ["D"]
    assert settled.questions == ()


def test_work_without_hours_is_no_answer_and_other_questions_stay_open():
    asked = read_line("ZQ M", anchor=MONDAY, ward=WARD)
    assert settle(asked, reading("ZQ"), ward=WARD) == asked
    settled = settle(asked, reading("ZQ", "10:00-18:00"), ward=WARD)
    assert [one.code for one in settled.questions] == ["M"]


def test_a_title_that_is_work_counts_from_then_on_with_its_own_times():
    course = event("Course at Anna's", "2026-10-19 09:00", "2026-10-19 17:00")
    asked = shifts_from([course], ward=WARD)
    code = asked.questions[0].code
    settled = settle(asked, reading(code, certainty=1.0), ward=WARD)
    assert [on_the_wall(one) for one in settled.shifts] == [("19 09:00", "19 17:00")]
    answered = replace(WARD, legend={code: reading(code, certainty=1.0)})
    again = shifts_from([course], ward=answered)
    assert merge(settled.shifts, again, now=BEFORE).is_empty
    assert settle(asked, reading(code, kind=Kind.OFF), ward=WARD).shifts == ()


def test_an_event_without_an_end_takes_the_answers_length():
    open_end = event("N", "2026-10-24 19:30", "2026-10-24 19:30", has_end=False)
    asked = shifts_from([open_end], ward=WARD)
    (shift,) = settle(asked, reading("N", "19:30-08:00"), ward=WARD).shifts
    assert on_the_wall(shift) == ("24 19:30", "25 08:00")
    assert Flag.CLOCKS_GO_BACK in shift.flags
