"""The questions of one source over its versions: what a new version does not settle stays open."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from aftershift.engines.basics.text import fold_code
from aftershift.engines.rosters.codes import SETTLED
from aftershift.engines.rosters.placing import in_order
from aftershift.engines.rosters.shifts import Question, Reading, Shift


def still_asked(
    held: Sequence[Question], incoming: Reading, shifts: Sequence[Shift]
) -> tuple[Question, ...]:
    """Join the questions held of a source with those of its new version.

    `shifts` are the source's after the merge. A held question stays for the days of which the new
    version says nothing, and for those where its amber shift still stands; the rest of it is gone
    with the code that it was about.
    """
    asked = {fold_code(one.code): one for one in incoming.questions}
    for question in held:
        code = fold_code(question.code)
        left = _left_of(question, incoming, shifts)
        if code in asked:
            asked[code] = _joined(left, asked[code])
        elif left.days or left.waiting:
            asked[code] = left
    return tuple(asked.values())


def _left_of(question: Question, incoming: Reading, shifts: Sequence[Shift]) -> Question:
    standing = {
        _day_of(one) for one in shifts if one.code == question.code and one.certainty < SETTLED
    }
    return replace(
        question,
        days=tuple(
            day for day in question.days if day in standing or not _speaks_of(incoming, day)
        ),
        waiting=tuple(one for one in question.waiting if not _speaks_of(incoming, _day_of(one))),
    )


def _joined(old: Question, new: Question) -> Question:
    waiting = {one.identity: one for one in (*old.waiting, *new.waiting)}
    days = tuple(sorted({*old.days, *new.days}))
    return replace(new, days=days, waiting=in_order(waiting.values()))


def _speaks_of(incoming: Reading, day: date) -> bool:
    return incoming.covers is not None and incoming.covers[0] <= day <= incoming.covers[1]


def _day_of(shift: Shift) -> date:
    return shift.starts.astimezone(ZoneInfo(shift.zone)).date()
