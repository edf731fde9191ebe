"""Tables with commas are read and written without loss, and no cell of ours runs."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftershift.engines.basics.commas import BadTable, guarded, rows_of, text_of, unguarded

CELLS = st.text(alphabet=st.characters(exclude_categories=["Cs"])) | st.sampled_from(
    ["", " ", '"', ",", "\n", "\r\n", "a\rb", '""', "=1+1", "'=x", "'", "-5", "-x", "ü, «»"]
)
RUNS = ("=1+1", "+1+1", "-x", "@SUM(A1)", "\t=1", "\r=1", "|cmd", "%x", "'=1", "''=1", "\uff1d1")


@given(rows=st.lists(st.lists(CELLS, min_size=1, max_size=4)))
def test_what_was_written_is_read(rows: list[list[str]]) -> None:
    assert [list(row) for row in rows_of(text_of(rows))] == rows


@given(rows=st.lists(st.lists(CELLS.filter(lambda c: "\0" not in c), min_size=2, max_size=3)))
def test_the_standard_library_reads_it_too(rows: list[list[str]]) -> None:
    file = io.StringIO(text_of(rows), newline="")
    assert list(csv.reader(file, strict=True)) == rows


@given(cell=CELLS | st.sampled_from(RUNS))
def test_a_guard_is_taken_away_again(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell


@pytest.mark.parametrize("cell", RUNS)
def test_no_formula_gets_out(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "a=1", "3", "-3", "-3.5", "it's", "'tis"])
def test_what_is_no_formula_is_left_alone(cell: str) -> None:
    assert guarded(cell) == cell
    assert unguarded(cell) == cell


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", ()),
        ("\ufeffa,b\r\n\r\n1,\n", (("a", "b"), ("1", ""))),
        ("a\rb", (("a",), ("b",))),
        ('"a\nb",c', (("a\nb", "c"),)),
        ("a,", (("a", ""),)),
    ],
)
def test_tables_of_others_are_read(text: str, rows: tuple[tuple[str, ...], ...]) -> None:
    assert rows_of(text) == rows


@pytest.mark.parametrize("text", ['a\n"b', 'a\nb"c', 'a\n"b"c'])
def test_a_quote_out_of_place_is_named_by_its_row(text: str) -> None:
    with pytest.raises(BadTable, match="row 2: a quote"):
        rows_of(text)
