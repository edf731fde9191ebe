"""REDCap: a data dictionary read as forms, rows of data read as answers."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, tzinfo

from aftershift.engines.checkins.filled import COMPLETED, Filled
from aftershift.engines.checkins.flat import table_of
from aftershift.engines.checkins.forms import (
    CONDITION,
    Form,
    FormItem,
    FormOption,
    FormRefused,
    Kind,
)
from aftershift.engines.checkins.wordings import Wording

# The eighteen columns of a dictionary stand in this order; REDCap has put a few of their names in
# other words over the years, so they are known by their first word.
COLUMNS = (
    *("variable", "form", "section", "field", "field", "choices", "field", "text", "text", "text"),
    *("identifier", "branching", "required", "custom", "question", "matrix", "matrix", "field"),
)
VARIABLE, FORM, SECTION, TYPE, LABEL, CHOICES = 0, 1, 2, 3, 4, 5
VALIDATION, BRANCHING, ANNOTATION = 7, 11, 17
FIRST_WORD = re.compile(r"[a-z]+")
TAG = re.compile(r"<[^<>]*>")
LOINC_CODE = re.compile(r"LOINC\W*(\d{1,7}-\d)\b", re.IGNORECASE)
CHOICE = re.compile(r"\s*(-?\w+)\s*,\s*(.*\S)\s*", re.DOTALL)
WHOLE = re.compile(r"-?\d{1,6}")
YES_NO = {"yesno": ("Yes", "No"), "truefalse": ("True", "False")}
COMPLETE = "2"
TOTALS = ("_total", "_score", "_sum")


def is_dictionary(header: Sequence[str]) -> bool:
    """Say whether these are the columns of a data dictionary."""
    words = [FIRST_WORD.match(name.strip().lower()) for name in header]
    return tuple(word[0] if word else "" for word in words) == COLUMNS


def read_dictionary(text: str) -> tuple[Form, ...]:
    """Read the forms of a dictionary, in their order. Raises FormRefused."""
    header, rows = table_of(text)
    if not is_dictionary(header):
        reason = "row 1: these are not the eighteen columns of a REDCap data dictionary"
        raise FormRefused(reason)
    by_form: dict[str, list[tuple[int, Sequence[str]]]] = {}
    for place, row in enumerate(rows, start=2):
        cells = tuple(row.values())
        by_form.setdefault(cells[FORM].strip(), []).append((place, cells))
    forms = (_form(name, own) for name, own in by_form.items())
    if not (found := tuple(one for one in forms if one is not None)):
        reason = "this dictionary asks nothing"
        raise FormRefused(reason)
    return found


def _form(name: str, rows: Sequence[tuple[int, Sequence[str]]]) -> Form | None:
    lead, items = [], []
    for place, cells in rows:
        lead += [_words(cells[SECTION])] if cells[SECTION].strip() else []
        if cells[TYPE].strip() == "descriptive":
            lead.append(_words(cells[LABEL]))
        else:
            items.append(_item(cells, place))
    if not items:
        return None
    asked_if = [cells[VARIABLE].strip() for _, cells in rows if cells[BRANCHING].strip()]
    return Form(
        title=name,
        lead=tuple(dict.fromkeys(lead)),
        items=tuple(items),
        notes=tuple(f"{variable}: {CONDITION}" for variable in asked_if),
    )


def _item(cells: Sequence[str], place: int) -> FormItem:
    kind = cells[TYPE].strip()
    name = cells[VARIABLE].strip()
    if not name:
        raise FormRefused(f"row {place}: a field without a name")
    asks_number = kind == "slider" or (kind == "text" and cells[VALIDATION].startswith("integer"))
    options = tuple(_options(kind, cells[CHOICES], place))
    found = Kind.NUMBER if asks_number else Kind.OTHER
    return FormItem(
        link_id=name,
        text=_words(cells[LABEL]),
        kind=Kind.CHOICE if options else found,
        codes=tuple(dict.fromkeys(LOINC_CODE.findall(cells[ANNOTATION]))),
        options=options,
    )


def _options(kind: str, choices: str, place: int) -> Iterator[FormOption]:
    """Read `0, no | 1, yes`; a comma in the words is the words' own."""
    if kind in YES_NO:
        yes, no = YES_NO[kind]
        yield from (FormOption(words=yes, value=1), FormOption(words=no, value=0))
    if kind not in ("radio", "dropdown"):
        return
    for one in choices.split("|"):
        told = CHOICE.fullmatch(one)
        if told is None:
            raise FormRefused(f"row {place}: choices are written as 0, words | 1, words")
        value = int(told[1]) if WHOLE.fullmatch(told[1]) else None
        yield FormOption(words=_words(told[2]), value=value)


def _words(label: str) -> str:
    """Take a label without the markup that REDCap allows in it."""
    return TAG.sub("", label).strip()


# --- rows of data --------------------------------------------------------------------


def read_data(
    text: str, wordings: Mapping[str, Wording], zone: tzinfo, exported: datetime
) -> tuple[Filled, ...]:
    """Read exported rows: for each row and each form that is installed here, its answers.

    REDCap's moments have no offset: they are `zone`'s. A row without one is of `exported`. A
    form that is not marked complete (2) is no completed one. Raises FormRefused.
    """
    header, rows = table_of(text)
    here = [one for one in wordings.values() if {item.link_id for item in one.items} <= set(header)]
    if not here:
        reason = "no column of these data belongs to a form on this host; import its dictionary"
        raise FormRefused(reason)
    found = []
    for place, row in enumerate(rows, start=2):
        for wording in here:
            form = _form_name(header, wording)
            answers = dict(_answers(row, wording, place))
            if answers:
                found.append(
                    Filled(
                        instrument=wording.instrument,
                        answers=answers,
                        authored=_moment(row.get(f"{form}_timestamp", ""), zone, exported),
                        subject=row[header[0]],
                        status=_status(row, form),
                        form=wording.canonical,
                        scores=_scores(row, form),
                    )
                )
    return tuple(found)


def _form_name(header: Sequence[str], wording: Wording) -> str:
    """Name the form: its `_complete` is the first one behind its fields."""
    last = max(header.index(item.link_id) for item in wording.items)
    behind = [name for name in header[last:] if name.endswith("_complete")]
    return behind[0].removesuffix("_complete") if behind else ""


def _answers(row: Mapping[str, str], wording: Wording, place: int) -> Iterator[tuple[str, int]]:
    for item in wording.items:
        cell = row[item.link_id].strip()
        allowed = {str(one.value): one.value for one in item.options}
        if cell and cell not in allowed:
            raise FormRefused(f"row {place}, {item.link_id}: is none of the form's answers")
        if cell:
            yield item.id, allowed[cell]


def _status(row: Mapping[str, str], form: str) -> str:
    return COMPLETED if row.get(f"{form}_complete", "").strip() == COMPLETE else "in-progress"


def _moment(words: str, zone: tzinfo, exported: datetime) -> datetime:
    try:
        return datetime.fromisoformat(words.strip()).replace(tzinfo=zone)
    except ValueError:  # empty, or REDCap's "[not completed]"
        return exported


def _scores(row: Mapping[str, str], form: str) -> Mapping[str, float]:
    """Take a total that REDCap had calculated, to be held against ours."""
    for ending in TOTALS:
        cell = row.get(f"{form}{ending}", "").strip()
        if form and WHOLE.fullmatch(cell):
            return {"total": int(cell)}
    return {}
