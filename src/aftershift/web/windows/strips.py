"""The next days of everybody, each with what is worked on it, for the page that tries swaps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from aftershift.engines.rosters.codes import SETTLED
from aftershift.engines.rosters.shifts import Shift
from aftershift.engines.rosters.swapping import on_day
from aftershift.engines.windows.availability import KnownHours
from aftershift.web.rosters import words as roster_words
from aftershift.web.windows.swaps import SwapDesk, is_reached


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
    """One day of one member. `value` names it in a form; `shifts` are rows of code and hours.

    `words` say the same in one line; `was` what the roster says, where something else is tried.
    """

    value: str
    day: date
    weekday: str
    date: str
    shifts: tuple[tuple[str, str], ...]
    words: str
    is_today: bool
    is_known: bool
    is_open: bool
    was: str

    @property
    def is_tried(self) -> bool:
        """Say whether it is not what the roster says."""
        return bool(self.was)


@dataclass(frozen=True, kw_only=True, slots=True)
class Strip:
    """The next days of one member."""

    member: UUID
    name: str
    cells: tuple[Cell, ...]


def strips_of(desk: SwapDesk, tried: Mapping[UUID, KnownHours]) -> tuple[Strip, ...]:
    """Lay out everybody's days, a member's in `tried` as they would be."""
    return tuple(
        Strip(
            member=member,
            name=hours.name,
            cells=tuple(
                _cell(desk, (member, day), hours, tried.get(member, hours)) for day in desk.days
            ),
        )
        for member, hours in desk.members.items()
    )


def choices_of(strips: Sequence[Strip]) -> list[tuple[str, list[tuple[str, str]]]]:
    """List every day of everybody, as the choices of a form."""
    return [
        (one.name, [(cell.value, f"{one.name}, {cell.words}") for cell in one.cells])
        for one in strips
    ]


def _cell(desk: SwapDesk, which: tuple[UUID, date], before: KnownHours, after: KnownHours) -> Cell:
    member, day = which
    shifts = on_day(after.shifts, day)
    is_known = is_reached(before, day)
    worked = shifts_words(shifts) if is_known else _("not known")
    return Cell(
        value=f"{member}/{day.isoformat()}",
        day=day,
        weekday=date_format(day, "D"),
        date=date_format(day, "j"),
        shifts=tuple((code_words(one), roster_words.hours_words(one)) for one in shifts),
        words=f"{roster_words.day_words(day)}: {worked}",
        is_today=day == desk.today,
        is_known=is_known,
        is_open=any(one.certainty < SETTLED for one in shifts),
        was=_was_words(on_day(before.shifts, day), shifts),
    )


def _was_words(before: Sequence[Shift], after: Sequence[Shift]) -> str:
    if shifts_words(before) == shifts_words(after):
        return ""
    codes = " + ".join(code_words(one) for one in before)
    return _("was %(shift)s") % {"shift": codes or _("free")}


def code_words(shift: Shift) -> str:
    """Write a shift's code; where none is kept, that it is something on a calendar."""
    return roster_words.code_words(shift.code) or _("event")


def shifts_words(shifts: Sequence[Shift]) -> str:
    """Write what is worked on a day: its codes and hours, or that it is free."""
    written = (
        f"{roster_words.code_words(one.code)} {roster_words.hours_words(one)}".strip()
        for one in shifts
    )
    return " + ".join(written) or _("free")
