import csv
import sys
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from tests.engines.rosters.wards import BERLIN, LONDON, WARD, Ward, on_the_wall
from tests.shared_material import shared

from aftershift.engines.rosters.grids import people_in, read_grid
from aftershift.engines.rosters.shifts import Kind, RosterError
from aftershift.library.dialects import load_dialects

WEEK = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
NUMBERS = [19, 20, 21, 22, 23, 24, 25]
CODES = ["D", "D", None, "N", "N", None, ""]
MONDAY = date(2026, 10, 19)


def workbook_cells(name):
    book = load_workbook(shared(f"rhythm/samples/rosters/{name}"), data_only=True)
    return [list(row) for row in book.worksheets[0].iter_rows(values_only=True)]


def codes_by_day(found):
    return [(one.starts.astimezone(LONDON).day, one.code) for one in found.shifts]


EXPECTED = [(19, "D"), (20, "D"), (22, "N"), (23, "N")]
DATES = [datetime(2026, 10, day) for day in NUMBERS]  # noqa: DTZ001 - as openpyxl gives them
SHAPES = {
    "dates across": [["Name", *DATES], ["Ana", *CODES], ["Ben", *reversed(CODES)]],
    "written dates": [["", *[f"{n}/10/2026" for n in NUMBERS]], ["Ana", *CODES]],
    "dates without a year": [["", *[f"{n} Oct" for n in NUMBERS]], ["Ana", *CODES]],
    "numbers under a month": [["October 2026"], ["", *NUMBERS], ["Ana", *CODES]],
    "month and year apart": [["Oktober", None, 2026], ["", *NUMBERS], ["Ana", *CODES]],
    "weekday with number": [
        ["10/2026"],
        ["", *[f"{day} {n}" for day, n in zip(WEEK, NUMBERS, strict=True)]],
        ["Ana", *CODES],
    ],
    "weekdays over numbers": [["10/2026", *WEEK], [None, *NUMBERS], ["Ana", *CODES]],
    "floats as numbers": [["10/2026"], ["", *map(float, NUMBERS)], ["Ana", *CODES]],
    "role beside name": [
        ["Role", "Name", *DATES],
        ["RN", "Ana", *CODES],
        ["RN", "Ben", *CODES],
    ],
    "dates down": [["Date", "Ana"], *[[day, code] for day, code in zip(DATES, CODES, strict=True)]],
    "dates and weekdays down": [
        ["Date", "Day", "Ana"],
        *[list(row) for row in zip(DATES, WEEK, CODES, strict=True)],
    ],
}


@pytest.mark.parametrize("cells", SHAPES.values(), ids=SHAPES.keys())
def test_a_table_is_read_in_every_shape(cells):
    assert "Ana" in people_in(cells)
    found = read_grid(cells, row="ana", ward=WARD, anchor=MONDAY)
    assert codes_by_day(found) == EXPECTED
    assert found.covers == (MONDAY, date(2026, 10, 25))


def test_weekdays_alone_need_the_day_of_the_first_column():
    cells = [["", *WEEK], ["Ana", *CODES]]
    assert codes_by_day(read_grid(cells, row="Ana", ward=WARD, anchor=MONDAY)) == EXPECTED
    with pytest.raises(RosterError, match="first column"):
        read_grid(cells, row="Ana", ward=WARD)


def test_numbers_run_over_the_end_of_a_month():
    cells = [["10/2026"], ["", 29, 30, 31, 1, 2], ["Ana", "D", "-", "-", "N", "N"]]
    found = read_grid(cells, row="Ana", ward=WARD)
    assert found.covers == (date(2026, 10, 29), date(2026, 11, 2))


def test_blocks_of_weeks_in_one_sheet_are_read_one_after_the_other():
    later = [datetime(2026, 10, 26 + n) for n in range(6)]  # noqa: DTZ001
    cells = [["", *DATES], ["Ana", *CODES], [], ["", *later], ["Ana", "L", "L"], ["Cem", "D"]]
    assert people_in(cells) == ("Ana", "Cem")
    found = read_grid(cells, row="Ana", ward=WARD)
    assert codes_by_day(found) == [*EXPECTED, (26, "L"), (27, "L")]


def test_a_list_gives_the_days_of_a_name_and_covers_all_its_days():
    cells = [
        ["Date", "On call"],
        ["01/02/2026", "Ana"],
        ["02/02/2026", "Ben"],
        ["13/02/2026", "Ana / Ben"],
    ]
    assert people_in(cells) == ("Ana", "Ben")
    found = read_grid(cells, row="Ana", ward=WARD)
    assert codes_by_day(found) == [(1, "OC"), (13, "OC")]
    assert {one.kind for one in found.shifts} == {Kind.ON_CALL}
    assert found.covers == (date(2026, 2, 1), date(2026, 2, 13))


def test_words_that_are_codes_are_not_taken_for_people():
    cells = [["Date", "Shift"], *[[day, "Early"] for day in DATES]]
    assert people_in(cells, ward=WARD) == ("Shift",)
    assert len(read_grid(cells, row=None, ward=WARD).shifts) == 7


def test_a_row_is_found_by_part_of_its_name_and_never_guessed_between_two():
    cells = [["", *DATES], ["Hofer, Ana", *CODES], ["Hofer, Ben", *CODES], ["Bo", *CODES]]
    assert codes_by_day(read_grid(cells, row="Ana Hofer", ward=WARD)) == EXPECTED
    for row in ("Hofer", "Zoe", None):
        with pytest.raises(RosterError) as refusal:
            read_grid(cells, row=row, ward=WARD)
        assert "Hofer" not in str(refusal.value)


@pytest.mark.parametrize("cells", [[], [[]], [["Ana", "D", "N"]], [["Name", "Age"], ["Ana", 41]]])
def test_a_table_without_days_is_refused(cells):
    with pytest.raises(RosterError, match="no row and no column"):
        people_in(cells)


def test_weekdays_that_do_not_belong_to_the_dates_are_refused():
    cells = [["11/2026"], ["", "Mon 2", "Tue 3", "Thu 4"], ["Ana", "D", "D", "D"]]
    with pytest.raises(RosterError, match="weekdays"):
        read_grid(cells, row="Ana", ward=WARD)


CELLS = st.one_of(
    st.none(),
    st.sampled_from(
        [*WEEK, *CODES, *DATES, *NUMBERS, "Ana", "Ben", "SA 01", "Oct", 2026, "1/2/26"]
    ),
    st.text(max_size=8),
    st.floats(),
    st.datetimes(),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(CELLS, max_size=7), max_size=7), st.sampled_from([None, "Ana", "Ben"]))
def test_no_table_raises_anything_but_a_refusal(cells, row):
    try:
        found = read_grid(cells, row=row, ward=WARD, anchor=MONDAY)
    except RosterError:
        return
    assert found.covers is not None


def test_the_german_example_roster_reads():
    cells = workbook_cells("202201_example_roster.xlsx")
    ward = Ward(zone=BERLIN, dialects=tuple(one for one in load_dialects() if one.id == "german"))
    people = people_in(cells, ward=ward)
    assert len(people) == 19
    assert people[3] == "Clooney, Georg"
    found = read_grid(cells, row="Clooney, Georg", ward=ward)
    assert found.covers == (date(2022, 1, 1), date(2022, 1, 31))
    assert [one.code for one in found.shifts] == [
        "F1",
        "F1",
        "F1",
        "N1",
        "N2",
        "N2",
        "S1",
        "N1",
        "N1",
        "F1",
        "F2",
        "F2",
        "S1",
    ]
    assert on_the_wall(found.shifts[0])[0].startswith("03")
    for name in people:
        read_grid(cells, row=name, ward=ward)


def test_a_long_table_costs_each_cell_little() -> None:
    """The fuzzer found one of a thousand lines that took two seconds: each cell tried each name."""
    cells = [["Sam", "Mon 19/99", "E/L", "long day"]] * 500
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        with pytest.raises(RosterError):
            people_in(cells)
    finally:
        sys.setprofile(None)
    assert calls < 150 * 4 * len(cells)  # 103 for each; it was 233


def test_the_list_of_days_reads_alike_from_csv_and_from_a_workbook():
    text = shared("rhythm/samples/rosters/simple_rota.csv").read_text()
    from_csv = list(csv.reader(text.splitlines()))
    for cells in (from_csv, workbook_cells("simple_rota.xlsx")):
        assert people_in(cells) == ("James", "Rebecca", "William")
        found = read_grid(cells, row="William", ward=WARD)
        assert [one.starts.day for one in found.shifts] == list(range(3, 31, 3))
        assert found.covers == (date(2018, 1, 1), date(2018, 1, 30))
