"""An answered question: what was open in a reading becomes settled, without its source."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from aftershift.engines.basics.text import fold_code
from aftershift.engines.rosters.codes import SETTLED, Ward
from aftershift.engines.rosters.placing import Placement, flags_of, in_order, place
from aftershift.engines.rosters.shifts import Flag, Kind, Question, Reading, Shift, ShiftCode


def settle(reading: Reading, meaning: ShiftCode, *, ward: Ward) -> Reading:
    """Apply an answer to every question about its code; other questions stay open.

    The amber shifts of the code become what the answer says. Calendar events keep their own
    times, and those that waited are added unless they are no work. A code whose work has no hours
    in the answer stays open.
    """
    shifts = list(reading.shifts)
    left: list[Question] = []
    for question in reading.questions:
        open_ = [one for one in shifts if _is_open(one, question)]
        if not (is_about(question, meaning) and _is_enough(meaning, question, open_)):
            left.append(question)
            continue
        shifts = [one for one in shifts if one not in open_]
        shifts += _answered(question, meaning, open_, ward, shifts)
    return replace(reading, shifts=in_order(shifts), questions=tuple(left))


def is_about(question: Question, meaning: ShiftCode) -> bool:
    """Say whether an answer answers a question."""
    return fold_code(question.code) == fold_code(meaning.code)


def _is_open(shift: Shift, question: Question) -> bool:
    return shift.code == question.code and shift.certainty < SETTLED


def _is_enough(meaning: ShiftCode, question: Question, open_: Iterable[Shift]) -> bool:
    """Say whether the answer leaves nothing open: work needs hours, unless events give them."""
    if meaning.kind is not Kind.WORK or meaning.hours:
        return True
    return question.code.startswith("?") and bool(question.waiting or tuple(open_))


def _answered(
    question: Question, meaning: ShiftCode, open_: list[Shift], ward: Ward, others: list[Shift]
) -> list[Shift]:
    if meaning.kind is Kind.OFF:
        return []
    told = replace(meaning, code=question.code)
    if question.code.startswith("?"):
        timed = {one.identity: one for one in (*open_, *question.waiting)}
        return [replace(one, kind=meaning.kind, certainty=1.0) for one in timed.values()]
    placed = [_ended(one, told) for one in open_ if Flag.NO_END in one.flags]
    done = {_day_of(one) for one in open_ if Flag.NO_END in one.flags}
    for day in (one for one in question.days if one not in done):
        stem = _stem(day, open_, others)
        zone = next((ZoneInfo(one.zone) for one in open_ if _day_of(one) == day), ward.zone)
        placed += place(told, Placement(day=day, zone=zone, stem=stem, certainty=1.0))
    return placed


def _day_of(shift: Shift) -> date:
    return shift.starts.astimezone(ZoneInfo(shift.zone)).date()


def _stem(day: date, open_: list[Shift], others: list[Shift]) -> str:
    """Keep the identity of the amber shift of a day; else number on after the day's others."""
    held = [one.identity for one in open_ if _day_of(one) == day]
    if held:
        return min(held, key=len)
    taken = {one.identity.split(".")[0] for one in others}
    numbered = (f"{day}#{number}" for number in range(len(taken) + 1))
    return next(stem for stem in numbered if stem not in taken)


def _ended(shift: Shift, meaning: ShiftCode) -> Shift:
    """Give an event without an end the answer's length."""
    zone = ZoneInfo(shift.zone)
    planned = meaning.hours[0].ends - meaning.hours[0].starts if meaning.hours else 0
    wall = shift.starts.astimezone(zone).replace(tzinfo=None) + timedelta(minutes=planned)
    ends = max(wall.replace(tzinfo=zone).astimezone(shift.starts.tzinfo), shift.starts)
    return replace(
        shift,
        ends=ends,
        kind=meaning.kind,
        certainty=1.0,
        flags=flags_of((shift.starts, ends), zone, (Flag.NO_END,)),
    )
