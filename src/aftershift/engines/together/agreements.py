"""What two agree on: it stands when both said yes, and ends when either says so.

Each of the two has one side, and writes nothing else: what they propose, and to which of the
other's proposals they say yes. What stands is read from both. A no is nowhere: whoever does not
want something says nothing, and nobody can count how often.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from aftershift.engines.together.coming_home import Coming
from aftershift.engines.together.listing import Filled
from aftershift.engines.together.revealing import Shown
from aftershift.engines.together.trying import Trial

LONGEST_WORDS = 280  # characters: a short sentence
MOST = 20  # proposals of one side; a page that two can read in one go
LEAST_AWAY = 20  # minutes; the twenty of clinical custom, see the practice partner.time-out
MOST_AWAY = 24 * 60


class AgreementError(Exception):
    """An agreement that cannot be; the message names the rule and never what was written."""


class Kind(StrEnum):
    """What is agreed on."""

    PLAIN = "plain"
    ROUTINE = "routine"  # what takes the place of a moment that was missed
    GROUND_RULE = "ground_rule"  # how the two disagree
    TIME_OUT = "time_out"  # a word that stops a quarrel, and when whoever said it is back


@dataclass(frozen=True, kw_only=True, slots=True)
class Agreement:
    """One short sentence of the two, what it is for, and the day to look at it again.

    It is never changed: another sentence is another agreement, which both have to say yes to.
    `minutes_away` is a time-out's alone, and a time-out has it always.
    """

    id: str
    kind: Kind
    words: str
    purpose: str = ""
    written: date
    look_again: date
    minutes_away: int | None = None

    def __post_init__(self) -> None:
        for rule, reason in _RULES:
            if not rule(self):
                raise AgreementError(reason)


_RULES = (
    (lambda it: 1 <= len(it.words.strip()) <= LONGEST_WORDS, "words: none, or too many"),
    (lambda it: len(it.purpose) <= LONGEST_WORDS, "purpose: too long"),
    (lambda it: it.look_again > it.written, "look_again: not after the day it was written"),
    (
        lambda it: (it.kind is Kind.TIME_OUT) == (it.minutes_away is not None),
        "minutes_away: a time-out has a return, and nothing else has",
    ),
    (
        lambda it: it.minutes_away is None or LEAST_AWAY <= it.minutes_away <= MOST_AWAY,
        "minutes_away: not between twenty minutes and a day",
    ),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Yes:
    """A yes to one of the other's proposals, and the day on which it was said."""

    agreement: str
    day: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Looked:
    """That somebody looked at an agreement again, and until when it may stand now."""

    agreement: str
    next: date


@dataclass(frozen=True, kw_only=True, slots=True)
class TimeOut:
    """A time-out that somebody took: since when, and when both are back. `is_over` ends it."""

    taken: datetime
    returns: datetime
    is_over: bool = False

    def __post_init__(self) -> None:
        if self.returns <= self.taken:
            reason = "a time-out has a return after it"
            raise AgreementError(reason)


@dataclass(frozen=True, kw_only=True, slots=True)
class Side:
    """All that one of the two says to the other here."""

    proposed: tuple[Agreement, ...] = ()
    yes: tuple[Yes, ...] = ()
    looked: tuple[Looked, ...] = ()
    time_out: TimeOut | None = None
    shown: tuple[Shown, ...] = ()
    trials: tuple[Trial, ...] = ()
    lists: tuple[Filled, ...] = ()
    coming: Coming | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """An agreement that both said yes to: since when, and when to look at it again."""

    agreement: Agreement
    since: date
    look_again: date
    is_own: bool  # whether it was the reader who proposed it

    def is_due(self, today: date) -> bool:
        """Say whether its day has come."""
        return self.look_again <= today


@dataclass(frozen=True, kw_only=True, slots=True)
class Shelf:
    """What one of the two sees: what stands, what waits for them, what of theirs does not stand."""

    stands: tuple[Standing, ...]
    asked: tuple[Agreement, ...]  # the other's, without the reader's yes
    offered: tuple[Agreement, ...]  # the reader's, without the other's yes


def shelf(own: Side, other: Side) -> Shelf:
    """Lay both sides together, as the first of them sees it; the oldest agreement first."""
    standing = (*_standing(own, other, is_own=True), *_standing(other, own, is_own=False))
    held = {one.agreement.id for one in standing}
    return Shelf(
        stands=tuple(sorted(standing, key=lambda one: (one.since, one.agreement.id))),
        asked=tuple(one for one in other.proposed if one.id not in held),
        offered=tuple(one for one in own.proposed if one.id not in held),
    )


def propose(own: Side, agreement: Agreement) -> Side:
    """Propose something. Raises AgreementError where there is no more room on a side."""
    if len(own.proposed) >= MOST:
        reason = "no more than twenty of one side"
        raise AgreementError(reason)
    return replace(own, proposed=(*own.proposed, agreement))


def agree(own: Side, other: Side, agreement: str, *, today: date) -> Side:
    """Say yes to one of the other's; to what is not there, or stands already, nothing happens."""
    is_there = any(one.id == agreement for one in other.proposed)
    if not is_there or any(one.agreement == agreement for one in own.yes):
        return own
    yes = (one for one in own.yes if _is_of(one.agreement, other))  # forget what is gone
    return replace(own, yes=(*yes, Yes(agreement=agreement, day=today)))


def end(own: Side, agreement: str) -> Side:
    """End an agreement or take a proposal back: one's own goes, and one's yes to the other's."""
    return replace(
        own,
        proposed=tuple(one for one in own.proposed if one.id != agreement),
        yes=tuple(one for one in own.yes if one.agreement != agreement),
        looked=tuple(one for one in own.looked if one.agreement != agreement),
    )


def look_again(own: Side, other: Side, agreement: str, *, on: date) -> Side:
    """Say that it was looked at, and name the next day; only of what stands."""
    standing = {one.agreement.id for one in shelf(own, other).stands}
    if agreement not in standing:
        return own
    others = standing - {agreement}  # what the other ended meanwhile is forgotten
    kept = (one for one in own.looked if one.agreement in others)
    return replace(own, looked=(*kept, Looked(agreement=agreement, next=on)))


def time_out_now(own: Side, other: Side, now: datetime) -> TimeOut | None:
    """Give the time-out that runs: the one that was taken last, until a day after its return."""
    taken = [one.time_out for one in (own, other) if one.time_out is not None]
    last = max(taken, key=lambda one: (one.taken, one.is_over, one.returns), default=None)
    if last is None or last.is_over or last.returns + timedelta(days=1) <= now:
        return None
    return last


def _standing(author: Side, other: Side, *, is_own: bool) -> Iterator[Standing]:
    """Give what the author proposed and the other said yes to."""
    days = {one.agreement: one.day for one in other.yes}
    for one in author.proposed:
        if one.id in days:
            looked = (*author.looked, *other.looked)
            again = [said.next for said in looked if said.agreement == one.id]
            yield Standing(
                agreement=one,
                since=days[one.id],
                look_again=max([one.look_again, *again]),
                is_own=is_own,
            )


def _is_of(agreement: str, side: Side) -> bool:
    return any(one.id == agreement for one in side.proposed)
