"""A decision between work and those at home, on sheets: values, ways, costs, what can be tried.

Nothing here scores a way or says which to take. A sheet holds what somebody said at one time, so
that two of them can be laid side by side (`comparing`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

LONGEST_LINE = 140  # characters: a decision in a line
LONGEST_WAY = 80
LONGEST_VALUE = 60
LONGEST_NAME = 60
LONGEST_NOTE = 200
FEWEST_WAYS, MOST_WAYS = 2, 4  # more than four are a list and no choice: a judgement
MOST_VALUES = 5  # as many as somebody holds in mind: a judgement
MOST_SHEETS = 8
MOST_DECISIONS = 12


class DecidingError(Exception):
    """A sheet or a decision that cannot be; the message names the rule, never what was written."""


class Cost(StrEnum):
    """What a way may cost."""

    TIME_TOGETHER = "time_together"
    MONEY = "money"
    SLEEP = "sleep"
    STANDING = "standing"  # at work
    SOMEBODY_ELSE = "somebody_else"


class Ease(StrEnum):
    """How easily a way can be taken back."""

    EASILY = "easily"
    WITH_EFFORT = "with_effort"
    HARDLY = "hardly"


@dataclass(frozen=True, kw_only=True, slots=True)
class Trial:
    """That a way can be tried first: until when, and by what one would see that it works."""

    until: date
    sees: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What a sheet says of one way. `way` is its place in the decision, from 0.

    `serves` are values of the sheet, word for word; `note` says how much it costs, or whom.
    Without `taken_back` or `trial` nothing was said of them.
    """

    way: int
    serves: tuple[str, ...] = ()
    costs: tuple[Cost, ...] = ()
    note: str = ""
    taken_back: Ease | None = None
    trial: Trial | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """One version: whose it is and of which day, up to five values, and an answer for each way.

    `whose` is empty for whoever keeps the decision, and else what somebody is called.
    """

    id: str
    day: date
    values: tuple[str, ...]
    whose: str = ""
    answers: tuple[Answer, ...] = ()

    def __post_init__(self) -> None:
        for rule, reason in _SHEET_RULES:
            if not rule(self):
                raise DecidingError(reason)

    def answer(self, way: int) -> Answer | None:
        """Give what the sheet says of a way; None while that was not filled in."""
        return next((one for one in self.answers if one.way == way), None)


@dataclass(frozen=True, kw_only=True, slots=True)
class Decision:
    """A decision in a line, its ways in the order of its keeper, and the sheets about it."""

    id: str
    line: str
    named: date
    ways: tuple[str, ...]
    sheets: tuple[Sheet, ...] = ()

    def __post_init__(self) -> None:
        for rule, reason in _DECISION_RULES:
            if not rule(self):
                raise DecidingError(reason)


def key_of(words: str) -> str:
    """Give what two writings of the same words have in common: letters and figures."""
    kept = "".join(sign if sign.isalnum() else " " for sign in words.casefold())
    return " ".join(kept.split()) or words


def are_apart(words: Sequence[str]) -> bool:
    """Say whether no two are the same words."""
    return len({key_of(one) for one in words}) == len(words)


def answered(sheet: Sheet, answer: Answer) -> Sheet:
    """Put an answer on a sheet, in place of an earlier one about the same way."""
    others = (one for one in sheet.answers if one.way != answer.way)
    return replace(sheet, answers=tuple(sorted((*others, answer), key=lambda one: one.way)))


def revalued(sheet: Sheet, said: Sequence[str]) -> Sheet:
    """Word the values anew, place by place; an empty place takes its value out of every answer.

    `said` has a place for each old value, and may have more. Raises DecidingError.
    """
    now = dict(zip(sheet.values, said, strict=False))
    answers = (
        replace(one, serves=tuple(now[value] for value in one.serves if now[value]))
        for one in sheet.answers
    )
    values = tuple(one for one in said if one)
    return replace(sheet, values=values, answers=tuple(answers))


def usual_pair(sheets: Sequence[Sheet]) -> tuple[Sheet, Sheet] | None:
    """Choose two sheets to lay side by side: the last of two people, else the last two.

    One's own is the first of them, else the older. None where there are no two.
    """
    own = [one for one in sheets if not one.whose]
    others = [one for one in sheets if one.whose]
    if own and others:
        return own[-1], others[-1]
    return (sheets[-2], sheets[-1]) if len(sheets) > 1 else None


def _ways_are_said(decision: Decision) -> bool:
    return all(1 <= len(one) <= LONGEST_WAY for one in decision.ways) and are_apart(decision.ways)


def _ways_are_there(decision: Decision) -> bool:
    answers = (one for sheet in decision.sheets for one in sheet.answers)
    return all(0 <= one.way < len(decision.ways) for one in answers)


def _answers_fit(sheet: Sheet) -> bool:
    ways = [one.way for one in sheet.answers]
    served = {value for one in sheet.answers for value in one.serves}
    return len(set(ways)) == len(ways) and served <= set(sheet.values)


_SHEET_RULES = (
    (lambda it: 1 <= len(it.values) <= MOST_VALUES, "values: none, or more than five"),
    (lambda it: all(1 <= len(one) <= LONGEST_VALUE for one in it.values), "values: one of no size"),
    (lambda it: are_apart(it.values), "values: one twice"),
    (lambda it: len(it.whose) <= LONGEST_NAME, "whose: too long"),
    (_answers_fit, "answers: two for one way, or of a value that is not there"),
)
_DECISION_RULES = (
    (lambda it: 1 <= len(it.line) <= LONGEST_LINE, "line: none, or too long"),
    (lambda it: FEWEST_WAYS <= len(it.ways) <= MOST_WAYS, "ways: not two to four"),
    (_ways_are_said, "ways: one of no size, or one twice"),
    (lambda it: len(it.sheets) <= MOST_SHEETS, "sheets: more than eight"),
    (_ways_are_there, "sheets: an answer to a way that is not there"),
)
