from dataclasses import replace

import pytest
from tests.engines.rosters.wards import BOTH, ENGLISH, GERMAN, LONDON, WARD, dialect, reading

from aftershift.engines.rosters.codes import Ward, dialects_near, understand, ward_at
from aftershift.engines.rosters.hours import find_hours, hours_code, hours_in
from aftershift.engines.rosters.shifts import Kind

HOURS = [
    ("0730-2000", [(450, 1200)]),
    ("07:30-20:00", [(450, 1200)]),
    ("7.30\u201320.00", None),  # a dash is made a hyphen before hours are read
    ("19.30-07.30", [(1170, 1890)]),
    ("19h30-7h30", [(1170, 1890)]),
    ("06-10+16-21", [(360, 600), (960, 1260)]),
    ("0700-1100+1", [(420, 2100)]),
    ("0800-0800", [(480, 1920)]),
    ("16-24", [(960, 1440)]),
    ("7a-7p", [(420, 1140)]),
    ("7:30pm - 8 am", [(1170, 1920)]),
    ("24-8", None),
    ("99-10", None),
    ("16-21+06-10", None),
    ("2026-10-19", None),
    ("N", None),
]


@pytest.mark.parametrize(("text", "expected"), HOURS)
def test_hours_are_read_as_people_type_them(text, expected):
    ways = hours_in(text)
    found = [(one.starts, one.ends) for one in ways[0]] if ways else None
    assert found == expected


def test_bare_twelve_hour_figures_leave_the_half_of_the_day_open():
    assert [hours_code(one) for one in hours_in("7-7")] == ["07-19", "19-07"]
    assert [hours_code(one) for one in hours_in("3-11")] == ["15-23", "03-11"]
    known = understand("7-7", WARD)
    assert not known.is_settled
    assert len(known.readings) == 2


def test_hours_inside_a_title_are_found_and_other_numbers_are_not():
    assert hours_code(find_hours("SBH - ED - Surge-AM - 08:00-17:00 - Name")) == "08-17"
    assert find_hours("Meet at 2026-10-19") == ()


def test_no_code_that_is_kept_is_longer_than_twelve_characters():
    for text, _ in HOURS:
        for way in hours_in(text):
            assert len(hours_code(way)) <= 12
    assert hours_code(hours_in("06:30-10:15+16:30-21:00")[0]) == "SPLIT"


@pytest.mark.parametrize(
    ("text", "ward", "code", "kind", "is_settled"),
    [
        ("N", WARD, "N", Kind.WORK, True),
        ("n", WARD, "N", Kind.WORK, True),
        ("0730-2000", WARD, "0730-2000", Kind.WORK, True),
        ("LD 07:00-19:00", WARD, "LD", Kind.WORK, True),
        ("-", WARD, "-", Kind.OFF, True),
        ("", WARD, "-", Kind.OFF, True),
        ("A/L", WARD, "A/L", Kind.OFF, True),
        ("Long Day", WARD, "LD", Kind.WORK, True),
        ("C24", WARD, "C24", Kind.WORK, True),
        ("OC", WARD, "OC", Kind.ON_CALL, True),
        ("M", WARD, "M", Kind.WORK, False),
        ("N", BOTH, "N", Kind.WORK, False),
        ("19-07", WARD, "19-07", Kind.WORK, True),
        ("19-10", WARD, "19-10", Kind.WORK, False),
        ("O", BOTH, "O", Kind.OFF, True),
        ("N3", WARD, "N3", Kind.WORK, False),
        ("E?", WARD, "E?", Kind.WORK, False),
    ],
)
def test_a_code_is_understood(text, ward, code, kind, is_settled):
    known = understand(text, ward)
    assert (known.code, known.readings[0].kind, known.is_settled) == (code, kind, is_settled)


def test_hours_beside_a_code_win_over_its_usual_hours():
    assert hours_code(understand("LD 07:00-19:00", WARD).readings[0].hours) == "07-19"


def test_an_own_legend_wins_over_every_dialect():
    own = Ward(zone=LONDON, legend={"N": reading("N", "22:00-06:00", certainty=1.0)})
    for ward in (own, replace(own, dialects=(ENGLISH, GERMAN))):
        known = understand("n", ward)
        assert known.is_settled
        assert hours_code(known.readings[0].hours) == "22-06"


def test_a_legend_with_two_cases_of_one_letter_is_read_as_it_is_written():
    legend = {"N": reading("N", "20:00-08:00"), "n": reading("n", "22:00-06:00")}
    ward = Ward(zone=LONDON, legend=legend)
    assert hours_code(understand("n", ward).readings[0].hours) == "22-06"
    assert hours_code(understand("N", ward).readings[0].hours) == "20-08"


def test_dialects_that_agree_are_certain_and_those_that_differ_ask_the_likeliest_first():
    sure = dialect("sure", reading("X", "08:00-16:00", certainty=0.7))
    also = dialect("also", reading("X", "08:00-16:00", certainty=0.6))
    odd = dialect("odd", reading("X", "09:00-17:00", certainty=0.75))
    assert understand("X", Ward(zone=LONDON, dialects=(sure, also))).is_settled
    asked = understand("X", Ward(zone=LONDON, dialects=(odd, sure, also)))
    assert not asked.is_settled
    assert [hours_code(one.hours) for one in asked.readings] == ["08-16", "09-17"]


def test_a_code_of_another_country_is_suggested_and_never_taken():
    ward = replace(WARD, others=(GERMAN,))
    known = understand("F", ward)
    assert not known.is_settled
    assert known.readings[0].code == "F"
    assert understand("N", ward).is_settled


def test_a_code_that_nobody_knows_has_no_reading():
    known = understand("ZQX", WARD)
    assert (known.code, known.readings, known.is_settled) == ("ZQX", (), False)


def test_dialects_are_chosen_by_time_zone_and_all_where_none_is_usual():
    here = replace(ENGLISH, zones=("Europe/London",))
    there = replace(GERMAN, zones=("Australia/",))
    assert dialects_near((here, there), "Europe/London") == (here,)
    assert dialects_near((here, there), "Australia/Perth") == (there,)
    assert dialects_near((here, there), "Asia/Tokyo") == (here, there)


def test_a_ward_is_set_up_with_what_was_chosen_else_with_what_is_usual_and_the_rest_suggests():
    here = replace(ENGLISH, zones=("Europe/London",))
    there = replace(GERMAN, zones=("Europe/Berlin",))
    usual = ward_at(LONDON, {}, (here, there))
    assert (usual.dialects, usual.others) == ((here,), (there,))
    told = ward_at(LONDON, {}, (here, there), chosen=("german",))
    assert (told.dialects, told.others) == ((there,), (here,))
