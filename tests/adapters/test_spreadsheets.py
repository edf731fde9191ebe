"""Cells of a rota from .csv and .xlsx; for everything else, what to do instead."""

import io
import zipfile
from datetime import date, datetime, time, timedelta
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from tests.shared_material import shared

from aftershift.adapters import spreadsheets
from aftershift.engines.rosters.shifts import RosterError


def workbook(*rows: tuple[object, ...], hidden: bool = False) -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.title = "May"
    for row in rows:
        sheet.append(row)
    book.create_sheet("Notes").sheet_state = "hidden" if hidden else "visible"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def repacked(data: bytes, name: str, content: bytes) -> bytes:
    """Put other content into one part of a workbook."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            new.writestr(part, content if part == name else old.read(part))
        assert name in old.namelist()
    return file.getvalue()


WORKBOOK = workbook(("Name", "Mon"), ("Sam", "N"))


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Name,Mon,Tue\r\nSam,N,\r\n", (("Name", "Mon", "Tue"), ("Sam", "N"))),
        ("Name;Mo;Di\nJörg;N; D \n", (("Name", "Mo", "Di"), ("Jörg", "N", "D"))),
        ("Name\tMon\nSam\tE/L\n", (("Name", "Mon"), ("Sam", "E/L"))),
        ('Name|Mon\n"Sam, RN"|N\n', (("Name", "Mon"), ("Sam, RN", "N"))),
        ('"two\nlines",N\n', (("two\nlines", "N"),)),
        ("D D N N - -\n\n\n", (("D D N N - -",),)),
        ("", ()),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_separated_values_are_read_whatever_program_wrote_them(text, rows, encoding):
    (sheet,) = spreadsheets.cells(text.encode(encoding), "rota.csv")
    assert (sheet.name, sheet.rows) == ("", rows)


def test_cells_of_a_workbook_keep_their_kind_and_empty_ends_are_left_out():
    first = (None, date(2026, 5, 1), datetime(2026, 5, 2, 7, 30), time(19, 30))  # noqa: DTZ001
    data = workbook(
        first, ("Sam", "N", 12, 7.5, True, timedelta(hours=31, minutes=5), None), (None,), (" ",)
    )
    sheets = spreadsheets.cells(data, "rota.xlsx")
    assert [sheet.name for sheet in sheets] == ["May", "Notes"]
    assert sheets[0].rows == (
        (None, datetime(2026, 5, 1), datetime(2026, 5, 2, 7, 30), time(19, 30)),  # noqa: DTZ001
        ("Sam", "N", 12, 7.5, "TRUE", "31:05"),
    )
    assert spreadsheets.read_confined(data, "rota.xlsx") == sheets


def test_hidden_sheets_are_left_out():
    sheets = spreadsheets.cells(workbook(("N",), hidden=True), "rota.xlsx")
    assert [sheet.name for sheet in sheets] == ["May"]


def archive(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        for name in names:
            packed.writestr(name, "x")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"\xff\xd8\xff\xe0 JFIF", "rota.jpg", "this is a photo"),
        (b"\x89PNG\r\n", "rota.csv", "this is a photo"),
        (b"\0\0\0\x18ftypheic", "IMG_1.HEIC", "this is a photo"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "rota.webp", "this is a photo"),
        (b"%PDF-1.7", "rota.pdf", "this is a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "rota.xls", "or one with a password"),
        (b"{\\rtf1", "rota.rtf", "text document"),
        (b"BEGIN:VCALENDAR", "rota.csv", "bring it in as a calendar"),
        (archive("word/document.xml"), "rota.docx", "Word document"),
        (archive("rota.csv"), "rota.zip", "unpack it"),
        (archive("xl/workbook.xml"), "rota.xlsx", "damaged"),
        (b"PK\x03\x04 but not really", "rota.xlsx", "damaged"),
        (b"not a workbook", "rota.xlsx", "damaged"),
        (b"a\0b", "rota.csv", "neither a spreadsheet nor text"),
        (b"N," * 600, "rota.csv", "too large"),
        (b"N\n" * 3000, "rota.csv", "too large"),
        (b"N" * 200_000, "rota.csv", "damaged"),
        (b"N" * 2_000_001, "rota.csv", "too large"),
    ],
)
def test_what_is_no_rota_is_refused_with_what_to_do_instead(data, name, sentence):
    with pytest.raises(RosterError, match=sentence):
        spreadsheets.cells(data, name)


@given(st.lists(st.tuples(st.floats(0, 0.999), st.binary(min_size=1, max_size=8)), max_size=6))
@settings(max_examples=150)
def test_a_workbook_with_damage_anywhere_is_read_or_refused(wounds):
    data = bytearray(WORKBOOK)
    for place, content in wounds:
        start = int(place * len(data))
        data[start : start + len(content)] = content
    try:
        sheets = spreadsheets.cells(bytes(data), "rota.xlsx")
    except RosterError as refusal:
        sheets = ()
        refused = str(refusal)
    assert sheets or refused


SHEET = "xl/worksheets/sheet1.xml"
SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LAUGHS = "".join(f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 10))
BOMB = f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>'
CELL = '<row r="1"><c r="A1" t="inlineStr"><is><t>&l9;</t></is></c></row>'
FAR = '<row r="9999999"><c r="XFD9999999"><v>1</v></c></row>'
FILE = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]>'


def sheet_of(rows: str) -> str:
    return f"<worksheet {SPACE}><sheetData>{rows}</sheetData></worksheet>"


@pytest.mark.parametrize(
    ("part", "content", "sentence"),
    [
        (SHEET, " " * 30_000_000, "too large"),
        (SHEET, BOMB + sheet_of(CELL), "damaged"),
        ("xl/styles.xml", f"{BOMB}<styleSheet {SPACE}>&l9;</styleSheet>", "damaged"),
        ("xl/workbook.xml", f"{FILE}<workbook {SPACE}>&f;</workbook>", "damaged"),
        (SHEET, "<worksheet", "damaged"),
        (SHEET, sheet_of(FAR), None),
    ],
)
def test_bombs_and_broken_parts_are_refused_in_time(part, content, sentence):
    data = repacked(workbook(("N", "D")), part, content.encode())
    begun = process_time()
    if sentence is None:
        assert spreadsheets.cells(data, "rota.xlsx")[0].rows == ()
    else:
        with pytest.raises(RosterError, match=sentence):
            spreadsheets.cells(data, "rota.xlsx")
    assert process_time() - begun < 2


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "xls"])
def test_real_rotas_are_read_or_refused_clearly(suffix):
    files = sorted(shared("rhythm/samples/rosters").rglob(f"*.{suffix}"))
    assert files
    for path in files:
        if suffix == "xls":
            with pytest.raises(RosterError, match="old Excel"):
                spreadsheets.cells(path.read_bytes(), path.name)
        else:
            sheets = spreadsheets.cells(path.read_bytes(), path.name)
            assert any(sheet.rows for sheet in sheets), path.name
