"""Tables as text with commas (RFC 4180), read and written without loss.

A cell may hold commas, quotes and line breaks. A cell that a spreadsheet would take for a formula
is written with an apostrophe before it, and loses it again when it is read here.
"""

import re
from collections.abc import Iterable, Sequence

CELL = re.compile(r'"((?:[^"]|"")*)"(?=[,\r\n]|\Z)|([^",\r\n]*)(?=[,\r\n]|\Z)')
END = re.compile(r",|\r\n|\n|\r|\Z")
FORMULA = re.compile(
    r"^'*[=+\-@\t\r\n|%\uff1d\uff0b\uff0d\uff20]"
)  # what a spreadsheet runs, behind any apostrophes
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
NEEDS_QUOTES = re.compile(r'[",\r\n]|^\s|\s$')


class BadTable(ValueError):
    """Text that is no table with commas; says in which row."""


def rows_of(text: str) -> tuple[tuple[str, ...], ...]:
    """Read rows of cells; lines with nothing on them are left out. Raises BadTable."""
    rows: list[tuple[str, ...]] = []
    row: list[str] = []
    at, text = 0, text.removeprefix("\ufeff")
    while at < len(text) or row:
        cell = CELL.match(text, at)
        end = END.match(text, cell.end()) if cell else None
        if cell is None or end is None:
            raise BadTable(f"row {len(rows) + 1}: a quote that does not close, or stands alone")
        plain, quoted = cell[2], cell[1]
        row.append(plain if quoted is None else quoted.replace('""', '"'))
        at = end.end()
        if end[0] != ",":
            if row != [""] or quoted is not None:
                rows.append(tuple(row))
            row = []
    return tuple(rows)


def text_of(rows: Iterable[Sequence[str]]) -> str:
    """Write rows, each closed by CR LF."""
    return "".join(",".join(map(_quoted, row)) + "\r\n" for row in rows)


def guarded(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would run; a plain number stays."""
    return f"'{cell}" if FORMULA.match(cell) and not NUMBER.fullmatch(cell) else cell


def unguarded(cell: str) -> str:
    """Take away the apostrophe that `guarded` put there, and no other."""
    return cell[1:] if cell.startswith("'") and guarded(cell[1:]) == cell else cell


def _quoted(cell: str) -> str:
    # A row of one empty cell would be an empty line.
    return '"' + cell.replace('"', '""') + '"' if not cell or NEEDS_QUOTES.search(cell) else cell
