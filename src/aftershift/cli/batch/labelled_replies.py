"""Labelled replies in a file that a host holds: .csv or .jsonl, every wrong line named."""

import csv
import json
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from aftershift.cli.refusals import Refusal
from aftershift.engines.language.cleaning import LONGEST
from aftershift.engines.language.signs import SIGNS, STRONGEST, EmpathyError, Labelled

# Our names, and those of the published EPITOME set (Sharma et al. 2020).
NAMES: Mapping[str, tuple[str, ...]] = {
    "said": ("said", "seeker_post"),
    "reply": ("reply", "response_post"),
    **{sign.value: (sign.value, f"{sign.value}s") for sign in SIGNS},
}
MOST_NAMED = 5  # wrong lines in one message
Line = tuple[int, Mapping[str, Any]]


class WrongLine(Exception):
    """A line that cannot teach; says why, never what it holds."""


def replies_in(path: Path) -> tuple[Labelled, ...]:
    """Read every labelled reply of a file. Raises Refusal, with the numbers of wrong lines."""
    readers = {".csv": _csv_lines, ".jsonl": _json_lines}
    if path.suffix.lower() not in readers:
        reason = f"{path}: a .csv or .jsonl is needed"
        raise Refusal(reason)
    found, wrong = list[Labelled](), list[str]()
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for number, line in readers[path.suffix.lower()](file):
                try:
                    found.append(labelled(line))
                except (WrongLine, EmpathyError) as error:
                    wrong.append(f"line {number}: {error}")
    except OSError as error:
        reason = f"{path}: {(error.strerror or 'cannot be read').lower()}"
        raise Refusal(reason) from error
    except UnicodeDecodeError as error:
        reason = f"{path}: no text in UTF-8"
        raise Refusal(reason) from error
    if wrong:
        reason = f"{path}: {len(wrong)} wrong; {'; '.join(islice(wrong, MOST_NAMED))}"
        raise Refusal(reason)
    return tuple(found)


def labelled(line: Mapping[str, Any]) -> Labelled:
    """Take one labelled reply. Raises WrongLine or EmpathyError."""
    if isinstance(line.get(""), WrongLine):
        raise line[""]
    warm, understood, asked = (_level(line, sign.value) for sign in SIGNS)
    return Labelled(
        said=_text(line, "said"), reply=_text(line, "reply"), levels=(warm, understood, asked)
    )


def _csv_lines(file: Iterator[str]) -> Iterator[Line]:
    """Give each row by its columns, with the number of the line it begins in."""
    rows = _rows(file)
    _number, columns = next(rows, (1, []))
    for name, names in NAMES.items():
        if not set(names) & set(columns):
            reason = f"line 1: no column {name}"
            raise Refusal(reason)
    for begins, row in rows:
        fits = len(row) == len(columns)
        wrong = None if fits else WrongLine(f"{len(row)} cells for {len(columns)} columns")
        yield begins, {**dict(zip(columns, row, strict=False)), "": wrong}


def _rows(file: Iterator[str]) -> Iterator[tuple[int, list[str]]]:
    rows = csv.reader(file, strict=True)
    begins = 1
    try:
        for row in rows:
            if row:
                yield begins, row
            begins = rows.line_num + 1
    except csv.Error as error:
        reason = f"line {begins}: a row that cannot be read ({error})"
        raise Refusal(reason) from error


def _json_lines(file: Iterator[str]) -> Iterator[Line]:
    for number, line in enumerate(file, start=1):
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
        except (ValueError, RecursionError):
            asked = None
        yield number, asked if isinstance(asked, dict) else {"": WrongLine("no JSON object")}


def _text(line: Mapping[str, Any], name: str) -> str:
    value = _named(line, name)
    if not isinstance(value, str) or not value.strip():
        reason = f"{name}: no text"
        raise WrongLine(reason)
    if len(value) > LONGEST:
        reason = f"{name}: longer than {LONGEST} characters"
        raise WrongLine(reason)
    return value


def _level(line: Mapping[str, Any], name: str) -> int:
    value = _named(line, name)
    text = "" if isinstance(value, bool) else str(value).strip()
    if text not in {str(level) for level in range(STRONGEST + 1)}:
        reason = f"{name}: not 0, 1 or 2"
        raise WrongLine(reason)
    return int(text)


def _named(line: Mapping[str, Any], name: str) -> Any:
    return next((line[one] for one in NAMES[name] if one in line), None)
