"""Plain tables: a form typed in a spreadsheet in, answers out with a codebook and back again."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from aftershift.engines.basics.commas import BadTable, guarded, rows_of, text_of, unguarded
from aftershift.engines.checkins.filled import BadFilled, Filled
from aftershift.engines.checkins.forms import Form, FormItem, FormOption, FormRefused, Kind
from aftershift.engines.checkins.wordings import Wording

ASKED = ("item", "text", "value", "words")
ABOUT = ("instrument", "title", "language", "copyright", "url", "version")
FORM_COLUMNS = (*ASKED, "code", *ABOUT)
PLAIN = ("id", "subject", "instrument", "form", "status", "authored", "key_version", "rule")
ANSWER = re.compile(r"(\S+) (item|score) (.+)", re.DOTALL)
WHOLE = re.compile(r"-?\d{1,6}")
CODEBOOK = (
    "column",
    "holds",
    "instrument",
    "item",
    "text",
    "value",
    "words",
    "form",
    "copyright",
)


def table_of(text: str) -> tuple[tuple[str, ...], list[dict[str, str]]]:
    """Read a table by the names of its columns, in small letters. Raises FormRefused."""
    try:
        rows = rows_of(text)
    except BadTable as error:
        raise FormRefused(str(error)) from None
    if not rows:
        reason = "this table is empty"
        raise FormRefused(reason)
    header = tuple(unguarded(name) for name in rows[0])
    if len(set(header)) < len(header):
        reason = "row 1: two columns have the same name"
        raise FormRefused(reason)
    for place, row in enumerate(rows[1:], start=2):
        if len(row) != len(header):
            raise FormRefused(f"row {place}: {len(row)} cells for {len(header)} columns")
    return header, [
        dict(zip(header, (unguarded(cell) for cell in row), strict=True)) for row in rows[1:]
    ]


def is_form(header: Sequence[str]) -> bool:
    """Say whether a table with these columns is a form of ours."""
    return set(ASKED) <= set(header)


def read_flat(text: str) -> Form:
    """Read a form: one row for each answer of each item, in their order. Raises FormRefused.

    Columns: item, text, value, words; and where wanted code (LOINC) and, in any row, instrument,
    title, language, copyright, url, version. A row without value and words is a line of the form.
    """
    header, rows = table_of(text)
    for name in ASKED:
        if name not in header:
            raise FormRefused(f"row 1: no column {name}; needed are {', '.join(ASKED)}")
    lead = tuple(row["text"] for row in rows if not row["item"] and row["text"])
    by_item: dict[str, list[tuple[int, dict[str, str]]]] = {}
    for place, row in enumerate(rows, start=2):
        if row["item"]:
            by_item.setdefault(row["item"], []).append((place, row))
    about = {name: next((r[name] for r in rows if r.get(name)), "") for name in ABOUT}
    return Form(
        title=about["title"],
        url=about["url"],
        version=about["version"],
        language=about["language"],
        copyright=about["copyright"],
        names=about["instrument"],
        lead=lead,
        items=tuple(_item(name, own) for name, own in by_item.items()),
    )


def _item(name: str, rows: Sequence[tuple[int, Mapping[str, str]]]) -> FormItem:
    first = rows[0][1]
    for place, row in rows:
        if row["text"] not in ("", first["text"]):
            raise FormRefused(f"row {place}: item {name} has another text above")
    options = tuple(
        FormOption(words=row["words"], value=_whole(row["value"], place, "value"))
        for place, row in rows
        if row["value"] or row["words"]
    )
    return FormItem(
        link_id=name,
        text=first["text"],
        kind=Kind.CHOICE if options else Kind.OTHER,
        codes=tuple(dict.fromkeys(row["code"] for _, row in rows if row.get("code"))),
        options=options,
    )


def _whole(cell: str, place: int, column: str) -> int:
    if not WHOLE.fullmatch(cell.strip()):
        raise FormRefused(f"row {place}, {column}: a whole number is needed")
    return int(cell)


# --- answers -------------------------------------------------------------------------


def answers_csv(many: Sequence[Filled]) -> str:
    """Write answers, one row each, with a column for each item and each score that occurs."""
    named: dict[str, None] = {}
    for one in many:
        named |= dict.fromkeys(_cells(one))
    rows = [[_plain(one)[name] for name in PLAIN] for one in many]
    for row, one in zip(rows, many, strict=True):
        cells = _cells(one)
        row.extend(cells.get(name, "") for name in named)
    return text_of([[guarded(cell) for cell in row] for row in [[*PLAIN, *named], *rows]])


def _plain(one: Filled) -> Mapping[str, str]:
    return {
        "id": one.id,
        "subject": one.subject,
        "instrument": one.instrument,
        "form": one.form,
        "status": one.status,
        "authored": one.authored.isoformat(),
        "key_version": one.key_version,
        "rule": one.rule,
    }


def _cells(one: Filled) -> Mapping[str, str]:
    answers = {f"{one.instrument} item {name}": str(value) for name, value in one.answers.items()}
    scores = {f"{one.instrument} score {name}": repr(value) for name, value in one.scores.items()}
    return answers | scores


def codebook_csv(wordings: Iterable[Wording]) -> str:
    """Write what each column of `answers_csv` means: a row for each answer that there is."""
    rows: list[Sequence[str]] = [CODEBOOK]
    for wording in wordings:
        name, form = wording.instrument, wording.canonical
        for item in wording.items:
            column = f"{name} item {item.id}"
            for option in item.options:
                about = (column, "answer", name, item.id, item.text)
                rows.append((*about, str(option.value), option.words, form, wording.copyright))
        score = (f"{name} score *", "score, never to be trusted without its answers", name)
        rows.append((*score, "", "", "", "", form, wording.copyright))
    return text_of([[guarded(cell) for cell in row] for row in rows])


def read_answers(text: str) -> tuple[Filled, ...]:
    """Read back what `answers_csv` wrote. Raises FormRefused with row and column."""
    header, rows = table_of(text)
    if missing := [name for name in PLAIN if name not in header]:
        raise FormRefused(f"row 1: no column {missing[0]}; these are no answers of ours")
    return tuple(_filled(row, place) for place, row in enumerate(rows, start=2))


def _filled(row: Mapping[str, str], place: int) -> Filled:
    answers: dict[str, int] = {}
    scores: dict[str, float] = {}
    for column, cell in row.items():
        told = ANSWER.fullmatch(column)
        if told is None or cell == "":
            continue
        if told[1] != row["instrument"]:
            raise FormRefused(f"row {place}, {column}: belongs to another instrument than its row")
        if told[2] == "item":
            answers[told[3]] = _whole(cell, place, column)
        else:
            scores[told[3]] = _number(cell, place, column)
    try:
        return Filled(
            **{name: row[name] for name in PLAIN if name != "authored"},
            authored=datetime.fromisoformat(row["authored"]),
            answers=answers,
            scores=scores,
        )
    except (ValueError, BadFilled):
        reason = f"row {place}, authored: a moment is needed, such as 2026-11-27T08:00:00+00:00"
        raise FormRefused(reason) from None


def _number(cell: str, place: int, column: str) -> float:
    try:
        return int(cell) if WHOLE.fullmatch(cell) else float(cell)
    except ValueError:
        raise FormRefused(f"row {place}, {column}: a number is needed") from None
