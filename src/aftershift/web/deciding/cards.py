"""What the pages of this wing show, gathered and put in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from aftershift.engines.together.comparing import Comparison, Point, compare, greatest, points
from aftershift.engines.together.deciding import Answer, Decision, Sheet
from aftershift.web.deciding import queries
from aftershift.web.deciding.words import point_words, question_words, sheet_words, whose_words
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.safety import queries as safety


@dataclass(frozen=True, kw_only=True, slots=True)
class SheetCard:
    """One sheet in a list, and how far it is filled in."""

    id: str
    name: str
    day: date
    done: int
    ways: int


@dataclass(frozen=True, kw_only=True, slots=True)
class DecisionPage:
    """A decision, its ways, and the sheets that may be seen."""

    id: str
    line: str
    ways: tuple[str, ...]
    sheets: tuple[SheetCard, ...]
    just_me: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class WayCard:
    """What one sheet says of a way; `place` counts from 1, as addresses do."""

    place: int
    way: str
    is_open: bool
    says: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SheetPage:
    """A sheet as it stands."""

    id: str
    decision: str
    line: str
    name: str
    day: date
    is_others: bool
    values: tuple[str, ...]
    ways: tuple[WayCard, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SplitCard:
    """What both sheets say of something, and what stands on each alone."""

    title: str
    is_open: bool
    both: tuple[str, ...] = ()
    one: tuple[str, ...] = ()
    other: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ComparePage:
    """Two sheets side by side, and one question."""

    decision: str
    line: str
    one: str
    other: str
    days: tuple[date, date]
    is_for_two: bool
    question: str
    is_open: bool  # whether a way is not filled in on both
    values: SplitCard
    ways: tuple[SplitCard, ...]


def choices(about: Decision, sheets: Sequence[Sheet]) -> tuple[tuple[str, str], ...]:
    """Name sheets to choose from."""
    return tuple(
        (one.id, f"{sheet_words(_number(about, one), one)}, {date_format(one.day, 'j F Y')}")
        for one in sheets
    )


def decision_page(*, by: SignedIn, about: Decision) -> DecisionPage:
    """Gather a decision."""
    return DecisionPage(
        id=about.id,
        line=about.line,
        ways=about.ways,
        sheets=tuple(_sheet_card(about, one) for one in queries.shown(by=by, about=about)),
        just_me=safety.is_just_me(by=by),
    )


def sheet_page(about: Decision, sheet: Sheet) -> SheetPage:
    """Gather a sheet."""
    return SheetPage(
        id=sheet.id,
        decision=about.id,
        line=about.line,
        name=sheet_words(_number(about, sheet), sheet),
        day=sheet.day,
        is_others=bool(sheet.whose),
        values=sheet.values,
        ways=tuple(
            WayCard(place=way + 1, way=words, is_open=said is None, says=_says(said))
            for way, words in enumerate(about.ways)
            for said in (sheet.answer(way),)
        ),
    )


def compare_page(about: Decision, one: Sheet, other: Sheet) -> ComparePage:
    """Lay two sheets side by side."""
    found = compare(one, other, len(about.ways))
    asked = greatest(found)
    whose = (
        whose_words(one, other, _number(about, one)),
        whose_words(other, one, _number(about, other)),
    )
    return ComparePage(
        decision=about.id,
        line=about.line,
        one=capfirst(whose[0]),
        other=capfirst(whose[1]),
        days=(one.day, other.day),
        is_for_two=bool(one.whose or other.whose),
        question=question_words(asked, ways=about.ways, whose=whose) if asked else "",
        is_open=any(way.split is None for way in found.ways),
        values=_values(found),
        ways=tuple(_way(found, about, way, (one, other)) for way in range(len(about.ways))),
    )


def _values(found: Comparison) -> SplitCard:
    split = found.values
    return SplitCard(
        title=_("Values"),
        is_open=False,
        both=_words(split.both),
        one=_words(split.one),
        other=_words(split.other),
    )


def _way(found: Comparison, about: Decision, way: int, sheets: tuple[Sheet, Sheet]) -> SplitCard:
    """Put a way in words; each one's own lines stand with them, for only people compare those."""
    split, title = found.ways[way].split, about.ways[way]
    if split is None:
        return SplitCard(title=title, is_open=True)
    one, other = (_own_lines(sheet.answer(way)) for sheet in sheets)
    return SplitCard(
        title=title,
        is_open=False,
        both=_words(split.both),
        one=(*_words(split.one), *one),
        other=(*_words(split.other), *other),
    )


def _says(said: Answer | None) -> tuple[str, ...]:
    return (*_words(points(said)), *_own_lines(said)) if said else ()


def _own_lines(said: Answer | None) -> tuple[str, ...]:
    """Give what somebody wrote of a way in their own words."""
    lines = [_("In a line: “%(note)s”") % {"note": said.note}] if said and said.note else []
    if said and said.trial:
        lines.append(_("It works if: “%(sees)s”") % {"sees": said.trial.sees})
    return tuple(lines)


def _words(said: tuple[Point, ...]) -> tuple[str, ...]:
    return tuple(point_words(one) for one in said)


def _sheet_card(about: Decision, sheet: Sheet) -> SheetCard:
    return SheetCard(
        id=sheet.id,
        name=sheet_words(_number(about, sheet), sheet),
        day=sheet.day,
        done=len(sheet.answers),
        ways=len(about.ways),
    )


def _number(about: Decision, sheet: Sheet) -> int:
    return 1 + [one.id for one in about.sheets].index(sheet.id)
