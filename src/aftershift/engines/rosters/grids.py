"""A table of days and people, out of a spreadsheet or a CSV file.

Three shapes are known: days across and people down; days down and people across; and a list
of days with who is on. Several blocks of days in one sheet (a block for each week) are read one
after the other. Cells hold codes; an empty cell is nothing planned.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from aftershift.engines.basics.text import fold
from aftershift.engines.rosters.codes import Ward, is_known
from aftershift.engines.rosters.dates import refuse_far_anchor
from aftershift.engines.rosters.grid_days import (
    Cell,
    Cells,
    DayHeader,
    Row,
    cell_at,
    dated,
    header_in,
    joined_headers,
    month_in,
    order_in,
    text_of,
)
from aftershift.engines.rosters.placing import DayCode, reading_of
from aftershift.engines.rosters.shifts import Reading, RosterError

_NOT_PEOPLE = frozenset({"name", "names", "staff", "total", "totals", "sum", "summe", "gesamt"})
_LIST_PARTS = re.compile(r"[/;&\n]")


class RowNeeded(RosterError):
    """The table has a row for each person, and nobody said which one to read."""

    def __init__(self, people: tuple[str, ...]) -> None:
        super().__init__(f"this table has {len(people)} people; say whose row it is")
        self.people = people


@dataclass(frozen=True, kw_only=True, slots=True)
class _Block:
    """Days across: a header of days and the rows of people below it, down to the next header."""

    header: DayHeader
    rows: tuple[Row, ...]

    def people(self) -> Iterator[tuple[str, Row]]:
        """Name each row that holds something on one of the days."""
        column = self._name_column()
        for row in self.rows:
            name = "" if column is None else text_of(cell_at(row, column))
            if _may_be_name(name) and any(text_of(cell) for _, cell in self.on_days(row)):
                yield name, row

    def on_days(self, row: Row) -> Iterator[tuple[int, Cell]]:
        """Take a row's cells that stand under a day."""
        return ((at, row[at]) for at in self.header.days if at < len(row))

    def _name_column(self) -> int | None:
        """Find the people: left of the days, the column with most different names."""
        names = {
            at: {text for row in self.rows if _may_be_name(text := text_of(cell_at(row, at)))}
            for at in range(min(self.header.days))
        }
        return max(names, key=lambda at: len(names[at]), default=None)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Tall:
    """Days down: a column of days, the titles above it, and the columns beside it."""

    header: DayHeader
    titles: Row
    cells: Cells
    day_columns: frozenset[int]

    def columns(self) -> Iterator[tuple[str, dict[int, str]]]:
        """Give each titled column with its cells by row."""
        for at, cell in enumerate(self.titles):
            title = text_of(cell)
            if at not in self.day_columns and title:
                yield (
                    title,
                    {row: text_of(cell_at(self.cells[row], at)) for row in self.header.days},
                )


def people_in(cells: Cells, *, ward: Ward | None = None) -> tuple[str, ...]:
    """List the names of a table to choose from, in its order; a list's people by its cells.

    With a ward, words that are its codes (Early, Nacht) are not taken for people. Raises
    RosterError when the table has no days.
    """
    table = _table(cells)
    if isinstance(table, _Tall):
        names: Iterable[str] = (
            name
            for title, column in table.columns()
            for name in (_names_of(column, ward) or (title,))
        )
    else:
        names = (name for block in table for name, _ in block.people())
    return tuple(dict.fromkeys(names))


def read_grid(cells: Cells, *, row: str | None, ward: Ward, anchor: date | None = None) -> Reading:
    """Read one person's days off a table. `row` may be None where there is one person only.

    `anchor` is the day of the first column, for a table that gives no month. Raises RosterError
    when no days are found, and when `row` fits nobody or more than one.
    """
    refuse_far_anchor(anchor)
    people = people_in(cells, ward=ward)
    name = _chosen(row, people)
    table = _table(cells)
    month = month_in(cells[: _first_line(table) + 1])
    if isinstance(table, _Tall):
        days = dated(table.header, month, anchor)
        return reading_of(_tall_codes(table, days, name, ward), ward, ())
    entries = [
        DayCode(day=days[at], text=text_of(cell))
        for block in table
        for days in [dated(block.header, month, anchor)]
        for person, line in block.people()
        if fold(person) == fold(name)
        for at, cell in block.on_days(line)
    ]
    return reading_of(entries, ward, ())


def read_sheets(
    sheets: Iterable[Cells], *, row: str | None, ward: Ward, anchor: date | None = None
) -> Reading:
    """Read one person's days off the first sheet that has them.

    Raises RowNeeded with the names to choose from, and RosterError with what the first lacks.
    """
    refused: list[RosterError] = []
    for cells in sheets:
        try:
            people = people_in(cells, ward=ward)
            if row is None and len(people) > 1:
                raise RowNeeded(people)
            return read_grid(cells, row=row, ward=ward, anchor=anchor)
        except RowNeeded:
            raise
        except RosterError as error:
            refused.append(error)
    reason = "there is nothing in this file"
    raise refused[0] if refused else RosterError(reason)


def _table(cells: Cells) -> _Tall | list[_Block]:
    """Find the days, across or down, whichever names more of them."""
    order = order_in(cells)
    rows = [header for at, row in enumerate(cells) if (header := header_in(row, at, order))]
    width = max((len(row) for row in cells), default=0)
    columns = [
        header
        for at in range(width)
        if (header := header_in((cell_at(row, at) for row in cells), at, order))
    ]
    across = max((len(header.days) for header in rows), default=0)
    down = max((len(header.days) for header in columns), default=0)
    if not across and not down:
        message = "no row and no column of days was found in the table"
        raise RosterError(message)
    if across >= down:
        return _blocks(joined_headers(rows), cells)
    header = next(one for one in columns if len(one.days) == down)
    return _Tall(
        header=header,
        titles=_titles_above(header, cells),
        cells=cells,
        day_columns=frozenset(one.at for one in columns),
    )


def _blocks(headers: list[DayHeader], cells: Cells) -> list[_Block]:
    ends = [header.at for header in headers[1:]] + [len(cells)]
    return [
        _Block(header=header, rows=tuple(cells[header.at + 1 : end]))
        for header, end in zip(headers, ends, strict=True)
    ]


def _titles_above(header: DayHeader, cells: Cells) -> Row:
    """Find the titles of the columns: the nearest row above the first day that has any."""
    above = range(min(header.days) - 1, -1, -1)
    for at in above:
        if any(text_of(cell) for place, cell in enumerate(cells[at]) if place != header.at):
            return cells[at]
    message = "the columns beside the days have no titles"
    raise RosterError(message)


def _first_line(table: _Tall | list[_Block]) -> int:
    return min(table.header.days) if isinstance(table, _Tall) else table[0].header.at


def _tall_codes(table: _Tall, days: dict[int, date], name: str, ward: Ward) -> list[DayCode]:
    """Take a column's codes, or the column's own title on the days on which a list has a name."""
    entries = []
    for title, column in table.columns():
        if _names_of(column, ward):
            entries += [
                DayCode(day=days[row], text=title if _names(text, name) else "")
                for row, text in column.items()
            ]
        elif fold(title) == fold(name):
            entries += [DayCode(day=days[row], text=text) for row, text in column.items()]
    return entries


def _names_of(column: dict[int, str], ward: Ward | None) -> tuple[str, ...]:
    """List the people of a column whose cells are mostly names; none for a column of codes."""
    filled = [text for text in column.values() if text]
    named = [text for text in filled if _is_name(text) and not (ward and is_known(text, ward))]
    if 2 * len(named) <= len(filled):
        return ()
    return tuple(dict.fromkeys(one for text in named for one in _people_of(text)))


def _names(text: str, name: str) -> bool:
    return fold(name) in {fold(text), *map(fold, _people_of(text))}


def _people_of(text: str) -> tuple[str, ...]:
    return tuple(part for piece in _LIST_PARTS.split(text) if (part := piece.strip()))


def _may_be_name(text: str) -> bool:
    return sum(letter.isalpha() for letter in text) >= 2 and fold(text) not in _NOT_PEOPLE


def _is_name(text: str) -> bool:
    """Say whether a cell looks like a person: three letters, one of them small."""
    is_word = len(text) >= 3 and any(letter.islower() for letter in text)
    return is_word and _may_be_name(text)


def _chosen(row: str | None, people: tuple[str, ...]) -> str:
    """Match the wanted name: whole, else as the one name that holds all its words."""
    if row is None:
        if len(people) != 1:
            raise RosterError(f"the table has {len(people)} people: tell whose row it is")
        return people[0]
    whole = [name for name in people if fold(name) == fold(row)]
    words = set(re.findall(r"\w+", fold(row)))
    partly = [name for name in people if words and words <= set(re.findall(r"\w+", fold(name)))]
    matches = whole or partly
    if len(matches) != 1:
        raise RosterError(f"the wanted row fits {len(matches)} people of the table")
    return matches[0]
