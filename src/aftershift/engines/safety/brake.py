"""A gentle brake on leaning too much on a program: when to say what it is, when to stop, who else.

It never blocks and never counts against anybody: it gives at most one kind of line, which a page
shows beside the answer. While somebody is at risk it is silent, for then nobody is sent away; the
risk cards say themselves that this is a program.

References. The notice at the start and every three hours of going on: New York General Business
Law, art. 47 (from 2025-11-05), and California SB 243 (from 2026-01-01), which adds the pause. That
more use of one's own choice goes with more loneliness and dependence: Fang 2025, arXiv 2503.17473,
which gives no cut-off. All other numbers here are therefore judgements.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

REMIND_AFTER = timedelta(hours=3)  # the two laws
SAME_SITTING = timedelta(minutes=15)  # judgement: closing and opening again is going on
BREAK_AT_REST = timedelta(minutes=30)  # judgement: in one's own hours of sleep
BREAK_BY_DAY = timedelta(minutes=60)  # judgement
BREAK_AGAIN = timedelta(hours=1)  # judgement
LOOK_BACK = timedelta(days=7)  # judgement
WHO_ELSE_AGAIN = timedelta(hours=24)  # judgement
MOST_WHO_ELSE = 3  # in a week; judgement
BETWEEN = timedelta(minutes=10)  # between two lines of our own wish; judgement
MANY_DAYS, LONG_WEEK, MANY_AT_REST = 6, timedelta(hours=5), 3  # of seven days; judgements
SIGNS_ENOUGH = 2  # of those that are only counted; one is enough when it was said


class BrakeError(Exception):
    """Times that cannot be, or words that are missing; says which."""


class Brake(StrEnum):
    """What is said, if anything."""

    NONE = "none"
    NOTICE = "notice"  # at the start: this is a program
    PROGRAM = "program"  # every three hours: still a program, and a pause
    BREAK = "break"
    WHO_ELSE = "who_else"


class Sign(StrEnum):
    """What may mean that somebody leans on this more than does them good."""

    SAID = "said"
    MANY_DAYS = "many_days"
    LONG_WEEK = "long_week"
    AT_REST = "at_rest"


@dataclass(frozen=True, kw_only=True, slots=True)
class Conversation:
    """One conversation of a person: first and last turn, how many, and whether in hours of sleep.

    Raises BrakeError for times without a zone or in the wrong order, or for no turn at all.
    """

    starts: datetime
    ends: datetime
    turns: int
    is_at_rest: bool = False

    def __post_init__(self) -> None:
        if self.starts.utcoffset() is None or self.ends.utcoffset() is None:
            reason = "a conversation without a time zone"
            raise BrakeError(reason)
        if self.ends < self.starts or self.turns < 1:
            reason = "a conversation that ends before it starts, or has no turn"
            raise BrakeError(reason)


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown:
    """A line that was shown, and when."""

    brake: Brake
    at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class History:
    """What one person's own papers tell: conversations, when leaning was heard, lines shown."""

    conversations: tuple[Conversation, ...] = ()
    heard: tuple[datetime, ...] = ()
    shown: tuple[Shown, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Moment:
    """Now, whether these are the person's own hours of sleep, and whether a risk is open."""

    now: datetime
    is_at_rest: bool = False
    is_at_risk: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Pulled:
    """The kind of line to show, and the signs behind it, for "why do I see this?"."""

    brake: Brake
    because: tuple[Sign, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class BrakeWords:
    """The authored words of one kind: at least three ways to say it, shown in turn."""

    kind: Brake
    says: tuple[str, ...]

    def __post_init__(self) -> None:
        if len(set(self.says)) < 3 or self.kind is Brake.NONE:
            reason = f"{self.kind}: three ways to say it are needed"
            raise BrakeError(reason)

    def next_line(self, history: History) -> str:
        """Give the line that was shown longest ago."""
        before = sum(one.brake is self.kind for one in history.shown)
        return self.says[before % len(self.says)]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Rule:
    brake: Brake
    when: Callable[[History, Moment], bool]


def brake(history: History, moment: Moment) -> Pulled:
    """Say which line is due, if any; the first rule that holds counts. No line ever blocks."""
    if moment.is_at_risk:
        return Pulled(brake=Brake.NONE)
    for rule in RULES:
        if rule.when(history, moment):
            because = signs(history, moment) if rule.brake is Brake.WHO_ELSE else ()
            return Pulled(brake=rule.brake, because=because)
    return Pulled(brake=Brake.NONE)


def sitting_starts(history: History, moment: Moment) -> datetime:
    """Say when the sitting that goes on now began; short pauses do not end one."""
    starts = moment.now
    past = [one for one in history.conversations if one.starts <= moment.now]
    for one in sorted(past, key=lambda one: one.ends, reverse=True):
        if starts - one.ends > SAME_SITTING:
            break
        starts = min(starts, one.starts)
    return starts


def signs(history: History, moment: Moment) -> tuple[Sign, ...]:
    """Give the signs of the last seven days."""
    since = moment.now - LOOK_BACK
    week = [one for one in history.conversations if since <= one.starts <= moment.now]
    talked = sum((min(one.ends, moment.now) - one.starts for one in week), timedelta())
    zone = moment.now.tzinfo
    table = (
        (Sign.SAID, any(since <= at <= moment.now for at in history.heard)),
        (Sign.MANY_DAYS, len({one.starts.astimezone(zone).date() for one in week}) >= MANY_DAYS),
        (Sign.LONG_WEEK, talked >= LONG_WEEK),
        (Sign.AT_REST, sum(one.is_at_rest for one in week) >= MANY_AT_REST),
    )
    return tuple(sign for sign, holds in table if holds)


def _is_new(history: History, moment: Moment) -> bool:
    last = _last(history, moment, Brake.NOTICE, Brake.PROGRAM)
    return last is None or last < sitting_starts(history, moment)


def _has_gone_on(history: History, moment: Moment) -> bool:
    last = _last(history, moment, Brake.NOTICE, Brake.PROGRAM)
    return last is not None and moment.now - last >= REMIND_AFTER


def _needs_a_break(history: History, moment: Moment) -> bool:
    lasted = moment.now - sitting_starts(history, moment)
    if lasted < (BREAK_AT_REST if moment.is_at_rest else BREAK_BY_DAY):
        return False
    return _is_quiet(history, moment, BREAK_AGAIN, Brake.BREAK, Brake.PROGRAM)


def _leans(history: History, moment: Moment) -> bool:
    found = signs(history, moment)
    if not (Sign.SAID in found or len(found) >= SIGNS_ENOUGH):
        return False
    since = moment.now - LOOK_BACK
    asked = [one for one in history.shown if one.brake is Brake.WHO_ELSE and one.at >= since]
    if len(asked) >= MOST_WHO_ELSE:
        return False
    return _is_quiet(history, moment, WHO_ELSE_AGAIN, Brake.WHO_ELSE)


def _is_quiet(history: History, moment: Moment, long: timedelta, *kinds: Brake) -> bool:
    """Say whether none of these was shown for so long, and nothing at all for a little."""
    own, any_of_them = _last(history, moment, *kinds), _last(history, moment, *Brake)
    return (own is None or moment.now - own >= long) and (
        any_of_them is None or moment.now - any_of_them >= BETWEEN
    )


def _last(history: History, moment: Moment, *kinds: Brake) -> datetime | None:
    times = (one.at for one in history.shown if one.brake in kinds and one.at <= moment.now)
    return max(times, default=None)


RULES = (
    _Rule(brake=Brake.NOTICE, when=_is_new),
    _Rule(brake=Brake.PROGRAM, when=_has_gone_on),
    _Rule(brake=Brake.WHO_ELSE, when=_leans),
    _Rule(brake=Brake.BREAK, when=_needs_a_break),
)
