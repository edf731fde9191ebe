"""Reads the cells of a rota from a spreadsheet, and says what to do with anything else.

Formulas are never computed, links never followed, pictures never opened. Which cells are a
roster is the engine's business.
"""

import csv
import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, TypeAlias
from xml.etree.ElementTree import ParseError

from openpyxl import DEFUSEDXML, load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from aftershift.adapters import confined
from aftershift.engines.rosters.shifts import RosterError

Cell: TypeAlias = str | int | float | datetime | date | time | None

_SIZE = 2_000_000  # bytes
_UNPACKED = 20_000_000
_RATIO = 100  # a sheet of one code in all its cells packs about fifty times
_MEMBERS = 500
_SHEETS = 30
_ROWS = 2_000
_COLUMNS = 500
_CELLS = 250_000
_LONGEST_TEXT = 300
_DELIMITERS = ",;\t|"
_SNIFFED_LINES = 20

_ASK_FOR_CALENDAR = "type the line of codes, or ask for the calendar file (.ics)"
_PHOTO = f"this is a photo, and photos are not read here; {_ASK_FOR_CALENDAR}"
_OLD_OFFICE = (
    "this is an old Excel or Word file, or one with a password; "
    "open it and save it as .xlsx or .csv without one"
)
_MAGIC = (
    (0, b"\xff\xd8\xff", _PHOTO),
    (0, b"\x89PNG", _PHOTO),
    (0, b"GIF8", _PHOTO),
    (0, b"II*\0", _PHOTO),
    (0, b"MM\0*", _PHOTO),
    (4, b"ftyp", _PHOTO),  # HEIC and AVIF from telephones
    (8, b"WEBP", _PHOTO),
    (0, b"%PDF", f"this is a PDF, which is a picture of a roster; {_ASK_FOR_CALENDAR}"),
    (0, b"\xd0\xcf\x11\xe0", _OLD_OFFICE),
    (0, b"{\\rtf", "this is a text document; save the table in it as .csv or .xlsx"),
    (0, b"BEGIN:VCALENDAR", "this is a calendar file; bring it in as a calendar"),
)
_DOCUMENT = f"this is a Word document; save its table as .csv or .xlsx, or {_ASK_FOR_CALENDAR}"
_ARCHIVE = "this is an archive; unpack it and bring in the file that holds the roster"
_TOO_LARGE = "this spreadsheet is too large; keep only the weeks and people that matter"
_BROKEN = "this spreadsheet is damaged or not what its name says; save it again as .xlsx or .csv"
_NOT_TEXT = "this file is neither a spreadsheet nor text; save the roster as .xlsx or .csv"

if not DEFUSEDXML:
    message = "without defusedxml a spreadsheet could expand without end; install it"
    raise ImportError(message)


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """One sheet: its name ("" in a CSV file) and its rows, empty ones at the end left out."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]


def read_confined(data: bytes, name: str) -> tuple[Sheet, ...]:
    """Do what `cells` does in a limited process of its own: for what comes from outside.

    Raises: RosterError, also when the file takes too long or too much memory to read.
    """
    reply = confined.read("spreadsheet", data, {"name": name})
    return tuple(
        Sheet(name=sheet["name"], rows=tuple(tuple(map(_unpacked, row)) for row in sheet["rows"]))
        for sheet in reply["sheets"]
    )


def read_as_json(data: bytes, request: dict[str, Any]) -> dict[str, Any]:
    """Do what `cells` does, for the limited process: plain values in, plain values out."""
    sheets = cells(data, request["name"])
    return {
        "sheets": [
            {"name": sheet.name, "rows": [list(map(_packed, row)) for row in sheet.rows]}
            for sheet in sheets
        ]
    }


def cells(data: bytes, name: str) -> tuple[Sheet, ...]:
    """Give the cells of a .csv or .xlsx file, sheet by sheet; hidden sheets are left out.

    What a file is, is told by its first bytes; `name` settles only what plain text may be.
    Raises: RosterError with what to do instead, for everything that is no spreadsheet.
    """
    if len(data) > _SIZE:
        raise RosterError(_TOO_LARGE)
    for position, magic, sentence in _MAGIC:
        if data.startswith(magic, position):
            raise RosterError(sentence)
    if data.startswith(b"PK"):
        return _workbook(data)
    if name.lower().endswith((".xlsx", ".xls", ".xlsm", ".ods")):
        raise RosterError(_BROKEN)
    return (_delimited(data),)


def _workbook(data: bytes) -> tuple[Sheet, ...]:
    _check_archive(data)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        if len(visible) > _SHEETS:
            raise RosterError(_TOO_LARGE)
        sheets = tuple(
            Sheet(
                name=sheet.title,
                rows=_bounded(
                    sheet.iter_rows(max_row=_ROWS + 1, max_col=_COLUMNS + 1, values_only=True)
                ),
            )
            for sheet in visible
        )
    except _DAMAGE:
        raise RosterError(_BROKEN) from None
    if sum(len(row) for sheet in sheets for row in sheet.rows) > _CELLS:
        raise RosterError(_TOO_LARGE)
    return sheets


# What openpyxl lets out when the parts of a workbook do not fit together, and defusedxml
# (a ValueError) when one of them declares entities.
_DAMAGE = (
    InvalidFileException, zipfile.BadZipFile, ParseError, EOFError, OSError,
    ValueError, TypeError, LookupError, AttributeError, OverflowError, RuntimeError, zlib.error,
)  # fmt: skip


def _check_archive(data: bytes) -> None:
    """Look at the directory of the archive before anything in it is unpacked."""
    try:
        members = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError, RuntimeError):
        raise RosterError(_BROKEN) from None
    names = {member.filename for member in members}
    if "xl/workbook.xml" not in names:
        is_document = any(name.startswith("word/") for name in names)
        raise RosterError(_DOCUMENT if is_document else _ARCHIVE)
    unpacked = sum(member.file_size for member in members)
    if len(members) > _MEMBERS or unpacked > min(_UNPACKED, max(_RATIO * len(data), 1_000_000)):
        raise RosterError(_TOO_LARGE)


def _delimited(data: bytes) -> Sheet:
    text = _decoded(data)
    lines = text.splitlines()
    counts = Counter(
        char for line in lines[:_SNIFFED_LINES] for char in line if char in _DELIMITERS
    )
    delimiter = max(_DELIMITERS, key=lambda char: counts[char])
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        return Sheet(name="", rows=_bounded(rows))
    except csv.Error:
        raise RosterError(_BROKEN) from None


def _decoded(data: bytes) -> str:
    """Decode what spreadsheet programs write: UTF-8, UTF-16 with its mark, or Windows' own."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    if b"\0" in data:
        raise RosterError(_NOT_TEXT)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _bounded(rows: Iterable[Iterable[Any]]) -> tuple[tuple[Cell, ...], ...]:
    """Take the rows up to the last that holds something, each up to its last cell."""
    kept: list[tuple[Cell, ...]] = []
    filled = total = 0
    for row in rows:
        values = [_cell(value) for value in row]
        while values and values[-1] is None:
            values.pop()
        kept.append(tuple(values))
        total += len(values)
        if values:
            filled = len(kept)
        if filled > _ROWS or len(values) > _COLUMNS or total > _CELLS:
            raise RosterError(_TOO_LARGE)
    return tuple(kept[:filled])


def _cell(value: Any) -> Cell:
    if isinstance(value, str):
        return value.strip()[:_LONGEST_TEXT] or None
    if isinstance(value, timedelta):  # a clock time in the format [h]:mm
        minutes = int(value.total_seconds() // 60)
        return f"{minutes // 60:02d}:{minutes % 60:02d}"
    if isinstance(value, bool):
        return str(value).upper()
    return value if isinstance(value, int | float | date | time | None) else str(value)


def _packed(value: Cell) -> Any:
    if isinstance(value, datetime | date | time):
        return {type(value).__name__: value.isoformat()}
    return value


def _unpacked(value: Any) -> Cell:
    if isinstance(value, dict):
        ((kind, text),) = value.items()
        return _TEMPORAL[kind].fromisoformat(text)
    return value  # type: ignore[no-any-return]


_TEMPORAL: dict[str, type[datetime | date | time]] = {
    "datetime": datetime,
    "date": date,
    "time": time,
}
