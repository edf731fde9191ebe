"""Every change of decisions and sheets; none of them is announced to anybody."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from aftershift.engines.together.deciding import (
    MOST_DECISIONS,
    MOST_SHEETS,
    Answer,
    Decision,
    Sheet,
    answered,
    revalued,
)
from aftershift.web.deciding import queries
from aftershift.web.deciding.models import Decisions
from aftershift.web.deciding.papers import DecidingPaper
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.people.turns import own_turn


class TooMany(Exception):
    """There are as many decisions, or sheets of one, as there may be."""


def begin(*, by: SignedIn, decision: Decision) -> None:
    """Name a decision. Raises TooMany."""
    with own_turn(by):
        kept = queries.paper(by=by).decisions
        if len(kept) >= MOST_DECISIONS:
            raise TooMany
        _save(by, (*kept, decision))


def add_sheet(*, by: SignedIn, decision_id: str, sheet: Sheet) -> None:
    """Begin a sheet, with its values. Raises TooMany."""

    def added(about: Decision) -> Decision:
        if len(about.sheets) >= MOST_SHEETS:
            raise TooMany
        return replace(about, sheets=(*about.sheets, sheet))

    _change(by, lambda one: added(one) if one.id == decision_id else one)


def answer(*, by: SignedIn, sheet_id: str, said: Answer) -> None:
    """Keep what a sheet says of a way, in place of what it said before."""

    def with_it(sheet: Sheet) -> Sheet:
        still_there = tuple(value for value in said.serves if value in sheet.values)
        return answered(sheet, replace(said, serves=still_there))

    _change_sheet(by, sheet_id, with_it)


def reword(*, by: SignedIn, sheet_id: str, values: Sequence[str]) -> None:
    """Word the values of a sheet anew; `values` has a place for each old one."""
    _change_sheet(by, sheet_id, lambda sheet: revalued(sheet, values))


def erase_sheet(*, by: SignedIn, sheet_id: str) -> None:
    """Erase one sheet."""

    def without(about: Decision) -> Decision:
        return replace(about, sheets=tuple(one for one in about.sheets if one.id != sheet_id))

    _change(by, without)


def erase(*, by: SignedIn, decision_id: str) -> None:
    """Erase a decision with every sheet of it."""
    with own_turn(by):
        kept = queries.paper(by=by).decisions
        _save(by, tuple(one for one in kept if one.id != decision_id))


def _change_sheet(by: SignedIn, sheet_id: str, changed: Callable[[Sheet], Sheet]) -> None:
    def with_it(about: Decision) -> Decision:
        sheets = (changed(one) if one.id == sheet_id else one for one in about.sheets)
        return replace(about, sheets=tuple(sheets))

    _change(by, with_it)


def _change(by: SignedIn, changed: Callable[[Decision], Decision]) -> None:
    with own_turn(by):
        _save(by, tuple(changed(one) for one in queries.paper(by=by).decisions))


def _save(by: SignedIn, decisions: tuple[Decision, ...]) -> None:
    row = Decisions.objects.filter(person=by.person).first() or Decisions(person=by.person)
    row.write_from(by.vault, DecidingPaper(decisions=decisions))
    row.save()
