"""A line of shift codes, as people paste it: `D D N N - - -`, `Mon D, Tue N`, `19/10 N`.

The first code stands on the anchor day and every further one on the next. A date or a weekday
before a code moves to that day; of several weekdays in a row the first one counts, so that a row
of weekdays may stand above a row of codes. `Week 2` begins seven days after `Week 1`. Codes are
parted by white space, commas, semicolons or bars. A slash parts codes (`E/L/N` is three days)
only when the whole is no code itself (`A/L` is) and each part is one. `4xN`, `4*N` and `N*4`
repeat. An unbroken word of single letters and dashes (`DDNN--`) is a day for each letter. A word
of five or more letters that nobody knows takes no day and is named among the warnings; any
shorter one takes its day and is asked about.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from aftershift.engines.basics.text import tidy
from aftershift.engines.rosters.codes import Ward, is_known, is_phrase, own_reading, understand
from aftershift.engines.rosters.dates import (
    DayOrder,
    WrittenDay,
    day_order,
    is_two_letter_weekday,
    nearest_year,
    on_or_after,
    real_date,
    refuse_far_anchor,
    weekday_named,
    written_day,
)
from aftershift.engines.rosters.hours import hours_in
from aftershift.engines.rosters.placing import DayCode, reading_of
from aftershift.engines.rosters.shifts import Omission, Reading, RosterError

MAX_CHARACTERS = 20_000
MAX_DAYS = 1_500

_MONTH = r"(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[^\W\d_]{0,6}\.?"
_YEAR = r"(?:\d{4}|\d{2})"
_NUMBERED = r"\d{1,2}(?:\.|st|nd|rd|th)?"
_DATES = (
    r"\d{4}-\d{2}-\d{2}",
    rf"\d{{1,2}}/\d{{1,2}}(?:/{_YEAR})?",
    rf"\d{{1,2}}\.\d{{1,2}}\.{_YEAR}?",
    rf"{_NUMBERED}[ -]{_MONTH}(?:[ -]\d{{4}})?",
    rf"{_MONTH} {_NUMBERED}",
)
_PIECE = re.compile(
    rf"(?P<label>(?:week|wk|woche|kw) ?(?P<week>\d{{1,2}}):?|w/?c:?|week commencing:?)(?=[\s,;|]|$)"
    rf"|(?P<date>{'|'.join(_DATES)}):?(?=[\s,;|]|$)"
    r"|(?P<word>[^\s,;|]+)|(?P<stop>[,;|])",
    re.IGNORECASE,
)
_REPEAT = re.compile(r"(?:(\d{1,2})\s?[x*](?=\D))(.+)|(.*\D)[x*](\d{1,2})", re.IGNORECASE)
_PROSE = re.compile(r"[^\W\d_]{5,}[.:!?]?|.{13,}")


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    place: str
    is_date: bool
    week: int | None = None


@dataclass(slots=True)
class _Walk:
    """Where the reading stands: the day of the next code, and the heads read since the last."""

    day: date
    has_date: bool = False
    has_weekday: bool = False
    first_week: tuple[int, date] | None = None


def read_line(text: str, *, anchor: date, ward: Ward) -> Reading:
    """Read pasted codes, the first one on `anchor`.

    Raises RosterError for a text too long to be a person's roster.
    """
    if len(text) > MAX_CHARACTERS:
        raise RosterError(f"the text is longer than {MAX_CHARACTERS} characters")
    refuse_far_anchor(anchor)
    pieces = _pieces(text)
    order = day_order(piece.text for piece in pieces if piece.is_date)
    warnings: list[Omission] = []
    entries: list[DayCode] = []
    walk = _Walk(day=anchor)
    german = _names_german_days(pieces)
    for piece in _joined(pieces, ward):
        head = _head(piece, order, ward, german=german)
        if piece.week is not None:
            _turn_to_week(walk, piece.week)
        elif head is not None:
            warnings += _turn_to(walk, head, piece)
        elif _PROSE.fullmatch(piece.text) and not _codes_in(piece.text, ward):
            warnings.append(Omission(place=piece.place, reason="not a code; it took no day"))
        else:
            entries += _place(walk, _codes_in(piece.text, ward) or (piece.text,))
        if len(entries) > MAX_DAYS:
            raise RosterError(f"more than {MAX_DAYS} days in one roster")
    return reading_of(entries, ward, tuple(warnings))


def _pieces(text: str) -> list[_Piece]:
    pieces = []
    for number, line in enumerate(text.splitlines(), start=1):
        for found in _PIECE.finditer(tidy(line)):
            is_date = found["date"] is not None
            word = found["date"] or found.group().rstrip(":")
            week = int(found["week"]) if found["week"] else None
            if week is not None or (word and not found["label"]):
                place = f"line {number}, character {found.start() + 1}"
                pieces.append(_Piece(word, place, is_date, week))
        pieces.append(_Piece(",", f"line {number}", is_date=False))
    return pieces


def _joined(pieces: list[_Piece], ward: Ward) -> Iterator[_Piece]:
    """Join a headed code with the hours beside it (`Mon N 19:30-07:30`); drop the separators."""
    clause: list[_Piece] = []
    for piece in pieces:
        if piece.text in {",", ";", "|"}:
            yield from _clause(_phrased(clause, ward))
            clause = []
        else:
            clause.append(piece)
    yield from _clause(_phrased(clause, ward))


def _phrased(clause: list[_Piece], ward: Ward) -> list[_Piece]:
    """Join two words that are one name of a shift: `long day`."""
    joined: list[_Piece] = []
    for piece in clause:
        last = joined[-1] if joined else None
        if last is not None and not last.is_date and is_phrase(f"{last.text} {piece.text}", ward):
            joined[-1] = _Piece(f"{last.text} {piece.text}", last.place, is_date=False)
        else:
            joined.append(piece)
    return joined


def _clause(clause: list[_Piece]) -> list[_Piece]:
    if len(clause) < 3:
        return clause
    *heads, code, hours = clause
    headed = all(one.is_date or weekday_named(one.text) is not None for one in heads)
    if headed and hours_in(hours.text) and not hours_in(code.text):
        return [*heads, _Piece(f"{code.text} {hours.text}", code.place, is_date=False)]
    return clause


def _names_german_days(pieces: list[_Piece]) -> bool:
    """Say whether two-letter words are weekdays here: at least two different ones besides DO."""
    words = {one.text.casefold() for one in pieces if is_two_letter_weekday(one.text)}
    return len(words - {"do"}) >= 2


def _head(piece: _Piece, order: DayOrder, ward: Ward, *, german: bool) -> WrittenDay | None:
    """Read a date or a weekday; a word that is somebody's code is a code."""
    if piece.is_date:
        return written_day(piece.text, order)
    weekday = weekday_named(piece.text)
    if weekday is None or own_reading(piece.text, ward.legend) is not None:
        return None
    if is_two_letter_weekday(piece.text) and not german and is_known(piece.text, ward):
        return None
    return WrittenDay(weekday=weekday)


def _turn_to(walk: _Walk, head: WrittenDay, piece: _Piece) -> list[Omission]:
    if head.day is None:
        return _turn_to_weekday(walk, head.weekday or 0, piece)
    month = head.month or walk.day.month
    day = (
        real_date(head.year, month, head.day)
        if head.year
        else nearest_year(head.day, month, walk.day)
    )
    if day is None:
        return [Omission(place=piece.place, reason="the calendar has no such day")]
    walk.day, walk.has_date = day, True
    return []


def _turn_to_week(walk: _Walk, week: int) -> None:
    """Go on in a numbered week: as many weeks after the first one that was named."""
    number, day = walk.first_week = walk.first_week or (week, walk.day)
    walk.day = day + timedelta(weeks=week - number)


def _turn_to_weekday(walk: _Walk, weekday: int, piece: _Piece) -> list[Omission]:
    if walk.has_weekday:  # a row of weekdays above a row of codes
        return []
    if walk.has_date and walk.day.weekday() != weekday:
        reason = "the weekday is not the date's; the date counts"
        return [Omission(place=piece.place, reason=reason)]
    walk.day, walk.has_weekday = on_or_after(walk.day, weekday), True
    return []


def _place(walk: _Walk, codes: tuple[str, ...]) -> list[DayCode]:
    entries = []
    for code in codes:
        entries.append(DayCode(day=walk.day, text=code))
        walk.day += timedelta(days=1)
    walk.has_date = walk.has_weekday = False
    return entries


def _codes_in(text: str, ward: Ward) -> tuple[str, ...]:
    """Take a word apart into the codes of one day each; empty when nobody knows it."""
    if is_known(text, ward):
        return (text,)
    repeated = _REPEAT.fullmatch(text)
    if repeated:
        code, times = (repeated[2], repeated[1]) if repeated[1] else (repeated[3], repeated[4])
        return _codes_in(code, ward) * int(times)
    parts = tuple(text.split("/"))
    if len(parts) > 1 and all(is_known(part, ward) for part in parts if part) and all(parts):
        return parts
    if len(text) > 2 and _is_run_of_letters(text, ward):
        return tuple(text)
    return ()


def _is_run_of_letters(text: str, ward: Ward) -> bool:
    """Say whether a word is a code for each letter: dashes among them tell it from a word."""
    if not re.search(r"[-.]", text):
        return False
    return all(understand(letter, ward).readings for letter in text)
