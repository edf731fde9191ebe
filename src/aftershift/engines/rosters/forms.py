"""What kind of roster some bytes are, told before anything reads them."""

from enum import StrEnum

from aftershift.engines.rosters.grid_days import Cells
from aftershift.engines.rosters.grids import people_in
from aftershift.engines.rosters.shifts import RosterError

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_CALENDAR = b"BEGIN:VCALENDAR"
_DOCUMENTS = (b"%PDF", b"{\\rtf")
_SEPARATORS = (",", ";", "\t", "|")
_TABLE_SUFFIXES = (".csv", ".xlsx", ".xlsm", ".xls", ".ods")


class Form(StrEnum):
    """How a roster is written."""

    CALENDAR = "calendar"
    TABLE = "table"
    LINE = "line"


def form_of(data: bytes, name: str) -> Form:
    """Tell a roster's form by its first bytes, then by its name, then by its lines.

    What is neither a calendar nor text is a table: its reader knows how to refuse. Text without
    a telling name is a table when it has a line of days and somebody beside it.
    """
    head = data[:200].removeprefix(_BYTE_ORDER_MARK).lstrip().upper()
    suffix = name[name.rfind(".") :].lower() if "." in name else ""
    if head.startswith(_CALENDAR) or suffix == ".ics":
        return Form.CALENDAR
    if suffix in _TABLE_SUFFIXES or not _is_text(data):
        return Form.TABLE
    return Form.TABLE if _is_table(data.decode()) else Form.LINE


def _is_text(data: bytes) -> bool:
    if data.startswith(_DOCUMENTS) or b"\0" in data:
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_table(text: str) -> bool:
    lines = [line for line in text.splitlines() if line.strip()]
    marks = [one for one in _SEPARATORS if all(line.count(one) > 1 for line in lines[:2])]
    return len(lines) > 1 and any(_has_people([line.split(one) for line in lines]) for one in marks)


def _has_people(cells: Cells) -> bool:
    try:
        return bool(people_in(cells))
    except RosterError:
        return False
